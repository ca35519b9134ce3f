// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gil_validation.h"

#include "analysis/bootstrap.h"
#include "analysis/statistics.h"
#include "core/random.h"
#include "core/shown.h"
#include "core/text.h"
#include "executors/gil_observables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <poll.h>

namespace overlap::engine {

using core::Error;
using core::Message;
using core::monotonicNow;
using core::Nanoseconds;
using Kind = GilMeasure::Kind;

namespace {

constexpr Nanoseconds ms = 1'000'000;
constexpr double lateLimit = 0.10;
constexpr double overlapLimit = 0.02;
constexpr core::Interval computeLimit{0.75, 1.15};

constexpr std::array<std::string_view, 4> kindNames{"compute", "sleep", "slices", "ping"};

/// As the probe reads it.
std::string argumentOf(const GilMeasure& measure)
{
    return std::string(kindNames[static_cast<std::size_t>(measure.kind)]) + ":" +
           std::to_string(measure.threads) + ":" + core::shortNumber(core::toSeconds(measure.interval)) +
           ":" + core::shortNumber(core::toSeconds(measure.duration)) + ":" + std::to_string(measure.count);
}

double measureModel(const GilMeasure& measure)
{
    const executors::GilSetting setting{measure.interval};
    switch (measure.kind) {
    case Kind::compute:
        return executors::computeSpeedup(setting, measure.threads, measure.duration);
    case Kind::sleep:
        return executors::sleepOverlap(setting, measure.threads, measure.duration);
    case Kind::slices:
        // A thread that never gave way computed all the time.
        if (std::vector<double> slices = executors::sliceSeconds(setting, measure.threads, measure.duration);
            !slices.empty())
            return analysis::median(std::move(slices));
        return core::toSeconds(measure.duration);
    case Kind::ping:
        break;
    }
    return analysis::median(
        executors::pingSeconds(setting, measure.threads, measure.duration, measure.count));
}

/// One interpreter that measures, as a process.
class Probe
{
public:
    Probe(ipc::Launcher& launcher, const core::Paths& paths, const GilValidationOptions& options,
          const std::stop_token& stop)
        : m_options(options)
        , m_stop(stop)
        , m_deadline(monotonicNow() + options.patience)
    {
        ipc::SpawnRequest request;
        request.program = options.interpreter;
        request.arguments = {"-I", "-X", "utf8", (paths.python() / "gil_probe.py").string()};
        for (const GilMeasure& measure : options.measures)
            request.arguments.push_back(argumentOf(measure));
        request.pipeInput = true;
        request.pipeOutput = true;
        m_child = launcher.spawn(request);
        readIdentity();
    }
    // The destructor of the child ends what still runs.

    const std::string& version() const { return m_version; }
    double interval() const { return m_interval; }

    /// The median of each measure; nothing where a stop came first.
    std::vector<double> figures()
    {
        std::vector<std::vector<double>> samples(m_options.measures.size());
        for (std::vector<std::string> words = next(); words != std::vector<std::string>{"end"};
             words = next()) {
            if (words.empty())
                return {};
            const bool whole = words.size() == 3 && words[0] == "sample";
            const std::int64_t index = whole ? core::integerFromText(words[1]).value_or(-1) : -1;
            const double value = whole ? core::numberFromText(words[2]).value_or(-1) : -1;
            if (index < 0 || index >= static_cast<std::int64_t>(samples.size()) || !std::isfinite(value) ||
                value <= 0)
                garbage(core::joined(words, " "));
            samples[static_cast<std::size_t>(index)].push_back(value);
        }
        std::vector<double> result;
        for (const std::vector<double>& each : samples) {
            if (each.empty())
                garbage("end");
            result.push_back(analysis::median(each));
        }
        return result;
    }

private:
    [[noreturn]] void garbage(const std::string& line) const
    {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 answered “%2”, which is not what a Python says"),
                            {m_options.interpreter.string(), core::shown(line)}));
    }

    /// The words of the next line; none where a stop came first.
    std::vector<std::string> next()
    {
        constexpr std::size_t mostLines = 100'000;
        if (++m_lines > mostLines)
            garbage("...");
        while (monotonicNow() < m_deadline) {
            if (m_stop.stop_requested())
                return {};
            pollfd readable{m_child.output().get(), POLLIN, 0};
            if (::poll(&readable, 1, 100) > 0)
                return readWords();
        }
        throw Error(Message(
            OVERLAP_TR_NOOP("Messages", "%1 did not answer within %2"),
            {m_options.interpreter.string(), core::durationText(core::toSeconds(m_options.patience))}));
    }

