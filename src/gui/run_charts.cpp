// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run_charts.h"

#include "charts/gantt_chart.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/scaling_chart.h"
#include "charts/timings_chart.h"
#include "gui/chart_content.h"
#include "gui/forecast_content.h"
#include "gui/predict_menu.h"
#include "session/message_text.h"
#include "session/settings.h"

#include <QAction>
#include <algorithm>

namespace overlap::gui {

RunCharts::RunCharts(const Views& views, const session::RunController& controller,
                     session::Settings& settings, QObject* parent)
    : QObject(parent)
    , m_views(views)
    , m_controller(controller)
    , m_settings(settings)
    , m_strips(new QAction(this))
{
    m_strips->setObjectName(QStringLiteral("stripsAction"));
    m_strips->setCheckable(true);
    m_strips->setChecked(settings.strips());
    connect(m_strips, &QAction::toggled, this, &RunCharts::showStrips);
}

charts::GanttContent RunCharts::measuredLanes() const
{
    charts::GanttContent content = liveLanes(m_controller.feed(), m_workload);
    content.strips = m_strips->isChecked();
    return content;
}

void RunCharts::addForecasts(charts::GanttContent& content, const core::Experiment& experiment,
                             const core::Report* report) const
{
    const session::PredictedRuns* const runs = m_forecasts ? m_forecasts->of(experiment) : nullptr;
    if (runs)
        gui::addForecasts(content, *runs, m_forecasts->machineCores(), report);
}

void RunCharts::showStrips(bool shown)
{
    m_settings.setStrips(shown);
    charts::GanttContent content = m_views.lanes.content();
    content.strips = shown;
    m_views.lanes.setContent(std::move(content));
}

void RunCharts::show(std::shared_ptr<const core::Workload> workload)
{
    m_workload = std::move(workload);
    const session::LiveFeed& feed = m_controller.feed();
    m_sweeps = feed.experiment().sweep.has_value();
    m_opened = feed.opened() != nullptr;
    showHints();
    charts::GanttContent lanes = measuredLanes();
    if (m_opened) {
        m_views.lanes.setContent(std::move(lanes));
        m_views.ledger.setContent(liveLedger(feed));
        m_views.timings.setContent({});
        m_views.latencies.setContent({});
        m_views.scaling.setContent({});
        return;
    }
    addForecasts(lanes, feed.experiment(), feed.report().get());
    m_views.lanes.setContent(std::move(lanes));
    m_views.timings.setContent(liveTimings(feed, m_workload.get()));
    showShares();
    m_views.scaling.setContent(liveScaling(feed));
}

void RunCharts::showShares()
{
    const session::LiveFeed& feed = m_controller.feed();
    m_views.ledger.setContent(m_stretch ? stretchLedger(feed, *m_stretch) : liveLedger(feed));
    m_views.latencies.setContent(m_stretch ? stretchLatencies(feed, *m_stretch) : liveLatencies(feed));
}

void RunCharts::showStretch(const std::optional<session::Stretch>& stretch)
{
    const bool selected = stretch && stretch->selected && m_controller.feed().report();
    if (!selected && !m_stretch)
        return;
    m_stretch = selected ? stretch : std::nullopt;
    showShares();
}

void RunCharts::showPlan(const session::ExperimentDraft& draft,
                         std::shared_ptr<const core::Workload> workload)
{
    m_views.lanes.setEmptyHint(draft.problems().empty()
                                   ? tr("Choose at least one strategy, then press Run.")
                                   : session::sentenceText(draft.problems().front().message));
    charts::GanttContent content = plannedLanes(draft, std::move(workload));
    addForecasts(content, draft.experiment(), nullptr);
    content.strips = m_strips->isChecked();
    m_views.lanes.setContent(std::move(content));
}

void RunCharts::clear()
{
    m_sweeps = false;
    m_opened = false;
    m_stretch.reset();
    showHints();
    m_views.timings.setContent({});
    m_views.ledger.setContent({});
    m_views.latencies.setContent({});
    m_views.scaling.setContent({});
}

void RunCharts::showPlace(const QString& strategy, const session::TimeRange& range)
{
    constexpr core::Nanoseconds visibleParts = 20; // a twentieth of the lanes is some fifty pixels
    m_views.lanes.setBandFolded(strategy, false);
    m_views.lanes.showBand(strategy);
    session::TimeWindow& window = *m_views.lanes.timeWindow();
    window.fit();
    if (range.length() < window.visible().length() / visibleParts) {
        const core::Nanoseconds around = std::max(2 * range.length(), session::TimeWindow::minimumLength);
        window.setVisible({range.begin - around, range.end + around});
    }
    window.setSelection(range);
}

void RunCharts::setTheme(const charts::Theme& theme)
{
    m_views.lanes.setTheme(theme);
    m_views.timings.setTheme(theme);
    m_views.ledger.setTheme(theme);
    m_views.latencies.setTheme(theme);
    m_views.scaling.setTheme(theme);
}

void RunCharts::retranslate()
{
    m_strips->setText(tr("Strips under the lanes"));
    m_strips->setWhatsThis(
        tr("Numbers over time under each band: how many workers are active, how full each queue is."));
    showHints();
}

/// What would stand in a chart that is empty.
void RunCharts::showHints()
{
    const QString elsewhere = tr("This was a sweep: what came out stands under Scaling.");
    if (m_opened) {
        const QString none =
            tr("An opened file has lanes and no report. Press Run to measure the experiment.");
        m_views.timings.setEmptyHint(none);
        m_views.ledger.setEmptyHint(none);
        m_views.latencies.setEmptyHint(none);
        m_views.scaling.setEmptyHint(none);
        return;
    }
    m_views.timings.setEmptyHint(
        m_sweeps ? elsewhere : tr("The times of the strategies appear here, side by side. Press Run."));
    m_views.ledger.setEmptyHint(m_sweeps ? elsewhere
                                         : tr("Where the time of the workers went appears here. Press Run."));
    m_views.latencies.setEmptyHint(
        m_sweeps ? elsewhere : tr("The time of each single item appears here, one dot per item. Press Run."));
    m_views.scaling.setEmptyHint(
        tr("How times change with a figure appears here. Choose what varies under Sweep, then press Run."));
}

ExportMenu::Source RunCharts::source() const
{
    return {[this]() -> const session::LiveFeed& { return m_controller.feed(); },
            [this] { return measuredLanes(); },
            [this] { return exportedTimings(m_controller.feed(), m_workload.get()); },
            [this] { return liveLedger(m_controller.feed()); },
            [this] { return liveLatencies(m_controller.feed()); },
            [this] { return liveScaling(m_controller.feed()); }};
}

void RunCharts::dragBy(ExportMenu& menu)
{
    const auto dragged = [&menu](charts::ChartKind kind, auto& chart) {
        connect(&chart, &std::remove_reference_t<decltype(chart)>::dragStarted, &menu,
                [&menu, kind, &chart] { menu.dragChart(kind, &chart); });
    };
    dragged(charts::ChartKind::gantt, m_views.lanes);
    dragged(charts::ChartKind::timings, m_views.timings);
    dragged(charts::ChartKind::ledger, m_views.ledger);
    dragged(charts::ChartKind::latencies, m_views.latencies);
    dragged(charts::ChartKind::scaling, m_views.scaling);
}

} // namespace overlap::gui
