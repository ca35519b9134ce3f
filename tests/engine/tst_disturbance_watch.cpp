// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/disturbance_watch.h"

#include "engine/environment_probe.h"
#include "engine_fixture.h"
#include "fake_machine.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <unistd.h>

using namespace overlap;
using core::DisturbanceKind;
using engine::disturbancesBetween;
using engine::MachineSample;
using overlap::testing::FakeMachine;

namespace {

constexpr core::Nanoseconds second = core::nanosecondsPerSecond;

MachineSample sampleAt(core::Nanoseconds time, int cpus = 2)
{
    MachineSample sample;
    sample.time = time;
    sample.cpus = cpus;
    return sample;
}

std::vector<DisturbanceKind> kindsOf(const MachineSample& before, const MachineSample& after)
{
    std::vector<DisturbanceKind> kinds;
    for (const core::Disturbance& disturbance : disturbancesBetween(before, after))
        kinds.push_back(disturbance.kind);
    return kinds;
}

class DisturbedRuns : public overlap::testing::EngineTest
{
protected:
    /// Five blocks of two short strategies, of which those told are disturbed.
    engine::ExperimentOutcome runWith(std::vector<bool> disturbed, int repeats = 5,
                                      std::size_t stopBefore = SIZE_MAX)
    {
        core::Experiment asked =
            experiment("wait", {"sequential", "threads:2"}, {{"seconds", core::Value(0.3)}});
        asked.repeats = repeats;
        asked.expect = expect;
        FakeMachine machine(std::move(disturbed));
        const engine::EngineServices services{paths, launcher, catalogue, 0, machine.probe()};
        std::stop_source stop;
        return engine::runExperiment(asked, services, stop.get_token(), [&](engine::LiveEvent event) {
            if (const auto* preparing = std::get_if<engine::RunPreparing>(&event);
                preparing && preparing->index == stopBefore)
                stop.request_stop();
            if (const auto* extended = std::get_if<engine::PlanExtended>(&event))
                extensions.push_back(*extended);
        });
    }

    std::vector<core::Expectation> expect;
    std::vector<engine::PlanExtended> extensions;
};

template <class Predicate>
std::vector<int> blocksWhere(const core::Report& report, Predicate holds)
{
    std::vector<int> blocks;
    for (const core::RunReport& run : report.strategies.at(0).runs) {
        if (holds(run))
            blocks.push_back(run.block);
    }
    return blocks;
}

std::vector<std::string> hintsOf(const core::Report& report)
{
    std::vector<std::string> texts;
    for (const core::Message& hint : report.hints)
        texts.push_back(hint.english());
    return texts;
}

const auto isReplaced = [](const core::RunReport& run) { return run.replaced; };
const auto isDisturbed = [](const core::RunReport& run) { return !run.disturbances.empty(); };
const auto isCounted = [](const core::RunReport& run) { return !run.replaced && !run.warmup; };

} // namespace

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

TEST(Disturbances, AQuietMachineHasNone)
{
    MachineSample before = sampleAt(10 * second);
    MachineSample after = sampleAt(12 * second);
    after.busy = 2 * second;
    after.own = 2 * second - second / 2; // others: a quarter of a CPU
    after.stolen = second / 20;
    after.asleep = 1000;
    after.longestStall = second / 10;
    EXPECT_THAT(kindsOf(before, after), IsEmpty());
    EXPECT_THAT(kindsOf(before, before), IsEmpty());
}

TEST(Disturbances, EachKindHasItsThreshold)
{
    const MachineSample before = sampleAt(0);
    MachineSample load = sampleAt(2 * second);
    load.busy = 3 * second;
    load.own = second;
    ASSERT_THAT(kindsOf(before, load), ElementsAre(DisturbanceKind::load));
    EXPECT_DOUBLE_EQ(disturbancesBetween(before, load).front().value, 1.0) << "in CPUs";
    load.cpus = 64; // a quarter of 64 is much more than one
    load.busy += second / 10;
    EXPECT_THAT(kindsOf(before, load), ElementsAre(DisturbanceKind::load));

    MachineSample steal = sampleAt(second);
    steal.stolen = second / 5;
    EXPECT_THAT(kindsOf(before, steal), ElementsAre(DisturbanceKind::steal));
    MachineSample throttled = sampleAt(second);
    throttled.throttled = second / 20;
    EXPECT_THAT(kindsOf(before, throttled), ElementsAre(DisturbanceKind::throttled));
    MachineSample slept = sampleAt(second);
    slept.asleep = second;
    EXPECT_THAT(kindsOf(before, slept), ElementsAre(DisturbanceKind::clockGap));
    MachineSample stopped = sampleAt(second);
    stopped.longestStall = 300'000'000;
    EXPECT_THAT(kindsOf(before, stopped), ElementsAre(DisturbanceKind::clockGap));
}

TEST(Disturbances, ShortBlocksSayNothingOfLoad)
{
    MachineSample after = sampleAt(second / 10);
    after.busy = second / 5;
    after.stolen = second / 20;
    EXPECT_THAT(kindsOf(sampleAt(0), after), IsEmpty());
}

TEST(SystemProbe, CountsItsOwnWorkAsItsOwn)
{
    engine::SystemProbe probe;
    const MachineSample before = probe.sample();
    const core::Nanoseconds begin = core::threadCpuNow();
    while (core::threadCpuNow() - begin < 200'000'000) {
    }
    const MachineSample after = probe.sample();
    EXPECT_GE(after.own - before.own, 190'000'000);
    EXPECT_GE(after.busy - before.busy, 100'000'000) << "and everybody's holds it, in steps of 10 ms";
    EXPECT_GT(after.time, before.time);
    EXPECT_GE(after.cpus, 1);
    EXPECT_LT(after.asleep - before.asleep, 10'000'000);
}

