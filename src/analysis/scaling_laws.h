// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep_report.h"

#include <optional>
#include <vector>

// Three laws of how speed S grows with the number of workers N, each with a rate γ > 0, the speed of one
// worker:
//
//   Amdahl      S = γ·N / (1 + σ·(N − 1))                0 ≤ σ ≤ 1, the serial share of a fixed work
//               G. M. Amdahl: Validity of the single processor approach to achieving large scale computing
//               capabilities, AFIPS 1967.
//   Gustafson   S = γ·(N − σ·(N − 1))                    0 ≤ σ ≤ 1, the serial share as the workers see it
//               J. L. Gustafson: Reevaluating Amdahl's law, CACM 31 (1988).
//   Universal Scalability Law
//               S = γ·N / (1 + σ·(N − 1) + κ·N·(N − 1))  0 ≤ σ ≤ 1 contention, κ ≥ 0 coherency
//               N. J. Gunther: Guerrilla Capacity Planning, Springer 2007; its peak is at √((1 − σ)/κ).
//
// Pure functions; any thread.

namespace overlap::analysis {

/// A speed-up or a throughput with so many workers, such as that of one block.
struct ScalingSample
{
    double workers = 1;
    double speed = 1;
};

inline constexpr std::size_t samplesForLaws = 6;
inline constexpr std::size_t workerCountsForLaws = 4;

/// The laws laid through the samples, in the order above, by least squares of ln S: what is measured errs by
/// a share of itself. Solved by GSL (gsl_multifit_nlinear, Levenberg and Marquardt with geodesic
/// acceleration); a parameter that would leave its range is held at the range's end, and the best of those
/// solutions that keep within is taken. Intervals are estimate ± Student's t(0.975, n − p) standard errors,
/// from s²·(JᵀJ)⁻¹ with the columns of all p parameters, of γ in ln γ, cut to the range; k = p + 1 and
/// AICc = n·ln(squares/n) + 2k + 2k(k + 1)/(n − k − 1), with squares/n at least 10⁻¹⁸.
///
/// Samples that are not finite, below one worker or not above 0 are left out. Empty for fewer than
/// samplesForLaws samples or workerCountsForLaws different numbers of workers; a law that cannot be solved is
/// left out.
std::vector<core::ScalingFit> fitLaws(const std::vector<ScalingSample>& samples);

/// The law with the smallest AICc, the first of equals; null where there is none.
const core::ScalingFit* chosenLaw(const std::vector<core::ScalingFit>& fits);

/// What the law says of so many workers (≥ 1).
double speedAt(const core::ScalingFit& fit, double workers);

/// The 95 % band of the law there, by the delta method on ln S.
core::Interval bandAt(const core::ScalingFit& fit, double workers);

/// The number of workers, at least 1, at which the law is fastest; null where it never falls.
std::optional<double> peakOf(const core::ScalingFit& fit);

} // namespace overlap::analysis
