// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace overlap::gui {

// What the pages beside the window are made of. Each belongs to its parent; the role is the style sheet's.

/// A label of plain text that breaks its lines.
QLabel* addPageLabel(QWidget* parent, const QString& name, const char* role);
/// A button that Enter in a field does not press.
QPushButton* addPageButton(QWidget* parent, const QString& name);

} // namespace overlap::gui