TEST(SystemProbe, SeesThatTheProcessWasStopped)
{
    engine::SystemProbe probe;
    probe.sample();
    const std::string self = std::to_string(getpid());
    ASSERT_EQ(std::system(("kill -STOP " + self + "; sleep 0.6; kill -CONT " + self).c_str()), 0);
    // The beat that was due during the stop comes as soon as its thread gets a core.
    EXPECT_TRUE(overlap::testing::eventually([&probe] { return probe.sample().longestStall > 250'000'000; }));
}

TEST_F(DisturbedRuns, NothingHappensOnAQuietMachine)
{
    const core::Report report = runWith({}).report;
    EXPECT_THAT(blocksWhere(report, isDisturbed), IsEmpty());
    EXPECT_THAT(blocksWhere(report, isCounted), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(extensions, IsEmpty());
}

TEST_F(DisturbedRuns, ADisturbedBlockRunsAnewAtTheEnd)
{
    const auto outcome = runWith({false, false, true}); // warm-up, block 0, block 1
    EXPECT_THAT(blocksWhere(outcome.report, isReplaced), ElementsAre(1));
    EXPECT_THAT(blocksWhere(outcome.report, isCounted), ElementsAre(0, 2, 3, 4, 5));
    ASSERT_EQ(extensions.size(), 1u);
    EXPECT_EQ(extensions[0].runs.size(), 2u);
    EXPECT_EQ(outcome.plan.runs.size(), 14u);
    EXPECT_FALSE(outcome.report.cancelled);
    for (const core::StrategyReport& strategy : outcome.report.strategies) {
        EXPECT_EQ(strategy.runs.size(), 7u) << "the replaced run is kept";
        EXPECT_TRUE(strategy.wallInterval95);
    }
    EXPECT_THAT(hintsOf(outcome.report), Contains(HasSubstr("ran anew")));
}

TEST_F(DisturbedRuns, TheCeilingOfAReplacedBlockIsLeftOutWithIt)
{
    if (engine::usableCores() < 2)
        GTEST_SKIP() << "one core is its own ceiling";
    expect = {{"threads:2", {}, {}, 0.5}};
    const auto ceilingsWith = [&](std::vector<bool> disturbed, std::size_t stopBefore = SIZE_MAX) {
        const core::Report report = runWith(std::move(disturbed), 5, stopBefore).report;
        std::string told;
        for (const core::CeilingRun& run : report.ceilings.at(0).runs)
            told += std::to_string(run.block) + (run.replaced ? "r " : " ");
        return told;
    };
    EXPECT_EQ(ceilingsWith({false, false, true}), "0 1r 2 3 4 5 ");
    EXPECT_THAT(ceilingsWith({false, true}, 8), StartsWith("0 1 2 ")) << "not replaced after all";
}

TEST_F(DisturbedRuns, TheLimitIsFixedBeforehandAndThenTheyAreCountedAndTold)
{
    const auto outcome = runWith(std::vector<bool>(50, true));
    EXPECT_THAT(blocksWhere(outcome.report, isReplaced), ElementsAre(0, 1)) << "half of five";
    EXPECT_THAT(blocksWhere(outcome.report, isCounted), ElementsAre(2, 3, 4, 5, 6));
    EXPECT_EQ(extensions.size(), 2u);
    EXPECT_THAT(hintsOf(outcome.report), Contains(HasSubstr("5 blocks were disturbed")));
}

TEST_F(DisturbedRuns, StoppedBeforeItIsReplacedADisturbedBlockCounts)
{
    // Two runs for each of the warm-up and five blocks: the first extra block has the runs 12 and 13, the
    // second 14 and 15.
    const auto early = runWith(std::vector<bool>(50, true), 5, 8).report;
    EXPECT_TRUE(early.cancelled);
    EXPECT_THAT(blocksWhere(early, isReplaced), IsEmpty());
    EXPECT_EQ(early.strategies.size(), 2u) << "nothing is lost";
    const auto within = runWith(std::vector<bool>(50, true), 5, 13).report;
    EXPECT_THAT(blocksWhere(within, isReplaced), IsEmpty()) << "the replacement is not whole";
    const auto between = runWith(std::vector<bool>(50, true), 5, 14).report;
    EXPECT_THAT(blocksWhere(between, isReplaced), ElementsAre(0)) << "the first has run, the second has not";
}

TEST_F(DisturbedRuns, ADemonstrationIsOnlyMarked)
{
    const auto outcome = runWith({true}, 1);
    EXPECT_THAT(blocksWhere(outcome.report, isDisturbed), ElementsAre(0));
    EXPECT_THAT(blocksWhere(outcome.report, isReplaced), IsEmpty());
    EXPECT_THAT(extensions, IsEmpty());
    EXPECT_EQ(outcome.report.strategies[0].runs[0].disturbances.front().kind, DisturbanceKind::load);
}

TEST_F(DisturbedRuns, AWarmUpIsWarmUpWhateverHappens)
{
    const auto outcome = runWith({true});
    EXPECT_THAT(blocksWhere(outcome.report, isDisturbed), IsEmpty());
    EXPECT_THAT(extensions, IsEmpty());
}
