// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_hover.h"

#include "analysis/folding.h"
#include "charts/chart_text.h"
#include "session/message_text.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

using analysis::DrawRecord;
using core::Span;

namespace {

const DrawRecord* recordAt(const analysis::FoldedLane& lane, int column)
{
    const auto after = std::partition_point(lane.records.begin(), lane.records.end(),
                                            [&](const DrawRecord& record) { return record.x <= column; });
    if (after == lane.records.begin())
        return nullptr;
    const DrawRecord& record = *(after - 1);
    return column < record.x + record.width ? &record : nullptr;
}

/// The marks that are drawn at a column. The cross of a killed process is as wide as its reach, and nothing
/// comes after it; a failure beside the pointer may be another task's.
std::uint8_t markedAt(const analysis::FoldedLane& lane, int column, bool folded)
{
    constexpr int reach = 6;
    std::uint8_t flags = 0;
    for (const analysis::Mark& mark : lane.marks) {
        if (std::abs(mark.x - column) <= ((mark.flags & core::spanKilled) != 0 ? reach : folded ? 1 : -1))
            flags |= mark.flags;
    }
    return flags;
}

QStringList flagTexts(std::uint8_t flags)
{
    QStringList texts;
    if ((flags & core::spanFailed) != 0)
        texts << ChartWords::tr("the task failed");
    if ((flags & core::spanCancelled) != 0)
        texts << ChartWords::tr("the task was cancelled");
    if ((flags & core::spanKilled) != 0)
        texts << ChartWords::tr("the process ended here before its time");
    return texts;
}

QString itemTitle(const GanttContent& content, core::ItemIndex item)
{
    const QString label = content.itemLabel ? content.itemLabel(item) : QString();
    return label.isEmpty() ? ChartWords::tr("item %1").arg(item + 1) : label;
}

QString sharesText(const analysis::Shares& shares)
{
    QStringList parts;
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        if (shares[i] >= 0.005F)
            parts << stateTitle(static_cast<core::State>(i)) + QChar(u' ') +
                         percentText(static_cast<double>(shares[i]));
    }
    return parts.join(QStringLiteral(", "));
}

/// Who let the lane go on: at the end of a wait, and where it went on.
void describeWaker(GanttReadout& readout, const core::Timeline& timeline, const core::Lane& lane,
                   const Span& span)
{
    const auto nameOf = [&](core::LaneIndex waker) { return session::laneText(timeline.lanes[waker].name); };
    if (span.waker < timeline.lanes.size())
        readout.lines << ChartWords::tr("woken by %1").arg(nameOf(span.waker));
    const Span* const next = &span + 1;
    if (span.item == core::noItem || span.state == core::State::gilWait ||
        span.state == core::State::lockWait) {
        if (next < lane.spans.data() + lane.spans.size() && next->begin == span.end &&
            next->waker < timeline.lanes.size())
            readout.lines << ChartWords::tr("ended by %1").arg(nameOf(next->waker));
    }
}

void describeSpan(GanttReadout& readout, const GanttContent& content, const Span& span,
                  core::Nanoseconds resolution)
{
    readout.item = span.item;
    readout.stage = span.stage;
    readout.state = span.state;
    const QString state = stateTitle(span.state);
    if ((span.flags & core::spanLost) != 0) {
        readout.lines << ChartWords::tr("Lost")
                      << ChartWords::tr("Records were lost here: what happened is not known.");
    } else {
        QString headline = state;
        if (span.item != core::noItem) {
            headline = itemTitle(content, span.item) + QStringLiteral(" · ") + state;
        }
        readout.lines << headline;
    }
    const QString since = momentText(span.begin, resolution);
    if ((span.flags & core::spanOpen) != 0) {
        readout.lines << ChartWords::tr("for %1 so far, since %2").arg(durationText(span.duration()), since);
    } else {
        readout.lines << ChartWords::tr("%1, from %2 to %3")
                             .arg(durationText(span.duration()), since, momentText(span.end, resolution));
    }
    if (span.item != core::noItem) {
        const QString stage = content.stageLabel ? content.stageLabel(span.stage) : QString();
        if (!stage.isEmpty())
            readout.lines << ChartWords::tr("stage %1").arg(stage);
        const QString detail = content.itemDetail ? content.itemDetail(span.item) : QString();
        if (!detail.isEmpty())
            readout.lines << detail;
    }
}

