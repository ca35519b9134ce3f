// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_sums.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Span;

LaneSums::LaneSums(const LaneSpans& lane, Key key, std::size_t keys, double tolerance)
    : m_spans(lane.spans)
    , m_index(lane.indexed() > 0 && lane.index->key() == key ? lane.index : nullptr)
    , m_key(key)
    , m_keys(keys)
    , m_tolerance(tolerance)
    , m_lookAhead(40 * tolerance)
    , m_read(keys)
{
    if (m_index) {
        const std::size_t size = m_index->size();
        m_indexEnd = static_cast<double>(size < m_spans.size() ? m_spans[size].begin : m_spans[size - 1].end);
    }
    start(0);
}

void LaneSums::start(std::size_t span)
{
    const std::size_t indexed = m_index ? m_index->size() : 0;
    m_readOnly = span >= indexed;
    m_first = m_next = std::max(span, indexed);
    std::ranges::fill(m_read, 0.0);
    if (!m_readOnly) {
        const double* const sums = m_index->sums(m_index->blocks());
        for (std::size_t key = 0; key < m_index->keys(); ++key)
            m_read[key < m_keys ? key : 0] += sums[key];
    }
}

void LaneSums::at(double time, Moment& moment)
{
    moment.sums.resize(m_keys);
    if (!m_readOnly && time < m_indexEnd)
        atIndexed(time, moment);
    else
        atRead(time, moment);
}

void LaneSums::add(const Span& span, double nanoseconds, std::vector<double>& sums) const
{
    if (span.state == core::State::idle)
        return;
    const std::size_t key =
        m_key == Key::state ? static_cast<std::size_t>(span.state) : std::size_t{span.waker};
    sums[key < m_keys ? key : 0] += nanoseconds;
}

/// The last block that begins by then, or the first one. Looks around `near` first.
std::size_t LaneSums::blockAt(double time, std::size_t near) const
{
    const std::span<const core::Nanoseconds> begins = m_index->begins();
    const auto isBefore = [&](std::size_t block) { return static_cast<double>(begins[block]) <= time; };
    std::size_t low = isBefore(near) ? near : 0;
    std::size_t step = 1;
    while (low + step < begins.size() && isBefore(low + step)) {
        low += step;
        step *= 2;
    }
    std::size_t high = std::min(low + step, begins.size());
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (isBefore(middle) ? low : high) = middle;
    }
    return low;
}

/// The sums of the columns to come lie far apart in memory, and waiting for each would cost more than all else.
void LaneSums::fetchAhead(double time)
{
    m_ahead = blockAt(time + m_lookAhead, m_ahead);
    const std::size_t farther = std::min(m_ahead + (m_ahead - std::min(m_block, m_ahead)), m_index->blocks() - 1);
    __builtin_prefetch(m_index->begins().data() + farther);
    const auto fetch = [](const void* from, std::size_t bytes) {
        constexpr std::size_t line = 64;
        for (std::size_t byte = 0; byte < bytes + line; byte += line)
            __builtin_prefetch(static_cast<const char*>(from) + byte);
    };
    const std::size_t sum = m_index->keys() * sizeof(double);
    const bool isRead = m_ahead + 1 < m_index->blocks() &&
                        static_cast<double>(m_index->begin(m_ahead + 1) - m_index->begin(m_ahead)) > m_tolerance;
    fetch(m_index->sums(m_ahead), isRead ? sum : 2 * sum);
    if (isRead)
        fetch(&m_spans[m_ahead * m_index->blockSpans()], m_index->blockSpans() * sizeof(Span));
}

void LaneSums::atIndexed(double time, Moment& moment)
{
    fetchAhead(time);
    const std::size_t block = m_block = blockAt(time, m_block);
    const std::size_t spans = m_index->blockSpans();
    const std::size_t first = block * spans;
    const double* const before = m_index->sums(block);
    const std::size_t keys = std::min(m_keys, m_index->keys());
    const auto begin = static_cast<double>(m_index->begin(block));
    const double end =
        block + 1 < m_index->blocks() ? static_cast<double>(m_index->begin(block + 1)) : m_indexEnd;
    if (time >= begin && end - begin <= m_tolerance && m_keys >= m_index->keys()) {
        const double* const after = m_index->sums(block + 1);
        const double share = end > begin ? (time - begin) / (end - begin) : 0;
        for (std::size_t key = 0; key < keys; ++key)
            moment.sums[key] = before[key] + share * (after[key] - before[key]);
        std::fill(moment.sums.begin() + static_cast<std::ptrdiff_t>(keys), moment.sums.end(), 0.0);
        moment.begun = moment.ended = first + static_cast<std::size_t>(share * static_cast<double>(spans));
        return;
    }
    std::ranges::fill(moment.sums, 0.0);
    for (std::size_t key = 0; key < m_index->keys(); ++key)
        moment.sums[key < m_keys ? key : 0] += before[key];
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

void LaneSums::atRead(double time, Moment& moment)
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

} // namespace overlap::analysis
