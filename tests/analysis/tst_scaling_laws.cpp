// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scaling_laws.h"

#include "core/random.h"

#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <limits>

using namespace overlap;
using analysis::bandAt;
using analysis::chosenLaw;
using analysis::fitLaws;
using analysis::peakOf;
using analysis::ScalingSample;
using analysis::speedAt;
using core::ScalingFit;
using core::ScalingLaw;

namespace {

const std::vector<double> counts{1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

double amdahl(double n, double rate, double serial)
{
    return rate * n / (1 + serial * (n - 1));
}
double gustafson(double n, double rate, double serial)
{
    return rate * (n - serial * (n - 1));
}
double universal(double n, double rate, double contention, double coherency)
{
    return rate * n / (1 + contention * (n - 1) + coherency * n * (n - 1));
}

/// `blocks` of each number of workers; each errs by about `noise` of itself.
std::vector<ScalingSample> samplesOf(const std::function<double(double)>& law, double noise,
                                     std::uint64_t seed = 1, int blocks = 10)
{
    core::Random random(seed);
    std::vector<ScalingSample> samples;
    for (const double n : counts) {
        for (int block = 0; block < blocks; ++block) {
            double sum = 0; // nearly normal, with a standard deviation of 1
            for (int i = 0; i < 12; ++i)
                sum += random.unit();
            samples.push_back({n, law(n) * std::exp(noise * (sum - 6))});
        }
    }
    return samples;
}

const ScalingFit& fitOf(const std::vector<ScalingFit>& fits, ScalingLaw law)
{
    for (const ScalingFit& fit : fits) {
        if (fit.law == law)
            return fit;
    }
    throw std::runtime_error("no fit of this law");
}

void expectNear(const core::LawParameter& parameter, double value, double room)
{
    EXPECT_NEAR(parameter.value, value, room) << parameter.name;
    EXPECT_LE(parameter.interval95.low, parameter.value) << parameter.name;
    EXPECT_GE(parameter.interval95.high, parameter.value) << parameter.name;
}

} // namespace

TEST(ScalingLaws, KnownParametersComeBackFromExactFigures)
{
    const auto fits = fitLaws(samplesOf([](double n) { return universal(n, 0.9, 0.05, 0.002); }, 0));
    const ScalingFit& fit = fitOf(fits, ScalingLaw::universal);
    ASSERT_EQ(fit.parameters.size(), 3u);
    expectNear(fit.parameters[0], 0.9, 1e-9);
    expectNear(fit.parameters[1], 0.05, 1e-9);
    expectNear(fit.parameters[2], 0.002, 1e-9);
    EXPECT_NEAR(*peakOf(fit), std::sqrt(0.95 / 0.002), 1e-4);
    EXPECT_EQ(chosenLaw(fits)->law, ScalingLaw::universal);
    for (const double n : counts)
        EXPECT_NEAR(speedAt(fit, n), universal(n, 0.9, 0.05, 0.002), 1e-9);
}

TEST(ScalingLaws, KnownParametersComeBackFromNoisyFigures)
{
    const auto serial = fitLaws(samplesOf([](double n) { return amdahl(n, 1.1, 0.08); }, 0.03));
    expectNear(fitOf(serial, ScalingLaw::amdahl).parameters[0], 1.1, 0.02);
    expectNear(fitOf(serial, ScalingLaw::amdahl).parameters[1], 0.08, 0.005);
    const auto scaled = fitLaws(samplesOf([](double n) { return gustafson(n, 1, 0.3); }, 0.03));
    expectNear(fitOf(scaled, ScalingLaw::gustafson).parameters[1], 0.3, 0.02);
    const auto falling = fitLaws(samplesOf([](double n) { return universal(n, 1, 0.03, 0.004); }, 0.03));
    const ScalingFit& fit = fitOf(falling, ScalingLaw::universal);
    expectNear(fit.parameters[1], 0.03, 0.01);
    expectNear(fit.parameters[2], 0.004, 0.0006);
    EXPECT_NEAR(*peakOf(fit), std::sqrt(0.97 / 0.004), 2.0);
}

TEST(ScalingLaws, TheRightLawIsChosen)
{
    const auto chosen = [](const std::function<double(double)>& law, std::uint64_t seed) {
        return chosenLaw(fitLaws(samplesOf(law, 0.03, seed)))->law;
    };
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        EXPECT_EQ(chosen([](double n) { return gustafson(n, 1, 0.4); }, seed), ScalingLaw::gustafson) << seed;
        EXPECT_EQ(chosen([](double n) { return universal(n, 1, 0.03, 0.004); }, seed), ScalingLaw::universal)
            << seed;
    }
    // A third parameter that is not needed looks needed now and then: AICc allows about one of six.
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        right += chosen([](double n) { return amdahl(n, 1, 0.1); }, seed) == ScalingLaw::amdahl;
    EXPECT_GE(right, 75);
}

