// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"

#include <optional>
#include <vector>

namespace overlap::session {

/// What somebody looked at: a stretch of time, or, where it follows, all there was so far, so that two that
/// follow are the same.
struct View
{
    analysis::TimeInterval range;
    bool follows = false;

    bool operator==(const View& other) const
    {
        return follows == other.follows && (follows || range == other.range);
    }
};

/// The views that were left, to go back to and forward again, as a browser has it. A value; it knows no clock
/// but the times it is given.
class ViewHistory
{
public:
    /// Notches of a wheel and steps of a drag are one movement; a jump is always one of its own.
    enum class Move { continuous, jump };

    /// Longer between two steps, and it is a new movement.
    static constexpr core::Nanoseconds pause = 700'000'000;
    static constexpr std::size_t longest = 100;

    /// `view` is about to be left. What was ahead is forgotten.
    void leave(const View& view, Move move, core::Nanoseconds now);
    /// The view to go to from `current`; nothing where there is none.
    std::optional<View> back(const View& current);
    std::optional<View> forward(const View& current);

    bool canGoBack() const { return !m_behind.empty(); }
    bool canGoForward() const { return !m_ahead.empty(); }
    void clear();

private:
    std::vector<View> m_behind;
    std::vector<View> m_ahead;
    std::optional<core::Nanoseconds> m_lastStep; ///< of a continuous movement that may still go on
};

} // namespace overlap::session
