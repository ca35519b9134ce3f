// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "core/figure.h"
#include "core/report.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace overlap::analysis {

/// What a run costs. Less is better.
enum class Cost {
    time,    ///< seconds: wall time, start-up included where the experiment's timing is cold
    cpu,     ///< seconds of CPU time
    memory,  ///< bytes: the peak
    latency, ///< seconds: the 95th percentile of the items of a run, or the slowest where it has too few
};

inline constexpr std::size_t costCount = 4;
inline constexpr std::array<std::string_view, costCount> costNames = {"time", "cpu", "memory", "latency"};
/// Nothing where there is no such cost.
std::optional<Cost> costFromName(std::string_view name);

/// The median of the measured blocks.
struct CostFigure
{
    double value = 0;
    std::optional<core::Interval> interval95; ///< null below 5 blocks
};

/// One strategy that was measured.
struct Choice
{
    core::Strategy strategy;
    std::array<std::optional<CostFigure>, costCount> costs; ///< nothing where it is not known
    core::Message obstacle;  ///< why it cannot be recommended, whatever it costs; empty where it can
    std::string dominatedBy; ///< text of one that is better for whoever asks; empty where there is none
    bool alike = false;      ///< not surely 5 % more than the least in the cost that counts
    /// Its cost that counts ÷ that of what is recommended, else of what is least; nothing of that one itself.
    std::optional<core::Speedup> ratio;
};

/// What to take of one runtime, and how sure that is.
struct Recommendation
{
    core::Runtime runtime = core::Runtime::native;
    Cost counts = Cost::time;
    bool slowestItem = false; ///< latency is that of the slowest item here
    std::vector<Choice> choices;
    std::string least;    ///< the smallest median of those without an obstacle; may be dominated
    std::string strategy; ///< what is recommended; empty where nothing can be
    int workers = 0;      ///< of it
    AdviceFamily family = AdviceFamily::profileFirst; ///< of it; profileFirst where there is none
    std::string runnerUp; ///< the least of the others, dominated or not; empty where there is none
    std::optional<core::Speedup> ratio; ///< the runner-up's cost ÷ that of what is recommended
    /// False where another choice is not surely 5 % apart in the cost that counts. Nothing where
    /// nothing is recommended or there was no choice.
    std::optional<bool> matters;
    core::Message sentence;             ///< what to do, or why nothing is recommended
    std::vector<core::Message> reasons; ///< why, with the figures; how far from the runner-up

    const Choice* choice(std::string_view text) const;
    core::Value toValue() const;
};

/// One recommendation for each runtime that was measured, native first; runtimes do different work and are
/// never compared with each other. Pure.
///
/// Two choices differ in a cost by the rule of a verdict (judgeRatio): as many blocks, the 95 % interval of
/// the ratio of medians over the same blocks lies beyond 1 ± 5 %, and the ratio beyond 1 ± what the
/// baseline's own blocks differ by in that cost. Five per cent, because the same work measured again a few
/// minutes later was up to that far away on a quiet machine, whatever the blocks of one experiment agree on.
///
/// A choice is dominated where another is worse in none of the four costs and better in one. CPU time that is
/// not what counts weighs from one per cent of the time of the run on, because of work that waits every
/// strategy uses next to none. With noise domination can go round in a circle; who is on one is not dominated
/// by the others on it.
///
/// Recommended is, of those that are not dominated and do not differ from the least in the cost that counts,
/// the simplest: the baseline first, then a thread pool, then the others in the order of kindRank(); of one
/// kind that with the fewest workers. Nothing is recommended where the comparison is void (results that
/// differ, a build that cannot measure, a stop) or there are too few blocks for a verdict. Never: what did
/// not do all its work, and gil-threads, which is a model to learn from.
std::vector<Recommendation> recommendationsOf(const core::Report& report, Cost counts);

/// A cost as people read it, with no more digits than the interval supports: "1.24 s", "18.3 MB".
core::Figure costText(Cost cost, const CostFigure& figure);

/// 0 is the simplest: one after the other, a pool of threads, work stealing, an event loop, worker processes,
/// a pipeline.
int kindRank(const core::Strategy& strategy);
/// Less is simpler: the kind, then the sum of the counts.
std::pair<int, int> complexityOf(const core::Strategy& strategy);

/// The branch of the decision tree that a strategy stands on.
AdviceFamily familyOf(const core::Strategy& strategy);

} // namespace overlap::analysis