    std::vector<std::string> readWords()
    {
        try {
            return core::split(m_child.readLine(core::nanosecondsPerSecond), ' '); // it writes whole lines
        } catch (const Error& error) {
            throw Error(error.message(), m_options.interpreter.string());
        }
    }

    /// The value behind one word.
    std::string read(std::string_view key)
    {
        const std::vector<std::string> words = next();
        if (words.empty())
            throw core::Cancelled();
        if (words.size() != 2 || words[0] != key)
            garbage(core::joined(words, " "));
        return words[1];
    }

    void readIdentity()
    {
        if (const std::string format = read("overlap-gil-probe"); format != "1")
            garbage(format);
        const std::string implementation = read("implementation");
        m_version = read("version");
        const std::string gil = read("gil");
        m_interval = core::numberFromText(read("interval")).value_or(0);
        const std::string name = m_options.interpreter.string();
        if (implementation != "CPython") {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is %2, whose lock is another than CPython's"),
                                {name, core::shown(implementation)}));
        }
        if (gil != "1") {
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages", "%1 (%2) runs without the lock: it is a free-threaded build"),
                {name, core::shown(m_version)}));
        }
        const auto parts = core::split(m_version, '.');
        const auto major = core::integerFromText(parts.front());
        const auto minor = parts.size() > 1 ? core::integerFromText(parts[1]) : std::nullopt;
        if (!major || !minor)
            garbage(m_version);
        if (*major < 3 || (*major == 3 && *minor < 3)) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "%1 is Python %2; 3.3 or newer is needed"),
                                {name, core::shown(m_version)}));
        }
    }

    const GilValidationOptions& m_options;
    const std::stop_token& m_stop;
    Nanoseconds m_deadline;
    ipc::ChildProcess m_child;
    std::string m_version;
    double m_interval = 0;
    std::size_t m_lines = 0;
};

Message nameOf(const GilMeasure& measure)
{
    const core::Figure threads{std::to_string(measure.threads)};
    const core::Figure interval = core::durationText(core::toSeconds(measure.interval));
    switch (measure.kind) {
    case Kind::compute:
        return Message(OVERLAP_TR_NOOP("Messages", "speed-up of %1 computing threads"), {threads});
    case Kind::sleep:
        return Message(OVERLAP_TR_NOOP("Messages", "waits that take place at once, of %1"), {threads});
    case Kind::slices:
        return Message(OVERLAP_TR_NOOP("Messages", "turn of one of %1 computing threads, switch interval %2"),
                       {threads, interval});
    case Kind::ping:
        break;
    }
    return Message(
        OVERLAP_TR_NOOP("Messages", "delay of a wake-up, computing threads: %1, switch interval %2"),
        {threads, interval});
}

core::Interval rangeOf(const std::vector<double>& values)
{
    if (const auto interval = analysis::Bootstrap(1, values.size()).ofMedian(values))
        return *interval;
    const auto [low, high] = std::ranges::minmax(values);
    return {low, high};
}

bool lies(const core::Interval& inner, const core::Interval& outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

void judge(GilRow& row, Kind kind, const std::vector<double>& model, const std::vector<double>& python,
           Nanoseconds tick)
{
    const double difference = std::abs(row.model - row.python);
    const auto share = [&](double limit) {
        row.within = difference <= limit * row.python;
        row.limit = Message(OVERLAP_TR_NOOP("Messages", "within %1 %"), {core::shortNumber(limit * 100)});
    };
    switch (kind) {
    case Kind::compute: {
        const core::Interval ours = rangeOf(model);
        const core::Interval theirs = rangeOf(python);
        row.within = lies(ours, computeLimit) && lies(theirs, computeLimit) && ours.low <= theirs.high &&
                     theirs.low <= ours.high;
        row.limit = Message(OVERLAP_TR_NOOP("Messages", "intervals overlap, from %1 to %2"),
                            {core::shortNumber(computeLimit.low), core::shortNumber(computeLimit.high)});
        break;
    }
    case Kind::sleep:
        share(overlapLimit);
        break;
    case Kind::slices:
        row.within = difference <= core::toSeconds(tick);
        row.limit = Message(OVERLAP_TR_NOOP("Messages", "within a tick of the scheduler, %1"),
                            {core::durationText(core::toSeconds(tick))});
        break;
    case Kind::ping:
        share(lateLimit);
        break;
    }
}

/// The coarse clock steps once per tick.
Nanoseconds schedulerTick()
{
    timespec step{};
    clock_getres(CLOCK_MONOTONIC_COARSE, &step);
    return static_cast<Nanoseconds>(step.tv_sec) * core::nanosecondsPerSecond + step.tv_nsec;
}

} // namespace

