// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace overlap::workloads {

/// A multilayer perceptron of 64 inputs, 128 and 64 nodes with tanh, and 10 outputs, one for each class. Its
/// weights come from the seed; it has learned nothing and computes like one that has. The same input gives
/// the same bits whoever asks. After construction any number of threads at a time.
class Perceptron
{
public:
    static constexpr std::size_t inputs = 64;
    static constexpr std::size_t outputs = 10;
    using Input = std::array<double, inputs>;
    using Output = std::array<double, outputs>;

    explicit Perceptron(std::uint64_t seed);

    /// What the output nodes say. Allocates nothing; about 10 µs on an ordinary core.
    Output outputOf(const Input& input) const noexcept;

    /// The class with the greatest output, the first of equals.
    static std::size_t classOf(const Output& output) noexcept;

private:
    static constexpr std::size_t first = 128;
    static constexpr std::size_t second = 64;

    // By layer: for each node below, its weights to all nodes above; at last the biases of those.
    std::vector<double> m_first;
    std::vector<double> m_second;
    std::vector<double> m_third;
};

} // namespace overlap::workloads
