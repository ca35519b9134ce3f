// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/perceptron.h"

#include "core/random.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

using namespace overlap;
using workloads::Perceptron;

namespace {

using Row = std::vector<long double>;
using Matrix = std::vector<Row>; ///< by node below, the biases last

/// Weights are drawn layer by layer, node by node below.
Matrix drawn(std::size_t below, std::size_t above, core::Random& random)
{
    const double spread = std::sqrt(3.0 / static_cast<double>(below));
    Matrix matrix(below + 1, Row(above));
    for (Row& row : matrix) {
        for (long double& weight : row)
            weight = random.uniform(-spread, spread);
    }
    return matrix;
}

Row through(const Matrix& matrix, const Row& values, bool bent)
{
    Row sums = matrix.back();
    for (std::size_t node = 0; node < sums.size(); ++node) {
        for (std::size_t i = 0; i < values.size(); ++i)
            sums[node] += values[i] * matrix[i][node];
        if (bent)
            sums[node] = tanhl(sums[node]);
    }
    return sums;
}

} // namespace

TEST(Perceptron, EqualsAnIndependentOne)
{
    constexpr std::uint64_t seed = 42;
    core::Random weights(seed);
    const Matrix first = drawn(64, 128, weights);
    const Matrix second = drawn(128, 64, weights);
    const Matrix third = drawn(64, 10, weights);
    const Perceptron network(seed);
    core::Random random(7);
    for (int sample = 0; sample < 20; ++sample) {
        Perceptron::Input input{};
        for (double& value : input)
            value = random.uniform(-1, 1);
        const Row expected = through(
            third, through(second, through(first, Row(input.begin(), input.end()), true), true), false);
        const Perceptron::Output output = network.outputOf(input);
        for (std::size_t node = 0; node < output.size(); ++node)
            EXPECT_NEAR(output[node], static_cast<double>(expected[node]), 1e-12);
        EXPECT_EQ(network.outputOf(input), output) << "the same bits";
    }
}

TEST(Perceptron, TheClassIsTheFirstOfTheGreatest)
{
    Perceptron::Output output{};
    EXPECT_EQ(Perceptron::classOf(output), 0U);
    output[3] = output[7] = 2;
    EXPECT_EQ(Perceptron::classOf(output), 3U);
    output[9] = 3;
    EXPECT_EQ(Perceptron::classOf(output), 9U);
}
