// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_chart.h"

#include "charts/chart_accessibility.h"
#include "charts/timings_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace overlap::charts {

TimingsChart::TimingsChart(QWidget* parent) : QWidget(parent), m_plot(std::make_unique<TimingsPlot>(this))
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);

    QCustomPlot* const plot = m_plot->widget();
    plot->setFocusProxy(this);
    plot->setMouseTracking(true);
    plot->installEventFilter(this);
    connect(plot, &QCustomPlot::afterReplot, this, [this] { ++m_replots; });

    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->setObjectName(QStringLiteral("timingsScrollBar"));
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, &TimingsChart::layOut);
    retranslate();
}

TimingsChart::~TimingsChart() = default;

void TimingsChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimingsChart::retranslate()
{
    setAccessibleName(tr("Timings"));
    m_scrollBar->setAccessibleName(tr("Scroll the rows"));
    if (m_ownHint)
        m_plot->setEmptyHint(
            tr("The times of the strategies stand here side by side once something has run."));
    setAccessibleDescription(summary());
    layOut();
}

void TimingsChart::setContent(TimingsContent content)
{
    m_plot->setContent(std::move(content));
    setAccessibleDescription(summary());
    layOut();
}

const TimingsContent& TimingsChart::content() const
{
    return m_plot->content();
}

void TimingsChart::setTheme(const Theme& theme)
{
    m_plot->setTheme(theme);
    layOut();
}

const Theme& TimingsChart::theme() const
{
    return m_plot->theme();
}

void TimingsChart::setEmptyHint(const QString& hint)
{
    m_ownHint = false;
    m_plot->setEmptyHint(hint);
    m_plot->replotQueued();
}

QString TimingsChart::textAt(QPoint position) const
{
    const int row = m_plot->scene().rowAt(position);
    return row < 0 ? QString() : timingsReadout(content(), m_plot->scene().rows[row]).join(QChar(u'\n'));
}

QString TimingsChart::summary() const
{
    return timingsSummary(content());
}

int TimingsChart::replotCount() const
{
    return m_replots;
}

QSize TimingsChart::sizeHint() const
{
    return {1000, 360};
}

QSize TimingsChart::minimumSizeHint() const
{
    return {360, 150};
}

void TimingsChart::layOut()
{
    if (m_plot->theme().family.isEmpty())
        return;
    const int barWidth = m_scrollBar->sizeHint().width();
    const auto compose = [&](bool withBar) {
        m_plot->widget()->setGeometry(0, 0, width() - (withBar ? barWidth : 0), height());
        m_plot->compose(m_plot->widget()->size(), m_scrollBar->value());
    };
    compose(m_scrollBar->isVisibleTo(this));
    const int maximum = static_cast<int>(m_plot->scene().maximumScroll());
    if ((maximum > 0) != m_scrollBar->isVisibleTo(this)) {
        m_scrollBar->setVisible(maximum > 0);
        compose(maximum > 0);
    }
    const QRectF area = m_plot->scene().rowsArea;
    m_scrollBar->setGeometry(width() - barWidth, static_cast<int>(area.top()), barWidth,
                             static_cast<int>(area.height()));
    m_scrollBar->setPageStep(static_cast<int>(area.height()));
    m_scrollBar->setSingleStep(static_cast<int>(m_plot->scene().pitch));
    m_scrollBar->setRange(0, maximum);
    m_plot->replotQueued();
}

void TimingsChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void TimingsChart::keyPressEvent(QKeyEvent* event)
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

bool TimingsChart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
        QStringList lines;
        QPointF position;
        if (event->type() == QEvent::MouseMove) {
            position = static_cast<QMouseEvent*>(event)->position();
            const int row = m_plot->scene().rowAt(position);
            if (row >= 0)
                lines = timingsReadout(content(), m_plot->scene().rows[row]);
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
