// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <vector>

namespace overlap::gui {

/// One way to do something with the mouse or with keys.
struct Shortcut
{
    QList<QKeySequence> keys; ///< any of them; empty for the mouse
    QString gesture;          ///< of the mouse, or of keys that are many: "Wheel", "1 … 9, 0"
    QString what;

    /// What stands on the left: "Ctrl+R or F5", "Shift and drag".
    QString how() const;
};

struct ShortcutGroup
{
    QString title;
    std::vector<Shortcut> shortcuts;
};

/// Everything that mouse and keys do in the window, in the language of the moment. The one list: the sheet
/// shows it, and a test holds the window's actions against it.
std::vector<ShortcutGroup> shortcutGroups();

} // namespace overlap::gui
