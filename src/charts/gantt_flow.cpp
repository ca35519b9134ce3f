// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_flow.h"

#include "charts/chart_text.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

using analysis::FlowStep;
using core::Nanoseconds;

namespace {

/// A stay that would be narrower is drawn this wide, at scale 1.
constexpr double leastWidth = 2;
constexpr qsizetype longestLine = 72;

struct Stay
{
    QRectF rect; ///< within the lanes; not valid where it is out of sight
    QPointF in;  ///< where the item came, and where it left; may lie outside
    QPointF out;
    core::StageIndex stage = 0;
};

std::vector<Stay> staysOf(const GanttScene& scene, int band, const std::vector<FlowStep>& steps,
                          const Theme& theme)
{
    std::vector<Stay> stays;
    if (scene.bands[band].folded)
        return stays;
    for (const FlowStep& step : steps) {
        const int row = scene.bands[band].rowOf(step.lane);
        if (row < 0)
            continue;
        const QRectF lane = scene.laneRect(band, row);
        const double left = scene.axis.toPixel(step.begin);
        const double right = std::max(scene.axis.toPixel(step.end), left + theme.px(leastWidth));
        Stay stay;
        stay.rect = QRectF(left, lane.top(), right - left, lane.height()) & scene.lanes;
        stay.in = {left, lane.center().y()};
        stay.out = {right, lane.center().y()};
        stay.stage = step.stage;
        stays.push_back(stay);
    }
    return stays;
}

void outline(QPainter& painter, const QRectF& rect, const QColor& color, int lines)
{
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < lines; ++i)
        painter.drawRect(rect.adjusted(-0.5 - i, -0.5 - i, 0.5 + i, 0.5 + i));
}

} // namespace

std::optional<analysis::TimeInterval> GanttFlow::extent() const
{
    std::optional<analysis::TimeInterval> extent;
    for (const auto& stays : steps) {
        for (const FlowStep& step : stays) {
            if (!extent)
                extent = {step.begin, step.end};
            extent->begin = std::min(extent->begin, step.begin);
            extent->end = std::max(extent->end, step.end);
        }
    }
    return extent;
}

bool FlowFinder::look(const GanttContent& content)
{
    m_bands.resize(content.bands.size());
    bool complete = true;
    std::size_t budget = spansPerLook;
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        Known& known = m_bands[i];
        const auto& timeline = content.bands[i].timeline;
        if (known.timeline != timeline)
            known = {timeline, {}, false, false};
        if (!timeline || (known.complete && known.ended))
            continue;
        const std::size_t before = known.stays.spans();
        known.complete = known.stays.look(*timeline, budget);
        known.ended = timeline->ended;
        budget -= std::min(budget, known.stays.spans() - before);
        complete = complete && known.complete;
    }
    return complete;
}

GanttFlow FlowFinder::find(const GanttContent& content, core::ItemIndex item, int band)
{
    GanttFlow flow;
    flow.steps.resize(content.bands.size());
    if (item == core::noItem)
        return flow;
    look(content);
    flow.item = item;
    flow.band = band;
    if (band >= 0)
        flow.timeline = content.bands[static_cast<std::size_t>(band)].timeline;
    for (std::size_t i = 0; i < content.bands.size(); ++i) {
        if (m_bands[i].timeline)
            flow.steps[i] = m_bands[i].stays.flowOf(*m_bands[i].timeline, item);
    }
    return flow;
}

QStringList wayText(const GanttContent& content, int band, const std::vector<FlowStep>& steps)
{
    const core::Timeline& timeline = *content.bands[band].timeline;
    QStringList parts;
    const FlowStep* before = nullptr;
    for (const FlowStep& step : steps) {
        if (timeline.lanes[step.lane].kind == core::LaneKind::collector)
            continue; // the way ends with the last stage
        if (before) {
            const Nanoseconds between = step.begin - before->end - before->blocked;
            // What an executor takes from one stage to the next is no part of the way.
            if (between > 1'000'000 || (!timeline.tracks.empty() && between > 0))
                parts << (timeline.tracks.empty() ? ChartWords::tr("between %1") : ChartWords::tr("queue %1"))
                             .arg(durationText(between));
        }
        before = &step;
        if (timeline.lanes[step.lane].kind == core::LaneKind::feeder)
            continue; // the time until it is fed is nobody's work
        QString stage = content.stageLabel ? content.stageLabel(step.stage) : QString();
        if (stage.isEmpty())
            stage = ChartWords::tr("stage %1").arg(step.stage + 1);
        parts << ChartWords::tr("%1 %2").arg(stage, durationText(step.end - step.begin));
        if (step.blocked > 0)
            parts << ChartWords::tr("no room %1").arg(durationText(step.blocked));
    }
    if (parts.size() < 2)
        return {};
    QStringList lines;
    for (const QString& part : parts) {
        const QString separator = QStringLiteral(" · ");
        if (lines.isEmpty() || lines.back().size() + separator.size() + part.size() > longestLine)
            lines << part;
        else
            lines.back() += separator + part;
    }
    return lines;
}

QRectF flowBounds(const GanttFlow& flow, const GanttScene& scene, const Theme& theme)
{
    QRectF bounds;
    if (flow.leads() && flow.band < static_cast<int>(scene.bands.size())) {
        for (const Stay& stay : staysOf(scene, flow.band, flow.steps[flow.band], theme))
            bounds |= stay.rect;
    }
    return bounds;
}

