// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/advice_in_words.h"

#include "analysis/task_words.h"
#include "core/shown.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Error;
using core::Message;
using core::Runtime;

namespace {

constexpr double worthSeconds = 0.1;   // the lesson's; the preset worth-it measures it
constexpr double poolStartSeconds = 1; // a few times what a pool of Python processes takes to start
constexpr double longestSeconds = 1e9;
constexpr std::size_t longestDescription = 1000;
constexpr double largeBytes = 64e6; // of one task: far beyond every cache, and tenths of a second to copy

/// What the words say takes the time.
enum class Binds { waiting, computing, both, notSaid };

Binds bindsOf(const TaskWords& words)
{
    if (words.stages)
        return Binds::both;
    if (words.waiting == 0 && words.computing == 0)
        return Binds::notSaid;
    if (words.waiting >= 2 * words.computing)
        return Binds::waiting;
    return words.computing >= 2 * words.waiting ? Binds::computing : Binds::both;
}

/// The same of what was measured.
Binds bindsOf(const WorkShares& shares)
{
    if (shares.waiting >= 2 * shares.computing)
        return Binds::waiting;
    return shares.computing >= 2 * shares.waiting ? Binds::computing : Binds::both;
}

AdviceQuestion questionOf(const WorkShares& shares, core::Runtime runtime, int cores)
{
    AdviceQuestion question;
    question.runtime = runtime;
    question.durationSeconds = shares.seconds;
    question.cores = cores;
    return question;
}

void check(const AdviceQuestion& question)
{
    if (core::firstBadUtf8(question.description) != std::string::npos)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the description must be UTF-8")), "/description");
    if (core::hasControlCharacters(question.description))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the description must be one line")), "/description");
    const std::size_t length = core::characterCount(question.description);
    if (question.description.find_first_not_of(' ') == std::string::npos || length > longestDescription) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the description must have 1 to %1 characters"),
                            {std::to_string(longestDescription)}),
                    "/description");
    }
    if (question.durationSeconds) {
        const double seconds = *question.durationSeconds;
        if (!std::isfinite(seconds) || seconds < 0 || seconds > longestSeconds) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3"),
                                {"duration", core::shortNumber(0), core::shortNumber(longestSeconds)}),
                        "/duration");
        }
    }
}

std::string quoted(const std::vector<std::string>& words)
{
    constexpr std::size_t enough = 4;
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), enough));
    return core::joined({words.begin(), last}, ", ");
}

Message lockDifference()
{
    return Message(OVERLAP_TR_NOOP(
        "Messages", "The lesson speaks of Python, where a lock keeps threads from computing side "
                    "by side. Native code has no such lock."));
}

class Adviser
{
public:
    explicit Adviser(const AdviceQuestion& question)
        : m_words(wordsOf(question.description))
        , m_binds(bindsOf(m_words))
    {
        m_advice.question = question;
        m_advice.computing = m_binds == Binds::computing;
    }

    /// `runtime`: that the answer is for, not that of the measurement.
    Adviser(const WorkShares& shares, Runtime runtime, int cores)
        : m_binds(bindsOf(shares))
        , m_measured(&shares)
    {
        m_words.stages = shares.stages.size() > 1;
        m_words.largeData = shares.bytesThere >= largeBytes;
        m_advice.question = questionOf(shares, runtime, cores);
    }

    Advice advice()
    {
        growTree();
        m_advice.family = walkTree();
        m_advice.answer = answer();
        m_advice.strategy = strategy();
        if (m_measured)
            addShares();
        addReasons();
        if (m_measured)
            return std::move(m_advice);
        m_advice.lesson = lessonAnswer();
        m_advice.difference = difference();
        addMissing();
        return std::move(m_advice);
    }

private:
    const AdviceQuestion& question() const { return m_advice.question; }
    bool isNative() const { return question().runtime == Runtime::native; }
    bool isWorthIt() const { return question().durationSeconds.value_or(worthSeconds) >= worthSeconds; }
    bool hasLargeData() const
    {
        return question().data ? *question().data == DataSize::large : m_words.largeData;
    }