/// The item's way, found anew where it may have gone on since.
void describeWay(GanttReadout& readout, const GanttContent& content, FlowFinder& ways,
                 const GanttReadout* before)
{
    const auto& timeline = content.bands[readout.band].timeline;
    if (before && before->flow && before->flow->item == readout.item && before->flow->band == readout.band &&
        timeline->ended && before->flow->timeline == timeline)
        readout.flow = before->flow;
    else
        readout.flow = std::make_shared<const GanttFlow>(ways.find(content, readout.item, readout.band));
    const QStringList way = wayText(content, readout.band, readout.flow->steps[readout.band]);
    for (const QString& line : way)
        readout.lines << line;
}

/// What is under way in an event loop at a moment: as many names as a line holds.
QString inFlightText(const GanttContent& content, const core::Timeline& timeline, core::Nanoseconds time)
{
    constexpr int mostNames = 6;
    QStringList names;
    int count = 0;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != core::LaneKind::slot)
            continue;
        const std::size_t at = analysis::spanAt(lane.spans, time);
        if (at >= lane.spans.size() || !analysis::isActive(lane.spans[at]))
            continue;
        if (++count <= mostNames && lane.spans[at].item != core::noItem)
            names << itemTitle(content, lane.spans[at].item);
    }
    if (count == 0)
        return ChartWords::tr("nothing in flight");
    QString text = ChartWords::tr("in flight: %1").arg(names.join(QStringLiteral(", ")));
    if (count > names.size())
        text += ChartWords::tr(" and %1 more").arg(count - names.size());
    return text;
}

/// What stands in the lines for the folded columns of all workers, of all slots, or of one lane.
enum class Folded { lane, band, allSlots };

void describeFolded(GanttReadout& readout, const GanttScene& scene, const analysis::FoldedLane& lane,
                    const DrawRecord& record, Folded of, std::span<const Span> spans = {})
{
    const auto length = static_cast<core::Nanoseconds>(record.width / scene.axis.pixelsPerNanosecond());
    const analysis::Shares& shares = lane.shares[record.shares];
    readout.state = static_cast<core::State>(std::ranges::max_element(shares) - shares.begin());
    readout.lines << sharesText(shares);
    if (of == Folded::band)
        readout.lines << ChartWords::tr("of all workers, over %1").arg(durationText(length));
    else if (of == Folded::allSlots)
        readout.lines << ChartWords::tr("of all slots, over %1").arg(durationText(length));
    else
        readout.lines << ChartWords::tr("spans folded here: %1, over %2")
                             .arg(analysis::spansWithin(
                                 spans, {scene.axis.toTime(scene.lanes.left() + record.x),
                                         scene.axis.toTime(scene.lanes.left() + record.x + record.width)}))
                             .arg(durationText(length));
    readout.lines << ChartWords::tr("from %1").arg(
        momentText(scene.axis.toTime(scene.lanes.left() + record.x), length));
}

