// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace overlap::analysis {

inline constexpr std::size_t blocksForInterval = 5;
inline constexpr std::size_t blocksForVerdict = 10;

/// A few sets of blocks drawn with replacement, for 95 % percentile bootstrap intervals of medians and of
/// ratios of medians (Efron; blocks first, after Kalibera and Jones: "Rigorous benchmarking in reasonable
/// time", ISMM 2013). What is compared is resampled with the same blocks, so what a block's moment did to
/// both sides cancels. Simulated coverage of the median: tests/analysis/tst_bootstrap.cpp.
///
/// Exactly, so that others can recompute it: B = 9,999 resamples, 1,999 from 101 blocks on. The generator is
/// Random::of(seed, 0, 0xFFFE). Resample 0 draws its n indices with n calls of below(n), then resample 1 its
/// own, and so on: one sequence. The median of an even count is the mean of the middle two. The B figures are
/// sorted; the interval reaches from number 0.025·(B+1) to number 0.975·(B+1), counted from 1; at another
/// level L from number (1−L)/2·(B+1), rounded down, to the one as far from the other end.
///
/// A value without shared state; drawn anew for every number of blocks.
class Bootstrap
{
public:
    Bootstrap(std::uint64_t seed, std::size_t blocks);

    std::size_t blocks() const { return m_blocks; }
    /// Of the median of one figure per block. Null below blocksForInterval. Precondition: one value per
    /// block.
    std::optional<core::Interval> ofMedian(const std::vector<double>& values) const;
    /// Of median(above) ÷ median(below). Null below blocksForInterval and where a median below is 0.
    /// `level` is in (0, 1).
    std::optional<core::Interval> ofRatio(const std::vector<double>& above, const std::vector<double>& below,
                                          double level = 0.95) const;

private:
    std::vector<double> mediansOf(const std::vector<double>& values) const;

    std::size_t m_blocks;
    std::size_t m_resamples;
    std::vector<std::uint16_t> m_indices; // of resample after resample
};

} // namespace overlap::analysis
