// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rows_plot.h"

#include "charts/chart_text.h"
#include "charts/gantt_hover.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

double RowsScene::maximumScroll() const
{
    return std::max(0.0, std::ceil(contentHeight - rowsArea.height()));
}

double placeTitle(RowsScene& scene, const QString& finding, const QString& caption, const Theme& theme,
                  QSizeF size, const SlideFrame* slide)
{
    scene.size = size;
    scene.margin = theme.px(slide ? 32 : 24);
    scene.findingY = theme.px(slide ? 36 : 23);
    const QString title = slide && !slide->finding.isEmpty() ? slide->finding : finding;
    scene.finding = wrapped(title, theme.font(slide ? TextRole::title : TextRole::finding),
                            size.width() - 2 * scene.margin);
    scene.lineHeight = theme.px(slide ? 24 : 19);
    const double below = scene.findingY + scene.lineHeight * static_cast<double>(scene.finding.size() - 1);
    const bool captioned = !slide || !caption.isEmpty();
    scene.captionY = below + (captioned ? theme.px(slide ? 28 : 22) : 0);
    if (!slide || slide->caption.isEmpty())
        return theme.px(14);
    scene.footY = size.height() - theme.px(24);
    return theme.px(52);
}

RowsPlot::RowsPlot(QWidget* parent, const QString& objectName)
{
    if (parent) {
        m_plot = new QCustomPlot(parent);
    } else {
        m_owned = std::make_unique<QCustomPlot>();
        m_plot = m_owned.get();
    }
    m_plot->setObjectName(objectName);
    m_plot->axisRect()->setVisible(false);
    for (QCPAxis* const axis : m_plot->axisRect()->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    // Layerables belong to the plot.
    new PaintedLayer(m_plot, QStringLiteral("main"), [this](QCPPainter& painter) { paint(painter); });
    new PaintedLayer(m_plot, QStringLiteral("overlay"), [this](QCPPainter& painter) {
        if (!isVectorized(painter) && !m_slide)
            paintCard(painter, m_readout, m_pointer,
                      QRectF(QPointF(0, 0), rows().size).adjusted(4, 4, -4, -4), m_theme);
    });
}

RowsPlot::~RowsPlot() = default;

void RowsPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_plot->setBackground(QBrush(theme.roles.panel));
}

void RowsPlot::replotQueued()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RowsPlot::setReadout(const QStringList& lines, QPointF pointer)
{
    if (lines.isEmpty() && m_readout.isEmpty())
        return;
    m_readout = lines;
    m_pointer = pointer;
    m_plot->layer(QStringLiteral("overlay"))->replot();
}

void RowsPlot::paintTitle(QCPPainter& painter, const QString& caption) const
{
    const RowsScene& scene = rows();
    const QFont findingFont = m_theme.font(m_slide ? TextRole::title : TextRole::finding);
    const QFont captionFont = m_theme.font(TextRole::caption);
    const double room = scene.size.width() - 2 * scene.margin;
    double y = scene.findingY;
    for (const QString& line : scene.finding) {
        paintText(painter, {scene.margin, y}, Anchor::left, line, findingFont, m_theme.roles.text);
        y += scene.lineHeight;
    }
    paintText(painter, {scene.margin, scene.captionY}, Anchor::left, elided(caption, captionFont, room),
              captionFont, m_theme.roles.secondary);
    if (scene.footY > 0)
        paintText(painter, {scene.margin, scene.footY}, Anchor::left,
                  elided(m_slide->caption, captionFont, room), captionFont, m_theme.roles.secondary);
}

void RowsPlot::paintGroups(QCPPainter& painter, const QString (&names)[2], const QString (&works)[2]) const
{
    const RowsScene& scene = rows();
    const double width = std::max(1.0, std::floor(m_theme.scale));
    const double room = scene.size.width() - 2 * scene.margin;
    const QFont font = m_theme.font(TextRole::group);
    for (const RowsScene::Group& group : scene.groups) {
        if (group.hairline)
            painter.fillRect(QRectF(scene.margin, std::round(scene.toWidget(*group.hairline)), room, width),
                             m_theme.roles.line);
        if (group.header)
            paintText(painter, {scene.margin, scene.toWidget(*group.header)}, Anchor::left,
                      elided(groupTitle(names, works, group.runtime), font, room), font, m_theme.roles.faint);
    }
}

void RowsPlot::paintEmptyHint(QCPPainter& painter) const
{
    const QSizeF size = rows().size;
    paintText(painter, {size.width() / 2, size.height() / 2}, Anchor::center, m_emptyHint,
              m_theme.font(TextRole::body), m_theme.roles.secondary);
}

} // namespace overlap::charts
