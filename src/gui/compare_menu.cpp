// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare_menu.h"

#include "charts/gantt_chart.h"
#include "charts/gantt_ghost.h"
#include "gui/differences_panel.h"

#include <QActionGroup>
#include <QEvent>
#include <algorithm>

namespace overlap::gui {

CompareMenu::CompareMenu(charts::GanttChart& lanes, DifferencesPanel& differences, QWidget* parent)
    : QMenu(parent)
    , m_lanes(lanes)
    , m_differences(differences)
    , m_group(new QActionGroup(this))
{
    setObjectName(QStringLiteral("compareMenu"));
    connect(this, &QMenu::aboutToShow, this, &CompareMenu::fill);
    connect(&lanes, &charts::GanttChart::commanded, this, [this](charts::GanttCommand command) {
        if (command == charts::GanttCommand::compare)
            toggle();
    });
    fill();
}

void CompareMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
        apply();
    }
}

void CompareMenu::fill()
{
    setTitle(tr("Compare the lanes with"));
    for (QAction* const action : m_group->actions())
        delete action;
    const auto add = [this](const Choice& choice, const QString& text) {
        QAction* const action = m_group->addAction(addAction(text));
        action->setCheckable(true);
        action->setEnabled(choice.kind == nothing || possible(choice));
        action->setChecked(choice == m_choice);
        connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
    };
    add({nothing, {}}, tr("Nothing"));
    add({runBefore, {}}, tr("The run before"));
    if (!m_feed)
        return;
    for (const session::Band& band : m_feed->bands())
        add({strategy, QString::fromStdString(band.name())}, QString::fromStdString(band.name()));
}

void CompareMenu::setRuns(const session::LiveFeed* feed)
{
    m_feed = feed;
    if (!possible(m_choice) && feed)
        m_choice = {};
    if (!isVisible())
        fill();
    apply();
}

std::shared_ptr<const core::Timeline> CompareMenu::otherOf(const session::Band& band) const
{
    if (m_choice.kind == runBefore) {
        const auto kept = m_feed->previousTimelines().find(band.name());
        return kept == m_feed->previousTimelines().end() ? nullptr : kept->second;
    }
    const std::string name = m_choice.strategy.toStdString();
    const auto other = std::ranges::find(m_feed->bands(), name, &session::Band::name);
    return other == m_feed->bands().end() || band.name() == name ? nullptr : other->timeline;
}

bool CompareMenu::possible(const Choice& choice) const
{
    if (!m_feed)
        return false;
    if (choice.kind == runBefore)
        return !m_feed->previousTimelines().empty();
    const auto other =
        std::ranges::find(m_feed->bands(), choice.strategy.toStdString(), &session::Band::name);
    return choice.kind == strategy && other != m_feed->bands().end() && other->timeline &&
           other->timeline->ended && m_feed->bands().size() > 1;
}

QString CompareMenu::titleOf(const Choice& choice) const
{
    return choice.kind == runBefore ? tr("the run before") : choice.strategy;
}

void CompareMenu::choose(const Choice& choice)
{
    m_choice = choice;
    if (choice.kind != nothing)
        m_last = choice;
    apply();
}

void CompareMenu::toggle()
{
    if (m_choice.kind != nothing) {
        choose({});
        return;
    }
    // Where there was no run before, the first strategy is what the others are told against.
    const Choice first{strategy, m_feed && !m_feed->bands().empty()
                                     ? QString::fromStdString(m_feed->bands().front().name())
                                     : QString()};
    if (possible(m_last) || possible(first)) {
        m_choice = possible(m_last) ? m_last : first;
        apply();
    } else {
        Q_EMIT refused(tr("There is no other run to compare with yet. Run the experiment once more."));
    }
}

void CompareMenu::apply()
{
    std::vector<charts::GanttGhost> ghosts;
    std::vector<session::DifferencesModel::Compared> compared;
    const QString title = titleOf(m_choice);
    if (m_feed && m_choice.kind != nothing) {
        for (const session::Band& band : m_feed->bands()) {
            const auto other = otherOf(band);
            if (!other || !other->ended || !band.timeline || !band.timeline->ended)
                continue;
            const QString name = QString::fromStdString(band.name());
            charts::GanttGhost ghost{name, title, other, nullptr};
            if (band.timeline->tasks.size() <= mostTasks && other->tasks.size() <= mostTasks) {
                ghost.difference = std::make_shared<const analysis::RunDifference>(
                    analysis::differenceOf(*band.timeline, *other));
                compared.push_back({name, ghost.difference});
            }
            ghosts.push_back(std::move(ghost));
        }
        if (compared.size() < ghosts.size())
            Q_EMIT refused(
                tr("Runs of more than %1 tasks are drawn behind each other and not compared task by "
                   "task.")
                    .arg(mostTasks));
    }
    const bool any = !ghosts.empty();
    m_lanes.setGhosts(std::move(ghosts));
    m_differences.setRuns(std::move(compared), title, m_lanes.content().itemLabel,
                          m_lanes.content().stageLabel);
    Q_EMIT this->compared(any);
}

} // namespace overlap::gui
