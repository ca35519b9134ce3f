// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/gil_check.h"

#include <set>

namespace overlap::testing {

/// What a comparison of some blocks finds where model and interpreter have the same figures, but for the rows
/// in `differing`, of which the interpreter has twice as much.
inline engine::GilValidation plantedGil(int blocks, const std::set<std::size_t>& differing = {})
{
    const std::vector<double> model{0.99, 2.0, 7.98, 31.9, 0.008, 0.00111, 0.00511, 0.0201};
    std::vector<double> python = model;
    for (const std::size_t row : differing)
        python[row] *= 2;
    const auto count = static_cast<std::size_t>(blocks);
    engine::GilValidation found;
    found.interpreter = "/usr/bin/python3";
    found.version = "3.11.2";
    found.defaultIntervalSeconds = 0.005;
    found.blocks = blocks;
    found.rows = engine::compareGil(engine::gilMeasures(), engine::GilFigures(count, model),
                                    engine::GilFigures(count, python), 4'000'000);
    return found;
}

} // namespace overlap::testing
