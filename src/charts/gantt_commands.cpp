// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_commands.h"

#include "charts/chart_text.h"

#include <QKeyEvent>
#include <algorithm>
#include <array>

namespace overlap::charts {

namespace {

using Command = GanttCommand;

constexpr auto keys = std::to_array<GanttKey>({
    {Qt::Key_W, Command::zoomIn},
    {Qt::Key_Plus, Command::zoomIn},
    {Qt::Key_Equal, Command::zoomIn},
    {Qt::Key_S, Command::zoomOut},
    {Qt::Key_Minus, Command::zoomOut},
    {Qt::Key_A, Command::panLeft},
    {Qt::Key_Left, Command::panLeft},
    {Qt::Key_D, Command::panRight},
    {Qt::Key_Right, Command::panRight},
    {Qt::SHIFT | Qt::Key_A, Command::pageLeft},
    {Qt::SHIFT | Qt::Key_Left, Command::pageLeft},
    {Qt::SHIFT | Qt::Key_D, Command::pageRight},
    {Qt::SHIFT | Qt::Key_Right, Command::pageRight},
    {Qt::Key_Home, Command::toBegin},
    {Qt::Key_End, Command::toEnd},
    {Qt::CTRL | Qt::Key_Left, Command::beginEarlier},
    {Qt::CTRL | Qt::Key_Right, Command::beginLater},
    {Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Command::endEarlier},
    {Qt::CTRL | Qt::SHIFT | Qt::Key_Right, Command::endLater},
    {Qt::Key_F, Command::fit},
    {Qt::Key_Z, Command::zoomToSelection},
    {Qt::Key_Return, Command::zoomToSelection},
    {Qt::Key_Enter, Command::zoomToSelection},
    {Qt::Key_Backspace, Command::back},
    {Qt::ALT | Qt::Key_Left, Command::back},
    {Qt::SHIFT | Qt::Key_Backspace, Command::forward},
    {Qt::ALT | Qt::Key_Right, Command::forward},
    {Qt::Key_Up, Command::scrollUp},
    {Qt::Key_Down, Command::scrollDown},
    {Qt::Key_PageUp, Command::pageUp},
    {Qt::Key_PageDown, Command::pageDown},
    {Qt::CTRL | Qt::Key_Up, Command::laneUp},
    {Qt::CTRL | Qt::Key_Down, Command::laneDown},
    {Qt::Key_Menu, Command::openMenu},
    {Qt::SHIFT | Qt::Key_F10, Command::openMenu},
    {Qt::Key_P, Command::pinLane},
    {Qt::Key_H, Command::hideLane},
    {Qt::SHIFT | Qt::Key_H, Command::showHidden},
    {Qt::SHIFT | Qt::Key_B, Command::foldBand},
    {Qt::Key_B, Command::foldAll},
    {Qt::Key_G, Command::groupNext},
    {Qt::Key_O, Command::sortNext},
    {Qt::Key_M, Command::measure},
    {Qt::Key_E, Command::explain},
    {Qt::Key_C, Command::criticalPath},
    {Qt::Key_Space, Command::replay},
    {Qt::Key_Comma, Command::replayBack},
    {Qt::Key_Period, Command::replayForward},
    {Qt::Key_Less, Command::replaySlower},
    {Qt::Key_Greater, Command::replayFaster},
    {Qt::SHIFT | Qt::Key_G, Command::compare},
    {Qt::Key_1, Command::filterState, 0},
    {Qt::Key_2, Command::filterState, 1},
    {Qt::Key_3, Command::filterState, 2},
    {Qt::Key_4, Command::filterState, 3},
    {Qt::Key_5, Command::filterState, 4},
    {Qt::Key_6, Command::filterState, 5},
    {Qt::Key_7, Command::filterState, 6},
    {Qt::Key_8, Command::filterState, 7},
    {Qt::Key_9, Command::filterState, 8},
    {Qt::Key_0, Command::filterState, 9},
    {Qt::Key_Escape, Command::escape},
});

} // namespace

std::span<const GanttKey> ganttKeys()
{
    return keys;
}

std::optional<GanttKey> ganttKeyOf(const QKeyEvent& event)
{
    const auto find = [](QKeyCombination pressed) -> std::optional<GanttKey> {
        const auto found = std::ranges::find(keys, pressed, &GanttKey::keys);
        return found == keys.end() ? std::nullopt : std::optional(*found);
    };
    // A keypad has the same keys.
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto key = static_cast<Qt::Key>(event.key());
    if (const auto found = find(QKeyCombination(modifiers, key)))
        return found;
    return find(QKeyCombination(modifiers & ~Qt::ShiftModifier, key));
}

QList<QKeySequence> keysOf(GanttCommand command)
{
    QList<QKeySequence> sequences;
    for (const GanttKey& key : keys) {
        if (key.command == command)
            sequences << QKeySequence(key.keys);
    }
    return sequences;
}

QString commandText(GanttCommand command)
{
    switch (command) {
    case Command::zoomIn:
        return ChartWords::tr("Zoom in");
    case Command::zoomOut:
        return ChartWords::tr("Zoom out");
    case Command::panLeft:
        return ChartWords::tr("Move to earlier");
    case Command::panRight:
        return ChartWords::tr("Move to later");
    case Command::pageLeft:
        return ChartWords::tr("Move to earlier by a whole view");
    case Command::pageRight:
        return ChartWords::tr("Move to later by a whole view");
    case Command::toBegin:
        return ChartWords::tr("Go to the begin");
    case Command::toEnd:
        return ChartWords::tr("Go to the end");
    case Command::beginEarlier:
        return ChartWords::tr("Let the view begin earlier");
    case Command::beginLater:
        return ChartWords::tr("Let the view begin later");
    case Command::endEarlier:
        return ChartWords::tr("Let the view end earlier");
    case Command::endLater:
        return ChartWords::tr("Let the view end later");
    case Command::fit:
        return ChartWords::tr("Show everything in the lanes");
    case Command::zoomToSelection:
        return ChartWords::tr("Zoom to the selection");
    case Command::back:
        return ChartWords::tr("Back to the view before");
    case Command::forward:
        return ChartWords::tr("Forward to the view after");
    case Command::scrollUp:
        return ChartWords::tr("Scroll up");
    case Command::scrollDown:
        return ChartWords::tr("Scroll down");
    case Command::pageUp:
        return ChartWords::tr("Scroll up by a page");
    case Command::pageDown:
        return ChartWords::tr("Scroll down by a page");
    case Command::laneUp:
        return ChartWords::tr("Choose the lane above");
    case Command::laneDown:
        return ChartWords::tr("Choose the lane below");
    case Command::openMenu:
        return ChartWords::tr("Menu of the chosen lane");
    case Command::pinLane:
        return ChartWords::tr("Pin the lane to the top of its band");
    case Command::hideLane:
        return ChartWords::tr("Hide the lane");
    case Command::showHidden:
        return ChartWords::tr("Show hidden lanes again");
    case Command::foldBand:
        return ChartWords::tr("Fold the band to one row");
    case Command::foldAll:
        return ChartWords::tr("Fold and unfold all bands");
    case Command::groupNext:
        return ChartWords::tr("Group by worker, task or stage in turn");
    case Command::sortNext:
        return ChartWords::tr("Sort as recorded, by name, busy time or first start in turn");
    case Command::measure:
        return ChartWords::tr("Measure between edges of spans");
    case Command::explain:
        return ChartWords::tr("Tell why a lane does what it does under the pointer");
    case Command::criticalPath:
        return ChartWords::tr("Light what had to happen one after the other");
    case Command::replay:
        return ChartWords::tr("Replay the run, pause and go on");
    case Command::replayBack:
        return ChartWords::tr("Replay: one event back");
    case Command::replayForward:
        return ChartWords::tr("Replay: one event on");
    case Command::replaySlower:
        return ChartWords::tr("Replay: slower");
    case Command::replayFaster:
        return ChartWords::tr("Replay: faster");
    case Command::compare:
        return ChartWords::tr("Compare with another run");
    case Command::filterState:
        return ChartWords::tr("Dim a state of the legend, by its place");
    case Command::escape:
        return ChartWords::tr("End what is marked: ruler, explanation, filter, match, selection");
    }
    return {};
}

} // namespace overlap::charts
