// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace overlap::analysis {

/// How far the median of these blocks and the median of as many blocks of the very same thing would lie apart
/// by chance, at the 95th percentile, as a fraction: A against A without extra runs. Null below
/// blocksForVerdict, because half of fewer says too little.
///
/// The blocks are split at random into two halves of h = n ÷ 2 (an odd one is left out), and |ln(median of
/// one half ÷ median of the other)| is taken. The spread of a median shrinks with the root of the number of
/// blocks, so what two halves of h show is √(h ÷ n) times as much for n against n: for an even n, over √2.
/// The fraction is exp of that, less 1.
///
/// Exactly, so that others can recompute it: 1,999 splits; the generator is Random::of(seed, 0, 0xFFFD), one
/// sequence; each split begins with the order 0 … n−1 and shuffles it: for i = n … 2, swap places i−1 and
/// below(i). Places 0 … h−1 are one half, h … 2h−1 the other. The 95th percentile is the value of rank
/// ⌈0.95·1999⌉ = 1900.
std::optional<double> noiseFloorOf(const std::vector<double>& times, std::uint64_t seed);

} // namespace overlap::analysis
