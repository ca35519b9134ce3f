// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_arrangement.h"

#include "charts/chart_text.h"
#include "charts/gantt_scene.h"

#include <algorithm>

namespace overlap::charts {

using analysis::LaneChoices;
using analysis::LaneGrouping;

const LaneChoices& GanttArrangements::choices(const GanttBand& band) const
{
    static const LaneChoices none;
    const auto found = m_choices.find(bandTitle(band));
    return found == m_choices.end() ? none : found->second;
}

void GanttArrangements::choose(const GanttBand& band, LaneChoices choices)
{
    m_choices[bandTitle(band)] = std::move(choices);
}

const std::vector<BandArrangement>& GanttArrangements::look(const GanttContent& content)
{
    m_bands.resize(content.bands.size());
    m_known.resize(content.bands.size());
    for (std::size_t i = 0; i < content.bands.size(); ++i)
        arrange(content, i);
    return m_bands;
}

void GanttArrangements::arrange(const GanttContent& content, std::size_t band)
{
    const GanttBand& source = content.bands[band];
    BandArrangement& arranged = m_bands[band];
    Known& known = m_known[band];
    const LaneChoices& wanted = choices(source);
    const bool sameRun = known.timeline == source.timeline;
    if (!sameRun || wanted.grouping != LaneGrouping::task) {
        known.tasks.reset();
        arranged.byTask.reset();
    }
    if (!source.timeline) {
        known = {};
        arranged = {wanted, {}, nullptr, false};
        return;
    }
    if (wanted.grouping == LaneGrouping::task) {
        if (!known.tasks) {
            known.tasks =
                std::make_shared<analysis::TaskRows>([label = content.itemLabel](core::ItemIndex item) {
                    const QString text = label ? label(item) : QString();
                    return (text.isEmpty() ? ChartWords::tr("item %1").arg(item + 1) : text).toStdString();
                });
        }
        if (!known.ended || !sameRun || !arranged.byTask)
            known.tasks->look(*source.timeline);
        arranged.byTask = known.tasks->timeline();
        arranged.isCut = known.tasks->isCut();
    }
    const core::Timeline& rows = arranged.byTask ? *arranged.byTask : *source.timeline;
    // Of which stage a lane is, its first task tells.
    const bool waits = wanted.grouping == LaneGrouping::stage && !source.timeline->ended &&
                       std::ranges::any_of(arranged.workers, [](const analysis::ArrangedLane& lane) {
                           return lane.stage == analysis::noStage;
                       });
    if (!sameRun || known.lanes != rows.lanes.size() || known.ended != source.timeline->ended || waits ||
        arranged.choices != wanted)
        arranged.workers = analysis::arrange(rows, wanted);
    arranged.choices = wanted;
    known.timeline = source.timeline;
    known.lanes = rows.lanes.size();
    known.ended = source.timeline->ended;
}

} // namespace overlap::charts
