// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "charts/gantt_chart.h"
#include "charts/latencies_chart.h"
#include "charts/timings_chart.h"
#include "core/text.h"
#include "gui/chart_content.h"
#include "gui/dialog_service.h"
#include "gui/export_menu.h"
#include "gui/gallery_panel.h"
#include "gui/inspector_panel.h"
#include "gui/log_panel.h"
#include "gui/panel_layout.h"
#include "gui/present_view.h"
#include "gui/results_panel.h"
#include "gui/run_toolbar.h"
#include "gui/status_line.h"
#include "gui/style.h"
#include "session/languages.h"
#include "session/message_text.h"
#include "ui_main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>

namespace overlap::gui {

namespace {

constexpr int layoutVersion = 1;
constexpr QSize firstSize{1600, 1000};
constexpr auto firstExperiment = "web-requests";

QString durationWords(double seconds)
{
    return session::figureText(core::durationText(seconds));
}

} // namespace

MainWindow::MainWindow(const Services& services, std::vector<core::Experiment> presets)
    : m_services(services)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_draft(services.catalogue, services.environment.cores)
    , m_presets(std::move(presets))
    , m_controller(services.controller)
    , m_toolbar(new RunToolbar(this))
    , m_gallery(new GalleryPanel(this))
    , m_inspector(new InspectorPanel(this))
    , m_status(new StatusLine(this))
{
    m_ui->setupUi(this);
    m_systemIsDark = palette().window().color().lightness() < 128;
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

    m_ui->lanesChart->setTimeWindow(&m_timeWindow);
    m_ui->centralSplitter->setStretchFactor(0, 5);
    m_ui->centralSplitter->setStretchFactor(1, 4);
    m_ui->bottomTabs->setAttribute(Qt::WA_StyledBackground);

    m_toolbar->setDraft(&m_draft);
    m_inspector->setDraft(&m_draft);
    m_gallery->setModel(&m_presets);
    m_toolbar->setMachine(QString::fromStdString(services.environment.summary()),
                          QString::fromStdString(services.environment.cpuModel));

    makeActions();
    connectParts();
    restore();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions()
{
    m_export = new ExportMenu({[this]() -> const session::LiveFeed& { return m_controller.feed(); },
                               [this] { return liveLanes(m_controller.feed(), m_workload); },
                               [this] { return liveTimings(m_controller.feed()); },
                               [this] { return liveLatencies(m_controller.feed()); }},
                              m_services.palette, m_services.dialogs, m_services.settings, this);
    m_toolbar->setExportMenu(m_export);

    const auto add = [this](QMenu* menu, const char* text) {
        QAction* action = menu->addAction(QString());
        m_texts.emplace_back(action, text);
        return action;
    };
    auto* view = new QMenu(this);
    view->addAction(m_panels->galleryAction());
    view->addAction(m_panels->inspectorAction());
    view->addAction(m_panels->lockAction());
    view->addSeparator();
    auto* looks = new QActionGroup(this);
    const std::pair<session::Settings::Look, const char*> choices[] = {
        {session::Settings::Look::system, QT_TR_NOOP("Colours of the system")},
        {session::Settings::Look::light, QT_TR_NOOP("Light")},
        {session::Settings::Look::dark, QT_TR_NOOP("Dark")}};
    for (const auto& [look, title] : choices) {
        QAction* action = looks->addAction(add(view, title));
        action->setCheckable(true);
        action->setData(static_cast<int>(look));
        connect(action, &QAction::triggered, this, [this, look = look] { setLook(look); });
    }
    connect(view, &QMenu::aboutToShow, this, [this, looks] {
        for (QAction* action : looks->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(m_look));
    });
    view->addSeparator();
    makeLanguageMenu(view);
    view->addSeparator();
    connect(add(view, QT_TR_NOOP("Show everything in the lanes")), &QAction::triggered, &m_timeWindow,
            &session::TimeWindow::fit);
    QAction* fullScreen = add(view, QT_TR_NOOP("Full screen"));
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    connect(fullScreen, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(add(view, QT_TR_NOOP("Reset the layout")), &QAction::triggered, this, [this] {
        m_services.settings.forgetLayout();
        m_panels->reset();
        m_splitterMoved = false;
        shareHeight();
    });
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
        if (!m_panels->closeOverlay())
            m_controller.stop();
    });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5), [this] { m_controller.stop(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { present(); });
    shortcut(QKeySequence(QKeySequence::Find), [this] {
        m_panels->openGallery();
        m_gallery->focusSearch();
    });
    shortcut(QKeySequence(QKeySequence::Quit), [this] { close(); });
}

void MainWindow::makeLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(QString());
    menu->setObjectName(QStringLiteral("languageMenu"));
    m_texts.emplace_back(menu->menuAction(), QT_TR_NOOP("Language"));
    auto* group = new QActionGroup(this);
    const auto add = [this, menu, group](const QString& name, const QString& code) {
        QAction* action = group->addAction(menu->addAction(name));
        action->setCheckable(true);
        action->setData(code);
        connect(action, &QAction::triggered, this, [this, code] {
            m_services.settings.setLanguage(code);
            m_services.languages.use(code);
        });
        return action;
    };
    m_texts.emplace_back(add(QString(), QString()), QT_TR_NOOP("Language of the system"));
    // Whoever reads only one of them has to find it, so each stands there in itself.
    for (const session::Languages::Language& language : m_services.languages.all())
        add(language.name, language.code);
    connect(menu, &QMenu::aboutToShow, this, [this, group] {
        for (QAction* action : group->actions())
            action->setChecked(action->data().toString() == m_services.settings.language());
    });
}

