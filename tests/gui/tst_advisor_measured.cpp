// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_chart.h"
#include "window_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 60000;

struct Page
{
    testing::WindowFixture fixture;
    std::unique_ptr<gui::MainWindow> window = fixture.makeWindow();

    Page(const char* preset, int tab)
    {
        window->openExperiment(QLatin1String(preset));
        find<QAction>(*window, "openAdvisor")->trigger();
        find<QTabWidget>(*window, "advisorTabs")->setCurrentIndex(tab);
    }
    QPushButton* button(const char* name) const { return find<QPushButton>(*window, name); }
    QString text(const char* name) const { return find<QLabel>(*window, name)->text(); }
    QString cell(int row, int column) const
    {
        return find<QTableWidget>(*window, "measuredTable")->item(row, column)->text();
    }
};

} // namespace

class TestAdvisorMeasured : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecastsStandBeforeTheRunsAndARecommendationBehindThem()
    {
        Page page("two-waits", 1);
        find<QDoubleSpinBox>(*page.window, "timeScaleField")->setValue(0.02);
        auto* table = find<QTableWidget>(*page.window, "measuredTable");
        QVERIFY(!table->isVisible());
        page.button("measuredStart")->click();
        QVERIFY(!page.button("runButton")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), runLimit);
        QVERIFY(!page.cell(0, 1).isEmpty());
        if (page.fixture.adviceCheck->running())
            QVERIFY(page.cell(0, 2).isEmpty()); // nothing has run
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.adviceCheck->running(), runLimit);
        QStringList remarks;
        for (int row = 0; row < table->rowCount(); ++row) {
            QVERIFY(!page.cell(row, 2).isEmpty());
            remarks << page.cell(row, 7);
        }
        QVERIFY(page.button("runButton")->isEnabled());
        QVERIFY(!page.fixture.forecasts.read().empty());
#ifdef OVERLAP_SANITIZED
        QSKIP("a build that is not for measurement recommends nothing");
#endif
        QCOMPARE(remarks.count(QStringLiteral("recommended")), 1);
        QVERIFY(page.text("measuredHeadline").startsWith(QStringLiteral("Use ")));

        // What counts can be changed without measuring anew.
        find<QComboBox>(*page.window, "measuredCounts")->setCurrentIndex(2);
        QVERIFY(!page.text("measuredHeadline").isEmpty());
        find<QComboBox>(*page.window, "measuredCounts")->setCurrentIndex(0);
        const QString chosen =
            table->item(static_cast<int>(remarks.indexOf(QStringLiteral("recommended"))), 0)->text();
        QVERIFY(page.button("measuredTake")->text().contains(chosen));
        page.button("measuredTake")->click();
        QVERIFY(!table->isVisible()); // the page is closed, the lanes are under it
    }

    void aStopKeepsWhatIsMeasured()
    {
        Page page("web-requests", 1);
        page.button("measuredStart")->click();
        QVERIFY(page.button("measuredStop")->isVisible());
        page.button("measuredStop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.adviceCheck->running(), runLimit);
        QVERIFY(page.button("measuredStart")->isVisible());
        QVERIFY(page.fixture.forecasts.read().empty());
    }

    void aCrossoverIsSoughtAndDrawn()
    {
        Page page("heavy-chunks", 2);
        auto* over = find<QComboBox>(*page.window, "crossoverOver");
        over->setCurrentIndex(over->findData(QStringLiteral("items")));
        QVERIFY(over->currentIndex() >= 0);
        find<QLineEdit>(*page.window, "crossoverFrom")->setText(QStringLiteral("500000"));
        find<QLineEdit>(*page.window, "crossoverTo")->setText(QStringLiteral("100"));
        QVERIFY(page.text("crossoverProblem").contains(QStringLiteral("must be below")));
        QVERIFY(!page.button("crossoverStart")->isEnabled());
        find<QLineEdit>(*page.window, "crossoverFrom")->setText(QStringLiteral("100"));
        find<QLineEdit>(*page.window, "crossoverTo")->setText(QStringLiteral("500000"));
        auto* second = find<QComboBox>(*page.window, "crossoverSecond");
        second->setCurrentIndex(second->findText(QStringLiteral("threads:4")));
        QVERIFY(page.button("crossoverStart")->isEnabled());
        page.button("crossoverStart")->click();
        QVERIFY(!page.button("runButton")->isEnabled());
        auto* chart = find<charts::CrossoverChart>(*page.window, "crossoverChart");
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.crossoverCheck->running(), runLimit);
        QVERIFY(chart->content().samples.size() >= 2);
        QCOMPARE(chart->content().samples.front().faster,
                 core::CrossoverSide::first); // starting four threads costs
        QVERIFY(!chart->content().finding.isEmpty());
        QVERIFY(page.button("crossoverStart")->isVisible());
    }

    void closingThePageEndsASearch()
    {
        Page page("heavy-chunks", 2);
        page.button("crossoverStart")->click();
        QVERIFY(page.fixture.crossoverCheck->running());
        page.button("advisorClose")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.crossoverCheck->running(), runLimit);
        QVERIFY(page.button("runButton")->isEnabled());
    }
};

QTEST_MAIN(TestAdvisorMeasured)
#include "tst_advisor_measured.moc"
