// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/descriptor.h"

#include <stop_token>
#include <sys/eventfd.h>
#include <utility>

namespace overlap::executors {

/// Becomes readable when a stop is requested, for who waits in poll().
class StopBell
{
public:
    explicit StopBell(std::stop_token stop)
        : m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_callback(std::move(stop), Ring{m_bell.get()})
    {}
    int descriptor() const noexcept { return m_bell.get(); }

private:
    struct Ring
    {
        int bell;
        void operator()() const noexcept { eventfd_write(bell, 1); }
    };
    ipc::Descriptor m_bell;
    std::stop_callback<Ring> m_callback;
};

} // namespace overlap::executors
