// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/descriptor.h"

#include <cstddef>
#include <memory>

namespace overlap::ipc {

/// Anonymous memory that a child can map, too: it gets the descriptor. Zero at first; gone with the last that
/// maps it or holds its descriptor.
struct SharedMemory
{
    std::shared_ptr<void> memory;
    Descriptor descriptor;
};

/// `bytes` of it, really there, so that no later write finds the machine out of memory. Throws core::Error
/// naming the cause.
SharedMemory makeSharedMemory(std::size_t bytes);

/// In the child. The mapping keeps its own hold, the descriptor may be closed. Throws core::Error, also where
/// there are fewer bytes than asked for.
std::shared_ptr<void> mapSharedMemory(int descriptor, std::size_t bytes);

} // namespace overlap::ipc
