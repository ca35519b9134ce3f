// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scaling_laws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_vector.h>
#include <limits>
#include <memory>
#include <set>

namespace overlap::analysis {

using core::ScalingFit;
using core::ScalingLaw;

namespace {

constexpr std::size_t mostParameters = 3; // ln γ, σ, κ
constexpr double infinity = std::numeric_limits<double>::infinity();
using Parameters = std::array<double, mostParameters>;

struct Range
{
    double low;
    double high;
};
constexpr std::array<Range, mostParameters> ranges{{{-infinity, infinity}, {0, 1}, {0, infinity}}};

std::size_t countOf(ScalingLaw law)
{
    return law == ScalingLaw::universal ? 3 : 2;
}

/// ln S and its derivatives at one number of workers.
struct Logarithm
{
    double value;
    Parameters slopes;
};

Logarithm logarithmAt(ScalingLaw law, const Parameters& p, double workers)
{
    // A step of the solver may leave the range in which a logarithm is defined.
    constexpr double least = 1e-9;
    const double others = workers - 1;
    if (law == ScalingLaw::gustafson) {
        const double speed = std::max(workers - p[1] * others, least);
        return {p[0] + std::log(speed), {1, -others / speed, 0}};
    }
    const double pairs = law == ScalingLaw::universal ? workers * others : 0;
    const double cost = std::max(1 + p[1] * others + p[2] * pairs, least);
    return {p[0] + std::log(workers / cost), {1, -others / cost, -pairs / cost}};
}

/// What GSL is given: the parameters that are free, the others as they are held.
struct Problem
{
    ScalingLaw law;
    const std::vector<ScalingSample>& samples;
    Parameters held;
    std::vector<std::size_t> free;

