// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "core/value.h"

#include <string>

// What workloads make of an HTTP answer.

namespace overlap::workloads {

/// Throws Error in one sentence where there is no answer, where it redirects, and where its status is an
/// error.
void requireSuccess(const core::FetchResponse& response);

/// A number at the top of a JSON answer. Throws Error where it is not there.
core::Value numberIn(const std::string& body, const std::string& field);

} // namespace overlap::workloads
