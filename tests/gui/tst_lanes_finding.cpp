// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/gantt_commands.h"
#include "gui/shortcuts.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <set>

using namespace overlap;
using namespace overlap::gui;
using namespace overlap::testing;

/// Finding one's way in the lanes: typed times, tasks by name, the menu, the sheet of shortcuts.
class TestLanesFinding : public QObject
{
    Q_OBJECT

private:
    static void run(MainWindow& window, const WindowFixture& fixture, const QString& id)
    {
        window.openExperiment(id);
        QTest::keyClick(&window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.controller->running() || fixture.controller->feed().report(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.controller->running(), 60000);
    }

private Q_SLOTS:
    /// None missing, none invented.
    void theSheetListsEveryShortcutOfTheWindow()
    {
        WindowFixture fixture;
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        std::set<QString> listed;
        for (const ShortcutGroup& group : shortcutGroups()) {
            for (const Shortcut& shortcut : group.shortcuts) {
                QVERIFY(!shortcut.what.isEmpty());
                QVERIFY2(!shortcut.how().isEmpty(), qPrintable(shortcut.what));
                for (const QKeySequence& keys : shortcut.keys)
                    listed.insert(keys.toString());
            }
        }
        std::set<QString> actual;
        const auto take = [&](const QKeySequence& keys, const QString& whose) {
            if (keys.isEmpty())
                return;
            actual.insert(keys.toString());
            QVERIFY2(listed.contains(keys.toString()),
                     qPrintable(keys.toString() + QStringLiteral(": ") + whose));
        };
        for (const QShortcut* shortcut : window->findChildren<QShortcut*>()) {
            for (const QKeySequence& keys : shortcut->keys())
                take(keys, QStringLiteral("a shortcut"));
        }
        for (const QAction* action : window->findChildren<QAction*>()) {
            for (const QKeySequence& keys : action->shortcuts())
                take(keys, action->text());
        }
        for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
            // A letter that is marked in a button's text makes a shortcut, too.
            if (!button->text().contains(QChar(u'&')))
                take(button->shortcut(), button->text());
        }
        for (const charts::GanttKey& key : charts::ganttKeys())
            take(QKeySequence(key.keys), charts::commandText(key.command));
        QVERIFY(actual.size() > 50);
        // What is listed with Ctrl or as a function key is there.
        for (const QString& keys : listed) {
            if (keys.contains(QStringLiteral("Ctrl")) || (keys.startsWith(QChar(u'F')) && keys.size() > 1))
                QVERIFY2(actual.contains(keys), qPrintable(keys));
        }
    }

    void theSheetOpensAndCloses()
    {
        WindowFixture fixture;
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        auto* const sheet = find<QDialog>(*window, "shortcutsSheet");
        QVERIFY(!sheet->isVisible());
        window->activateWindow();
        QTest::keyClick(window.get(), Qt::Key_Question);
        QTRY_VERIFY(sheet->isVisible());
        QVERIFY(sheet->findChildren<QLabel*>(QStringLiteral("shortcutText")).size() > 60);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!sheet->isVisible());
    }

    void timesAreTyped()
    {
        WindowFixture fixture;
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        auto* const lanes = find<charts::GanttChart>(*window, "lanesChart");
        auto* const field = find<QLineEdit>(*window, "goToField");
        QVERIFY(!field->isVisible());
        QTest::keyClick(window.get(), Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("soon"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible());
        const auto said = [&] {
            for (const QLabel* label : find<QFrame>(*window, "goToBar")->findChildren<QLabel*>()) {
                if (label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QVERIFY2(said().contains(QStringLiteral("is no time")), qPrintable(said()));
        field->clear();
        QTest::keyClicks(field, QStringLiteral("250 ms +500 ms"));
        QVERIFY(said().isEmpty());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QCOMPARE(lanes->timeWindow()->visible(),
                 (session::TimeRange{core::fromSeconds(0.25), core::fromSeconds(0.75)}));
        QVERIFY(lanes->hasFocus());
        QTest::keyClick(lanes, Qt::Key_Backspace);
        QVERIFY(!lanes->timeWindow()->touched());
    }

    void tasksAreFoundByName()
    {
        WindowFixture fixture;
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        run(*window, fixture, QStringLiteral("two-waits"));
        auto* const field = find<QLineEdit>(*window, "taskSearchField");
        auto* const bar = find<QFrame>(*window, "searchBar");
        auto* const lanes = find<charts::GanttChart>(*window, "lanesChart");
        QVERIFY(lanes->content().itemCount >= 2);
        const QString name = lanes->content().itemLabel(1);
        QVERIFY(!name.isEmpty());
        QTest::keyClick(lanes, Qt::Key_Slash);
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, name.toUpper());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(lanes->itemFocus()->selected(), core::ItemIndex(1));
        QTest::keyClick(window.get(), Qt::Key_F3);
        QCOMPARE(lanes->itemFocus()->selected(), core::ItemIndex(1)); // the only one
        field->clear();
        QTest::keyClicks(field, QStringLiteral("zzz"));
        QStringList texts;
        for (const QLabel* label : bar->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY2(texts.contains(QStringLiteral("No task is called so.")),
                 qPrintable(texts.join(QChar(u'|'))));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(lanes->hasFocus());
    }

    void theMenuArrangesTheLanes()
    {
        WindowFixture fixture;
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        run(*window, fixture, QStringLiteral("two-waits"));
        auto* const lanes = find<charts::GanttChart>(*window, "lanesChart");
        QTest::keyClick(lanes, Qt::Key_Down, Qt::ControlModifier);
        const auto lane = lanes->chosenLane();
        QVERIFY(lane);
        QTest::keyClick(lanes, Qt::Key_Menu);
        auto* const menu = window->findChild<QMenu*>(QStringLiteral("lanesMenu"));
        QTRY_VERIFY(menu->isVisible());
        const auto trigger = [&](const QString& text) {
            for (QAction* action : menu->actions()) {
                for (QAction* inner : action->menu() ? action->menu()->actions() : QList{action}) {
                    if (inner->text() == text) {
                        inner->trigger();
                        return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(trigger(QStringLiteral("Task")));
        QCOMPARE(lanes->laneChoices(lane->band).grouping, analysis::LaneGrouping::task);
        menu->close();
        QTest::keyClick(lanes, Qt::Key_Menu);
        QVERIFY(trigger(QStringLiteral("Worker")));
        QVERIFY(trigger(QStringLiteral("Busy time")));
        QCOMPARE(lanes->laneChoices(lane->band).grouping, analysis::LaneGrouping::worker);
        QCOMPARE(lanes->laneChoices(lane->band).order, analysis::LaneOrder::busy);
        menu->close();
    }
};

QTEST_MAIN(TestLanesFinding)
#include "tst_lanes_finding.moc"
