// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overlap::testserver {

/// Raises the limit of open files where it must, and returns how many of the wanted connections fit under it.
unsigned connectionsWithinLimits(unsigned wanted);

/// Knows when the program is to end: SIGTERM, SIGINT or the end of standard input. Make it before anything
/// else; it blocks the two signals. One thread.
class EndWatch
{
public:
    /// Throws std::system_error.
    EndWatch();
    ~EndWatch();
    EndWatch(const EndWatch&) = delete;
    EndWatch& operator=(const EndWatch&) = delete;

    /// Returns when `descriptor` is readable, after the time (-1 for no limit), or when the end has come.
    /// True where it has.
    bool wait(int descriptor, int milliseconds);

private:
    int m_signals = -1;
};

} // namespace overlap::testserver
