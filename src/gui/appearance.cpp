// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appearance.h"

#include "gui/style.h"

#include <QApplication>

namespace overlap::gui {

using charts::ThemeKind;
using Look = session::Settings::Look;

Appearance::Appearance(const charts::Palette& palette, session::Settings& settings, bool systemIsDark,
                       QObject* parent)
    : QObject(parent)
    , m_palette(palette)
    , m_settings(settings)
    , m_systemIsDark(systemIsDark)
{}

void Appearance::choose(Look look)
{
    m_settings.setLook(look);
    apply();
}

void Appearance::toggle()
{
    choose(m_theme.kind == ThemeKind::dark ? Look::light : Look::dark);
}

void Appearance::apply()
{
    const Look look = m_settings.look();
    const bool dark = look == Look::dark || (look == Look::system && m_systemIsDark);
    m_theme = charts::makeTheme(m_palette, dark ? ThemeKind::dark : ThemeKind::light);
    applyStyle(*qApp, m_theme);
    Q_EMIT changed(m_theme);
}

} // namespace overlap::gui
