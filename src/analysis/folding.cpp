// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/folded_column.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace overlap::analysis {

using core::Span;

namespace {

/// Walks over the spans of one lane and decides column by column.
class Folder
{
public:
    Folder(const LaneSpans& lane, const TimeAxis& axis, FoldedLane& out)
        : m_lane(lane)
        , m_spans(lane.spans)
        , m_axis(axis)
        , m_columns(axis.columns())
        , m_scale(axis.pixelsPerNanosecond())
        , m_columnLength(1 / m_scale)
        , m_out(out)
        , m_sums(lane, toleranceOf(m_columnLength))
    {}

    void fold() { foldFrom(visibleSpans(m_spans, m_axis).first, 0); }

    /// With what lies before that span folded already, up to that column.
    void foldFrom(std::size_t first, int nextFree)
    {
        m_nextFree = nextFree;
        const std::size_t last = visibleSpans(m_spans, m_axis).last;
        const std::size_t indexed = std::min(m_lane.indexed(), last);
        // What is shorter is narrower than a column, whatever rounding makes of it.
        const auto wide = static_cast<core::Nanoseconds>(m_columnLength * (1 - 1e-9));
        for (std::size_t i = first; i < last;) {
            const std::size_t narrow =
                i < indexed ? std::min(m_lane.index->nextStretch(m_spans, i, wide), indexed) : i;
            if (narrow > i) {
                joinRun(i, narrow);
                i = narrow;
                continue;
            }
            const double begin = column(m_spans[i].begin);
            const double end = column(m_spans[i].end);
            if (end - begin >= 1) {
                flushRun();
                addWide(i, begin, end);
            } else {
                if (m_inRun && begin - m_runEnd >= 1)
                    flushRun();
                joinRun(i, i + 1);
            }
            ++i;
        }
        flushRun();
        foldMarks(m_lane, {first, last}, m_axis, true, m_out.marks);
    }

private:
    double column(core::Nanoseconds time) const { return static_cast<double>(time - m_axis.begin) * m_scale; }

    /// Spans that are all narrower than a column, with gaps that are, too.
    void joinRun(std::size_t first, std::size_t last)
    {
        if (!m_inRun) {
            m_inRun = true;
            m_runFirst = first;
            m_runBegin = column(m_spans[first].begin);
        }
        m_runLast = last;
        m_runEnd = column(m_spans[last - 1].end);
    }

    int clampedRound(double column) const
    {
        return static_cast<int>(std::clamp(column, 0.0, static_cast<double>(m_columns)) + 0.5);
    }

    void addWide(std::size_t index, double begin, double end)
    {
        const int from = std::max(clampedRound(begin), m_nextFree);
        const int to = clampedRound(end);
        if (to <= from) {
            // Its one column went to a narrow neighbour; that column's shares contain it.
            if (!m_out.records.empty() && m_out.records.back().folded())
                ++m_out.records.back().spanCount;
            return;
        }
        const Span& span = m_spans[index];
        DrawRecord record;
        record.x = from;
        record.width = to - from;
        record.state = span.state;
        record.flags = span.flags;
        record.stage = span.stage;
        record.item = span.item;
        record.firstSpan = static_cast<std::uint32_t>(index);
        m_out.records.push_back(record);
        m_nextFree = to;
    }

    void flushRun()
    {
        if (!m_inRun)
            return;
        m_inRun = false;
        int from = std::max(clampedRound(m_runBegin), m_nextFree);
        int to = clampedRound(m_runEnd);
        if (to <= from) {
            from = static_cast<int>(std::floor((m_runBegin + m_runEnd) / 2));
            to = from + 1;
            if (from < 0 || from >= m_columns || !claim(from))
                return;
        }
        // The columns look at the pixels of time from the begin of the run, or around its middle where it is
        // short: what rounding shifts by half a pixel must not lose time, or a periodic lane would lose the
        // same state again and again. That of a long run does not depend on its end, so that a growing one
        // stands still.
        const double last = m_columns;
        const double begin = std::clamp(m_runBegin, 0.0, last);
        const double middle = (begin + std::clamp(m_runEnd, 0.0, last)) / 2;
        const double offset = to - from <= 2 ? middle - (from + to) / 2.0 : begin - from;
        // Before the first span there is nothing that a column could tell of.
        const double least = m_runFirst == 0 ? std::clamp(begin - from, -0.5, 0.5) : -0.5;
        const double shift = std::clamp(offset, least, 0.5);
        m_sums.start(m_runFirst > 0 ? m_runFirst - 1 : 0);
        m_edge.reset();
        for (int i = from; i < to; ++i) {
            // … nor behind the last one.
            const bool atEnd = i + 1 == to && m_runLast == m_spans.size();
            fillColumn(i, atEnd ? std::clamp(m_runEnd - to, -0.5, shift) : shift);
        }
        m_nextFree = to;
    }

    /// Makes room for a run that is narrower than the rounding: its neighbour gives up the column, whose
    /// shares then tell of both. A neighbour of one column becomes that column: else what is short would
    /// lose to what is a little longer all along a lane.
    bool claim(int column)
    {
        if (column >= m_nextFree)
            return true;
        DrawRecord& last = m_out.records.back();
        if (column == m_nextFree - 1 && !last.folded()) {
            if (--last.width == 0)
                m_out.records.pop_back();
            return true;
        }
        if (last.folded())
            last.spanCount = static_cast<std::uint32_t>(m_runLast) - last.firstSpan;
        return false;
    }

