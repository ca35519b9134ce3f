// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "gui/appearance.h"
#include "gui/chart_content.h"
#include "gui/compare_menu.h"
#include "gui/context_help.h"
#include "gui/dialog_service.h"
#include "gui/document_flow.h"
#include "gui/environment_card.h"
#include "gui/export_menu.h"
#include "gui/file_menu.h"
#include "gui/gallery_panel.h"
#include "gui/inspector_panel.h"
#include "gui/lanes_finding.h"
#include "gui/log_panel.h"
#include "gui/notice_bar.h"
#include "gui/panel_layout.h"
#include "gui/predict_menu.h"
#include "gui/present_view.h"
#include "gui/replay_bar.h"
#include "gui/results_panel.h"
#include "gui/run_charts.h"
#include "gui/run_file_flow.h"
#include "gui/run_toolbar.h"
#include "gui/side_pages.h"
#include "gui/status_line.h"
#include "gui/wheel_guard.h"
#include "session/measuring.h"
#include "session/message_text.h"
#include "ui_main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

namespace overlap::gui {

namespace {

constexpr int layoutVersion = 1;
constexpr QSize firstSize{1600, 1000};
constexpr auto firstExperiment = "web-requests";

session::Replay::Timelines timelinesOf(const session::LiveFeed& feed)
{
    session::Replay::Timelines timelines;
    for (const session::Band& band : feed.bands())
        timelines.push_back(band.timeline);
    return timelines;
}

} // namespace

MainWindow::MainWindow(const Services& services, std::vector<core::Experiment> presets)
    : m_services(services)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_draft(services.catalogue, services.environment.cores)
    , m_document(m_draft)
    , m_presets(std::move(presets))
    , m_stretch(m_timeWindow)
    , m_controller(services.controller)
    , m_toolbar(new RunToolbar(this))
    , m_gallery(new GalleryPanel(this))
    , m_inspector(new InspectorPanel(this))
    , m_status(new StatusLine(this))
{
    qApp->installEventFilter(new WheelGuard(this));
    m_ui->setupUi(this);
    const bool systemIsDark = palette().window().color().lightness() < 128;
    m_appearance = new Appearance(services.palette, services.settings, systemIsDark, this);
    setCentralWidget(m_ui->centralArea);
    setMinimumSize(760, 520);
    setWindowIcon(QIcon(QStringLiteral(":/icons/overlap.svg")));
    m_panels = new PanelLayout(this, m_gallery, m_inspector);

    m_bar = new QToolBar(this);
    m_bar->setObjectName(QStringLiteral("runBar"));
    m_bar->setMovable(false);
    m_bar->setContentsMargins(0, 0, 0, 0);
    m_bar->layout()->setContentsMargins(0, 0, 0, 0);
    m_bar->addWidget(m_toolbar);
    m_bar->toggleViewAction()->setVisible(false);
    setContextMenuPolicy(Qt::NoContextMenu);
    addToolBar(m_bar);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);

    m_notice = new NoticeBar(m_ui->centralArea);
    m_ui->centralLayout->insertWidget(0, m_notice);
    m_help = new ContextHelp(this, m_ui->centralArea);
    m_ui->centralLayout->addWidget(m_help);
    m_panels->setFoot(m_help);
    m_machine = new EnvironmentCard(this);
    m_pages = new SidePages({services.gilCheck, services.costsCheck, services.predictor, services.adviceCheck,
                             services.crossoverCheck, m_draft, services.forecasts, m_controller,
                             services.catalogue, m_presets, services.environment.cores},
                            this);

