// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/folded_column.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Span;

namespace {

constexpr auto idle = static_cast<std::size_t>(core::State::idle);

// All states in every loop, without a branch: which of them a column has is as good as random, and a branch
// that is guessed wrong costs more than all of them.

bool alike(const Shares& one, const Shares& other)
{
    constexpr std::size_t group = 4;
    std::array<float, group> farthest{};
    for (std::size_t first = 0; first < one.size(); first += group) {
        for (std::size_t i = 0; i < group; ++i) {
            const float off = std::abs(one[first + i] - other[first + i]);
            farthest[i] = off > farthest[i] ? off : farthest[i];
        }
    }
    return *std::ranges::max_element(farthest) <= mergeTolerance;
}

} // namespace

void FoldedColumn::add(const StateSums::Moment& from, const StateSums::Moment& to, double scale)
{
    // Less than this is what subtracting has left over.
    constexpr float least = 1e-9F;
    for (std::size_t i = 0; i < idle; ++i) {
        const auto share = static_cast<float>((to.sums[i] - from.sums[i]) * scale);
        shares[i] += share > least ? share : 0.0F;
    }
}

void FoldedColumn::settleIdle()
{
    float sum = 0;
    for (std::size_t i = 0; i < idle; ++i)
        sum += shares[i];
    const float part = sum > 1 ? 1 / sum : 1;
    for (std::size_t i = 0; i < idle; ++i) {
        shares[i] *= part;
        states = static_cast<StateBits>(states | (shares[i] > 0 ? 1U : 0U) << i);
    }
    shares[idle] = std::max(0.0F, 1 - sum);
}

void addColumn(FoldedLane& out, int x, const FoldedColumn& column, std::size_t firstSpan, std::size_t spanEnd)
{
    if (!out.records.empty()) {
        DrawRecord& last = out.records.back();
        if (last.folded() && last.x + last.width == x && alike(column.shares, out.shares.back())) {
            ++last.width;
            last.spanCount = static_cast<std::uint32_t>(spanEnd) - last.firstSpan;
            return;
        }
    }
    DrawRecord record;
    record.x = x;
    record.states = column.states;
    record.firstSpan = static_cast<std::uint32_t>(firstSpan);
    record.spanCount = static_cast<std::uint32_t>(spanEnd - firstSpan);
    record.shares = static_cast<std::int32_t>(out.shares.size());
    out.records.push_back(record);
    out.shares.push_back(column.shares);
}

VisibleSpans visibleSpans(std::span<const Span> spans, const TimeAxis& axis)
{
    const auto first = std::partition_point(spans.begin(), spans.end(),
                                            [&](const Span& span) { return span.end < axis.begin; });
    const auto last =
        std::partition_point(first, spans.end(), [&](const Span& span) { return span.begin <= axis.end; });
    return {static_cast<std::size_t>(first - spans.begin()), static_cast<std::size_t>(last - spans.begin())};
}

namespace {

/// Where the mark of a span stands, from the left end of the axis.
double placeOf(const Span& span, const TimeAxis& axis)
{
    const core::Nanoseconds time = (span.flags & core::spanLost) != 0 ? span.begin : span.end;
    return static_cast<double>(time - axis.begin) * axis.pixelsPerNanosecond();
}

/// -1 left of the axis, as many as there are columns right of it.
int markColumn(const Span& span, const TimeAxis& axis)
{
    const double place = placeOf(span, axis);
    const int columns = axis.columns();
    if (place < 0)
        return -1;
    if (place > columns)
        return columns;
    const bool lost = (span.flags & core::spanLost) != 0;
    return std::clamp(static_cast<int>(lost ? std::floor(place) : std::round(place) - 1), 0,
                      std::max(0, columns - 1));
}

} // namespace

void foldMarks(const LaneSpans& lane, VisibleSpans visible, const TimeAxis& axis, bool wideGapsShow,
               std::vector<Mark>& marks)
{
    const double columnLength = 1 / axis.pixelsPerNanosecond();
    const auto showsItself = [&](const Span& span) {
        return wideGapsShow && (span.flags & core::spanLost) != 0 &&
               static_cast<double>(span.duration()) >= columnLength;
    };
    const auto add = [&](int column, std::uint8_t flags, std::size_t count) {
        if (column >= 0 && column < axis.columns() && count > 0)
            marks.push_back({column, flags, static_cast<std::uint32_t>(count)});
    };
    const std::size_t before = marks.size();
    const std::size_t indexed = std::min(lane.indexed(), visible.last);
    if (visible.first < indexed) {
        for (const core::SpanIndex::Marked& marked : lane.index->marked()) {
            auto at = std::ranges::lower_bound(marked.spans, visible.first);
            const auto last = std::lower_bound(at, marked.spans.end(), indexed);
            while (at != last) {
                const int column = markColumn(lane.spans[*at], axis);
                const auto next = std::partition_point(at, last, [&](std::uint32_t span) {
                    return markColumn(lane.spans[span], axis) <= column;
                });
                // Only the last of a column can be wider than it.
                const bool shown = showsItself(lane.spans[*(next - 1)]);
                add(column, marked.flags, static_cast<std::size_t>(next - at) - (shown ? 1 : 0));
                at = next;
            }
        }
    }
    for (std::size_t i = std::max(visible.first, indexed); i < visible.last; ++i) {
        const Span& span = lane.spans[i];
        if (const auto flags = static_cast<std::uint8_t>(span.flags & core::lastingFlags);
            flags != 0 && !showsItself(span))
            add(markColumn(span, axis), flags, 1);
    }
    const auto added = marks.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(added, marks.end(),
              [](const Mark& a, const Mark& b) { return a.x != b.x ? a.x < b.x : a.flags < b.flags; });
    auto kept = added;
    for (auto mark = added; mark != marks.end(); ++mark) {
        if (kept != added && (kept - 1)->x == mark->x && (kept - 1)->flags == mark->flags)
            (kept - 1)->count += mark->count;
        else
            *kept++ = *mark;
    }
    marks.erase(kept, marks.end());
}

} // namespace overlap::analysis
