// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "gui/appearance.h"
#include "gui/compare_menu.h"
#include "gui/context_help.h"
#include "gui/document_flow.h"
#include "gui/export_menu.h"
#include "gui/file_drop.h"
#include "gui/file_menu.h"
#include "gui/gallery_panel.h"
#include "gui/inspector_panel.h"
#include "gui/lanes_finding.h"
#include "gui/log_panel.h"
#include "gui/notice_bar.h"
#include "gui/panel_layout.h"
#include "gui/predict_menu.h"
#include "gui/replay_bar.h"
#include "gui/run_charts.h"
#include "gui/run_file_flow.h"
#include "gui/run_toolbar.h"
#include "gui/side_pages.h"
#include "gui/status_line.h"
#include "gui/stretch_chip.h"
#include "gui/view_menu.h"
#include "ui_main_window.h"

#include <QShortcut>
#include <QWhatsThis>

// What belongs to what: actions, and who hears of whom.

namespace overlap::gui {

void MainWindow::makeActions()
{
    m_export =
        new ExportMenu(m_charts->source(), m_services.palette, m_services.dialogs, m_services.settings, this);
    m_charts->dragBy(*m_export);
    connect(m_export, &ExportMenu::traceWanted, m_runFiles,
            [this] { m_runFiles->save(session::RunFiles::Format::trace); });
    m_toolbar->setExportMenu(m_export);
    m_toolbar->setPredictMenu(m_predict);

    QList<QAction*> lanes = m_finding->actions();
    lanes << m_charts->stripsAction();
    auto* view =
        new ViewMenu(*m_panels, m_services.languages, m_services.settings, m_pages->actions(), lanes, this);
    connect(view, &ViewMenu::lookChosen, m_appearance, &Appearance::choose);
    connect(view, &ViewMenu::layoutForgotten, this, [this] {
        m_services.settings.forgetLayout();
        m_panels->reset();
        m_splitterMoved = false;
        shareHeight();
    });
    view->addAction(m_replayBar->action());
    view->addMenu(m_compare);
    const int differences = m_ui->bottomTabs->indexOf(m_ui->differencesPanel);
    m_ui->bottomTabs->setTabVisible(differences, false);
    connect(m_compare, &CompareMenu::compared, this,
            [this, differences](bool any) { m_ui->bottomTabs->setTabVisible(differences, any); });
    connect(m_compare, &CompareMenu::refused, m_status, &StatusLine::setStep);
    m_toolbar->setViewMenu(view);
    m_toolbar->setDetailsAction(m_panels->inspectorAction());
    // The actions' shortcuts have to work while the menu is closed.
    addActions(view->actions());
    addActions(m_export->actions());

    const auto shortcut = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence(Qt::Key_F5), [this] { startRun(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { startRun(); });
    shortcut(QKeySequence(Qt::Key_Escape), [this] {
        if (m_panels->closeOverlay())
            return;
        if (m_runFiles->cancel())
            return;
        if (m_controller.running())
            m_controller.stop();
        else if (!m_help->dismiss())
            m_notice->dismiss();
    });
    shortcut(QKeySequence(QKeySequence::HelpContents), [this] { m_help->toggle(); });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1), [] { QWhatsThis::enterWhatsThisMode(); });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5), [this] { m_controller.stop(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { present(); });
    shortcut(QKeySequence(QKeySequence::Find), [this] {
        m_panels->openGallery();
        m_gallery->focusSearch();
    });
}

