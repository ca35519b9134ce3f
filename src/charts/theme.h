// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"

#include <QFont>
#include <QString>

namespace overlap::charts {

enum class ThemeKind { light, dark, paper };

/// The steps of the type scale, in logical pixels at scale 1.
enum class TextRole {
    title,   ///< 19 semibold: the experiment's name
    finding, ///< 15 semibold: what a chart says
    speedup, ///< 14 bold
    band,    ///< 13 semibold: strategy names, finish times
    body,    ///< 12.5
    label,   ///< 12: lane names, subtitles, legend
    caption, ///< 11.5: method
    axis,    ///< 11
    group,   ///< 10.5 bold: runtime headers
    span,    ///< 11 semibold: inside spans
};

/// Everything that a chart needs to know about looks, as a value: colours, patterns, type and the scale of
/// all lengths. Charts hold no colours and no sizes of their own.
struct Theme
{
    ThemeKind kind = ThemeKind::light;
    RoleColors roles;
    std::array<QColor, core::stateCount> states;
    std::array<Pattern, core::stateCount> patterns;
    QString family;     ///< a concrete, resolved family
    double scale = 1.0; ///< of lengths and type; 1 where the application's font has 12 pixels

    const QColor& state(core::State state) const { return states[static_cast<std::size_t>(state)]; }
    const Pattern& pattern(core::State state) const { return patterns[static_cast<std::size_t>(state)]; }
    QFont font(TextRole role) const;
    /// A length given at scale 1, in whole logical pixels.
    double px(double length) const;
};

/// Inter where it is installed, else the family that the system's sans really resolves to. Needs a
/// QGuiApplication.
QString resolvedFamily();

/// `kind` light or dark. The scale follows the application's font. Needs a QGuiApplication.
Theme makeTheme(const Palette& palette, ThemeKind kind);
/// The same with all lengths and type `factor` times as large: for a projector.
Theme scaledTheme(Theme theme, double factor);
/// For slides of 1920 × 1080: white, nothing under 18 pixels.
Theme makePaperTheme(const Palette& palette);

/// "Waiting for the GIL": the legend's words (context "States").
QString stateTitle(core::State state);

} // namespace overlap::charts
