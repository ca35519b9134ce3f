// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_explanation.h"

#include "analysis/cause_chain.h"
#include "analysis/critical_path.h"
#include "charts/chart_text.h"
#include "charts/gantt_hover.h"
#include "session/message_text.h"

#include <QPainter>
#include <algorithm>
#include <tuple>

namespace overlap::charts {

namespace {

constexpr double leastWidth = 2; // of a part, at scale 1
constexpr qsizetype longestLine = 64;

/// Broken between words; what follows is indented like a list.
void addSentence(QStringList& lines, const QString& number, const QString& sentence)
{
    QString line = number + QStringLiteral("  ");
    for (const QString& word : sentence.split(QLatin1Char(' '))) {
        if (line.size() + word.size() > longestLine) {
            lines << line;
            line = QStringLiteral("    ");
        }
        line += (line.endsWith(QLatin1Char(' ')) ? QString() : QStringLiteral(" ")) + word;
    }
    lines << line;
}

/// Row of a part's lane in its band, or -1 where it has none and where its band is folded.
int rowOf(const GanttExplanation::Part& part, const GanttScene& scene)
{
    if (part.band >= static_cast<int>(scene.bands.size()) || scene.bands[part.band].folded)
        return -1;
    return scene.bands[part.band].rowOf(part.lane);
}

/// A part in sight, as wide as can be seen.
struct Lit
{
    std::size_t part = 0;
    int band = 0;
    int row = 0;
    QRectF rect;
};

std::vector<Lit> litOf(const GanttExplanation& explanation, const GanttScene& scene, const Theme& theme)
{
    std::vector<Lit> lit;
    for (std::size_t i = 0; i < explanation.parts.size(); ++i) {
        const GanttExplanation::Part& part = explanation.parts[i];
        const int row = rowOf(part, scene);
        if (row < 0 || part.end < scene.axis.begin || part.begin > scene.axis.end)
            continue;
        const QRectF lane = scene.laneRect(part.band, row);
        const double left = scene.axis.toPixel(part.begin);
        const double right = std::max(scene.axis.toPixel(part.end), left + theme.px(leastWidth));
        const QRectF rect = QRectF(left, lane.top(), right - left, lane.height()) & scene.lanes;
        if (rect.isValid())
            lit.push_back({i, part.band, row, rect});
    }
    return lit;
}

/// The rest of the lanes recedes in every band that has a part.
void paintVeil(QPainter& painter, const GanttExplanation& explanation, std::vector<Lit> lit,
               const GanttScene& scene, const Theme& theme)
{
    QColor fade = theme.roles.window;
    fade.setAlphaF(0.72F);
    std::ranges::sort(lit, {}, [](const Lit& one) { return std::tuple(one.band, one.row, one.rect.left()); });
    int before = -1;
    auto next = lit.begin();
    for (const GanttExplanation::Part& part : explanation.parts) {
        if (part.band <= before || rowOf(part, scene) < 0)
            continue;
        before = part.band;
        for (int row = 0; row < static_cast<int>(scene.bands[part.band].rows.size()); ++row) {
            const QRectF lane = scene.laneRect(part.band, row) & scene.lanes;
            double left = lane.left();
            const auto fill = [&](double until) {
                if (lane.isValid() && until > left)
                    painter.fillRect(QRectF(left, lane.top(), until - left, lane.height()), fade);
            };
            while (next != lit.end() &&
                   (next->band < part.band || (next->band == part.band && next->row < row)))
                ++next;
            for (; next != lit.end() && next->band == part.band && next->row == row; ++next) {
                fill(next->rect.left());
                left = std::max(left, next->rect.right());
            }
            fill(lane.right());
        }
    }
}

} // namespace

GanttExplanation causeAt(const GanttContent& content, const GanttScene& scene, const QPointF& point)
{
    GanttExplanation explanation;
    const analysis::LaneHit hit = scene.hit(point);
    if (hit.band < 0 || hit.lane < 0 || !scene.lanes.contains(point) || scene.bands[hit.band].folded ||
        scene.bands[hit.band].byTask)
        return explanation;
    const auto& timeline = content.bands[hit.band].timeline;
    const int lane = scene.bands[hit.band].rows[hit.lane].lane;
    if (!timeline || !timeline->ended || lane < 0 || content.bands[hit.band].predicted)
        return explanation;
    int number = 0;
    for (const analysis::CauseLink& link : analysis::causeChainOf(
             *timeline, static_cast<core::LaneIndex>(lane), scene.axis.toTime(point.x()))) {
        explanation.parts.push_back(
            {hit.band, link.lane, link.begin, link.end, analysis::isHeldUp(link.state)});
        addSentence(explanation.lines, QString::number(++number), session::sentenceText(link.sentence));
    }
    return explanation;
}

GanttExplanation criticalPathsOf(const GanttContent& content)
{
    GanttExplanation explanation;
    explanation.isPath = true;
    for (std::size_t band = 0; band < content.bands.size(); ++band) {
        const auto& timeline = content.bands[band].timeline;
        if (!timeline || !timeline->ended || content.bands[band].predicted)
            continue;
        for (const analysis::PathSegment& segment : analysis::criticalPathOf(*timeline)) {
            if (segment.lane != core::noLane)
                explanation.parts.push_back({static_cast<int>(band), segment.lane, segment.begin, segment.end,
                                             segment.reason != analysis::PathReason::work});
        }
    }
    return explanation;
}

void paintExplanation(QPainter& painter, const GanttExplanation& explanation, const QPointF& anchor,
                      const GanttScene& scene, const Theme& theme)
{
    if (explanation.empty())
        return;
    const std::vector<Lit> lit = litOf(explanation, scene, theme);
    painter.save();
    painter.setClipRect(scene.lanes.adjusted(-2, -2, 2, 2));
    paintVeil(painter, explanation, lit, scene, theme);
    for (const Lit& one : lit) {
        if (explanation.isPath) {
            // A line along the foot: the states stay to be seen.
            painter.fillRect(
                QRectF(one.rect.left(), one.rect.bottom() - theme.px(2), one.rect.width(), theme.px(2)),
                theme.roles.accent);
            continue;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.roles.text, 1));
        painter.drawRect(one.rect.adjusted(-0.5, -0.5, 0.5, 0.5));
        const double radius = theme.px(8);
        const QPointF middle(one.rect.left() + radius, one.rect.center().y());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.roles.text);
        painter.drawEllipse(middle, radius, radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintText(painter, middle, Anchor::center, QString::number(one.part + 1), theme.font(TextRole::span),
                  theme.roles.window);
    }
    painter.restore();
    if (!explanation.lines.isEmpty())
        paintCard(painter, explanation.lines, anchor,
                  QRectF(QPointF(0, 0), scene.size).adjusted(4, 4, -4, -4), theme,
                  lit.empty() ? QRectF() : lit.front().rect);
}

} // namespace overlap::charts
