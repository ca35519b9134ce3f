// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overlap::ipc {

/// In a child: asks the kernel for a signal when the parent ends. False where it has ended already. The
/// kernel means the *thread* that started this process: a parent must start it from one that stays
/// (ipc::Launcher).
bool endWithParent(int signal);

} // namespace overlap::ipc
