// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/lane_arrangement.h"
#include "analysis/task_rows.h"
#include "charts/gantt_content.h"

#include <map>
#include <memory>
#include <vector>

namespace overlap::charts {

/// How the lanes of one band are to be drawn.
struct BandArrangement
{
    analysis::LaneChoices choices;
    std::vector<analysis::ArrangedLane> workers; ///< of the band's timeline, or of `byTask`
    /// A lane per item in place of the band's own; null where lanes are workers. It grows at each look().
    std::shared_ptr<const core::Timeline> byTask;
    bool isCut = false; ///< more items than rows
};

/// What somebody chose for the lanes of each strategy, kept as long as this lives, and what comes of it.
class GanttArrangements
{
public:
    const analysis::LaneChoices& choices(const GanttBand& band) const;
    void choose(const GanttBand& band, analysis::LaneChoices choices);

    /// By band. What is sorted is sorted when it was chosen, when lanes came, and when the run ended, so that
    /// rows stand still meanwhile. Costs what has grown; O(spans) where something is to be arranged anew.
    const std::vector<BandArrangement>& look(const GanttContent& content);

private:
    struct Known
    {
        std::shared_ptr<const core::Timeline> timeline; ///< of the band
        std::size_t lanes = 0;
        bool ended = false;
        std::shared_ptr<analysis::TaskRows> tasks;
    };

    void arrange(const GanttContent& content, std::size_t band);

    std::map<QString, analysis::LaneChoices> m_choices; ///< by title of the band
    std::vector<BandArrangement> m_bands;
    std::vector<Known> m_known;
};

} // namespace overlap::charts
