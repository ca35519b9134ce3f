// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "charts/theme.h"
#include "session/advice_check.h"
#include "session/costs_check.h"
#include "session/crossover_check.h"
#include "session/document.h"
#include "session/experiment_draft.h"
#include "session/gallery_model.h"
#include "session/gil_check.h"
#include "session/item_focus.h"
#include "session/predictor.h"
#include "session/replay.h"
#include "session/run_controller.h"
#include "session/settings.h"
#include "session/stretch_study.h"
#include "session/time_window.h"

#include <QMainWindow>
#include <functional>
#include <memory>

class QToolBar;

namespace overlap::session {
class Languages;
class PythonSetting;
} // namespace overlap::session

namespace overlap::gui {

namespace Ui {
class MainWindow;
}

class Appearance;
class CompareMenu;
class ContextHelp;
class DialogService;
class DocumentFlow;
class EnvironmentCard;
class ExportMenu;
class FileMenu;
class GalleryPanel;
class InspectorPanel;
class LanesFinding;
class NoticeBar;
class PanelLayout;
class PredictMenu;
class PresentView;
class ReplayBar;
class RunCharts;
class RunFileFlow;
class RunToolbar;
class SidePages;
class StatusLine;

/// The window: it puts the panels together and carries what one of them says to the others. What is shown is
/// made in RunCharts, what runs in RunController; nothing is computed here.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What main composed; everything outlives the window.
    struct Services
    {
        session::RunController& controller;
        session::GilCheck& gilCheck;
        session::CostsCheck& costsCheck;
        session::Predictor& predictor;
        session::AdviceCheck& adviceCheck;
        session::CrossoverCheck& crossoverCheck;
        session::PythonSetting& python;
        const core::Catalogue& catalogue;
        const core::Environment& environment;
        const charts::Palette& palette;
        session::Settings& settings;
        const core::ForecastRecord& forecasts;
        session::Languages& languages;
        DialogService& dialogs;
    };

    MainWindow(const Services& services, std::vector<core::Experiment> presets);
    ~MainWindow() override;

    void setLook(session::Settings::Look look);
    session::RunController& controller() { return m_controller; }
    /// A preset's id or a file's path. Asks first where own changes would be lost; stops a run.
    void openExperiment(const QString& key);
    /// What the program was given to open.
    void openFiles(const QStringList& paths);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void connectParts();
    void connectDocument();
    void retranslate();
    void showTitle();
    void restore();
    void applyTheme(const charts::Theme& theme);
    void showOpened(const QString& key);
    void showPlan();
    void showLanes();
    void showUnmeasured();
    void showOpenedRun(const QString& notices);
    void showMachine();
    void showRuns(bool structure);
    void showStatus();
    void showComparing();
    void shareHeight();
    void showNotice();
    void startRun(bool measuring = false);
    void startUntilSure(double precision);
    void start(const core::Experiment& experiment);
    void present();
    void whenIdle(std::function<void()> act);
    void onEnded(const core::Message& error);

    Services m_services;
    std::unique_ptr<Ui::MainWindow> m_ui;
    session::ExperimentDraft m_draft;
    session::Document m_document;
    session::GalleryModel m_presets;
    session::TimeWindow m_timeWindow;
    session::ItemFocus m_itemFocus;
    session::StretchStudy m_stretch;
    session::Replay m_replay;
    session::RunController& m_controller;
    std::shared_ptr<const core::Workload> m_workload; // of the experiment whose lanes are shown
    QToolBar* m_bar = nullptr;
    RunToolbar* m_toolbar = nullptr;
    GalleryPanel* m_gallery = nullptr;
    InspectorPanel* m_inspector = nullptr;
    StatusLine* m_status = nullptr;
    PanelLayout* m_panels = nullptr;
    PredictMenu* m_predict = nullptr;
    RunCharts* m_charts = nullptr;
    LanesFinding* m_finding = nullptr;
    ReplayBar* m_replayBar = nullptr;
    CompareMenu* m_compare = nullptr;
    ExportMenu* m_export = nullptr;
    PresentView* m_present = nullptr; ///< while there is one, runs are its own
    DocumentFlow* m_flow = nullptr;
    FileMenu* m_fileMenu = nullptr;
    RunFileFlow* m_runFiles = nullptr;
    NoticeBar* m_notice = nullptr;
    ContextHelp* m_help = nullptr;
    EnvironmentCard* m_machine = nullptr;
    SidePages* m_pages = nullptr;
    Appearance* m_appearance = nullptr;
    bool m_splitterMoved = false; ///< by hand: from then on it stays
    bool m_showsRuns = false;     ///< lanes of a run, not of a plan
    bool m_showedRuns = false;    ///< the same before the run that was started last
    std::size_t m_logged = 0;
    /// Key of what is to run as soon as it is open, and the strategy to be seen.
    std::pair<QString, QString> m_runWhenOpened;
    std::function<void()> m_next; ///< to be done once the run has stopped
};

} // namespace overlap::gui
