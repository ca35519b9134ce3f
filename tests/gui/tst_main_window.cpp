// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/timings_chart.h"
#include "gui/chart_content.h"
#include "gui/log_panel.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

using namespace overlap;
using testing::find;

namespace {

/// Labels and buttons whose text does not fit into them.
QStringList clippedTexts(const QWidget& window)
{
    QStringList clipped;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool tooWide = !label->wordWrap() && label->sizeHint().width() > label->width() + 1;
        const bool tooHigh = label->heightForWidth(label->width()) > label->height() + 1;
        if (tooWide || tooHigh)
            clipped << label->objectName() + QStringLiteral(": ") + label->text();
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool wordless = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (button->isVisible() && !wordless && !button->text().isEmpty() &&
            button->fontMetrics().horizontalAdvance(button->text()) > button->width())
            clipped << button->objectName() + QStringLiteral(": ") + button->text();
    }
    return clipped;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartIsReadyToRun()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* run = find<QPushButton>(*window, "runButton");
        QVERIFY(run->isEnabled());
        QCOMPARE(run->text(), QStringLiteral("Run"));
        QCOMPARE(find<QLabel>(*window, "stepLabel")->text(), QStringLiteral("Ready"));
        const charts::GanttContent& lanes = find<charts::GanttChart>(*window, "lanesChart")->content();
        QCOMPARE(lanes.title, QStringLiteral("Web requests"));
        QCOMPARE(lanes.bands.size(), std::size_t{3});
        QVERIFY(lanes.bands[1].waiting);
        QCOMPARE(lanes.bands[1].expectedLanes, 3);
        for (const char* action :
             {"saveLanes", "saveTimings", "copyLanes", "copyTimings", "saveReport", "saveRuns"})
            QVERIFY(!find<QAction>(*window, action)->isEnabled());
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1600, 1000);
        QTest::newRow("small") << QSize(1024, 700);
        QTest::newRow("large") << QSize(1920, 1080);
    }
    void nothingIsClipped()
    {
        QFETCH(QSize, size);
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow(size);
        QTest::qWait(50);
        QCOMPARE(clippedTexts(*window).join(QLatin1String("; ")), QString());
        QVERIFY(!QFontInfo(QApplication::font()).family().isEmpty());
    }

    void choosingAnExperimentFillsTheForm()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* tree = find<QTreeView>(*window, "galleryTree");
        const QModelIndexList stores =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Stores"), 1,
                                 Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(stores.size(), 1);
        tree->scrollTo(stores.first());
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(stores.first()).center());
        QCOMPARE(find<QPlainTextEdit>(*window, "parameter_urls")->toPlainText(),
                 QStringLiteral("/price/[1-50]"));
        QCOMPARE(find<QLineEdit>(*window, "parameter_field")->text(), QStringLiteral("price"));
        QCOMPARE(find<QDoubleSpinBox>(*window, "timeScaleField")->value(), 0.1);
        QCOMPARE(find<charts::GanttChart>(*window, "lanesChart")->content().bands[1].expectedLanes, 10);
    }

    void searchingLeavesWhatMatches()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* tree = find<QTreeView>(*window, "galleryTree");
        auto* search = find<QLineEdit>(*window, "searchField");
        QTest::keyClicks(search, QStringLiteral("five"));
        QCOMPARE(tree->model()->rowCount(), 1);
        QTest::keyClicks(search, QStringLiteral("xyz"));
        QVERIFY(find<QLabel>(*window, "noMatchLabel")->isVisible());
        search->clear();
        QVERIFY(tree->isVisible());
        QVERIFY(!find<QLabel>(*window, "noMatchLabel")->isVisible());
    }

    void searchingIsFinishedByKeyboard()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* search = find<QLineEdit>(*window, "searchField");
        QTest::keyClicks(search, QStringLiteral("sto"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(find<charts::GanttChart>(*window, "lanesChart")->content().title, QStringLiteral("Stores"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
    }

    void allTextHasOneFamilyFromTheStart()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        const QString family = find<charts::GanttChart>(*window, "lanesChart")->theme().family;
        for (const QLabel* label : window->findChildren<QLabel*>())
            QCOMPARE(QFontInfo(label->font()).family(), family);
    }

    void aWrongParameterIsToldBesideItsField()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* urls = find<QPlainTextEdit>(*window, "parameter_urls");
        urls->setPlainText(QStringLiteral("ftp://example.org/"));
        QVERIFY(!find<QPushButton>(*window, "runButton")->isEnabled());
        bool told = false;
        for (const QLabel* label : window->findChildren<QLabel*>())
            told = told || (label->isVisible() && label->property("role") == QStringLiteral("problem") &&
                            label->text().contains(QStringLiteral("ftp://")));
        QVERIFY(told);
        urls->setPlainText(QStringLiteral("/json"));
        QVERIFY(find<QPushButton>(*window, "runButton")->isEnabled());
    }

    void whatHasNoEffectCannotBeChanged()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("image-resize"));
        auto* folder = find<QLineEdit>(*window, "parameter_folder");
        auto* files = find<QSpinBox>(*window, "parameter_files");
        auto* most = find<QSpinBox>(*window, "parameter_atMost");
        QVERIFY(files->isEnabled() && !most->isEnabled());
        QCOMPARE(most->toolTip(), QStringLiteral("Without effect while “Folder” is empty."));
        folder->setText(fixture.folder.path());
        QVERIFY(!files->isEnabled() && most->isEnabled());
        QVERIFY(!find<QDoubleSpinBox>(*window, "parameter_megapixels")->isEnabled());
        QCOMPARE(files->toolTip(), QStringLiteral("Without effect while “Folder” is filled in."));
        folder->clear();
        QVERIFY(files->isEnabled());
        // What is wrong stays within reach.
        files->setValue(0);
        folder->setText(fixture.folder.path());
        QVERIFY(files->isEnabled());
    }

    void menusForgetTheMouseWhenTheyClose()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        for (const char* name : {"fileButton", "exportButton", "viewButton"}) {
            auto* button = find<QToolButton>(*window, name);
            button->setAttribute(Qt::WA_UnderMouse); // as the press that opens it leaves behind
            button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
            button->menu()->close();
            QVERIFY2(!button->underMouse(), name);
        }
    }

    void aFolderIsUnderstoodAsInAShell()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("image-resize"));
        auto* folder = find<QLineEdit>(*window, "parameter_folder");
        QTRY_VERIFY(folder->isVisible());
        folder->setFocus();
        QTest::keyClicks(folder, QStringLiteral("~/no such folder"));
        QCOMPARE(folder->text(), QDir::homePath() + QStringLiteral("/no such folder"));
        QStringList problems;
        for (const QLabel* label : window->findChildren<QLabel*>()) {
            if (label->isVisible() && label->property("role") == QStringLiteral("problem"))
                problems << label->text();
        }
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().startsWith(QStringLiteral("There is no folder “")),
                 qPrintable(problems.first()));
        // As high as the button beside it, and the beginning of what was chosen can be read.
        QCOMPARE(folder->height(), find<QToolButton>(*window, "chooseFolder")->height());
        fixture.dialogs.nextFileName = fixture.folder.path();
        find<QToolButton>(*window, "chooseFolder")->click();
        QCOMPARE(folder->text(), fixture.folder.path());
        QCOMPARE(folder->cursorPosition(), 0);
    }

    void disturbedBlocksAreToldBeforeThereAreFigures()
    {
        core::Experiment experiment;
        experiment.repeats = 5;
        session::LiveFeed feed;
        feed.start(experiment);
        engine::PlanMade made;
        core::Strategy sequential;
        sequential.name = "sequential";
        made.plan.strategies.push_back({sequential, false});
        for (int block = 0; block < 5; ++block)
            made.plan.runs.push_back({0, block, 0, false});
        feed.apply(made);
        gui::LogPanel log;
        const auto endBlock = [&](int block) {
            feed.apply(engine::RunPreparing{static_cast<std::size_t>(block)});
            feed.apply(engine::PlanExtended{{{0, 5 + block, 0, false}}});
            auto outcome = std::make_shared<engine::RunOutcome>();
            outcome->index = static_cast<std::size_t>(block);
            outcome->report.block = block;
            outcome->report.wallSeconds = 1;
            feed.apply(engine::RunEnded{outcome, std::make_shared<core::Report>()});
            log.writeRuns(feed, nullptr, static_cast<std::size_t>(block));
        };
        endBlock(0);
        QCOMPARE(gui::liveTimings(feed, nullptr).finding,
                 QStringLiteral("The first block was disturbed by something else on this machine: it runs "
                                "anew at the end."));
        QVERIFY(gui::liveTimings(feed, nullptr).caption.isEmpty()); // nothing was measured in any way
        QCOMPARE(gui::liveLedger(feed).finding, gui::liveTimings(feed, nullptr).finding);
        endBlock(1);
        QVERIFY(gui::liveTimings(feed, nullptr).finding.startsWith(QStringLiteral("All 2 blocks so far ")));
        QVERIFY(gui::liveLatencies(feed).finding.startsWith(QStringLiteral("All 2 blocks so far ")));
        const QString text = find<QPlainTextEdit>(log, "logText")->toPlainText();
        QVERIFY2(text.contains(QStringLiteral("block 2 · sequential: 1.00 s")), qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("block 1 was disturbed")), 1);
        QCOMPARE(text.count(QStringLiteral("block 2 was disturbed")), 1);
    }

    void strategiesAreSwitchedCountedAndAdded()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        auto* row = find<QWidget>(*window, "strategy_1");
        row->findChild<QSpinBox*>()->setValue(5);
        QCOMPARE(lanes->content().bands[1].expectedLanes, 5);
        testing::leaveOut(*window, "event-loop");
        row->findChild<QCheckBox*>()->setChecked(false);
        QCOMPARE(lanes->content().bands.size(), std::size_t{1});
        // The baseline is added where it is left out: a speed-up needs a yardstick.
        find<QWidget>(*window, "strategy_0")->findChild<QCheckBox*>()->setChecked(false);
        QVERIFY(!find<QPushButton>(*window, "runButton")->isEnabled());
        QVERIFY(find<QLabel>(*window, "strategyProblem")->isVisible());
        row->findChild<QCheckBox*>()->setChecked(true);
        QCOMPARE(lanes->content().bands.size(), std::size_t{2});
        QVERIFY(lanes->content().bands[0].isBaseline);

        auto* add = find<QToolButton>(*window, "addStrategy");
        add->menu()->actions().first()->trigger();
        QTRY_VERIFY(window->findChild<QWidget*>(QStringLiteral("strategy_2")));
        QTRY_COMPARE(lanes->content().bands.size(), std::size_t{3});
        QCOMPARE(lanes->content().bands[2].expectedLanes, 10);
    }

    void looksAreChangedAndRemembered()
    {
        testing::WindowFixture fixture;
        {
            const auto window = fixture.makeWindow();
            window->setLook(session::Settings::Look::light);
            auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
            QCOMPARE(lanes->theme().kind, charts::ThemeKind::light);
            QTest::mouseClick(find<QToolButton>(*window, "themeButton"), Qt::LeftButton);
            QCOMPARE(lanes->theme().kind, charts::ThemeKind::dark);
            QCOMPARE(find<charts::TimingsChart>(*window, "timingsChart")->theme().kind,
                     charts::ThemeKind::dark);
        }
        const auto again = fixture.makeWindow();
        QCOMPARE(find<charts::GanttChart>(*again, "lanesChart")->theme().kind, charts::ThemeKind::dark);
    }

    void experimentAndSizeAreRemembered()
    {
        testing::WindowFixture fixture;
        {
            const auto window = fixture.makeWindow({1400, 900});
            window->openExperiment(QStringLiteral("two-waits"));
            window->close();
        }
        auto window = fixture.newWindow();
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        // The offscreen screen is smaller than the window was; geometry is only ever restored onto a screen.
        QVERIFY(window->width() <= 1400);
        QCOMPARE(find<charts::GanttChart>(*window, "lanesChart")->content().title,
                 QStringLiteral("Two waits"));
    }

    void aNarrowWindowKeepsEverythingAtHand()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow({1024, 700});
        QVERIFY(!find<QTreeView>(*window, "galleryTree")->isVisible());
        auto* urls = find<QPlainTextEdit>(*window, "parameter_urls");
        QVERIFY(!urls->isVisible());
        QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(urls->isVisible());
        QTest::mouseClick(find<QToolButton>(*window, "closeDetails"), Qt::LeftButton);
        QTRY_VERIFY(!urls->isVisible());
        QTest::mouseClick(find<QToolButton>(*window, "detailsButton"), Qt::LeftButton);
        QTRY_VERIFY(urls->isVisible());
        QTest::keyClick(window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!urls->isVisible());
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(find<QLineEdit>(*window, "searchField")->isVisible());
        window->resize(1600, 1000);
        QTRY_VERIFY(find<QTreeView>(*window, "galleryTree")->isVisible());
        QTRY_VERIFY(urls->isVisible());
    }

    void everythingTakesTheKeyboard()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSet<QString> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(),
                            Qt::Key_Tab);
            if (const QWidget* focus = QApplication::focusWidget())
                reached << focus->objectName();
        }
        for (const char* name :
             {"runButton", "blocksField", "timeScaleField", "exportButton", "viewButton", "themeButton",
              "searchField", "galleryTree", "lanesChart", "parameter_urls", "addStrategy"})
            QVERIFY2(reached.contains(QLatin1String(name)), name);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
