// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"

#include "charts/chart_accessibility.h"
#include "charts/gantt_commander.h"
#include "charts/gantt_interaction.h"
#include "charts/gantt_plot.h"
#include "session/item_focus.h"
#include "session/time_window.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

GanttChart::GanttChart(QWidget* parent) : QWidget(parent), m_plot(std::make_unique<GanttPlot>(this))
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);

    QCustomPlot* const plot = m_plot->widget();
    plot->setFocusProxy(this);
    connect(plot, &QCustomPlot::afterReplot, this, [this] { ++m_replots; });

    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->setObjectName(QStringLiteral("ganttScrollBar"));
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &GanttChart::layOut);

    m_interaction = new GanttInteraction(*m_plot, *m_scrollBar, this);
    connect(m_interaction, &GanttInteraction::readoutChanged, this, &GanttChart::reportReadout);
    connect(m_interaction, &GanttInteraction::nameClicked, this,
            [this](int band) { foldBand(band, !m_plot->isFolded(band)); });
    connect(m_interaction, &GanttInteraction::menuRequested, this, &GanttChart::openMenu);
    connect(m_interaction, &GanttInteraction::dragStarted, this, &GanttChart::dragStarted);
    connect(m_interaction, &GanttInteraction::clicked, this, &GanttChart::click);
    m_commander = new GanttCommander(*m_plot, *m_scrollBar, this);
    connect(m_commander, &GanttCommander::handedOn, this, &GanttChart::obey);

    m_learning = new QTimer(this);
    connect(m_learning, &QTimer::timeout, this, &GanttChart::learn);
    m_ownWindow = new session::TimeWindow(this);
    setTimeWindow(nullptr);
    m_ownFocus = new session::ItemFocus(this);
    setItemFocus(nullptr);
    retranslate();
}

GanttChart::~GanttChart() = default;

void GanttChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GanttChart::retranslate()
{
    setAccessibleName(tr("Worker lanes"));
    m_scrollBar->setAccessibleName(tr("Scroll the bands"));
    if (m_ownHint)
        m_plot->setEmptyHint(tr("Press Run and the lanes fill here."));
    updateSummary();
    layOut();
}

void GanttChart::setContent(GanttContent content)
{
    m_plot->setContent(std::move(content));
    updateTrace();
    updateSummary();
    layOut();
    learn();
}

const GanttContent& GanttChart::content() const
{
    return m_plot->content();
}

void GanttChart::refresh()
{
    updateTrace();
    layOut();
}

void GanttChart::setTheme(const Theme& theme)
{
    m_plot->setTheme(theme);
    layOut();
}

const Theme& GanttChart::theme() const
{
    return m_plot->theme();
}

void GanttChart::setTimeWindow(session::TimeWindow* window)
{
    if (m_window)
        disconnect(m_window, nullptr, this, nullptr);
    m_window = window ? window : m_ownWindow;
    connect(m_window, &session::TimeWindow::changed, this, &GanttChart::layOut);
    m_interaction->setTimeWindow(m_window);
    m_commander->setTimeWindow(m_window);
    updateTrace();
    layOut();
}

session::TimeWindow* GanttChart::timeWindow() const
{
    return m_window;
}

/// What is no matter of time and scrolling.
void GanttChart::obey(const GanttKey& key)
{
    switch (key.command) {
    case GanttCommand::criticalPath: {
        const bool lit = m_plot->explanation().isPath && !m_plot->explanation().empty();
        m_plot->setExplanation(lit ? GanttExplanation() : criticalPathsOf(content()));
        break;
    }
    case GanttCommand::foldAll: {
        bool anyOpen = false;
        for (int i = 0; i < static_cast<int>(content().bands.size()); ++i)
            anyOpen = anyOpen || !m_plot->isFolded(i);
        setAllFolded(anyOpen);
        break;
    }
    case GanttCommand::explain:
        explain(m_plot->pointer());
        break;
    case GanttCommand::openMenu:
        openMenu({});
        break;
    case GanttCommand::laneUp:
    case GanttCommand::laneDown:
        stepLane(key.command == GanttCommand::laneDown);
        break;
    case GanttCommand::groupNext:
    case GanttCommand::sortNext:
        arrangeAll(key.command);
        break;
    case GanttCommand::pinLane:
    case GanttCommand::hideLane:
    case GanttCommand::showHidden:
        arrangeLane(key.command);
        break;
    case GanttCommand::foldBand:
        if (const auto chosen = m_plot->chosenLane())
            foldBand(chosen->band, !m_plot->isFolded(chosen->band));
        break;
    case GanttCommand::filterState:
        if (const auto state = legendState(m_plot->shownStates(), key.index))
            m_plot->setDimmed(m_plot->dimmed() ^ stateBit(*state));
        break;
    default:
        Q_EMIT commanded(key.command);
        break;
    }
}

