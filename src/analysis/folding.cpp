// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/folding.h"

#include <bit>
#include <cmath>
#include <cstdio>

namespace overlap::analysis {

using core::Span;
using core::State;

namespace {

constexpr auto idle = static_cast<std::size_t>(State::idle);
constexpr std::uint8_t lastingFlags =
    core::spanFailed | core::spanCancelled | core::spanLost | core::spanKilled;

/// Less than one of the 17 pixels of a lane.
constexpr float mergeTolerance = 1.0F / 20;

struct Column
{
    Shares shares{};
    StateBits states = 0; // without idle

    void add(State state, float share)
    {
        shares[static_cast<std::size_t>(state)] += share;
        if (state != State::idle)
            states = static_cast<StateBits>(states | 1U << static_cast<unsigned>(state));
    }
};

template <typename Visit>
void forEachState(StateBits states, Visit visit)
{
    for (unsigned bits = states; bits != 0; bits &= bits - 1)
        visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

bool alike(const Column& column, const Shares& shares, StateBits states)
{
    float farthest = std::abs(column.shares[idle] - shares[idle]);
    forEachState(column.states | states, [&](std::size_t i) {
        farthest = std::max(farthest, std::abs(column.shares[i] - shares[i]));
    });
    return farthest <= mergeTolerance;
}

State largest(const Column& column)
{
    std::size_t best = idle;
    forEachState(column.states, [&](std::size_t i) {
        if (column.shares[i] >= column.shares[best])
            best = i;
    });
    return static_cast<State>(best);
}

/// What no span covers is idle; rounding must not make more than a whole.
void settleIdle(Column& column)
{
    float sum = 0;
    forEachState(column.states, [&](std::size_t i) { sum += column.shares[i]; });
    if (sum > 1) {
        forEachState(column.states, [&](std::size_t i) { column.shares[i] /= sum; });
        sum = 1;
    }
    column.shares[idle] = 1 - sum;
}

/// Adds a folded column or widens the record before it. The merged record keeps the first column's shares, so
/// that a slow drift cannot smear over the whole lane.
void addColumn(FoldedLane& out, int x, const Column& column, std::size_t firstSpan, std::size_t spanEnd)
{
    if (!out.records.empty()) {
        DrawRecord& last = out.records.back();
        if (last.folded() && last.x + last.width == x &&
            alike(column, out.shares[last.shares], last.states)) {
            ++last.width;
            last.spanCount = static_cast<std::uint32_t>(spanEnd) - last.firstSpan;
            return;
        }
    }
    DrawRecord& record = out.records.emplace_back();
    record.x = x;
    record.state = largest(column);
    record.states = column.states;
    record.firstSpan = static_cast<std::uint32_t>(firstSpan);
    record.spanCount = static_cast<std::uint32_t>(spanEnd - firstSpan);
    record.shares = static_cast<std::int32_t>(out.shares.size());
    out.shares.push_back(column.shares);
}

void addMark(FoldedLane& out, int column, std::uint8_t flags)
{
    if (!out.marks.empty() && out.marks.back().x == column && out.marks.back().flags == flags) {
        ++out.marks.back().count;
        return;
    }
    out.marks.push_back({column, flags, 1});
}

struct Visible
{
    std::size_t first;
    std::size_t last;
};

Visible visibleSpans(std::span<const Span> spans, const TimeAxis& axis)
{
    const auto first = std::partition_point(spans.begin(), spans.end(),
                                            [&](const Span& span) { return span.end < axis.begin; });
    const auto last =
        std::partition_point(first, spans.end(), [&](const Span& span) { return span.begin <= axis.end; });
    return {static_cast<std::size_t>(first - spans.begin()), static_cast<std::size_t>(last - spans.begin())};
}

/// Walks over the spans of one lane and decides column by column.
class Folder
{
public:
    Folder(std::span<const Span> spans, const TimeAxis& axis, FoldedLane& out)
        : m_spans(spans)
        , m_axis(axis)
        , m_columns(axis.columns())
        , m_scale(axis.pixelsPerNanosecond())
        , m_columnLength(1 / m_scale)
        , m_out(out)
    {}

    void fold() { foldFrom(visibleSpans(m_spans, m_axis).first, 0); }

    /// With what lies before that span folded already, up to that column.
    void foldFrom(std::size_t first, int nextFree)
    {
        m_nextFree = nextFree;
        const std::size_t last = visibleSpans(m_spans, m_axis).last;
        for (std::size_t i = first; i < last; ++i) {
            const Span& span = m_spans[i];
            const double begin = column(span.begin);
            const double end = column(span.end);
            if (end - begin >= 1) {
                flushRun();
                addWide(i, begin, end);
            } else {
                if (m_inRun && begin - m_runEnd >= 1)
                    flushRun();
                if (!m_inRun) {
                    m_inRun = true;
                    m_runFirst = i;
                    m_runBegin = begin;
                }
                m_runLast = i + 1;
                m_runEnd = end;
            }
            const bool shownAsGap = (span.flags & core::spanLost) != 0 && end - begin >= 1;
            if ((span.flags & lastingFlags) != 0 && !shownAsGap)
                mark(span, begin, end);
        }
        flushRun();
    }

private:
    double column(core::Nanoseconds time) const { return static_cast<double>(time - m_axis.begin) * m_scale; }

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
        m_cursor = m_runFirst > 0 ? m_runFirst - 1 : 0;
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
        const double from = (index + shift) * m_columnLength;
        const double to = (index + 1 + shift) * m_columnLength;
        const auto offset = [&](core::Nanoseconds time) { return static_cast<double>(time - m_axis.begin); };
        while (m_cursor + 1 < m_spans.size() && offset(m_spans[m_cursor].end) <= from)
            ++m_cursor;
        Column column;
        std::size_t i = m_cursor;
        std::size_t firstSpan = m_spans.size();
        for (; i < m_spans.size(); ++i) {
            const Span& span = m_spans[i];
            if (offset(span.begin) >= to)
                break;
            const double overlap = std::min(offset(span.end), to) - std::max(offset(span.begin), from);
            if (overlap < 0)
                continue;
            firstSpan = std::min(firstSpan, i);
            column.add(span.state, static_cast<float>(overlap * m_scale));
        }
        settleIdle(column);
        addColumn(m_out, index, column, std::min(firstSpan, i), i);
    }

    void mark(const Span& span, double begin, double end)
    {
        const bool lost = (span.flags & core::spanLost) != 0;
        const double place = lost ? begin : end;
        if (place < 0 || place > m_columns)
            return;
        const auto reached = static_cast<int>(lost ? std::floor(place) : std::round(place) - 1);
        const int column = std::clamp(reached, 0, std::max(0, m_columns - 1));
        addMark(m_out, column, static_cast<std::uint8_t>(span.flags & lastingFlags));
    }

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
    std::size_t m_cursor = 0;
};

} // namespace

void FoldedLane::clear()
{
    records.clear();
    shares.clear();
    marks.clear();
}

void foldLane(std::span<const Span> spans, const TimeAxis& axis, FoldedLane& out)
{
    out.clear();
    if (axis.end > axis.begin && axis.columns() > 0)
        Folder(spans, axis, out).fold();
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

void growLane(std::span<const Span> spans, const TimeAxis& axis, core::Nanoseconds unchangedBefore,
              FoldedLane& lane)
{
    // Rounding and folding look a few columns back, never further.
    constexpr double lookBack = 4;
    const double unchanged = axis.toPixel(unchangedBefore) - axis.left - lookBack;
    const DrawRecord* const found = resumeRecord(lane, unchanged);
    if (!found || found->firstSpan >= spans.size()) {
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

void foldTogether(const std::vector<core::Lane>& lanes, const TimeAxis& axis, FoldedLane& out,
                  core::LaneKind kind)
{
    out.clear();
    const int columns = axis.columns();
    if (axis.end <= axis.begin || columns <= 0)
        return;
    std::vector<Column> all(columns);
    std::vector<std::uint32_t> counts(columns, 0);
    std::vector<Mark> marks;
    int workers = 0;
    for (const core::Lane& lane : lanes) {
        if (lane.kind != kind)
            continue;
        ++workers;
        const auto [first, last] = visibleSpans(lane.spans, axis);
        for (std::size_t i = first; i < last; ++i) {
            const Span& span = lane.spans[i];
            const double from = std::max(0.0, axis.toPixel(span.begin) - axis.left);
            const double to = std::min<double>(columns, axis.toPixel(span.end) - axis.left);
            int column = std::min(static_cast<int>(from), columns - 1);
            ++counts[column];
            for (; column < columns && column < to; ++column) {
                const double overlap = std::min<double>(to, column + 1) - std::max<double>(from, column);
                all[column].add(span.state, static_cast<float>(overlap));
            }
            if ((span.flags & lastingFlags) != 0 && to >= 0) {
                marks.push_back({std::clamp(static_cast<int>(std::lround(to)) - 1, 0, columns - 1),
                                 static_cast<std::uint8_t>(span.flags & lastingFlags), 1});
            }
        }
    }
    std::uint32_t sum = 0;
    for (int column = 0; column < columns; ++column) {
        for (float& share : all[column].shares)
            share /= static_cast<float>(std::max(workers, 1));
        settleIdle(all[column]);
        const std::uint32_t before = sum;
        sum += counts[column];
        addColumn(out, column, all[column], before, sum);
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.x < b.x; });
    for (const Mark& mark : marks)
        addMark(out, mark.x, mark.flags);
}

std::vector<HolderRecord> foldHolders(std::span<const Span> spans, const TimeAxis& axis, int rows)
{
    std::vector<HolderRecord> records;
    const int columns = axis.columns();
    if (axis.end <= axis.begin || columns <= 0 || rows <= 0)
        return records;
    std::vector<std::vector<float>> held(rows, std::vector<float>(columns, 0.0F));
    const auto [first, last] = visibleSpans(spans, axis);
    for (std::size_t i = first; i < last; ++i) {
        const Span& span = spans[i];
        if (span.state == State::idle)
            continue;
        std::vector<float>& row = held[span.waker < rows ? span.waker : 0];
        const double from = std::max(0.0, axis.toPixel(span.begin) - axis.left);
        const double to = std::min<double>(columns, axis.toPixel(span.end) - axis.left);
        if (to - from >= 1) {
            std::fill(row.begin() + std::lround(from), row.begin() + std::lround(to), 1.0F);
            continue;
        }
        for (int column = static_cast<int>(from); column < columns && column < to; ++column)
            row[column] +=
                static_cast<float>(std::min<double>(to, column + 1) - std::max<double>(from, column));
    }
    // An eighth more or less does not show in three pixels.
    const auto step = [](float share) { return std::ceil(std::min(share, 1.0F) * 8) / 8; };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns;) {
            const float share = step(held[row][column]);
            int end = column + 1;
            while (end < columns && step(held[row][end]) == share)
                ++end;
            if (share > 0)
                records.push_back({column, end - column, row, share});
            column = end;
        }
    }
    return records;
}

std::size_t spanAt(std::span<const Span> spans, core::Nanoseconds time)
{
    const auto found =
        std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.end <= time; });
    return found != spans.end() && found->begin <= time ? static_cast<std::size_t>(found - spans.begin())
                                                        : spans.size();
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
