// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ledger_finding.h"

#include <gtest/gtest.h>
#include <set>

using namespace overlap::core;
using overlap::analysis::LedgerFinding;
using overlap::analysis::ledgerFindingOf;
using overlap::analysis::ledgerMethodOf;
using overlap::analysis::ledgerSentenceOf;

namespace {

constexpr int cores = 2;

using Shares = std::vector<std::pair<State, double>>;

/// What is not given is computing.
StrategyReport row(std::string name, std::vector<int> counts, const Shares& shares)
{
    StrategyReport strategy;
    strategy.strategy.name = std::move(name);
    strategy.strategy.counts = std::move(counts);
    strategy.baseline = "sequential";
    strategy.medianWallSeconds = 1;
    strategy.runs.resize(1);
    strategy.tasks.done = 4;
    strategy.ledger[0] = 1;
    for (const auto& [state, share] : shares) {
        strategy.ledger[static_cast<std::size_t>(state)] = share;
        strategy.ledger[0] -= share;
    }
    return strategy;
}

StrategyReport sequential(const Shares& shares = {})
{
    return row("sequential", {}, shares);
}

StrategyReport threads(int count, const Shares& shares = {})
{
    return row("threads", {count}, shares);
}

std::string sentence(const StrategyReport& strategy, int machineCores = cores)
{
    return ledgerSentenceOf(strategy, machineCores).english();
}

Report reportOf(std::vector<StrategyReport> rows)
{
    Report report;
    report.environment.cores = cores;
    report.strategies = std::move(rows);
    return report;
}

std::string finding(std::vector<StrategyReport> rows)
{
    const LedgerFinding found = ledgerFindingOf(reportOf(std::move(rows)));
    return found.strategy + (found.strategy.empty() ? "" : ": ") + found.sentence.english();
}

} // namespace

TEST(LedgerFinding, WaitingForACoreNamesWhoShares)
{
    EXPECT_EQ(sentence(threads(4, {{State::coreWait, 0.61}})),
              "61 % of worker time went into waiting for a core: 4 workers share 2 cores.");
    EXPECT_EQ(sentence(threads(4, {{State::coreWait, 0.75}}), 1),
              "75 % of worker time went into waiting for a core: 4 workers share one.");
    EXPECT_EQ(sentence(threads(2, {{State::coreWait, 0.2}})),
              "20 % of worker time went into waiting for a core that something else used.");
}

TEST(LedgerFinding, TheInterpretersLockIsToldInWorkers)
{
    EXPECT_EQ(
        sentence(row("gil-threads", {4}, {{State::gilWait, 0.75}})),
        "3 of 4 workers wait for the interpreter's lock at any moment: only one may compute at a time.");
    EXPECT_EQ(sentence(row("gil-threads", {4}, {{State::gilWait, 0.61}})).substr(0, 16), "2.4 of 4 workers");
    EXPECT_EQ(sentence(row("gil-threads", {4}, {{State::gilWait, 0.1}})).substr(0, 43),
              "10 % of worker time went into waiting for t");
}

TEST(LedgerFinding, WaitingIsToldByWhetherItOverlaps)
{
    EXPECT_EQ(sentence(sequential({{State::waiting, 0.99}})),
              "99 % of the time the only worker waited, and nothing else went on.");
    EXPECT_EQ(sentence(threads(5, {{State::waiting, 0.98}})),
              "4.9 of 5 workers wait at any moment, side by side: waiting takes no core.");
}

// One thread with several items in flight: how many, by what they took together.
TEST(LedgerFinding, ALoopThatWaitsTellsHowManyItemsWaitWithIt)
{
    StrategyReport loop = row("event-loop", {3}, {{State::waiting, 0.9}});
    loop.strategy.countsWorkers = false;
    loop.runs[0].wallSeconds = 2;
    loop.runs[0].latencySeconds = {1, 2, 0.5, 1.5};
    EXPECT_EQ(sentence(loop),
              "90 % of the time the only thread waited, with 2.5 of at most 3 items in flight on average.");
    const LedgerFinding finding = ledgerFindingOf(reportOf({sequential({{State::waiting, 0.95}}), loop}));
    EXPECT_EQ(finding.strategy, "event-loop:3") << "side by side before one by one";
}

TEST(LedgerFinding, StartUpIsToldWhereNothingElseTookMuch)
{
    StrategyReport processes = row("processes", {2}, {{State::transfer, 0.02}});
    processes.startupSeconds = 0.012;
    EXPECT_EQ(sentence(processes),
              "12.0 ms went into starting before t = 0; after that 2 % of worker time into "
              "moving data between processes.");
    processes.ledger = sequential().ledger;
    EXPECT_EQ(sentence(processes),
              "12.0 ms went into starting before t = 0; after that 100 % of worker time was computing.");
    processes.startupSeconds = 0.009; // of a second: below a hundredth
    EXPECT_EQ(sentence(processes).find("t = 0"), std::string::npos);
    processes.startupSeconds = 0.012;
    processes.ledger = threads(2, {{State::transfer, 0.4}}).ledger;
    EXPECT_EQ(sentence(processes),
              "40 % of worker time went into moving data between processes: fewer, larger "
              "pieces cost less.");
}

