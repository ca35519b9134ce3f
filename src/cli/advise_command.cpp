// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/advice_in_words.h"
#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"

namespace overlap::cli {

namespace {

analysis::AdviceQuestion questionOf(const AdviseOptions& options, int cores)
{
    analysis::AdviceQuestion question;
    question.description = options.description;
    question.runtime = options.runtime.value_or(core::Runtime::python);
    question.durationSeconds = options.durationSeconds;
    question.data = options.data;
    question.cores = cores;
    return question;
}

std::string runtimeName(core::Runtime runtime)
{
    return runtime == core::Runtime::python ? "Python" : "native code";
}

/// "Use threads, several for each core. In Overlap: python-threads:8."
std::string answerText(const analysis::Advice& advice)
{
    return advice.answer.english() +
           (advice.strategy.empty() ? "" : " In Overlap: " + advice.strategy + ".") + "\n";
}

/// The questions in their order; those on the path with their answers, and where each other answer leads.
std::string treeText(const analysis::Advice& advice)
{
    std::string out;
    for (const analysis::AdviceNode& node : advice.tree) {
        out += std::string(node.lit ? "  ● " : "  ○ ") + node.question.english() + "\n";
        for (const analysis::AdviceBranch& branch : node.branches) {
            out += std::string(branch.taken ? "    ▸ " : "      ") + branch.answer.english();
            if (branch.family)
                out +=
                    ": " + std::string(analysis::adviceFamilyNames[static_cast<std::size_t>(*branch.family)]);
            out += "\n";
        }
    }
    return out;
}

std::string adviceText(const analysis::Advice& advice, const AdviseOptions& options, int cores)
{
    std::string out = answerText(advice);
    for (const core::Message& reason : advice.reasons)
        out += "  " + reason.english() + "\n";
    if (!options.runtime) {
        analysis::AdviceQuestion other = advice.question;
        other.runtime = core::Runtime::native;
        out += "That is for Python, which the lesson speaks of. In native code (--runtime native): " +
               answerText(analysis::adviceOf(other));
    } else {
        out += "That is for " + runtimeName(*options.runtime) + " on " + std::to_string(cores) +
               (cores == 1 ? " core.\n" : " cores.\n");
    }
    out += "\nThe way there\n" + treeText(advice);
    out += "\nThe lesson's answer: " + advice.lesson.sentence.english() + "\n";
    if (!advice.difference.empty())
        out += "Why it differs: " + advice.difference.english() + "\n";
    for (const core::Message& each : advice.missing)
        out += "To be surer, say " + each.english() + ".\n";
    return out;
}

} // namespace

int adviseCommand(const AdviseOptions& options, const Context& context)
{
    const analysis::Advice advice = analysis::adviceOf(questionOf(options, context.cores));
    if (options.jsonFile)
        writeOutput(*options.jsonFile, core::writeJson(advice.toValue()));
    if (options.jsonFile != "-")
        writeOutput("-", adviceText(advice, options, context.cores));
    return exitDone;
}

} // namespace overlap::cli