GanttReadout lookAt(const GanttContent& content, const GanttScene& scene, const QPointF& point,
                    FlowFinder& ways, const GanttReadout* before)
{
    GanttReadout readout;
    const analysis::LaneHit hit = scene.hit(point);
    readout.band = hit.band;
    if (hit.band < 0)
        return readout;
    const BandScene& bandScene = scene.bands[hit.band];
    if ((hit.lane < 0 && hit.strip < 0) || !bandScene.timeline || content.timesHidden)
        return readout;

    const QRectF rect =
        hit.strip >= 0 ? scene.stripRect(hit.band, hit.strip) : scene.laneRect(hit.band, hit.lane);
    const int column = static_cast<int>(std::floor(point.x() - scene.lanes.left()));
    const analysis::TimeAxis axis{scene.axis.begin, scene.axis.end, 0, std::round(scene.axis.width)};
    const auto resolution = static_cast<core::Nanoseconds>(1 / axis.pixelsPerNanosecond());
    const auto outline = [&](const DrawRecord& record) {
        return QRectF(scene.lanes.left() + record.x, rect.top(), record.width, rect.height());
    };
    if (hit.strip >= 0) {
        readout.lines =
            stripText(bandScene.strips[hit.strip], {axis.toTime(column), axis.toTime(column + 1)});
        if (!readout.lines.isEmpty()) {
            readout.lines << bandScene.title;
            readout.outline = {scene.lanes.left() + column, rect.top(), 1, rect.height()};
        }
        return readout;
    }
    analysis::FoldedLane lane;
    if (bandScene.folded) {
        analysis::foldTogether(bandScene.timeline->lanes, axis, lane);
        const DrawRecord* const record = recordAt(lane, column);
        if (!record || record->states == 0) // nobody did anything
            return readout;
        describeFolded(readout, scene, lane, *record, Folded::band);
        readout.lines << bandScene.title;
        readout.outline = outline(*record);
        return readout;
    }

    const BandRow& row = bandScene.rows[hit.lane];
    if (row.kind == RowKind::allSlots) {
        analysis::foldTogether(bandScene.timeline->lanes, axis, lane, core::LaneKind::slot);
        const DrawRecord* const record = recordAt(lane, column);
        if (!record || record->states == 0) // nobody did anything
            return readout;
        describeFolded(readout, scene, lane, *record, Folded::allSlots);
        readout.lines << inFlightText(content, *bandScene.timeline, axis.toTime(column + 0.5))
                      << rowTitle(bandScene.timeline.get(), row) + QStringLiteral(" · ") + bandScene.title;
        readout.outline = outline(*record);
        return readout;
    }
    const int index = row.lane;
    if (index < 0)
        return readout;
    const core::Lane& source = bandScene.timeline->lanes[index];
    const QString where = session::laneText(source.name) + QStringLiteral(" · ") + bandScene.title;
    if (source.kind == core::LaneKind::holder) {
        const std::size_t at = analysis::spanAt(source.spans, axis.toTime(column + 0.5));
        if (at < source.spans.size()) {
            const Span& span = source.spans[at];
            if (span.waker < bandScene.timeline->lanes.size())
                readout.lines << ChartWords::tr("held by %1")
                                     .arg(session::laneText(bandScene.timeline->lanes[span.waker].name));
            describeSpan(readout, content, span, resolution);
            readout.lines << where;
        }
        return readout;
    }
    analysis::foldLane(source, axis, lane);
    const DrawRecord* const record = recordAt(lane, column);
    std::uint8_t flags = markedAt(lane, column, record && record->folded());
    if (record) {
        if (record->folded()) {
            describeFolded(readout, scene, lane, *record, Folded::lane, source.spans);
        } else {
            const Span& span = source.spans[record->firstSpan];
            describeSpan(readout, content, span, resolution);
            describeWaker(readout, *bandScene.timeline, source, span);
            if (span.item != core::noItem)
                describeWay(readout, content, ways, before);
            flags |= span.flags;
        }
        readout.outline = outline(*record);
    }
    readout.lines << flagTexts(flags);
    if (!readout.lines.isEmpty())
        readout.lines << where;
    return readout;
}

} // namespace

GanttReadout readoutAt(const GanttContent& content, const GanttScene& scene, const QPointF& point,
                       FlowFinder& ways, const GanttReadout* before)
{
    GanttReadout readout = lookAt(content, scene, point, ways, before);
    if (!readout.lines.isEmpty() && content.bands[readout.band].predicted)
        readout.lines << ChartWords::tr("Predict: simulated, not measured");
    return readout;
}

void paintCard(QPainter& painter, const QStringList& lines, const QPointF& pointer, const QRectF& bounds,
               const Theme& theme, const QRectF& avoided)
{
    if (lines.isEmpty())
        return;
    QFont headline = theme.font(TextRole::label);
    headline.setWeight(QFont::DemiBold);
    const QFont font = theme.font(TextRole::caption);
    const double padding = theme.px(10);
    const double row = theme.px(17);
    double width = 0;
    for (int i = 0; i < lines.size(); ++i)
        width = std::max(width, textWidth(lines[i], i == 0 ? headline : font));
    width = std::min(std::ceil(width), bounds.width() - 2 * padding - theme.px(16));
    QRectF card(0, 0, width + 2 * padding, row * static_cast<double>(lines.size()) + 2 * theme.px(7));
    card.moveTopLeft(pointer + QPointF(theme.px(14), theme.px(16)));
    if (card.right() > bounds.right())
        card.moveRight(std::max(bounds.left() + card.width(), pointer.x() - theme.px(10)));
    if (card.bottom() > bounds.bottom())
        card.moveBottom(std::max(bounds.top() + card.height(), pointer.y() - theme.px(10)));
    if (card.intersects(avoided)) {
        const double gap = theme.px(6);
        if (avoided.bottom() + gap + card.height() <= bounds.bottom())
            card.moveTop(avoided.bottom() + gap);
        else if (avoided.top() - gap - card.height() >= bounds.top())
            card.moveBottom(avoided.top() - gap);
    }
    card = QRectF(card.topLeft().toPoint(), card.size());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.roles.line, 1));
    painter.setBrush(theme.roles.panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));
    double y = card.top() + theme.px(7) + row / 2;
    for (int i = 0; i < lines.size(); ++i, y += row) {
        const QFont& used = i == 0 ? headline : font;
        paintText(painter, {card.left() + padding, y}, Anchor::left, elided(lines[i], used, width), used,
                  i == 0 ? theme.roles.text : theme.roles.secondary);
    }
    painter.restore();
}

