// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overlap::analysis {

/// What the words of a description say of the work, English and German.
struct TaskWords
{
    int waiting =
        0; ///< the sum of the weights, 3 for a word that says it plainly, 1 for one that hints at it
    int computing = 0;
    bool stages = false;    ///< work goes from hand to hand
    bool largeData = false; ///< "10 GB", "huge"
    // The words themselves as they stand, in order, each once.
    std::vector<std::string> waitingWords;
    std::vector<std::string> computingWords;
};

/// Takes whole words by their beginnings ("resiz" finds "resize" and "resizing"), the longest beginning that
/// fits, so that "rapid" is no "api". Precondition: UTF-8.
TaskWords wordsOf(std::string_view description);

/// The lesson's keywords found in a description, as the lesson finds them: anywhere, even within a word. A
/// German keyword stands for the English one it translates, which counts once.
struct LessonWords
{
    int waiting = 0;
    int computing = 0;
};

/// The lesson has two lists. The longer one decides by the description alone; the shorter one, without "web"
/// and "generate", where duration and data size are known.
LessonWords lessonWordsOf(std::string_view description, bool shortList);

} // namespace overlap::analysis
