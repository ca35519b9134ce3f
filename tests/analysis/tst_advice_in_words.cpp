// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/advice_in_words.h"

#include "analysis/task_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::analysis;
using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

namespace {

using enum AdviceFamily;

/// An example of the lesson with its own answer and ours in each runtime.
struct Example
{
    const char* english;
    const char* german;
    std::optional<double> duration;
    std::optional<DataSize> data;
    AdviceFamily lesson;
    AdviceFamily python;
    AdviceFamily native;
    const char* lessonWord;
};

void PrintTo(const Example& example, std::ostream* stream)
{
    *stream << example.english;
}

class AdviceExamples : public ::testing::TestWithParam<Example>
{};

Advice advice(std::string description, Runtime runtime = Runtime::python, std::optional<double> duration = {},
              std::optional<DataSize> data = {})
{
    return adviceOf({std::move(description), runtime, duration, data, 2});
}

std::vector<std::string> english(const std::vector<Message>& messages)
{
    std::vector<std::string> texts;
    for (const Message& message : messages)
        texts.push_back(message.english());
    return texts;
}

std::string refusalOf(const AdviceQuestion& question)
{
    try {
        adviceOf(question);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST_P(AdviceExamples, GetTheLessonsAnswerAndOursInBothLanguages)
{
    const Example& example = GetParam();
    for (const char* description : {example.english, example.german}) {
        SCOPED_TRACE(description);
        const Advice python = advice(description, Runtime::python, example.duration, example.data);
        EXPECT_EQ(python.family, example.python);
        EXPECT_EQ(python.lesson.family, example.lesson);
        EXPECT_THAT(python.lesson.sentence.english(), StartsWith(example.lessonWord));
        EXPECT_EQ(python.difference.empty(), python.family == python.lesson.family);
        EXPECT_THAT(python.strategy, StartsWith("python-"));
        const Advice native = advice(description, Runtime::native, example.duration, example.data);
        EXPECT_EQ(native.family, example.native);
        EXPECT_EQ(native.lesson.family, example.lesson) << "the lesson knows one runtime";
        EXPECT_EQ(native.difference.empty(), native.family == native.lesson.family);
        EXPECT_THAT(native.strategy, Not(HasSubstr("python")));
    }
}

INSTANTIATE_TEST_SUITE_P(
    OfTheLesson, AdviceExamples,
    ::testing::Values(Example{"Download 100 web pages and save to files",
                              "100 Webseiten herunterladen und in Dateien speichern",
                              {},
                              {},
                              threads,
                              threads,
                              threads,
                              "Threads:"},
                      Example{"Resize 1000 images to create thumbnails",
                              "1000 Bilder zu Vorschaubildern verkleinern",
                              {},
                              {},
                              profileFirst,
                              processes,
                              threads,
                              "Unclear:"},
                      Example{"Query database for user data and send emails",
                              "Nutzerdaten aus der Datenbank abfragen und E-Mails verschicken",
                              {},
                              {},
                              threads,
                              threads,
                              threads,
                              "Threads:"},
                      Example{"Calculate prime numbers up to 1 million",
                              "Primzahlen bis 1 Million berechnen",
                              {},
                              {},
                              processes,
                              processes,
                              threads,
                              "Processes:"},
                      Example{"Fetch stock prices from 50 different APIs",
                              "Aktienkurse von 50 verschiedenen APIs abrufen",
                              {},
                              {},
                              threads,
                              threads,
                              threads,
                              "Threads:"},
                      Example{"Apply machine learning model to analyze text data",
                              "Textdaten mit einem Modell des maschinellen Lernens analysieren",
                              {},
                              {},
                              processes,
                              processes,
                              threads,
                              "Processes:"},
                      Example{"Download 50 web pages", "50 Webseiten herunterladen", 2.0, DataSize::small,
                              threads, threads, threads, "Threads:"},
                      Example{"Resize 1000 images", "1000 Bilder verkleinern", 30.0, DataSize::medium,
                              profileFirst, processes, threads, "Threads first:"},
                      Example{"Process 10GB CSV file", "10-GB-CSV-Datei verarbeiten", 60.0, DataSize::large,
                              profileFirst, chunking, chunking, "Threads first:"},
                      Example{"Calculate prime numbers", "Primzahlen berechnen", 45.0, DataSize::small,
                              processes, processes, threads, "Processes:"},
                      Example{"Quick database lookup", "Kurz in der Datenbank nachschlagen", 0.05,
                              DataSize::tiny, sequential, sequential, sequential, "Sequential:"}));

TEST(Advice, SaysWhyItDiffersFromTheLesson)
{
    EXPECT_EQ(
        advice("Resize 1000 images to create thumbnails").difference.english(),
        "None of the lesson's keywords is in the description; “resize, images, thumbnails” is computing all "
        "the same.");
    EXPECT_THAT(advice("Calculate prime numbers", Runtime::native).difference.english(),
                HasSubstr("Native code has no such lock"));
    EXPECT_THAT(advice("Process 10GB CSV file", Runtime::python, 60.0, DataSize::large).difference.english(),
                HasSubstr("here “process, csv”, which is computing, weighs more"));
    EXPECT_THAT(advice("Compress data", Runtime::python, 60.0, DataSize::large).difference.english(),
                HasSubstr("None of the lesson's keywords"));
    EXPECT_THAT(advice("Compute checksums", Runtime::python, 60.0, DataSize::large).difference.english(),
                HasSubstr("cuts them into chunks"));
    EXPECT_TRUE(advice("Download pages").difference.empty());
}

TEST(Advice, TellsComputingFromWaitingWhereBothGetThreads)
{
    EXPECT_TRUE(advice("Calculate prime numbers", Runtime::native).computing);
    EXPECT_FALSE(advice("Download pages", Runtime::native).computing);
    EXPECT_FALSE(advice("Download and calculate", Runtime::native).computing);
}

TEST(Advice, NamesAStrategyThatCanBeRun)
{
    EXPECT_EQ(advice("Download pages").strategy, "python-threads:8");
    EXPECT_EQ(advice("Download pages", Runtime::native).strategy, "threads:8");
    EXPECT_EQ(advice("Resize images").strategy, "python-processes:2");
    EXPECT_EQ(advice("Resize images", Runtime::native).strategy, "threads:2");
    EXPECT_EQ(advice("Resize images", Runtime::native, 0.05).strategy, "sequential");
    EXPECT_EQ(advice("Resize images", Runtime::python, 0.05).strategy, "python-sequential");
    EXPECT_EQ(advice("A pipeline of stages", Runtime::native).strategy, "pipeline:4,2,1");
    EXPECT_EQ(advice("A pipeline of stages").strategy, "") << "there is none in Python";
    EXPECT_EQ(advice("Sort 20 GB", Runtime::native).strategy, "threads:2");
}

TEST(Advice, WorkThatGoesFromHandToHandGetsQueues)
{
    for (const char* description :
         {"Download images, then resize them", "A producer and three consumers",
          "Bilder herunterladen, dann verkleinern", "Ein Erzeuger und drei Verbraucher"})
        EXPECT_EQ(advice(description).family, queues) << description;
    EXPECT_THAT(advice("Download images, then resize them").difference.english(),
                HasSubstr("its decision tree"));
}

TEST(Advice, BothKindsAlikeAreMeasuredFirst)
{
    const Advice both = advice("Download images and resize them", Runtime::python, 20.0);
    EXPECT_EQ(both.family, profileFirst);
    EXPECT_EQ(both.lesson.family, threads);
    EXPECT_FALSE(both.difference.empty());
    EXPECT_THAT(english(both.missing),
                ElementsAre("which of the two takes longer, or whether the work goes through stages"));
}

TEST(Advice, AnUnclearDescriptionIsToldWhatToAdd)
{
    const Advice unclear = advice("Do my homework");
    EXPECT_EQ(unclear.family, profileFirst);
    EXPECT_EQ(unclear.lesson.family, profileFirst);
    ASSERT_EQ(unclear.missing.size(), 2U);
    EXPECT_THAT(unclear.missing[0].english(), HasSubstr("what one task does"));
    EXPECT_THAT(unclear.missing[1].english(), HasSubstr("how long"));
    EXPECT_THAT(english(advice("Resize images").missing),
                ElementsAre("how long all of it takes, one after the other", "how much data a task gets"));
    EXPECT_THAT(advice("Resize images", Runtime::python, 3.0, DataSize::small).missing, IsEmpty());
    EXPECT_THAT(advice("Do my homework", Runtime::python, 0.01).missing, IsEmpty())
        << "it is not worth it anyway";
}

TEST(Advice, ThePathThroughTheTreeIsLit)
{
    const Advice found = advice("Process 10GB CSV file", Runtime::python, 60.0, DataSize::large);
    ASSERT_EQ(found.tree.size(), 4U);
    EXPECT_TRUE(found.tree[0].lit);
    EXPECT_TRUE(found.tree[1].lit);
    EXPECT_TRUE(found.tree[2].lit);
    EXPECT_FALSE(found.tree[3].lit);
    for (const AdviceNode& node : found.tree) {
        const auto taken = std::ranges::count(node.branches, true, &AdviceBranch::taken);
        EXPECT_EQ(taken, node.lit ? 1 : 0) << node.question.english();
        for (const AdviceBranch& branch : node.branches)
            EXPECT_NE(branch.next.has_value(), branch.family.has_value()) << "a way leads on or ends";
    }
    const Advice small = advice("Resize images", Runtime::python, 0.01);
    EXPECT_TRUE(small.tree[0].branches[0].taken);
    EXPECT_FALSE(small.tree[1].lit);
}

TEST(Advice, AsAValueHasThePathAndTheLessonsFamily)
{
    const Value value = advice("Resize 1000 images", Runtime::python, 30.0, DataSize::medium).toValue();
    EXPECT_EQ(*value.find("schema"), Value("overlap.advice/1"));
    EXPECT_EQ(*value.find("runtime"), Value("python"));
    EXPECT_EQ(*value.find("family"), Value("processes"));
    EXPECT_EQ(*value.find("strategy"), Value("python-processes:2"));
    EXPECT_EQ(*value.find("lessonFamily"), Value("profile-first"));
    EXPECT_EQ(*value.find("durationSeconds"), Value(30.0));
    EXPECT_EQ(*value.find("data"), Value("medium"));
    ASSERT_EQ(value.find("path")->asArray().size(), 3U);
    EXPECT_EQ(*value.find("path")->asArray()[1].find("question"), Value("What takes the time?"));
    EXPECT_EQ(*value.find("path")->asArray()[1].find("answer"), Value("computing"));
    EXPECT_EQ(value.find("tree")->asArray().size(), 4U);
    EXPECT_TRUE(advice("Download pages").toValue().find("difference")->isNull());
}

TEST(Advice, RefusesWhatIsNoQuestion)
{
    EXPECT_THAT(refusalOf({"", Runtime::python, {}, {}, 2}), HasSubstr("1 to 1000 characters"));
    EXPECT_THAT(refusalOf({"   ", Runtime::python, {}, {}, 2}), HasSubstr("1 to 1000 characters"));
    EXPECT_THAT(refusalOf({std::string(1001, 'a'), Runtime::python, {}, {}, 2}),
                HasSubstr("1 to 1000 characters"));
    EXPECT_EQ(refusalOf({std::string(1000, 'a'), Runtime::python, {}, {}, 2}), "");
    EXPECT_THAT(refusalOf({"a\nb", Runtime::python, {}, {}, 2}), HasSubstr("one line"));
    EXPECT_THAT(refusalOf({"\xff", Runtime::python, {}, {}, 2}), HasSubstr("UTF-8"));
    for (const double seconds :
         {-0.1, 1e10, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        EXPECT_THAT(refusalOf({"x", Runtime::python, seconds, {}, 2}), HasSubstr("/duration"));
    EXPECT_EQ(refusalOf({"x", Runtime::python, 0.0, {}, 2}), "");
    EXPECT_FALSE(dataSizeFromName("middling"));
    EXPECT_EQ(dataSizeFromName("large"), DataSize::large);
}

TEST(TaskWords, AreWholeWordsByTheirBeginning)
{
    EXPECT_THAT(wordsOf("Resizing IMAGES").computingWords, ElementsAre("resizing", "images"));
    EXPECT_THAT(wordsOf("a rapid capital").waitingWords, IsEmpty()) << "there is an api in rapid, but no API";
    EXPECT_THAT(wordsOf("Größe ÄNDERN und VERSCHLÜSSELN").computingWords, ElementsAre("verschlüsseln"));
    EXPECT_TRUE(wordsOf("a 10GB file").largeData);
    EXPECT_FALSE(wordsOf("Hamburgbahn").largeData);
    EXPECT_TRUE(wordsOf("eine Warteschlange").stages);
    EXPECT_THAT(wordsOf("eine Warteschlange").waitingWords, IsEmpty());
    EXPECT_EQ(wordsOf("download download").waiting, wordsOf("download").waiting) << "said twice is said once";
}

TEST(TaskWords, TheLessonLooksAnywhereInTheText)
{
    EXPECT_EQ(lessonWordsOf("a rapid profile", false).waiting, 2) << "api and file";
    EXPECT_EQ(lessonWordsOf("generate web", false).waiting, 1);
    EXPECT_EQ(lessonWordsOf("generate web", false).computing, 1);
    EXPECT_EQ(lessonWordsOf("generate web", true).waiting, 0);
    EXPECT_EQ(lessonWordsOf("generate web", true).computing, 0);
    EXPECT_EQ(lessonWordsOf("download herunterladen", false).waiting, 1) << "one keyword in two languages";
}

namespace {

WorkShares shares(double computing, double seconds = 10, std::size_t stages = 1,
                  Runtime runtime = Runtime::python)
{
    WorkShares work;
    work.runtime = runtime;
    work.items = 100;
    work.seconds = seconds;
    work.itemSeconds = seconds / 100;
    work.computing = computing;
    work.waiting = 1 - computing;
    work.stages.resize(stages);
    return work;
}

} // namespace

TEST(MeasuredAdvice, SharesTakeThePlaceOfWords)
{
    EXPECT_EQ(adviceOf(shares(0.1), 2).family, threads);
    EXPECT_EQ(adviceOf(shares(0.1), 2).strategy, "python-threads:8");
    EXPECT_EQ(adviceOf(shares(0.9), 2).family, processes);
    EXPECT_EQ(adviceOf(shares(0.5), 2).family, profileFirst);
    EXPECT_EQ(adviceOf(shares(0.5, 10, 3), 2).family, queues) << "from stage to stage";
    EXPECT_EQ(adviceOf(shares(0.9, 10, 3), 2).family, processes) << "one kind decides, stages or not";
    EXPECT_EQ(adviceOf(shares(0.9, 0.05), 2).family, sequential);
    WorkShares large = shares(0.9);
    large.bytesThere = 1e9;
    EXPECT_EQ(adviceOf(large, 2).family, chunking);
}

TEST(MeasuredAdvice, NamesTheSharesAndMissesNothing)
{
    const Advice advice = adviceOf(shares(0.9), 2);
    ASSERT_FALSE(advice.reasons.empty());
    EXPECT_EQ(advice.reasons[0].english(), "Measured: 90 % of the work's time is computing and 10 % waiting; "
                                           "100 items take 10.0 s one after the other, 100 ms each.");
    EXPECT_THAT(english(advice.missing), IsEmpty());
    EXPECT_EQ(pathValue(advice.tree).asArray().size(), 3u);
    EXPECT_EQ(treeValue(advice.tree).asArray().size(), advice.tree.size());
}

TEST(MeasuredAdvice, TheLessonsAnswerIsThatForPython)
{
    const Advice native = adviceOf(shares(0.9, 10, 1, Runtime::native), 2);
    EXPECT_EQ(native.family, threads);
    EXPECT_EQ(native.strategy, "threads:2");
    EXPECT_EQ(native.lesson.family, processes);
    EXPECT_THAT(native.difference.english(), HasSubstr("Native code has no such lock"));
    const Advice python = adviceOf(shares(0.9), 2);
    EXPECT_EQ(python.lesson.family, processes);
    EXPECT_TRUE(python.difference.empty());
}
