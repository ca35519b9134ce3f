// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/interval_text.h"
#include "analysis/statistics.h"
#include "cli/command.h"
#include "cli/table.h"
#include "core/text.h"
#include "engine/environment_probe.h"
#include "engine/gil_validation.h"
#include "engine/loopback_server.h"
#include "engine/machine_measurement.h"
#include "engine/python_choice.h"
#include "engine/strategy_costs.h"
#include "executors/in_place_context.h"
#include "net/curl_fetcher.h"

#include <fstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace overlap::cli {

namespace {

std::string limitText(int resource)
{
    rlimit limit{};
    if (getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0)
        return "unknown";
    return limit.rlim_cur == RLIM_INFINITY ? "no limit" : std::to_string(limit.rlim_cur);
}

/// The smallest step that the clock shows.
double clockStepNanoseconds()
{
    core::Nanoseconds least = core::nanosecondsPerSecond;
    core::Nanoseconds last = core::monotonicNow();
    for (int i = 0; i < 100'000; ++i) {
        const core::Nanoseconds now = core::monotonicNow();
        if (now > last)
            least = std::min(least, now - last);
        last = now;
    }
    return static_cast<double>(least);
}

template <class Operation>
double medianSeconds(int repeats, Operation operation)
{
    std::vector<double> seconds;
    for (int i = 0; i < repeats; ++i) {
        const core::Nanoseconds begin = core::monotonicNow();
        operation();
        seconds.push_back(core::toSeconds(core::monotonicNow() - begin));
    }
    return analysis::median(std::move(seconds));
}

std::string requestText(const Context& context)
{
    const engine::LoopbackServer server(context.launcher, context.paths, 1.0);
    const auto fetcher = net::curlFetcherFactory()();
    core::FetchRequest request;
    request.url = server.url() + "/json";
    fetcher->fetch(request, {}); // the connection is made once and kept
    bool answered = true;
    const double seconds =
        medianSeconds(50, [&] { answered = answered && fetcher->fetch(request, {}).code == 200; });
    if (!answered)
        return "the server on this machine does not answer";
    return core::durationText(seconds);
}

/// What can be told apart here, and what all cores give together.
void addMeasurement(Table& table, const engine::MachineMeasurement& measured)
{
    const auto ratio = analysis::ratioTexts(measured.ratio, measured.ratioInterval95);
    table.row({"noise floor", core::fixedNumber(measured.noiseFloor * 100, 1) + " % over " +
                                  std::to_string(measured.pairs) + " loops of " +
                                  core::durationText(measured.loopSeconds)});
    table.row({"the same loop against itself",
               ratio.value + " × (95 % interval " + ratio.low + " to " + ratio.high + ")"});
    for (const auto& ceiling : measured.ceilings) {
        if (ceiling.threads > 1)
            table.row({"ceiling of " + std::to_string(ceiling.threads) + " threads that compute",
                       core::ratioText(ceiling.speedup) + " ×"});
    }
}

/// "block 2 of 10" on a terminal, one line that goes away.
std::function<void(int done, int of)> progressLine(const char* part)
{
    if (::isatty(STDERR_FILENO) != 1)
        return {};
    return [part](int done, int of) {
        if (done < of)
            std::fprintf(stderr, "\r%s %d of %d", part, done + 1, of);
        else
            std::fputs("\r\033[K", stderr);
    };
}

/// Empty tasks under every strategy.
std::string strategyCostsText(const Context& context, const engine::PythonSource& python)
{
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = python;
    const auto costs =
        engine::measureStrategyCosts(services, context.cores, context.stop, progressLine("strategy"));
    Table table({"what a strategy costs here", ">first result after", ">then for each task", ""});
    for (const engine::StrategyCost& cost : costs) {
        if (cost.refusal.empty())
            table.row({cost.strategy.text(), core::durationText(cost.firstResult),
                       core::durationText(cost.perTask), ""});
        else
            table.row({cost.strategy.text(), "", "", cost.refusal.english()});
    }
    return table.text();
}

int compareGil(const DoctorOptions& asked, const Context& context)
{
    engine::GilValidationOptions options;
    options.interpreter = asked.python.empty() ? engine::findPython() : asked.python;
    const engine::GilValidation found =
        engine::validateGil(context.launcher, context.paths, options, context.stop, progressLine("block"));
    std::string text = "The model of Python's lock beside " + found.interpreter.string() + ", CPython " +
                       found.version + " (switch interval " +
                       core::durationText(found.defaultIntervalSeconds) + ")\nMedians of " +
                       (found.blocks == 1 ? "one block" : std::to_string(found.blocks) + " blocks") +
                       ", both sides in each, in random order.\n\n";
    Table table({"", ">model", ">CPython", "", "asked"});
    for (const engine::GilRow& row : found.rows) {
        const auto figure = [&](double value) -> std::string {
            return row.unit == engine::GilRow::Unit::times ? core::fixedNumber(value, 2) + " ×"
                                                           : core::durationText(value, row.python);
        };
        table.row({row.name.english(), figure(row.model), figure(row.python),
                   row.within ? "passes" : "model differs here", row.limit.english()});
    }
    if (!found.rows.empty())
        text += table.text();
    if (found.cancelled)
        text += "\nStopped early.\n";
    else if (!found.matches())
        text += "\nWhere the model differs, other programs may have been busy: close them and look again.\n";
    writeOutput("-", text);
    return found.cancelled ? exitCancelled : exitDone;
}

} // namespace