void MainWindow::retranslate()
{
    // Editors of numbers take the locale of their window, not the default.
    setLocale(QLocale());
    m_ui->retranslateUi(this);
    m_bar->setWindowTitle(tr("Run"));
    m_panels->retranslate();
    for (const auto& [action, text] : m_texts)
        action->setText(tr(text));
    m_ui->timingsChart->setEmptyHint(
        tr("Here stands how long each strategy took, beside each other. Press Run."));
    m_ui->latenciesChart->setEmptyHint(
        tr("Here stands how long each single item took, one dot per item. Press Run."));
    showTitle();
    if (m_showsRuns) {
        m_ui->lanesChart->setContent(liveLanes(m_controller.feed(), m_workload));
        m_ui->timingsChart->setContent(liveTimings(m_controller.feed()));
        m_ui->latenciesChart->setContent(liveLatencies(m_controller.feed()));
    } else {
        showPlan();
    }
    showNotice();
    showStatus();
}

void MainWindow::connectParts()
{
    connect(m_gallery, &GalleryPanel::chosen, this, [this](const QString& id) {
        m_panels->adapt();
        openExperiment(id);
    });
    connect(m_toolbar, &RunToolbar::runRequested, this, &MainWindow::startRun);
    connect(m_toolbar, &RunToolbar::stopRequested, &m_controller, &session::RunController::stop);
    connect(m_toolbar, &RunToolbar::themeToggled, this, [this] {
        setLook(m_theme.kind == charts::ThemeKind::dark ? session::Settings::Look::light
                                                        : session::Settings::Look::dark);
    });
    connect(m_toolbar, &RunToolbar::presentRequested, this, &MainWindow::present);
    connect(m_panels, &PanelLayout::narrowChanged, m_toolbar, &RunToolbar::setNarrow);
    connect(m_ui->centralSplitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });
    connect(m_ui->lanesChart, &charts::GanttChart::dragStarted, m_export,
            [this] { m_export->dragChart(charts::ChartKind::gantt, m_ui->lanesChart); });
    connect(m_ui->timingsChart, &charts::RowsChart::dragStarted, m_export,
            [this] { m_export->dragChart(charts::ChartKind::timings, m_ui->timingsChart); });
    connect(m_ui->latenciesChart, &charts::RowsChart::dragStarted, m_export,
            [this] { m_export->dragChart(charts::ChartKind::latencies, m_ui->latenciesChart); });
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
    connect(&m_controller, &session::RunController::started, this, [this] {
        if (m_present)
            return;
        m_showsRuns = true;
        m_logged = 0;
        m_timeWindow.reset();
        m_toolbar->setRunning(true);
        m_export->setAvailable(false);
        m_inspector->setReport(nullptr);
        m_panels->closeOverlay();
    });
    connect(&m_controller, &session::RunController::ticked, this, &MainWindow::showRuns);
    connect(&m_controller, &session::RunController::ended, this, &MainWindow::onEnded);
}

void MainWindow::restore()
{
    m_look = m_services.settings.look();
    applyLook();
    if (!restoreGeometry(m_services.settings.geometry()))
        resize(firstSize.boundedTo(screen()->availableSize()));
    restoreState(m_services.settings.windowState(), layoutVersion);
    m_splitterMoved = m_ui->centralSplitter->restoreState(m_services.settings.splitterState());
    const QString last = m_services.settings.lastExperiment();
    openExperiment(m_presets.preset(last) ? last : QLatin1String(firstExperiment));
    setTabOrder(m_toolbar, m_gallery);
    setTabOrder(m_gallery, m_ui->lanesChart);
    setTabOrder(m_ui->lanesChart, m_ui->bottomTabs);
    setTabOrder(m_ui->bottomTabs, m_inspector);
    m_ui->lanesChart->setFocus();
}

