// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace overlap::core {

/// A number with its unit as text, decimal point whatever the language: "2.98", "1.04 s". A type of its own,
/// so that the window can tell it from a name or an address and write it as its language does.
class Figure : public std::string
{
public:
    Figure() = default;
    explicit Figure(std::string text) : std::string(std::move(text)) {}
};

} // namespace overlap::core
