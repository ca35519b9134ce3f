// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rows_chart.h"

#include "charts/chart_accessibility.h"
#include "charts/rows_plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace overlap::charts {

RowsChart::RowsChart(QWidget* parent) : QWidget(parent)
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
}

RowsChart::~RowsChart() = default;

void RowsChart::setPlot(std::unique_ptr<RowsPlot> plot, const QString& scrollBarName)
{
    m_plot = std::move(plot);
    QCustomPlot* const picture = m_plot->widget();
    picture->setFocusProxy(this);
    picture->setMouseTracking(true);
    picture->installEventFilter(this);
    connect(picture, &QCustomPlot::afterReplot, this, [this] { ++m_replots; });

    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->setObjectName(scrollBarName);
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &RowsChart::layOut);
    retranslate();
}

void RowsChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RowsChart::retranslate()
{
    setAccessibleName(ownName());
    m_scrollBar->setAccessibleName(tr("Scroll the rows"));
    if (m_ownHint)
        m_plot->setEmptyHint(ownHint());
    contentChanged();
}

void RowsChart::contentChanged()
{
    setAccessibleDescription(summary());
    layOut();
}

void RowsChart::setTheme(const Theme& theme)
{
    m_plot->setTheme(theme);
    layOut();
}

const Theme& RowsChart::theme() const
{
    return m_plot->theme();
}

void RowsChart::setEmptyHint(const QString& hint)
{
    m_ownHint = false;
    m_plot->setEmptyHint(hint);
    m_plot->replotQueued();
}

QString RowsChart::textAt(QPoint position) const
{
    return m_plot->readoutAt(position).join(QChar(u'\n'));
}

QString RowsChart::summary() const
{
    return m_plot->summary();
}

int RowsChart::replotCount() const
{
    return m_replots;
}

QSize RowsChart::sizeHint() const
{
    return {1000, 360};
}

QSize RowsChart::minimumSizeHint() const
{
    return {360, 150};
}

void RowsChart::layOut()
{
    if (m_plot->theme().family.isEmpty())
        return;
    const int barWidth = m_scrollBar->sizeHint().width();
    const auto compose = [&](bool withBar) {
        m_plot->widget()->setGeometry(0, 0, width() - (withBar ? barWidth : 0), height());
        m_plot->compose(m_plot->widget()->size(), m_scrollBar->value());
    };
    compose(m_scrollBar->isVisibleTo(this));
    const int maximum = static_cast<int>(m_plot->rows().maximumScroll());
    if ((maximum > 0) != m_scrollBar->isVisibleTo(this)) {
        m_scrollBar->setVisible(maximum > 0);
        compose(maximum > 0);
    }
    const QRectF area = m_plot->rows().rowsArea;
    m_scrollBar->setGeometry(width() - barWidth, static_cast<int>(area.top()), barWidth,
                             static_cast<int>(area.height()));
    m_scrollBar->setPageStep(static_cast<int>(area.height()));
    m_scrollBar->setSingleStep(static_cast<int>(m_plot->rows().pitch));
    m_scrollBar->setRange(0, maximum);
    m_plot->replotQueued();
}

void RowsChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void RowsChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        m_scrollBar->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_Down:
        m_scrollBar->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool RowsChart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        m_press.reset();
        if (press->button() == Qt::LeftButton && (press->modifiers() & Qt::ControlModifier) != 0)
            m_press = press->position();
    } else if (event->type() == QEvent::MouseMove && m_press) {
        const QPointF way = static_cast<QMouseEvent*>(event)->position() - *m_press;
        if (way.manhattanLength() >= QApplication::startDragDistance()) {
            m_press.reset();
            Q_EMIT dragStarted();
        }
        return true;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_press.reset();
    } else if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
        QStringList lines;
        QPointF position;
        if (event->type() == QEvent::MouseMove) {
            position = static_cast<QMouseEvent*>(event)->position();
            lines = m_plot->readoutAt(position);
        }
        const bool changed = lines != m_plot->readout();
        m_plot->setReadout(lines, position);
        if (changed)
            Q_EMIT hovered(lines.join(QChar(u'\n')));
    } else if (event->type() == QEvent::Wheel) {
        const int delta = static_cast<QWheelEvent*>(event)->angleDelta().y();
        m_scrollBar->setValue(m_scrollBar->value() - delta * m_scrollBar->singleStep() / 120);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace overlap::charts
