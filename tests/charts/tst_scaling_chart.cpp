// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scaling_laws.h"
#include "charts/scaling_content.h"
#include "charts/scaling_scene.h"
#include "synthetic_runs.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

class TestScalingChart : public QObject
{
    Q_OBJECT

private:
    static ScalingScene composed(const ScalingContent& content, QSizeF size = {1036, 370})
    {
        return composeScaling(content, makeTheme(palette(), ThemeKind::light), size, nullptr);
    }

    static core::StrategyReport ran(const char* name, std::vector<int> counts, double wall, double baseline)
    {
        core::StrategyReport report;
        report.strategy = strategy(name, std::move(counts));
        report.baseline = "sequential";
        report.medianWallSeconds = wall;
        report.coldWallSeconds = wall + 1;
        if (report.strategy.text() != report.baseline)
            report.speedup = core::Speedup{baseline / wall, {}};
        report.runs.resize(1);
        return report;
    }

private Q_SLOTS:
    void marksStandWhereTheirValuesAre()
    {
        const ScalingContent content = sweepOfWorkers();
        const ScalingScene scene = composed(content);
        QVERIFY(scene.x.logarithmic);
        for (std::size_t i = 0; i < content.series.size(); ++i) {
            for (std::size_t j = 0; j < content.series[i].samples.size(); ++j) {
                const PlacedSeries::Mark& mark = scene.series[i].marks[j];
                QVERIFY(scene.plot.contains(mark.place));
                QVERIFY(j == 0 || mark.place.x() > scene.series[i].marks[j - 1].place.x());
                QCOMPARE(mark.best, content.series[i].best == content.series[i].samples[j].x);
                if (mark.bar)
                    QVERIFY(mark.bar->first > mark.place.y() && mark.bar->second < mark.place.y());
            }
        }
        QCOMPARE(scene.y.toPixel(0), scene.plot.bottom());
        QVERIFY(scene.ideal.front().y() > scene.ideal.back().y());
        // The band lies around the law.
        const PlacedSeries& threads = scene.series[0];
        QCOMPARE(threads.band.size(), 2 * threads.fit.size());
        QVERIFY(threads.band[0].y() < threads.fit[0].y() && threads.band.back().y() > threads.fit[0].y());
    }

    void axesBecomeLogarithmicWhereValuesSpanDecades()
    {
        ScalingContent content = sweepOfWork();
        QVERIFY(composed(content).x.logarithmic);
        QVERIFY(composed(content).y.logarithmic);
        for (ScalingSeries& series : content.series)
            series.samples.resize(1);
        QVERIFY(!composed(content).x.logarithmic);
        QVERIFY(!composed(content).y.logarithmic);
    }

    void labelsDoNotCoverEachOther()
    {
        ScalingContent content = sweepOfWorkers();
        for (int i = 0; i < 4; ++i)
            content.series.push_back(content.series.back());
        const Theme theme = makeTheme(palette(), ThemeKind::light);
        for (const QSizeF size : {QSizeF(1036, 370), QSizeF(480, 260)}) {
            const ScalingScene scene = composed(content, size);
            std::vector<double> places;
            for (const PlacedSeries& series : scene.series)
                places.push_back(series.labelY);
            std::ranges::sort(places);
            for (std::size_t i = 1; i < places.size(); ++i)
                QVERIFY(places[i] - places[i - 1] >= theme.px(16) - 0.5);
            for (std::size_t i = 1; i < scene.xTicks.size(); ++i)
                QVERIFY(scene.xTicks[i].place > scene.xTicks[i - 1].place);
            QCOMPARE(scene.xTicks.front().label, QStringLiteral("1"));
            QCOMPARE(scene.xTicks.back().label, QStringLiteral("8"));
        }
    }

