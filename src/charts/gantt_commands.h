// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyCombination>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <optional>
#include <span>

class QKeyEvent;

namespace overlap::charts {

/// What keys and menus can ask of the lanes chart. One list: the keys below, the menus and the sheet of
/// shortcuts all speak of these.
enum class GanttCommand {
    zoomIn,
    zoomOut,
    panLeft,
    panRight,
    pageLeft,
    pageRight,
    toBegin,
    toEnd,
    beginEarlier,
    beginLater,
    endEarlier,
    endLater,
    fit,
    zoomToSelection,
    back,
    forward,
    scrollUp,
    scrollDown,
    pageUp,
    pageDown,
    laneUp,
    laneDown,
    openMenu,
    pinLane,
    hideLane,
    showHidden,
    foldBand,
    foldAll,
    groupNext,
    sortNext,
    measure,
    explain,
    criticalPath,
    replay,
    replayBack,
    replayForward,
    replaySlower,
    replayFaster,
    compare,
    filterState,
    escape,
};

struct GanttKey
{
    QKeyCombination keys;
    GanttCommand command;
    int index = 0; ///< of filterState: which entry of the legend, from 0
};

std::span<const GanttKey> ganttKeys();
/// What a key press means. Shift counts only where it makes a difference, so that a layout may need it.
std::optional<GanttKey> ganttKeyOf(const QKeyEvent& event);
/// In the order of the list.
QList<QKeySequence> keysOf(GanttCommand command);

/// What it does, as an entry of a menu says it: "Fit everything".
QString commandText(GanttCommand command);

} // namespace overlap::charts
