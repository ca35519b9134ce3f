// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/gil_check_page.h"
#include "planted_gil.h"
#include "support/gate.h"
#include "window_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

using namespace overlap;
using session::GilCheck;
using testing::find;
using testing::plantedGil;

namespace {

constexpr int patience = 20000;

/// A window whose comparison does what a test says.
struct Page
{
    explicit Page(GilCheck::Measure measure)
    {
        fixture.gilMeasure = std::move(measure);
        window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-sums"));
        find<QAction>(*window, "openGilCheck")->trigger();
        page = find<gui::GilCheckPage>(*window, "gilCheckPage");
    }

    QString text(const char* label) const { return find<QLabel>(*window, label)->text(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(*window, name); }
    QString cell(int row, int column) const
    {
        return find<QTableWidget>(*window, "gilTable")->item(row, column)->text();
    }
    /// A comparison from its start to its end.
    void look(const char* start = "gilQuick")
    {
        button(start)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.gilCheck->running(), patience);
    }

    testing::WindowFixture fixture;
    std::unique_ptr<gui::MainWindow> window;
    gui::GilCheckPage* page = nullptr;
};

GilCheck::Measure finds(const engine::GilValidation& found)
{
    return [found](int, const std::stop_token&, const GilCheck::Progress&) { return found; };
}

/// Says that a block is done and goes on until it is stopped.
GilCheck::Measure untilStopped(const engine::GilValidation& found)
{
    return [found](int blocks, const std::stop_token& stop, const GilCheck::Progress& progress) {
        progress(1, blocks);
        testing::Gate stopped;
        const std::stop_callback told(stop, [&] { stopped.open(); });
        engine::GilValidation left = found;
        left.cancelled = stopped.wait();
        return left;
    };
}

void settle()
{
    // LanguageChange is posted.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace

class TestGilCheckPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothStandSideBySide()
    {
        Page page(finds(plantedGil(3)));
        QVERIFY(page.page->isVisible() && !page.page->isModal());
        QCOMPARE(page.page->windowTitle(), QStringLiteral("How faithful is this model here?"));
        QCOMPARE(page.text("gilHeadline"), QStringLiteral("Not compared on this machine yet"));
        QVERIFY(!find<QTableWidget>(*page.window, "gilTable")->isVisible());
        page.look();
        QCOMPARE(page.text("gilHeadline"),
                 QStringLiteral("The model behaves as CPython 3.11.2 on this machine, in every row"));
        QCOMPARE(page.page->accessibleDescription(), page.text("gilHeadline"));
        QVERIFY(page.text("gilDetails").startsWith(QStringLiteral("Medians of 3 blocks, ")));
        QVERIFY(page.text("gilHint").startsWith(QStringLiteral("This was a quick look")));
        QVERIFY(find<QTableWidget>(*page.window, "gilTable")->isVisible());
        QCOMPARE(page.cell(0, 0), QStringLiteral("Speed-up of 2 computing threads"));
        QCOMPARE(page.cell(0, 1), QStringLiteral("0.99 ×"));
        QCOMPARE(page.cell(7, 2), QStringLiteral("20.1 ms"));
        QCOMPARE(page.cell(7, 4), QStringLiteral("passes"));

        page.button("gilCopy")->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines[0], page.text("gilHeadline"));
        QCOMPARE(lines[4],
                 QStringLiteral("Waits that take place at once, of 2: model 2.00 ×, CPython 2.00 ×; "
                                "asked: within 2 %; passes"));
    }

    void blocksAreAskedForAsTheButtonSays()
    {
        std::vector<int> asked;
        Page page([&](int blocks, const std::stop_token&, const GilCheck::Progress&) {
            asked.push_back(blocks);
            return plantedGil(blocks);
        });
        page.look("gilQuick");
        page.look("gilThorough");
        QCOMPARE(asked, (std::vector<int>{3, 10}));
        QVERIFY(page.text("gilDetails").startsWith(QStringLiteral("Medians of 10 blocks")));
        QVERIFY(page.text("gilHint").isEmpty());
    }