    void growTree()
    {
        const AdviceFamily computing = isNative() ? AdviceFamily::threads : AdviceFamily::processes;
        m_advice.tree = {
            {Message(OVERLAP_TR_NOOP("Messages", "Is it worth it: is there more than 0.1 s of work?")),
             false,
             {{Message(OVERLAP_TR_NOOP("Messages", "no")), !isWorthIt(), {}, AdviceFamily::sequential},
              {question().durationSeconds ? Message(OVERLAP_TR_NOOP("Messages", "yes"))
                                          : Message(OVERLAP_TR_NOOP("Messages", "not said, so perhaps")),
               isWorthIt(),
               1,
               {}}}},
            {Message(OVERLAP_TR_NOOP("Messages", "What takes the time?")),
             false,
             {{Message(OVERLAP_TR_NOOP("Messages", "waiting")),
               m_binds == Binds::waiting,
               {},
               AdviceFamily::threads},
              {Message(OVERLAP_TR_NOOP("Messages", "computing")), m_binds == Binds::computing, 2, {}},
              {Message(OVERLAP_TR_NOOP("Messages", "both")), m_binds == Binds::both, 3, {}},
              {Message(OVERLAP_TR_NOOP("Messages", "the words do not say")),
               m_binds == Binds::notSaid,
               {},
               AdviceFamily::profileFirst}}},
            {Message(OVERLAP_TR_NOOP("Messages", "How much data does the computing need?")),
             false,
             {{Message(OVERLAP_TR_NOOP("Messages", "little")), !hasLargeData(), {}, computing},
              {Message(OVERLAP_TR_NOOP("Messages", "much")), hasLargeData(), {}, AdviceFamily::chunking}}},
            {Message(OVERLAP_TR_NOOP("Messages", "Does the work go from hand to hand?")),
             false,
             {{Message(OVERLAP_TR_NOOP("Messages", "yes")), m_words.stages, {}, AdviceFamily::queues},
              {Message(OVERLAP_TR_NOOP("Messages", "no")),
               !m_words.stages,
               {},
               AdviceFamily::profileFirst}}}};
        if (m_measured)
            m_advice.tree[1].branches.pop_back(); // there is no not knowing
    }

    void addShares()
    {
        const auto percent = [](double share) { return core::fixedNumber(share * 100, 0); };
        addReason(
            Message(OVERLAP_TR_NOOP("Messages", "Measured: %1 % of the work's time is computing and %2 % "
                                                "waiting; %3 items take %4 one after the other, %5 each."),
                    {percent(m_measured->computing), percent(m_measured->waiting),
                     core::groupedNumber(m_measured->items), core::durationText(m_measured->seconds),
                     core::durationText(m_measured->itemSeconds)}));
    }

    /// Lights the path; each question has one answer that is taken.
    AdviceFamily walkTree()
    {
        std::size_t at = 0;
        while (true) {
            AdviceNode& node = m_advice.tree[at];
            node.lit = true;
            const auto taken = std::ranges::find(node.branches, true, &AdviceBranch::taken);
            if (!taken->next) {
                unlightRest();
                return *taken->family;
            }
            at = *taken->next;
        }
    }

    void unlightRest()
    {
        for (AdviceNode& node : m_advice.tree) {
            for (AdviceBranch& branch : node.branches)
                branch.taken = branch.taken && node.lit;
        }
    }

    Message answer() const
    {
        switch (m_advice.family) {
        case AdviceFamily::sequential:
            return Message(OVERLAP_TR_NOOP("Messages", "Stay sequential."));
        case AdviceFamily::threads:
            return m_binds == Binds::computing
                       ? Message(OVERLAP_TR_NOOP("Messages", "Use threads, one for each core."))
                       : Message(OVERLAP_TR_NOOP("Messages", "Use threads, several for each core."));
        case AdviceFamily::processes:
            return Message(OVERLAP_TR_NOOP("Messages", "Use processes, one for each core."));
        case AdviceFamily::queues:
            return Message(
                OVERLAP_TR_NOOP("Messages", "Join the stages by queues, with workers of its own for each."));
        case AdviceFamily::chunking:
            return isNative() ? Message(OVERLAP_TR_NOOP(
                                    "Messages",
                                    "Cut the data into chunks, and compute on them with a thread for each "
                                    "core."))
                              : Message(OVERLAP_TR_NOOP(
                                    "Messages",
                                    "Cut the data into chunks, and compute on them with a process for each "
                                    "core."));
        default:
            return Message(OVERLAP_TR_NOOP("Messages", "Begin with threads, measure, then decide."));
        }
    }

