// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameter.h"
#include "core/strategy.h"

#include <QString>

namespace overlap::gui {

// Short help for one thing each, as rich text in the language of the window: a headline and one to three
// sentences.

/// What it is, its range and default, and its key on the command line.
QString parameterHelp(const core::Parameter& parameter);
/// What it is and when it pays, and how it is written.
QString strategyHelp(const core::StrategyDescriptor& descriptor);
/// A headline and a sentence.
QString helpText(const QString& title, const QString& sentence);

/// The same for an option of a strategy.
QString optionHelp(const core::StrategyDescriptor& descriptor, const core::Parameter& option);

} // namespace overlap::gui
