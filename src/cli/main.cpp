// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chart_output.h"
#include "cli/command.h"
#include "core/paths.h"
#include "core/time.h"
#include "engine/catalogue.h"
#include "engine/environment_probe.h"
#include "ipc/limits.h"
#include "net/curl_fetcher.h"

#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace overlap;

namespace {

/// Turns Ctrl-C, SIGTERM and the end of the terminal into a stop request; a second one ends the program at
/// once.
class InterruptWatch
{
public:
    InterruptWatch()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        // Under nohup it is ignored and stays so.
        struct sigaction hangup
        {};
        if (sigaction(SIGHUP, nullptr, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
            sigaddset(&m_signals, SIGHUP);
        // Before any other thread exists, so that all inherit the mask and only the watch takes these
        // signals.
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::jthread([this](std::stop_token ended) { watch(ended); });
    }

    std::stop_token token() const { return m_source.get_token(); }

private:
    void watch(std::stop_token ended)
    {
        const timespec tick{0, 100'000'000};
        // A shell and timeout(1) tell the process and its group, so one wish may come as two signals.
        constexpr core::Nanoseconds oneGesture = 500'000'000;
        core::Nanoseconds first = 0;
        while (!ended.stop_requested()) {
            if (sigtimedwait(&m_signals, nullptr, &tick) < 0)
                continue;
            const core::Nanoseconds now = core::monotonicNow();
            if (!m_source.stop_requested()) {
                first = now;
                m_source.request_stop();
            } else if (now - first > oneGesture) {
                _exit(cli::exitCancelled);
            }
        }
    }

    sigset_t m_signals;
    std::stop_source m_source;
    std::jthread m_thread;
};

int runProgram(const cli::Options& options)
{
    const InterruptWatch interrupts;
    std::signal(SIGPIPE, SIG_IGN); // libcurl asks for it
    std::signal(SIGXFSZ, SIG_IGN); // a limit of file sizes is an error of writing, not the end
    ipc::raiseDescriptorLimit();
    ipc::Launcher launcher;
    const net::CurlLibrary curl;
    const core::Paths paths = core::Paths::ofThisProgram();
    const core::Catalogue catalogue = engine::makeCatalogue();
    cli::Context context{paths, launcher, catalogue, engine::usableCores(), interrupts.token(), {}, {}, {}};
    context.writeCharts = [&](const auto& requests, const auto& outcome) {
        cli::writeCharts(requests, outcome, context);
    };
    context.writeCrossoverCharts = [&](const auto& requests, const auto& report) {
        cli::writeCrossoverCharts(requests, report, context);
    };
    context.writeLanes = [&](const auto& requests, const auto& run) {
        cli::writeLanesCharts(requests, run, context);
    };
    if (const auto* run = std::get_if<cli::RunOptions>(&options)) {
        cli::checkCharts(run->charts);
        return cli::runCommand(*run, context);
    }
    if (const auto* crossover = std::get_if<cli::CrossoverOptions>(&options)) {
        cli::checkCrossoverCharts(crossover->run.charts);
        return cli::crossoverCommand(*crossover, context);
    }
    if (const auto* trace = std::get_if<cli::TraceOptions>(&options)) {
        cli::checkLanesCharts(trace->charts);
        return cli::traceCommand(*trace, context);
    }
    if (const auto* list = std::get_if<cli::ListOptions>(&options))
        return cli::listCommand(*list, context);
    if (const auto* advise = std::get_if<cli::AdviseOptions>(&options))
        return cli::adviseCommand(*advise, context);
    if (const auto* predict = std::get_if<cli::PredictOptions>(&options))
        return cli::predictCommand(*predict, context);
    return cli::doctorCommand(std::get<cli::DoctorOptions>(options), context);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const cli::Options options = cli::parseOptions(argc, argv);
        if (std::holds_alternative<cli::HelpOptions>(options)) {
            std::fputs(cli::usage().c_str(), stdout);
            return cli::exitDone;
        }
        if (std::holds_alternative<cli::VersionOptions>(options)) {
            std::puts("overlap-cli " OVERLAP_VERSION);
            return cli::exitDone;
        }
        return runProgram(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "overlap-cli: %s\n", error.what());
        return cli::exitBadInput;
    }
}
