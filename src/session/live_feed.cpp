// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/live_feed.h"

#include "engine/saved_run.h"

#include <algorithm>

namespace overlap::session {

namespace {

std::map<std::string, std::shared_ptr<const core::Timeline>> keptTimelines(const std::vector<Band>& bands)
{
    std::map<std::string, std::shared_ptr<const core::Timeline>> kept;
    std::size_t spans = 0;
    for (const Band& band : bands) {
        if (!band.timeline || !band.timeline->ended)
            continue;
        for (const core::Lane& lane : band.timeline->lanes)
            spans += lane.spans.size();
        kept[band.name()] = band.timeline;
    }
    if (spans > LiveFeed::mostKeptSpans)
        kept.clear();
    return kept;
}

} // namespace

void LiveFeed::start(const core::Experiment& experiment)
{
    if (m_report && !m_report->cancelled)
        m_kept[m_report->experiment.id] = m_report;
    // Only the same work at the same pace is worth comparing.
    const auto kept = m_kept.find(experiment.id);
    const bool same = kept != m_kept.end() && kept->second->experiment.parameters == experiment.parameters &&
                      kept->second->experiment.timeScale == experiment.timeScale;
    m_previous = same ? kept->second : nullptr;
    // A run that was stopped leaves those of the last whole one.
    if (m_report && !m_report->cancelled)
        m_previousTimelines = keptTimelines(m_bands);
    if (!same || m_experiment.id != experiment.id)
        m_previousTimelines.clear();
    m_experiment = experiment;
    m_plan = {};
    m_bands.clear();
    m_workload.reset();
    m_opened.reset();
    m_building.reset();
    m_report.reset();
    m_replacedBlocks.clear();
    m_runsEnded = 0;
    m_inRun = false;
    m_lost = 0;
}

void LiveFeed::open(std::shared_ptr<const core::SavedRun> run)
{
    if (m_report && !m_report->cancelled)
        m_kept[m_report->experiment.id] = m_report;
    auto kept = std::move(m_kept); // a later run is compared with it all the same
    *this = LiveFeed();
    m_kept = std::move(kept);
    m_opened = std::move(run);
    m_experiment.id = "run";
    m_experiment.title = m_opened->title;
    for (const core::SavedBand& saved : m_opened->bands) {
        Band band;
        band.strategy = saved.strategy;
        band.point = saved.point;
        band.status = BandStatus::ended;
        band.run = m_bands.size();
        band.timeline = saved.timeline;
        m_plan.strategies.push_back({saved.strategy});
        m_plan.runs.push_back({band.run});
        m_lost += saved.timeline->lostRecords();
        m_bands.push_back(std::move(band));
    }
    m_runsEnded = m_bands.size();
}

bool LiveFeed::canBeSaved() const
{
    return m_opened || std::ranges::any_of(m_bands, [](const Band& band) { return band.outcome != nullptr; });
}

core::SavedRun LiveFeed::saved() const
{
    if (m_opened)
        return *m_opened;
    std::vector<std::shared_ptr<const engine::RunOutcome>> runs;
    for (const Band& band : m_bands)
        runs.push_back(band.outcome);
    return engine::savedRunOf(m_experiment, m_plan, runs, m_environment ? &*m_environment : nullptr,
                              m_workload.get());
}

void LiveFeed::apply(engine::LiveEvent event)
{
    if (auto* made = std::get_if<engine::PlanMade>(&event)) {
        m_plan = std::move(made->plan);
        m_environment = std::move(made->environment);
        for (const engine::PlannedStrategy& planned : m_plan.strategies) {
            Band band;
            band.strategy = planned.strategy;
            band.addedBaseline = planned.addedBaseline;
            band.point = engine::pointText(m_experiment, m_plan, planned);
            m_bands.push_back(std::move(band));
        }
    } else if (auto* ready = std::get_if<engine::WorkloadReady>(&event)) {
        m_workload = std::move(ready->workload);
    } else if (const auto* extended = std::get_if<engine::PlanExtended>(&event)) {
        m_replacedBlocks.push_back(m_plan.runs[m_currentRun].block);
        m_plan.runs.insert(m_plan.runs.end(), extended->runs.begin(), extended->runs.end());
    } else if (const auto* shortened = std::get_if<engine::PlanShortened>(&event)) {
        m_plan.runs.resize(shortened->runs);
    } else if (const auto* preparing = std::get_if<engine::RunPreparing>(&event)) {
        m_currentRun = preparing->index;
        m_inRun = true;
        Band& band = m_bands[m_plan.runs[preparing->index].strategy];
        band.run = preparing->index;
        band.status = BandStatus::preparing;
        band.timeline.reset();
    } else if (const auto* started = std::get_if<engine::RunStarted>(&event)) {
        const std::size_t index = m_plan.runs[started->index].strategy;
        m_building.emplace(Building{index, recording::TimelineBuilder(started->lanes, started->origin)});
        m_bands[index].timeline = m_building->builder.timeline();
        m_bands[index].status = BandStatus::running;
    } else if (const auto* records = std::get_if<engine::RecordsArrived>(&event)) {
        if (m_building)
            m_building->builder.append(records->lane, records->records);
    } else if (auto* ended = std::get_if<engine::RunEnded>(&event)) {
        Band& band = m_bands[ended->outcome->strategy];
        band.timeline = ended->outcome->timeline;
        band.outcome = ended->outcome;
        band.status = BandStatus::ended;
        m_lost += ended->outcome->report.lostRecords;
        m_report = ended->report;
        m_building.reset();
        m_inRun = false;
        ++m_runsEnded;
    }
}

void LiveFeed::look(core::Nanoseconds now)
{
    if (m_building)
        m_building->builder.look(now);
}

const Band* LiveFeed::current() const
{
    return m_inRun ? &m_bands[m_plan.runs[m_currentRun].strategy] : nullptr;
}

const core::StrategyReport* LiveFeed::reportOf(std::size_t strategy) const
{
    if (!m_report)
        return nullptr;
    const std::string text = m_plan.strategies[strategy].strategy.text();
    for (std::size_t i = 0; i < m_report->points.size(); ++i) {
        const auto& own = m_plan.points[i].strategies;
        if (std::ranges::find(own, strategy) == own.end())
            continue;
        const auto& reports = m_report->points[i].strategies;
        const auto found = std::ranges::find(
            reports, text, [](const core::StrategyReport& report) { return report.strategy.text(); });
        return found != reports.end() && !found->runs.empty() ? &*found : nullptr;
    }
    return m_report->strategy(text);
}

std::uint64_t LiveFeed::lostRecords() const
{
    return m_lost;
}

int LiveFeed::computingLanes() const
{
    if (!m_building)
        return 0;
    const auto computes = [](const core::Lane& lane) {
        return !lane.spans.empty() && (lane.spans.back().flags & core::spanOpen) &&
               lane.spans.back().state == core::State::computing;
    };
    return static_cast<int>(std::ranges::count_if(m_building->builder.timeline()->lanes, computes));
}

} // namespace overlap::session