TEST(LedgerFinding, EveryStateHasASentenceOfItsOwn)
{
    std::set<std::string> ids;
    for (std::size_t state = 1; state < stateCount; ++state) {
        const Message said = ledgerSentenceOf(threads(4, {{static_cast<State>(state), 0.5}}), cores);
        EXPECT_FALSE(said.empty()) << stateNames[state];
        EXPECT_EQ(said.english().find('%' + std::to_string(said.arguments.size() + 1)), std::string::npos);
        ids.insert(said.id);
    }
    EXPECT_EQ(ids.size(), stateCount - 1);
}

TEST(LedgerFinding, AllComputing)
{
    EXPECT_EQ(sentence(sequential()), "100 % of worker time was computing, on 1 of 2 cores.");
    EXPECT_EQ(sentence(threads(2, {{State::dispatch, 0.004}})),
              "100 % of worker time was computing: only more cores or less work would make it shorter.");
    EXPECT_EQ(sentence(threads(2, {{State::dispatch, 0.035}, {State::idle, 0.045}})),
              "92 % of worker time was computing; nothing else took as much as 5 %.");
    EXPECT_EQ(finding({sequential(), threads(2)}),
              "Under every strategy nearly all of worker time was computing.");
    EXPECT_EQ(finding({sequential()}), "sequential: 100 % of worker time was computing, on 1 of 2 cores.");
}

TEST(LedgerFinding, TheLargestLossIsTheTitle)
{
    const auto gil = row("gil-threads", {4}, {{State::gilWait, 0.75}});
    const auto crowded = threads(4, {{State::coreWait, 0.5}});
    EXPECT_EQ(finding({sequential(), crowded, gil}).substr(0, 22), "gil-threads:4: 3 of 4 ");
    EXPECT_EQ(finding({sequential(), crowded}).substr(0, 15), "threads:4: 50 %");
    // More workers than work is no news where something held up those that had some.
    EXPECT_EQ(finding({threads(4, {{State::idle, 0.6}}), row("gil-threads", {2}, {{State::gilWait, 0.5}})})
                  .substr(0, 14),
              "gil-threads:2:");
    // Waiting is what the work asks for: more of it is no greater loss.
    EXPECT_EQ(finding({sequential({{State::waiting, 1}}), crowded}).substr(0, 10), "threads:4:");
    EXPECT_EQ(finding({sequential({{State::waiting, 1}}), threads(5, {{State::waiting, 0.9}}),
                       threads(3, {{State::waiting, 0.95}})})
                  .substr(0, 20),
              "threads:5: 4.5 of 5 ");
    StrategyReport processes = row("processes", {2}, {{State::transfer, 0.02}});
    processes.startupSeconds = 0.1;
    EXPECT_EQ(finding({sequential(), processes}).substr(0, 31), "processes:2: 100 ms went into s");
}

TEST(LedgerFinding, UnfinishedWorkIsNoFinding)
{
    StrategyReport cancelled = threads(4, {{State::coreWait, 0.9}});
    cancelled.tasks.cancelled = 2;
    EXPECT_EQ(sentence(cancelled), "Stopped early: this is where the time of unfinished work went.");
    EXPECT_EQ(finding({sequential(), cancelled}), sentence(cancelled));
    Report report = reportOf({sequential()});
    report.cancelled = true;
    EXPECT_EQ(ledgerFindingOf(report).sentence.english(), sentence(cancelled));

    StrategyReport failed = threads(4, {{State::coreWait, 0.9}});
    failed.tasks.failed = 2;
    EXPECT_EQ(sentence(failed), "2 tasks failed; the time they took is in here.");
    EXPECT_EQ(finding({sequential(), failed}).substr(0, 12), "sequential: ");
    EXPECT_EQ(finding({failed}), sentence(failed));
    failed.tasks.failed = 1;
    EXPECT_EQ(sentence(failed), "1 task failed; the time it took is in here.");
    failed.tasks.meant = 1; // as it should be: nothing is wrong
    EXPECT_EQ(sentence(failed).substr(0, 4), "90 %");
}

TEST(LedgerFinding, NothingMeasuredIsNothingSaid)
{
    EXPECT_TRUE(ledgerFindingOf(Report{}).sentence.empty());
    StrategyReport waiting = threads(4);
    waiting.ledger = {};
    waiting.runs.clear();
    EXPECT_TRUE(ledgerSentenceOf(waiting, cores).empty());
    EXPECT_TRUE(ledgerFindingOf(reportOf({waiting})).sentence.empty());
    EXPECT_EQ(finding({waiting, sequential()}).substr(0, 12), "sequential: ");
}

TEST(LedgerFinding, TheMethodTellsTheBlocks)
{
    StrategyReport strategy = sequential();
    EXPECT_EQ(ledgerMethodOf(reportOf({strategy})).english().find("median"), std::string::npos);
    strategy.runs.resize(4);
    strategy.runs[0].warmup = true;
    EXPECT_NE(ledgerMethodOf(reportOf({strategy})).english().find("median of 3 blocks"), std::string::npos);
}