    void fillColumn(int index, double shift)
    {
        const double from = index + shift;
        if (m_edge != from)
            m_sums.at(timeOf(from), m_from);
        m_edge = from + 1;
        m_sums.at(timeOf(*m_edge), m_to);
        FoldedColumn column;
        column.add(m_from, m_to, m_scale);
        column.settleIdle();
        addColumn(m_out, index, column, std::min(m_from.ended, m_to.begun), m_to.begun);
        std::swap(m_from, m_to);
    }

    double timeOf(double column) const { return static_cast<double>(m_axis.begin) + column * m_columnLength; }

    LaneSpans m_lane;
    std::span<const Span> m_spans;
    const TimeAxis& m_axis;
    const int m_columns;
    const double m_scale;
    const double m_columnLength; ///< nanoseconds
    FoldedLane& m_out;
    int m_nextFree = 0;
    bool m_inRun = false;
    std::size_t m_runFirst = 0;
    std::size_t m_runLast = 0;
    double m_runBegin = 0;
    double m_runEnd = 0;
    StateSums m_sums;
    StateSums::Moment m_from;
    StateSums::Moment m_to;
    std::optional<double> m_edge; ///< the column edge that m_from is at
};

} // namespace

void FoldedLane::clear()
{
    records.clear();
    shares.clear();
    marks.clear();
}

void foldLane(const LaneSpans& lane, const TimeAxis& axis, FoldedLane& out)
{
    out.clear();
    if (axis.end > axis.begin && axis.columns() > 0)
        Folder(lane, axis, out).fold();
}

namespace {

/// A wide span is a place to go on from: no run is open there, and nothing after it reaches back before it.
const DrawRecord* resumeRecord(const FoldedLane& lane, double unchangedColumns)
{
    const auto after =
        std::partition_point(lane.records.begin(), lane.records.end(),
                             [&](const DrawRecord& record) { return record.x < unchangedColumns; });
    const auto markNear = [&](int x) {
        const auto mark = std::partition_point(lane.marks.begin(), lane.marks.end(),
                                               [&](const Mark& each) { return each.x < x - 1; });
        return mark != lane.marks.end() && mark->x <= x + 1;
    };
    for (auto at = after; at != lane.records.begin();) {
        --at;
        if (!at->folded() && at->x > 0 && !markNear(at->x))
            return &*at;
    }
    return nullptr;
}

} // namespace

void growLane(const LaneSpans& spans, const TimeAxis& axis, core::Nanoseconds unchangedBefore,
              FoldedLane& lane)
{
    // Rounding and folding look a few columns back, never further.
    constexpr double lookBack = 4;
    const double unchanged = axis.toPixel(unchangedBefore) - axis.left - lookBack;
    const DrawRecord* const found = resumeRecord(lane, unchanged);
    if (!found || found->firstSpan >= spans.spans.size()) {
        foldLane(spans, axis, lane);
        return;
    }
    const DrawRecord resume = *found;
    lane.records.resize(static_cast<std::size_t>(found - lane.records.data()));
    std::size_t shares = 0;
    for (auto record = lane.records.rbegin(); record != lane.records.rend() && shares == 0; ++record)
        shares = static_cast<std::size_t>(std::int64_t{record->shares} + 1);
    lane.shares.resize(shares);
    const auto marks = std::partition_point(lane.marks.begin(), lane.marks.end(),
                                            [&](const Mark& mark) { return mark.x < resume.x; });
    lane.marks.erase(marks, lane.marks.end());
    Folder(spans, axis, lane).foldFrom(resume.firstSpan, resume.x);
}

std::size_t spanAt(std::span<const Span> spans, core::Nanoseconds time)
{
    const auto found =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.end <= time; });
    return found != spans.end() && found->begin <= time ? static_cast<std::size_t>(found - spans.begin())
                                                        : spans.size();
}

std::size_t spansWithin(std::span<const Span> spans, const TimeInterval& interval)
{
    const auto first = std::partition_point(spans.begin(), spans.end(),
                                            [&](const Span& span) { return span.end <= interval.begin; });
    const auto last =
        std::partition_point(first, spans.end(), [&](const Span& span) { return span.begin < interval.end; });
    return static_cast<std::size_t>(last - first);
}

std::string describe(const FoldedLane& lane)
{
    std::string text;
    char buffer[64];
    const auto flagText = [](std::uint8_t flags) {
        std::string result;
        for (const auto& [flag, name] :
             {std::pair{core::spanFailed, " failed"}, std::pair{core::spanCancelled, " cancelled"},
              std::pair{core::spanKilled, " killed"}, std::pair{core::spanLost, " lost"},
              std::pair{core::spanOpen, " open"}}) {
            if ((flags & flag) != 0)
                result += name;
        }
        return result;
    };
    for (const DrawRecord& record : lane.records) {
        text += std::to_string(record.x) + '+' + std::to_string(record.width);
        if (record.folded()) {
            text += " {";
            const char* separator = "";
            for (std::size_t i = 0; i < core::stateCount; ++i) {
                const float share = lane.shares[record.shares][i];
                if (share < 0.005F)
                    continue;
                std::snprintf(buffer, sizeof buffer, "%s%s %.2f", separator, core::stateNames[i].data(),
                              static_cast<double>(share));
                text += buffer;
                separator = ", ";
            }
            text += "} " + std::to_string(record.spanCount);
        } else {
            (text += ' ') += core::stateName(record.state);
            if (record.item != core::noItem)
                text += " #" + std::to_string(record.item);
            text += flagText(record.flags);
        }
        text += '\n';
    }
    for (const Mark& mark : lane.marks)
        text +=
            "! " + std::to_string(mark.x) + flagText(mark.flags) + " x" + std::to_string(mark.count) + '\n';
    return text;
}

} // namespace overlap::analysis
