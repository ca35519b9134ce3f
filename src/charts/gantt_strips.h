// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/active_workers.h"
#include "analysis/time_axis.h"
#include "analysis/track_folding.h"
#include "charts/gantt_content.h"

#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace overlap::charts {

/// A number over time under the lanes of a band: how many workers are active, how full a queue is.
struct BandStrip
{
    enum class Kind {
        active,   ///< of the band's workers
        inFlight, ///< of an event loop's slots: its one worker says little
        queue,    ///< a track of the timeline
    };
    Kind kind = Kind::active;
    QString label;                            ///< "active", "queue to consume"
    QString shortLabel;                       ///< "to consume", where that has no room
    QString figure;                           ///< "2 of 4" while it runs, "max 3 of 3" when it has ended
    std::shared_ptr<const core::Track> track; ///< null before the run
    /// Of more spans than their number has points for: the track has none, and the mean is told.
    std::shared_ptr<const core::Timeline> lanes;
    analysis::TimeInterval lived{0, 0}; ///< where the track tells something
    std::int64_t scale = 1;             ///< what the whole height stands for
    bool limited = false;               ///< the scale is a limit, which can be reached

    bool givesWay() const { return kind != Kind::queue; }
};

/// What is kept of a band from look to look, so that one costs what is new.
class BandActivity
{
public:
    /// The strips of a band, those of workers first. A single worker has none: its lane says it all.
    /// `stageLabel` names the stage behind a queue; may be empty.
    std::vector<BandStrip> look(const GanttBand& band,
                                const std::function<QString(core::StageIndex)>& stageLabel);

private:
    struct Figures
    {
        const core::Track* track = nullptr;
        analysis::TimeInterval lived{0, 0};
        analysis::TrackFigures figures;
    };
    const analysis::TrackFigures& figuresOf(std::size_t strip, const BandStrip& of);
    std::shared_ptr<const core::Track> activity(BandStrip::Kind kind,
                                                const std::shared_ptr<const core::Timeline>& timeline);

    const core::Timeline* m_many = nullptr; ///< the one that m_pointless is of
    std::shared_ptr<core::Track> m_pointless;
    analysis::ActiveLanes m_workers{core::LaneKind::worker};
    analysis::ActiveLanes m_slots{core::LaneKind::slot};
    std::vector<Figures> m_figures; ///< of what has ended, by strip
};

/// Columns of an axis.
std::vector<analysis::TrackRecord> foldStrip(const BandStrip& strip, const analysis::TimeAxis& axis);

/// "3 of 5", "3" without a limit.
QString amountText(std::int64_t value, const BandStrip& strip);

/// What a strip says at a pixel of time, in lines: the headline and when.
QStringList stripText(const BandStrip& strip, const analysis::TimeInterval& pixel);

/// "on average 1.9 of 4 workers active, queue to consume at most 3 of 3": for people who do not see it.
QString stripsSummary(const std::vector<BandStrip>& strips);

} // namespace overlap::charts