int doctorCommand(const DoctorOptions& options, const Context& context)
{
    if (options.gil)
        return compareGil(options, context);
    const engine::PythonSource askPython = engine::pythonOnce(options.python, context.launcher);
    const engine::PythonChoice python = askPython();
    const core::Environment environment = python.described(engine::probeEnvironment());
    Table table({"this machine", ""});
    std::string warnings;
    for (const core::EnvironmentFact& fact : core::factsOf(environment)) {
        table.row({fact.title.english(), fact.value.english()});
        if (!fact.warning.empty())
            warnings += fact.title.english() + ": " + fact.warning.english() + "\n";
    }
    if (python.facts) {
        table.row({"Python at", python.facts->interpreter.string()});
        if (!python.facts->pillow.empty())
            table.row({"Pillow", python.facts->pillow});
    }
    table.row({"open files", limitText(RLIMIT_NOFILE)});
    table.row({"threads and processes", limitText(RLIMIT_NPROC)});
    std::string text = table.text();
    if (!warnings.empty())
        text += "\n" + warnings;

    Table costs({"measured here", ""});
    costs.row({"reading the clock", core::fixedNumber(environment.clockReadNanoseconds, 1) + " ns, step " +
                                        core::fixedNumber(clockStepNanoseconds(), 0) + " ns"});
    costs.row({"recording a state change",
               core::fixedNumber(environment.recordNanoseconds, 1) + " ns, " +
                   core::fixedNumber(environment.recordNanoseconds / environment.clockReadNanoseconds, 2) +
                   " × a clock read"});
    costs.row(
        {"starting a thread", core::durationText(medianSeconds(200, [] { std::thread([] {}).join(); }))});
    std::vector<double> late;
    for (int i = 0; i < 40; ++i) {
        const core::Nanoseconds deadline = core::monotonicNow() + 5'000'000;
        executors::sleepUntil(deadline, {});
        late.push_back(core::toSeconds(core::monotonicNow() - deadline));
    }
    costs.row({"a wait ends late by", core::durationText(analysis::median(late))});
    costs.row({"an HTTP request on this machine", requestText(context)});
    addMeasurement(costs, engine::measureMachine(context.cores));
    text += "\n" + costs.text() + "\n" + strategyCostsText(context, askPython);
    writeOutput("-", text);
    return context.stop.stop_requested() ? exitCancelled : exitDone;
}

} // namespace overlap::cli
