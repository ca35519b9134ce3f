// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/parent_death.h"

#include <sys/prctl.h>
#include <unistd.h>

namespace overlap::ipc {

bool endWithParent(int signal)
{
    // A parent that died between the start of this process and here has closed its end of what connects the
    // two; one that dies between the two lines below shows as a new parent.
    const pid_t parent = getppid();
    return prctl(PR_SET_PDEATHSIG, signal) == 0 && getppid() == parent;
}

} // namespace overlap::ipc
