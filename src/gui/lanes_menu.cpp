// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lanes_menu.h"

#include "charts/gantt_scene.h"
#include "session/message_text.h"

#include <QActionGroup>
#include <QEvent>
#include <algorithm>

namespace overlap::gui {

using analysis::LaneChoices;
using analysis::LaneGrouping;
using analysis::LaneOrder;
using charts::GanttCommand;

LanesMenu::LanesMenu(charts::GanttChart& lanes, QWidget* parent) : QMenu(parent), m_lanes(lanes)
{
    setObjectName(QStringLiteral("lanesMenu"));
    connect(this, &QMenu::aboutToShow, this, &LanesMenu::fill);
    empty();
}

void LanesMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        empty(); // it is filled when it is opened
}

/// The key is told and stays the chart's own: it works where the lanes have the focus.
QAction* LanesMenu::add(QMenu* menu, const QString& text, GanttCommand keys)
{
    QAction* const action = menu->addAction(text);
    if (const QList<QKeySequence> all = charts::keysOf(keys); !all.isEmpty())
        action->setShortcut(all.front());
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

QAction* LanesMenu::addCommand(GanttCommand command)
{
    QAction* const action = add(this, charts::commandText(command), command);
    connect(action, &QAction::triggered, this, [this, command] { m_lanes.perform(command); });
    return action;
}

void LanesMenu::addLane(const charts::GanttChart::Lane& lane)
{
    addSection(lane.name.isEmpty()
                   ? lane.band
                   : session::laneText(lane.name.toStdString()) + QStringLiteral(" · ") + lane.band);
    const LaneChoices choices = m_lanes.laneChoices(lane.band);
    if (!lane.name.isEmpty()) {
        QAction* const pin = addCommand(GanttCommand::pinLane);
        pin->setCheckable(true);
        pin->setChecked(choices.pinned.contains(lane.name.toStdString()));
        addCommand(GanttCommand::hideLane);
    }
    addCommand(GanttCommand::foldBand);
}

/// Of one band, or of all of them alike.
void LanesMenu::addArrangement(const QStringList& bands)
{
    const LaneChoices now = bands.isEmpty() ? LaneChoices() : m_lanes.laneChoices(bands.front());
    const auto change = [this, bands](auto act) {
        for (const QString& band : bands) {
            LaneChoices choices = m_lanes.laneChoices(band);
            act(choices);
            m_lanes.setLaneChoices(band, choices);
        }
    };
    const auto addChoice = [this](QMenu* menu, QActionGroup* group, const QString& text, bool checked,
                                  auto act) {
        QAction* const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    QMenu* const group = addMenu(tr("Group by"));
    auto* const grouping = new QActionGroup(group);
    for (const auto& [value, text] : {std::pair{LaneGrouping::worker, tr("Worker")},
                                      {LaneGrouping::task, tr("Task")},
                                      {LaneGrouping::stage, tr("Stage")}}) {
        QAction* const action =
            addChoice(group, grouping, text, now.grouping == value, [change, value = value] {
                change([&](LaneChoices& choices) { choices.grouping = value; });
            });
        action->setEnabled(
            value != LaneGrouping::stage ||
            std::ranges::any_of(bands, [this](const QString& band) { return m_lanes.hasStages(band); }));
    }
    QMenu* const sort = addMenu(tr("Sort by"));
    auto* const order = new QActionGroup(sort);
    for (const auto& [value, text] : {std::pair{LaneOrder::recorded, tr("As recorded")},
                                      {LaneOrder::name, tr("Name")},
                                      {LaneOrder::busy, tr("Busy time")},
                                      {LaneOrder::firstStart, tr("First start")}}) {
        addChoice(sort, order, text, now.order == value,
                  [change, value = value] { change([&](LaneChoices& choices) { choices.order = value; }); });
    }
    const bool hides = std::ranges::any_of(m_lanes.content().bands, [this](const charts::GanttBand& band) {
        return !m_lanes.laneChoices(charts::bandTitle(band)).hidden.empty();
    });
    addCommand(GanttCommand::showHidden)->setEnabled(hides);
    addCommand(GanttCommand::foldAll);
}

void LanesMenu::empty()
{
    clear();
    qDeleteAll(findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // clear() leaves those
    setTitle(tr("Lanes"));
}

void LanesMenu::fill()
{
    empty();
    QStringList bands;
    if (const auto lane = m_lanes.chosenLane()) {
        addLane(*lane);
        bands << lane->band;
    } else {
        for (const charts::GanttBand& band : m_lanes.content().bands)
            bands << charts::bandTitle(band);
    }
    addArrangement(bands);
    addSeparator();
    for (const GanttCommand command :
         {GanttCommand::fit, GanttCommand::zoomToSelection, GanttCommand::back, GanttCommand::forward})
        addCommand(command);
    addSeparator();
    for (const GanttCommand command : {GanttCommand::measure, GanttCommand::criticalPath})
        addCommand(command);
}

} // namespace overlap::gui
