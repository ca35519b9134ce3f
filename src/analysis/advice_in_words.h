// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/work_shares.h"
#include "core/ids.h"
#include "core/message.h"
#include "core/value.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace overlap::analysis {

inline constexpr std::string_view adviceSchema = "overlap.advice/1";

enum class AdviceFamily { sequential, threads, processes, queues, chunking, eventLoop, profileFirst };

inline constexpr std::array<std::string_view, 7> adviceFamilyNames = {
    "sequential", "threads", "processes", "queues", "chunking", "event-loop", "profile-first"};

enum class DataSize { tiny, small, medium, large };

inline constexpr std::array<std::string_view, 4> dataSizeNames = {"tiny", "small", "medium", "large"};
/// Nothing where there is no such size.
std::optional<DataSize> dataSizeFromName(std::string_view name);

/// Somebody's work in their own words.
struct AdviceQuestion
{
    std::string description; ///< English or German, 1 to 1000 characters
    core::Runtime runtime = core::Runtime::python;
    std::optional<double> durationSeconds; ///< of all the work, one after the other; 0 to 1e9
    std::optional<DataSize> data;          ///< what one task is given
    int cores = 1;                         ///< of this machine
};

/// One way out of a question of the decision tree.
struct AdviceBranch
{
    core::Message answer;
    bool taken = false;
    std::optional<std::size_t> next;    ///< the question it leads to; else
    std::optional<AdviceFamily> family; ///< what it ends with
};

struct AdviceNode
{
    core::Message question;
    bool lit = false; ///< on the path that was taken
    std::vector<AdviceBranch> branches;
};

/// What the lesson's own helper says, of words: its longer list of keywords by the description alone, its
/// shorter one where duration and data size are told.
struct LessonAnswer
{
    AdviceFamily family = AdviceFamily::profileFirst;
    core::Message sentence;
};

struct Advice
{
    AdviceQuestion question;
    AdviceFamily family = AdviceFamily::profileFirst;
    bool computing = false; ///< the words say that computing takes the time, and no waiting
    core::Message answer;
    std::string strategy; ///< to begin with, counts resolved; empty where the runtime has none
    std::vector<core::Message> reasons;
    std::vector<AdviceNode> tree; ///< the root first
    LessonAnswer lesson;
    core::Message difference;           ///< why the lesson says something else; empty where it does not
    std::vector<core::Message> missing; ///< what to add to the description to be surer

    core::Value toValue() const;
};

/// The lesson's decision tree, in its order: is it worth it (0.1 s of work)? what takes the time? then
/// waiting: threads; computing: processes, in chunks where there are large data; hand in hand: queues; both:
/// threads first, and measure. Words are weighed (task_words.h): one kind decides where it has twice the
/// weight of the other. In native code, where no lock keeps threads from computing side by side, computing
/// takes threads as well. What is not told counts as worth it and as little data, and is named in `missing`.
/// Throws core::Error with a JSON pointer for its place where the question is none.
Advice adviceOf(const AdviceQuestion& question);

/// The same tree with what was measured of the work in place of words, in the runtime in which it was
/// measured: one kind decides where it takes twice the time of the other; stages and the bytes that a task is
/// given are known, so nothing is missing. The lesson's answer is the tree's for the same work in Python. The
/// question has no description. `cores` of this machine.
Advice adviceOf(const WorkShares& shares, int cores);

core::Value treeValue(const std::vector<AdviceNode>& tree);
/// The questions on the path with the answers taken.
core::Value pathValue(const std::vector<AdviceNode>& tree);

} // namespace overlap::analysis
