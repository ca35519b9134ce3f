// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/task_rows.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace overlap::analysis {

using core::ItemIndex;
using core::LaneKind;
using core::Nanoseconds;
using core::Span;

TaskRows::TaskRows(NameOf name) : m_name(std::move(name)) {}

void TaskRows::assign(const core::Timeline& source, LaneKind kind)
{
    if (m_cut)
        return;
    const std::size_t room = most - m_rows->lanes.size();
    using Begun = std::pair<Nanoseconds, ItemIndex>;
    std::unordered_map<ItemIndex, Nanoseconds> candidates; // without a row yet
    std::vector<Begun> inOrder;
    // What began later than as many others as there is room for gets no row.
    Nanoseconds latest = std::numeric_limits<Nanoseconds>::max();
    const auto choose = [&] {
        inOrder.clear();
        for (const auto& [item, begin] : candidates)
            inOrder.emplace_back(begin, item);
        std::ranges::sort(inOrder);
        if (inOrder.size() <= room)
            return;
        m_cut = true;
        inOrder.resize(room);
        latest = inOrder.empty() ? std::numeric_limits<Nanoseconds>::min() : inOrder.back().first;
        candidates.clear();
        for (const auto& [begin, item] : inOrder)
            candidates.emplace(item, begin);
    };
    for (std::size_t lane = 0; lane < source.lanes.size(); ++lane) {
        if (source.lanes[lane].kind != kind)
            continue;
        const std::vector<Span>& spans = source.lanes[lane].spans;
        for (std::size_t i = m_read[lane]; i < spans.size() && spans[i].begin <= latest; ++i) {
            const ItemIndex item = spans[i].item;
            if (item == core::noItem || (item < m_rowOf.size() && m_rowOf[item] >= 0))
                continue;
            const auto [known, isNew] = candidates.emplace(item, spans[i].begin);
            known->second = std::min(known->second, spans[i].begin);
            if (candidates.size() > 4 * most)
                choose();
        }
    }
    choose();
    for (const auto& [begin, item] : inOrder) {
        if (item >= m_rowOf.size())
            m_rowOf.resize(item + 1, -1);
        m_rowOf[item] = static_cast<std::int32_t>(m_rows->lanes.size());
        core::Lane row;
        row.name = m_name(item);
        m_rows->lanes.push_back(std::move(row));
    }
}

std::int32_t TaskRows::add(const Span& span)
{
    if (span.item >= m_rowOf.size() || m_rowOf[span.item] < 0)
        return -1;
    const std::int32_t row = m_rowOf[span.item];
    std::vector<Span>& spans = m_rows->lanes[row].spans;
    Span copy = span;
    copy.waker = core::noLane;
    // Lanes are read one after the other, so what another lane did for the item may come late.
    const auto after =
        std::ranges::upper_bound(spans, copy.begin, std::less<>(), [](const Span& one) { return one.begin; });
    spans.insert(after, copy);
    return row;
}

void TaskRows::look(const core::Timeline& source)
{
    for (const auto& [row, begin] : m_provisional) {
        std::vector<Span>& spans = m_rows->lanes[row].spans;
        const auto last = std::find_if(spans.rbegin(), spans.rend(),
                                       [begin = begin](const Span& span) { return span.begin == begin; });
        if (last != spans.rend())
            spans.erase(std::next(last).base());
    }
    m_provisional.clear();
    m_read.resize(source.lanes.size(), 0);
    const bool hasSlots =
        std::ranges::any_of(source.lanes, [](const core::Lane& lane) { return lane.kind == LaneKind::slot; });
    const LaneKind kind = hasSlots ? LaneKind::slot : LaneKind::worker;
    assign(source, kind);
    for (std::size_t lane = 0; lane < source.lanes.size(); ++lane) {
        if (source.lanes[lane].kind != kind)
            continue;
        const std::vector<Span>& spans = source.lanes[lane].spans;
        // The last span may still be open, and a live timeline may take it back.
        const std::size_t sure = source.ended || spans.empty() ? spans.size() : spans.size() - 1;
        for (; m_read[lane] < sure; ++m_read[lane])
            add(spans[m_read[lane]]);
        if (sure < spans.size()) {
            if (const std::int32_t row = add(spans.back()); row >= 0)
                m_provisional.emplace_back(row, spans.back().begin);
        }
    }
    m_rows->start = source.start;
    m_rows->end = source.end;
    m_rows->ended = source.ended;
    if (m_rows->ended)
        core::indexSpans(*m_rows);
}

} // namespace overlap::analysis
