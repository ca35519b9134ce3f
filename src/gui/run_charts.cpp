// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run_charts.h"

#include "charts/gantt_chart.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/timings_chart.h"
#include "gui/chart_content.h"

namespace overlap::gui {

RunCharts::RunCharts(const Views& views, const session::RunController& controller, QObject* parent)
    : QObject(parent)
    , m_views(views)
    , m_controller(controller)
{}

void RunCharts::show(std::shared_ptr<const core::Workload> workload)
{
    m_workload = std::move(workload);
    const session::LiveFeed& feed = m_controller.feed();
    m_views.lanes.setContent(liveLanes(feed, m_workload));
    m_views.timings.setContent(liveTimings(feed, m_workload.get()));
    m_views.ledger.setContent(liveLedger(feed));
    m_views.latencies.setContent(liveLatencies(feed));
}

void RunCharts::clear()
{
    m_views.timings.setContent({});
    m_views.ledger.setContent({});
    m_views.latencies.setContent({});
}

void RunCharts::setTheme(const charts::Theme& theme)
{
    m_views.lanes.setTheme(theme);
    m_views.timings.setTheme(theme);
    m_views.ledger.setTheme(theme);
    m_views.latencies.setTheme(theme);
}

void RunCharts::retranslate()
{
    m_views.timings.setEmptyHint(tr("The times of the strategies appear here, side by side. Press Run."));
    m_views.latencies.setEmptyHint(
        tr("The time of each single item appears here, one dot per item. Press Run."));
}

ExportMenu::Source RunCharts::source() const
{
    return {[this]() -> const session::LiveFeed& { return m_controller.feed(); },
            [this] { return liveLanes(m_controller.feed(), m_workload); },
            [this] { return exportedTimings(m_controller.feed(), m_workload.get()); },
            [this] { return liveLedger(m_controller.feed()); },
            [this] { return liveLatencies(m_controller.feed()); }};
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
}

} // namespace overlap::gui