TEST(ScalingLaws, IntervalsAndBandsHoldTheTruthAsOftenAsTheySay)
{
    int serial = 0;
    int band = 0;
    constexpr int times = 400;
    for (std::uint64_t seed = 1; seed <= times; ++seed) {
        const auto fits = fitLaws(samplesOf([](double n) { return amdahl(n, 1, 0.1); }, 0.05, seed, 2));
        const ScalingFit& fit = fitOf(fits, ScalingLaw::amdahl);
        const core::Interval& interval = fit.parameters[1].interval95;
        serial += interval.low <= 0.1 && 0.1 <= interval.high;
        const core::Interval at = bandAt(fit, 16);
        band += at.low <= amdahl(16, 1, 0.1) && amdahl(16, 1, 0.1) <= at.high;
    }
    // Binomial, 400 × 0.95: beyond these once in ten thousand.
    EXPECT_GE(serial, 362);
    EXPECT_LE(serial, 396);
    EXPECT_GE(band, 362);
    EXPECT_LE(band, 396);
}

TEST(ScalingLaws, ParametersStayWithinWhatTheyMayBe)
{
    // Better than linear: the serial share would be negative.
    const auto super = fitLaws(samplesOf([](double n) { return std::pow(n, 1.2); }, 0.01));
    ASSERT_EQ(super.size(), 3u);
    for (const ScalingFit& fit : super) {
        for (const core::LawParameter& parameter : fit.parameters) {
            EXPECT_GE(parameter.value, 0);
            EXPECT_GE(parameter.interval95.low, 0);
        }
        EXPECT_EQ(fit.parameters[1].value, 0) << "at the end of its range, exactly";
    }
    EXPECT_FALSE(peakOf(fitOf(super, ScalingLaw::universal))) << "it never falls";
    // Worse than one worker.
    const auto falling = fitLaws(samplesOf([](double n) { return std::pow(n, -0.7); }, 0.01));
    ASSERT_EQ(falling.size(), 3u);
    for (const ScalingFit& fit : falling) {
        EXPECT_LE(fit.parameters[1].value, 1);
        EXPECT_LE(fit.parameters[1].interval95.high, 1);
    }
    EXPECT_GE(*peakOf(fitOf(falling, ScalingLaw::universal)), 1);
}

TEST(ScalingLaws, EqualPointsAreSerialWork)
{
    const auto fits = fitLaws(samplesOf([](double) { return 1.0; }, 0, 1, 1));
    const ScalingFit* law = chosenLaw(fits);
    ASSERT_TRUE(law);
    EXPECT_EQ(law->law, ScalingLaw::amdahl) << "the first of equals";
    EXPECT_NEAR(law->parameters[1].value, 1, 1e-9);
    EXPECT_TRUE(std::isfinite(law->aicc));
}

TEST(ScalingLaws, WhatDoesNotSufficeGivesNothing)
{
    EXPECT_TRUE(fitLaws({}).empty());
    EXPECT_EQ(chosenLaw({}), nullptr);
    EXPECT_TRUE(fitLaws({{1, 1}}).empty());
    EXPECT_TRUE(fitLaws(std::vector<ScalingSample>(1000, {4, 3.5})).empty()) << "one number of workers";
    EXPECT_TRUE(fitLaws({{1, 1}, {2, 1.9}, {4, 3.5}, {8, 6}, {16, 9}}).empty()) << "five samples";
    EXPECT_FALSE(fitLaws({{1, 1}, {2, 1.9}, {4, 3.5}, {8, 6}, {16, 9}, {32, 11}}).empty());
}

TEST(ScalingLaws, WhatIsNoFigureIsLeftOut)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<ScalingSample> samples = samplesOf([](double n) { return amdahl(n, 1, 0.1); }, 0, 1, 1);
    const auto clean = fitLaws(samples);
    for (const ScalingSample& bad : std::vector<ScalingSample>{
             {4, 0}, {4, -1}, {4, NAN}, {4, infinite}, {NAN, 1}, {0, 1}, {-2, 1}, {infinite, 1}})
        samples.push_back(bad);
    const auto fits = fitLaws(samples);
    ASSERT_EQ(fits.size(), clean.size());
    for (std::size_t i = 0; i < fits.size(); ++i) {
        EXPECT_EQ(fits[i].samples, counts.size());
        EXPECT_EQ(fits[i].aicc, clean[i].aicc);
    }
    EXPECT_TRUE(fitLaws(std::vector<ScalingSample>(50, {NAN, NAN})).empty());
}

TEST(ScalingLaws, ExtremeFiguresDoNotEndTheProgram)
{
    core::Random random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<ScalingSample> samples;
        for (int i = 0; i < 12; ++i)
            samples.push_back(
                {std::floor(std::pow(10, 4 * random.unit())), std::pow(10, 60 * random.unit() - 30)});
        for (const ScalingFit& fit : fitLaws(samples)) {
            EXPECT_TRUE(std::isfinite(fit.aicc));
            for (const core::LawParameter& parameter : fit.parameters)
                EXPECT_FALSE(std::isnan(parameter.value));
        }
    }
}
