// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_content.h"
#include "charts/theme.h"
#include "gui/export_menu.h"
#include "session/experiment_draft.h"
#include "session/run_controller.h"
#include "session/stretch_study.h"
#include "session/time_window.h"

#include <QObject>
#include <memory>

class QAction;

namespace overlap::charts {
class GanttChart;
class LatenciesChart;
class LedgerChart;
class ScalingChart;
class TimingsChart;
} // namespace overlap::charts

namespace overlap::session {
class Settings;
}

namespace overlap::gui {

class PredictMenu;

/// The charts of the window: what they show of a plan or a run, and how that leaves the window.
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
        charts::ScalingChart& scaling;
    };

    /// All outlive this.
    RunCharts(const Views& views, const session::RunController& controller, session::Settings& settings,
              QObject* parent);

    /// What is predicted stands in the lanes. It outlives this.
    void setForecasts(const PredictMenu* forecasts) { m_forecasts = forecasts; }
    /// The run that is under way or done. `workload` knows the labels; may be null.
    void show(std::shared_ptr<const core::Workload> workload);
    /// The lanes that there would be, or what has to be done before.
    void showPlan(const session::ExperimentDraft& draft, std::shared_ptr<const core::Workload> workload);
    /// Nothing was measured; the lanes are left to the plan.
    void clear();
    void setTheme(const charts::Theme& theme);
    void retranslate();
    /// What the charts of worker time and latencies speak of: a stretch that was selected by hand, else whole
    /// runs.
    void showStretch(const std::optional<session::Stretch>& stretch);
    /// Selects a stretch of time in the lanes of a strategy, near enough that it can be seen.
    void showPlace(const QString& strategy, const session::TimeRange& range);
    /// Whether the lanes have strips; remembered in the settings.
    QAction* stripsAction() const { return m_strips; }

    /// What the export menu asks for.
    ExportMenu::Source source() const;
    /// Charts can be dragged out of the window by it. It outlives this.
    void dragBy(ExportMenu& menu);

private:
    charts::GanttContent measuredLanes() const; ///< what leaves the window: nothing simulated
    void addForecasts(charts::GanttContent& content, const core::Experiment& experiment,
                      const core::Report* report) const;
    void showShares();
    void showStrips(bool shown);
    void showHints();

    Views m_views;
    const session::RunController& m_controller;
    session::Settings& m_settings;
    QAction* m_strips;
    const PredictMenu* m_forecasts = nullptr;
    bool m_opened = false;                            ///< what is shown comes from a file
    std::optional<session::Stretch> m_stretch;        ///< selected; empty for whole runs
    bool m_sweeps = false;                            ///< what is shown
    std::shared_ptr<const core::Workload> m_workload; ///< of what is shown
};

} // namespace overlap::gui
