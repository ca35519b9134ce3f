// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"
#include "core/report.h"
#include "workload_run.h"
#include "workloads/image_resize_workload.h"
#include "workloads/jpeg_codec.h"

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

std::string jpeg(int width, int height)
{
    return encodeJpeg(drawnPicture({width, height}, 1, [] {}), 90, [] { return false; });
}

} // namespace

TEST(ImageResize, MakesThumbnailsOfGeneratedPictures)
{
    const Settings small{{"files", 2}, {"megapixels", 0.3}, {"box", 100}};
    std::vector<std::string> digests;
    for (int round = 0; round < 2; ++round) {
        const TempFolder scratch;
        const auto workload = made(imageResizeWorkload(), small);
        EXPECT_EQ(workload->itemCount(), 2U);
        workload->prepare(settingIn(scratch));
        const Value result = resultOf(*workload, 1);
        for (const ResultColumn& column : workload->resultColumns()) {
            EXPECT_TRUE(result.find(column.key)) << column.key;
            EXPECT_TRUE(column.comparable);
        }
        EXPECT_EQ(*result.find("width"), Value(100));
        EXPECT_EQ(*result.find("height"), Value(75));
        const std::string written = bytesOf(scratch / "thumbnails" / "2.jpg");
        EXPECT_EQ(*result.find("bytesOut"), Value(written.size()));
        EXPECT_EQ(text(result, "sha256"), sha256(written));
        const DecodedJpeg thumbnail = decodeJpeg(written, "2.jpg", 4096, [] { return false; });
        EXPECT_EQ(thumbnail.original, (PictureSize{100, 75}));
        digests.push_back(text(result, "sha256"));
    }
    EXPECT_EQ(digests[0], digests[1]);
}

TEST(ImageResize, EveryStageHandsOnPlainValues)
{
    const TempFolder scratch;
    const auto workload = made(imageResizeWorkload(), {{"files", 1}, {"megapixels", 0.1}, {"box", 64}});
    workload->prepare(settingIn(scratch));
    FakeContext context;
    Value value = workload->item(0);
    for (StageIndex stage = 0; stage < workload->stages().size(); ++stage) {
        // A copy shares nothing: each of the two goes its own way to the same result.
        Value copy = value;
        Stage<Value> once = workload->run(stage, context, std::move(copy));
        once.resume();
        const Value first = once.take();
        Stage<Value> again = workload->run(stage, context, std::move(value));
        again.resume();
        value = again.take();
        EXPECT_EQ(first, value) << "stage " << stage;
    }
}

TEST(ImageResize, AFileThatIsNoPictureFailsAlone)
{
    const TempFolder scratch;
    const TempFolder folder;
    const std::string good = jpeg(300, 200);
    folder.write("a.jpg", good);
    folder.write("b.jpg", "no picture");
    folder.write("c.JPEG", good.substr(0, good.size() / 2));
    folder.write("d.jpg", "");
    folder.write("e.jpg", good);
    folder.write("notes.txt", "not even tried");
    const auto workload =
        made(imageResizeWorkload(), {{"folder", Value(folder.path().string())}, {"box", 64}});
    workload->prepare(settingIn(scratch));
    ASSERT_EQ(workload->itemCount(), 5U);
    std::filesystem::remove(folder / "e.jpg");
    EXPECT_EQ(failureOf(*workload, 0), "");
    EXPECT_EQ(failureOf(*workload, 1), "“b.jpg” is not a JPEG file");
    EXPECT_EQ(failureOf(*workload, 2), "“c.JPEG” ends before its picture is complete");
    EXPECT_EQ(failureOf(*workload, 3), "“d.jpg” is empty");
    EXPECT_EQ(failureOf(*workload, 4), "“e.jpg” cannot be read: No such file or directory");
    EXPECT_EQ(folder.entries(), 5U) << "nothing is written where the pictures are";
}

