// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/ts_file.h"
#include "visible_texts.h"
#include "window_fixture.h"

#include <QDoubleSpinBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>

using namespace overlap;
using testing::find;
using testing::VisibleTexts;

namespace {

constexpr int runLimit = 30000;
const QString english = QStringLiteral("en");
const QString german = QStringLiteral("de");

/// What reads the same in both languages: names and figures, and texts whose translation is the source.
class SameInBoth
{
public:
    explicit SameInBoth(const core::Catalogue& catalogue)
    {
        for (const testing::TsEntry& entry :
             testing::readTs(QStringLiteral(OVERLAP_SOURCE_ROOT "/translations/overlap_de.ts"))) {
            if (entry.translations.contains(entry.source))
                m_known << entry.source;
        }
        for (const core::StrategyDescriptor& strategy : catalogue.strategies)
            m_known << QString::fromStdString(strategy.name);
    }

    bool operator()(const QString& text) const
    {
        static const QRegularExpression word(QStringLiteral("[[:alpha:]]{2}"));
        static const QRegularExpression figure(
            QStringLiteral("^[0-9.,\u2212-]+[ \u00a0]([nµm]s|Bytes|bytes|[KMG]i?B)$"));
        // threads:3, /delay/1, http://…, English, a field of JSON, a file, a digest, a call as in code
        static const QRegularExpression name(QStringLiteral(
            "^([a-z-]+:\\S*|/\\S+|https?://"
            "\\S+|Overlap|English|Deutsch|[a-z]+|[\\w-]+\\.(bin|jpg|txt)|[0-9a-f]{64}|[a-z]+\\(\\S*\\))$"));
        if (!text.contains(word) || name.match(text).hasMatch() || figure.match(text).hasMatch() ||
            m_known.contains(text))
            return true;
        for (const QString& part : text.split(QStringLiteral(" · "))) {
            if (part == text || !(*this)(part))
                return false;
        }
        return true;
    }

private:
    QSet<QString> m_known;
};

void settle()
{
    // LanguageChange is posted.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private:
    static void run(gui::MainWindow& window)
    {
        QTest::mouseClick(find<QPushButton>(window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.controller().running(), runLimit);
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().running(), runLimit);
    }

private Q_SLOTS:
    void theMenuSwitchesAndRemembers()
    {
        testing::WindowFixture fixture;
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        auto* menu = find<QMenu>(*window, "languageMenu");
        QAction* choice = nullptr;
        for (QAction* action : menu->actions()) {
            if (action->text() == QStringLiteral("Deutsch"))
                choice = action;
        }
        QVERIFY(choice);
        choice->trigger();
        settle();
        QCOMPARE(fixture.settings.language(), german);
        QCOMPARE(find<QPushButton>(*window, "runButton")->text(), QStringLiteral("Starten"));
        Q_EMIT menu->aboutToShow();
        QVERIFY(choice->isChecked());
    }

    void aSwitchIsTheSameAsAStart()
    {
        testing::WindowFixture fixture;
        fixture.languages.use(german);
        const auto startedInGerman = std::make_unique<VisibleTexts>(*fixture.makeWindow());
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        const VisibleTexts before(*window);
        fixture.languages.use(german);
        settle();
        const QStringList other = VisibleTexts(*window).differencesFrom(*startedInGerman);
        QVERIFY2(other.isEmpty(), qPrintable(other.join(QLatin1Char('\n'))));
        fixture.languages.use(english);
        settle();
        const QStringList back = VisibleTexts(*window).differencesFrom(before);
        QVERIFY2(back.isEmpty(), qPrintable(back.join(QLatin1Char('\n'))));
    }

    void everyExperimentIsTranslated()
    {
        testing::WindowFixture fixture;
        const SameInBoth same(fixture.catalogue);
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        for (const core::Experiment& preset : engine::loadPresets(fixture.paths, fixture.catalogue, 2)) {
            window->openExperiment(QString::fromStdString(preset.id));
            const VisibleTexts before(*window);
            fixture.languages.use(german);
            settle();
            const QStringList left = VisibleTexts(*window).unchangedFrom(before, same);
            fixture.languages.use(english);
            settle();
            QVERIFY2(left.isEmpty(), qPrintable(QString::fromStdString(preset.id) + QLatin1Char('\n') +
                                                left.join(QLatin1Char('\n'))));
        }
    }

    void anAdviceFollows()
    {
        testing::WindowFixture fixture;
        const SameInBoth same(fixture.catalogue);
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        find<QAction>(*window, "openAdvisor")->trigger();
        const QWidget& page = *find<QWidget>(*window, "advisorPage");
        find<QPushButton>(page, "advisorExample_1")->click();
        const VisibleTexts before(page);
        const QString path = find<QWidget>(page, "advisorTree")->accessibleDescription();
        fixture.languages.use(german);
        settle();
        const QStringList left = VisibleTexts(page).unchangedFrom(before, same);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        QVERIFY(find<QWidget>(page, "advisorTree")->accessibleDescription() != path);
        fixture.languages.use(english);
        settle();
        const QStringList back = VisibleTexts(page).differencesFrom(before);
        QVERIFY2(back.isEmpty(), qPrintable(back.join(QLatin1Char('\n'))));
    }

    void aFinishedRunFollows_data()
    {
        QTest::addColumn<QString>("experiment");
        QTest::addColumn<int>("blocks");
        QTest::newRow("one block") << QStringLiteral("web-requests") << 1;
        QTest::newRow("several blocks") << QStringLiteral("two-waits") << 3;
        QTest::newRow("failed tasks") << QStringLiteral("failing-tasks") << 1;
        QTest::newRow("answers that are choices") << QStringLiteral("service-health") << 1;
        QTest::newRow("files") << QStringLiteral("file-digests") << 1;
    }

    void aFinishedRunFollows()
    {
        QFETCH(QString, experiment);
        QFETCH(int, blocks);
        testing::WindowFixture fixture;
        const SameInBoth same(fixture.catalogue);
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        window->openExperiment(experiment);
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.1);
        find<QSpinBox>(*window, "blocksField")->setValue(blocks);
        run(*window);
        if (QTest::currentTestFailed())
            return;
        const VisibleTexts before(*window);
        const QString log = find<QPlainTextEdit>(*window, "logText")->toPlainText();
        const auto timings = [&]() -> const charts::TimingsContent& {
            return find<charts::TimingsChart>(*window, "timingsChart")->content();
        };
        const QString finding = timings().finding;
        QVERIFY(!finding.isEmpty());

        fixture.languages.use(german);
        settle();
        QVERIFY2(timings().finding != finding, qPrintable(finding));
        if (experiment == QStringLiteral("web-requests"))
            QVERIFY2(timings().finding.contains(QLatin1Char(',')), qPrintable(timings().finding));
        const QStringList left = VisibleTexts(*window).unchangedFrom(before, same);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        QCOMPARE(find<QPlainTextEdit>(*window, "logText")->toPlainText(), log);

        fixture.languages.use(english);
        settle();
        const QStringList back = VisibleTexts(*window).differencesFrom(before);
        QVERIFY2(back.isEmpty(), qPrintable(back.join(QLatin1Char('\n'))));
    }

