// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes are opened from files and saved, as a person does it.
#include "charts/gantt_chart.h"
#include "charts/ledger_chart.h"
#include "charts/timings_chart.h"
#include "exporting/run_file.h"
#include "recording/timeline_file.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"
#include "window_fixture.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace overlap;
using testing::find;

namespace {

constexpr int limit = 30000;

} // namespace

class TestRunFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<testing::TempFolder>();
        m_fixture = std::make_unique<testing::WindowFixture>();
        m_window = m_fixture->makeWindow();
        m_window->openExperiment(QStringLiteral("two-waits"));
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void anOpenedRunStandsInTheLanesWithItsLedger()
    {
        const core::SavedRun run = testing::syntheticRun(2, 8, 200);
        QVERIFY(recording::writeTimelineFile(*m_folder / "night.timeline", run));
        const QString title = m_window->windowTitle();
        open("night.timeline");
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->controller->feed().opened(), limit);
        QCOMPARE(lanes().content().bands.size(), 2u);
        QCOMPARE(lanes().content().bands[0].strategy.text(), std::string("threads:1"));
        QVERIFY(lanes().content().bands[0].timeline->lanes.size() == 8);
        QCOMPARE(lanes().content().itemLabel(1), QStringLiteral("page 2"));
        const auto& ledger = find<charts::LedgerChart>(*m_window, "ledgerChart")->content();
        QCOMPARE(ledger.report.strategies.size(), 2u);
        QVERIFY(!ledger.finding.isEmpty());
        QVERIFY(find<charts::TimingsChart>(*m_window, "timingsChart")->content().report.strategies.empty());
        QCOMPARE(m_window->windowTitle(), title); // the experiment is still the one that is edited
        QVERIFY(!find<QWidget>(*m_window, "runFileBar")->isVisible());
        QVERIFY(action("saveTrace")->isEnabled());
        QVERIFY(action("saveLanes")->isEnabled());
        QVERIFY(!action("saveReport")->isEnabled());

        // Run goes back to the experiment.
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->controller->feed().report() && !m_fixture->controller->running(),
                                 limit);
        QVERIFY(!m_fixture->controller->feed().opened());
        QVERIFY(!find<charts::TimingsChart>(*m_window, "timingsChart")->content().report.strategies.empty());
        QVERIFY(action("saveReport")->isEnabled());
    }

    void aTraceOfAnotherProgramSaysWhatItLeavesOut()
    {
        m_folder->write("other.json",
                        R"([{"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":5},{"ph":"i","ts":1}])");
        open("other.json");
        QTRY_COMPARE_WITH_TIMEOUT(lanes().content().bands.size(), 1u, limit);
        QVERIFY(find<QLabel>(*m_window, "noticeText")->isVisible());
        QCOMPARE(find<QLabel>(*m_window, "noticeText")->text(),
                 QStringLiteral("1 event of a kind that lanes cannot show was left out."));
    }

    void aBrokenFileIsOneSentenceAndNothingIsLost()
    {
        const core::SavedRun run = testing::syntheticRun(1, 3, 100);
        QVERIFY(recording::writeTimelineFile(*m_folder / "good.timeline", run));
        open("good.timeline");
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->controller->feed().opened(), limit);
        std::string bytes = testing::bytesOf(*m_folder / "good.timeline");
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        m_folder->write("bad.timeline", bytes);
        open("bad.timeline");
        auto* notice = find<QLabel>(*m_window, "noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), limit);
        QVERIFY2(notice->text().contains(QStringLiteral("bad.timeline")), qPrintable(notice->text()));
        QVERIFY2(notice->text().contains(QStringLiteral("at byte")), qPrintable(notice->text()));
        QCOMPARE(m_fixture->controller->feed().opened()->title, run.title);
        QVERIFY(!find<QWidget>(*m_window, "runFileBar")->isVisible());
    }

    void whatRanIsSavedAndOpensAgainEqual()
    {
        auto* save = action("saveRun");
        QVERIFY(!save->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->controller->feed().report() && !m_fixture->controller->running(),
                                 limit);
        QVERIFY(save->isEnabled());
        const core::SavedRun run = m_fixture->controller->feed().saved();
        m_fixture->dialogs.nextFileName = path("mine"); // the ending is added
        save->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("mine.timeline")), limit);
        QVERIFY(m_fixture->dialogs.lastProposal.endsWith(QStringLiteral("two-waits.timeline")));
        m_fixture->dialogs.nextFileName = path("mine.trace.json");
        QTRY_VERIFY_WITH_TIMEOUT(!find<QWidget>(*m_window, "runFileBar")->isVisible(), limit);
        action("saveTrace")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("mine.trace.json")), limit);
        for (const char* name : {"mine.timeline", "mine.trace.json"}) {
            const auto again = exporting::openRunFile(*m_folder / name);
            QVERIFY(again.has_value());
            QCOMPARE(QString::fromStdString(testing::difference(run, *again)), QString());
        }
    }

    void openingCanBeCancelled()
    {
        // Large enough that there is time to press the button.
        const core::SavedRun run = testing::syntheticRun(1, 8, 400'000);
        QVERIFY(recording::writeTimelineFile(*m_folder / "long.timeline", run));
        open("long.timeline");
        QVERIFY(find<QProgressBar>(*m_window, "runFileProgress")->isVisible());
        auto* cancel = find<QPushButton>(*m_window, "cancelRunFile");
        QVERIFY(!cancel->accessibleName().isEmpty());
        cancel->click();
        QTRY_VERIFY_WITH_TIMEOUT(!find<QWidget>(*m_window, "runFileBar")->isVisible(), limit);
        QVERIFY(!m_fixture->controller->feed().opened());
    }

private:
    QAction* action(const char* name) const
    {
        auto* found = m_window->findChild<QAction*>(QLatin1String(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }
    QString path(const char* name) const { return QString::fromStdString((*m_folder / name).string()); }
    void open(const char* name) { m_window->openFiles({path(name)}); }
    const charts::GanttChart& lanes() const
    {
        return *testing::find<charts::GanttChart>(*m_window, "lanesChart");
    }

    std::unique_ptr<testing::TempFolder> m_folder;
    std::unique_ptr<testing::WindowFixture> m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;
};

QTEST_MAIN(TestRunFiles)
#include "tst_run_files.moc"
