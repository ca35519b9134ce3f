// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hints.h"

#include "analysis/report_builder.h"
#include "support/small_catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

std::vector<core::RunReport> runsOf(const std::vector<double>& walls, bool warmup = false)
{
    std::vector<core::RunReport> runs;
    for (std::size_t i = 0; i < walls.size(); ++i) {
        core::RunReport run;
        run.warmup = warmup && i == 0;
        run.block = run.warmup ? 0 : static_cast<int>(i) - (warmup ? 1 : 0);
        run.wallSeconds = walls[i];
        run.tasks.done = 1;
        runs.push_back(run);
    }
    return runs;
}

core::Report reportOf(std::vector<core::RunReport> runs, const core::Environment& environment = {})
{
    analysis::StrategySample sample;
    sample.strategy = core::parseStrategy("sequential", smallCatalogue().strategies, 2);
    sample.items = 1;
    sample.runs = std::move(runs);
    return analysis::buildReport(smallExperiment({"sequential"}), environment, {sample}, false);
}

std::vector<std::string> hints(std::vector<core::RunReport> runs, const core::Environment& environment = {})
{
    std::vector<std::string> texts;
    for (const core::Message& hint : reportOf(std::move(runs), environment).hints)
        texts.push_back(hint.english());
    return texts;
}

} // namespace

TEST(Hints, GoodRunsNeedNone)
{
    EXPECT_THAT(hints(runsOf({1, 1.01, 1.02, 1, 1.01})), IsEmpty());
    EXPECT_THAT(hints(runsOf({1})), IsEmpty());
}

TEST(Hints, OutliersAreMarkedAndCounted)
{
    const core::Report report = reportOf(runsOf({1, 1.001, 1.002, 1.06, 1.001, 1.002}));
    EXPECT_TRUE(report.strategies[0].runs[3].outlier);
    EXPECT_EQ(std::ranges::count(report.strategies[0].runs, true, &core::RunReport::outlier), 1);
    ASSERT_EQ(report.hints.size(), 1u);
    EXPECT_THAT(report.hints[0].english(), HasSubstr("One run of sequential lies far"));
    EXPECT_NE(report.strategies[0].medianWallSeconds, 1.001) << "marked, and part of the figures";
    EXPECT_THAT(hints(runsOf({1, 1.001, 1.002, 1.06, 1.001, 1.002, 1.05})),
                ElementsAre(HasSubstr("2 of 7 runs of sequential lie far")));
    EXPECT_THAT(hints(runsOf({1, 1, 1, 1.03})), IsEmpty()) << "four runs do not tell what is usual";
    EXPECT_THAT(hints(runsOf({1, 1, 1, 1, 1, 1.009})), IsEmpty()) << "nor does a hair's breadth";
}

TEST(Hints, ASlowFirstRunIsSaid)
{
    EXPECT_THAT(hints(runsOf({2, 1, 1.01, 1}, false)), ElementsAre(HasSubstr("run 5 blocks or more")));
    EXPECT_THAT(hints(runsOf({2, 1, 1.005, 1, 1, 1.005}, true)),
                ElementsAre(HasSubstr("it was the warm-up")));
    EXPECT_THAT(hints(runsOf({1.2, 1, 1.005, 1, 1, 1.005}, true)), IsEmpty());
}

TEST(Hints, ScatterAndShortRunsAreSaid)
{
    EXPECT_THAT(hints(runsOf({1, 1.2, 0.9, 1.3, 1.1})), ElementsAre(HasSubstr("scatter by 14 %")));
    EXPECT_THAT(hints(runsOf({0.004, 0.0041})), ElementsAre(HasSubstr("took only 4.00 ms")));
}

TEST(Hints, TheRecordersCostAndLossAreSaid)
{
    auto runs = runsOf({1, 1});
    runs[0].records = 1'000'000;
    runs[0].lostRecords = 17;
    core::Environment environment;
    environment.recordNanoseconds = 80;
    EXPECT_THAT(hints(runs, environment),
                ElementsAre(HasSubstr("8.0 %"), HasSubstr("Records lost of sequential: 17.")));
    environment.recordNanoseconds = 40;
    runs[0].lostRecords = 0;
    EXPECT_THAT(hints(runs, environment), IsEmpty());
}

TEST(Hints, DisturbedBlocksAreCountedByWhatBecameOfThem)
{
    auto runs = runsOf({1, 1, 1, 1, 1, 1});
    runs[1].disturbances = {{core::DisturbanceKind::load, 1.5}};
    runs[1].replaced = true;
    EXPECT_THAT(hints(runs),
                ElementsAre(HasSubstr("One block was disturbed by something else on this machine "
                                      "and ran anew.")));
    runs[2].disturbances = {{core::DisturbanceKind::steal, 0.3}};
    EXPECT_THAT(hints(runs), ElementsAre(HasSubstr("ran anew"), HasSubstr("counted all the same")));
    runs[2].replaced = true;
    EXPECT_THAT(hints(runs), ElementsAre(HasSubstr("2 blocks were disturbed")));
}

TEST(Hints, ABuildThatIsNotForMeasurementSaysSo)
{
    core::Environment environment;
    environment.measurable = false;
    EXPECT_THAT(hints(runsOf({1}), environment), ElementsAre(HasSubstr("not for measurement")));
}
