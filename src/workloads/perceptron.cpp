// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/perceptron.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>

namespace overlap::workloads {

namespace {

/// Spread so that a sum over all nodes below stays where tanh bends.
std::vector<double> weightsOf(std::size_t below, std::size_t above, core::Random& random)
{
    const double spread = std::sqrt(3.0 / static_cast<double>(below));
    std::vector<double> weights((below + 1) * above);
    for (double& weight : weights)
        weight = random.uniform(-spread, spread);
    return weights;
}

// Node by node below, so that the sums above grow side by side: the order of each sum's terms is fixed, and
// the compiler may still do several sums at a time.
template <std::size_t Below, std::size_t Above>
std::array<double, Above> layer(const std::array<double, Below>& values, const std::vector<double>& weights)
{
    std::array<double, Above> sums{};
    const double* weight = weights.data();
    for (const double value : values) {
        for (std::size_t node = 0; node < Above; ++node)
            sums[node] += value * weight[node];
        weight += Above;
    }
    for (std::size_t node = 0; node < Above; ++node)
        sums[node] += weight[node];
    return sums;
}

template <std::size_t Nodes>
void bend(std::array<double, Nodes>& values)
{
    for (double& value : values)
        value = std::tanh(value);
}

} // namespace

Perceptron::Perceptron(std::uint64_t seed)
{
    core::Random random(seed);
    m_first = weightsOf(inputs, first, random);
    m_second = weightsOf(first, second, random);
    m_third = weightsOf(second, outputs, random);
}

Perceptron::Output Perceptron::outputOf(const Input& input) const noexcept
{
    auto below = layer<inputs, first>(input, m_first);
    bend(below);
    auto above = layer<first, second>(below, m_second);
    bend(above);
    return layer<second, outputs>(above, m_third);
}

std::size_t Perceptron::classOf(const Output& output) noexcept
{
    return static_cast<std::size_t>(std::ranges::max_element(output) - output.begin());
}

} // namespace overlap::workloads
