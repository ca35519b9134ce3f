// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "session/settings.h"

#include <QObject>

namespace overlap::gui {

/// Light, dark or as the system has it: keeps the choice, dresses the application and tells the parts that
/// paint for themselves. Window thread only; palette and settings have to outlive it.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// `systemIsDark` is what the platform's palette said before it was dressed.
    Appearance(const charts::Palette& palette, session::Settings& settings, bool systemIsDark,
               QObject* parent = nullptr);

    const charts::Theme& theme() const { return m_theme; }
    void choose(session::Settings::Look look);
    /// To light where it is dark, and back.
    void toggle();
    /// Dresses the application as the settings say.
    void apply();

Q_SIGNALS:
    void changed(const charts::Theme& theme);

private:
    const charts::Palette& m_palette;
    session::Settings& m_settings;
    bool m_systemIsDark;
    charts::Theme m_theme;
};

} // namespace overlap::gui
