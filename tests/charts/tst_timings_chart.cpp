// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_chart.h"
#include "charts/timings_runs.h"
#include "charts/timings_scene.h"
#include "synthetic_runs.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

class TestTimingsChart : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    TimingsScene scene(const TimingsContent& content, QSizeF size) const
    {
        return composeTimings(content, m_theme, size, 0, nullptr);
    }

private Q_SLOTS:
    void initTestCase() { m_theme = makeTheme(palette(), ThemeKind::light); }

    void standing_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* name, double value, double low, double high, Standing standing) {
            QTest::newRow(name) << value << low << high << static_cast<int>(standing);
        };
        row("a gain", 1.9, 1.8, 2.0, Standing::gain);
        row("a loss", 0.8, 0.75, 0.85, Standing::loss);
        row("the interval holds 1", 1.2, 0.9, 1.5, Standing::noDifference);
        row("one run, clear", 1.87, 0, 0, Standing::gain);
        row("one run, close", 1.04, 0, 0, Standing::noDifference);
        row("one run, slower", 0.9, 0, 0, Standing::loss);
    }

    void standing()
    {
        QFETCH(double, value);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, expected);
        core::StrategyReport report;
        report.strategy = strategy("threads", {4});
        report.baseline = "sequential";
        report.medianWallSeconds = 1;
        report.runs.resize(1);
        report.speedup = core::Speedup{value, {}};
        if (high > 0)
            report.speedup->interval95 = core::Interval{low, high};
        QCOMPARE(static_cast<int>(analysis::standingOf(report)), expected);
    }

    /// A process pool starts in 10 ms before 300 ms of work: the lighter end begins where the time ends.
    void aShortStartUpIsSeen()
    {
        TimingsContent content = heavyTimings(1);
        content.report.strategies.resize(4);
        for (core::StrategyReport& row : content.report.strategies) {
            row.medianWallSeconds = 0.3;
            row.coldWallSeconds = 0.3;
            row.startupSeconds = 0;
        }
        core::StrategyReport& processes = content.report.strategies[3];
        processes.startupSeconds = 0.01;
        processes.coldWallSeconds = 0.31;
        TimingsChart chart;
        chart.resize(1036, 370);
        chart.setTheme(m_theme);
        const auto colorAt = [&](const TimingsScene& scene, double seconds) {
            chart.setContent(content);
            const QImage image = chart.grab().toImage();
            return image.pixelColor(static_cast<int>(scene.axis.toPixel(core::fromSeconds(seconds))),
                                    static_cast<int>(scene.barY(scene.rows[3])));
        };
        const TimingsScene warm = scene(content, {1036, 370});
        QCOMPARE(warm.rows[3].startupSeconds, 0.01);
        QCOMPARE(warm.rows[3].value, QStringLiteral("0.30 s"));
        QCOMPARE(colorAt(warm, 0.298), m_theme.roles.accent);
        QCOMPARE(colorAt(warm, 0.306), m_theme.roles.accentSoft);
        QCOMPARE(colorAt(warm, 0.315), m_theme.roles.panel);
        // Where the experiment speaks of cold starts, the time says so and the picture is the same.
        content.report.experiment.timing = core::Timing::cold;
        const TimingsScene cold = scene(content, {1036, 370});
        QVERIFY(std::abs(cold.rows[3].startupSeconds - 0.01) < 1e-12);
        QCOMPARE(cold.rows[3].value, QStringLiteral("0.31 s"));
        QCOMPARE(colorAt(cold, 0.306), m_theme.roles.accentSoft);
    }

    void rowsAndColumnsKeepToTheirPlaces_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("panel") << QSizeF(1036, 370);
        QTest::newRow("wide") << QSizeF(1900, 900);
        QTest::newRow("low") << QSizeF(1036, 220);
        QTest::newRow("narrow") << QSizeF(480, 300);
    }

    void rowsAndColumnsKeepToTheirPlaces()
    {
        QFETCH(QSizeF, size);
        const TimingsContent content = heavyTimings(10);
        const TimingsScene scene = this->scene(content, size);
        QCOMPARE(scene.rows.size(), 7U);
        QVERIFY(scene.nameRight < scene.rowsArea.left());
        QVERIFY(scene.cpuRight == 0 || scene.cpuRight <= size.width() - scene.margin);
        double before = -100;
        for (const TimingsRow& row : scene.rows) {
            QVERIFY(row.y - before >= scene.barHeight);
            before = row.y;
            const double end = std::max(row.solidSeconds + row.startupSeconds, row.interval->high);
            QVERIFY(scene.axis.toPixel(core::fromSeconds(end)) < scene.rowsArea.right());
        }
        QVERIFY(scene.pitch >= QFontMetricsF(m_theme.font(TextRole::body)).height());
        QVERIFY(scene.maximumScroll() == 0 || size.height() < 300);
    }

    void runtimesStandTogether()
    {
        TimingsContent content = heavyTimings(10);
        std::swap(content.report.strategies[1], content.report.strategies[5]);
        content.runtimeWork[1] = QStringLiteral("work: 5 items");
        const TimingsScene scene = this->scene(content, {1036, 400});
        QCOMPARE(scene.groups.size(), 2U);
        QVERIFY(!scene.groups[0].hairline);
        QVERIFY(scene.groups[1].hairline && scene.groups[1].header);
        QVERIFY(scene.rows[1].title == QStringLiteral("threads:4"));
    }

    void coldTimingShowsTheWhole()
    {
        TimingsContent content = heavyTimings(10);
        content.report.experiment.timing = core::Timing::cold;
        const TimingsScene scene = this->scene(content, {1036, 400});
        QCOMPARE(scene.rows[3].value, QStringLiteral("1.08 s"));
        QCOMPARE(scene.rows[3].solidSeconds, 1.05);
    }

    void partialReportsWait()
    {
        TimingsContent content = heavyTimings(1);
        content.report.strategies[6].runs.clear();
        content.report.strategies[6].medianWallSeconds = 0;
        const TimingsScene scene = this->scene(content, {1036, 400});
        QCOMPARE(scene.rows[6].standing, Standing::waiting);
        QCOMPARE(scene.rows[6].value, QStringLiteral("not measured yet"));
    }

    void readoutInWords()
    {
        TimingsChart chart;
        chart.resize(1036, 370);
        chart.setTheme(m_theme);
        TimingsContent content = heavyTimings(10);
        content.previous = content.report;
        chart.setContent(content);
        chart.show();
        const TimingsScene scene = this->scene(content, {1036, 370});
        const QPoint place(300, static_cast<int>(scene.toWidget(scene.rows[3].y)));
        QCOMPARE(chart.textAt(place),
                 QStringLiteral("processes:2 · 1.05 s\nmedian of 10 blocks\n95 % interval 1.02 s to 1.08 s\n"
                                "start-up 30 ms\nCPU time 2.06 s\n1.90 × the speed of sequential\n"
                                "95 % interval 1.85 to 1.96\n"
                                "the time before: 1.05 s"));
        QVERIFY(chart.textAt({300, 5}).isEmpty());
        QSignalSpy hovered(&chart, &TimingsChart::hovered);
        QTest::mouseMove(chart.findChild<QWidget*>(QStringLiteral("timingsPlot")), place);
        QTRY_COMPARE(hovered.count(), 1);
        QVERIFY(chart.accessibleDescription().startsWith(content.finding));
    }

    void singleRunsAreDots()
    {
        const TimingsScene scene = this->scene(judgedTimings(), {1036, 370});
        const TimingsRow& first = scene.rows[0];
        QCOMPARE(first.dots.size(), 11U);
        QVERIFY(first.dots[2].outlier && !first.dots[2].disturbed && !first.dots[2].leftOut);
        QVERIFY(first.dots[4].disturbed && !first.dots[4].leftOut && !first.dots[4].outlier);
        QVERIFY(first.dots[10].leftOut && !first.dots[10].disturbed);
        for (const TimingsRow& row : scene.rows) {
            for (const RunDot& dot : row.dots) {
                const QPointF place = dotPlace(scene, row, dot);
                QVERIFY(place.y() > scene.barY(row) + scene.barHeight / 2);
                QVERIFY(std::abs(place.y() - scene.toWidget(row.y)) <= scene.pitch / 2);
                QVERIFY(scene.rowsArea.left() <= place.x() && place.x() <= scene.rowsArea.right());
            }
        }
        // Six seconds beside 0.4: it must not press the others together.
        const RunDot& far = scene.rows[6].dots[7];
        QVERIFY(beyondAxis(scene, far));
        QVERIFY(scene.axis.toPixel(core::fromSeconds(2.0)) > scene.rowsArea.center().x());
        // One run says nothing that its bar does not.
        QVERIFY(this->scene(heavyTimings(1), {1036, 370}).rows[0].dots.empty());
    }

    void dotsStandInTheOrderOfTheirRuns()
    {
        const TimingsScene scene = this->scene(judgedTimings(), {1036, 370});
        const TimingsRow& row = scene.rows[0];
        for (std::size_t i = 1; i < row.dots.size(); ++i) {
            QVERIFY(row.dots[i].run > row.dots[i - 1].run);
            QVERIFY(dotPlace(scene, row, row.dots[i]).y() > dotPlace(scene, row, row.dots[i - 1]).y());
        }
        // A few have room beside each other.
        const TimingsScene few = this->scene(heavyTimings(4), {1036, 370});
        for (const RunDot& dot : few.rows[0].dots)
            QCOMPARE(dotPlace(few, few.rows[0], dot).y(), few.dotsY(few.rows[0]));
        QVERIFY(dotKey(few).front() == QStringLiteral("one run"));
    }

    void allCostsAndADriftAreRead()
    {
        TimingsContent content = judgedTimings();
        core::StrategyReport& strategy = content.report.strategies[0];
        strategy.peakMemoryBytes = 123'400'000;
        strategy.latency = core::Latency{.p50 = 0.1, .p95 = 0.25, .p99 = {}, .max = 0.5, .first = 0.1};
        strategy.drift = core::Drift{.share = -0.12, .interval95 = {}, .p = 0.001, .beyondNoise = true};
        strategy.runs[3].cpuSeconds = 0.4;
        strategy.runs[3].peakMemoryBytes = 9'000'000;
        strategy.runs[3].latency = core::Latency{.p50 = 0.1, .p95 = {}, .p99 = {}, .max = 0.5, .first = 0.1};
        const TimingsScene scene = this->scene(content, {1036, 370});
        const QStringList whole = timingsReadout(content, scene.rows[0]);
        for (const char* line : {"peak memory 123 MB", "95 % of the items within 250 ms",
                                 "less and less: 12 % less in the last block than in the first"})
            QVERIFY2(whole.contains(QString::fromUtf8(line)), qPrintable(whole.join(QLatin1Char('\n'))));
        const QStringList run =
            runReadout(content.report.strategies[0], scene.rows[0], scene.rows[0].dots[3]);
        for (const char* line : {"CPU time 400 ms", "peak memory 9.0 MB", "slowest item 500 ms"})
            QVERIFY2(run.contains(QString::fromUtf8(line)), qPrintable(run.join(QLatin1Char('\n'))));
        content.report.strategies[0].drift->beyondNoise = false;
        QVERIFY(!timingsReadout(content, scene.rows[0]).join(QString()).contains(QStringLiteral("less and")));
    }

    void theKeyNamesWhatCanBeSeen()
    {
        using Texts = std::vector<QString>;
        TimingsContent content = judgedTimings();
        QCOMPARE(dotKey(this->scene(content, {1036, 370})),
                 (Texts{QStringLiteral("one run, the first on top"), QStringLiteral("outlier"),
                        QStringLiteral("disturbed, counted"), QStringLiteral("left out, ran anew"),
                        QStringLiteral("beyond the axis")}));
        for (core::StrategyReport& strategy : content.report.strategies) {
            for (core::RunReport& run : strategy.runs) {
                run.disturbances = {{core::DisturbanceKind::load, 1.3}};
                run.outlier = false;
                run.wallSeconds = std::min(run.wallSeconds, 2.0);
            }
        }
        QCOMPARE(dotKey(this->scene(content, {1036, 370})),
                 (Texts{QStringLiteral("disturbed, counted"), QStringLiteral("left out, ran anew")}));
        QVERIFY(dotKey(this->scene(heavyTimings(1), {1036, 370})).empty());
    }

    void warmUpsAreNoDots()
    {
        TimingsContent content = judgedTimings();
        content.report.strategies[0].runs[0].warmup = true;
        QCOMPARE(this->scene(content, {1036, 370}).rows[0].dots.size(), 10U);
    }

    void aDotTellsItsRun()
    {
        const TimingsContent content = judgedTimings();
        const TimingsScene scene = this->scene(content, {1036, 370});
        const TimingsRow& row = scene.rows[0];
        const QStringList outlier = timingsReadoutAt(content, scene, dotPlace(scene, row, row.dots[2]));
        QCOMPARE(outlier[0], QStringLiteral("sequential · 2.30 s"));
        QVERIFY(outlier[1].startsWith(QStringLiteral("block 3, run ")));
        QCOMPARE(outlier[2], QStringLiteral("outlier: far from the other runs, counted all the same"));
        const QStringList replaced = runReadout(content.report.strategies[0], row, row.dots[10]);
        QCOMPARE(replaced[2], QStringLiteral("disturbed: others kept 1.3 cores busy"));
        QCOMPARE(replaced[3], QStringLiteral("its block ran anew; this run is in no figure"));
    }

    void speedupsHaveIntervalsAndWords()
    {
        const TimingsScene scene = this->scene(judgedTimings(), {1036, 370});
        QCOMPARE(scene.rows[2].speedup, QStringLiteral("1.87 ×"));
        QCOMPARE(scene.rows[2].speedupInterval, QStringLiteral("(1.80–1.94)"));
        QCOMPARE(scene.rows[2].verdict, QStringLiteral("faster"));
        QCOMPARE(scene.rows[1].speedup, QStringLiteral("no measurable difference"));
        QVERIFY(scene.intervalRight > scene.speedupRight);
        QVERIFY(scene.rowsArea.right() < scene.speedupRight);
        QCOMPARE(this->scene(judgedTimings(), {480, 300}).intervalRight, 0.0);
        QCOMPARE(this->scene(manyTimings(3), {1036, 370}).rows[2].verdict,
                 QStringLiteral("too few blocks for a verdict"));
    }

    void hintsStandUnderTheChart()
    {
        const TimingsContent content = judgedTimings();
        const TimingsScene tall = this->scene(content, {1036, 480});
        QCOMPARE(tall.hints.size(), 2);
        QVERIFY(tall.hintsY > tall.axisY);
        const TimingsScene low = this->scene(content, {1036, 200});
        QCOMPARE(low.hints.size(), 1);
        QVERIFY(low.hints[0].endsWith(QStringLiteral("(and 1 more)")));
        QCOMPARE(timingsReadoutAt(content, low, {300, low.hintsY}), content.hints);
    }

    void twelveStrategiesFitInALowPanel()
    {
        const TimingsScene scene = this->scene(manyTimings(12), {1036, 320});
        QCOMPARE(scene.maximumScroll(), 0.0);
        QVERIFY(scene.barHeight + scene.dotStrip <= scene.pitch);
        QVERIFY(scene.nameRight <= (1036 - 2 * scene.margin) * 0.34 + scene.margin);
    }

    void manyRowsScroll()
    {
        TimingsChart chart;
        chart.resize(700, 200);
        chart.setTheme(m_theme);
        TimingsContent content = heavyTimings(10);
        for (int i = 0; i < 20; ++i)
            content.report.strategies.push_back(content.report.strategies[2]);
        chart.setContent(content);
        chart.show();
        auto* const bar = chart.findChild<QScrollBar*>(QStringLiteral("timingsScrollBar"));
        QVERIFY(bar->isVisible());
        QTest::keyClick(&chart, Qt::Key_Down);
        QVERIFY(bar->value() > 0);
        chart.setContent(heavyTimings(10));
        chart.resize(700, 500);
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(TestTimingsChart)
#include "tst_timings_chart.moc"
