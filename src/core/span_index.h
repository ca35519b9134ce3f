// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state.h"
#include "core/time.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace overlap::core {

struct Span;

/// What is known of the spans of a lane without reading them: time per state up to every eighth span, where
/// the next long span or long gap is, and where the marks are. With it a picture of a lane costs its pixels,
/// however many spans there are. Grows with the lane, some 12 bytes for a span. A value; one thread at a
/// time.
class SpanIndex
{
public:
    /// Whose time the sums are of.
    enum class Key : std::uint8_t {
        state, ///< core::State, idle apart: it is what the others leave
        waker, ///< who holds a lock, in a lane of kind holder; noLane counts as 0
    };

    /// Spans between two sums. A sum of a waker is as long as there are lanes, so these stand farther apart.
    static constexpr std::size_t blockOf(Key key) { return key == Key::state ? 8 : 64; }

    SpanIndex() : SpanIndex(Key::state) {}
    explicit SpanIndex(Key key) : m_key(key), m_keys(key == Key::state ? stateCount - 1 : 1) {}

    /// Takes in the spans that are new among the first `count`, in whole blocks; those must not change any
    /// more. Where there are fewer than before it is made anew. O(new spans). Precondition: spans by begin,
    /// not overlapping.
    void extend(std::span<const Span> spans, std::size_t count);

    Key key() const { return m_key; }
    std::size_t blockSpans() const { return blockOf(m_key); }
    std::size_t blocks() const { return m_begins.size(); }
    /// Spans that it knows: whole blocks of them.
    std::size_t size() const { return blocks() * blockSpans(); }
    /// How many keys a sum has.
    std::size_t keys() const { return m_keys; }

    /// Where the first span of a block begins.
    Nanoseconds begin(std::size_t block) const { return m_begins[block]; }
    /// Where each block begins.
    std::span<const Nanoseconds> begins() const { return m_begins; }
    /// Nanoseconds of each key before that block, exact up to 104 days; `block` up to blocks().
    const double* sums(std::size_t block) const { return m_sums.data() + block * m_keys; }

    /// The first span from `from` on that is at least so long, or has a gap at least so long before it;
    /// `size()` where there is none. O(log n).
    std::size_t nextStretch(std::span<const Span> spans, std::size_t from, Nanoseconds length) const;

    /// The spans with these flags, all of which last however far one is away: core::lastingFlags.
    struct Marked
    {
        std::uint8_t flags = 0;
        std::vector<std::uint32_t> spans; ///< indices, ascending
    };
    const std::vector<Marked>& marked() const { return m_marked; }

    /// What it takes in memory, room to grow apart.
    std::size_t bytes() const;

private:
    void clear();
    void addBlock(std::span<const Span> spans, std::size_t first);
    void widen(std::size_t keys);
    std::size_t keyOf(const Span& span) const;

    Key m_key;
    std::size_t m_keys;
    std::vector<Nanoseconds> m_begins;
    std::vector<double> m_sums; ///< before each block and behind the last one
    /// The longest span or gap of each block; of eight blocks; of 64 …
    std::vector<std::vector<Nanoseconds>> m_longest;
    std::vector<Marked> m_marked;
};

} // namespace overlap::core
