// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <cstdio>
#include <exception>

namespace overlap::cli {

/// Several outputs of one measurement, each tried although others failed: what was measured may have taken an
/// hour.
class Attempts
{
public:
    template <class Write>
    void operator()(const Write& write)
    {
        try {
            write();
        } catch (const core::Error& error) {
            if (m_first)
                std::fprintf(stderr, "overlap-cli: %s\n", error.what());
            else
                m_first = std::current_exception(); // main prints it
        }
    }

    /// Throws the first error, where there was one; the others are on standard error by then.
    void finish() const
    {
        if (m_first)
            std::rethrow_exception(m_first);
    }

private:
    std::exception_ptr m_first;
};

} // namespace overlap::cli
