// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"

#include "core/json.h"
#include "core/message.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace overlap;
using overlap::testing::bytesOf;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;

TEST(Catalogue, EveryPresetFileLoadsAndSurvivesARoundTrip)
{
    const core::Paths paths = core::Paths::ofThisProgram();
    const core::Catalogue catalogue = engine::makeCatalogue();
    const TempFolder folder;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(paths.experiments())) {
        if (entry.path().extension() != ".json")
            continue;
        SCOPED_TRACE(entry.path().filename().string());
        ++files;
        for (const int cores : {1, 2, 64}) {
            const core::Experiment experiment = core::loadExperiment(entry.path(), catalogue, cores);
            core::saveExperiment(folder / "copy.overlap.json", experiment);
            EXPECT_EQ(core::loadExperiment(folder / "copy.overlap.json", catalogue, cores), experiment);
        }
    }
    EXPECT_GE(files, 4);
    EXPECT_EQ(engine::loadPresets(paths, catalogue, 2).size(), static_cast<std::size_t>(files));
}

TEST(Catalogue, PresetsStandInTeachingOrderUnderTheirOwnIds)
{
    const auto presets = engine::loadPresets(core::Paths::ofThisProgram(), engine::makeCatalogue(), 2);
    std::set<std::string> ids;
    std::string chapter;
    for (const core::Experiment& preset : presets) {
        EXPECT_TRUE(ids.insert(preset.id).second) << preset.id << " stands twice";
        EXPECT_GE(preset.chapter, chapter);
        chapter = preset.chapter;
    }
    for (const char* id : {"two-waits",
                           "two-sums",
                           "web-requests",
                           "five-seconds",
                           "stores",
                           "failing-tasks",
                           "file-batch",
                           "file-digests",
                           "service-health",
                           "heavy-chunks",
                           "data-chunks",
                           "tiny-tasks",
                           "batched-tiny",
                           "big-payload",
                           "image-resize",
                           "ml-predictions",
                           "database-queries",
                           "producer-consumer",
                           "end-mark",
                           "back-pressure",
                           "dead-consumer",
                           "shared-work",
                           "assembly-line",
                           "price-pipeline",
                           "switch-interval",
                           "rule-thread-workers",
                           "rule-process-workers",
                           "rule-queue-size",
                           "rule-granularity",
                           "worth-it"})
        EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(Catalogue, EveryDefaultIsValid)
{
    for (const core::WorkloadDescriptor& workload : engine::makeCatalogue().workloads) {
        SCOPED_TRACE(workload.id);
        std::vector<core::Problem> problems;
        const core::Value parameters =
            core::validateParameters(workload.parameters, core::Value::object(), "", problems);
        ASSERT_TRUE(problems.empty());
        if (workload.check)
            workload.check(parameters, "", problems);
        EXPECT_TRUE(problems.empty());
        EXPECT_GE(workload.make(parameters)->itemCount(), 1u);
    }
}

TEST(Catalogue, ABrokenPresetIsNamed)
{
    const TempFolder folder;
    std::filesystem::create_directories(folder / "share/overlap/experiments");
    folder.write("share/overlap/experiments/101-bad.json", "{}");
    try {
        engine::loadPresets(core::Paths{folder.path()}, engine::makeCatalogue(), 2);
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("101-bad.json"));
    }
    EXPECT_THROW(engine::loadPresets(core::Paths{"/nowhere"}, engine::makeCatalogue(), 2), core::Error);
}
