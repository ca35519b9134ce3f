// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

class QApplication;

namespace overlap::gui {

/// Dresses the whole application: Fusion, palette and one style sheet, made of the theme's roles and lengths.
void applyStyle(QApplication& application, const charts::Theme& theme);

} // namespace overlap::gui