    m_predict = new PredictMenu(
        {services.predictor, m_draft, m_controller, services.forecasts, services.environment.cores}, this);
    m_charts = new RunCharts({*m_ui->lanesChart, *m_ui->timingsChart, *m_ui->ledgerChart,
                              *m_ui->latenciesChart, *m_ui->scalingChart},
                             m_controller, m_services.settings, this);
    m_charts->setForecasts(m_predict);
    m_ui->lanesChart->setTimeWindow(&m_timeWindow);
    m_finding = new LanesFinding(*m_ui->lanesChart, m_timeWindow, m_itemFocus, this);
    m_ui->lanesChart->setItemFocus(&m_itemFocus);
    m_replayBar = new ReplayBar(m_replay, *m_ui->lanesChart, m_ui->lanesArea);
    m_ui->lanesLayout->addWidget(m_replayBar);
    m_compare = new CompareMenu(*m_ui->lanesChart, *m_ui->differencesPanel, this);
    m_ui->differencesPanel->setItemFocus(&m_itemFocus);
    m_ui->resultsPanel->setItemFocus(&m_itemFocus);
    m_ui->selectionPanel->setStudy(&m_stretch);
    m_ui->centralSplitter->setStretchFactor(0, 5);
    m_ui->centralSplitter->setStretchFactor(1, 4);
    m_ui->bottomTabs->setAttribute(Qt::WA_StyledBackground);

    m_toolbar->setDraft(&m_draft);
    m_inspector->setDraft(&m_draft, &services.dialogs);
    m_inspector->setPython(&services.python, &services.dialogs);
    m_inspector->setPages(m_pages->gilAction(), m_pages->strategiesAction());
    m_gallery->setModel(&m_presets);
    m_gallery->setAdvisor(m_pages->advisorAction());

    connectDocument();
    makeActions();
    connectParts();
    restore();
    retranslate();
}

MainWindow::~MainWindow()
{
    // What listens to the window's parts going out of sight does it while they are all there.
    hide();
}

void MainWindow::retranslate()
{
    // Editors of numbers take the locale of their window, not the default.
    setLocale(QLocale());
    m_ui->retranslateUi(this);
    m_bar->setWindowTitle(tr("Run"));
    m_toolbar->setMachine(session::messageText(m_services.environment.summary()),
                          QString::fromStdString(m_services.environment.cpuModel),
                          EnvironmentCard::hasWarnings(m_services.environment));
    m_panels->retranslate();
    m_charts->retranslate();
    showTitle();
    showLanes();
    showNotice();
    showComparing();
}

void MainWindow::restore()
{
    m_appearance->apply();
    if (!restoreGeometry(m_services.settings.geometry()))
        resize(firstSize.boundedTo(screen()->availableSize()));
    restoreState(m_services.settings.windowState(), layoutVersion);
    m_splitterMoved = m_ui->centralSplitter->restoreState(m_services.settings.splitterState());
    m_gallery->setFiles(m_services.settings.recentFiles());
    const QString last = m_services.settings.lastExperiment();
    openExperiment(m_presets.preset(last) ? last : QLatin1String(firstExperiment));
    if (session::GalleryModel::isFile(last) && QFileInfo::exists(last))
        openExperiment(last);
    if (!m_services.settings.canKeep())
        m_notice->tell(tr("Settings cannot be written here, so nothing is remembered after this window "
                          "closes. Everything else works."));
    setTabOrder(m_toolbar, m_gallery);
    setTabOrder(m_gallery, m_ui->lanesChart);
    setTabOrder(m_ui->lanesChart, m_ui->bottomTabs);
    setTabOrder(m_ui->bottomTabs, m_inspector);
    m_ui->lanesChart->setFocus();
}

void MainWindow::openExperiment(const QString& key)
{
    m_flow->open(key);
}

void MainWindow::openFiles(const QStringList& paths)
{
    m_flow->openFiles(paths);
}

void MainWindow::showOpened(const QString& key)
{
    m_export->setAvailable(nullptr);
    m_timeWindow.reset();
    m_itemFocus.clear();
    m_gallery->select(key);
    m_notice->dismiss();
    m_ui->lanesChart->setAllFolded(false);
    showUnmeasured();
    showNotice();
    showStatus();
    const auto [wanted, strategy] = std::exchange(m_runWhenOpened, {});
    if (wanted == key && m_draft.include(strategy.toStdString()))
        startRun();
}

