// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of many: all lanes of a kind in one, and who holds a lock.
#include "analysis/folded_column.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

void foldTogether(const std::vector<core::Lane>& lanes, const TimeAxis& axis, FoldedLane& out,
                  core::LaneKind kind)
{
    out.clear();
    const int columns = axis.columns();
    if (axis.end <= axis.begin || columns <= 0)
        return;
    const auto count = std::ranges::count(lanes, kind, &core::Lane::kind);
    const double columnLength = 1 / axis.pixelsPerNanosecond();
    const double share = axis.pixelsPerNanosecond() / static_cast<double>(std::max<std::ptrdiff_t>(count, 1));
    std::vector<FoldedColumn> all(columns);
    std::vector<std::size_t> spans(columns, 0); // that begin in it
    StateSums::Moment from;
    StateSums::Moment to;
    for (const core::Lane& lane : lanes) {
        if (lane.kind != kind)
            continue;
        const VisibleSpans visible = visibleSpans(lane.spans, axis);
        foldMarks(lane, visible, axis, false, out.marks);
        if (visible.first == visible.last)
            continue;
        StateSums sums(lane, toleranceOf(columnLength));
        sums.start(visible.first > 0 ? visible.first - 1 : 0);
        const auto begin = static_cast<double>(axis.begin);
        sums.at(begin, from);
        spans[0] += from.begun - from.ended;
        for (int column = 0; column < columns; ++column) {
            sums.at(begin + (column + 1) * columnLength, to);
            all[column].add(from, to, share);
            spans[column] += to.begun - from.begun;
            std::swap(from, to);
        }
    }
    std::size_t before = 0;
    for (int column = 0; column < columns; ++column) {
        all[column].settleIdle();
        addColumn(out, column, all[column], before, before + spans[column]);
        before += spans[column];
    }
    std::ranges::stable_sort(out.marks, {}, &Mark::x);
}

std::vector<HolderRecord> foldHolders(const LaneSpans& lane, const TimeAxis& axis, int rows)
{
    std::vector<HolderRecord> records;
    const int columns = axis.columns();
    if (axis.end <= axis.begin || columns <= 0 || rows <= 0)
        return records;
    std::vector<std::vector<double>> held(rows, std::vector<double>(columns, 0.0));
    const double columnLength = 1 / axis.pixelsPerNanosecond();
    HolderSums sums(lane, toleranceOf(columnLength), static_cast<std::size_t>(rows));
    const std::size_t first = visibleSpans(lane.spans, axis).first;
    sums.start(first > 0 ? first - 1 : 0);
    HolderSums::Moment from;
    HolderSums::Moment to;
    sums.at(static_cast<double>(axis.begin), from);
    for (int column = 0; column < columns; ++column) {
        sums.at(static_cast<double>(axis.begin) + (column + 1) * columnLength, to);
        for (int row = 0; row < rows; ++row)
            held[row][column] = (to.sums[row] - from.sums[row]) * axis.pixelsPerNanosecond();
        std::swap(from, to);
    }
    // An eighth more or less does not show in three pixels.
    constexpr double nothing = 1e-9;
    const auto step = [](double share) {
        return static_cast<float>(std::ceil((std::min(share, 1.0) - nothing) * 8) / 8);
    };
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

} // namespace overlap::analysis
