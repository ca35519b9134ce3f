// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/count_field.h"
#include "gui/number_field.h"
#include "gui/option_fields.h"
#include "gui/stage_fields.h"
#include "gui/wheel_guard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest>

using namespace overlap;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersHaveNoIdleZeros_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << 1.0 << QStringLiteral("1");
        QTest::newRow("tenth") << 0.1 << QStringLiteral("0.1");
        QTest::newRow("quarter") << 0.25 << QStringLiteral("0.25");
        QTest::newRow("thousand") << 1000.0 << QStringLiteral("1000");
    }
    void numbersHaveNoIdleZeros()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        gui::NumberField field;
        field.setLocale(QLocale::c());
        field.setRange(0, 10000);
        field.setValue(value);
        QCOMPARE(field.text(), text);
    }

    void theWheelChangesNoFigureInPassing()
    {
        gui::WheelGuard guard;
        qApp->installEventFilter(&guard);
        QWidget window;
        QVBoxLayout layout(&window);
        QSpinBox number;
        QComboBox list;
        QLineEdit elsewhere;
        list.addItems({QStringLiteral("a"), QStringLiteral("b")});
        for (QWidget* field : std::initializer_list<QWidget*>{&elsewhere, &number, &list})
            layout.addWidget(field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto wheel = [](QWidget& field, int steps) {
            const QPointF place = field.rect().center();
            QWheelEvent event(place, field.mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&field, &event);
        };
        elsewhere.setFocus();
        wheel(number, 1);
        wheel(list, -1);
        QCOMPARE(number.value(), 0);
        QCOMPARE(list.currentIndex(), 0);
        number.setFocus();
        wheel(number, 1);
        QCOMPARE(number.value(), 1);
        list.setFocus();
        wheel(list, -1);
        QCOMPARE(list.currentIndex(), 1);
    }

    void countsStepWithinTheirRange()
    {
        gui::CountField field;
        field.setRange(1, 3);
        field.setValue(2);
        QSignalSpy changed(&field, &gui::CountField::valueChanged);
        const auto buttons = field.findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 2);
        buttons[1]->click();
        QCOMPARE(field.value(), 3);
        QVERIFY(!buttons[1]->isEnabled());
        buttons[0]->click();
        buttons[0]->click();
        QCOMPARE(field.value(), 1);
        QVERIFY(!buttons[0]->isEnabled());
        QCOMPARE(changed.count(), 3);
    }

    void optionsShowTheStrategyAndTellChanges()
    {
        const core::StrategyDescriptor descriptor{
            .name = "pool",
            .options = {core::Parameter{.name = "chunk",
                                        .kind = core::ParameterKind::integer,
                                        .title = "Chunk",
                                        .help = {},
                                        .defaultValue = 1,
                                        .minimum = 1,
                                        .maximum = 1000},
                        core::Parameter{.name = "switch",
                                        .kind = core::ParameterKind::seconds,
                                        .title = "Switch",
                                        .help = {},
                                        .defaultValue = 0.005,
                                        .minimum = 1e-6,
                                        .maximum = 1.0}},
            .title = {},
            .help = {}};
        core::Strategy strategy{.name = "pool", .counts = {2}, .options = {{"chunk", "25"}}};
        gui::OptionFields fields(descriptor, 3);
        QStringList told;
        connect(&fields, &gui::OptionFields::optionChanged, this,
                [&](const std::string& key, const core::Value& value) {
                    told << QStringLiteral("%1=%2").arg(QString::fromStdString(key)).arg(value.asNumber());
                });
        fields.setStrategy(strategy);
        auto* chunk = fields.findChild<QSpinBox*>(QStringLiteral("option_3_chunk"));
        auto* interval = fields.findChild<QDoubleSpinBox*>(QStringLiteral("option_3_switch"));
        QVERIFY(chunk && interval);
        QCOMPARE(chunk->value(), 25);
        QCOMPARE(interval->value(), 5.0);
        QVERIFY2(told.isEmpty(), "showing is not changing");
        chunk->setValue(50);
        interval->setValue(0.5);
        QCOMPARE(told, QStringList({QStringLiteral("chunk=50"), QStringLiteral("switch=0.0005")}));
    }

    void stagesHaveWorkersAndAQueueEach()
    {
        const core::StrategyDescriptor descriptor{
            .name = "line",
            .counts = core::CountShape::perStage,
            .maximumCount = 9,
            .options = {core::Parameter{.name = "queues",
                                        .kind = core::ParameterKind::integer,
                                        .title = "Queue",
                                        .help = {},
                                        .defaultValue = 0,
                                        .maximum = 100,
                                        .perStage = true},
                        core::Parameter{.name = "timeout",
                                        .kind = core::ParameterKind::seconds,
                                        .title = "Time-out",
                                        .help = {},
                                        .defaultValue = 0.0,
                                        .maximum = 60}},
            .title = {},
            .help = {}};
        const core::Strategy strategy{
            .name = "line", .counts = {1, 2}, .options = {{"queues", "0/5"}, {"timeout", "2s"}}};
        gui::StageFields stages(descriptor, {{"produce"}, {"consume"}}, 3);
        QStringList told;
        connect(&stages, &gui::StageFields::workersChanged, this, [&](std::size_t stage, int number) {
            told << QStringLiteral("%1:%2").arg(stage).arg(number);
        });
        connect(&stages, &gui::StageFields::optionChanged, this,
                [&](const std::string& key, const core::Value& values) {
                    core::Strategy changed = strategy;
                    changed.setOption(descriptor, key, values);
                    told << QString::fromStdString(changed.text());
                });
        stages.setStrategy(strategy);
        QCOMPARE(stages.stageCount(), std::size_t{2});
        auto* workers = stages.findChild<QSpinBox*>(QStringLiteral("workers_3_1"));
        auto* queue = stages.findChild<QSpinBox*>(QStringLiteral("option_3_queues_0"));
        auto* next = stages.findChild<QSpinBox*>(QStringLiteral("option_3_queues_1"));
        QVERIFY(workers && queue && next);
        QVERIFY(!stages.findChild<QWidget*>(QStringLiteral("option_3_timeout_0")));
        QCOMPARE(workers->value(), 2);
        QCOMPARE(queue->value(), 0);
        QCOMPARE(next->value(), 5);
        QVERIFY2(told.isEmpty(), "showing is not changing");
        workers->setValue(4);
        queue->setValue(3);
        QCOMPARE(told,
                 QStringList({QStringLiteral("1:4"), QStringLiteral("line:1,2@queues=3/5,timeout=2s")}));
        gui::OptionFields options(descriptor, 3);
        QVERIFY(options.findChild<QWidget*>(QStringLiteral("option_3_timeout")));
        QVERIFY2(!options.findChild<QWidget*>(QStringLiteral("option_3_queues")),
                 "it stands with the stages");
        options.setStrategy(strategy);
        QCOMPARE(options.findChild<QDoubleSpinBox*>(QStringLiteral("option_3_timeout"))->value(), 2000.0);
    }
};

QTEST_MAIN(TestFields)
#include "tst_fields.moc"
