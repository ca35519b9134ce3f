// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decision_tree.h"
#include "gui/advisor_page.h"
#include "session/strategy_guide.h"
#include "window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

using namespace overlap;
using testing::find;

namespace {

constexpr int patience = 20000;

struct Page
{
    explicit Page(const QString& language = QStringLiteral("en"))
    {
        fixture.languages.use(language);
        window = fixture.makeWindow();
        find<QAction>(*window, "openAdvisor")->trigger();
        page = find<gui::AdvisorPage>(*window, "advisorPage");
    }
    QString text(const char* label) const { return find<QLabel>(*window, label)->text(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(*window, name); }
    QLineEdit* line(const char* name) const { return find<QLineEdit>(*window, name); }
    void type(const char* name, const QString& text) const
    {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClick(line(name), Qt::Key_Delete);
        QTest::keyClicks(line(name), text);
    }
    /// What the tree ends with, empty where nothing is lit.
    QString end() const
    {
        const QString path = charts::pathText(find<charts::DecisionTree>(*window, "advisorTree")->content());
        return path.section(QStringLiteral(" → "), -1);
    }

    testing::WindowFixture fixture;
    std::unique_ptr<gui::MainWindow> window;
    gui::AdvisorPage* page = nullptr;
};

} // namespace

class TestAdvisorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsFoundWithoutAManual()
    {
        testing::WindowFixture fixture;
        fixture.languages.use(QStringLiteral("en"));
        const auto window = fixture.makeWindow();
        auto* link = find<QToolButton>(*window, "advisorLink");
        QVERIFY(link->isVisible());
        QCOMPARE(link->text(), QStringLiteral("Not sure? Ask the advisor"));
        link->click();
        QVERIFY(find<gui::AdvisorPage>(*window, "advisorPage")->isVisible());
        QVERIFY(find<QLineEdit>(*window, "advisorDescription")->isVisible());
        // Where the gallery is a strip, it is a sign with the same words for who asks.
        window->resize(1024, 700);
        QTRY_COMPARE(link->text(), QStringLiteral("?"));
        QVERIFY(link->isVisible());
        QCOMPARE(link->accessibleName(), QStringLiteral("Not sure? Ask the advisor"));
        window->resize(1600, 1000);
        QTRY_COMPARE(link->text(), QStringLiteral("Not sure? Ask the advisor"));
    }

    void emptyItSaysWhatItIsFor()
    {
        const Page page;
        QVERIFY(page.end().isEmpty());
        QVERIFY(page.text("advisorStrategy").contains(QStringLiteral("as you type")));
        QVERIFY(!page.button("advisorTry")->isVisible());
        QVERIFY(!find<QLabel>(*page.window, "advisorReasons")->isVisible());
        QVERIFY(!find<QLabel>(*page.window, "advisorDescriptionProblem")->isVisible());
    }

    void whatIsTypedLightsTheWay()
    {
        const Page page;
        page.type("advisorDescription", QStringLiteral("Calculate prime numbers"));
        QTRY_COMPARE(page.end(), QStringLiteral("Processes"));
        QCOMPARE(page.text("advisorAnswer"), QStringLiteral("Use processes, one for each core."));
        QVERIFY2(page.text("advisorStrategy").contains(QStringLiteral("python-processes:2")),
                 qPrintable(page.text("advisorStrategy")));
        QVERIFY(page.text("advisorReasons").contains(QStringLiteral("calculate, prime")));
        QVERIFY(page.text("advisorLesson").endsWith(QStringLiteral("Both say the same.")));
        QVERIFY(page.text("advisorMissing").contains(QStringLiteral("how long all of it takes")));
        QVERIFY(page.button("advisorTry")->isVisible());
        page.type("advisorDescription", QStringLiteral("Download pages"));
        QTRY_COMPARE(page.end(), QStringLiteral("Threads"));
        page.type("advisorDescription", QStringLiteral(" "));
        QTRY_VERIFY(page.end().isEmpty());
        QVERIFY(!page.button("advisorTry")->isVisible());
    }

