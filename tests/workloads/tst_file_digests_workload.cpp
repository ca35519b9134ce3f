// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"
#include "core/json.h"
#include "core/report.h"
#include "workload_run.h"
#include "workloads/file_digests_workload.h"

#include <sys/stat.h>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

Settings ofFolder(const TempFolder& folder)
{
    return {{"folder", Value(folder.path().string())}};
}

} // namespace

TEST(FileDigests, GeneratesTheSameFilesFromTheSameSeed)
{
    const Settings small{{"files", 3}, {"size", 1000}};
    const TempFolder first;
    const TempFolder second;
    const TempFolder third;
    std::vector<std::vector<std::string>> digests;
    for (const auto& [folder, seed] : {std::pair(&first, 5), std::pair(&second, 5), std::pair(&third, 6)}) {
        const auto workload = made(fileDigestsWorkload(), small);
        EXPECT_EQ(workload->itemCount(), 3U) << "known before the files are there";
        workload->prepare(settingIn(*folder, static_cast<std::uint64_t>(seed)));
        digests.emplace_back();
        for (ItemIndex item = 0; item < 3; ++item) {
            const Value result = resultOf(*workload, item);
            const std::string bytes = bytesOf(*folder / "files" / workload->itemLabel(item));
            EXPECT_GE(bytes.size(), 500U);
            EXPECT_LE(bytes.size(), 1000U);
            EXPECT_EQ(*result.find("size"), Value(bytes.size()));
            EXPECT_EQ(text(result, "sha256"), sha256(bytes));
            digests.back().push_back(text(result, "sha256"));
        }
    }
    EXPECT_EQ(digests[0], digests[1]);
    EXPECT_NE(digests[0], digests[2]);
}

TEST(FileDigests, ReadsLargeFilesPieceByPiece)
{
    const TempFolder scratch;
    const TempFolder folder;
    const std::string bytes(5 * 1024 * 1024 / 2, 'x');
    folder.write("large", bytes);
    const auto workload = made(fileDigestsWorkload(), ofFolder(folder));
    workload->prepare(settingIn(scratch));
    FakeContext context;
    const Value result = resultOf(*workload, 0, context);
    EXPECT_EQ(text(result, "sha256"), sha256(bytes));
    // Opening, three pieces, the end, the line of the list.
    EXPECT_EQ(context.blockings, 6);
    EXPECT_EQ(context.blockingDepth, 0);
}

TEST(FileDigests, WritesAListThatSha256sumChecks)
{
    const TempFolder scratch;
    const TempFolder folder;
    folder.write("plain", "abc");
    folder.write("new\nline", "def");
    folder.write("back\\slash", "ghi");
    folder.write("bad\xff"
                 "name",
                 "jkl");
    const auto workload = made(fileDigestsWorkload(), ofFolder(folder));
    workload->prepare(settingIn(scratch));
    ASSERT_EQ(workload->itemCount(), 4U);
    for (ItemIndex item = 0; item < 4; ++item) {
        const Value result = resultOf(*workload, item);
        EXPECT_NO_THROW(parseJson(writeJson(result))) << "any name is fit for a report";
    }
    const std::string command =
        "cat '" + (scratch / "sums").string() + "'/*.sha256 | sha256sum --check --quiet";
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(folder.entries(), 4U) << "nothing is written where the files are";
}

TEST(FileDigests, AFileThatCannotBeReadFailsAlone)
{
    const TempFolder scratch;
    const TempFolder folder;
    folder.write("a", "1");
    folder.write("b", "2");
    folder.write("c", "3");
    const auto workload = made(fileDigestsWorkload(), ofFolder(folder));
    workload->prepare(settingIn(scratch));
    std::filesystem::remove(folder / "b");
    std::filesystem::remove(folder / "c");
    ASSERT_EQ(mkfifo((folder / "c").c_str(), 0600), 0);
    EXPECT_EQ(failureOf(*workload, 0), "");
    EXPECT_EQ(failureOf(*workload, 1), "“b” cannot be read: No such file or directory");
    EXPECT_EQ(failureOf(*workload, 2), "“c” is not a regular file");
}

TEST(FileDigests, AFileWithoutEndIsNoFileToDigest)
{
    const TempFolder scratch;
    const auto workload = made(fileDigestsWorkload(), {{"folder", "/proc/self"}});
    workload->prepare(settingIn(scratch));
    for (ItemIndex item = 0; item < workload->itemCount(); ++item) {
        if (workload->itemLabel(item) == "status") {
            EXPECT_EQ(failureOf(*workload, item), "“status” changed while it was read");
            return;
        }
    }
    FAIL() << "no file of the kind here";
}

TEST(FileDigests, StopsWhileItReadsAndWhileItPrepares)
{
    const TempFolder scratch;
    const auto workload = made(fileDigestsWorkload(), {{"files", 1}, {"size", 100'000}});
    workload->prepare(settingIn(scratch));
    FakeContext context;
    context.stopped = true;
    EXPECT_THROW(resultOf(*workload, 0, context), Cancelled);
    const TempFolder other;
    WorkloadSetting setting = settingIn(other);
    std::stop_source source;
    source.request_stop();
    setting.stop = source.get_token();
    EXPECT_THROW(made(fileDigestsWorkload())->prepare(setting), Cancelled);
}

TEST(FileDigests, SaysWhatIsWrongWithAFolder)
{
    const TempFolder folder;
    const std::string name = folder.path().string();
    folder.write("file", "x");
    const auto complaint = [](const std::string& path) {
        return complaintAbout(fileDigestsWorkload(), {{"folder", Value(path)}});
    };
    EXPECT_EQ(complaint(name + "/gone"), "/p/folder: there is no folder “" + name + "/gone”");
    EXPECT_EQ(complaint(name + "/file"), "/p/folder: “" + name + "/file” is not a folder");
    // What no file of an experiment can say is refused before anybody looks.
    EXPECT_NE(complaint("/tmp/\xff"), "");
    EXPECT_NE(complaint(std::string("/tmp\0/gone", 10)), "");
    EXPECT_EQ(complaint(""), "");
    EXPECT_EQ(complaintAbout(fileDigestsWorkload(), {{"files", 1000}, {"size", 100'000'000}}),
              "/p/size: the generated files would have 100000 MB together; at most 4295 are made");
    std::filesystem::remove(folder / "file");
    const TempFolder scratch;
    EXPECT_EQ(preparationError(*made(fileDigestsWorkload(), ofFolder(folder)), settingIn(scratch)),
              "/workload/parameters/folder: there is no file in the folder “" + name + "”");
}

TEST(FileDigests, SaysWhatBoundIt)
{
    const auto workload = made(fileDigestsWorkload());
    const auto conclusion = [&](double reading, double hashing) {
        Value result = Value::object();
        result.set("size", 10);
        result.set("reading", reading);
        result.set("hashing", hashing);
        const Value summary = workload->summary({&result, &result});
        EXPECT_EQ(*summary.find("bytes"), Value(20));
        return workload->conclusion(summary, {}).english();
    };
    EXPECT_EQ(conclusion(1, 9),
              "bound by computing: 10 % of the tasks' time went into reading, 90 % into SHA-256");
    EXPECT_EQ(conclusion(4, 1), "bound by reading: 80 % of the tasks' time went into it, 20 % into SHA-256");
    EXPECT_EQ(conclusion(1, 1), "bound by reading and computing alike: 50 % of the tasks' time went into "
                                "reading, 50 % into SHA-256");
    EXPECT_TRUE(workload->conclusion(workload->summary({}), {}).empty());
}