    void aRunGoesOnThroughASwitch()
    {
        testing::WindowFixture fixture;
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        auto* scale = find<QDoubleSpinBox>(*window, "timeScaleField");
        scale->setValue(0.5);
        lanes->setBandFolded(QStringLiteral("threads:3"), true);
        QTest::mouseClick(find<QPushButton>(*window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(lanes->content().bands[0].running, runLimit);
        const auto timeline = lanes->content().bands[0].timeline;
        lanes->timeWindow()->zoomAbout(core::fromSeconds(0.2), 2.0);
        const session::TimeRange seen = lanes->timeWindow()->visible();

        fixture.languages.use(german);
        settle();
        QVERIFY(window->controller().running());
        QVERIFY(find<QPushButton>(*window, "runButton")->text().startsWith(QStringLiteral("Stopp")));
        QCOMPARE(lanes->content().bands[0].timeline, timeline);
        QVERIFY(lanes->timeWindow()->visible() == seen);
        QCOMPARE(scale->value(), 0.5);
        QCOMPARE(scale->text(), QStringLiteral("0,5 ×"));
        QTRY_VERIFY_WITH_TIMEOUT(!window->controller().running(), runLimit);
        QVERIFY(find<charts::TimingsChart>(*window, "timingsChart")
                    ->content()
                    .finding.contains(QStringLiteral("nacheinander")));
    }

    void choicesStayAsTheyWere()
    {
        testing::WindowFixture fixture;
        fixture.languages.use(english);
        const auto window = fixture.makeWindow();
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.25);
        find<QTabWidget>(*window, "bottomTabs")->setCurrentIndex(1);
        auto* search = find<QLineEdit>(*window, "searchField");
        search->setText(QStringLiteral("threads"));
        find<QDoubleSpinBox>(*window, "parameter_timeout")->setValue(2.5);
        fixture.languages.use(german);
        settle();
        QCOMPARE(find<QDoubleSpinBox>(*window, "timeScaleField")->value(), 0.25);
        QCOMPARE(find<QTabWidget>(*window, "bottomTabs")->currentIndex(), 1);
        QCOMPARE(search->text(), QStringLiteral("threads"));
        auto* timeout = find<QDoubleSpinBox>(*window, "parameter_timeout");
        QCOMPARE(timeout->value(), 2.5);
        QVERIFY2(timeout->text().startsWith(QStringLiteral("2,5")), qPrintable(timeout->text()));
        // Typed as one writes it in that language.
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, QStringLiteral("1,5"));
        QTest::keyClick(timeout, Qt::Key_Return);
        QCOMPARE(timeout->value(), 1.5);
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