std::optional<QPointF> placeOf(const GanttFlow& flow, const GanttScene& scene)
{
    for (int band = 0; band < static_cast<int>(flow.steps.size()); ++band) {
        for (const FlowStep& step : flow.steps[static_cast<std::size_t>(band)]) {
            const BandScene& place = scene.bands[static_cast<std::size_t>(band)];
            const int row = place.folded ? -1 : place.rowOf(step.lane);
            if (row < 0)
                continue;
            const QPointF middle(scene.axis.toPixel(step.begin + (step.end - step.begin) / 2),
                                 scene.laneRect(band, row).center().y());
            if (scene.lanes.contains(middle))
                return middle;
        }
    }
    return std::nullopt;
}

namespace {

/// The strip of the queue in front of a stage, where it can be seen; not valid elsewhere.
QRectF queueOf(const GanttScene& scene, int band, core::StageIndex stage)
{
    const std::vector<BandStrip>& strips = scene.bands[static_cast<std::size_t>(band)].strips;
    int queue = -1;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        if (strips[i].kind == BandStrip::Kind::queue && ++queue == stage)
            return scene.stripRect(band, static_cast<int>(i));
    }
    return {};
}

/// From where the item left one lane to where it came to the next.
QPainterPath arrowPath(const GanttScene& scene, int band, const Stay& from, const Stay& to,
                       const Theme& theme)
{
    QPainterPath path(from.out);
    const QRectF strip = queueOf(scene, band, to.stage);
    const double wait = to.in.x() - from.out.x();
    const double bend = theme.px(6);
    if (strip.isValid() && strip.height() > 0 && wait > 3 * bend) {
        const double y = strip.center().y();
        path.cubicTo({from.out.x() + bend, from.out.y()}, {from.out.x(), y}, {from.out.x() + 1.5 * bend, y});
        path.lineTo(to.in.x() - 1.5 * bend, y);
        path.cubicTo({to.in.x(), y}, {to.in.x() - bend, to.in.y()}, to.in);
        return path;
    }
    path.lineTo(to.in);
    return path;
}

void paintArrow(QPainter& painter, const QPainterPath& path, const Theme& theme, const QColor& color)
{
    const QPointF tip = path.pointAtPercent(1);
    const QPointF before = path.pointAtPercent(std::max(0.0, 1 - theme.px(7) / std::max(path.length(), 1.0)));
    QLineF back(tip, before);
    if (back.length() < 0.5)
        back = QLineF(tip, tip - QPointF(1, 0));
    const double size = theme.px(7);
    back.setLength(size);
    QLineF across = back.normalVector();
    across.setLength(size * 0.5);
    const QPointF side = across.p2() - across.p1();
    QPolygonF head{tip, back.p2() + side, back.p2() - side};
    // Twice, so that it stands out from every fill.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.roles.window, 4 * theme.scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.drawPolygon(head);
    painter.setPen(QPen(color, 1.5 * theme.scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(head);
}

/// All lanes of the band but the item's stays.
void paintVeil(QPainter& painter, const GanttScene& scene, int band, const std::vector<Stay>& stays,
               const Theme& theme)
{
    const analysis::BandPlace& place = scene.layout.bands[static_cast<std::size_t>(band)];
    const QRectF lanes = QRectF(scene.lanes.left(), scene.toWidget(place.top), scene.lanes.width(),
                                place.lanesBottom - place.top) &
                         scene.lanes;
    QPainterPath veil;
    veil.setFillRule(Qt::OddEvenFill);
    veil.addRect(lanes);
    for (const Stay& stay : stays) {
        if (stay.rect.isValid())
            veil.addRect(stay.rect & lanes);
    }
    QColor fade = theme.roles.window;
    fade.setAlphaF(0.68F);
    painter.fillPath(veil, fade);
}

} // namespace

void paintFlow(QPainter& painter, const GanttFlow& flow, const GanttScene& scene, const Theme& theme,
               FlowLook look)
{
    if (flow.empty() || flow.steps.size() != scene.bands.size())
        return;
    const bool selected = look == FlowLook::selected;
    const QColor ink = selected ? theme.roles.accent : theme.roles.text;
    painter.save();
    painter.setClipRect(scene.lanes.adjusted(-2, -2, 2, 2));
    for (int band = 0; band < static_cast<int>(flow.steps.size()); ++band) {
        const std::vector<FlowStep>& steps = flow.steps[static_cast<std::size_t>(band)];
        const std::vector<Stay> stays = staysOf(scene, band, steps, theme);
        if (stays.empty())
            continue;
        if (look == FlowLook::listed || (look == FlowLook::pointedAt && band == flow.band && flow.leads()))
            paintVeil(painter, scene, band, stays, theme);
        painter.setRenderHint(QPainter::Antialiasing);
        for (std::size_t i = 1; i < stays.size(); ++i) {
            const QPointF step = stays[i].in - stays[i - 1].out;
            if (std::abs(step.x()) < theme.px(5) && std::abs(step.y()) < 1)
                continue; // it stays where it is
            paintArrow(painter, arrowPath(scene, band, stays[i - 1], stays[i], theme), theme, ink);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const Stay& stay : stays) {
            if (!stay.rect.isValid())
                continue;
            if (selected) // stands out from every fill
                outline(painter, stay.rect, theme.roles.window, 3);
            outline(painter, stay.rect, ink, selected ? 2 : 1);
        }
    }
    painter.restore();
}

} // namespace overlap::charts
