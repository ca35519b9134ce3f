// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/ledger_chart.h"
#include "charts/timings_chart.h"
#include "gui/chart_content.h"
#include "session/time_window.h"
#include "window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 30000;

void runToTheEnd(gui::MainWindow& window)
{
    auto* run = find<QPushButton>(window, "runButton");
    QTest::mouseClick(run, Qt::LeftButton);
    QVERIFY(run->text().startsWith(QStringLiteral("Stop")));
    QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);
}

} // namespace

class TestMainWindowRunning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveRequestsAreWatchedToTheirEnd()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.2);
        testing::leaveOut(*window, "event-loop");
        auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        auto* run = find<QPushButton>(*window, "runButton");
        const QRect place = find<QDoubleSpinBox>(*window, "timeScaleField")->geometry();
        QTest::mouseClick(run, Qt::LeftButton);
        QTest::qWait(0);
        QCOMPARE(find<QDoubleSpinBox>(*window, "timeScaleField")->geometry(), place); // nothing jumps
        // Live: a lane fills while its run goes on.
        QTRY_VERIFY_WITH_TIMEOUT(lanes->content().bands[0].running, runLimit);
        QVERIFY(find<QProgressBar>(*window, "progressBar")->isVisible());
        const auto timeline = lanes->content().bands[0].timeline;
        QTRY_VERIFY(!timeline->lanes[0].spans.empty());
        const core::Nanoseconds seen = timeline->end;
        QTRY_VERIFY(timeline->end > seen);
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);

        const charts::GanttBand& threads = lanes->content().bands[1];
        QVERIFY(threads.finishSeconds.has_value());
        QVERIFY2(threads.speedup->value > 2.0, qPrintable(QString::number(threads.speedup->value)));
        const charts::TimingsContent& timings =
            find<charts::TimingsChart>(*window, "timingsChart")->content();
        QCOMPARE(timings.report.strategies.size(), std::size_t{2});
        QVERIFY(timings.finding.contains(QStringLiteral("threads:3")));

        // The ledger comes with the report, and its tab stands beside the timings.
        const charts::LedgerContent& ledger = find<charts::LedgerChart>(*window, "ledgerChart")->content();
        QCOMPARE(ledger.report.strategies.size(), std::size_t{2});
        QVERIFY2(ledger.finding.startsWith(QStringLiteral("threads:3: ")), qPrintable(ledger.finding));
        QVERIFY(ledger.report.strategies[0].ledger[static_cast<std::size_t>(core::State::waiting)] > 0.5);
        const auto* tabs = find<QTabWidget>(*window, "bottomTabs");
        QCOMPARE(tabs->widget(0)->objectName(), QStringLiteral("timingsChart"));
        QCOMPARE(tabs->widget(1)->objectName(), QStringLiteral("ledgerChart"));
        QCOMPARE(tabs->widget(2)->objectName(), QStringLiteral("latenciesChart"));

        auto* table = find<QTableView>(*window, "resultsTable");
        QCOMPARE(table->model()->rowCount(), 5);
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("/delay/1"));
        QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("200"));
        QVERIFY(
            find<QPlainTextEdit>(*window, "logText")->toPlainText().contains(QStringLiteral("threads:3")));
        QVERIFY(find<QLabel>(*window, "costLabel")->text().startsWith(QStringLiteral("0 events lost")));
    }

    void aSecondRunShowsTheFirstAsAGhost()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.05);
        runToTheEnd(*window);
        auto* timings = find<charts::TimingsChart>(*window, "timingsChart");
        QVERIFY(!timings->content().previous);
        runToTheEnd(*window);
        QVERIFY(timings->content().previous.has_value());
        QVERIFY(timings->content().caption.endsWith(QStringLiteral("Thin lines: the run before.")));
        // Who sees an export has not seen the run before.
        const charts::TimingsContent exported = gui::exportedTimings(window->controller().feed(), nullptr);
        QVERIFY(!exported.previous);
        QVERIFY(!exported.caption.contains(QStringLiteral("Thin lines")));
    }

    void changedSettingsAreNotTakenForMeasuredOnes()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        auto* scale = find<QDoubleSpinBox>(*window, "timeScaleField");
        scale->setValue(0.05);
        runToTheEnd(*window);
        auto* notice = find<QLabel>(*window, "noticeLabel");
        QVERIFY(!notice->isVisible());
        scale->setValue(0.1);
        QVERIFY(notice->isVisible());
        // Another pace is other work: no ghost of the run before.
        runToTheEnd(*window);
        QVERIFY(!notice->isVisible());
        QVERIFY(!find<charts::TimingsChart>(*window, "timingsChart")->content().previous);
    }

    void failuresAreNoGain()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        find<QPlainTextEdit>(*window, "parameter_urls")->setPlainText(QStringLiteral("/json\n/status/500"));
        testing::leaveOut(*window, "event-loop");
        runToTheEnd(*window);
        const charts::TimingsContent& timings =
            find<charts::TimingsChart>(*window, "timingsChart")->content();
        QCOMPARE(timings.finding, QStringLiteral("2 of 4 tasks failed; the times include them."));
        QVERIFY(!find<charts::GanttChart>(*window, "lanesChart")->content().bands[1].speedup);
        const QAbstractItemModel* results = find<QTableView>(*window, "resultsTable")->model();
        QCOMPARE(results->index(1, 2).data().toString(), QStringLiteral("/status/500"));
        // Beside the name of the item, whatever else there is to read of it.
        const QHeaderView* header = find<QTableView>(*window, "resultsTable")->horizontalHeader();
        for (int column = 0; column < 3; ++column)
            QCOMPARE(header->visualIndex(column), column);
        QCOMPARE(header->visualIndex(results->columnCount() - 1), 3);
        QCOMPARE(header->visualIndex(3), 4);
        QVERIFY(
            results->index(1, results->columnCount() - 1).data().toString().contains(QStringLiteral("500")));
    }

    void whatWasRefusedThrowsNothingAway()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.05);
        runToTheEnd(*window);
        auto* timings = find<charts::TimingsChart>(*window, "timingsChart");
        auto* log = find<QPlainTextEdit>(*window, "logText");
        const QString finding = timings->content().finding;
        const auto entries = [&] { return log->toPlainText().count(QStringLiteral("sequential:")); };
        const auto logged = entries();

        // Another experiment is refused while nothing of it was measured: its plan stays.
        window->openExperiment(QStringLiteral("image-resize"));
        auto* folder = find<QLineEdit>(*window, "parameter_folder");
        QTemporaryDir empty;
        folder->setText(empty.path());
        auto* run = find<QPushButton>(*window, "runButton");
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.dialogs.told.size(), 1, runLimit);
        auto* step = find<QLabel>(*window, "stepLabel");
        QVERIFY2(step->text().startsWith(QStringLiteral("Not run. There is no JPEG file in ")),
                 qPrintable(step->text()));
        QVERIFY(timings->content().finding.isEmpty());
        QVERIFY(!find<QAction>(*window, "saveReport")->isEnabled());

        // After a measurement of its own, that one stays.
        folder->setText(QString());
        find<QSpinBox>(*window, "parameter_files")->setValue(1);
        find<QDoubleSpinBox>(*window, "parameter_megapixels")->setValue(0.1);
        runToTheEnd(*window);
        const QString measured = timings->content().finding;
        QVERIFY(!measured.isEmpty() && measured != finding);
        folder->setText(empty.path());
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.dialogs.told.size(), 2, runLimit);
        QCOMPARE(timings->content().finding, measured);
        QVERIFY2(step->text().startsWith(QStringLiteral("Not run. There is no JPEG file in ")),
                 qPrintable(step->text()));
        QVERIFY(find<QAction>(*window, "saveReport")->isEnabled());
        QCOMPARE(entries(), logged + 1);
    }

    void stoppingKeepsWhatThereIs()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(50);
        auto* run = find<QPushButton>(*window, "runButton");
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<charts::GanttChart>(*window, "lanesChart")->content().bands[0].running,
                                 runLimit);
        QTest::keyClick(window.get(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), 5000);
        QVERIFY(find<QLabel>(*window, "stepLabel")->text().startsWith(QStringLiteral("Stopped")));
        QVERIFY(find<charts::TimingsChart>(*window, "timingsChart")->content().report.cancelled);
    }

    void measuringTakesEnoughBlocksForAVerdict()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.02);
        auto* measure = find<QToolButton>(*window, "measureButton");
        QVERIFY(measure->toolTip().startsWith(QStringLiteral("10 blocks of every chosen strategy")));
        QVERIFY(!measure->toolTip().contains(QStringLiteral("about"))); // nothing has run yet
        const QRect place = find<QSpinBox>(*window, "blocksField")->geometry();
        auto* run = find<QPushButton>(*window, "runButton");
        QTest::mouseClick(measure, Qt::LeftButton);
        QVERIFY(run->text().startsWith(QStringLiteral("Stop")));
        QVERIFY(!measure->isVisible());
        QTest::qWait(0);
        QCOMPARE(find<QSpinBox>(*window, "blocksField")->geometry(), place); // nothing jumps
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);
        QVERIFY(measure->isVisible() && measure->isEnabled());

        const core::Report& report = find<charts::TimingsChart>(*window, "timingsChart")->content().report;
        QCOMPARE(report.experiment.repeats, 10);
