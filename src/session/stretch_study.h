// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/selection_statistics.h"
#include "session/live_feed.h"
#include "session/time_window.h"

#include <QObject>
#include <QTimer>
#include <optional>
#include <thread>
#include <vector>

namespace overlap::session {

/// A stretch of time and what every run did in it.
struct Stretch
{
    TimeRange range;
    bool selected = false; ///< by hand; else all that the window shows
    struct Run
    {
        Band band; ///< as it was then
        analysis::SelectionStatistics statistics;
    };
    std::vector<Run> runs; ///< those that have ended
};

/// Statistics of the selected stretch of time, or of the visible one while nothing is selected; anew whenever
/// the window or the bands change. Stretches of many spans are counted on a thread of its own, the last one
/// asked for at the end. Window thread.
class StretchStudy : public QObject
{
    Q_OBJECT

public:
    /// Up to so many spans are counted at once: some ten milliseconds.
    static constexpr std::size_t spansAtOnce = 200'000;

    /// The window must outlive this.
    explicit StretchStudy(const TimeWindow& window, QObject* parent = nullptr);
    /// Stops and waits for what goes on.
    ~StretchStudy() override;

    /// Only runs that have ended are looked at: their timelines do not change any more.
    void setBands(std::vector<Band> bands);
    /// Whether somebody looks at what the visible window shows; a selection is always studied.
    void setVisibleWanted(bool wanted);

    /// Null until there is one, and while nothing is to be looked at.
    const std::optional<Stretch>& stretch() const { return m_stretch; }
    /// What the stretch will be is being counted.
    bool counting() const { return m_thread.joinable(); }

Q_SIGNALS:
    void changed();

private:
    void look();
    void finish(std::optional<Stretch> stretch);

    const TimeWindow& m_window;
    std::vector<Band> m_bands;
    bool m_visibleWanted = false;
    bool m_again = false; ///< what is being counted is not what is wanted any more
    QTimer m_soon;        ///< a drag is not counted at every pixel
    std::optional<Stretch> m_stretch;
    std::jthread m_thread;
};

} // namespace overlap::session
