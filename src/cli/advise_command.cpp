// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/advice_in_words.h"
#include "analysis/bootstrap.h"
#include "cli/advice_text.h"
#include "cli/asked_experiment.h"
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/report_text.h"
#include "cli/running_score.h"
#include "cli/table.h"
#include "core/json.h"
#include "engine/measured_advice.h"

#include <algorithm>
#include <cstdio>
#include <optional>

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

/// Blocks as a verdict needs them, where nobody says otherwise.
core::Experiment experimentOf(RunOptions options, const Context& context)
{
    core::Experiment experiment = findExperiment(options.experiment, context, context.cores);
    if (!options.repeats && !options.precision && !experiment.precision)
        options.repeats = std::max(experiment.repeats, static_cast<int>(analysis::blocksForVerdict));
    return askedExperiment(std::move(experiment), options, context, context.cores);
}

int measuredAdvice(const AdviseOptions& options, const Context& context)
{
    const RunOptions& run = *options.measure;
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = engine::pythonOnce(run.python, context.launcher);
    const engine::AdviceRequest request{experimentOf(run, context), run.strategies.empty(), options.counts};
    demandPython(request.experiment, run, context, services.python);
    const bool textOnStdout = !run.quiet && options.jsonFile != "-";
    // What is told of the profile's run is gone when the forecasts are printed.
    std::optional<Progress> progress(std::in_place, !run.quiet);
    const engine::MeasuredAdvice advice = engine::measureAdvice(
        request, services, context.cores, context.stop,
        [&](const std::shared_ptr<const engine::Commitment>& commitment) {
            progress.reset();
            if (textOnStdout)
                writeOutput("-", commitmentText(*commitment));
            else if (!run.quiet)
                std::fputs(commitmentText(*commitment).c_str(), stderr);
            progress.emplace(!run.quiet);
        },
        [&](const engine::LiveEvent& event) { progress->tell(event); });
    progress.reset();
    if (!advice.commitment)
        return exitCancelled;
    const RunningScore running =
        keptWith(advice.cancelled ? std::vector<core::CheckedForecast>() : advice.checked);
    Attempts attempt;
    if (textOnStdout)
        attempt([&] { writeOutput("-", measuredAdviceText(advice) + running.text()); });
    if (options.jsonFile) {
        core::Value document = advice.toValue();
        document.set("runningScore", running.toValue());
        attempt([&] { writeOutput(*options.jsonFile, core::writeJson(document)); });
    }
    attempt.finish();
    if (advice.cancelled)
        return exitCancelled;
    return someFailed(advice.outcome.report) ? exitTasksFailed : exitDone;
}

} // namespace

int adviseCommand(const AdviseOptions& options, const Context& context)
{
    if (options.measure)
        return measuredAdvice(options, context);
    const analysis::Advice advice = analysis::adviceOf(questionOf(options, context.cores));
    if (options.jsonFile)
        writeOutput(*options.jsonFile, core::writeJson(advice.toValue()));
    if (options.jsonFile != "-")
        writeOutput("-", adviceText(advice, options, context.cores));
    return exitDone;
}

} // namespace overlap::cli
