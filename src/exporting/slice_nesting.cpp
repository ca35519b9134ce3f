// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/slice_nesting.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace overlap::exporting {

using core::Nanoseconds;
using core::Span;

namespace {

bool beginsBefore(const Span& left, const Span& right)
{
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
}

void sortSlices(std::vector<Span>& slices)
{
    if (!std::ranges::is_sorted(slices, beginsBefore))
        std::ranges::stable_sort(slices, beginsBefore);
}

class Nesting
{
public:
    NestedSlices take(const std::vector<Span>& slices)
    {
        m_result.spans.reserve(slices.size());
        for (const Span& slice : slices) {
            popUntil(slice.begin);
            if (!m_open.empty())
                show(slice.begin, false);
            else
                m_result.outermost.push_back(slice);
            m_cursor = slice.begin;
            if (slice.end == slice.begin)
                m_result.spans.push_back(slice);
            else
                m_open.push_back(slice);
        }
        popUntil(std::numeric_limits<Nanoseconds>::max());
        return std::move(m_result);
    }

private:
    void popUntil(Nanoseconds time)
    {
        while (!m_open.empty() && m_open.back().end <= time) {
            show(m_open.back().end, true);
            m_open.pop_back();
        }
    }

    /// What is innermost since the cursor reaches to `until`.
    void show(Nanoseconds until, bool isEnd)
    {
        Span& top = m_open.back();
        if (until <= m_cursor)
            return;
        Span piece = top;
        piece.begin = m_cursor;
        piece.end = until;
        if (!isEnd)
            piece.flags = 0;
        m_result.spans.push_back(piece);
        top.waker = core::noLane;
        m_cursor = until;
    }

    NestedSlices m_result;
    std::vector<Span> m_open;
    Nanoseconds m_cursor = 0;
};

} // namespace

bool areSpansOfALane(const std::vector<Span>& slices)
{
    for (std::size_t i = 1; i < slices.size(); ++i) {
        if (slices[i].begin < slices[i - 1].end)
            return false;
    }
    return true;
}

NestedSlices nestSlices(std::vector<Span> slices)
{
    sortSlices(slices);
    return Nesting().take(slices);
}

std::vector<std::vector<Span>> spreadOverLanes(std::vector<Span> slices, std::size_t mostLanes)
{
    sortSlices(slices);
    using Free = std::pair<Nanoseconds, std::size_t>; // since when, which lane
    std::priority_queue<Free, std::vector<Free>, std::greater<>> lanes;
    std::vector<std::vector<Span>> spread;
    for (const Span& slice : slices) {
        std::size_t lane = spread.size();
        if (!lanes.empty() && lanes.top().first <= slice.begin) {
            lane = lanes.top().second;
            lanes.pop();
        } else if (lane == mostLanes) {
            continue;
        } else {
            spread.emplace_back();
        }
        spread[lane].push_back(slice);
        lanes.push({slice.end, lane});
    }
    return spread;
}

} // namespace overlap::exporting
