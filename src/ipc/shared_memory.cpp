// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/shared_memory.h"

#include "core/message.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace overlap::ipc {

namespace {

[[noreturn]] void fail(int code)
{
    char buffer[128];
    throw core::Error(
        core::Message(OVERLAP_TR_NOOP("Messages", "there is no memory to share with a worker process: %1"),
                      {strerror_r(code, buffer, sizeof buffer)}));
}

} // namespace

SharedMemory makeSharedMemory(std::size_t bytes)
{
    Descriptor descriptor(memfd_create("overlap-lane", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!descriptor)
        fail(errno);
    int code = 0;
    do {
        code = posix_fallocate(descriptor.get(), 0, static_cast<off_t>(bytes));
    } while (code == EINTR);
    if (code != 0)
        fail(code);
    // A child that shortened it would kill us with SIGBUS.
    if (fcntl(descriptor.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        fail(errno);
    return SharedMemory{mapSharedMemory(descriptor.get(), bytes), std::move(descriptor)};
}

std::shared_ptr<void> mapSharedMemory(int descriptor, std::size_t bytes)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        fail(errno);
    if (status.st_size < static_cast<off_t>(bytes))
        fail(EINVAL);
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED)
        fail(errno);
    return {memory, [bytes](void* mapped) { munmap(mapped, bytes); }};
}

} // namespace overlap::ipc