    void whatDiffersIsNamed()
    {
        Page page(finds(plantedGil(10, {6})));
        page.look();
        QCOMPARE(page.text("gilHeadline"),
                 QStringLiteral("The model differs from CPython 3.11.2 in 1 of 8 rows: delay of a wake-up, "
                                "computing threads: 1, switch interval 5.00 ms"));
        QVERIFY(page.text("gilHint").contains(QStringLiteral("look again")));
        const auto* table = find<QTableWidget>(*page.window, "gilTable");
        for (int row = 0; row < 8; ++row) {
            QCOMPARE(page.cell(row, 4), row == 6 ? QStringLiteral("differs") : QStringLiteral("passes"));
            QCOMPARE(table->item(row, 4)->icon().isNull(), row != 6);
        }
        Page another(finds(plantedGil(10, {0, 6})));
        another.look();
        QCOMPARE(another.text("gilHeadline"),
                 QStringLiteral("The model differs from CPython 3.11.2 in 2 of 8 rows"));
    }

    void withoutAnInterpreterItSaysWhatHelps()
    {
        bool there = false;
        Page page([&](int blocks, const std::stop_token&, const GilCheck::Progress&) {
            if (!there)
                throw core::Error(core::Message("no Python was found"));
            return plantedGil(blocks);
        });
        page.look();
        QCOMPARE(page.text("gilHeadline"), QStringLiteral("There is nothing to compare with"));
        QVERIFY(page.text("gilDetails").startsWith(QStringLiteral("No Python was found\nWhat helps: ")));
        QVERIFY(!page.button("gilCopy")->isVisible());
        there = true;
        page.look();
        QVERIFY(page.text("gilHeadline").startsWith(QStringLiteral("The model behaves")));
    }

