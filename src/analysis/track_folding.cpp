// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/track_folding.h"

#include <algorithm>
#include <limits>

namespace overlap::analysis {

using core::Nanoseconds;
using Point = core::Track::Point;

namespace {

std::size_t firstAfter(const core::Track& track, Nanoseconds time)
{
    const auto after = std::partition_point(track.points.begin(), track.points.end(),
                                            [&](const Point& point) { return point.time <= time; });
    return static_cast<std::size_t>(after - track.points.begin());
}

void add(std::vector<TrackRecord>& out, const TrackRecord& record)
{
    if (!out.empty()) {
        TrackRecord& last = out.back();
        if (last.x + last.width == record.x && last.least == record.least && last.most == record.most &&
            last.mean == record.mean) {
            last.width += record.width;
            return;
        }
    }
    out.push_back(record);
}

} // namespace

std::vector<TrackRecord> foldTrack(const core::Track& track, const TimeInterval& lived, const TimeAxis& axis)
{
    std::vector<TrackRecord> records;
    const int columns = axis.columns();
    if (axis.end <= axis.begin || columns <= 0 || lived.end <= lived.begin)
        return records;
    const double scale = axis.pixelsPerNanosecond();
    const auto edgeOf = [&](Nanoseconds time) {
        return std::clamp(static_cast<double>(time - axis.begin) * scale, 0.0, static_cast<double>(columns));
    };
    const int first = static_cast<int>(edgeOf(lived.begin));
    const int last = static_cast<int>(edgeOf(lived.end) + 0.5);
    if (first >= last)
        return records;

    std::size_t next = firstAfter(track, std::max(axis.begin, lived.begin));
    std::int64_t value = next > 0 ? track.points[next - 1].value : 0;
    for (int column = first; column < last;) {
        // What changes where the column begins is no change within it.
        constexpr double rounding = 1e-6;
        for (; next < track.points.size() &&
               static_cast<double>(track.points[next].time - axis.begin) * scale <= column + rounding;
             ++next)
            value = track.points[next].value;
        const double until = next < track.points.size()
                                 ? static_cast<double>(track.points[next].time - axis.begin) * scale
                                 : columns;
        // Whole columns without a change are one record.
        if (until >= column + 1 - rounding) {
            const int width = std::min(static_cast<int>(until + rounding), last) - column;
            add(records, {column, width, value, value, static_cast<double>(value)});
            column += width;
            continue;
        }
        TrackRecord record{column, 1, value, value, 0};
        double from = column;
        while (next < track.points.size()) {
            const double change = static_cast<double>(track.points[next].time - axis.begin) * scale;
            if (change >= column + 1)
                break;
            record.mean += static_cast<double>(value) * std::max(0.0, change - from);
            from = std::max(from, change);
            const Nanoseconds time = track.points[next].time;
            value = track.points[next++].value;
            if (next < track.points.size() && track.points[next].time == time)
                continue; // held for no time at all
            record.least = std::min(record.least, value);
            record.most = std::max(record.most, value);
        }
        record.mean += static_cast<double>(value) * (column + 1 - from);
        add(records, record);
        ++column;
    }
    return records;
}

TrackStep stepAt(const core::Track& track, Nanoseconds time)
{
    const std::size_t next = firstAfter(track, time);
    TrackStep step;
    step.begin = std::numeric_limits<Nanoseconds>::min();
    if (next > 0) {
        step.begin = track.points[next - 1].time;
        step.value = track.points[next - 1].value;
    }
    if (next < track.points.size())
        step.end = track.points[next].time;
    return step;
}

TrackFigures figuresOf(const core::Track& track, const TimeInterval& lived)
{
    TrackFigures figures;
    if (lived.end <= lived.begin)
        return figures;
    double sum = 0;
    std::size_t next = firstAfter(track, lived.begin);
    std::int64_t value = next > 0 ? track.points[next - 1].value : 0;
    for (Nanoseconds time = lived.begin; time < lived.end;) {
        const bool changes = next < track.points.size() && track.points[next].time < lived.end;
        const Nanoseconds until = changes ? track.points[next].time : lived.end;
        sum += static_cast<double>(value) * static_cast<double>(until - time);
        if (until > time) // else held for no time at all
            figures.most = std::max(figures.most, value);
        if (track.limit > 0 && value >= track.limit)
            figures.atLimit += until - time;
        time = until;
        if (!changes)
            break;
        value = track.points[next++].value;
    }
    figures.mean = sum / static_cast<double>(lived.length());
    return figures;
}

} // namespace overlap::analysis