const std::vector<GilMeasure>& gilMeasures()
{
    // A ping's gap is more than three intervals: else the next comes during the reply's own wait.
    static const std::vector<GilMeasure> list{
        {Kind::compute, 2, 5 * ms, 100 * ms, 0}, {Kind::sleep, 2, 5 * ms, 200 * ms, 0},
        {Kind::sleep, 8, 5 * ms, 200 * ms, 0},   {Kind::sleep, 32, 5 * ms, 200 * ms, 0},
        {Kind::slices, 2, 5 * ms, 500 * ms, 0},  {Kind::ping, 1, 1 * ms, 10 * ms, 15},
        {Kind::ping, 1, 5 * ms, 20 * ms, 12},    {Kind::ping, 1, 20 * ms, 65 * ms, 7},
    };
    return list;
}

std::vector<GilRow> compareGil(const std::vector<GilMeasure>& measures, const GilFigures& model,
                               const GilFigures& python, Nanoseconds tick)
{
    std::vector<GilRow> rows;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto column = [i](const GilFigures& blocks) {
            std::vector<double> values;
            for (const std::vector<double>& block : blocks)
                values.push_back(block[i]);
            return values;
        };
        const Kind kind = measures[i].kind;
        GilRow row;
        row.name = nameOf(measures[i]);
        row.unit = kind == Kind::compute || kind == Kind::sleep ? GilRow::Unit::times : GilRow::Unit::seconds;
        row.model = analysis::median(column(model));
        row.python = analysis::median(column(python));
        judge(row, kind, column(model), column(python), tick);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool GilValidation::matches() const
{
    return std::ranges::all_of(rows, &GilRow::within);
}

GilValidation validateGil(ipc::Launcher& launcher, const core::Paths& paths,
                          const GilValidationOptions& options, const std::stop_token& stop,
                          const std::function<void(int done, int of)>& progress)
{
    GilValidation validation;
    validation.interpreter = options.interpreter;
    GilFigures model;
    GilFigures python;
    const auto measurePython = [&] {
        Probe probe(launcher, paths, options, stop);
        validation.version = probe.version();
        validation.defaultIntervalSeconds = probe.interval();
        return probe.figures();
    };
    const auto measureOurs = [&] {
        std::vector<double> figures;
        for (const GilMeasure& measure : options.measures) {
            if (stop.stop_requested())
                return std::vector<double>{};
            figures.push_back(measureModel(measure));
        }
        return figures;
    };
    core::Random random(options.seed);
    for (int block = 0; block < options.blocks && !validation.cancelled; ++block) {
        if (progress)
            progress(block, options.blocks);
        // The interpreter comes first in the first block, so that nothing is measured for nothing.
        const bool pythonFirst = block == 0 || random.below(2) == 0;
        std::vector<double> theirs;
        try {
            if (pythonFirst)
                theirs = measurePython();
            std::vector<double> ours = measureOurs();
            if (!pythonFirst)
                theirs = measurePython();
            validation.cancelled = ours.empty() || theirs.empty();
            if (!validation.cancelled) {
                model.push_back(std::move(ours));
                python.push_back(std::move(theirs));
            }
        } catch (const core::Cancelled&) {
            validation.cancelled = true;
        }
    }
    if (progress && !validation.cancelled)
        progress(options.blocks, options.blocks);
    validation.blocks = static_cast<int>(model.size());
    if (!model.empty())
        validation.rows = compareGil(options.measures, model, python, schedulerTick());
    return validation;
}

} // namespace overlap::engine