void MainWindow::openExperiment(const QString& id)
{
    const core::Experiment* preset = m_presets.preset(id);
    if (!preset)
        return;
    if (m_controller.running()) {
        m_openNext = id;
        m_controller.stop();
        return;
    }
    m_services.settings.setLastExperiment(id);
    m_showsRuns = false;
    m_export->setAvailable(false);
    m_timeWindow.reset();
    m_draft.load(*preset);
    m_gallery->select(id);
    showTitle();
    m_ui->lanesChart->setAllFolded(false);
    m_ui->timingsChart->setContent({});
    m_ui->latenciesChart->setContent({});
    m_ui->resultsPanel->setBands({}, nullptr);
    showStatus();
}

void MainWindow::showTitle()
{
    setWindowTitle(
        tr("%1 – Overlap").arg(session::translatedText("Experiments", m_draft.experiment().title)));
}

void MainWindow::showPlan()
{
    m_workload = workloadOf(m_draft);
    m_ui->lanesChart->setEmptyHint(m_draft.problems().empty()
                                       ? tr("Choose at least one strategy, then press Run.")
                                       : session::messageText(m_draft.problems().front().message));
    m_ui->lanesChart->setContent(plannedLanes(m_draft, m_workload));
    shareHeight();
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
    const core::Experiment& shown = m_controller.feed().experiment();
    const core::Experiment& set = m_draft.experiment();
    const bool differs =
        m_showsRuns && (shown.parameters != set.parameters || shown.strategies != set.strategies ||
                        shown.repeats != set.repeats || shown.timeScale != set.timeScale);
    m_inspector->setNotice(!differs                 ? QString()
                           : m_controller.running() ? tr("Changed: counts for the next run.")
                                                    : tr("Changed: press Run to see what it does."));
}

void MainWindow::startRun()
{
    if (m_controller.running() || !m_draft.problems().empty())
        return;
    m_workload = workloadOf(m_draft);
    m_ui->logPanel->write(
        tr("Running %1").arg(session::translatedText("Experiments", m_draft.experiment().title)));
    m_controller.start(m_draft.experiment());
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
        m_ui->lanesChart->setContent(liveLanes(feed, m_workload));
        m_ui->timingsChart->setContent(liveTimings(feed));
        m_ui->latenciesChart->setContent(liveLatencies(feed));
        m_ui->resultsPanel->setBands(feed.bands(), m_workload);
        logRuns();
    } else {
        m_ui->lanesChart->refresh();
    }
    showStatus();
}

void MainWindow::present()
{
    if (m_present || m_controller.running())
        return;
    m_present =
        new PresentView({m_controller, m_services.catalogue, m_services.palette, m_services.environment.cores},
                        playlistOf(m_presets.presets(), m_draft.experiment()), this);
    connect(m_present, &PresentView::left, this, [this] {
        std::exchange(m_present, nullptr)->deleteLater();
        activateWindow();
        showStatus();
    });
    m_present->setTheme(m_theme.kind);
    m_present->open(*screen());
}

void MainWindow::logRuns()
{
    for (const session::Band& band : m_controller.feed().bands()) {
        if (!band.outcome || band.outcome->index < m_logged)
            continue;
        const core::RunReport& run = band.outcome->report;
        m_ui->logPanel->write(
            tr("%1: %2, %3 done, %4 failed, %5 cancelled")
                .arg(QString::fromStdString(band.strategy.text()), durationWords(run.wallSeconds))
                .arg(run.tasks.done)
                .arg(run.tasks.failed)
                .arg(run.tasks.cancelled));
        for (std::size_t i = 0; i < band.outcome->items.size(); ++i) {
            const core::ItemResult& item = band.outcome->items[i];
            if (item.status == core::TaskStatus::failed)
                m_ui->logPanel->write(
                    tr("  %1: %2")
                        .arg(m_workload ? session::numberedText(
                                              "Items", m_workload->itemLabel(static_cast<core::ItemIndex>(i)))
                                        : QString::number(i + 1),
                             session::messageText(item.error)));
        }
    }
    m_logged = m_controller.feed().runsEnded();
}

