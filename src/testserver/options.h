// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testserver/routes.h"

#include <string>
#include <string_view>
#include <vector>

namespace overlap::testserver {

/// What the command line asks for.
struct Options
{
    enum class Action { serve, showHelp, showVersion };
    Action action = Action::serve;
    RouteLimits limits;
};

/// Reads the arguments behind the program's name. Throws core::Error with one sentence where they make no
/// sense.
Options parseOptions(const std::vector<std::string_view>& arguments);

std::string helpText();

} // namespace overlap::testserver