    void aStopKeepsWhatIsDone()
    {
        Page page(untilStopped(plantedGil(1)));
        page.button("gilQuick")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page.text("gilStep"), QStringLiteral("Block 2 of 3"), patience);
        QCOMPARE(find<QProgressBar>(*page.window, "gilBar")->value(), 1);
        QVERIFY(!page.button("gilQuick")->isVisible());
        page.button("gilStop")->click();
        QCOMPARE(page.text("gilStep"), QStringLiteral("Stopping…"));
        QTRY_VERIFY_WITH_TIMEOUT(page.button("gilQuick")->isVisible(), patience);
        QVERIFY(page.text("gilDetails").startsWith(QStringLiteral("Stopped early: One block")));
        QCOMPARE(find<QTableWidget>(*page.window, "gilTable")->rowCount(), 8);
    }

    void aStopBeforeTheFirstBlockLeavesNothing()
    {
        Page page(untilStopped({}));
        page.button("gilThorough")->click();
        page.button("gilStop")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page.text("gilHeadline"), QStringLiteral("Stopped before a block was done"),
                                  patience);
        QVERIFY(!find<QTableWidget>(*page.window, "gilTable")->isVisible());
    }

    void experimentsWaitMeanwhile()
    {
        Page page(untilStopped(plantedGil(1)));
        auto* run = page.button("runButton");
        QVERIFY(run->isEnabled());
        page.button("gilQuick")->click();
        const QString why = gui::GilCheckPage::whyExperimentsWait();
        QVERIFY(!run->isEnabled());
        QCOMPARE(run->toolTip(), why);
        QCOMPARE(page.text("stepLabel"), why);
        QVERIFY(!find<QToolButton>(*page.window, "presentButton")->isEnabled());
        // Keys go round the button; what says why comes to the front.
        page.page->hide();
        page.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.window.get()));
        QTest::keyClick(page.window.get(), Qt::Key_F5);
        QVERIFY(!page.window->controller().running());
        QVERIFY(page.page->isVisible());
        page.button("gilStop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
        QCOMPARE(page.text("stepLabel"), QStringLiteral("Ready"));
    }

    void itIsNotOfferedWhileAnExperimentRuns()
    {
        Page page(finds(plantedGil(3)));
        page.window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*page.window, "timeScaleField")->setValue(50);
        const auto* open = find<QAction>(*page.window, "openGilCheck");
        QVERIFY(open->isEnabled() && page.button("gilQuick")->isEnabled());
        page.button("runButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.window->controller().running(), patience);
        QVERIFY(!open->isEnabled());
        QVERIFY(!page.button("gilQuick")->isEnabled() && !page.button("gilThorough")->isEnabled());
        QVERIFY(page.text("gilHint").startsWith(QStringLiteral("An experiment is running.")));
        page.button("runButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page.window->controller().running(), patience);
        QVERIFY(open->isEnabled() && page.button("gilQuick")->isEnabled());
        QVERIFY(page.text("gilHint").startsWith(QStringLiteral("A block takes")));
    }

    void theLinkStandsUnderTheStrategyOnce()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-sums"));
        const auto links = [&] {
            QList<QToolButton*> shown;
            for (auto* button : window->findChildren<QToolButton*>()) {
                if (button->objectName().startsWith(QLatin1String("modelCheck_")) && button->isVisible())
                    shown << button;
            }
            return shown;
        };
        QCOMPARE(links().size(), 1);
        QCOMPARE(links().first()->objectName(), QStringLiteral("modelCheck_1"));
        QCOMPARE(links().first()->text(), QStringLiteral("How faithful is this model here?"));
        for (QAction* strategy : find<QToolButton>(*window, "addStrategy")->menu()->actions()) {
            if (strategy->text() == QStringLiteral("gil-threads"))
                strategy->trigger();
        }
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QWidget*>(QStringLiteral("remove_1")), patience);
        QCOMPARE(links().size(), 1);
        auto* page = find<gui::GilCheckPage>(*window, "gilCheckPage");
        QVERIFY(!page->isVisible());
        links().first()->click();
        QVERIFY(page->isVisible());
        for (QCheckBox* box : window->findChildren<QCheckBox*>()) {
            if (box->text() == QStringLiteral("gil-threads"))
                box->setChecked(false);
        }
        QTRY_COMPARE_WITH_TIMEOUT(links().size(), 0, patience);
    }

    void closingItStopsIt()
    {
        Page page(untilStopped({}));
        QTest::qWait(0); // the activation of the window behind is on its way
        page.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.page));
        page.button("gilQuick")->click();
        QTest::keyClick(page.page, Qt::Key_Escape);
        QVERIFY(!page.page->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.gilCheck->running(), patience);

        find<QAction>(*page.window, "openGilCheck")->trigger();
        page.button("gilQuick")->click();
        page.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.gilCheck->running(), patience);
        QVERIFY(!page.page->isVisible());
    }

    void theWindowMayGoMeanwhile()
    {
        const testing::Watchdog watchdog("a window that goes while its model is measured");
        Page page(untilStopped({}));
        page.button("gilQuick")->click();
        page.window.reset();
        page.fixture.gilCheck.reset();
    }

    void itSpeaksTheLanguageOfTheWindow()
    {
        Page page(finds(plantedGil(3, {1})));
        page.look();
        const QString english = page.text("gilDetails");
        page.fixture.languages.use(QStringLiteral("de"));
        settle();
        QCOMPARE(page.page->windowTitle(), QStringLiteral("Wie genau ist dieses Modell hier?"));
        QCOMPARE(page.text("gilHeadline"),
                 QStringLiteral("Das Modell weicht in 1 von 8 Zeilen von CPython "
                                "3.11.2 ab: Wartezeiten, die zugleich verlaufen, von 2"));
        QCOMPARE(page.cell(0, 1), QStringLiteral("0,99 ×"));
        QCOMPARE(page.cell(7, 1), QStringLiteral("20,1 ms"));
        QCOMPARE(page.cell(1, 4), QStringLiteral("weicht ab"));
        page.fixture.languages.use(QStringLiteral("en"));
        settle();
        QCOMPARE(page.text("gilDetails"), english);
        QCOMPARE(page.cell(0, 1), QStringLiteral("0.99 ×"));
    }
};

QTEST_MAIN(TestGilCheckPage)
#include "tst_gil_check_page.moc"