void GanttChart::setPresenting(bool presenting)
{
    m_plot->setPresenting(presenting);
    layOut();
}

void GanttChart::setEmptyHint(const QString& hint)
{
    m_ownHint = false;
    m_plot->setEmptyHint(hint);
    m_plot->replotQueued();
}

void GanttChart::setBandFolded(const QString& title, bool folded)
{
    const int band = m_plot->bandOf(title);
    if (band >= 0)
        foldBand(band, folded);
}

void GanttChart::setAllFolded(bool folded)
{
    for (int i = 0; i < static_cast<int>(content().bands.size()); ++i)
        foldBand(i, folded);
}

void GanttChart::foldBand(int band, bool folded)
{
    if (m_plot->isFolded(band) == folded)
        return;
    m_plot->setFolded(band, folded);
    layOut();
    Q_EMIT bandFolded(bandTitle(content().bands[band]), folded);
}

void GanttChart::showBand(const QString& title)
{
    const int band = m_plot->bandOf(title);
    if (band < 0)
        return;
    const GanttScene& scene = m_plot->scene();
    const analysis::BandPlace& place = scene.layout.bands[band];
    const double top = place.groupHeader.value_or(place.top);
    if (top < scene.scroll)
        m_scrollBar->setValue(static_cast<int>(top));
    else if (place.bottom > scene.scroll + scene.lanes.height())
        m_scrollBar->setValue(static_cast<int>(std::min(top, place.bottom - scene.lanes.height())));
}

QString GanttChart::textAt(QPoint position) const
{
    return m_plot->readoutAt(position).lines.join(QChar(u'\n'));
}

std::optional<core::State> GanttChart::stateAt(QPoint position) const
{
    return m_plot->stateAt(position);
}

QString GanttChart::summary() const
{
    return m_plot->summary();
}

int GanttChart::replotCount() const
{
    return m_replots;
}

double GanttChart::lastReplotMilliseconds() const
{
    return m_plot->widget()->replotTime(false);
}

QSize GanttChart::sizeHint() const
{
    return {1000, 520};
}

QSize GanttChart::minimumSizeHint() const
{
    return {420, 180};
}

void GanttChart::updateTrace()
{
    if (content().bands.empty())
        return;
    const analysis::TimeInterval trace = traceOf(content());
    // A band that is still behind the others' ends needs no room ahead.
    const bool leads = anyRunning(content()) && liveMoment(content()) >= trace.end;
    m_window->setTrace(trace,
                       leads ? session::TimeWindow::Growth::live : session::TimeWindow::Growth::complete);
}

/// Everything that can move things ends here: the scene is computed again and one replot is queued.
void GanttChart::layOut()
{
    if (m_plot->theme().family.isEmpty())
        return;
    const int barWidth = m_scrollBar->isVisibleTo(this) ? m_scrollBar->sizeHint().width() : 0;
    m_plot->widget()->setGeometry(0, 0, width() - barWidth, height());
    m_plot->compose(m_plot->widget()->size(), m_window->visible(), m_scrollBar->value(),
                    m_window->everything());
    const int maximum = static_cast<int>(m_plot->scene().maximumScroll());
    const bool needed = maximum > 0;
    if (needed != m_scrollBar->isVisibleTo(this)) {
        m_scrollBar->setVisible(needed);
        const int now = needed ? m_scrollBar->sizeHint().width() : 0;
        m_plot->widget()->setGeometry(0, 0, width() - now, height());
        m_plot->compose(m_plot->widget()->size(), m_window->visible(), m_scrollBar->value(),
                        m_window->everything());
    }
    const GanttScene& scene = m_plot->scene();
    m_scrollBar->setGeometry(width() - m_scrollBar->sizeHint().width(), static_cast<int>(scene.lanes.top()),
                             m_scrollBar->sizeHint().width(), static_cast<int>(scene.lanes.height()));
    m_scrollBar->setPageStep(static_cast<int>(scene.lanes.height()));
    m_scrollBar->setSingleStep(static_cast<int>(theme().px(40)));
    m_scrollBar->setRange(0, maximum);
    m_plot->renewReadout();
    m_plot->setSelection(m_window->selection());
    m_plot->replotQueued();
}

