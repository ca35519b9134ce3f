// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/timeline.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace overlap::charts {

/// One strategy's lanes.
struct GanttBand
{
    core::Strategy strategy;
    QString title;         ///< empty: the strategy's text
    QStringList subtitles; ///< "2 cores"; "the baseline" and "running" are added by the chart
    bool running = false;
    bool waiting = false; ///< not started yet: empty lanes
    bool folded = false;  ///< one row that keeps the shares; the user can change it by a click on the name
    /// Null while waiting. It may grow between calls of GanttChart::refresh(), on the window thread only.
    /// In a lane of kind holder, a span's `waker` is the lane that holds (drawn as rows of dots).
    std::shared_ptr<const core::Timeline> timeline;
    int expectedLanes = 1; ///< while there is no timeline
    std::optional<double> finishSeconds;
    std::optional<core::Speedup> speedup;
    int blocks = 1; ///< that the speed-up speaks of; the lanes and the finish are those of one
    bool isBaseline = false;
    bool unfinished = false; ///< stopped or with failures: its finish is no success
    /// The timeline is simulated, not measured: it is drawn pale, and the word Predict stands on it.
    bool predicted = false;
    std::optional<double> forecastSeconds; ///< from t = 0: a dashed line, where the run itself is shown
};

/// What the lanes chart shows; bands in the order given, runtimes in groups.
struct GanttContent
{
    QString title;
    QString subtitle;
    QString runtimeName[2]; ///< by core::Runtime: "Native", "CPython 3.11"; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
    std::vector<GanttBand> bands;
    bool strips = true;                      ///< active workers and queues, under the lanes of each band
    bool timesHidden = false;                ///< lanes grow, but nothing says how long they took
    std::vector<core::State> expectedStates; ///< in the legend from the start, so that it does not jump
    std::size_t itemCount = 0;               ///< that have labels
    std::function<QString(core::ItemIndex)> itemLabel;   ///< "chunk 1"; may be empty
    std::function<QString(core::ItemIndex)> itemDetail;  ///< one more line for the readout; may be empty
    std::function<QString(core::StageIndex)> stageLabel; ///< "download"; may be empty
};

} // namespace overlap::charts