void MainWindow::onEnded(const core::Message& error)
{
    if (m_present)
        return;
    const session::LiveFeed& feed = m_controller.feed();
    m_toolbar->setRunning(false);
    showNotice();
    m_export->setAvailable(feed.report() != nullptr && !feed.report()->strategies.empty());
    m_inspector->setReport(feed.report().get());
    if (!error.empty()) {
        m_ui->logPanel->write(session::messageText(error));
        m_services.dialogs.tell(this, tr("The experiment could not be run"), session::messageText(error));
    } else if (feed.report()) {
        m_ui->logPanel->write(liveTimings(feed).finding);
    }
    showStatus();
    if (!m_openNext.isEmpty())
        openExperiment(std::exchange(m_openNext, QString()));
}

void MainWindow::showStatus()
{
    const session::LiveFeed& feed = m_controller.feed();
    const bool running = m_controller.running();
    if (!m_showsRuns) {
        m_status->setStep(m_draft.problems().empty()
                              ? tr("Ready")
                              : session::messageText(m_draft.problems().front().message));
        m_status->setProgress(std::nullopt);
        m_status->setTimeLeft({});
        m_status->setCost({}, {});
        return;
    }
    const std::size_t runs = feed.plan().runs.size();
    double progress = 0;
    if (const session::Band* band = feed.current(); running && band) {
        const engine::PlannedRun& run = feed.plan().runs[band->run];
        const QString strategy = QString::fromStdString(band->strategy.text());
        m_status->setStep(
            run.warmup
                ? tr("Warm-up · %1").arg(strategy)
                : tr("Block %1 of %2 · %3").arg(run.block + 1).arg(feed.experiment().repeats).arg(strategy));
        const std::size_t items = m_workload ? m_workload->itemCount() : 0;
        const double within =
            band->timeline && items > 0
                ? static_cast<double>(band->timeline->tasks.size()) / static_cast<double>(items)
                : 0;
        progress =
            (static_cast<double>(feed.runsEnded()) + std::min(within, 1.0)) / static_cast<double>(runs);
    } else if (!running) {
        const bool stopped = feed.report() && feed.report()->cancelled;
        m_status->setStep(
            stopped ? tr("Stopped after %1").arg(durationWords(core::toSeconds(m_controller.elapsed())))
                    : tr("Done in %1").arg(durationWords(core::toSeconds(m_controller.elapsed()))));
    }
    m_status->setProgress(running ? std::optional<double>(progress) : std::nullopt);
    m_status->setTimeLeft(timeLeft());
    m_status->setCost(tr("%1 events lost · watching costs %2 %")
                          .arg(feed.lostRecords())
                          .arg(QLocale().toString(100 * m_controller.watchingShare(), 'f', 1)),
                      tr("Events that did not fit into a lane's ring; times per state stay exact all the "
                         "same. Watching: CPU time of this window while it runs, as a share of all cores."));
}

QString MainWindow::timeLeft() const
{
    // Only what was measured is a ground for an estimate: each strategy's last time in this experiment, or
    // before.
    const session::LiveFeed& feed = m_controller.feed();
    if (!m_controller.running())
        return {};
    double seconds = 0;
    for (std::size_t i = feed.runsEnded(); i < feed.plan().runs.size(); ++i) {
        const std::string text = feed.plan().strategies[feed.plan().runs[i].strategy].strategy.text();
        const core::StrategyReport* known = feed.report() ? feed.report()->strategy(text) : nullptr;
        if (!known && feed.previousReport())
            known = feed.previousReport()->strategy(text);
        if (!known)
            return {};
        seconds += known->coldWallSeconds;
    }
    if (const session::Band* band = feed.current(); band && band->timeline)
        seconds -= core::toSeconds(band->timeline->end);
    return seconds > 0.5 ? tr("about %1 s left").arg(qRound(seconds)) : QString();
}

void MainWindow::setLook(session::Settings::Look look)
{
    m_look = look;
    m_services.settings.setLook(look);
    applyLook();
}

void MainWindow::applyLook()
{
    m_theme = charts::makeTheme(m_services.palette, resolvedLook(m_look, m_systemIsDark));
    applyStyle(*qApp, m_theme);
    m_ui->lanesChart->setTheme(m_theme);
    m_ui->timingsChart->setTheme(m_theme);
    m_ui->latenciesChart->setTheme(m_theme);
    m_toolbar->setTheme(m_theme);
    if (m_present)
        m_present->setTheme(m_theme.kind);
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
    m_services.settings.setGeometry(saveGeometry());
    m_services.settings.setWindowState(saveState(layoutVersion));
    if (m_splitterMoved)
        m_services.settings.setSplitterState(m_ui->centralSplitter->saveState());
    m_controller.stop();
    QMainWindow::closeEvent(event);
}

} // namespace overlap::gui
