// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace overlap::executors {

/// The patterns of Messages that resources/python/overlap_runner.py fails tasks with, or says why it cannot
/// begin. They stand here so that they are translated; most of them are those of the native workloads.
const std::vector<const char*>& pythonSentences();

} // namespace overlap::executors
