// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture of the lanes costs, against drawing each span: ten million spans over 64 lanes at any zoom,
// a hundred thousand drawn three ways, and a run that grows by a million events a second.
#include "charts/gantt_plot.h"
#include "charts/palette.h"
#include "core/paths.h"
#include "recording/timeline_builder.h"
#include "support/many_spans.h"

#include <QApplication>
#include <QPainter>
#include <benchmark/benchmark.h>
#include <chrono>

using namespace overlap;

namespace {

constexpr int width = 1600;
constexpr int height = 900;

/// Qt wants one, and it outlives every picture.
const charts::Theme& theme()
{
    static int argc = 1;
    static char name[] = "overlap_bench_lanes";
    static char* argv[] = {name, nullptr};
    static const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication application(argc, argv);
    static const charts::Theme made = charts::makeTheme(
        charts::loadPalette(core::Paths::ofThisProgram().palette()), charts::ThemeKind::light);
    benchmark::DoNotOptimize(offscreen);
    return made;
}

charts::GanttContent contentOf(std::shared_ptr<const core::Timeline> timeline)
{
    charts::GanttContent content;
    charts::GanttBand band;
    band.strategy.name = "threads";
    band.strategy.counts = {static_cast<int>(timeline->lanes.size())};
    band.timeline = std::move(timeline);
    content.bands = {band};
    return content;
}

/// Milliseconds of each frame; median and 99th percentile beside the mean that the benchmark itself prints.
class Frames
{
public:
    template <class Draw>
    void time(const Draw& draw)
    {
        const auto begin = std::chrono::steady_clock::now();
        draw();
        m_times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    void tell(benchmark::State& state)
    {
        std::ranges::sort(m_times);
        state.counters["median_ms"] = m_times[m_times.size() / 2];
        state.counters["p99_ms"] = m_times[m_times.size() * 99 / 100];
    }

private:
    std::vector<double> m_times;
};

const std::shared_ptr<const core::Timeline>& tenMillion()
{
    static const auto timeline =
        std::make_shared<const core::Timeline>(testing::manyLanes(64, 10'000'000 / 64));
    return timeline;
}

std::shared_ptr<const core::Timeline> hundredThousand(int lanes)
{
    return std::make_shared<const core::Timeline>(
        testing::manyLanes(static_cast<std::size_t>(lanes), static_cast<std::size_t>(100'000 / lanes)));
}

/// A window of the run that moves on with every frame.
class Pan
{
public:
    Pan(core::Nanoseconds end, std::int64_t zoom) : m_end(end), m_length(end / zoom) {}
    analysis::TimeInterval next()
    {
        m_begin = (m_begin + m_length / 37) % (m_end - m_length + 1);
        // One of the whole run moves, too, or the picture that is kept would be drawn.
        return {m_begin - static_cast<core::Nanoseconds>(++m_frame), m_begin + m_length};
    }

private:
    core::Nanoseconds m_end;
    core::Nanoseconds m_length;
    core::Nanoseconds m_begin = 0;
    int m_frame = 0;
};

void drawFrames(benchmark::State& state, const std::shared_ptr<const core::Timeline>& timeline)
{
    charts::GanttPlot plot;
    plot.setTheme(theme());
    plot.setContent(contentOf(timeline));
    plot.widget()->resize(width, height);
    Pan pan(timeline->end, state.range(0));
    Frames frames;
    for (auto _ : state)
        frames.time([&] {
            plot.compose({width, height}, pan.next(), 0);
            plot.widget()->replot(QCustomPlot::rpImmediateRefresh);
        });
    frames.tell(state);
}

void tenMillionSpans(benchmark::State& state)
{
    theme();
    drawFrames(state, tenMillion());
}

void folded(benchmark::State& state, int lanes)
{
    theme();
    drawFrames(state, hundredThousand(lanes));
}

void eachSpan(benchmark::State& state, int lanes)
{
    const charts::Theme& look = theme();
    const auto timeline = hundredThousand(lanes);
    QImage image(width, height, QImage::Format_RGB32);
    Pan pan(timeline->end, state.range(0));
    Frames frames;
    for (auto _ : state)
        frames.time([&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setPen(look.roles.window);
            const analysis::TimeInterval visible = pan.next();
            const analysis::TimeAxis axis{visible.begin, visible.end, 0, width};
            const double row = static_cast<double>(height) / static_cast<double>(timeline->lanes.size());
            for (std::size_t lane = 0; lane < timeline->lanes.size(); ++lane) {
                for (const core::Span& span : timeline->lanes[lane].spans) {
                    painter.setBrush(look.state(span.state));
                    painter.drawRect(QRectF(axis.toPixel(span.begin), static_cast<double>(lane) * row,
                                            axis.toPixel(span.end) - axis.toPixel(span.begin), row - 1));
                }
            }
        });
    frames.tell(state);
}

void anItemForEachSpan(benchmark::State& state, int lanes)
{
    const charts::Theme& look = theme();
    const auto timeline = hundredThousand(lanes);
    QCustomPlot plot;
    plot.resize(width, height);
    plot.yAxis->setRange(0, static_cast<double>(timeline->lanes.size()));
    for (std::size_t lane = 0; lane < timeline->lanes.size(); ++lane) {
        for (const core::Span& span : timeline->lanes[lane].spans) {
            auto* item = new QCPItemRect(&plot); // the plot's
            item->setPen(Qt::NoPen);
            item->setBrush(look.state(span.state));
            item->topLeft->setCoords(static_cast<double>(span.begin), static_cast<double>(lane) + 0.9);
            item->bottomRight->setCoords(static_cast<double>(span.end), static_cast<double>(lane));
        }
    }
    Pan pan(timeline->end, state.range(0));
    Frames frames;
    for (auto _ : state)
        frames.time([&] {
            const analysis::TimeInterval visible = pan.next();
            plot.xAxis->setRange(static_cast<double>(visible.begin), static_cast<double>(visible.end));
            plot.replot(QCustomPlot::rpImmediateRefresh);
        });
    frames.tell(state);
}

/// A million events a second for ten seconds of the run's own time, at 30 frames a second; what the window
/// does in a tick is in the frame.
void aRunThatGrows(benchmark::State& state)
{
    constexpr int lanes = 64;
    constexpr int framesOfRun = 300;
    constexpr int eventsOfFrame = 1'000'000 / 30;
    constexpr core::Nanoseconds frameLength = core::nanosecondsPerSecond / 30;
    const charts::Theme& look = theme();
    for (auto _ : state) {
        std::vector<recording::LaneInfo> infos(lanes);
        for (int lane = 0; lane < lanes; ++lane)
            infos[lane].name = "worker " + std::to_string(lane + 1);
        recording::TimelineBuilder builder(infos, 0);
        charts::GanttPlot plot;
        plot.setTheme(look);
        charts::GanttContent content = contentOf(builder.timeline());
        content.bands[0].running = true;
        plot.setContent(content);
        plot.widget()->resize(width, height);
        Frames frames;
        std::vector<recording::Record> records(eventsOfFrame / lanes);
        for (int frame = 0; frame < framesOfRun; ++frame) {
            const core::Nanoseconds now = (frame + 1) * frameLength;
            frames.time([&] {
                for (int lane = 0; lane < lanes; ++lane) {
                    for (std::size_t i = 0; i < records.size(); ++i) {
                        records[i].time =
                            frame * frameLength + static_cast<core::Nanoseconds>(i + 1) * frameLength /
                                                      static_cast<core::Nanoseconds>(records.size() + 1);
                        records[i].state = static_cast<core::State>((i + static_cast<std::size_t>(lane)) % 5);
                        records[i].item = static_cast<core::ItemIndex>(i);
                    }
                    builder.append(static_cast<core::LaneIndex>(lane), records);
                }
                builder.look(now);
                plot.compose({width, height}, {0, 10 * core::nanosecondsPerSecond}, 0);
                plot.widget()->replot(QCustomPlot::rpImmediateRefresh);
            });
        }
        frames.tell(state);
        state.counters["spans"] = static_cast<double>(analysis::spanCount(*builder.timeline()));
    }
}

} // namespace

// Of one family the ratio to the first is what counts.
BENCHMARK(tenMillionSpans)
    ->Name("ten_million_spans")
    ->RangeMultiplier(8)
    ->Range(1, 1 << 18)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(folded, few, 8)->Name("100000_spans_8_lanes/folded")->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(eachSpan, few, 8)
    ->Name("100000_spans_8_lanes/each_span_drawn")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(anItemForEachSpan, few, 8)
    ->Name("100000_spans_8_lanes/an_item_for_each")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(folded, many, 64)
    ->Name("100000_spans_64_lanes/folded")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(eachSpan, many, 64)
    ->Name("100000_spans_64_lanes/each_span_drawn")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(anItemForEachSpan, many, 64)
    ->Name("100000_spans_64_lanes/an_item_for_each")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(aRunThatGrows)->Name("a_million_events_a_second")->Unit(benchmark::kMillisecond)->Iterations(1);
