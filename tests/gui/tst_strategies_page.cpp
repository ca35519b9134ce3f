// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/side_pages.h"
#include "session/strategy_guide.h"
#include "support/gate.h"
#include "window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

using namespace overlap;
using session::CostsCheck;
using testing::find;

namespace {

constexpr int patience = 20000;

struct Page
{
    explicit Page(CostsCheck::Measure measure)
    {
        fixture.costsMeasure = std::move(measure);
        window = fixture.makeWindow();
        find<QAction>(*window, "openStrategies")->trigger();
        page = find<gui::StrategiesPage>(*window, "strategiesPage");
    }
    QString text(const char* label) const { return find<QLabel>(*window, label)->text(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(*window, name); }

    testing::WindowFixture fixture;
    std::unique_ptr<gui::MainWindow> window;
    gui::StrategiesPage* page = nullptr;
};

engine::StrategyCost cost(const char* strategy, double first, double each)
{
    engine::StrategyCost cost;
    cost.strategy = core::parseStrategy(strategy, engine::makeCatalogue().strategies, 2);
    cost.firstResult = first;
    cost.perTask = each;
    return cost;
}

CostsCheck::Measure plants(CostsCheck::Costs costs)
{
    return [costs](const std::stop_token&, const CostsCheck::Progress&) { return costs; };
}

} // namespace

class TestStrategiesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each strategy has a row and a preset that runs it.
    void eachStrategyHasAPresetThatShowsIt()
    {
        const Page page(plants({}));
        const auto presets = engine::loadPresets(page.fixture.paths, page.fixture.catalogue, 2);
        for (const core::StrategyDescriptor& strategy : page.fixture.catalogue.strategies) {
            const std::string& name = strategy.name;
            const auto preset =
                std::ranges::find(presets, session::tellingPreset(name), &core::Experiment::id);
            QVERIFY2(preset != presets.end(), name.c_str());
            QVERIFY(!page.text(("help_" + name).c_str()).isEmpty());
            QVERIFY(page.button(("run_" + name).c_str())->isEnabled());
        }
    }

    void costsAreMeasuredOnAClick()
    {
        engine::StrategyCost refused = cost("processes:2", 0, 0);
        refused.refusal = core::Message("no worker process could be started");
        const Page page(plants({cost("threads:2", 0.0002, 0.0000004), refused}));
        QCOMPARE(page.text("cost_threads"), QStringLiteral("Not measured here yet"));
        page.button("strategiesMeasure")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.costsCheck->running(), patience);
        const QString told = page.text("cost_threads");
        QVERIFY2(told.startsWith(QStringLiteral("threads:2: first result after 200 µs")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("400 ns")), qPrintable(told));
        QVERIFY(page.text("cost_processes").contains(QStringLiteral("No worker process could be started")));
        QCOMPARE(page.text("cost_sequential"), QStringLiteral("Not measured here yet"));
    }

    void oneThingIsMeasuredAtATime()
    {
        testing::Gate go;
        const Page page([&go](const std::stop_token&, const CostsCheck::Progress& progress) {
            progress(0, 1);
            go.wait();
            return CostsCheck::Costs{};
        });
        page.button("strategiesMeasure")->click();
        QVERIFY(page.fixture.costsCheck->running());
        QVERIFY(!find<QAction>(*page.window, "openGilCheck")->isEnabled());
        QVERIFY(!page.button("run_threads")->isEnabled());
        QCOMPARE(page.text("strategiesHint"), gui::StrategiesPage::whyOthersWait());
        QTest::keyClick(page.window.get(), Qt::Key_F5);
        QVERIFY(!page.fixture.controller->running());
        go.open();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.costsCheck->running(), patience);
        QVERIFY(page.button("run_threads")->isEnabled());
        QVERIFY(find<QAction>(*page.window, "openGilCheck")->isEnabled());
    }

    void thePresetIsOpenedAndRuns()
    {
        const Page page(plants({}));
        page.button("run_threads")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.fixture.controller->running(), patience);
        QCOMPARE(page.fixture.controller->feed().experiment().id,
                 std::string(session::tellingPreset("threads")));
        QVERIFY(!page.button("strategiesMeasure")->isEnabled());
        page.fixture.controller->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.controller->running(), patience);
        QVERIFY(page.button("strategiesMeasure")->isEnabled());
    }

    void whatThePresetDoesNotRunIsAddedToIt()
    {
        const Page page(plants({}));
        page.button("run_work-stealing")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.fixture.controller->running(), patience);
        const core::Experiment& runs = page.fixture.controller->feed().experiment();
        QCOMPARE(runs.id, std::string(session::tellingPreset("work-stealing")));
        QVERIFY(runs.strategies.size() > 1);
        QVERIFY(std::ranges::any_of(runs.strategies, [](const std::string& strategy) {
            return strategy.starts_with("work-stealing:");
        }));
        page.fixture.controller->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!page.fixture.controller->running(), patience);
    }
};

QTEST_MAIN(TestStrategiesPage)
#include "tst_strategies_page.moc"