    std::string strategy() const
    {
        const std::string prefix = isNative() ? "" : "python-";
        const int cores = std::max(question().cores, 1);
        constexpr int perCore = 4; // within the lesson's 2 to 5 × cores
        switch (m_advice.family) {
        case AdviceFamily::sequential:
            return prefix + "sequential";
        case AdviceFamily::processes:
        case AdviceFamily::chunking:
            return prefix + (isNative() ? "threads:" : "processes:") + std::to_string(cores);
        case AdviceFamily::queues:
            return isNative() ? "pipeline:" + std::to_string(perCore) + "," + std::to_string(cores) + ",1"
                              : std::string();
        default:
            return prefix +
                   "threads:" + std::to_string(m_binds == Binds::computing ? cores : perCore * cores);
        }
    }

    void addReason(Message reason) { m_advice.reasons.push_back(std::move(reason)); }

    void addReasons()
    {
        if (!m_words.waitingWords.empty() && m_advice.family != AdviceFamily::sequential)
            addReason(Message(OVERLAP_TR_NOOP("Messages", "These words speak of waiting: %1."),
                              {quoted(m_words.waitingWords)}));
        if (!m_words.computingWords.empty() && m_advice.family != AdviceFamily::sequential)
            addReason(Message(OVERLAP_TR_NOOP("Messages", "These words speak of computing: %1."),
                              {quoted(m_words.computingWords)}));
        switch (m_advice.family) {
        case AdviceFamily::sequential:
            addReason(Message(OVERLAP_TR_NOOP(
                "Messages",
                "Starting workers and handing work over costs about as much as could be saved.")));
            break;
        case AdviceFamily::threads:
            if (m_binds == Binds::computing) {
                addReason(Message(OVERLAP_TR_NOOP(
                    "Messages",
                    "In native code threads compute side by side, and nothing has to be copied.")));
            } else {
                addReason(Message(OVERLAP_TR_NOOP(
                    "Messages", "Who waits takes no core, so many can wait at a time; an event loop does the "
                                "same on one thread.")));
            }
            break;
        case AdviceFamily::processes:
            addReason(Message(OVERLAP_TR_NOOP(
                "Messages", "Python's lock lets one thread compute at a time; each process has a lock of its "
                            "own.")));
            if (question().durationSeconds && *question().durationSeconds < poolStartSeconds) {
                addReason(Message(OVERLAP_TR_NOOP(
                    "Messages",
                    "Starting a pool of Python processes takes tenths of a second: measure whether "
                    "it pays here.")));
            }
            break;
        case AdviceFamily::queues:
            addReason(Message(OVERLAP_TR_NOOP(
                "Messages", "Queues even out stages of different speed; give the slowest stage the most "
                            "workers.")));
            break;
        case AdviceFamily::chunking:
            addReason(isNative()
                          ? Message(OVERLAP_TR_NOOP(
                                "Messages", "Chunks fit into memory and into caches; threads share them "
                                            "without copying."))
                          : Message(OVERLAP_TR_NOOP("Messages",
                                                    "What goes to a process is copied: let each process read "
                                                    "its own chunk, and send back only results.")));
            break;
        default:
            addReason(Message(OVERLAP_TR_NOOP(
                "Messages", "Threads are the simplest; a measurement says whether waiting or computing takes "
                            "the time.")));
            break;
        }
    }

    LessonAnswer lessonAnswer() const
    {
        const bool framework = question().durationSeconds || question().data;
        if (!isWorthIt())
            return {AdviceFamily::sequential,
                    Message(OVERLAP_TR_NOOP("Messages", "Sequential: the work is too small."))};
        const LessonWords words = lessonWordsOf(question().description, framework);
        const bool waiting =
            framework ? words.waiting > 0 && words.computing == 0 : words.waiting > words.computing;
        const bool computing =
            framework ? words.computing > 0 && words.waiting == 0 : words.computing > words.waiting;
        if (waiting)
            return {AdviceFamily::threads,
                    Message(OVERLAP_TR_NOOP("Messages", "Threads: the keywords speak of waiting."))};
        if (computing) {
            return {
                AdviceFamily::processes,
                question().data == DataSize::large
                    ? Message(OVERLAP_TR_NOOP("Messages", "Processes, with caution: the keywords speak of "
                                                          "computing, and large data are dear to copy."))
                    : Message(OVERLAP_TR_NOOP("Messages", "Processes: the keywords speak of computing."))};
        }
        return {AdviceFamily::profileFirst,
                framework ? Message(OVERLAP_TR_NOOP("Messages", "Threads first: the keywords leave it open. "
                                                                "Measure, then decide."))
                          : Message(OVERLAP_TR_NOOP("Messages", "Unclear: the keywords leave it open. Begin "
                                                                "with threads, measure, then decide."))};
    }

