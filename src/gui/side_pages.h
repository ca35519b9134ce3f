// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/advisor_page.h"
#include "gui/gil_check_page.h"
#include "gui/strategies_page.h"
#include "session/predictor.h"
#include "session/run_controller.h"

#include <QObject>

namespace overlap::gui {

/// The pages beside the window: two that measure something themselves, and the advisor. Of the former and the
/// experiments, one measures at a time.
class SidePages : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives the pages.
    struct Parts
    {
        session::GilCheck& gil;
        session::CostsCheck& costs;
        const session::Predictor& predictor;
        session::AdviceCheck& advice;
        session::CrossoverCheck& crossover;
        session::ExperimentDraft& draft;
        const core::ForecastRecord& forecasts;
        const session::RunController& controller;
        const core::Catalogue& catalogue;
        const session::GalleryModel& presets;
        int cores; ///< of this machine
    };

    SidePages(const Parts& parts, QWidget* window);

    QAction* gilAction() const { return m_gilPage->openAction(); }
    QAction* strategiesAction() const { return m_strategies->openAction(); }
    QAction* advisorAction() const { return m_advisor->openAction(); }
    /// What opens a page each, in the order of a menu.
    QList<QAction*> actions() const { return {advisorAction(), strategiesAction(), gilAction()}; }
    /// Why no experiment can start now, in a sentence; empty where it can.
    QString whyExperimentsWait() const;
    /// Shows the page that measures: it says why, and has what ends it. False where none does.
    bool showMeasuring();
    void setTheme(const charts::Theme& theme);
    void close();

Q_SIGNALS:
    /// Whether experiments have to wait is another matter now.
    void changed();
    /// Somebody wants to see that preset run, with that strategy among its own.
    void presetWanted(const QString& id, const QString& strategy);

private:
    void refresh();

    Parts m_parts;
    GilCheckPage* m_gilPage;
    StrategiesPage* m_strategies;
    AdvisorPage* m_advisor;
};

} // namespace overlap::gui
