// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace overlap::gui {

/// An icon of resources/icons drawn in a colour, crisp at every scale. The files are black on nothing.
QIcon tintedIcon(const QString& name, const QColor& color);

} // namespace overlap::gui