void paintReadout(QPainter& painter, const GanttReadout& readout, const QPointF& pointer,
                  const GanttScene& scene, const Theme& theme)
{
    if (readout.empty())
        return;
    if (readout.outline.isValid()) {
        painter.save();
        painter.setClipRect(scene.lanes.adjusted(-2, -2, 2, 2));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        // Two lines, so that the outline stands out from every fill.
        painter.setPen(QPen(theme.roles.window, 1));
        painter.drawRect(readout.outline.adjusted(0, 0, -1, -1));
        painter.setPen(QPen(theme.roles.text, 1));
        painter.drawRect(readout.outline.adjusted(-1, -1, 0, 0));
        painter.restore();
    }
    paintCard(painter, readout.lines, pointer, QRectF(QPointF(0, 0), scene.size).adjusted(4, 4, -4, -4),
              theme, readout.flow ? flowBounds(*readout.flow, scene, theme) : QRectF());
}

QString summaryOf(const GanttContent& content, std::vector<BandActivity>* activity)
{
    if (content.bands.empty())
        return ChartWords::tr("No lanes yet.");
    QStringList sentences;
    std::vector<BandActivity> fresh;
    std::vector<BandActivity>& known = activity ? *activity : fresh;
    known.resize(content.bands.size());
    for (std::size_t i = 0; i < content.bands.size(); ++i) {
        const GanttBand& band = content.bands[i];
        const QString title = bandTitle(band);
        const auto workers = band.timeline ? std::ranges::count(band.timeline->lanes, core::LaneKind::worker,
                                                                &core::Lane::kind)
                                           : band.expectedLanes;
        const QString on = ChartWords::tr("%1 (workers: %2)").arg(title).arg(workers);
        if (band.predicted && band.finishSeconds) {
            sentences
                << ChartWords::tr("%1: predicted to finish in %2.").arg(on, secondsText(*band.finishSeconds));
        } else if (band.running && band.timeline) {
            sentences << ChartWords::tr("%1: running for %2.").arg(on, durationText(band.timeline->end));
        } else if (band.finishSeconds && band.isBaseline) {
            sentences << ChartWords::tr("%1: finished in %2, the baseline.")
                             .arg(on, secondsText(*band.finishSeconds));
        } else if (band.finishSeconds && band.speedup && band.blocks > 1) {
            sentences << ChartWords::tr("%1: finished in %2; over %4 blocks %3 the speed of the baseline.")
                             .arg(on, secondsText(*band.finishSeconds), speedupText(*band.speedup))
                             .arg(band.blocks);
        } else if (band.finishSeconds && band.speedup) {
            sentences << ChartWords::tr("%1: finished in %2, %3 the speed of the baseline.")
                             .arg(on, secondsText(*band.finishSeconds), speedupText(*band.speedup));
        } else if (band.finishSeconds) {
            sentences << ChartWords::tr("%1: finished in %2.").arg(on, secondsText(*band.finishSeconds));
        } else {
            sentences << ChartWords::tr("%1: not started.").arg(on);
        }
        const QString figures = content.strips && !content.timesHidden
                                    ? stripsSummary(known[i].look(band, content.stageLabel))
                                    : QString();
        if (!figures.isEmpty())
            sentences << figures + QChar(u'.');
    }
    return sentences.join(QChar(u' '));
}

} // namespace overlap::charts
