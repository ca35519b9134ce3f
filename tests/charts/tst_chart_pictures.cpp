// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/active_workers.h"
#include "analysis/track_folding.h"
#include "charts/gantt_chart.h"
#include "charts/image_export.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/scaling_chart.h"
#include "charts/timings_chart.h"
#include "session/time_window.h"
#include "synthetic_runs.h"

#include <QDir>
#include <QMouseEvent>
#include <QTest>
#include <ctime>
#include <functional>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

/// Draws everything there is to look at. With OVERLAP_SHOTS set to a folder the pictures are kept there;
/// without, the test holds that drawing works and fills the lanes.
class TestChartPictures : public QObject
{
    Q_OBJECT

private:
    static void keep(const QImage& image, const QString& name)
    {
        const QString folder = qEnvironmentVariable("OVERLAP_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }

    static QImage grab(QWidget& widget)
    {
        widget.show();
        widget.ensurePolished();
        QCoreApplication::processEvents();
        return widget.grab().toImage();
    }

    static void hoverAt(QWidget& chart, QPoint place)
    {
        QWidget* const plot = chart.findChild<QWidget*>(QStringLiteral("ganttPlot"));
        QMouseEvent event(QEvent::MouseMove, place, plot->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &event);
    }

    /// A failed task, and a process that was killed.
    static GanttContent killedLanes()
    {
        const auto run = processRun(1.08, 3, 0.03);
        run->lanes[1].spans.resize(3);
        run->lanes[1].spans.back().flags = core::spanFailed | core::spanKilled;
        run->lanes[0].spans[3].flags = core::spanFailed;
        return oneBand(strategy("processes", {3}), run);
    }

private Q_SLOTS:
    void lanes_data()
    {
        QTest::addColumn<GanttContent>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QPoint>("hover");
        const int light = static_cast<int>(ThemeKind::light);
        const int dark = static_cast<int>(ThemeKind::dark);
        const QSize panel(1036, 520);
        QTest::newRow("mid-run-light") << heavyChunks(true) << light << panel << 0.0 << 0.0 << QPoint();
        QTest::newRow("mid-run-dark") << heavyChunks(true) << dark << panel << 0.0 << 0.0 << QPoint();
        QTest::newRow("ended-light") << heavyChunks(false) << light << QSize(1600, 900) << 0.0 << 0.0
                                     << QPoint();
        QTest::newRow("hover-light") << heavyChunks(true) << light << panel << 0.0 << 0.0 << QPoint(520, 118);
        QTest::newRow("hover-dark") << heavyChunks(true) << dark << panel << 0.0 << 0.0 << QPoint(420, 330);
        QTest::newRow("zoomed-gil") << heavyChunks(false) << light << panel << 0.40 << 0.52
                                    << QPoint(520, 178);
        QTest::newRow("zoomed-ms") << heavyChunks(false) << light << panel << 0.500 << 0.5004 << QPoint();
        QTest::newRow("small") << heavyChunks(true) << light << QSize(620, 320) << 0.0 << 0.0 << QPoint();
        QTest::newRow("folded-gil") << oneBand(strategy("gil-threads", {4}), gilRun(30, 4)) << light
                                    << QSize(1036, 260) << 0.0 << 0.0 << QPoint(500, 120);
        QTest::newRow("folded-gil-dark") << oneBand(strategy("gil-threads", {4}), gilRun(30, 4)) << dark
                                         << QSize(1036, 260) << 0.0 << 0.0 << QPoint();
        QTest::newRow("trouble-light") << oneBand(strategy("threads", {3}), troubledRun()) << light
                                       << QSize(1036, 260) << 0.0 << 0.0 << QPoint(0, 0);
        QTest::newRow("trouble-dark") << oneBand(strategy("threads", {3}), troubledRun()) << dark
                                      << QSize(1036, 260) << 0.0 << 0.0 << QPoint(0, 0);
        QTest::newRow("start-up") << oneBand(strategy("processes", {2}), processRun(1.08, 2, 0.12)) << light
                                  << QSize(1036, 220) << 0.0 << 0.0 << QPoint(0, 0);
        QTest::newRow("killed-light")
            << killedLanes() << light << QSize(1036, 220) << 0.0 << 0.0 << QPoint(500, 140);
        QTest::newRow("killed-dark") << killedLanes() << dark << QSize(1036, 220) << 0.0 << 0.0
                                     << QPoint(0, 0);
        QTest::newRow("64-lanes") << oneBand(strategy("threads", {64}), busyRun(64, 2000)) << light
                                  << QSize(1600, 900) << 0.0 << 0.0 << QPoint(0, 0);
        QTest::newRow("64-lanes-zoomed") << oneBand(strategy("threads", {64}), busyRun(64, 2000)) << dark
                                         << QSize(1600, 900) << 1.0 << 1.2 << QPoint(0, 0);
        QTest::newRow("200-lanes") << oneBand(strategy("threads", {200}), busyRun(200, 40)) << light
                                   << QSize(1036, 520) << 0.0 << 0.0 << QPoint(0, 0);
        QTest::newRow("line-light") << assemblyLine(true) << light << panel << 0.0 << 0.0 << QPoint();
        QTest::newRow("line-dark") << assemblyLine(true) << dark << panel << 0.0 << 0.0 << QPoint();
        QTest::newRow("line-ended") << assemblyLine(false) << light << QSize(1300, 800) << 0.0 << 0.0
                                    << QPoint();
        QTest::newRow("line-hover") << assemblyLine(false) << light << QSize(1300, 800) << 0.0 << 0.0
                                    << QPoint(420, 200);
        QTest::newRow("line-hover-dark")
            << assemblyLine(false) << dark << QSize(1300, 800) << 0.0 << 0.0 << QPoint(420, 200);
        QTest::newRow("line-small") << assemblyLine(false) << light << QSize(560, 320) << 0.0 << 0.0
                                    << QPoint();
        QTest::newRow("loop-8") << oneBand(strategy("event-loop", {8}), loopRun(8, 60)) << light
                                << QSize(1036, 300) << 0.0 << 0.0 << QPoint();
        QTest::newRow("loop-100") << oneBand(strategy("event-loop", {100}), loopRun(100, 900)) << light
                                  << QSize(1036, 300) << 0.0 << 0.0 << QPoint(520, 140);
        QTest::newRow("empty") << GanttContent{} << light << QSize(1036, 300) << 0.0 << 0.0 << QPoint(0, 0);
    }

    void lanes()
    {
        QFETCH(GanttContent, content);
        QFETCH(int, kind);
        QFETCH(QSize, size);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(QPoint, hover);
        GanttChart chart;
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), static_cast<ThemeKind>(kind)));
        chart.setContent(content);
        if (to > from)
            chart.timeWindow()->setVisible({core::fromSeconds(from), core::fromSeconds(to)});
        grab(chart);
        if (!hover.isNull())
            hoverAt(chart, hover);
        const QImage image = grab(chart);
        keep(image, QStringLiteral("gantt-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(image.size() / image.devicePixelRatio(), size);
        QVERIFY(chart.replotCount() > 0);
    }

    void timings_data()
    {
        QTest::addColumn<TimingsContent>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QSize>("size");
        const int light = static_cast<int>(ThemeKind::light);
        const int dark = static_cast<int>(ThemeKind::dark);
        TimingsContent ghosts = heavyTimings(10);
        ghosts.previous = ghosts.report;
        for (auto& row : ghosts.previous->strategies)
            row.medianWallSeconds *= 1.15;
        ghosts.runtimeWork[0] = QStringLiteral("work: 12 000 000 items per chunk");
        ghosts.runtimeWork[1] = QStringLiteral("work: 500 000 items per chunk");
        TimingsContent partial = heavyTimings(1);
        for (int i : {3, 5, 6}) {
            core::StrategyReport& row = partial.report.strategies[i];
            row.runs.clear();
            row.medianWallSeconds = 0;
            row.speedup.reset();
        }
        const QSize panel(1036, 370);
        QTest::newRow("light") << heavyTimings(10) << light << panel;
        QTest::newRow("dark") << heavyTimings(10) << dark << panel;
        QTest::newRow("ghosts") << ghosts << light << panel;
        QTest::newRow("partial") << partial << light << panel;
        QTest::newRow("low") << heavyTimings(10) << light << QSize(1036, 240);
        QTest::newRow("narrow") << heavyTimings(10) << light << QSize(480, 200);
        QTest::newRow("empty") << TimingsContent{} << dark << panel;
        QTest::newRow("judged") << judgedTimings() << light << panel;
        QTest::newRow("judged-dark") << judgedTimings() << dark << QSize(1400, 480);
        QTest::newRow("judged-low") << judgedTimings() << light << QSize(1036, 320);
        QTest::newRow("judged-narrow") << judgedTimings() << light << QSize(560, 320);
        QTest::newRow("twelve") << manyTimings(12) << light << QSize(1036, 320);
        QTest::newRow("two") << manyTimings(2) << light << QSize(1036, 320);
        TimingsContent both = judgedTimings();
        both.previous = ghosts.previous;
        QTest::newRow("judged-ghosts") << both << light << panel;
    }

    void timings()
    {
        QFETCH(TimingsContent, content);
        QFETCH(int, kind);
        QFETCH(QSize, size);
        TimingsChart chart;
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), static_cast<ThemeKind>(kind)));
        chart.setContent(content);
        const QImage image = grab(chart);
        keep(image, QStringLiteral("timings-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(image.size() / image.devicePixelRatio(), size);
    }

    void ledger_data()
    {
        QTest::addColumn<LedgerContent>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QSize>("size");
        const int light = static_cast<int>(ThemeKind::light);
        const int dark = static_cast<int>(ThemeKind::dark);
        const QSize panel(1036, 370);
        LedgerContent partial = heavyLedger(1);
        for (int i : {3, 5, 6}) {
            partial.report.strategies[i].runs.clear();
            partial.report.strategies[i].ledger = {};
        }
        QTest::newRow("light") << heavyLedger(10) << light << panel;
        QTest::newRow("dark") << heavyLedger(10) << dark << panel;
        QTest::newRow("high") << heavyLedger(10) << light << QSize(1400, 560);
        QTest::newRow("partial") << partial << light << panel;
        QTest::newRow("low") << heavyLedger(10) << light << QSize(1036, 240);
        QTest::newRow("narrow") << heavyLedger(10) << light << QSize(480, 300);
        QTest::newRow("every-light") << everyLedger() << light << QSize(1200, 520);
        QTest::newRow("every-dark") << everyLedger() << dark << QSize(1200, 520);
        QTest::newRow("empty") << LedgerContent{} << dark << panel;
    }

    void ledger()
    {
        QFETCH(LedgerContent, content);
        QFETCH(int, kind);
        QFETCH(QSize, size);
        LedgerChart chart;
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), static_cast<ThemeKind>(kind)));
        chart.setContent(content);
        const QImage image = grab(chart);
        keep(image, QStringLiteral("ledger-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(image.size() / image.devicePixelRatio(), size);
    }

    void latencies_data()
    {
        QTest::addColumn<LatenciesContent>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QSize>("size");
        const int light = static_cast<int>(ThemeKind::light);
        const int dark = static_cast<int>(ThemeKind::dark);
        const QSize panel(1036, 370);
        QTest::newRow("few") << requestLatencies(5) << light << panel;
        QTest::newRow("some") << requestLatencies(60, 4) << light << panel;
        QTest::newRow("some-dark") << requestLatencies(60, 4) << dark << panel;
        QTest::newRow("tail") << requestLatencies(5000, 4) << light << panel;
        QTest::newRow("low") << requestLatencies(300, 4) << light << QSize(1036, 220);
        QTest::newRow("narrow") << requestLatencies(60, 4) << light << QSize(480, 260);
        QTest::newRow("empty") << LatenciesContent{} << light << panel;
    }

    void latencies()
    {
        QFETCH(LatenciesContent, content);
        QFETCH(int, kind);
        QFETCH(QSize, size);
        LatenciesChart chart;
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), static_cast<ThemeKind>(kind)));
        chart.setContent(content);
        const QImage image = grab(chart);
        keep(image, QStringLiteral("latencies-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(image.size() / image.devicePixelRatio(), size);
    }

    void scaling_data()
    {
        QTest::addColumn<ScalingContent>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QSize>("size");
        const int light = static_cast<int>(ThemeKind::light);
        const int dark = static_cast<int>(ThemeKind::dark);
        const QSize panel(1036, 370);
        QTest::newRow("workers") << sweepOfWorkers() << light << panel;
        QTest::newRow("workers-dark") << sweepOfWorkers() << dark << panel;
        QTest::newRow("work") << sweepOfWork() << light << panel;
        QTest::newRow("narrow") << sweepOfWorkers() << light << QSize(480, 260);
        QTest::newRow("low") << sweepOfWorkers() << light << QSize(1036, 180);
        QTest::newRow("empty") << ScalingContent{} << light << panel;
    }

    void scaling()
    {
        QFETCH(ScalingContent, content);
        QFETCH(int, kind);
        QFETCH(QSize, size);
        ScalingChart chart;
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), static_cast<ThemeKind>(kind)));
        chart.setContent(content);
        const QImage image = grab(chart);
        keep(image, QStringLiteral("scaling-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(image.size() / image.devicePixelRatio(), size);
    }

    void slides()
    {
        const QString folder = qEnvironmentVariable("OVERLAP_SHOTS");
        const QString caption = QStringLiteral(
            "n = 10 blocks, 95 % bootstrap interval · 2 cores · gcc 12 · Linux 6.18 · 2026-11-21");
        const QString finding = QStringLiteral(
            "Threads halve the time on two cores; under a GIL they gain nothing, and processes "
            "gain as much as threads once they have started, which costs 30 ms.");
        for (const auto& [name, slide] :
             {std::pair{"gantt", Slide{heavyChunks(false), finding, caption}},
              std::pair{"timings", Slide{judgedTimings(), finding, caption}},
              std::pair{"ledger", Slide{heavyLedger(10), {}, caption}},
              std::pair{"line", Slide{assemblyLine(false), finding, caption}},
              std::pair{"killed", Slide{killedLanes(), finding, caption}},
              std::pair{"latencies", Slide{requestLatencies(300, 4), {}, caption}},
              std::pair{"scaling", Slide{sweepOfWorkers(), {}, caption}},
              std::pair{"gantt64",
                        Slide{oneBand(strategy("threads", {64}), busyRun(64, 2000)), finding, caption}}}) {
            for (const auto& [ending, format] :
                 {std::pair{"png", ImageFormat::png}, std::pair{"svg", ImageFormat::svg},
                  std::pair{"pdf", ImageFormat::pdf}}) {
                const QByteArray bytes = renderSlide(slide, palette(), format);
                QVERIFY(bytes.size() > 1000);
                if (folder.isEmpty())
                    continue;
                QFile file(
                    QStringLiteral("%1/slide-%2.%3").arg(folder, QLatin1String(name), QLatin1String(ending)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(bytes);
            }
        }
    }

    /// What the strip of active workers and hovering cost with 100,000 spans. Printed for people; only a
    /// runaway fails.
    void stripAndHoverCost()
    {
        const auto median = [](int turns, const std::function<void(int)>& act) {
            std::vector<double> times;
            for (int i = 0; i < turns; ++i) {
                const std::clock_t before = std::clock();
                act(i);
                times.push_back(1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
            }
            std::ranges::nth_element(times, times.begin() + turns / 2);
            return times[static_cast<std::size_t>(turns / 2)];
        };
        const auto whole = busyRun(8, 12500);
        core::Track track;
        const double counted = median(21, [&](int) { track = analysis::activeLanes(*whole); });
        const analysis::TimeAxis axis{0, whole->end, 0, 1000};
        const double folded = median(21, [&](int) { analysis::foldTrack(track, {0, whole->end}, axis); });
        // A live look: a thousandth of the spans is new each time.
        auto growing = std::make_shared<core::Timeline>(*whole);
        growing->ended = false;
        for (core::Lane& lane : growing->lanes)
            lane.spans.resize(11000);
        analysis::ActiveLanes active;
        active.look(growing);
        const double looked = median(101, [&](int turn) {
            for (std::size_t i = 0; i < growing->lanes.size(); ++i) {
                const auto& from = whole->lanes[i].spans;
                auto& to = growing->lanes[i].spans;
                const auto next = static_cast<std::ptrdiff_t>(to.size());
                to.insert(to.end(), from.begin() + next, from.begin() + next + 12);
            }
            growing->end = whole->end * (110 + turn / 10) / 125;
            active.look(growing);
        });
        QCOMPARE(active.look(growing)->points, analysis::activeLanes(*growing).points);

        GanttChart chart;
        chart.resize(1600, 900);
        chart.setTheme(makeTheme(palette(), ThemeKind::light));
        chart.setContent(oneBand(strategy("threads", {8}), whole));
        chart.timeWindow()->setVisible({whole->end / 2, whole->end / 2 + whole->end / 500});
        grab(chart);
        const int replots = chart.replotCount();
        const double hovered = median(101, [&](int turn) {
            hoverAt(chart, {400 + 7 * turn, 150});
            QCoreApplication::processEvents();
        });
        QCOMPARE(chart.replotCount(), replots);
        qInfo("100,000 spans in 8 lanes: counted anew %.2f ms (%d points), folded to 1000 columns %.2f ms, a "
              "live look %.3f ms; hovering from span to span %.2f ms with its repaint of 1600 × 900",
              counted, static_cast<int>(track.points.size()), folded, looked, hovered);
        QVERIFY(counted < 500 && looked < 100 && hovered < 500);
    }

    /// Not an assertion about time: the figure is printed for people, and only a runaway fails.
    void replotCost()
    {
        GanttChart chart;
        chart.resize(1600, 900);
        chart.setTheme(makeTheme(palette(), ThemeKind::light));
        auto timeline = busyRun(64, 2000);
        timeline->ended = false;
        GanttContent content = oneBand(strategy("threads", {64}), timeline);
        content.bands[0].running = true;
        chart.setContent(content);
        grab(chart);
        const auto measure = [&](const char* what, bool grows) {
            constexpr int turns = 41;
            std::vector<double> times;
            const std::clock_t cpuBefore = std::clock();
            for (int i = 0; i < turns; ++i) {
                timeline->end += grows ? 1 : 0; // as if it had grown
                chart.refresh();
                QCoreApplication::processEvents();
                times.push_back(chart.lastReplotMilliseconds());
            }
            const double cpu =
                1000.0 * static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC / turns;
            std::sort(times.begin(), times.end());
            qInfo("replot, 64 lanes × 2000 spans, 1600 × 900, %s: median %.2f ms, least %.2f, most %.2f; CPU "
                  "%.2f ms "
                  "with layout and event loop",
                  what, times[turns / 2], times.front(), times.back(), cpu);
            return times[turns / 2];
        };
        const double standing = measure("unchanged", false);
        const double growing = measure("grown", true);
        QVERIFY(standing < 500 && growing < 500);
    }
};

QTEST_MAIN(TestChartPictures)
#include "tst_chart_pictures.moc"
