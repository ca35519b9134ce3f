// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_strips.h"

#include "charts/chart_text.h"
#include "session/message_text.h"

#include <algorithm>

namespace overlap::charts {

using core::LaneKind;
using Kind = BandStrip::Kind;

namespace {

std::int64_t countOf(const core::Timeline& timeline, LaneKind kind)
{
    return std::ranges::count(timeline.lanes, kind, &core::Lane::kind);
}

LaneKind laneKindOf(Kind kind)
{
    return kind == Kind::inFlight ? LaneKind::slot : LaneKind::worker;
}

QString labelOf(Kind kind)
{
    return kind == Kind::inFlight ? ChartWords::tr("in flight") : ChartWords::tr("active");
}

/// One decimal while it says something: "1.9", "12".
QString meanText(double mean)
{
    return numberText(mean, mean < 9.95 ? 1 : 0);
}

QString figureOf(const BandStrip& strip, const analysis::TrackFigures& figures)
{
    if (strip.kind == Kind::queue)
        return ChartWords::tr("max %1").arg(amountText(figures.most, strip));
    return ChartWords::tr("mean %1 of %2").arg(meanText(figures.mean)).arg(strip.scale);
}

} // namespace

QString amountText(std::int64_t value, const BandStrip& strip)
{
    return strip.limited ? ChartWords::tr("%1 of %2").arg(value).arg(strip.scale) : QString::number(value);
}

const analysis::TrackFigures& BandActivity::figuresOf(std::size_t strip, const BandStrip& of)
{
    m_figures.resize(std::max(m_figures.size(), strip + 1));
    Figures& kept = m_figures[strip];
    if (kept.track != of.track.get() || !(kept.lived == of.lived)) {
        kept = {of.track.get(), of.lived, analysis::figuresOf(*of.track, of.lived)};
        if (of.lanes) {
            const auto whole =
                foldStrip(of, {of.lived.begin, std::max(of.lived.end, of.lived.begin + 1), 0, 1});
            kept.figures.mean = whole.empty() ? 0 : whole.front().mean;
        }
    }
    return kept.figures;
}

std::vector<analysis::TrackRecord> foldStrip(const BandStrip& strip, const analysis::TimeAxis& axis)
{
    // A lane costs as much here as in its own row, and nobody reads a mean to the pixel.
    constexpr int piece = 4;
    if (strip.lanes)
        return analysis::foldActive(*strip.lanes, laneKindOf(strip.kind), strip.lived, axis, piece);
    return strip.track ? analysis::foldTrack(*strip.track, strip.lived, axis)
                       : std::vector<analysis::TrackRecord>();
}

std::shared_ptr<const core::Track>
BandActivity::activity(BandStrip::Kind kind, const std::shared_ptr<const core::Timeline>& timeline)
{
    if (analysis::spanCount(*timeline) <= analysis::mostActivitySpans)
        return (kind == Kind::inFlight ? m_slots : m_workers).look(timeline);
    if (m_many != timeline.get()) {
        m_many = timeline.get();
        m_pointless = std::make_shared<core::Track>();
        m_pointless->limit = countOf(*timeline, laneKindOf(kind));
    }
    return m_pointless;
}

std::vector<BandStrip> BandActivity::look(const GanttBand& band,
                                          const std::function<QString(core::StageIndex)>& stageLabel)
{
    std::vector<BandStrip> strips;
    const auto& timeline = band.timeline;
    if (!timeline) {
        m_figures.clear();
        if (band.expectedLanes > 1) { // its place is there from the beginning
            BandStrip strip;
            strip.label = strip.shortLabel = labelOf(strip.kind);
            strip.scale = band.expectedLanes;
            strips.push_back(std::move(strip));
        }
        return strips;
    }
    const auto add = [&](Kind kind, const QString& label, std::shared_ptr<const core::Track> track) {
        BandStrip strip;
        strip.kind = kind;
        strip.label = strip.shortLabel = label;
        strip.track = std::move(track);
        strip.lived = {timeline->start, timeline->end};
        strip.limited = strip.track->limit > 0;
        strips.push_back(std::move(strip));
    };
    const bool hasSlots = countOf(*timeline, LaneKind::slot) > 0;
    if (hasSlots || countOf(*timeline, LaneKind::worker) > 1) {
        const Kind kind = hasSlots ? Kind::inFlight : Kind::active;
        add(kind, labelOf(kind), activity(kind, timeline));
        if (strips.back().track == m_pointless)
            strips.back().lanes = timeline;
    }
    for (std::size_t i = 0; i < timeline->tracks.size(); ++i) {
        const core::Track& track = timeline->tracks[i];
        // The queue in front of each stage, by the stage's name where it has one.
        const QString stage = stageLabel ? stageLabel(static_cast<core::StageIndex>(i)) : QString();
        add(Kind::queue,
            stage.isEmpty() ? session::laneText(track.name) : ChartWords::tr("queue to %1").arg(stage),
            {timeline, &track});
        if (!stage.isEmpty())
            strips.back().shortLabel = ChartWords::tr("to %1").arg(stage);
    }

    for (std::size_t i = 0; i < strips.size(); ++i) {
        BandStrip& strip = strips[i];
        if (!strip.limited || timeline->ended) {
            const analysis::TrackFigures& figures = figuresOf(i, strip);
            strip.scale = strip.limited ? strip.track->limit : std::max<std::int64_t>(figures.most, 1);
            if (timeline->ended)
                strip.figure = figureOf(strip, figures);
        } else {
            strip.scale = strip.track->limit;
        }
        if (!timeline->ended && timeline->end > 0 && !strip.lanes)
            strip.figure =
                amountText(strip.track->points.empty() ? 0 : strip.track->points.back().value, strip);
    }
    return strips;
}

QStringList stripText(const BandStrip& strip, const analysis::TimeInterval& pixel)
{
    QStringList lines;
    if (strip.lanes) {
        const auto records = foldStrip(strip, {pixel.begin, pixel.end, 0, 1});
        if (!records.empty())
            lines << ChartWords::tr("%1: mean %2 of %3")
                         .arg(strip.label, meanText(records.front().mean))
                         .arg(strip.scale)
                  << ChartWords::tr("over %1, from %2")
                         .arg(durationText(pixel.length()), momentText(pixel.begin, pixel.length()));
        return lines;
    }
    if (!strip.track || pixel.end <= strip.lived.begin || pixel.begin >= strip.lived.end)
        return lines;
    const core::Nanoseconds resolution = pixel.length();
    analysis::TrackStep step = analysis::stepAt(*strip.track, pixel.begin + resolution / 2);
    // What lasts less than a pixel is told together.
    if (step.end && *step.end - std::max(step.begin, strip.lived.begin) < resolution) {
        const analysis::TimeAxis one{pixel.begin, pixel.end, 0, 1};
        const auto records = analysis::foldTrack(*strip.track, strip.lived, one);
        if (!records.empty() && records.front().folded()) {
            const analysis::TrackRecord& record = records.front();
            lines << ChartWords::tr("%1: %2 to %3, mean %4")
                         .arg(strip.label)
                         .arg(record.least)
                         .arg(amountText(record.most, strip), meanText(record.mean))
                  << ChartWords::tr("over %1, from %2")
                         .arg(durationText(resolution), momentText(pixel.begin, resolution));
            return lines;
        }
    }
    lines << ChartWords::tr("%1: %2").arg(strip.label, amountText(step.value, strip));
    const core::Nanoseconds begin = std::max(step.begin, strip.lived.begin);
    const core::Nanoseconds end = std::min(step.end.value_or(strip.lived.end), strip.lived.end);
    if (strip.limited && strip.kind == Kind::queue && step.value >= strip.scale)
        lines << ChartWords::tr("full");
    lines << ChartWords::tr("%1, from %2 to %3")
                 .arg(durationText(end - begin), momentText(begin, resolution), momentText(end, resolution));
    return lines;
}

QString stripsSummary(const std::vector<BandStrip>& strips)
{
    QStringList parts;
    for (const BandStrip& strip : strips) {
        if (!strip.figure.isEmpty())
            parts << ChartWords::tr("%1: %2").arg(strip.label, strip.figure);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace overlap::charts
