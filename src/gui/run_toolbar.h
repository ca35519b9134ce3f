// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QWidget>
#include <memory>

class QAction;
class QMenu;

namespace overlap::core {
struct Report;
}

namespace overlap::session {
class ExperimentDraft;
}

namespace overlap::gui {

namespace Ui {
class RunToolbar;
}

/// What one needs all the time: Run and Measure, which become Stop, how often, how fast, and the menus.
class RunToolbar : public QWidget
{
    Q_OBJECT

public:
    explicit RunToolbar(QWidget* parent = nullptr);
    ~RunToolbar() override;

    /// The draft outlives the toolbar.
    void setDraft(session::ExperimentDraft* draft);
    /// A mark tells that something about the machine casts doubt on measurements.
    void setMachine(const QString& text, const QString& details, bool doubtful);
    QWidget* machineButton() const;
    void setFileMenu(QMenu* menu);
    void setPredictMenu(QMenu* menu);
    void setExportMenu(QMenu* menu);
    void setViewMenu(QMenu* menu);
    /// Shown as a button where the window is too narrow for the panel.
    void setDetailsAction(QAction* action);
    void setTheme(const charts::Theme& theme);
    void setRunning(bool running);
    /// Tells how long measuring will take; null where nothing has run.
    void setLastReport(std::shared_ptr<const core::Report> report);
    /// Nothing can be started, and why; empty where it can.
    void setHeldUp(const QString& reason);
    /// Below a certain width there is no room for what only informs.
    void setNarrow(bool narrow);

Q_SIGNALS:
    /// `measuring`: with enough blocks for a verdict, whatever the draft says.
    void runRequested(bool measuring);
    /// Until the interval of every speed-up is at most this share of it wide.
    void certaintyRequested(double precision);
    void stopRequested();
    void themeToggled();
    void presentRequested();
    void machineRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void showRunButton();
    QString measureHelp() const;
    void makeMeasureMenu();
    void retranslateMeasureMenu();
    void showMachine();
    void showCompact();
    void showThemeButton();

    std::unique_ptr<Ui::RunToolbar> m_ui;
    QMenu* m_measureMenu = nullptr;
    session::ExperimentDraft* m_draft = nullptr;
    charts::Theme m_theme;
    QString m_machine;
    QString m_machineDetails;
    bool m_doubtful = false;
    bool m_narrow = false;
    bool m_running = false;
    QString m_heldUp;
    std::shared_ptr<const core::Report> m_lastReport;
    bool m_refreshing = false;
};

} // namespace overlap::gui
