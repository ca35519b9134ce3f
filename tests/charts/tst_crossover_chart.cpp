// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_plot.h"
#include "charts/image_export.h"
#include "synthetic_runs.h"

#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::CrossoverSide;

namespace {

/// threads:2 overtake sequential between 1 and 4 ms; at 100 µs one end of an interval is beyond all measure.
core::CrossoverReport answered()
{
    core::CrossoverReport report;
    report.experiment.sweep = core::Sweep{"workload.work", {core::Value(0.0001), core::Value(0.1)}};
    report.strategies = {"sequential", "threads:2"};
    report.kind = core::ParameterKind::seconds;
    report.logarithmic = true;
    const auto add = [&](double value, double ratio, double low, double high, CrossoverSide faster) {
        core::CrossoverPoint point;
        point.measured.value = core::Value(value);
        point.ratio = ratio;
        if (low > 0)
            point.interval = core::Interval{low, high};
        point.faster = faster;
        report.points.push_back(point);
    };
    add(0.0001, 0.2, 0.0001, 0.25, CrossoverSide::first);
    add(0.001, 0.8, 0.7, 0.9, CrossoverSide::first);
    add(0.002, 1.0, 0.9, 1.1, CrossoverSide::open);
    add(0.004, 1.3, 1.2, 1.4, CrossoverSide::second);
    add(0.01, 0, 0, 0, CrossoverSide::open); // not comparable
    add(0.1, 1.8, 1.7, 1.9, CrossoverSide::second);
    report.crossings = {{CrossoverSide::second, core::Value(0.001), core::Value(0.004), 0.002, {}}};
    return report;
}

CrossoverContent content()
{
    CrossoverContent content = crossoverContentOf(answered());
    content.finding = QStringLiteral("threads:2 overtakes sequential where workload.work is between 1 ms and "
                                     "4 ms.");
    content.caption = QStringLiteral("5 of at most 10 values, 10 blocks at each, warm.");
    return content;
}

} // namespace

class TestCrossoverChart : public QObject
{
    Q_OBJECT

private:
    static CrossoverScene composed(const CrossoverContent& content, QSizeF size = {1036, 370})
    {
        return composeCrossover(content, makeTheme(palette(), ThemeKind::light), size, nullptr);
    }

private Q_SLOTS:
    void theContentIsWhatTheReportSays()
    {
        const CrossoverContent shown = crossoverContentOf(answered());
        QCOMPARE(shown.first, QStringLiteral("sequential"));
        QCOMPARE(shown.second, QStringLiteral("threads:2"));
        QCOMPARE(shown.xTitle, QStringLiteral("work"));
        QVERIFY(shown.logarithmic);
        QCOMPARE(shown.low, 0.0001);
        QCOMPARE(shown.high, 0.1);
        QCOMPARE(shown.samples.size(), 5U); // without what cannot be compared
        QCOMPARE(shown.samples[1].label, QStringLiteral("1.0 ms"));
        QCOMPARE(shown.bands.size(), 1U);
        QCOMPARE(shown.bands[0].label, QStringLiteral("1.0 ms – 4.0 ms"));
        QVERIFY(crossoverContentOf({}).samples.empty());
    }

    void equalIsTheMiddleAndTheBandIsTheInterval()
    {
        const CrossoverScene scene = composed(content());
        QVERIFY(scene.x.logarithmic && scene.y.logarithmic);
        QCOMPARE(scene.marks.size(), 5U);
        QCOMPARE(scene.marks[2].place.y(), scene.evenY);
        QVERIFY(scene.marks[1].place.y() > scene.evenY && scene.marks[3].place.y() < scene.evenY);
        // Twice as fast is as far from equal as half as fast.
        QCOMPARE(scene.evenY - scene.y.toPixel(2), scene.y.toPixel(0.5) - scene.evenY);
        for (std::size_t i = 0; i < scene.marks.size(); ++i) {
            const CrossoverScene::Mark& mark = scene.marks[i];
            QVERIFY(scene.plot.contains(mark.place));
            QVERIFY(i == 0 || mark.place.x() > scene.marks[i - 1].place.x());
            QVERIFY(mark.bar);
            QVERIFY(mark.bar->first >= mark.place.y() && mark.bar->second <= mark.place.y());
            QVERIFY(mark.bar->first <= scene.plot.bottom() + 0.01 && mark.bar->second >= scene.plot.top());
        }
        QCOMPARE(scene.bands.size(), 1U);
        QCOMPARE(scene.bands[0].area.left(), scene.marks[1].place.x());
        QCOMPARE(scene.bands[0].area.right(), scene.marks[3].place.x());
    }

