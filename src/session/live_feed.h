// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"
#include "engine/live_event.h"
#include "recording/timeline_builder.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace overlap::session {

enum class BandStatus { waiting, preparing, running, ended };

/// What the window knows of one strategy: its latest run.
struct Band
{
    core::Strategy strategy;
    /// Of a sweep over the work, "seconds = 0.5": what tells the bands of one strategy apart; else empty.
    std::string point = {};
    bool addedBaseline = false;
    BandStatus status = BandStatus::waiting;
    std::size_t run = 0; ///< into Plan::runs
    /// Grows while the run goes on; replaced by the engine's own at its end.
    std::shared_ptr<const core::Timeline> timeline;
    std::shared_ptr<const engine::RunOutcome> outcome; ///< of the run that ended last

    std::string name() const { return point.empty() ? strategy.text() : strategy.text() + " · " + point; }
};

/// The state of an experiment that runs or has run, made of the engine's events. A value without threads:
/// whoever applies events owns it.
class LiveFeed
{
public:
    void start(const core::Experiment& experiment);
    /// Shows what a file held in place of an experiment's runs: bands that have ended, and no report.
    void open(std::shared_ptr<const core::SavedRun> run);
    /// What is shown since open(); null where an experiment runs or has run here.
    const std::shared_ptr<const core::SavedRun>& opened() const { return m_opened; }
    /// Whether there is a run that has ended.
    bool canBeSaved() const;
    /// The latest whole run of each band, as files keep it.
    core::SavedRun saved() const;
    void apply(engine::LiveEvent event);
    /// Lets open spans reach to `now` (monotonic clock).
    void look(core::Nanoseconds now);

    const core::Experiment& experiment() const { return m_experiment; }
    const engine::Plan& plan() const { return m_plan; }
    const std::optional<core::Environment>& environment() const { return m_environment; }
    const std::vector<Band>& bands() const { return m_bands; }
    /// As it runs, with all its items; null before it is prepared.
    const std::shared_ptr<const core::Workload>& workload() const { return m_workload; }
    const std::shared_ptr<const core::Report>& report() const { return m_report; }
    /// What the report says of a strategy of the plan, at a point of the sweep that it belongs to; null
    /// before it has run.
    const core::StrategyReport* reportOf(std::size_t strategy) const;
    /// Of the last whole run of the same experiment, for comparison; null where there is none.
    const std::shared_ptr<const core::Report>& previousReport() const { return m_previous; }

    /// The timelines of the run that the previous report speaks of, by the names of the bands. Kept of the
    /// last experiment alone, and only where they have no more than `mostKeptSpans` together; else empty.
    static constexpr std::size_t mostKeptSpans = 4'000'000;
    const std::map<std::string, std::shared_ptr<const core::Timeline>>& previousTimelines() const
    {
        return m_previousTimelines;
    }

    /// The blocks that were disturbed and run anew at the end, in the order in which they were.
    const std::vector<int>& replacedBlocks() const { return m_replacedBlocks; }
    std::size_t runsEnded() const { return m_runsEnded; }
    /// The band that is running or preparing now; null between runs.
    const Band* current() const;
    std::uint64_t lostRecords() const;
    /// Lanes that compute at this moment: where they fill the cores, drawing has to be modest.
    int computingLanes() const;

private:
    struct Building
    {
        std::size_t band;
        recording::TimelineBuilder builder;
    };

    core::Experiment m_experiment;
    engine::Plan m_plan;
    std::optional<core::Environment> m_environment;
    std::vector<Band> m_bands;
    std::shared_ptr<const core::Workload> m_workload;
    std::shared_ptr<const core::SavedRun> m_opened;
    std::optional<Building> m_building;
    std::shared_ptr<const core::Report> m_report;
    std::shared_ptr<const core::Report> m_previous;
    std::map<std::string, std::shared_ptr<const core::Report>> m_kept; // whole reports, by experiment
    std::map<std::string, std::shared_ptr<const core::Timeline>> m_previousTimelines;
    std::vector<int> m_replacedBlocks;
    std::size_t m_runsEnded = 0;
    std::size_t m_currentRun = 0;
    bool m_inRun = false;
    std::uint64_t m_lost = 0;
};

} // namespace overlap::session