    Parameters at(const gsl_vector* x) const
    {
        Parameters p = held;
        for (std::size_t i = 0; i < free.size(); ++i)
            p[free[i]] = gsl_vector_get(x, i);
        return p;
    }
};

int residuals(const gsl_vector* x, void* data, gsl_vector* out)
{
    const auto& problem = *static_cast<const Problem*>(data);
    const Parameters p = problem.at(x);
    for (std::size_t i = 0; i < problem.samples.size(); ++i) {
        const ScalingSample& sample = problem.samples[i];
        gsl_vector_set(out, i, logarithmAt(problem.law, p, sample.workers).value - std::log(sample.speed));
    }
    return GSL_SUCCESS;
}

int slopes(const gsl_vector* x, void* data, gsl_matrix* out)
{
    const auto& problem = *static_cast<const Problem*>(data);
    const Parameters p = problem.at(x);
    for (std::size_t i = 0; i < problem.samples.size(); ++i) {
        const Logarithm at = logarithmAt(problem.law, p, problem.samples[i].workers);
        for (std::size_t j = 0; j < problem.free.size(); ++j)
            gsl_matrix_set(out, i, j, at.slopes[problem.free[j]]);
    }
    return GSL_SUCCESS;
}

template <auto release>
struct Releaser
{
    template <class T>
    void operator()(T* what) const
    {
        release(what);
    }
};
using Workspace = std::unique_ptr<gsl_multifit_nlinear_workspace, Releaser<gsl_multifit_nlinear_free>>;
using Vector = std::unique_ptr<gsl_vector, Releaser<gsl_vector_free>>;
using Matrix = std::unique_ptr<gsl_matrix, Releaser<gsl_matrix_free>>;

struct Solution
{
    Parameters parameters{};
    double squares = infinity;
    std::vector<double> unscaledCovariance; ///< (JᵀJ)⁻¹, row by row
};

bool isWithin(const Parameters& p, const std::vector<std::size_t>& free)
{
    return std::ranges::all_of(free, [&](std::size_t i) {
        return std::isfinite(p[i]) && p[i] >= ranges[i].low && p[i] <= ranges[i].high;
    });
}

/// Null where GSL finds none, or none within the range.
std::optional<Solution> solve(Problem problem, bool iterates)
{
    gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters();
    settings.trs = gsl_multifit_nlinear_trs_lmaccel;
    const std::size_t count = problem.free.size();
    const Workspace workspace(
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, problem.samples.size(), count));
    const Vector start(gsl_vector_alloc(count));
    if (!workspace || !start)
        return std::nullopt;
    for (std::size_t i = 0; i < count; ++i)
        gsl_vector_set(start.get(), i, problem.held[problem.free[i]]);
    gsl_multifit_nlinear_fdf functions{};
    functions.f = residuals;
    functions.df = slopes;
    functions.n = problem.samples.size();
    functions.p = count;
    functions.params = &problem;
    if (gsl_multifit_nlinear_init(start.get(), &functions, workspace.get()) != GSL_SUCCESS)
        return std::nullopt;
    if (iterates) {
        constexpr std::size_t mostSteps = 500;
        constexpr double closeness = 1e-13;
        int reason = 0;
        const int status = gsl_multifit_nlinear_driver(mostSteps, closeness, closeness, 0, nullptr, nullptr,
                                                       &reason, workspace.get());
        // “No progress” is what the solver says where no double is any closer, from the start on as well.
        if (status != GSL_SUCCESS && reason != GSL_ENOPROG)
            return std::nullopt;
    }
    Solution solution;
    solution.parameters = problem.at(gsl_multifit_nlinear_position(workspace.get()));
    if (!isWithin(solution.parameters, problem.free))
        return std::nullopt;
    const gsl_vector* left = gsl_multifit_nlinear_residual(workspace.get());
    solution.squares = 0;
    for (std::size_t i = 0; i < problem.samples.size(); ++i)
        solution.squares += gsl_vector_get(left, i) * gsl_vector_get(left, i);
    const Matrix covariance(gsl_matrix_alloc(count, count));
    if (!covariance || gsl_multifit_nlinear_covar(gsl_multifit_nlinear_jac(workspace.get()), 0,
                                                  covariance.get()) != GSL_SUCCESS)
        return std::nullopt;
    for (std::size_t i = 0; i < count * count; ++i)
        solution.unscaledCovariance.push_back(gsl_matrix_get(covariance.get(), i / count, i % count));
    return solution;
}

/// Every way to hold parameters at the ends of their ranges, none first.
std::vector<Problem> problemsOf(ScalingLaw law, const std::vector<ScalingSample>& samples)
{
    const ScalingSample& first = *std::ranges::min_element(samples, {}, &ScalingSample::workers);
    const double rate = std::log(first.speed / first.workers);
    std::vector<Problem> problems{{law, samples, {rate, 0.1, 0.001}, {0, 1}}};
    problems.push_back({law, samples, {rate, 0, 0.001}, {0}});
    problems.push_back({law, samples, {rate, 1, 0.001}, {0}});
    for (Problem& problem : problems) {
        if (law != ScalingLaw::universal)
            problem.held[2] = 0;
    }
    if (law == ScalingLaw::universal) {
        for (std::size_t i = 0; i < 3; ++i) {
            Problem held = problems[i];
            held.held[2] = 0;
            problems.push_back(std::move(held));
            problems[i].free.push_back(2);
        }
    }
    return problems;
}

/// Half the width of a 95 % interval, in standard errors.
double studentFactor(const ScalingFit& fit)
{
    return gsl_cdf_tdist_Pinv(0.975, static_cast<double>(fit.samples - fit.parameters.size()));
}

Parameters parametersOf(const ScalingFit& fit)
{
    Parameters p{};
    for (std::size_t i = 0; i < fit.parameters.size(); ++i)
        p[i] = i == 0 ? std::log(fit.parameters[i].value) : fit.parameters[i].value;
    return p;
}

const char* nameOf(ScalingLaw law, std::size_t parameter)
{
    if (parameter == 0)
        return "rate";
    if (law != ScalingLaw::universal)
        return "serial";
    return parameter == 1 ? "contention" : "coherency";
}

std::optional<ScalingFit> fitOf(ScalingLaw law, const std::vector<ScalingSample>& samples)
{
    std::optional<Solution> best;
    for (Problem& problem : problemsOf(law, samples)) {
        auto solution = solve(std::move(problem), true);
        if (solution && (!best || solution->squares < best->squares))
            best = std::move(solution);
    }
    if (!best)
        return std::nullopt;
    // What is held has an uncertainty as well: the columns of all parameters, where they came to.
    Problem whole{law, samples, best->parameters, {0, 1}};
    if (law == ScalingLaw::universal)
        whole.free.push_back(2);
    const auto at = solve(std::move(whole), false);
    if (!at)
        return std::nullopt;

    ScalingFit fit;
    fit.law = law;
    fit.samples = samples.size();
    fit.squares = at->squares;
    const std::size_t count = countOf(law);
    fit.parameters.resize(count);
    const auto n = static_cast<double>(samples.size());
    const double variance = fit.squares / (n - static_cast<double>(count));
    for (const double entry : at->unscaledCovariance)
        fit.covariance.push_back(entry * variance);
    const double factor = studentFactor(fit);
    for (std::size_t i = 0; i < count; ++i) {
        const double half = factor * std::sqrt(std::max(0.0, fit.covariance[i * count + i]));
        const double value = at->parameters[i];
        const core::Interval interval{std::max(value - half, ranges[i].low),
                                      std::min(value + half, ranges[i].high)};
        fit.parameters[i] = {nameOf(law, i), value, interval};
        if (i == 0)
            fit.parameters[i] = {
                nameOf(law, i), std::exp(value), {std::exp(interval.low), std::exp(interval.high)}};
    }
    constexpr double leastMean = 1e-18;
    const double k = static_cast<double>(count) + 1;
    fit.aicc = n * std::log(std::max(fit.squares / n, leastMean)) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
    const bool finite = std::isfinite(fit.aicc) && std::ranges::all_of(fit.covariance, [](double entry) {
                            return std::isfinite(entry);
                        });
    return finite ? std::optional(std::move(fit)) : std::nullopt;
}

} // namespace

