// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_fixture.h"

#include "charts/gantt_chart.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "session/item_focus.h"

#include <QAction>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <cmath>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 20'000;

void runToTheEnd(gui::MainWindow& window)
{
    QTest::mouseClick(find<QPushButton>(window, "runButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.controller().running(), runLimit);
    QTRY_VERIFY_WITH_TIMEOUT(!window.controller().running(), runLimit);
}

} // namespace

/// What one view says of an item or of a stretch of time, all views of the window show.
class TestLinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<testing::WindowFixture>();
        m_window = m_fixture->makeWindow();
        m_window->openExperiment(QStringLiteral("web-requests"));
        find<QDoubleSpinBox>(*m_window, "timeScaleField")->setValue(0.1);
        runToTheEnd(*m_window);
        m_lanes = find<charts::GanttChart>(*m_window, "lanesChart");
        m_table = find<QTableView>(*m_window, "resultsTable");
        find<QTabWidget>(*m_window, "bottomTabs")->setCurrentWidget(find<QWidget>(*m_window, "resultsPanel"));
        QCoreApplication::processEvents();
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void aRowLightsItsItemInTheLanes()
    {
        session::ItemFocus& focus = *m_lanes->itemFocus();
        const QImage plain = m_lanes->grab().toImage();
        const auto rowOf = [&](int row) {
            return m_table->visualRect(m_table->model()->index(row, 0)).center();
        };
        QTest::mouseMove(m_table->viewport(), rowOf(0));
        QTest::mouseMove(m_table->viewport(), rowOf(2));
        QTRY_COMPARE(focus.hovered(), 2U);
        QVERIFY(m_lanes->grab().toImage() != plain);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_table->viewport(), &leave);
        QCOMPARE(focus.hovered(), core::noItem);
        QCOMPARE(m_lanes->grab().toImage(), plain);

        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, rowOf(1));
        QCOMPARE(focus.selected(), 1U);
        QTest::keyClick(m_table, Qt::Key_Down);
        QCOMPARE(focus.selected(), 2U);
        // Sorted otherwise, the row is another one and the item the same.
        m_table->sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(focus.selected(), 2U);
        m_lanes->timeWindow()->setVisible({0, session::TimeWindow::minimumLength});
        QTest::keyClick(m_table, Qt::Key_Return);
        QVERIFY(m_lanes->timeWindow()->visible().length() > session::TimeWindow::minimumLength);
    }

    void anItemOfTheLanesIsARowOfTheTable()
    {
        session::ItemFocus& focus = *m_lanes->itemFocus();
        m_table->sortByColumn(0, Qt::DescendingOrder);
        focus.select(1);
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front().data().toInt(), 2); // told from 1
        const QImage before = m_table->viewport()->grab().toImage();
        focus.hover(3);
        QVERIFY(m_table->viewport()->grab().toImage() != before);
        focus.hover(core::noItem);
        QCOMPARE(m_table->viewport()->grab().toImage(), before);
        focus.select(core::noItem);
        QVERIFY(m_table->selectionModel()->selectedRows().isEmpty());
        // Another run, and nothing is lit.
        focus.select(1);
        runToTheEnd(*m_window);
        QCOMPARE(focus.selected(), core::noItem);
        QVERIFY(m_table->selectionModel()->selectedRows().isEmpty());
    }

    void aSelectedStretchIsWhatTheChartsSpeakOf()
    {
        auto* ledger = find<charts::LedgerChart>(*m_window, "ledgerChart");
        auto* latencies = find<charts::LatenciesChart>(*m_window, "latenciesChart");
        auto* chip = find<QPushButton>(*m_window, "stretchChip");
        const QString whole = ledger->content().finding;
        const std::size_t items =
            latencies->content().report.strategies.front().runs.front().latencySeconds.size();
        QVERIFY(!chip->isVisible());
        const core::Nanoseconds end = m_lanes->content().bands.front().timeline->end;
        m_lanes->timeWindow()->setSelection(session::TimeRange{0, end / 2});
        QTRY_VERIFY(ledger->content().finding != whole);
        QVERIFY(ledger->content().finding.endsWith(QStringLiteral("selected in the lanes")));
        const core::StrategyReport& strategy = ledger->content().report.strategies.front();
        QVERIFY(std::abs(strategy.medianWallSeconds - core::toSeconds(end / 2)) < 1e-9);
        double sum = 0;
        for (const double share : strategy.ledger)
            sum += share;
        QVERIFY(std::abs(sum - 1) < 1e-9);
        const auto& part = latencies->content().report.strategies.front().runs.front().latencySeconds;
        QVERIFY(!part.empty() && part.size() < items);
        QVERIFY(chip->isVisible());
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(!m_lanes->timeWindow()->selection());
        QTRY_COMPARE(ledger->content().finding, whole);
        QCOMPARE(latencies->content().report.strategies.front().runs.front().latencySeconds.size(), items);
    }

    void theFiguresOfAStretchAreCopied()
    {
        auto* panel = find<QWidget>(*m_window, "selectionPanel");
        find<QTabWidget>(*m_window, "bottomTabs")->setCurrentWidget(panel);
        auto* table = find<QTableView>(*m_window, "statisticsTable");
        QTRY_VERIFY(table->model()->rowCount() > 3);
        QTest::mouseClick(find<QPushButton>(*m_window, "copyCsvButton"), Qt::LeftButton);
        const QString csv = QApplication::clipboard()->text();
        QCOMPARE(csv.count(QLatin1Char('\n')), table->model()->rowCount() + 1);
        QVERIFY(csv.contains(QStringLiteral(",waiting,")));
    }

    void spaceReplaysTheRun()
    {
        auto* bar = find<QWidget>(*m_window, "ReplayBar");
        auto* slider = find<QSlider>(*m_window, "replaySlider");
        auto* play = find<QToolButton>(*m_window, "replayPlayButton");
        QVERIFY(!bar->isVisible());
        m_lanes->setFocus();
        QCoreApplication::processEvents();
        const QImage plain = m_lanes->grab().toImage();
        const int before = m_lanes->replotCount();
        QTest::keyClick(m_lanes, Qt::Key_Space);
        QVERIFY(bar->isVisible());
        QCOMPARE(play->accessibleName(), QStringLiteral("Pause"));
        QTRY_VERIFY(slider->value() > 0);
        QTest::keyClick(m_lanes, Qt::Key_Space);
        QCOMPARE(play->accessibleName(), QStringLiteral("Play"));
        QTest::keyClick(m_lanes, Qt::Key_Home);
        QCOMPARE(slider->value(), 0);
        const auto shown = [&] { return find<QWidget>(*m_lanes, "ganttPlot")->grab().toImage(); };
        QCoreApplication::processEvents();
        const QImage begin = shown();
        QTest::keyClick(m_lanes, Qt::Key_Period);
        QTest::keyClick(m_lanes, Qt::Key_Period);
        QVERIFY(shown() != begin);
        QTest::keyClick(m_lanes, Qt::Key_Comma);
        QTest::keyClick(m_lanes, Qt::Key_Comma);
        QCOMPARE(shown(), begin); // the same, whichever way it was reached
        QTest::keyClick(m_lanes, Qt::Key_End);
        QCOMPARE(slider->value(), slider->maximum());
        slider->setValue(slider->maximum() / 2);
        QVERIFY(m_lanes->replotCount() < before + 6); // a frame paints no lane
        QTest::keyClick(m_lanes, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        const auto asBefore = [&] {
            const QImage now = m_lanes->grab().toImage();
            if (const QString folder = qEnvironmentVariable("OVERLAP_SHOTS"); !folder.isEmpty()) {
                plain.save(folder + QStringLiteral("/replay-before.png"));
                now.save(folder + QStringLiteral("/replay-after.png"));
            }
            return now == plain;
        };
        QTRY_VERIFY(asBefore());
        QVERIFY(find<QAction>(*m_window, "replayAction")->isEnabled());
    }

    void anotherRunStandsBehindTheLanes()
    {
        auto* tabs = find<QTabWidget>(*m_window, "bottomTabs");
        const int tab = tabs->indexOf(find<QWidget>(*m_window, "differencesPanel"));
        auto* table = find<QTableView>(*m_window, "differencesTable");
        m_lanes->setFocus();
        // There was no run before: the first strategy is what the others are told against.
        QTest::keyClick(m_lanes, Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(tabs->isTabVisible(tab));
        QVERIFY(table->model()->rowCount() > 0);
        QTest::keyClick(m_lanes, Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(!tabs->isTabVisible(tab));

        runToTheEnd(*m_window);
        QCOMPARE(m_window->controller().feed().previousTimelines().size(), m_lanes->content().bands.size());
        QTest::keyClick(m_lanes, Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(tabs->isTabVisible(tab));
        std::size_t tasks = 0;
        for (const charts::GanttBand& band : m_lanes->content().bands)
            tasks += band.timeline->tasks.size();
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()), tasks);
        tabs->setCurrentIndex(tab);
        m_lanes->timeWindow()->setVisible({0, session::TimeWindow::minimumLength});
        table->selectRow(0);
        QVERIFY(m_lanes->itemFocus()->selected() != core::noItem);
        // Other work is nothing to compare with.
        find<QDoubleSpinBox>(*m_window, "timeScaleField")->setValue(0.05);
        runToTheEnd(*m_window);
        QVERIFY(m_window->controller().feed().previousTimelines().empty());
        QVERIFY(!tabs->isTabVisible(tab));
    }

private:
    std::unique_ptr<testing::WindowFixture> m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;
    charts::GanttChart* m_lanes = nullptr;
    QTableView* m_table = nullptr;
};

QTEST_MAIN(TestLinking)
#include "tst_linking.moc"
