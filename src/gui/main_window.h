// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "charts/theme.h"
#include "session/experiment_draft.h"
#include "session/gallery_model.h"
#include "session/run_controller.h"
#include "session/settings.h"
#include "session/time_window.h"

#include <QMainWindow>
#include <memory>

class QMenu;
class QToolBar;

namespace overlap::session {
class Languages;
}

namespace overlap::gui {

namespace Ui {
class MainWindow;
}

class DialogService;
class ExportMenu;
class GalleryPanel;
class InspectorPanel;
class PanelLayout;
class PresentView;
class RunToolbar;
class StatusLine;

/// The window: it puts the panels together and carries what one of them says to the others. What is shown is
/// made in chart_content, what runs in RunController; nothing is computed here.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What main composed; everything outlives the window.
    struct Services
    {
        session::RunController& controller;
        const core::Catalogue& catalogue;
        const core::Environment& environment;
        const charts::Palette& palette;
        session::Settings& settings;
        session::Languages& languages;
        DialogService& dialogs;
    };

    MainWindow(const Services& services, std::vector<core::Experiment> presets);
    ~MainWindow() override;

    void setLook(session::Settings::Look look);
    session::RunController& controller() { return m_controller; }
    void openExperiment(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void makeLanguageMenu(QMenu* view);
    void connectParts();
    void retranslate();
    void showTitle();
    void restore();
    void applyLook();
    void showPlan();
    void showRuns(bool structure);
    void showStatus();
    void shareHeight();
    void showNotice();
    QString timeLeft() const;
    void startRun();
    void present();
    void onEnded(const core::Message& error);
    void logRuns();

    Services m_services;
    std::unique_ptr<Ui::MainWindow> m_ui;
    session::ExperimentDraft m_draft;
    session::GalleryModel m_presets;
    session::TimeWindow m_timeWindow;
    session::RunController& m_controller;
    std::shared_ptr<const core::Workload> m_workload; // of the experiment whose lanes are shown
    QToolBar* m_bar = nullptr;
    RunToolbar* m_toolbar = nullptr;
    GalleryPanel* m_gallery = nullptr;
    InspectorPanel* m_inspector = nullptr;
    StatusLine* m_status = nullptr;
    PanelLayout* m_panels = nullptr;
    ExportMenu* m_export = nullptr;
    PresentView* m_present = nullptr;                      ///< while there is one, runs are its own
    std::vector<std::pair<QAction*, const char*>> m_texts; // English
    charts::Theme m_theme;
    session::Settings::Look m_look = session::Settings::Look::system;
    bool m_systemIsDark = false;
    bool m_splitterMoved = false; ///< by hand: from then on it stays
    bool m_showsRuns = false;     ///< lanes of a run, not of a plan
    std::size_t m_logged = 0;
    QString m_openNext; ///< to be opened once the run has stopped
};

} // namespace overlap::gui
