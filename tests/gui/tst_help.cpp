// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/state_help.h"
#include "gui/context_help.h"
#include "gui/environment_card.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace overlap;
using testing::find;

namespace {

/// What a person can act upon; parts of such things are left out.
bool isInteractive(const QWidget* widget)
{
    const QString name = widget->objectName();
    if (name.startsWith(QLatin1String("qt_")) || widget->inherits("QLineEditIconButton") ||
        widget->inherits("QTableCornerButton"))
        return false;
    if (widget->parent() &&
        (widget->parent()->inherits("QAbstractSpinBox") || widget->parent()->inherits("QTabBar") ||
         widget->parent()->inherits("QDockWidget")))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) ||
           (qobject_cast<const QAbstractItemView*>(widget) && !widget->inherits("QHeaderView") &&
            !widget->inherits("QComboBoxListView")) ||
           qobject_cast<const charts::GanttChart*>(widget);
}

QString shown(const QWidget& window)
{
    return find<QLabel>(window, "helpText")->text();
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatCanBeUsedHasANameAndHelp_data()
    {
        QTest::addColumn<QString>("experiment");
        for (const char* id : {"two-waits", "web-requests", "file-digests", "failing-tasks"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void everythingThatCanBeUsedHasANameAndHelp()
    {
        QFETCH(QString, experiment);
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(experiment);
        find<QToolButton>(*window, "addStrategy")->menu()->actions().first()->trigger();
        QTRY_VERIFY(window->findChild<QToolButton*>(QStringLiteral("remove_1")));
        QStringList missing;
        int seen = 0;
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!isInteractive(widget) || (!widget->isEnabled() && widget->toolTip().isEmpty() &&
                                           widget->objectName().startsWith(QLatin1String("remove_"))))
                continue;
            ++seen;
            const QString what =
                QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            if (widget->toolTip().isEmpty() && gui::ContextHelp::helpAt(widget, QPoint(1, 1)).isEmpty())
                missing << what + QStringLiteral(": no help");
            QAccessibleInterface* spoken =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            if (!spoken || spoken->text(QAccessible::Name).isEmpty())
                missing << what + QStringLiteral(": no name");
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral("; "))));
        QVERIFY(seen > 20);
    }

    void theStripFollowsFocusAndPointer()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        auto* strip = find<QWidget>(*window, "helpStrip");
        QTest::keyClick(window.get(), Qt::Key_F1);
        QTRY_VERIFY(strip->isVisible());
        find<QWidget>(*window, "parameter_seconds")->setFocus();
        QVERIFY2(shown(*window).contains(QStringLiteral("--set seconds=")), qPrintable(shown(*window)));
        find<QWidget>(*window, "chosen_1")->setFocus();
        QVERIFY2(shown(*window).contains(QStringLiteral("Thread pool")), qPrintable(shown(*window)));
        auto* tabs = window->findChild<QTabBar*>();
        QEnterEvent enter(QPointF(tabs->tabRect(1).center()), QPointF(), QPointF());
        QApplication::sendEvent(tabs, &enter);
        QVERIFY2(shown(*window).contains(tabs->tabText(1)), qPrintable(shown(*window)));
        QTest::keyClick(window.get(), Qt::Key_F1);
        QTRY_VERIFY(!strip->isVisible());
    }

    void theLegendExplainsItsStates()
    {
        testing::WindowFixture fixture;
        const auto window = fixture.makeWindow();
        window->openExperiment(QStringLiteral("two-waits"));
        auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        bool found = false;
        for (int y = 0; y < lanes->height() && !found; y += 4) {
            if (lanes->stateAt({30, y}) == core::State::waiting) {
                found = true;
                const QString text = gui::ContextHelp::helpAt(lanes, {30, y});
                QVERIFY(text.contains(charts::stateHelp(core::State::waiting).toHtmlEscaped()));
            }
        }
        QVERIFY(found);
        QCOMPARE(gui::ContextHelp::helpAt(lanes, {1, 1}), lanes->whatsThis());
        for (std::size_t state = 0; state < core::stateCount; ++state)
            QVERIFY(!charts::stateHelp(static_cast<core::State>(state)).isEmpty());
    }

    void theMachineOpensItsCard()
    {
        testing::WindowFixture fixture;
        fixture.environment.program = "Overlap of the test";
        fixture.environment.measurable = false;
        const auto window = fixture.makeWindow();
        auto* button = find<QToolButton>(*window, "machineButton");
        QVERIFY(!button->icon().isNull()); // the mark: this build is not for measurement
        button->click();
        auto* card = find<QWidget>(*window, "environmentCard");
        QTRY_VERIFY(card->isVisible());
        bool warned = false;
        for (const QLabel* label : card->findChildren<QLabel*>())
            warned = warned || (label->property("role") == QStringLiteral("warning") &&
                                label->text().contains(QStringLiteral("not for measurement")));
        QVERIFY(warned);
        find<QToolButton>(*card, "copyEnvironment")->click();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Overlap of the test")));
        QTest::keyClick(card, Qt::Key_Escape);
        QTRY_VERIFY(!card->isVisible());
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
