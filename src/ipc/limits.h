// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overlap::ipc {

/// Lifts the soft limit of open files to the hard one, at most 65,536: a lane that fetches holds three
/// descriptors, and the usual soft limit of 1,024 would end at 340 lanes. In main, before threads. Children
/// inherit it.
void raiseDescriptorLimit() noexcept;

} // namespace overlap::ipc
