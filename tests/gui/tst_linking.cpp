// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_fixture.h"

#include "charts/gantt_chart.h"
#include "session/item_focus.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

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
        const auto rowOf = [&](int row) { return m_table->visualRect(m_table->model()->index(row, 0)).center(); };
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

private:
    std::unique_ptr<testing::WindowFixture> m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;
    charts::GanttChart* m_lanes = nullptr;
    QTableView* m_table = nullptr;
};

QTEST_MAIN(TestLinking)
#include "tst_linking.moc"