    void labelsHaveRoomAndTheEndsComeFirst()
    {
        for (const QSizeF size : {QSizeF(1036, 370), QSizeF(480, 260), QSizeF(300, 180)}) {
            const CrossoverScene scene = composed(content(), size);
            QStringList labels;
            for (const ScalingTick& tick : scene.xTicks)
                labels << tick.label;
            QVERIFY(labels.contains(QStringLiteral("100 µs")));
            for (std::size_t i = 1; i < scene.xTicks.size(); ++i)
                QVERIFY(scene.xTicks[i].place > scene.xTicks[i - 1].place);
            QStringList figures;
            for (const ScalingTick& tick : scene.yTicks) {
                figures << tick.label;
                QVERIFY(scene.plot.top() - 1 <= tick.place && tick.place <= scene.plot.bottom() + 1);
            }
            QVERIFY(figures.contains(QStringLiteral("1 ×")));
            QCOMPARE(figures.removeDuplicates(), 0);
        }
        QVERIFY(composed(content()).xTicks.size() >= 4U);
    }

    void aMarkIsReadOut()
    {
        CrossoverPlot plot;
        plot.setTheme(makeTheme(palette(), ThemeKind::light));
        plot.setContent(content());
        plot.compose({1036, 370}, 0);
        const QStringList lines = plot.readoutAt(plot.scene().marks[3].place);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QStringLiteral("4.0 ms work"));
        QVERIFY(lines[1].startsWith(QStringLiteral("threads:2 is 1.3")));
        QCOMPARE(lines[3], QStringLiteral("threads:2 is surely faster"));
        QCOMPARE(plot.readoutAt(plot.scene().marks[2].place).last(),
                 QStringLiteral("neither is surely faster"));
        QVERIFY(plot.readoutAt(plot.scene().plot.topLeft()).isEmpty());
        QVERIFY(plot.summary().startsWith(plot.finding()));
        QVERIFY(plot.summary().contains(QStringLiteral("1.0 ms work, threads:2 is 0.8")));
    }

    void slidesAndTheirFigures()
    {
        const QString shots = qEnvironmentVariable("OVERLAP_SHOTS");
        const Slide slide{content(), {}, QStringLiteral("2 cores · 2026-11-21")};
        for (const auto& [ending, format] :
             {std::pair{"png", ImageFormat::png}, std::pair{"svg", ImageFormat::svg},
              std::pair{"pdf", ImageFormat::pdf}}) {
            const QByteArray bytes = renderSlide(slide, palette(), format);
            QVERIFY(bytes.size() > 3000);
            if (shots.isEmpty())
                continue;
            QFile file(QStringLiteral("%1/slide-crossover.%2").arg(shots, QLatin1String(ending)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        const QByteArray csv = slideCsv(slide);
        QVERIFY(csv.startsWith("work,first,second,ratio,low,high,faster\r\n"));
        QVERIFY(csv.contains("0.004,sequential,threads:2,1.3,1.2,1.4,threads:2\r\n"));
        QVERIFY(csv.contains("0.002,sequential,threads:2,1,0.9,1.1,\r\n"));
        // Nothing to show is no crash.
        QVERIFY(!renderSlide({CrossoverContent{}, {}, {}}, palette(), ImageFormat::png).isEmpty());
    }
};

QTEST_MAIN(TestCrossoverChart)
#include "tst_crossover_chart.moc"