void MainWindow::showUnmeasured()
{
    m_showsRuns = false;
    m_fileMenu->setRunAvailable(false);
    m_charts->clear();
    m_ui->resultsPanel->setBands({}, nullptr);
    m_stretch.setBands({});
    m_replay.setTimelines({});
    m_compare->setRuns(nullptr);
    showPlan();
}

void MainWindow::showOpenedRun(const QString& notices)
{
    const session::LiveFeed& feed = m_controller.feed();
    m_showsRuns = true;
    m_workload = nullptr;
    m_timeWindow.reset();
    m_charts->show(nullptr);
    m_ui->resultsPanel->setBands({}, nullptr);
    m_inspector->setReport(nullptr);
    m_toolbar->setLastReport(nullptr);
    m_export->setLanesAvailable();
    m_fileMenu->setRunAvailable(true);
    // Who looks at what has nothing to tell sees at once what has.
    if (m_ui->bottomTabs->currentWidget() == m_ui->timingsChart)
        m_ui->bottomTabs->setCurrentWidget(m_ui->ledgerChart);
    m_notice->dismiss();
    if (!notices.isEmpty())
        m_notice->tell(notices);
    m_ui->logPanel->write(tr("%1: lanes of %2 runs")
                              .arg(QString::fromStdString(feed.experiment().title))
                              .arg(feed.bands().size()));
    shareHeight();
    showNotice();
    showStatus();
    m_ui->lanesChart->setFocus();
}

void MainWindow::showMachine()
{
    const auto report = m_controller.feed().report();
    const bool measured = m_showsRuns && report && !m_controller.running();
    m_machine->open(measured ? report->environment : m_draft.python().described(m_services.environment),
                    measured, m_toolbar->machineButton());
}

void MainWindow::whenIdle(std::function<void()> act)
{
    if (!m_controller.running()) {
        act();
        return;
    }
    m_next = std::move(act);
    m_controller.stop();
}

void MainWindow::showTitle()
{
    setWindowTitle(m_flow->windowTitle());
    setWindowModified(m_document.modified());
}

void MainWindow::showPlan()
{
    m_workload = workloadOf(m_draft);
    m_charts->showPlan(m_draft, m_workload);
    shareHeight();
}

void MainWindow::showLanes()
{
    if (m_showsRuns)
        m_charts->show(m_workload);
    else
        showPlan();
}

void MainWindow::shareHeight()
{
    if (m_splitterMoved)
        return;
    // The lanes come first, but they never press what lies below under two fifths.
    const int height = m_ui->centralSplitter->height();
    const int lanes = std::clamp(m_ui->lanesChart->sizeHint().height(), height * 2 / 5, height * 3 / 5);
    m_ui->centralSplitter->setSizes({lanes, height - lanes});
}

void MainWindow::showNotice()
{
    // What is shown may no longer be what is set.
    if (m_showsRuns && m_controller.feed().opened()) {
        m_inspector->setNotice(tr("The lanes come from a file. Run measures this experiment."));
        return;
    }
    const bool differs = m_showsRuns && !m_draft.isMeasuredAs(m_controller.feed().experiment());
    m_inspector->setNotice(!differs                 ? QString()
                           : m_controller.running() ? tr("Changed: counts for the next run.")
                                                    : tr("Changed: press Run to see what it does."));
}

void MainWindow::startRun(bool measuring)
{
    start(measuring ? session::forMeasuring(m_draft.experiment()) : m_draft.experiment());
}

void MainWindow::startUntilSure(double precision)
{
    start(session::untilSure(m_draft.experiment(), precision));
}

void MainWindow::start(const core::Experiment& experiment)
{
    if (m_controller.running() || !m_draft.problems().empty() || m_pages->showMeasuring())
        return;
    m_workload = workloadOf(m_draft);
    m_predict->runStarts();
    m_ui->logPanel->write(tr("Running %1").arg(session::translatedText("Experiments", experiment.title)));
    m_controller.start(experiment);
    // W A S D, F and the arrows are for the lanes from now on.
    m_ui->lanesChart->setFocus();
    showNotice();
    showStatus();
}

