// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "gui/predict_menu.h"
#include "window_fixture.h"

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 30000;

const charts::GanttContent& lanesOf(const gui::MainWindow& window)
{
    return find<charts::GanttChart>(window, "lanesChart")->content();
}

QAction* action(gui::MainWindow& window, const char* name)
{
    auto* found = window.findChild<QAction*>(QLatin1String(name));
    if (!found)
        qFatal("the window has no %s", name);
    return found;
}

} // namespace

class TestPredict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paleLanesComeBeforeTheRunAndTheErrorBehindIt()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.2);
        QVERIFY(!action(*window, "predictHide")->isVisible());
        QVERIFY(action(*window, "predictScore")->text().startsWith(QStringLiteral("No forecast")));
        action(*window, "predictHere")->trigger();
        QVERIFY(!find<QPushButton>(*window, "runButton")->isEnabled()); // both at once would spoil both
        QTRY_VERIFY_WITH_TIMEOUT(lanesOf(*window).bands[1].predicted, runLimit);
        QTRY_VERIFY(find<QPushButton>(*window, "runButton")->isEnabled());
        for (const charts::GanttBand& band : lanesOf(*window).bands) {
            QVERIFY(band.predicted && band.waiting && band.timeline && band.finishSeconds);
        }
        QVERIFY(lanesOf(*window).bands[1].speedup->value > 2.5);

        QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(find<QPushButton>(*window, "runButton")->text(), QStringLiteral("Run"),
                                  runLimit);
        for (const charts::GanttBand& band : lanesOf(*window).bands) {
            QVERIFY(!band.predicted && band.forecastSeconds);
            const bool told = band.subtitles.join(QLatin1Char(' ')).contains(QStringLiteral("forecast"));
            QCOMPARE(told, !band.isBaseline);
        }
        QCOMPARE(fixture.forecasts.read().size(), std::size_t{2});
        QVERIFY(action(*window, "predictScore")->text().startsWith(QStringLiteral("Checked so far: 2,")));

        action(*window, "predictHide")->trigger();
        QVERIFY(!lanesOf(*window).bands[1].forecastSeconds);
    }

    void anotherMachineIsAskedAbout()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("heavy-chunks"));
        find<QSpinBox>(*window, "predictCores")->setValue(4);
        QVERIFY(action(*window, "predictThere")->text().contains(QStringLiteral("4 cores")));
        action(*window, "predictThere")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(lanesOf(*window).bands[1].predicted, runLimit);
        QVERIFY(lanesOf(*window).subtitle.startsWith(QStringLiteral("Predict: a machine with 4 cores")));
        const auto threads = std::ranges::find_if(lanesOf(*window).bands, [](const charts::GanttBand& band) {
            return band.strategy.text() == "threads:4";
        });
        QVERIFY(threads != lanesOf(*window).bands.end());
        QVERIFY2(threads->speedup->value > 2.2, qPrintable(QString::number(threads->speedup->value)));
        // Where the question is another one, the answer goes.
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.5);
        QVERIFY(!lanesOf(*window).bands[1].predicted);
    }

    void aWindowThatClosesMeanwhileEndsIt()
    {
        testing::WindowFixture fixture;
        auto window = fixture.makeWindow();
        action(*window, "predictHere")->trigger();
        QVERIFY(fixture.predictor->running());
        window->close();
        window.reset();
        fixture.predictor.reset();
    }
};

QTEST_MAIN(TestPredict)
#include "tst_predict.moc"
