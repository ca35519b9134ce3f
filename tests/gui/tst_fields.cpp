// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/count_field.h"
#include "gui/number_field.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
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
};

QTEST_MAIN(TestFields)
#include "tst_fields.moc"