#ifndef OVERLAP_SANITIZED // which judges nothing
        QVERIFY(report.verdict.has_value());
#endif
        // The draft is as it was, and what is shown is not called outdated.
        QCOMPARE(find<QSpinBox>(*window, "blocksField")->value(), 1);
        QVERIFY(!window->isWindowModified());
        QVERIFY(!find<QLabel>(*window, "noticeLabel")->isVisible());
        QVERIFY2(measure->toolTip().contains(QStringLiteral("As the last run went, that takes about ")),
                 qPrintable(measure->toolTip()));
    }

    void untilSureIsAPressOfItsOwn()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.02);
        find<QAction>(*window, "untilSure20")->trigger();
        QTRY_VERIFY(fixture.controller->running());
        QCOMPARE(fixture.controller->feed().experiment().precision.value_or(0), 0.2);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.controller->running(), 2 * runLimit);
        const core::Report& report = find<charts::TimingsChart>(*window, "timingsChart")->content().report;
        QVERIFY(report.stopping.has_value());
        QVERIFY(report.stopping->sure || report.stopping->blocks == 100);
        QVERIFY(report.stopping->blocks >= 10);
        QCOMPARE(find<QSpinBox>(*window, "blocksField")->value(), 1);
    }

    void untilSureTheLimitIsCalledOne()
    {
        testing::WindowFixture fixture;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sure.overlap.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": "overlap.experiment/1", "id": "sure", "title": "Sure",
            "workload": {"id": "wait", "parameters": {"tasks": 2, "seconds": 1}},
            "strategies": ["sequential", "threads:2"], "repeats": 400, "precision": 1, "timeScale": 0.02})");
        file.close();
        const auto window = fixture.makeWindow();
        window->openFiles({path});
        auto* run = find<QPushButton>(*window, "runButton");
        const auto* step = find<QLabel>(*window, "stepLabel");
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(step->text().contains(QStringLiteral(" of at most 400 · ")), runLimit);
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);
        const core::Report& report = find<charts::TimingsChart>(*window, "timingsChart")->content().report;
        QVERIFY(report.stopping && report.stopping->sure && !report.cancelled);
        QCOMPARE(report.stopping->blocks, 10);
    }

    void whatHappenedIsToldShownAndTried()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("file-batch"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.1);
        QVERIFY(!find<QLabel>(*window, "happenedHeader")->isVisible()); // nothing has happened yet
        runToTheEnd(*window);
        QVERIFY(find<QLabel>(*window, "happenedHeader")->isVisible());
        QCOMPARE(find<QLabel>(*window, "happenedStrategy_0")->text(), QStringLiteral("threads:3"));
        const QString told = find<QLabel>(*window, "happened_0")->text();
        QVERIFY2(told.startsWith(QStringLiteral("The items do not divide evenly")), qPrintable(told));

        const auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        QVERIFY(!lanes->timeWindow()->selection());
        find<QToolButton>(*window, "happenedShow_0")->click();
        const auto selection = lanes->timeWindow()->selection();
        QVERIFY(selection.has_value()); // the second round, in which one of three has nothing to do
        QVERIFY(selection->begin > lanes->content().bands[1].timeline->end / 3);
        QVERIFY(selection->end <= lanes->timeWindow()->visible().end);

        auto* add = find<QToolButton>(*window, "happenedTry_0");
        QCOMPARE(add->text(), QStringLiteral("Add threads:5"));
        add->click();
        runToTheEnd(*window);
        QVERIFY(find<charts::TimingsChart>(*window, "timingsChart")->content().report.strategy("threads:5"));
        QVERIFY(!window->findChild<QLabel*>(QStringLiteral("happenedStrategy_1"))); // silent after the remedy
        window->openExperiment(QStringLiteral("stores"));
        QVERIFY(!find<QLabel>(*window, "happenedHeader")->isVisible());
    }

    void anotherExperimentStopsTheRunAndOpens()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(50);
        QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window->controller().feed().current(), runLimit);
        window->openExperiment(QStringLiteral("stores"));
        QTRY_COMPARE_WITH_TIMEOUT(find<charts::GanttChart>(*window, "lanesChart")->content().title,
                                  QStringLiteral("Stores"), 5000);
        QVERIFY(!window->controller().running());
    }

    void chartsAndFiguresLeaveTheWindow()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.05);
        runToTheEnd(*window);

        const auto save = [&](const char* action, const char* name) {
            fixture.dialogs.nextFileName = fixture.folder.filePath(QLatin1String(name));
            find<QAction>(*window, action)->trigger();
            return fixture.dialogs.nextFileName;
        };
        QCOMPARE(QImage(save("saveLanes", "lanes.png")).size(), QSize(1920, 1080));
        QVERIFY(fixture.dialogs.lastProposal.endsWith(QStringLiteral("two-waits-lanes.png")));
        QFile svg(save("saveTimings", "timings.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("<text"));
        QCOMPARE(QImage(save("saveLedger", "ledger.png")).size(), QSize(1920, 1080));
        QVERIFY(fixture.dialogs.lastProposal.endsWith(QStringLiteral("two-waits-where-time-went.png")));
        QFile report(save("saveReport", "report.json"));
        QVERIFY(fixture.dialogs.lastProposal.endsWith(QStringLiteral("/two-waits-report.json")));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QCOMPARE(
            QJsonDocument::fromJson(report.readAll()).object().value(QStringLiteral("schema")).toString(),
            QStringLiteral("overlap.report/1"));
        QFile runs(save("saveRuns", "runs.csv"));
        QVERIFY(runs.open(QIODevice::ReadOnly));
        QCOMPARE(runs.readAll().count('\n'), 3);

        find<QAction>(*window, "copyTimings")->trigger();
        const QMimeData* clip = QApplication::clipboard()->mimeData();
        QVERIFY(clip->hasImage());
        QVERIFY(clip->hasFormat(QStringLiteral("image/svg+xml")));

        find<QAction>(*window, "copyLedger")->trigger();
        const QByteArray csv = QApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv"));
        QVERIFY(csv.contains("share_waiting"));

        QVERIFY(fixture.dialogs.told.isEmpty());
        fixture.dialogs.nextFileName = QStringLiteral("/nonexistent/folder/lanes.png");
        find<QAction>(*window, "saveLanes")->trigger();
        QCOMPARE(fixture.dialogs.told.size(), 1);
        QVERIFY(fixture.dialogs.told.first().contains(QStringLiteral("/nonexistent/folder")));
    }

    void closingWhileRunningEndsEverything()
    {
        testing::WindowFixture fixture;
        auto window = fixture.makeWindow();
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(5);
        QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window->controller().feed().current(), runLimit);
        window->close();
        window.reset(); // returns although requests of five seconds are under way
    }

    void escapeEndsWhatIsMarkedInTheLanesFirst()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        lanes->setFocus();
        lanes->timeWindow()->setSelection(session::TimeRange{0, core::nanosecondsPerSecond / 2});
        QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY(fixture.controller->running());
        lanes->timeWindow()->setSelection(session::TimeRange{0, core::nanosecondsPerSecond / 2});
        QTest::keyClick(lanes, Qt::Key_Escape);
        QVERIFY(!lanes->timeWindow()->selection());
        QVERIFY(fixture.controller->running());
        QTest::keyClick(lanes, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.controller->running(), runLimit);
    }

    void ofASweepItsOwnChartIsExported()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.1);
        const auto runAll = [&] {
            QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
            QTRY_VERIFY(fixture.controller->running());
            QTRY_VERIFY_WITH_TIMEOUT(!fixture.controller->running(), runLimit);
        };
        runAll();
        QVERIFY(find<QAction>(*window, "saveLanes")->isEnabled());
        QVERIFY(!find<QAction>(*window, "saveScaling")->isEnabled());
        auto* vary = find<QComboBox>(*window, "sweepOver");
        vary->setCurrentIndex(1);
        Q_EMIT vary->activated(1);
        runAll();
        QVERIFY(!find<QAction>(*window, "copyTimings")->isEnabled());
        QVERIFY(find<QAction>(*window, "saveScaling")->isEnabled());
        QVERIFY(find<QAction>(*window, "saveReport")->isEnabled());
    }
};

QTEST_MAIN(TestMainWindowRunning)
#include "tst_main_window_running.moc"
