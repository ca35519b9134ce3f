// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"

#include "charts/gantt_commander.h"
#include "charts/gantt_plot.h"

#include <QScrollBar>
#include <algorithm>

// Which lanes of the chart are shown, in which order, and which of them keys and menus act on.

namespace overlap::charts {

using analysis::LaneChoices;
using analysis::LaneGrouping;
using analysis::LaneOrder;

namespace {

template <class Choice>
Choice following(Choice choice, Choice last)
{
    return choice == last ? Choice{} : static_cast<Choice>(static_cast<int>(choice) + 1);
}

} // namespace

void GanttChart::perform(GanttCommand command)
{
    m_commander->perform({QKeyCombination(), command});
}

std::optional<GanttChart::Lane> GanttChart::chosenLane() const
{
    const std::optional<ChosenLane> chosen = m_plot->chosenLane();
    if (!chosen)
        return std::nullopt;
    const BandScene& band = m_plot->scene().bands[chosen->band];
    return Lane{band.title, chosen->lane < 0
                                ? QString()
                                : QString::fromStdString(band.timeline->lanes[chosen->lane].name)};
}

LaneChoices GanttChart::laneChoices(const QString& band) const
{
    const int index = m_plot->bandOf(band);
    return index < 0 ? LaneChoices() : m_plot->choices(index);
}

void GanttChart::setLaneChoices(const QString& band, const LaneChoices& choices)
{
    const int index = m_plot->bandOf(band);
    if (index < 0 || m_plot->choices(index) == choices)
        return;
    m_plot->choose(index, choices);
    layOut();
}

bool GanttChart::hasStages(const QString& band) const
{
    const int index = m_plot->bandOf(band);
    return index >= 0 && content().stageLabel && !content().stageLabel(1).isEmpty();
}

std::optional<core::Nanoseconds> GanttChart::measured() const
{
    const GanttRuler& ruler = m_plot->ruler();
    return ruler.on && ruler.from ? std::optional(ruler.interval().length()) : std::nullopt;
}

QStringList GanttChart::measureText() const
{
    return m_plot->ruler().on ? rulerText(content(), m_plot->scene(), m_plot->ruler()) : QStringList();
}

/// At the pointer, or, for the key, at the chosen lane.
void GanttChart::openMenu(QPoint place)
{
    const GanttScene& scene = m_plot->scene();
    if (scene.bands.empty())
        return;
    if (!place.isNull()) {
        const analysis::LaneHit hit =
            scene.hit(QPointF(std::max(scene.lanes.left(), double(place.x())), place.y()));
        if (hit.band >= 0) {
            const bool onLane = hit.lane >= 0 && !scene.bands[hit.band].folded;
            m_plot->setChosenLane(
                ChosenLane{hit.band, onLane ? scene.bands[hit.band].rows[hit.lane].lane : -1});
        }
    } else if (const auto chosen = m_plot->chosenLane()) {
        const int row = chosen->lane < 0 ? 0 : scene.bands[chosen->band].rowIndex(chosen->lane);
        place = QPointF(scene.lanes.left(), scene.laneRect(chosen->band, row).bottom()).toPoint();
    } else {
        place = scene.lanes.topLeft().toPoint();
    }
    Q_EMIT menuRequested(m_plot->widget()->mapToGlobal(place));
}

/// Over rows without a lane, which have nothing to act on.
void GanttChart::stepLane(bool below)
{
    const GanttScene& scene = m_plot->scene();
    struct Place
    {
        ChosenLane lane;
        int row;
    };
    std::vector<Place> places;
    for (int band = 0; band < static_cast<int>(scene.bands.size()); ++band) {
        if (scene.bands[band].folded) {
            places.push_back({{band, -1}, 0});
            continue;
        }
        for (int row = 0; row < static_cast<int>(scene.bands[band].rows.size()); ++row) {
            if (scene.bands[band].rows[row].lane >= 0)
                places.push_back({{band, scene.bands[band].rows[row].lane}, row});
        }
    }
    if (places.empty())
        return;
    const auto chosen = m_plot->chosenLane();
    auto place = chosen ? std::ranges::find(places, *chosen, &Place::lane) : places.end();
    if (place == places.end())
        place = places.begin();
    else if (below && std::next(place) != places.end())
        ++place;
    else if (!below && place != places.begin())
        --place;
    m_plot->setChosenLane(place->lane);
    scrollToRow(place->lane.band, place->row);
}

/// Where no stay of the item can be seen, scrolls to the first one that has a row.
void GanttChart::bringItemIntoSight(const GanttFlow& flow)
{
    const GanttScene& scene = m_plot->scene();
    std::optional<std::pair<int, int>> first;
    for (int band = 0; band < static_cast<int>(flow.steps.size()); ++band) {
        for (const analysis::FlowStep& step : flow.steps[band]) {
            const int row = scene.bands[band].folded ? 0 : scene.bands[band].rowOf(step.lane);
            if (row < 0)
                continue;
            const QRectF rect = scene.laneRect(band, row);
            if (rect.top() >= scene.lanes.top() && rect.bottom() <= scene.lanes.bottom())
                return;
            if (!first)
                first = {band, row};
        }
    }
    if (first)
        scrollToRow(first->first, first->second);
}

void GanttChart::scrollToRow(int band, int row)
{
    const GanttScene& scene = m_plot->scene();
    const QRectF rect = scene.laneRect(band, row);
    if (rect.top() < scene.lanes.top())
        m_scrollBar->setValue(static_cast<int>(scene.scroll + rect.top() - scene.lanes.top()));
    else if (rect.bottom() > scene.lanes.bottom())
        m_scrollBar->setValue(
            static_cast<int>(std::ceil(scene.scroll + rect.bottom() - scene.lanes.bottom())));
}

/// All bands alike, so that they can be compared.
void GanttChart::arrangeAll(GanttCommand command)
{
    if (content().bands.empty())
        return;
    const LaneChoices first = m_plot->choices(0);
    for (int band = 0; band < static_cast<int>(content().bands.size()); ++band) {
        LaneChoices choices = m_plot->choices(band);
        if (command == GanttCommand::sortNext) {
            choices.order = following(first.order, LaneOrder::firstStart);
        } else {
            choices.grouping = following(first.grouping, LaneGrouping::stage);
            if (choices.grouping == LaneGrouping::stage && !hasStages(bandTitle(content().bands[band])))
                choices.grouping = LaneGrouping::worker;
        }
        m_plot->choose(band, std::move(choices));
    }
    layOut();
}

void GanttChart::arrangeLane(GanttCommand command)
{
    const auto chosen = m_plot->chosenLane();
    if (command == GanttCommand::showHidden) {
        for (int band = 0; band < static_cast<int>(content().bands.size()); ++band) {
            LaneChoices choices = m_plot->choices(band);
            choices.hidden.clear();
            m_plot->choose(band, std::move(choices));
        }
        layOut();
        return;
    }
    const std::optional<Lane> lane = chosenLane();
    if (!lane || lane->name.isEmpty())
        return;
    LaneChoices choices = m_plot->choices(chosen->band);
    const std::string name = lane->name.toStdString();
    if (command == GanttCommand::pinLane) {
        if (choices.pinned.erase(name) == 0)
            choices.pinned.insert(name);
    } else {
        // The next one is at hand, so that several can go one after the other.
        const GanttScene& scene = m_plot->scene();
        const std::vector<BandRow>& rows = scene.bands[chosen->band].rows;
        const auto row = static_cast<std::size_t>(scene.bands[chosen->band].rowIndex(chosen->lane));
        choices.hidden.insert(name);
        const std::size_t next = row + 1 < rows.size() ? row + 1 : row - 1;
        if (next < rows.size())
            m_plot->setChosenLane(ChosenLane{chosen->band, rows[next].lane});
    }
    m_plot->choose(chosen->band, std::move(choices));
    layOut();
}

} // namespace overlap::charts
