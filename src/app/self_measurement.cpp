// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/self_measurement.h"

#include "core/time.h"
#include "gui/main_window.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace overlap::app {

namespace {

/// When this process began, on the monotonic clock: field 22 of /proc/self/stat is in ticks since boot.
core::Nanoseconds processStart()
{
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    // The name in parentheses may hold blanks; what follows the last one does not.
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i)
        fields >> field;
    timespec boot{};
    clock_gettime(CLOCK_BOOTTIME, &boot);
    const core::Nanoseconds bootNow = boot.tv_sec * core::nanosecondsPerSecond + boot.tv_nsec;
    const core::Nanoseconds startSinceBoot =
        std::stoll(field) * (core::nanosecondsPerSecond / sysconf(_SC_CLK_TCK));
    return core::monotonicNow() - (bootNow - startSinceBoot);
}

} // namespace

SelfMeasurement::SelfMeasurement(gui::MainWindow& window) : QObject(&window), m_window(window)
{
    // Queued behind the first picture: runs once the event loop has drawn and has nothing else to do.
    QTimer::singleShot(0, this, [this] {
        QTimer::singleShot(0, this, [this] {
            std::printf("start to usable window: %.0f ms\n",
                        1e3 * core::toSeconds(core::monotonicNow() - processStart()));
            measureStalls();
        });
    });
}

void SelfMeasurement::measureStalls()
{
    core::Experiment experiment;
    experiment.id = "stalls";
    experiment.title = "Stalls";
    experiment.workload = "wait";
    experiment.parameters = core::Value::object();
    experiment.parameters.set("tasks", 12'800);
    experiment.parameters.set("seconds", 0.02);
    // A single block keeps this order, so the threads come first and the rest, four minutes of waiting, is
    // stopped.
    experiment.strategies = {"threads:64", "sequential"};
    auto* beat = new QTimer(this);
    beat->setTimerType(Qt::PreciseTimer);
    auto last = std::make_shared<core::Nanoseconds>(core::monotonicNow());
    auto longest = std::make_shared<core::Nanoseconds>(0);
    constexpr core::Nanoseconds period = 5'000'000;
    connect(beat, &QTimer::timeout, this, [last, longest] {
        const core::Nanoseconds now = core::monotonicNow();
        *longest = std::max(*longest, now - *last - period);
        *last = now;
    });
    auto& controller = m_window.controller();
    connect(&controller, &session::RunController::ticked, this, [&controller, beat, last](bool) {
        const session::Band* band = controller.feed().current();
        if (!beat->isActive() && band && band->strategy.name == "threads") {
            *last = core::monotonicNow();
            beat->start(5);
        }
        if (beat->isActive() && controller.feed().runsEnded() > 0)
            controller.stop();
    });
    connect(&controller, &session::RunController::ended, this, [longest] {
        std::printf("longest event-loop stall with 64 workers: %.1f ms\n", 1e3 * core::toSeconds(*longest));
        std::fflush(stdout);
        QApplication::quit();
    });
    controller.start(experiment);
}

} // namespace overlap::app
