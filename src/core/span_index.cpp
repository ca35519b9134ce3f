// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/span_index.h"

#include "core/timeline.h"

#include <algorithm>

namespace overlap::core {

namespace {

constexpr std::size_t fanOut = 8;

/// The span or the gap before it, whichever is longer.
Nanoseconds stretchOf(std::span<const Span> spans, std::size_t index)
{
    const Nanoseconds gap = index > 0 ? spans[index].begin - spans[index - 1].end : 0;
    return std::max(spans[index].duration(), gap);
}

} // namespace

void SpanIndex::clear()
{
    *this = SpanIndex(m_key);
}

void SpanIndex::extend(std::span<const Span> spans, std::size_t count)
{
    if (count < size())
        clear();
    while (size() + blockSpans() <= count)
        addBlock(spans, size());
}

std::size_t SpanIndex::bytes() const
{
    std::size_t bytes = m_begins.size() * sizeof(Nanoseconds) + m_sums.size() * sizeof(double);
    for (const std::vector<Nanoseconds>& level : m_longest)
        bytes += level.size() * sizeof(Nanoseconds);
    for (const Marked& marked : m_marked)
        bytes += marked.spans.size() * sizeof(std::uint32_t);
    return bytes;
}

std::size_t SpanIndex::keyOf(const Span& span) const
{
    if (m_key == Key::state)
        return static_cast<std::size_t>(span.state);
    return span.waker == noLane ? 0 : span.waker;
}

/// Another holder has turned up: rare, and only ever as often as there are lanes.
void SpanIndex::widen(std::size_t keys)
{
    std::vector<double> sums(keys * (blocks() + 1));
    for (std::size_t block = 0; block <= blocks() && !m_sums.empty(); ++block)
        std::copy_n(m_sums.data() + block * m_keys, m_keys, sums.data() + block * keys);
    m_sums = std::move(sums);
    m_keys = keys;
}

void SpanIndex::addBlock(std::span<const Span> spans, std::size_t first)
{
    const std::span<const Span> block = spans.subspan(first, blockSpans());
    if (m_key == Key::waker) {
        std::size_t keys = m_keys;
        for (const Span& span : block)
            keys = std::max(keys, keyOf(span) + 1);
        if (keys > m_keys)
            widen(keys);
    }
    if (m_sums.empty())
        m_sums.resize(m_keys);
    const std::size_t before = m_sums.size() - m_keys;
    m_sums.resize(m_sums.size() + m_keys);
    double* const sums = m_sums.data() + before + m_keys;
    std::copy_n(m_sums.data() + before, m_keys, sums);
    Nanoseconds longest = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const Span& span = block[i];
        if (span.state != State::idle)
            sums[keyOf(span)] += static_cast<double>(span.duration());
        longest = std::max(longest, stretchOf(spans, first + i));
        if (const auto flags = static_cast<std::uint8_t>(span.flags & lastingFlags)) {
            auto found = std::ranges::find(m_marked, flags, &Marked::flags);
            if (found == m_marked.end())
                found = m_marked.insert(found, Marked{flags, {}});
            found->spans.push_back(static_cast<std::uint32_t>(first + i));
        }
    }
    m_begins.push_back(block.front().begin);
    std::size_t place = m_begins.size() - 1;
    for (std::size_t level = 0;; ++level, place /= fanOut) {
        if (level == m_longest.size()) {
            // A new level begins with all that the one below it knows.
            if (level > 0)
                longest = *std::ranges::max_element(m_longest.back());
            m_longest.emplace_back();
        }
        std::vector<Nanoseconds>& all = m_longest[level];
        if (place == all.size())
            all.push_back(longest);
        else
            all[place] = std::max(all[place], longest);
        if (place == 0)
            break;
    }
}

std::size_t SpanIndex::nextStretch(std::span<const Span> spans, std::size_t from, Nanoseconds length) const
{
    const auto inBlock = [&](std::size_t index) {
        const std::size_t end = std::min(size(), (index / blockSpans() + 1) * blockSpans());
        while (index < end && stretchOf(spans, index) < length)
            ++index;
        return index;
    };
    if (from >= size())
        return size();
    if (from % blockSpans() != 0) {
        const std::size_t found = inBlock(from);
        if (found % blockSpans() != 0)
            return found;
        from = found;
    }
    // Up while whole groups can be passed over, down where one holds what is sought.
    std::size_t place = from / blockSpans();
    std::size_t level = 0;
    while (place < m_longest[level].size()) {
        if (m_longest[level][place] >= length) {
            if (level == 0)
                return inBlock(place * blockSpans());
            --level;
            place *= fanOut;
        } else {
            ++place;
            while (place % fanOut == 0 && level + 1 < m_longest.size()) {
                ++level;
                place /= fanOut;
            }
        }
    }
    return size();
}

} // namespace overlap::core