void MainWindow::connectParts()
{
    connect(m_gallery, &GalleryPanel::chosen, this, [this](const QString& key) {
        m_panels->adapt();
        openExperiment(key);
    });
    connect(m_toolbar, &RunToolbar::machineRequested, this, &MainWindow::showMachine);
    connect(m_toolbar, &RunToolbar::runRequested, this, &MainWindow::startRun);
    connect(m_toolbar, &RunToolbar::certaintyRequested, this, &MainWindow::startUntilSure);
    connect(m_toolbar, &RunToolbar::stopRequested, &m_controller, &session::RunController::stop);
    connect(m_toolbar, &RunToolbar::themeToggled, m_appearance, &Appearance::toggle);
    connect(m_appearance, &Appearance::changed, this, &MainWindow::applyTheme);
    connect(m_toolbar, &RunToolbar::presentRequested, this, &MainWindow::present);
    connect(m_inspector, &InspectorPanel::placeWanted, m_charts, &RunCharts::showPlace);
    connect(m_panels, &PanelLayout::narrowChanged, m_toolbar, &RunToolbar::setNarrow);
    connect(m_ui->centralSplitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });
    connect(m_export, &ExportMenu::exported, this, [this](const QString& sentence) {
        m_ui->logPanel->write(sentence);
        m_status->setStep(sentence);
    });
    connect(&m_draft, &session::ExperimentDraft::changed, this, [this] {
        if (!m_showsRuns)
            showPlan();
        showNotice();
        showStatus();
    });
    connect(m_predict, &PredictMenu::shownChanged, this, &MainWindow::showLanes);
    connect(m_predict, &PredictMenu::told, this, [this](const QString& sentence) {
        m_ui->logPanel->write(sentence);
        m_status->setStep(sentence);
    });
    connect(m_pages, &SidePages::changed, this, &MainWindow::showComparing);
    connect(m_pages, &SidePages::presetWanted, this, [this](const QString& id, const QString& name) {
        m_runWhenOpened = {id, name};
        openExperiment(id);
    });
    connect(&m_stretch, &session::StretchStudy::changed, this, [this] {
        if (m_showsRuns)
            m_charts->showStretch(m_stretch.stretch());
    });
    new StretchChip(m_timeWindow, *m_ui->bottomTabs);
    connect(&m_controller, &session::RunController::started, this, [this] {
        if (m_present)
            return;
        m_showedRuns = std::exchange(m_showsRuns, true);
        m_logged = 0;
        m_timeWindow.reset();
        m_itemFocus.clear();
        m_replay.setTimelines({});
        m_compare->setRuns(nullptr);
        m_toolbar->setRunning(true);
        m_export->setAvailable(nullptr);
        m_fileMenu->setRunAvailable(false);
        m_inspector->setReport(nullptr);
        m_panels->closeOverlay();
    });
    connect(&m_controller, &session::RunController::ticked, this, &MainWindow::showRuns);
    connect(&m_controller, &session::RunController::ended, this, &MainWindow::onEnded);
}

void MainWindow::connectDocument()
{
    const auto idle = [this](std::function<void()> act) { whenIdle(std::move(act)); };
    m_runFiles =
        new RunFileFlow({m_controller, m_services.settings, m_services.dialogs, idle}, m_ui->centralArea);
    m_ui->centralLayout->insertWidget(1, m_runFiles);
    m_flow = new DocumentFlow({m_document, m_draft, m_presets, m_services.settings, m_services.dialogs, idle,
                               [this](const QString& path) { m_runFiles->open(path); }},
                              this);
    m_fileMenu = new FileMenu(*m_flow, m_document, m_draft, m_services.settings, this);
    m_toolbar->setFileMenu(m_fileMenu);
    auto* drop = new FileDrop(this, m_ui->centralArea);
    connect(drop, &FileDrop::dropped, m_flow, &DocumentFlow::openFiles);
    connect(m_flow, &DocumentFlow::opened, this, &MainWindow::showOpened);
    connect(m_flow, &DocumentFlow::filesChanged, this,
            [this] { m_gallery->setFiles(m_services.settings.recentFiles()); });
    const auto tellRefused = [this](const QString& sentence) {
        m_ui->logPanel->write(sentence);
        m_notice->tell(sentence);
    };
    connect(m_flow, &DocumentFlow::refused, this, tellRefused);
    connect(m_runFiles, &RunFileFlow::refused, this, tellRefused);
    connect(m_runFiles, &RunFileFlow::opened, this, &MainWindow::showOpenedRun);
    connect(m_runFiles, &RunFileFlow::done, this, [this](const QString& sentence) {
        m_ui->logPanel->write(sentence);
        m_status->setStep(sentence);
    });
    connect(m_fileMenu, &FileMenu::saveRunWanted, m_runFiles,
            [this] { m_runFiles->save(session::RunFiles::Format::timeline); });
    connect(m_flow, &DocumentFlow::done, this, [this](const QString& sentence) {
        m_ui->logPanel->write(sentence);
        m_notice->dismiss();
        m_gallery->select(m_document.path());
        m_status->setStep(sentence);
    });
    connect(&m_document, &session::Document::changed, this, &MainWindow::showTitle);
}

} // namespace overlap::gui