void MainWindow::showRuns(bool structure)
{
    if (m_present)
        return;
    const session::LiveFeed& feed = m_controller.feed();
    if (structure) {
        if (feed.workload())
            m_workload = feed.workload();
        m_charts->show(m_workload);
        m_ui->resultsPanel->setBands(feed.bands(), m_workload);
        m_stretch.setBands(feed.bands());
        if (!m_controller.refused())
            m_ui->logPanel->writeRuns(feed, m_workload.get(), m_logged);
        m_logged = feed.runsEnded();
    } else {
        m_ui->lanesChart->refresh();
    }
    showStatus();
}

void MainWindow::present()
{
    if (m_present || m_controller.running() || m_pages->showMeasuring())
        return;
    m_present = new PresentView({m_controller, m_draft.python(), m_services.catalogue, m_services.palette,
                                 m_draft.cores(), m_services.settings.strips()},
                                playlistOf(m_presets.presets(), m_draft.experiment()), this);
    connect(m_present, &PresentView::left, this, [this] {
        std::exchange(m_present, nullptr)->deleteLater();
        activateWindow();
        showStatus();
    });
    m_present->setTheme(m_appearance->theme().kind);
    m_present->open(*screen());
}

void MainWindow::onEnded(const core::Message& error)
{
    if (m_present)
        return;
    const session::LiveFeed& feed = m_controller.feed();
    m_toolbar->setRunning(false);
    m_toolbar->setLastReport(feed.report());
    if (m_controller.refused() && !m_showedRuns)
        showUnmeasured();
    showNotice();
    const core::Report* report = m_showsRuns ? feed.report().get() : nullptr;
    m_export->setAvailable(report);
    m_fileMenu->setRunAvailable(m_runFiles->canSave());
    m_inspector->setReport(report);
    m_replay.setTimelines(m_showsRuns ? timelinesOf(feed) : session::Replay::Timelines());
    m_compare->setRuns(m_showsRuns ? &feed : nullptr);
    showStatus();
    if (!error.empty()) {
        const QString sentence = session::sentenceText(error);
        m_ui->logPanel->write(sentence);
        m_status->setStep((m_controller.refused() ? tr("Not run. %1") : tr("Ended early. %1")).arg(sentence));
        m_services.dialogs.tell(this, tr("The experiment could not be run"), sentence);
    } else if (report) {
        m_ui->logPanel->writeEnd(feed, m_workload.get());
    }
    if (m_next)
        std::exchange(m_next, nullptr)();
}

void MainWindow::showStatus()
{
    if (m_showsRuns && m_controller.feed().opened())
        m_status->setStep(tr("An opened run"));
    else if (m_showsRuns)
        m_status->showRun(m_controller, m_workload.get());
    else
        m_status->showPlan(m_draft);
    if (const QString why = m_pages->whyExperimentsWait(); !why.isEmpty())
        m_status->setStep(why);
}

void MainWindow::showComparing()
{
    m_toolbar->setHeldUp(m_pages->whyExperimentsWait());
    m_predict->setHeldUp(m_pages->whyExperimentsWait());
    showStatus();
}

void MainWindow::setLook(session::Settings::Look look)
{
    m_appearance->choose(look);
}

void MainWindow::applyTheme(const charts::Theme& theme)
{
    m_charts->setTheme(theme);
    m_toolbar->setTheme(theme);
    m_pages->setTheme(theme);
    if (m_present)
        m_present->setTheme(theme.kind);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_panels->adapt();
    shareHeight();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_panels)
        m_panels->adapt();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_flow->mayClose()) {
        event->ignore();
        return;
    }
    m_services.settings.setGeometry(saveGeometry());
    m_services.settings.setWindowState(saveState(layoutVersion));
    if (m_splitterMoved)
        m_services.settings.setSplitterState(m_ui->centralSplitter->saveState());
    m_controller.stop();
    m_pages->close();
    QMainWindow::closeEvent(event);
}

} // namespace overlap::gui