    void aMarkIsReadOut()
    {
        ScalingChart chart;
        chart.resize(1036, 370);
        chart.setTheme(makeTheme(palette(), ThemeKind::light));
        chart.setContent(sweepOfWorkers());
        const ScalingScene scene = composed(chart.content());
        const QString text = chart.textAt(scene.series[0].marks[1].place.toPoint());
        QVERIFY(text.startsWith(QStringLiteral("threads\n2 workers: 1.")));
        QVERIFY(text.contains(QStringLiteral("95 % interval")));
        QVERIFY(text.endsWith(QStringLiteral("coherency 0.03")));
        QCOMPARE(chart.textAt(scene.plot.topLeft().toPoint()), QString());
        QVERIFY(chart.summary().contains(QStringLiteral("processes@chunk=25, 1: 0.93 ×")));
    }

    void aSweepOverWorkersShowsSpeedupsAndTheirLaw()
    {
        core::Report report;
        report.experiment.sweep = core::Sweep{"strategy.workers", {core::Value(1), core::Value(2)}};
        core::ScalingReport scaling;
        scaling.strategy = "threads";
        std::vector<analysis::ScalingSample> samples;
        for (const int workers : {1, 2, 3, 4, 6, 8}) {
            const double speed = workers / (1 + 0.1 * (workers - 1));
            samples.push_back({static_cast<double>(workers), speed});
            core::ScalingPoint& point = scaling.points.emplace_back();
            point.strategy = "threads:" + std::to_string(workers);
            point.workers = workers;
            point.speedup = speed;
            point.ceiling = std::min(workers, 2) * 0.9;
        }
        scaling.fits = analysis::fitLaws(samples);
        scaling.law = core::ScalingLaw::amdahl;
        report.scaling = {scaling};
        const ScalingContent content = scalingContentOf(report);
        QCOMPARE(content.measure, ScalingContent::Measure::speedup);
        QVERIFY(content.ideal);
        QCOMPARE(content.series[0].title, QStringLiteral("threads"));
        QCOMPARE(content.series[0].samples.size(), 6U);
        QCOMPARE(content.series[0].best, 8.0);
        QVERIFY(content.series[0].law.startsWith(QStringLiteral("Amdahl's law: rate 1.0")));
        QCOMPARE(content.series[0].fit.front().x(), 1.0);
        QCOMPARE(content.series[0].fit.back().x(), 8.0);
        QVERIFY(std::abs(content.series[0].fit.back().y() - samples.back().speed) < 0.01);
        QCOMPARE(content.ceiling.back().y(), 1.8);
    }

    void aSweepOverAnythingElseShowsTimes()
    {
        core::Report report;
        report.experiment.timing = core::Timing::cold;
        report.experiment.strategies = {"gil-threads:2"};
        report.experiment.sweep = core::Sweep{"strategy.switch", {core::Value("50ms"), core::Value("5ms")}};
        for (const char* text : {"50ms", "5ms"}) {
            core::PointReport point;
            point.value = core::Value(text);
            point.strategies = {ran("gil-threads", {2}, 2, 2)};
            point.strategies[0].strategy.options["switch"] = text;
            report.points.push_back(point);
        }
        report.points.push_back({}); // has not run yet
        const ScalingContent content = scalingContentOf(report);
        QCOMPARE(content.measure, ScalingContent::Measure::seconds);
        QCOMPARE(content.xTitle, QStringLiteral("switch"));
        QCOMPARE(content.series.size(), 1U);
        QCOMPARE(content.series[0].title, QStringLiteral("gil-threads:2"));
        QCOMPARE(content.series[0].samples[0].x, 0.005);
        QCOMPARE(content.series[0].samples[0].label, QStringLiteral("5ms"));
        QCOMPARE(content.series[0].samples[0].value, 3.0); // start-up counts
        QVERIFY(scalingContentOf(core::Report()).series.empty());
    }

    void emptyIsFine()
    {
        ScalingChart chart;
        chart.resize(300, 120);
        chart.setTheme(makeTheme(palette(), ThemeKind::dark));
        chart.setContent({});
        QVERIFY(!chart.grab().isNull());
        QCOMPARE(chart.summary(), QStringLiteral("No sweep yet."));
    }
};

QTEST_MAIN(TestScalingChart)
#include "tst_scaling_chart.moc"
