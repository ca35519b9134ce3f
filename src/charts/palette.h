// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state.h"

#include <QColor>
#include <array>
#include <filesystem>

namespace overlap::core {
class Value;
}

namespace overlap::charts {

/// The roles that colours play, apart from the states. The same names are the keys of the palette file.
struct RoleColors
{
    QColor window; ///< behind the lanes
    QColor panel;  ///< behind the other charts
    QColor line;   ///< hairlines, grid
    QColor text;
    QColor secondary;
    QColor faint;
    QColor accent; ///< the one colour outside the states: selection, running, a gain
    QColor onAccent;
    QColor accentSoft;
    QColor emptyLane;
    QColor finished;
    QColor bar;
    QColor baselineBar;
    QColor failed;
    QColor onState; ///< text inside a span
};

enum class PatternShape { none, solid, diagonal, antiDiagonal, cross, horizontal, vertical, dots };

/// What tells a state from others without its colour: lines or dots in the lane's background at half
/// strength.
struct Pattern
{
    PatternShape shape = PatternShape::solid;
    double spacing = 6; ///< from line to line, across the lines; logical pixels
    double width = 1.5; ///< of a line, or the diameter of a dot; logical pixels

    bool operator==(const Pattern&) const = default;
};

struct PaletteVariant
{
    RoleColors roles;
    std::array<QColor, core::stateCount> states;
};

/// The colours and patterns of the program, read from share/overlap/palettes/states.json. A plain value.
struct Palette
{
    PaletteVariant light;
    PaletteVariant dark;
    PaletteVariant paper; ///< for exported images: white
    std::array<Pattern, core::stateCount> patterns;
};

/// Throws core::Error naming the file and the place in it: every role and every state must be there, nothing
/// else.
Palette loadPalette(const std::filesystem::path& path);
/// The same from a parsed document; the place is a JSON pointer.
Palette paletteFromValue(const core::Value& document);

} // namespace overlap::charts
