// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/latencies_chart.h"
#include "charts/latencies_scene.h"
#include "synthetic_runs.h"

#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using Figure = LatencyColumn::Figure;

class TestLatenciesChart : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    LatenciesScene scene(const LatenciesContent& content, QSizeF size) const
    {
        return composeLatencies(content, measureLatencies(content), m_theme, size, 0, nullptr);
    }

    static int itemsIn(const LatencyRow& row)
    {
        int items = 0;
        for (const LatencyRow::Bin& bin : row.bins)
            items += bin.count;
        return items;
    }

private Q_SLOTS:
    void initTestCase() { m_theme = makeTheme(palette(), ThemeKind::light); }

    void everyItemIsThere_data()
    {
        QTest::addColumn<int>("items");
        QTest::addColumn<bool>("asColumns");
        QTest::newRow("few") << 5 << false;
        QTest::newRow("some") << 60 << false;
        QTest::newRow("many") << 5000 << true;
    }

    void everyItemIsThere()
    {
        QFETCH(int, items);
        QFETCH(bool, asColumns);
        const LatenciesScene scene = this->scene(requestLatencies(items), {1036, 370});
        QCOMPARE(scene.asColumns, asColumns);
        for (const LatencyRow& row : scene.rows) {
            QCOMPARE(itemsIn(row), items);
            for (const LatencyRow::Bin& bin : row.bins) {
                QVERIFY(bin.x >= scene.rowsArea.left() && bin.x <= scene.rowsArea.right());
                QVERIFY(asColumns || bin.count * scene.dot <= scene.bodyHeight);
            }
        }
    }

    void theRangeChoosesTheAxis()
    {
        LatenciesContent content = requestLatencies(60);
        LatenciesScene scene = this->scene(content, {1036, 370});
        QVERIFY(!scene.axis.logarithmic);
        QCOMPARE(scene.axis.toPixel(0), scene.rowsArea.left());
        content.report.strategies[0].runs[0].latencySeconds[0] = 20;
        scene = this->scene(content, {1036, 370});
        QVERIFY(scene.axis.logarithmic);
        QVERIFY(scene.caption.contains(QStringLiteral("Logarithmic axis.")));
        QVERIFY(scene.ticks.size() >= 3);
        double before = -1;
        for (const analysis::Tick& tick : scene.ticks) {
            const double x = scene.axis.toPixel(core::toSeconds(tick.time));
            QVERIFY(x > before);
            before = x;
        }
        // An item that took no measurable time has no logarithm.
        content.report.strategies[0].runs[0].latencySeconds[1] = 0;
        scene = this->scene(content, {1036, 370});
        QCOMPARE(scene.rows[0].bins.front().x > scene.rowsArea.left() - 4, true);
    }

    void percentilesNeedTheirItems()
    {
        const auto has = [](const LatenciesScene& scene, Figure figure) {
            return std::any_of(scene.columns.begin(), scene.columns.end(),
                               [&](const LatencyColumn& column) { return column.figure == figure; });
        };
        const LatenciesScene few = scene(requestLatencies(60), {1036, 370});
        QVERIFY(has(few, Figure::p50) && has(few, Figure::max) && !has(few, Figure::p95));
        QVERIFY(few.caption.contains(QStringLiteral("p95 needs 200 items.")));
        const LatenciesScene some = scene(requestLatencies(300), {1036, 370});
        QVERIFY(has(some, Figure::p95) && !has(some, Figure::p99));
        QVERIFY(has(scene(requestLatencies(1000), {1036, 370}), Figure::p99));
        LatenciesContent mixed = requestLatencies(300);
        mixed.report.strategies[0].latency->p95.reset();
        QCOMPARE(latencyFigure(scene(mixed, {1036, 370}).rows[0], Figure::p95), QStringLiteral("–"));
    }

    void failuresAreCountedBesideIt()
    {
        LatenciesContent content = requestLatencies(60, 4);
        QCOMPARE(scene(content, {1036, 370}).rows[2].excluded, QStringLiteral("4 failed, not included"));
        QVERIFY(scene(content, {1036, 370}).rows[1].excluded.isEmpty());
        // A warm-up is no measurement, and its failures are none of it.
        content.report.strategies[2].runs.push_back(content.report.strategies[2].runs[0]);
        content.report.strategies[2].runs[1].warmup = true;
        const LatencyRow row = scene(content, {1036, 370}).rows[2];
        QCOMPARE(row.excluded, QStringLiteral("4 failed, not included"));
        QCOMPARE(row.count, QStringLiteral("60 items"));
    }

    void nothingDoneIsSaidSo()
    {
        LatenciesContent content = requestLatencies(0, 4);
        LatenciesScene scene = this->scene(content, {1036, 370});
        QCOMPARE(scene.rows[2].count, QStringLiteral("0 items"));
        QVERIFY(scene.rows[2].bins.empty());
        content.report.strategies[1].runs.clear();
        scene = this->scene(content, {1036, 370});
        QCOMPARE(scene.rows[1].count, QStringLiteral("not measured yet"));
    }

    void readoutInWords()
    {
        LatenciesChart chart;
        chart.resize(1036, 370);
        chart.setTheme(m_theme);
        const LatenciesContent content = requestLatencies(60, 4);
        chart.setContent(content);
        chart.show();
        const LatenciesScene scene = this->scene(content, {1036, 370});
        const LatencyRow& row = scene.rows[2];
        const int y = static_cast<int>(scene.toWidget(row.y));
        const QString text = chart.textAt({static_cast<int>(row.bins[3].x), y});
        QVERIFY2(text.startsWith(QStringLiteral("threads:8 · 60 items\n4 failed, not included\nhere: ")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("p95 needs 200 items")));
        QVERIFY(!chart.textAt({20, y}).contains(QStringLiteral("here")));
        QVERIFY(chart.textAt({300, 5}).isEmpty());
        QSignalSpy hovered(&chart, &LatenciesChart::hovered);
        QTest::mouseMove(chart.findChild<QWidget*>(QStringLiteral("latenciesPlot")),
                         {static_cast<int>(row.bins[3].x), y});
        QTRY_COMPARE(hovered.count(), 1);
        QVERIFY(chart.accessibleDescription().startsWith(content.finding));
    }
};

QTEST_MAIN(TestLatenciesChart)
#include "tst_latencies_chart.moc"
