// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_sums.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Span;
using Key = core::SpanIndex::Key;

namespace {

/// The sums of fewer blocks are near enough as they are.
constexpr std::size_t mostCached = 2048;

} // namespace

template <Key By>
LaneSums<By>::LaneSums(const LaneSpans& lane, double tolerance, std::size_t keys)
    : m_spans(lane.spans)
    , m_index(lane.indexed() > 0 && lane.index->key() == By ? lane.index : nullptr)
    , m_tolerance(tolerance)
    , m_lookAhead(40 * tolerance)
{
    if constexpr (By == Key::waker)
        m_read.resize(keys);
    if (m_index) {
        const std::size_t size = m_index->size();
        m_indexEnd = static_cast<double>(size < m_spans.size() ? m_spans[size].begin : m_spans[size - 1].end);
    }
    start(0);
}

template <Key By>
void LaneSums<By>::start(std::size_t span)
{
    const std::size_t indexed = m_index ? m_index->size() : 0;
    m_readOnly = span >= indexed;
    m_first = m_next = std::max(span, indexed);
    std::ranges::fill(m_read, 0.0);
    if (!m_readOnly)
        addSums(m_index->sums(m_index->blocks()), m_read);
}

template <Key By>
void LaneSums<By>::at(double time, Moment& moment)
{
    if constexpr (By == Key::waker)
        moment.sums.resize(m_read.size());
    if (!m_readOnly && time < m_indexEnd)
        atIndexed(time, moment);
    else
        atRead(time, moment);
}

template <Key By>
void LaneSums<By>::add(const Span& span, double nanoseconds, Sums& sums) const
{
    if (span.state == core::State::idle)
        return;
    const std::size_t key = By == Key::state ? static_cast<std::size_t>(span.state) : std::size_t{span.waker};
    sums[key < sums.size() ? key : 0] += nanoseconds;
}

template <Key By>
void LaneSums<By>::addSums(const double* from, Sums& sums) const
{
    if constexpr (By == Key::state) {
        for (std::size_t key = 0; key < sums.size(); ++key)
            sums[key] += from[key];
    } else {
        for (std::size_t key = 0; key < m_index->keys(); ++key)
            sums[key < sums.size() ? key : 0] += from[key];
    }
}

/// The last block that begins by then, or the first one. Looks around `near` first.
template <Key By>
std::size_t LaneSums<By>::blockAt(double time, std::size_t near) const
{
    const std::span<const core::Nanoseconds> begins = m_index->begins();
    const auto moment = static_cast<core::Nanoseconds>(std::floor(time));
    std::size_t low = begins[near] <= moment ? near : 0;
    std::size_t step = 1;
    while (low + step < begins.size() && begins[low + step] <= moment) {
        low += step;
        step *= 2;
    }
    // Without a branch: which half it is is as good as random.
    while (step > 1) {
        step /= 2;
        const std::size_t middle = std::min(low + step, begins.size() - 1);
        low = begins[middle] <= moment ? middle : low;
    }
    return low;
}

/// The sums of the columns to come lie far apart in memory, and waiting for each would cost more than all
/// else.
template <Key By>
void LaneSums<By>::fetchAhead(double time)
{
    m_ahead = blockAt(time + m_lookAhead, m_ahead);
    const std::size_t farther =
        std::min(m_ahead + (m_ahead - std::min(m_block, m_ahead)), m_index->blocks() - 1);
    __builtin_prefetch(m_index->begins().data() + farther);
    const auto fetch = [](const void* from, std::size_t bytes) {
        constexpr std::size_t line = 64;
        for (std::size_t byte = 0; byte < bytes + line; byte += line)
            __builtin_prefetch(static_cast<const char*>(from) + byte);
    };
    const std::size_t sum = m_index->keys() * sizeof(double);
    const bool isRead =
        m_ahead + 1 < m_index->blocks() &&
        static_cast<double>(m_index->begin(m_ahead + 1) - m_index->begin(m_ahead)) > m_tolerance;
    fetch(m_index->sums(m_ahead), isRead ? sum : 2 * sum);
    if (isRead)
        fetch(&m_spans[m_ahead * m_index->blockSpans()], m_index->blockSpans() * sizeof(Span));
}

template <Key By>
void LaneSums<By>::atIndexed(double time, Moment& moment)
{
    if (m_index->blocks() > mostCached)
        fetchAhead(time);
    const std::size_t block = m_block = blockAt(time, m_block);
    const std::size_t spans = m_index->blockSpans();
    const std::size_t first = block * spans;
    const double* const before = m_index->sums(block);
    const auto begin = static_cast<double>(m_index->begin(block));
    const double end =
        block + 1 < m_index->blocks() ? static_cast<double>(m_index->begin(block + 1)) : m_indexEnd;
    std::ranges::fill(moment.sums, 0.0);
    addSums(before, moment.sums);
    if (time >= begin && end - begin <= m_tolerance && m_index->keys() <= moment.sums.size()) {
        const double* const after = m_index->sums(block + 1);
        const double share = end > begin ? (time - begin) / (end - begin) : 0;
        const std::size_t keys = By == Key::state ? core::stateCount - 1 : m_index->keys();
        for (std::size_t key = 0; key < keys; ++key)
            moment.sums[key] += share * (after[key] - before[key]);
        moment.begun = moment.ended = first + static_cast<std::size_t>(share * static_cast<double>(spans));
        return;
    }
    moment.ended = first;
    std::size_t i = first;
    for (; i < first + spans && static_cast<double>(m_spans[i].begin) < time; ++i) {
        const auto ends = static_cast<double>(m_spans[i].end);
        if (ends <= time)
            moment.ended = i + 1;
        add(m_spans[i], std::min(ends, time) - static_cast<double>(m_spans[i].begin), moment.sums);
    }
    moment.begun = i;
}

template <Key By>
void LaneSums<By>::atRead(double time, Moment& moment)
{
    while (m_next < m_spans.size() && static_cast<double>(m_spans[m_next].end) <= time) {
        add(m_spans[m_next], static_cast<double>(m_spans[m_next].duration()), m_read);
        ++m_next;
    }
    while (m_next > m_first && static_cast<double>(m_spans[m_next - 1].end) > time) {
        --m_next;
        add(m_spans[m_next], -static_cast<double>(m_spans[m_next].duration()), m_read);
    }
    std::ranges::copy(m_read, moment.sums.begin());
    moment.ended = moment.begun = m_next;
    if (m_next < m_spans.size() && static_cast<double>(m_spans[m_next].begin) < time) {
        add(m_spans[m_next], time - static_cast<double>(m_spans[m_next].begin), moment.sums);
        ++moment.begun;
    }
}

template class LaneSums<Key::state>;
template class LaneSums<Key::waker>;

} // namespace overlap::analysis