std::vector<ScalingFit> fitLaws(const std::vector<ScalingSample>& samples)
{
    // GSL ends the program on an error, unless it is told not to. It is told by nobody else.
    [[maybe_unused]] static const auto handler = gsl_set_error_handler_off();
    std::vector<ScalingSample> usable;
    std::set<double> workers;
    for (const ScalingSample& sample : samples) {
        if (!std::isfinite(sample.workers) || !std::isfinite(sample.speed) || sample.workers < 1 ||
            sample.speed <= 0)
            continue;
        usable.push_back(sample);
        workers.insert(sample.workers);
    }
    if (usable.size() < samplesForLaws || workers.size() < workerCountsForLaws)
        return {};
    std::vector<ScalingFit> fits;
    for (const ScalingLaw law : {ScalingLaw::amdahl, ScalingLaw::gustafson, ScalingLaw::universal}) {
        if (auto fit = fitOf(law, usable))
            fits.push_back(std::move(*fit));
    }
    return fits;
}

const ScalingFit* chosenLaw(const std::vector<ScalingFit>& fits)
{
    const auto best = std::ranges::min_element(fits, {}, &ScalingFit::aicc);
    return best == fits.end() ? nullptr : &*best;
}

double speedAt(const ScalingFit& fit, double workers)
{
    return std::exp(logarithmAt(fit.law, parametersOf(fit), workers).value);
}

core::Interval bandAt(const ScalingFit& fit, double workers)
{
    const Logarithm at = logarithmAt(fit.law, parametersOf(fit), workers);
    const std::size_t count = fit.parameters.size();
    double variance = 0;
    for (std::size_t i = 0; i < count * count; ++i)
        variance += fit.covariance[i] * at.slopes[i / count] * at.slopes[i % count];
    const double half = studentFactor(fit) * std::sqrt(std::max(0.0, variance));
    return {std::exp(at.value - half), std::exp(at.value + half)};
}

std::optional<double> peakOf(const ScalingFit& fit)
{
    if (fit.law != ScalingLaw::universal || fit.parameters[2].value <= 0)
        return std::nullopt;
    return std::max(1.0, std::sqrt((1 - fit.parameters[1].value) / fit.parameters[2].value));
}

} // namespace overlap::analysis