TEST(ImageResize, TakesAFolderWholeUnlessToldOtherwise)
{
    const TempFolder folder;
    const TempFolder scratch;
    const std::string bytes = jpeg(20, 10);
    for (int i = 0; i < 20; ++i)
        folder.write(std::to_string(i) + ".jpg", bytes);
    const auto whole = made(imageResizeWorkload(), {{"folder", Value(folder.path().string())}, {"files", 2}});
    whole->prepare(settingIn(scratch));
    EXPECT_EQ(whole->itemCount(), 20U);
    const auto part = made(imageResizeWorkload(), {{"folder", Value(folder.path().string())}, {"atMost", 3}});
    part->prepare(settingIn(scratch));
    EXPECT_EQ(part->itemCount(), 3U);
}

TEST(ImageResize, NeverEnlarges)
{
    const TempFolder scratch;
    const TempFolder folder;
    folder.write("small.jpg", jpeg(40, 30));
    const auto workload = made(imageResizeWorkload(), {{"folder", Value(folder.path().string())}});
    workload->prepare(settingIn(scratch));
    const Value result = resultOf(*workload);
    EXPECT_EQ(*result.find("width"), Value(40));
    EXPECT_EQ(*result.find("height"), Value(30));
}

TEST(ImageResize, GivesTheGilBackWhereTheCodecDoesNotKeepIt)
{
    std::vector<std::string> digests;
    for (const bool keeps : {true, false}) {
        const TempFolder scratch;
        const auto workload =
            made(imageResizeWorkload(), {{"files", 1}, {"megapixels", 0.1}, {"codecKeepsGil", keeps}});
        workload->prepare(settingIn(scratch));
        FakeContext context;
        digests.push_back(text(resultOf(*workload, 0, context), "sha256"));
        EXPECT_EQ(context.natives, keeps ? 0 : 3) << "decode, resize and encode";
        EXPECT_EQ(context.checkpoints == 0, !keeps) << "a checkpoint would hand over what it has not got";
        EXPECT_EQ(context.blockings, 2);
        context.stopped = true;
        EXPECT_THROW(resultOf(*workload, 0, context), Cancelled);
        // Each stage stops, not the first alone.
        FakeContext going;
        Stage<Value> decode = workload->run(0, going, workload->item(0));
        decode.resume();
        Value decoded = decode.take();
        Stage<Value> resize = workload->run(1, context, std::move(decoded));
        resize.resume();
        EXPECT_THROW(resize.take(), Cancelled);
    }
    EXPECT_EQ(digests[0], digests[1]);
}

TEST(ImageResize, AnswersTheLastQuestion)
{
    EXPECT_EQ(made(imageResizeWorkload())->conclusion({}, {.done = 12}).english(),
              "1000 pictures of 0.5 s each: 500 s one after the other, 500 ÷ n s on n cores");
}

TEST(ImageResize, SaysWhatCannotBeDone)
{
    const TempFolder folder;
    const TempFolder scratch;
    folder.write("notes.txt", "x");
    EXPECT_EQ(complaintAbout(imageResizeWorkload(), {{"folder", "/nowhere/at/all"}}),
              "/p/folder: there is no folder “/nowhere/at/all”");
    EXPECT_EQ(
        complaintAbout(imageResizeWorkload(), {{"files", 1000}, {"megapixels", 12.0}}),
        "/p/megapixels: the generated pictures would have 12000 megapixels together; at most 2000 are made");
    const auto workload = made(imageResizeWorkload(), {{"folder", Value(folder.path().string())}});
    EXPECT_EQ(preparationError(*workload, settingIn(scratch)),
              "/workload/parameters/folder: there is no JPEG file in the folder “" + folder.path().string() +
                  "”");
}

TEST(ImageResize, StopsWhileItWorksAndWhileItPrepares)
{
    const TempFolder scratch;
    const auto workload = made(imageResizeWorkload(), {{"files", 1}, {"megapixels", 0.1}});
    workload->prepare(settingIn(scratch));
    FakeContext context;
    context.stopped = true;
    EXPECT_THROW(resultOf(*workload, 0, context), Cancelled);
    WorkloadSetting setting = settingIn(scratch);
    std::stop_source source;
    source.request_stop();
    setting.stop = source.get_token();
    EXPECT_THROW(made(imageResizeWorkload())->prepare(setting), Cancelled);
}
