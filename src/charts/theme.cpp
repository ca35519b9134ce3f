// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QScreen>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

struct TypeStep
{
    double pixels;
    QFont::Weight weight;
};

TypeStep stepOf(TextRole role)
{
    switch (role) {
    case TextRole::title:
        return {19, QFont::DemiBold};
    case TextRole::finding:
        return {15, QFont::DemiBold};
    case TextRole::speedup:
        return {14, QFont::Bold};
    case TextRole::band:
        return {13, QFont::DemiBold};
    case TextRole::body:
        return {12.5, QFont::Normal};
    case TextRole::label:
        return {12, QFont::Normal};
    case TextRole::caption:
        return {11.5, QFont::Normal};
    case TextRole::axis:
        return {11, QFont::Normal};
    case TextRole::group:
        return {10.5, QFont::Bold};
    case TextRole::span:
        return {11, QFont::DemiBold};
    }
    return {12, QFont::Normal};
}

/// The application's font has 12 pixels on a plain desktop; half a pixel more or less is no wish for another
/// size.
double applicationScale()
{
    constexpr double plain = 12;
    const double pixels = QFontInfo(QGuiApplication::font()).pixelSize();
    return std::abs(pixels - plain) <= 1 ? 1.0 : std::clamp(pixels / plain, 0.75, 3.0);
}

Theme themeFrom(const PaletteVariant& variant, const Palette& palette, ThemeKind kind, double scale)
{
    Theme theme;
    theme.kind = kind;
    theme.roles = variant.roles;
    theme.states = variant.states;
    theme.patterns = palette.patterns;
    for (Pattern& pattern : theme.patterns) {
        pattern.spacing *= scale;
        pattern.width *= scale;
    }
    theme.family = resolvedFamily();
    theme.scale = scale;
    return theme;
}

} // namespace

QFont Theme::font(TextRole role) const
{
    const TypeStep step = stepOf(role);
    QFont font(family);
    font.setWeight(step.weight);
    if (kind == ThemeKind::paper) {
        // Pixel sizes mean the same on every paint device; slides promise nothing under 18 of them.
        font.setPixelSize(std::max(18, static_cast<int>(std::lround(step.pixels * scale))));
    } else {
        // Points carry the half pixels that QFont's whole pixel sizes would lose.
        const QScreen* const screen = QGuiApplication::primaryScreen();
        const double dotsPerInch = screen ? screen->logicalDotsPerInchY() : 96;
        font.setPointSizeF(step.pixels * scale * 72 / dotsPerInch);
    }
    return font;
}

double Theme::px(double length) const
{
    return std::round(length * scale);
}

QString resolvedFamily()
{
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter))
        return inter;
    // An alias such as "Sans Serif" would be written into exported files as it is.
    return QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
}

Theme makeTheme(const Palette& palette, ThemeKind kind)
{
    const PaletteVariant& variant = kind == ThemeKind::dark ? palette.dark : palette.light;
    return themeFrom(variant, palette, kind, applicationScale());
}

Theme scaledTheme(Theme theme, double factor)
{
    for (Pattern& pattern : theme.patterns) {
        pattern.spacing *= factor;
        pattern.width *= factor;
    }
    theme.scale *= factor;
    return theme;
}

Theme makePaperTheme(const Palette& palette)
{
    constexpr double slideScale = 1.72; // the smallest step of the type scale reaches 18 pixels
    return themeFrom(palette.paper, palette, ThemeKind::paper, slideScale);
}

QString stateTitle(core::State state)
{
    const char* text = nullptr;
    switch (state) {
    case core::State::computing:
        text = QT_TRANSLATE_NOOP("States", "Computing");
        break;
    case core::State::waiting:
        text = QT_TRANSLATE_NOOP("States", "Waiting");
        break;
    case core::State::gilWait:
        text = QT_TRANSLATE_NOOP("States", "Waiting for the GIL");
        break;
    case core::State::lockWait:
        text = QT_TRANSLATE_NOOP("States", "Waiting for a lock");
        break;
    case core::State::queueEmpty:
        text = QT_TRANSLATE_NOOP("States", "Queue empty");
        break;
    case core::State::queueFull:
        text = QT_TRANSLATE_NOOP("States", "Queue full");
        break;
    case core::State::coreWait:
        text = QT_TRANSLATE_NOOP("States", "Waiting for a core");
        break;
    case core::State::transfer:
        text = QT_TRANSLATE_NOOP("States", "Transfer");
        break;
    case core::State::dispatch:
        text = QT_TRANSLATE_NOOP("States", "Dispatch");
        break;
    case core::State::starting:
        text = QT_TRANSLATE_NOOP("States", "Starting");
        break;
    case core::State::idle:
        text = QT_TRANSLATE_NOOP("States", "Idle");
        break;
    }
    return QCoreApplication::translate("States", text);
}

} // namespace overlap::charts
