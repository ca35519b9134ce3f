// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/self_measurement.h"

#include "charts/gantt_chart.h"
#include "core/time.h"
#include "gui/main_window.h"
#include "session/time_window.h"

#include <QApplication>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

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

SelfMeasurement::SelfMeasurement(gui::MainWindow& window, bool opens) : QObject(&window), m_window(window)
{
    // Queued behind the first picture: runs once the event loop has drawn and has nothing else to do.
    QTimer::singleShot(0, this, [this, opens] {
        QTimer::singleShot(0, this, [this, opens] {
            std::printf("start to usable window: %.0f ms\n",
                        1e3 * core::toSeconds(core::monotonicNow() - processStart()));
            if (opens)
                awaitLanes();
            else
                measureStalls();
        });
    });
}

namespace {

void printFigures(const char* what, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    std::printf("%s: median %.1f ms, 99 of 100 within %.1f ms, at most %.1f ms\n", what,
                milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100],
                milliseconds.back());
}

std::size_t spansOf(const charts::GanttContent& content)
{
    std::size_t spans = 0;
    for (const charts::GanttBand& band : content.bands) {
        if (!band.timeline)
            continue;
        for (const core::Lane& lane : band.timeline->lanes)
            spans += lane.spans.size();
    }
    return spans;
}

} // namespace

void SelfMeasurement::awaitLanes()
{
    auto* const chart = m_window.findChild<charts::GanttChart*>(QStringLiteral("lanesChart"));
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, [this, chart, look] {
        if (spansOf(chart->content()) == 0)
            return;
        look->stop();
        std::printf("start to %zu spans in the lanes: %.0f ms\n", spansOf(chart->content()),
                    1e3 * core::toSeconds(core::monotonicNow() - processStart()));
        QTimer::singleShot(1000, this, &SelfMeasurement::measureFrames); // what opening left to do
    });
    look->start(5);
}

void SelfMeasurement::measureFrames()
{
    struct Frames
    {
        int step = 0;
        core::Nanoseconds last = core::monotonicNow();
        std::vector<double> drawn;
        std::vector<double> late;
    };
    constexpr int period = 16; // milliseconds
    constexpr int steps = 600;
    constexpr int each = 100; // steps of one kind: in, along, in, along, out, out
    auto* const chart = m_window.findChild<charts::GanttChart*>(QStringLiteral("lanesChart"));
    auto frames = std::make_shared<Frames>();
    auto* beat = new QTimer(this);
    beat->setTimerType(Qt::PreciseTimer);
    connect(beat, &QTimer::timeout, this, [chart, frames, beat] {
        const core::Nanoseconds now = core::monotonicNow();
        if (frames->step > 0) {
            frames->drawn.push_back(chart->lastReplotMilliseconds());
            frames->late.push_back(std::max(0.0, 1e3 * core::toSeconds(now - frames->last) - period));
        }
        frames->last = now;
        if (frames->step == steps) {
            beat->stop();
            printFigures("a frame of the lanes", frames->drawn);
            printFigures("late beyond 16 ms a frame", frames->late);
            std::fflush(stdout);
            QApplication::quit();
            return;
        }
        session::TimeWindow& time = *chart->timeWindow();
        const session::TimeRange visible = time.visible();
        const int kind = frames->step++ / each;
        if (kind == 1 || kind == 3)
            time.pan(visible.length() / 100);
        else
            time.zoomAbout(visible.begin + visible.length() / 3, kind < 4 ? 1.04 : 1 / 1.04);
    });
    beat->start(period);
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
