// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameter.h"
#include "core/shown.h"

#include <cstdio>
#include <cstdlib>

// What must hold of every input, for fuzzers and for the tests that repeat their cases: it aborts, because
// that is what a fuzzer notices in any build.
#define OVERLAP_FUZZ_CHECK(condition)                                                                        \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);              \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

namespace overlap::fuzz {

/// One line that a terminal and a label can show, of a bearable length.
inline void checkSentence(const std::string& sentence)
{
    OVERLAP_FUZZ_CHECK(!sentence.empty());
    OVERLAP_FUZZ_CHECK(sentence.size() < 4000);
    OVERLAP_FUZZ_CHECK(core::firstBadUtf8(sentence) == std::string::npos);
    OVERLAP_FUZZ_CHECK(!core::hasControlCharacters(sentence));
}

inline void checkProblems(const std::vector<core::Problem>& problems)
{
    OVERLAP_FUZZ_CHECK(problems.size() <= core::maximumProblems);
    for (const core::Problem& problem : problems) {
        OVERLAP_FUZZ_CHECK(problem.pointer.empty() || problem.pointer.front() == '/');
        checkSentence(problem.message.english());
    }
}

} // namespace overlap::fuzz
