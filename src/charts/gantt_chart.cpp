// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"

#include "charts/chart_accessibility.h"
#include "charts/gantt_commander.h"
#include "charts/gantt_interaction.h"
#include "charts/gantt_plot.h"
#include "session/time_window.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
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
    connect(m_interaction, &GanttInteraction::dragStarted, this, &GanttChart::dragStarted);
    connect(m_interaction, &GanttInteraction::explanationRequested, this, &GanttChart::explain);
    m_commander = new GanttCommander(*m_plot, *m_scrollBar, this);
    connect(m_commander, &GanttCommander::handedOn, this, &GanttChart::obey);

    m_ownWindow = new session::TimeWindow(this);
    setTimeWindow(nullptr);
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
    default:
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
    return readoutAt(content(), m_plot->scene(), position).lines.join(QChar(u'\n'));
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
        Q_EMIT itemHovered(m_hoveredItem);
    }
}

QStringList GanttChart::explanation() const
{
    return m_plot->explanation().lines;
}

void GanttChart::explain(QPointF place)
{
    // The second click ends what the first one asked for.
    GanttExplanation found;
    if (m_plot->explanation().empty())
        found = causeAt(content(), m_plot->scene(), place);
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
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_commander->endsWithEscape()) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GanttChart::keyPressEvent(QKeyEvent* event)
{
    const std::optional<GanttKey> key = ganttKeyOf(*event);
    if (!key || !m_commander->perform(*key))
        QWidget::keyPressEvent(event);
}

} // namespace overlap::charts