    Message difference() const
    {
        const AdviceFamily lesson = m_advice.lesson.family;
        if (lesson == m_advice.family)
            return {};
        const bool framework = question().durationSeconds || question().data;
        const LessonWords words = lessonWordsOf(question().description, framework);
        if (lesson == AdviceFamily::processes && isNative() && m_advice.family == AdviceFamily::threads)
            return lockDifference();
        if (m_words.stages && m_advice.family == AdviceFamily::queues)
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The lesson's keywords know nothing of stages that work "
                                           "hand in hand; its decision tree gives them queues."));
        if (lesson == AdviceFamily::processes && m_advice.family == AdviceFamily::chunking)
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The lesson warns of large data; its decision tree cuts "
                                           "them into chunks."));
        const std::string told =
            quoted(m_binds == Binds::waiting ? m_words.waitingWords : m_words.computingWords);
        if (words.waiting == 0 && words.computing == 0) {
            return m_binds == Binds::waiting
                       ? Message(OVERLAP_TR_NOOP("Messages", "None of the lesson's keywords is in the "
                                                             "description; “%1” is waiting all the same."),
                                 {told})
                       : Message(OVERLAP_TR_NOOP("Messages", "None of the lesson's keywords is in the "
                                                             "description; “%1” is computing all the same."),
                                 {told});
        }
        if (m_binds == Binds::both || m_binds == Binds::notSaid)
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The lesson counts keywords of one kind only; other words "
                                           "speak of the other kind, or are no keywords at all."));
        return m_binds == Binds::waiting
                   ? Message(OVERLAP_TR_NOOP("Messages",
                                             "The lesson counts every keyword alike; here “%1”, which "
                                             "is waiting, weighs more."),
                             {told})
                   : Message(OVERLAP_TR_NOOP("Messages",
                                             "The lesson counts every keyword alike; here “%1”, which "
                                             "is computing, weighs more."),
                             {told});
    }

    void addMissing()
    {
        if (m_advice.family == AdviceFamily::sequential)
            return;
        const auto add = [&](const char* text) { m_advice.missing.emplace_back(text); };
        if (m_binds == Binds::notSaid)
            add(OVERLAP_TR_NOOP("Messages",
                                "what one task does: download, query or read (waiting), or calculate, "
                                "resize or compress (computing)"));
        if (m_binds == Binds::both && !m_words.stages)
            add(OVERLAP_TR_NOOP("Messages", "which of the two takes longer, or whether the work goes through "
                                            "stages"));
        if (!question().durationSeconds)
            add(OVERLAP_TR_NOOP("Messages", "how long all of it takes, one after the other"));
        if (m_binds == Binds::computing && !question().data && !m_words.largeData)
            add(OVERLAP_TR_NOOP("Messages", "how much data a task gets"));
    }

    TaskWords m_words;
    Binds m_binds;
    const WorkShares* m_measured = nullptr; // in place of words
    Advice m_advice;
};

} // namespace

std::optional<DataSize> dataSizeFromName(std::string_view name)
{
    const auto found = std::ranges::find(dataSizeNames, name);
    return found == dataSizeNames.end() ? std::nullopt
                                        : std::optional(static_cast<DataSize>(found - dataSizeNames.begin()));
}

Advice adviceOf(const AdviceQuestion& question)
{
    check(question);
    return Adviser(question).advice();
}

Advice adviceOf(const WorkShares& shares, int cores)
{
    Advice advice = Adviser(shares, shares.runtime, cores).advice();
    const Advice python = Adviser(shares, Runtime::python, cores).advice();
    advice.lesson = {python.family, python.answer};
    if (advice.family != python.family)
        advice.difference = lockDifference();
    return advice;
}

} // namespace overlap::analysis
