// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_content.h"
#include "session/predictor.h"

namespace overlap::gui {

/// How far a forecast was off, a share of what was measured: "+3.2 %", "−12 %", "±0 %".
QString forecastErrorText(double error);

/// Lanes as they are predicted: all of them for a machine with another number of cores than this one has,
/// else those of the strategies that have not run yet. Those that run or have run are told where the forecast
/// sees their end, and with a report how far it was off.
void addForecasts(charts::GanttContent& content, const session::PredictedRuns& runs, int machineCores,
                  const core::Report* report);

} // namespace overlap::gui