void GanttChart::updateSummary()
{
    setAccessibleDescription(summary());
}

void GanttChart::reportReadout()
{
    const GanttReadout& readout = m_plot->readout();
    Q_EMIT hovered(readout.lines.join(QChar(u'\n')));
    if (readout.item != m_hoveredItem) {
        m_hoveredItem = readout.item;
        m_focus->hover(m_hoveredItem);
        Q_EMIT itemHovered(m_hoveredItem);
    }
}

void GanttChart::setItemFocus(session::ItemFocus* focus)
{
    if (m_focus)
        disconnect(m_focus, nullptr, this, nullptr);
    m_focus = focus ? focus : m_ownFocus;
    connect(m_focus, &session::ItemFocus::changed, this, &GanttChart::light);
    connect(m_focus, &session::ItemFocus::shown, this, &GanttChart::showItem);
    light();
}

void GanttChart::setGhosts(std::vector<GanttGhost> ghosts)
{
    m_plot->setGhosts(std::move(ghosts));
}

void GanttChart::setPlayhead(std::optional<core::Nanoseconds> time)
{
    m_plot->setPlayhead(time);
}

void GanttChart::light()
{
    // What is pointed at here has its way with its readout.
    const core::ItemIndex listed = m_focus->hovered() == m_hoveredItem ? core::noItem : m_focus->hovered();
    m_plot->setLit(listed, m_focus->selected());
}

void GanttChart::learn()
{
    if (m_plot->learnWays())
        m_learning->stop();
    else if (!m_learning->isActive())
        m_learning->start(16);
}

void GanttChart::click(QPointF place)
{
    constexpr auto isWork = [](core::State state) {
        return state == core::State::computing || state == core::State::waiting ||
               state == core::State::transfer;
    };
    const GanttReadout readout = m_plot->readoutAt(place);
    const bool onTask = readout.item != core::noItem && readout.state && isWork(*readout.state);
    if (!m_plot->explanation().empty() || !onTask)
        explain(place);
    else
        m_focus->select(m_focus->selected() == readout.item ? core::noItem : readout.item);
}

void GanttChart::showItem(core::ItemIndex item)
{
    constexpr core::Nanoseconds visibleParts = 20; // a twentieth of the lanes is some fifty pixels
    const std::optional<analysis::TimeInterval> extent = m_plot->selectedFlow().extent();
    if (m_plot->selectedFlow().item != item || !extent)
        return;
    const session::TimeRange visible = m_window->visible();
    const bool seen = extent->begin >= visible.begin && extent->end <= visible.end &&
                      extent->length() >= visible.length() / visibleParts;
    if (!seen) {
        const core::Nanoseconds around = std::max(extent->length(), session::TimeWindow::minimumLength);
        m_window->setVisible({extent->begin - around, extent->end + around});
    }
    bringItemIntoSight(m_plot->selectedFlow());
}

QStringList GanttChart::explanation() const
{
    return m_plot->explanation().lines;
}

void GanttChart::explain(QPointF place)
{
    // The second click ends what the first one asked for.
    GanttExplanation found;
    if (m_plot->explanation().empty()) {
        if (m_plot->readout().empty() && !m_plot->selectedFlow().empty())
            place = placeOf(m_plot->selectedFlow(), m_plot->scene()).value_or(place);
        found = causeAt(content(), m_plot->scene(), place);
    }
    m_plot->setExplanation(std::move(found), place);
}

void GanttChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

bool GanttChart::event(QEvent* event)
{
    // Else the window's shortcut would take the key.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        (m_commander->endsWithEscape() || m_focus->selected() != core::noItem)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GanttChart::keyPressEvent(QKeyEvent* event)
{
    const std::optional<GanttKey> key = ganttKeyOf(*event);
    const bool unselects = key && key->command == GanttCommand::escape && m_plot->explanation().empty() &&
                           m_focus->selected() != core::noItem;
    if (unselects)
        m_focus->select(core::noItem);
    else if (!key || !m_commander->perform(*key))
        QWidget::keyPressEvent(event);
}

} // namespace overlap::charts
