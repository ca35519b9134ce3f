// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overlap::core {

struct Interval
{
    double low = 0;
    double high = 0;
};

} // namespace overlap::core
