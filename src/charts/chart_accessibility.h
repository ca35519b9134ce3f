// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overlap::charts {

/// Makes charts known to assistive technology as charts: name and description are the widget's accessible
/// name and its summary in sentences. Every chart calls it; only the first call does something. Window thread
/// only.
void installChartAccessibility();

} // namespace overlap::charts
