// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shortcuts.h"

#include "charts/gantt_commands.h"

#include <QCoreApplication>
#include <QStringList>

namespace overlap::gui {

namespace {

using charts::GanttCommand;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(overlap::gui::Shortcuts)
};

Shortcut command(GanttCommand command)
{
    return {charts::keysOf(command), {}, charts::commandText(command)};
}

Shortcut mouse(const QString& gesture, const QString& what)
{
    return {{}, gesture, what};
}

ShortcutGroup moving()
{
    ShortcutGroup group{Words::tr("Moving in the lanes"), {}};
    group.shortcuts = {
        mouse(Words::tr("Wheel"), Words::tr("Zoom about the pointer")),
        mouse(Words::tr("Drag"), Words::tr("Move in time, and over the bands")),
        mouse(Words::tr("Sideways wheel"), Words::tr("Move in time")),
        mouse(Words::tr("Ctrl or Shift and wheel, wheel over names"), Words::tr("Scroll the bands"))};
    for (const GanttCommand one :
         {GanttCommand::zoomIn, GanttCommand::zoomOut, GanttCommand::panLeft, GanttCommand::panRight,
          GanttCommand::pageLeft, GanttCommand::pageRight, GanttCommand::toBegin, GanttCommand::toEnd,
          GanttCommand::scrollUp, GanttCommand::scrollDown, GanttCommand::pageUp, GanttCommand::pageDown,
          GanttCommand::fit, GanttCommand::back, GanttCommand::forward})
        group.shortcuts.push_back(command(one));
    group.shortcuts.push_back(
        mouse(Words::tr("Buttons 4 and 5 of the mouse"), Words::tr("Back and forward through views")));
    group.shortcuts.push_back({{QKeySequence(Qt::CTRL | Qt::Key_G)}, {}, Words::tr("Go to a time, typed")});
    return group;
}

ShortcutGroup overview()
{
    ShortcutGroup group{Words::tr("Overview under the lanes"), {}};
    group.shortcuts = {mouse(Words::tr("Drag its frame"), Words::tr("Move in time")),
                       mouse(Words::tr("Drag its edges"), Words::tr("Show more or less")),
                       mouse(Words::tr("Drag beside it"), Words::tr("Show that stretch")),
                       mouse(Words::tr("Click beside it"), Words::tr("Go there"))};
    for (const GanttCommand one : {GanttCommand::beginEarlier, GanttCommand::beginLater,
                                   GanttCommand::endEarlier, GanttCommand::endLater})
        group.shortcuts.push_back(command(one));
    return group;
}

ShortcutGroup looking()
{
    ShortcutGroup group{Words::tr("Looking closer"), {}};
    group.shortcuts = {
        mouse(Words::tr("Point at a span"), Words::tr("Tell what it is")),
        mouse(Words::tr("Click on a task"), Words::tr("Light its item everywhere")),
        mouse(Words::tr("Click on a wait"), Words::tr("Tell why the lane waits there")),
        command(GanttCommand::explain),
        command(GanttCommand::criticalPath),
        mouse(Words::tr("Shift and drag"), Words::tr("Select a stretch of time")),
        command(GanttCommand::zoomToSelection),
        {{QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
         {},
         Words::tr("Find a task by its name")},
        {{QKeySequence(Qt::Key_F3)}, {}, Words::tr("Next match")},
        {{QKeySequence(Qt::SHIFT | Qt::Key_F3)}, {}, Words::tr("Previous match")},
        mouse(Words::tr("Click on the legend"), Words::tr("Dim a state; a double click brings all back")),
        {charts::keysOf(GanttCommand::filterState), Words::tr("1 … 9, 0"),
         charts::commandText(GanttCommand::filterState)},
        command(GanttCommand::measure),
        mouse(Words::tr("Drag while measuring"), Words::tr("From one edge of a span to another")),
        mouse(Words::tr("← → ↑ ↓ while measuring"),
              Words::tr("Move the ruler to the next edge, the next lane")),
        command(GanttCommand::escape)};
    return group;
}

ShortcutGroup arranging()
{
    ShortcutGroup group{Words::tr("Arranging the lanes"), {}};
    group.shortcuts = {
        mouse(Words::tr("Click on a name"), Words::tr("Fold a band to one row, and unfold it")),
        mouse(Words::tr("Right button"), Words::tr("Menu of the lane under the pointer"))};
    for (const GanttCommand one :
         {GanttCommand::laneUp, GanttCommand::laneDown, GanttCommand::openMenu, GanttCommand::pinLane,
          GanttCommand::hideLane, GanttCommand::showHidden, GanttCommand::foldBand, GanttCommand::foldAll,
          GanttCommand::groupNext, GanttCommand::sortNext})
        group.shortcuts.push_back(command(one));
    group.shortcuts.push_back(
        mouse(Words::tr("Ctrl and drag"), Words::tr("Take a chart out of the window as a picture")));
    return group;
}

ShortcutGroup replaying()
{
    ShortcutGroup group{Words::tr("Replaying a run"), {}};
    for (const GanttCommand one :
         {GanttCommand::replay, GanttCommand::replayBack, GanttCommand::replayForward,
          GanttCommand::replaySlower, GanttCommand::replayFaster, GanttCommand::compare})
        group.shortcuts.push_back(command(one));
    return group;
}

ShortcutGroup running()
{
    return {Words::tr("Running"),
            {{{QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, {}, Words::tr("Run")},
             {{QKeySequence(Qt::CTRL | Qt::Key_F5)}, {}, Words::tr("Measure, in several blocks")},
             {{QKeySequence(Qt::SHIFT | Qt::Key_F5), QKeySequence(Qt::Key_Escape)}, {}, Words::tr("Stop")},
             {{QKeySequence(Qt::Key_F6)}, {}, Words::tr("Predict")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, {}, Words::tr("Present to a class")}}};
}

ShortcutGroup files()
{
    return {Words::tr("Files"),
            {{{QKeySequence(QKeySequence::New)}, {}, Words::tr("New experiment")},
             {{QKeySequence(QKeySequence::Open)}, {}, Words::tr("Open a file")},
             {{QKeySequence(QKeySequence::Save)}, {}, Words::tr("Save")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, {}, Words::tr("Save under another name")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, {}, Words::tr("Save the run")},
             {{QKeySequence(QKeySequence::Copy)}, {}, Words::tr("Copy what is marked in a table")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, {}, Words::tr("Copy the chart")},
             {{QKeySequence(QKeySequence::Undo)}, {}, Words::tr("Undo")},
             {{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
              {},
              Words::tr("Redo")},
             {{QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}, Words::tr("Quit")},
             mouse(Words::tr("Drop files on the window"), Words::tr("Open them"))}};
}

ShortcutGroup window()
{
    return {Words::tr("Window"),
            {{{QKeySequence(Qt::Key_Question)}, {}, Words::tr("This sheet")},
             {{QKeySequence(QKeySequence::HelpContents)}, {}, Words::tr("Say what things are for")},
             {{QKeySequence(Qt::SHIFT | Qt::Key_F1)}, {}, Words::tr("Ask about one thing with a click")},
             {{QKeySequence(QKeySequence::Find)}, {}, Words::tr("Search the experiments")},
             {{QKeySequence(Qt::CTRL | Qt::Key_1)}, {}, Words::tr("Show and hide the experiments")},
             {{QKeySequence(Qt::CTRL | Qt::Key_2)}, {}, Words::tr("Show and hide the details")},
             {{QKeySequence(Qt::Key_F11)}, {}, Words::tr("Full screen")},
             {{QKeySequence(Qt::Key_Tab)}, {}, Words::tr("To the next part of the window")},
             {{QKeySequence(Qt::Key_Delete)}, {}, Words::tr("In the list of strategies: take one out")}}};
}

ShortcutGroup presenting()
{
    return {Words::tr("Presenting"),
            {{{QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_Return)}, {}, Words::tr("Run")},
             {{QKeySequence(Qt::Key_R)}, {}, Words::tr("Reveal the times")},
             {{QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_N), QKeySequence(Qt::Key_PageDown)},
              {},
              Words::tr("Next experiment")},
             {{QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_P), QKeySequence(Qt::Key_PageUp)},
              {},
              Words::tr("Previous experiment")},
             {{QKeySequence(Qt::Key_Backspace)}, {}, Words::tr("Back to the guess")},
             {{QKeySequence(Qt::Key_Escape)}, {}, Words::tr("Back to the window")}}};
}

} // namespace

QString Shortcut::how() const
{
    if (!gesture.isEmpty())
        return gesture;
    QStringList texts;
    for (const QKeySequence& one : keys)
        texts << one.toString(QKeySequence::NativeText);
    return texts.join(Words::tr(" or ", "between two keys that do the same"));
}

std::vector<ShortcutGroup> shortcutGroups()
{
    std::vector<ShortcutGroup> groups{moving(),  overview(), looking(), arranging(), replaying(),
                                      running(), files(),    window(),  presenting()};
    // Not every desktop has a key for everything, such as Quit.
    for (ShortcutGroup& group : groups)
        std::erase_if(group.shortcuts, [](const Shortcut& shortcut) { return shortcut.how().isEmpty(); });
    return groups;
}

} // namespace overlap::gui
