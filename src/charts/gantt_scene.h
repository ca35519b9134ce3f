// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/lane_layout.h"
#include "analysis/time_axis.h"
#include "charts/gantt_arrangement.h"
#include "charts/gantt_content.h"
#include "charts/gantt_strips.h"
#include "charts/theme.h"

#include <QRectF>
#include <QSizeF>

namespace overlap::charts {

/// What replaces the window's header and adds a foot when the chart goes on a slide.
struct SlideFrame
{
    QString finding;
    QString caption;
};

enum class RowKind {
    lane,     ///< a worker, of full height
    thin,     ///< who holds a lock, feeds or collects: drawn, and no worker
    slot,     ///< one item in flight of an event loop
    allSlots, ///< more of them than there are rows for, as one with their shares
};

struct BandRow
{
    int lane = -1; ///< of BandScene::timeline; -1 before there is one, and for `allSlots`
    RowKind kind = RowKind::lane;
    bool pinned = false;
    QString heading = {}; ///< above it: the stage whose lanes begin here; empty for none

    bool operator==(const BandRow&) const = default;
};

/// So many slots have rows of their own; of more, single rows would say less than their shares.
inline constexpr int mostSlotRows = 16;

/// One band with everything that is decided before painting.
struct BandScene
{
    QString title;
    QStringList subtitles;     ///< with "the baseline"
    QString status;            ///< "running", in the accent; else empty
    QString finish;            ///< "1.07 s · 1.87 ×"; empty before the end
    QString ratio;             ///< "1.87 × over 10 blocks", under the finish; empty where it is said there
    std::vector<BandRow> rows; ///< from above: what feeds, workers, slots, other thin rows
    std::vector<BandStrip> strips; ///< those of active workers first; none where the band is folded
    bool folded = false;
    /// What the rows speak of: the band's own, or a lane per item made of it; null before the run.
    std::shared_ptr<const core::Timeline> timeline;
    bool byTask = false; ///< rows are items, not workers

    /// The row of a lane of the band's own timeline; -1 where it has none.
    int rowOf(core::LaneIndex lane) const;
    /// The row of a lane of `timeline`; -1 where it has none.
    int rowIndex(int lane) const;
};

/// Where everything of the lanes chart stands, in logical pixels of the widget. A value: painting, labels,
/// hit test and interaction read the same numbers.
struct GanttScene
{
    QSizeF size;
    bool presenting = false; ///< for reading from afar: see SceneInput
    double margin = 0;
    QStringList title; ///< one line; on a slide two where it must be
    double titleY = 0; ///< middle of the first line
    double titleLine = 0;
    double legendY = 0;
    double axisY = 0;
    double captionY = 0; ///< of a slide; 0 without one
    double nameLeft = 0;
    double nameWidth = 0;
    double laneLabelRight = 0;
    QRectF lanes; ///< the viewport of the bands
    double finishRight = 0;
    double scroll = 0;               ///< how far the bands are scrolled up
    analysis::TimeAxis axis;         ///< over the width of `lanes`
    QRectF overview;                 ///< the whole trace folded small, under the lanes; empty without one
    analysis::TimeAxis overviewAxis; ///< over its width
    analysis::LaneLayout layout;
    std::vector<BandScene> bands;

    /// From the coordinates of the layout to those of the widget.
    double toWidget(double layoutY) const { return lanes.top() + layoutY - scroll; }
    double maximumScroll() const;
    QRectF laneRect(int band, int row) const;
    /// Without height where the strip has no room.
    QRectF stripRect(int band, int strip) const;
    QRectF bandRect(int band) const;
    /// Band and row under a point; the lane is -1 outside the width of the lanes.
    analysis::LaneHit hit(const QPointF& point) const;
};

/// The lane that keys and menus act on.
struct ChosenLane
{
    int band = 0;
    int lane = -1; ///< of the band scene's timeline; -1 for a band that is folded

    bool operator==(const ChosenLane&) const = default;
};

struct SceneInput
{
    const GanttContent* content = nullptr;
    const Theme* theme = nullptr;
    QSizeF size;
    analysis::TimeInterval visible;
    std::optional<analysis::TimeInterval> everything; ///< for the overview; none without it
    double scroll = 0;
    const std::vector<bool>* folded = nullptr;                  ///< by band
    const std::vector<BandArrangement>* arrangements = nullptr; ///< by band; null: as recorded
    /// By band, what is known from the last time; grown to fit. Null computes everything.
    std::vector<BandActivity>* activity = nullptr;
    const SlideFrame* slide = nullptr;
    /// For a projector: no title, no names of lanes, nothing under the names of the strategies, and the lanes
    /// pressed as far as it takes to show all bands at once, because nobody scrolls for a class.
    bool presenting = false;
};

GanttScene composeScene(const SceneInput& input);

/// What stands beside a row: the name of its lane, "100 slots"; empty before there is a lane.
QString rowTitle(const core::Timeline* timeline, const BandRow& row);
/// Strategy text or the band's own title.
QString bandTitle(const GanttBand& band);
/// The trace of all bands together: start-up, where there is any worth showing, to the latest end.
analysis::TimeInterval traceOf(const GanttContent& content);
bool anyRunning(const GanttContent& content);
/// The latest moment of the bands that run.
core::Nanoseconds liveMoment(const GanttContent& content);

} // namespace overlap::charts
