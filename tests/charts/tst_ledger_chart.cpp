// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/image_export.h"
#include "charts/ledger_chart.h"
#include "charts/ledger_scene.h"
#include "charts/pattern.h"
#include "charts/state_help.h"
#include "synthetic_runs.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::State;

class TestLedgerChart : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    LedgerScene scene(const LedgerContent& content, QSizeF size) const
    {
        return composeLedger(content, measureLedger(content), m_theme, size, 0, nullptr);
    }

    static const LedgerSegment& segment(const LedgerRow& row, State state)
    {
        const auto found = std::ranges::find(row.segments, state, &LedgerSegment::state);
        Q_ASSERT(found != row.segments.end());
        return *found;
    }

private Q_SLOTS:
    void initTestCase() { m_theme = makeTheme(palette(), ThemeKind::light); }

    void theBarIsWhole_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("panel") << QSizeF(1036, 370);
        QTest::newRow("wide") << QSizeF(1901, 900);
        QTest::newRow("low") << QSizeF(1036, 220);
        QTest::newRow("narrow") << QSizeF(481, 300);
    }

    void theBarIsWhole()
    {
        QFETCH(QSizeF, size);
        const LedgerScene scene = this->scene(heavyLedger(10), size);
        QCOMPARE(scene.rows.size(), 7U);
        for (const LedgerRow& row : scene.rows) {
            const QRectF bar = scene.barRect(row);
            double x = bar.left();
            double share = 0;
            for (const LedgerSegment& part : row.segments) {
                const QRectF rect = scene.segmentRect(row, part);
                QCOMPARE(rect.left(), x); // the parts touch, and none is lost
                x = rect.right();
                share += part.share();
            }
            QCOMPARE(x, bar.right());
            QVERIFY(std::abs(share - 1) < 1e-9);
            QVERIFY(bar.left() > scene.nameRight && bar.right() < scene.totalRight);
            QVERIFY(!scene.sentences || scene.sentenceY(row) > bar.bottom());
        }
        for (std::size_t i = 1; i < scene.rows.size(); ++i)
            QVERIFY(scene.barRect(scene.rows[i]).top() >= scene.barRect(scene.rows[i - 1]).bottom());
        QCOMPARE(scene.groups.size(), 2U); // native and Python
        QVERIFY(!scene.groups[0].hairline && scene.groups[0].header);
        QVERIFY(scene.groups[1].hairline && scene.groups[1].header);
    }

    void sharesAreParts()
    {
        const LedgerScene scene = this->scene(heavyLedger(10), {1036, 370});
        const LedgerRow& gil = scene.rows[1];
        QCOMPARE(gil.title, QStringLiteral("gil-threads:4"));
        QCOMPARE(gil.product, QStringLiteral("4 × 2.06 s"));
        QCOMPARE(gil.total, QStringLiteral("8.24 s"));
        const double width = scene.barRect(gil).width();
        QVERIFY(std::abs(scene.segmentRect(gil, segment(gil, State::gilWait)).width() - 0.746 * width) <= 1);
        QCOMPARE(gil.segments.front().state, State::computing); // in the order of the states
        QVERIFY(gil.sentence.startsWith(QStringLiteral("3 of 4 workers wait")));
        QVERIFY(scene.sentences);
    }

    void wideBarsAreNotWiderThanTheOthers()
    {
        // Worker time differs by ten, and the bars do not.
        const LedgerScene scene = this->scene(heavyLedger(1), {1036, 370});
        for (const LedgerRow& row : scene.rows)
            QCOMPARE(scene.barRect(row).width(), scene.barRect(scene.rows[0]).width());
    }

    void theLegendHasWhatIsSeenInAsManyRowsAsItNeeds()
    {
        const LedgerScene one = this->scene(heavyLedger(1), {1600, 500});
        QCOMPARE(one.legend.size(), 1U);
        const StateSet expected = stateBit(State::computing) | stateBit(State::gilWait) |
                                  stateBit(State::coreWait) | stateBit(State::transfer) |
                                  stateBit(State::starting) | stateBit(State::idle);
        QCOMPARE(one.legend[0], expected);
        const LedgerScene many = this->scene(everyLedger(), {1036, 500});
        QVERIFY(many.legend.size() > 1);
        StateSet all = 0;
        for (const StateSet row : many.legend)
            all |= row;
        QCOMPARE(all, (StateSet{1} << core::stateCount) - 1);
        QVERIFY(many.rowsArea.top() > many.headerY + many.legendLine);
    }

    void colorsAreThoseOfTheLanes()
    {
        LedgerChart chart;
        chart.resize(1036, 500);
        chart.setTheme(m_theme);
        const LedgerContent content = everyLedger();
        chart.setContent(content);
        chart.show();
        QCoreApplication::processEvents();
        const QImage image = chart.grab().toImage();
        const LedgerScene scene =
            this->scene(content, chart.findChild<QWidget*>(QStringLiteral("ledgerPlot"))->size());
        for (const LedgerRow& row : scene.rows) {
            for (const LedgerSegment& part : row.segments) {
                const QRectF rect = scene.segmentRect(row, part);
                const PatternTile tile = makePatternTile(
                    m_theme.pattern(part.state), m_theme.state(part.state), m_theme.roles.emptyLane, 1);
                for (int x = 2; x < 12; ++x) {
                    const QRgb pixel =
                        image.pixel(static_cast<int>(rect.left()) + x, static_cast<int>(rect.center().y()));
                    QVERIFY(std::ranges::find(tile.pixels, pixel) != tile.pixels.end());
                }
            }
        }
    }

    void readoutInWords()
    {
        const LedgerScene scene = this->scene(heavyLedger(10), {1036, 370});
        const LedgerRow& threads = scene.rows[2];
        const QPointF waiting = scene.segmentRect(threads, segment(threads, State::coreWait)).center();
        const QStringList lines = ledgerReadoutAt(scene, waiting);
        QCOMPARE(lines[0], QStringLiteral("Waiting for a core · 48 %"));
        QCOMPARE(lines[1], QStringLiteral("2.05 s of 4.28 s worker time"));
        QCOMPARE(lines.mid(2, lines.size() - 3).join(QChar(u' ')), stateHelp(State::coreWait));
        QCOMPARE(lines.back(), QStringLiteral("threads:4"));
        const QStringList row = ledgerReadoutAt(scene, {40, waiting.y()});
        QCOMPARE(row[0], QStringLiteral("threads:4 · 4 × 1.07 s = 4.28 s worker time"));
        QVERIFY(row.contains(QStringLiteral("Computing 49 %, 2.08 s")));
        QVERIFY(row.join(QChar(u' ')).contains(threads.sentence));
        QVERIFY(ledgerReadoutAt(scene, {400, 5}).isEmpty());
    }

    void inTheWindow()
    {
        LedgerChart chart;
        chart.resize(1036, 370);
        chart.setTheme(m_theme);
        const LedgerContent content = heavyLedger(10);
        chart.setContent(content);
        chart.show();
        const LedgerScene scene = this->scene(content, {1036, 370});
        const QPoint place =
            scene.segmentRect(scene.rows[1], segment(scene.rows[1], State::gilWait)).center().toPoint();
        QVERIFY(chart.textAt(place).startsWith(QStringLiteral("Waiting for the GIL · 75 %")));
        QSignalSpy hovered(&chart, &LedgerChart::hovered);
        QTest::mouseMove(chart.findChild<QWidget*>(QStringLiteral("ledgerPlot")), place);
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(chart.accessibleName(), QStringLiteral("Where time went"));
        QVERIFY(chart.accessibleDescription().startsWith(content.finding));
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Waiting for a core 48 %")));
        QCOMPARE(QAccessible::queryAccessibleInterface(&chart)->role(), QAccessible::Chart);
        chart.resize(1036, 200);
        QCoreApplication::processEvents();
        QVERIFY(chart.findChild<QScrollBar*>(QStringLiteral("ledgerScrollBar"))->isVisible());
    }

    void nothingMeasuredYet()
    {
        LedgerContent content = heavyLedger(1);
        content.report.strategies[2].runs.clear();
        content.report.strategies[2].ledger = {};
        const LedgerScene scene = this->scene(content, {1036, 370});
        QVERIFY(scene.rows[2].segments.empty());
        QCOMPARE(scene.rows[2].sentence, QStringLiteral("not measured yet"));
        QCOMPARE(ledgerReadout(scene.rows[2]).size(), 2);
        for (core::StrategyReport& strategy : content.report.strategies)
            strategy.ledger = {};
        QVERIFY(this->scene(content, {1036, 370}).legend.empty());
        LedgerChart chart;
        QVERIFY(!chart.summary().isEmpty());
    }

    void csv()
    {
        LedgerContent content = heavyLedger(10);
        content.report.strategies[3].runs.clear();
        const QList<QByteArray> lines = slideCsv({content, {}, {}}).split('\n');
        QVERIFY(lines[0].startsWith("strategy,runtime,workers,median_wall_seconds,worker_seconds,"
                                    "startup_seconds,share_computing,share_waiting,"));
        QVERIFY2(lines[2].startsWith("gil-threads:4,native,4,2.06,8.24,0,0.249,0,0.746,"), lines[2].data());
        QVERIFY2(lines[4].startsWith("processes:2,native,2,,,"), lines[4].data());
        QCOMPARE(lines[4].count(','), lines[0].count(','));
    }
};

QTEST_MAIN(TestLedgerChart)
#include "tst_ledger_chart.moc"