    void theRuntimeChangesTheAnswer()
    {
        const Page page;
        page.type("advisorDescription", QStringLiteral("Calculate prime numbers"));
        QTRY_COMPARE(page.end(), QStringLiteral("Processes"));
        QVERIFY(page.text("advisorStrategy").contains(QStringLiteral("In native code: Use threads")));
        page.button("advisorNative")->click();
        QCOMPARE(page.end(), QStringLiteral("Threads"));
        QCOMPARE(page.text("advisorAnswer"), QStringLiteral("Use threads, one for each core."));
        QVERIFY(page.text("advisorLesson").contains(QStringLiteral("Native code has no such lock")));
        QVERIFY(page.text("advisorRuntimeHint").contains(QStringLiteral("side by side")));
        page.button("advisorPython")->click();
        QCOMPARE(page.end(), QStringLiteral("Processes"));
    }

    void timeAndDataChangeTheAnswer()
    {
        const Page page;
        page.type("advisorDescription", QStringLiteral("Calculate prime numbers"));
        find<QComboBox>(*page.window, "advisorData")->setCurrentIndex(4);
        QCOMPARE(page.end(), QStringLiteral("Chunks"));
        page.type("advisorDuration", QStringLiteral("0.05"));
        QTRY_COMPARE(page.end(), QStringLiteral("One after the other"));
        find<QComboBox>(*page.window, "advisorUnit")->setCurrentIndex(1); // 3 s
        QCOMPARE(page.end(), QStringLiteral("Chunks"));
        QVERIFY(!find<QLabel>(*page.window, "advisorMissing")->isVisible());
    }

