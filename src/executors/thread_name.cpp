// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/thread_name.h"

#include <pthread.h>

namespace overlap::executors {

void nameThisThread(const std::string& name, std::size_t number)
{
    constexpr std::size_t longest = 15; // of the kernel, without the end
    const std::string end = " " + std::to_string(number);
    pthread_setname_np(pthread_self(), (name.substr(0, longest - end.size()) + end).c_str());
}

} // namespace overlap::executors
