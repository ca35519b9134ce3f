// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/state_help.h"

#include <QCoreApplication>
#include <array>

namespace overlap::charts {

namespace {

// In the order of core::State.
constexpr std::array<const char*, core::stateCount> sentences{
    QT_TRANSLATE_NOOP("States", "The worker does the work itself, on a core."),
    QT_TRANSLATE_NOOP("States",
                      "The worker is blocked: in input or output, or in a simulated wait. It uses no "
                      "core meanwhile, so others can."),
    QT_TRANSLATE_NOOP("States", "The worker could compute, but another thread holds the one lock of the "
                                "interpreter. More threads make this longer, not shorter."),
    QT_TRANSLATE_NOOP("States", "The worker waits for something that only one may use at a time."),
    QT_TRANSLATE_NOOP("States", "The worker waits for the stage before it: there is nothing to take yet."),
    QT_TRANSLATE_NOOP("States", "The worker is done, but the queue behind it is full: the next stage is the "
                                "slow one."),
    QT_TRANSLATE_NOOP("States",
                      "The worker could compute, but no core is free. As many workers as cores would "
                      "be just as fast."),
    QT_TRANSLATE_NOOP("States", "Data is packed, copied and unpacked between processes. Fewer, larger pieces "
                                "cost less of it."),
    QT_TRANSLATE_NOOP("States",
                      "What the strategy itself costs between two tasks: handing out the next one and "
                      "taking back the result."),
    QT_TRANSLATE_NOOP("States", "The worker is being started; it takes no task yet."),
    QT_TRANSLATE_NOOP("States", "Nothing is left to do for this worker."),
};

} // namespace

QString stateHelp(core::State state)
{
    return QCoreApplication::translate("States", sentences[static_cast<std::size_t>(state)]);
}

} // namespace overlap::charts