    void eachExampleHasAnAnswerOfItsOwn()
    {
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
            const Page page(language);
            for (int i = 0; i < 6; ++i) {
                page.button(qPrintable(QStringLiteral("advisorExample_%1").arg(i)))->click();
                QVERIFY(!page.line("advisorDescription")->text().isEmpty());
                using enum analysis::AdviceFamily;
                const auto expected = std::array{
                    threads, processes, chunking, processes, sequential, queues}[static_cast<std::size_t>(i)];
                QCOMPARE(page.end(), charts::familyTitle(expected));
            }
        }
    }

    void whatIsWrongIsSaidAtItsField()
    {
        const Page page;
        auto* atDuration = find<QLabel>(*page.window, "advisorDurationProblem");
        auto* atDescription = find<QLabel>(*page.window, "advisorDescriptionProblem");
        page.type("advisorDescription", QStringLiteral("Calculate prime numbers"));
        page.type("advisorDuration", QStringLiteral("soon"));
        QTRY_VERIFY(atDuration->isVisible());
        QCOMPARE(atDuration->text(), QStringLiteral("“duration” must be a number"));
        QVERIFY(page.line("advisorDuration")->property("wrong").toBool());
        QVERIFY(!atDescription->isVisible());
        QVERIFY(page.end().isEmpty());
        QVERIFY(!page.button("advisorTry")->isVisible());
        page.type("advisorDuration", QStringLiteral("-1"));
        QTRY_VERIFY(atDuration->text().contains(QStringLiteral("must be between 0 and")));
        page.type("advisorDuration", QStringLiteral("1"));
        QTRY_VERIFY(!atDuration->isVisible());
        QVERIFY(!page.line("advisorDuration")->property("wrong").toBool());
        QCOMPARE(page.end(), QStringLiteral("Processes"));
        page.line("advisorDescription")->selectAll();
        QGuiApplication::clipboard()->setText(QString(1001, QChar(u'x')));
        page.line("advisorDescription")->paste();
        QTRY_VERIFY(atDescription->isVisible());
        QCOMPARE(atDescription->text(), QStringLiteral("The description must have 1 to 1000 characters"));
    }

    void itSpeaksGerman()
    {
        Page page(QStringLiteral("de"));
        page.type("advisorDescription", QStringLiteral("Primzahlen berechnen"));
        page.type("advisorDuration", QStringLiteral("0,05"));
        QTRY_COMPARE(page.end(), QStringLiteral("Nacheinander"));
        page.type("advisorDuration", QStringLiteral("2,5"));
        QTRY_COMPARE(page.end(), QStringLiteral("Prozesse"));
        page.fixture.languages.use(QStringLiteral("en"));
        QTRY_COMPARE(page.end(), QStringLiteral("Processes"));
        QCOMPARE(page.text("advisorAnswer"), QStringLiteral("Use processes, one for each core."));
        QCOMPARE(page.line("advisorDuration")->text(), QStringLiteral("2.5"));
    }

    void everyAdviceCanBeTried_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<double>("seconds");
        for (const char* text : {"Download pages", "Calculate primes", "Calculate over 10 GB",
                                 "Download, then calculate", "Download and calculate", "Do it"})
            QTest::newRow(text) << QString::fromLatin1(text) << 60.0;
        QTest::newRow("too small") << QStringLiteral("Calculate primes") << 0.01;
    }
    void everyAdviceCanBeTried()
    {
        QFETCH(QString, description);
        QFETCH(double, seconds);
        const testing::WindowFixture fixture;
        const auto presets = engine::loadPresets(fixture.paths, fixture.catalogue, 2);
        for (const core::Runtime runtime : {core::Runtime::python, core::Runtime::native}) {
            const analysis::Advice advice =
                analysis::adviceOf({description.toStdString(), runtime, seconds, {}, 2});
            const session::AdviceTrial trial = session::trialOf(advice);
            const auto preset = std::ranges::find(presets, trial.preset, &core::Experiment::id);
            QVERIFY2(preset != presets.end(), std::string(trial.preset).c_str());
            const core::StrategyDescriptor* strategy = fixture.catalogue.strategy(trial.strategy);
            QVERIFY2(strategy, std::string(trial.strategy).c_str());
            // A runtime has none of the kind where the advice names no strategy.
            QCOMPARE(strategy->runtime, advice.strategy.empty() ? core::Runtime::native : runtime);
            if (!advice.strategy.empty())
                QVERIFY(advice.strategy.starts_with(trial.strategy));
            const auto work = std::ranges::find(fixture.catalogue.workloads, preset->workload,
                                                &core::WorkloadDescriptor::id);
            QVERIFY(strategy->runtime == core::Runtime::native || work->hasPythonTwin);
        }
    }

    void thePresetIsOpenedAndRuns()
    {
        const Page page;
        page.button("advisorNative")->click();
        page.type("advisorDescription", QStringLiteral("Download pages"));
        QTRY_VERIFY(page.button("advisorTry")->isVisible());
        page.button("advisorTry")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.fixture.controller->running(), patience);
        QVERIFY(!page.page->isVisible());
        QCOMPARE(page.fixture.controller->feed().experiment().id, std::string("web-requests"));
        QVERIFY(!page.button("advisorTry")->isEnabled());
        QVERIFY(page.text("advisorHint").startsWith(QStringLiteral("An experiment is running.")));
        page.fixture.controller->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.controller->running(), patience);
        QVERIFY(page.button("advisorTry")->isEnabled());
    }

    void whatIsMeasuredOtherwiseHoldsItUp()
    {
        Page page;
        page.type("advisorDescription", QStringLiteral("Calculate primes"));
        QTRY_VERIFY(page.button("advisorTry")->isVisible());
        page.page->setHeldUp(QStringLiteral("Not now."));
        QVERIFY(!page.button("advisorTry")->isEnabled());
        QCOMPARE(page.text("advisorHint"), QStringLiteral("Not now."));
        page.page->setHeldUp({});
        QVERIFY(page.button("advisorTry")->isEnabled());
    }

    void theKeyboardGoesFromQuestionToAnswer()
    {
        const Page page;
        page.button("advisorExample_1")->click();
        QVERIFY(QTest::qWaitForWindowActive(page.page));
        page.button("advisorPython")->setFocus();
        QStringList names;
        for (int i = 0; i < 24 && !names.contains(QStringLiteral("advisorClose")); ++i) {
            QTest::keyClick(page.page->focusWidget(), Qt::Key_Tab);
            names << page.page->focusWidget()->objectName();
        }
        names.erase(std::remove_if(names.begin(), names.end(),
                                   [](const QString& name) {
                                       return name.startsWith(QStringLiteral("advisorExample")) ||
                                              name == QStringLiteral("advisorScroll");
                                   }),
                    names.end());
        QCOMPARE(names.join(QChar(u' ')),
                 QStringLiteral("advisorNative advisorDescription advisorDuration advisorUnit advisorData "
                                "advisorTree advisorTry advisorCopy advisorClose"));
    }

    void questionAndAnswerCanBeCopied()
    {
        const Page page;
        page.button("advisorExample_1")->click();
        page.button("advisorCopy")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        for (const char* part : {"Resize 1000 images", "Use processes, one for each core.",
                                 "python-processes:2", "→ Processes", "Threads first"})
            QVERIFY2(copied.contains(QString::fromUtf8(part)), qPrintable(copied));
    }
};

QTEST_MAIN(TestAdvisorPage)
#include "tst_advisor_page.moc"
