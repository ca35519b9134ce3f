// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "gui/export_menu.h"
#include "session/run_controller.h"

#include <QObject>
#include <memory>

namespace overlap::charts {
class GanttChart;
class LatenciesChart;
class LedgerChart;
class TimingsChart;
} // namespace overlap::charts

namespace overlap::gui {

/// The four charts of the window: what they show of a run, and how that leaves the window.
class RunCharts : public QObject
{
    Q_OBJECT

public:
    struct Views
    {
        charts::GanttChart& lanes;
        charts::TimingsChart& timings;
        charts::LedgerChart& ledger;
        charts::LatenciesChart& latencies;
    };

    /// All outlive this.
    RunCharts(const Views& views, const session::RunController& controller, QObject* parent);

    /// The run that is under way or done. `workload` knows the labels; may be null.
    void show(std::shared_ptr<const core::Workload> workload);
    /// Nothing was measured; the lanes are left to the plan.
    void clear();
    void setTheme(const charts::Theme& theme);
    void retranslate();

    /// What the export menu asks for.
    ExportMenu::Source source() const;
    /// Charts can be dragged out of the window by it. It outlives this.
    void dragBy(ExportMenu& menu);

private:
    Views m_views;
    const session::RunController& m_controller;
    std::shared_ptr<const core::Workload> m_workload; ///< of what is shown
};

} // namespace overlap::gui
