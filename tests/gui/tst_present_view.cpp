// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/timings_chart.h"
#include "gui/present_view.h"
#include "window_fixture.h"

#include <QDoubleSpinBox>
#include <QFontInfo>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace overlap;
using gui::PresentView;
using testing::find;
using Step = gui::PresentView::Step;

namespace {

constexpr int runLimit = 30000;

PresentView* viewOf(const gui::MainWindow& window)
{
    return window.findChild<PresentView*>(QStringLiteral("presentView"));
}

charts::GanttChart* lanesOf(const PresentView& view)
{
    return view.findChild<charts::GanttChart*>();
}

bool anyTimeShown(const PresentView& view)
{
    if (!lanesOf(view)->content().timesHidden)
        return true;
    for (const charts::GanttBand& band : lanesOf(view)->content().bands) {
        if (band.finishSeconds || band.speedup)
            return true;
    }
    return false;
}

std::unique_ptr<gui::MainWindow> quickWindow(testing::WindowFixture& fixture)
{
    auto window = fixture.makeWindow();
    window->openExperiment(QStringLiteral("two-waits"));
    find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.05);
    return window;
}

} // namespace

class TestPresentView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultStaysHiddenUntilItIsRevealed()
    {
        testing::WindowFixture fixture;
        const auto window = quickWindow(fixture);
        QTest::mouseClick(find<QToolButton>(*window, "presentButton"), Qt::LeftButton);
        PresentView* view = viewOf(*window);
        QVERIFY(view);
        QVERIFY(view->windowState() & Qt::WindowFullScreen);
        QCOMPARE(view->texts().title, QStringLiteral("Two waits"));
        QVERIFY(view->texts().prompt.contains(QStringLiteral("by how much")));
        QTest::keyClick(view, Qt::Key_R); // there is nothing to reveal
        QCOMPARE(view->step(), Step::question);

        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(view->step(), Step::running);
        QTRY_COMPARE_WITH_TIMEOUT(view->step(), Step::hidden, runLimit);
        QVERIFY(!lanesOf(*view)->content().bands[1].timeline->lanes[0].spans.empty());
        QVERIFY(!anyTimeShown(*view));
        QVERIFY(view->texts().figures.empty());
        QVERIFY(!view->accessibleDescription().contains(QStringLiteral("×")));
        QVERIFY(!lanesOf(*view)->summary().contains(QStringLiteral("finished in")));

        QTest::keyClick(view, Qt::Key_R);
        QCOMPARE(view->step(), Step::revealed);
        QVERIFY(anyTimeShown(*view));
        QCOMPARE(view->texts().figures.size(), std::size_t{1});
        QVERIFY(view->texts().figures[0].value.endsWith(QStringLiteral("×")));
        QVERIFY(view->texts().prompt.contains(QStringLiteral("threads:2")));

        QTest::keyClick(view, Qt::Key_Backspace);
        QCOMPARE(view->step(), Step::question);
        QVERIFY(view->texts().figures.empty());
        QVERIFY(!lanesOf(*view)->content().bands[1].timeline);
        // Return does what Space does: it runs, then it reveals.
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(view->step(), Step::hidden, runLimit);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(view->step(), Step::revealed);
    }

    void presetsFollowEachOther()
    {
        testing::WindowFixture fixture;
        const auto window = quickWindow(fixture);
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        PresentView* view = viewOf(*window);
        QVERIFY(view);
        const QString first = view->texts().title;
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(view->texts().title != first);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->texts().title, first);
        QTest::keyClick(view, Qt::Key_Left); // around
        QTest::keyClick(view, Qt::Key_PageDown);
        QCOMPARE(view->texts().title, first);
        // In the middle of a run: it stops, and the next one waits for its start.
        QTest::keyClick(view, Qt::Key_Space);
        QTest::keyClick(view, Qt::Key_N);
        QTRY_VERIFY_WITH_TIMEOUT(view->texts().title != first, runLimit);
        QCOMPARE(view->step(), Step::question);
        QVERIFY(!window->controller().running());
    }

    void escapeLeavesTheWindowAsItWas()
    {
        testing::WindowFixture fixture;
        const auto window = quickWindow(fixture);
        auto* run = find<QPushButton>(*window, "runButton");
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);
        const QString finding = find<charts::TimingsChart>(*window, "timingsChart")->content().finding;
        const auto timeline = find<charts::GanttChart>(*window, "lanesChart")->content().bands[0].timeline;
        const auto report = window->controller().feed().report();
        const QString title = window->windowTitle();

        QTest::mouseClick(find<QToolButton>(*window, "presentButton"), Qt::LeftButton);
        QPointer<PresentView> view = viewOf(*window);
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(window->controller().running());
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(view.isNull(), runLimit);
        QVERIFY(!window->controller().running());

        QCOMPARE(window->windowTitle(), title);
        QCOMPARE(find<QDoubleSpinBox>(*window, "timeScaleField")->value(), 0.05);
        QCOMPARE(run->text(), QStringLiteral("Run"));
        QVERIFY(run->isEnabled());
        QCOMPARE(window->controller().feed().report(), report);
        QCOMPARE(find<charts::TimingsChart>(*window, "timingsChart")->content().finding, finding);
        QCOMPARE(find<charts::GanttChart>(*window, "lanesChart")->content().bands[0].timeline, timeline);
        // And it works on as before.
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(run->text(), QStringLiteral("Run"), runLimit);
        QVERIFY(find<charts::TimingsChart>(*window, "timingsChart")->content().previous.has_value());
    }

    void everythingIsSeenAtOnce_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280 × 800") << QSize(1280, 800);
        QTest::newRow("1920 × 1080") << QSize(1920, 1080);
    }

    /// Six strategies of ten lanes: nothing to scroll, nothing too small for ten metres.
    void everythingIsSeenAtOnce()
    {
        QFETCH(QSize, size);
        testing::WindowFixture fixture;
        session::RunController controller(fixture.services);
        core::Experiment experiment = engine::loadPresets(fixture.paths, fixture.catalogue, 2)[1];
        experiment.strategies = {"sequential", "threads:10", "threads:9",
                                 "threads:8",  "threads:7",  "threads:6"};
        const engine::PythonChoice python;
        PresentView view({controller, python, fixture.catalogue, fixture.palette, 2}, {{experiment}, 0},
                         nullptr);
        view.setTheme(charts::ThemeKind::light);
        view.resize(size);
        view.show();
        const charts::GanttChart* lanes = lanesOf(view);
        QCOMPARE(lanes->content().bands.size(), std::size_t{6});
        QVERIFY(!lanes->findChild<QScrollBar*>(QStringLiteral("ganttScrollBar"))->isVisible());
        const double scale = size.height() / 800.0;
        const QFontInfo axis(lanes->theme().font(charts::TextRole::axis));
        QVERIFY2(axis.pixelSize() >= 28 * scale, qPrintable(QString::number(axis.pixelSize())));
        // Names are cut off nowhere: the whole of them is in the picture.
        QVERIFY(lanes->geometry().bottom() < size.height() - 200 * scale);
    }
};

QTEST_MAIN(TestPresentView)
#include "tst_present_view.moc"
