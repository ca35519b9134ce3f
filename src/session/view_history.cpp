// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view_history.h"

namespace overlap::session {

void ViewHistory::leave(const View& view, Move move, core::Nanoseconds now)
{
    const bool goesOn = move == Move::continuous && m_lastStep && now - *m_lastStep <= pause;
    m_lastStep = move == Move::continuous ? std::optional(now) : std::nullopt;
    m_ahead.clear();
    if (goesOn || (!m_behind.empty() && m_behind.back() == view))
        return;
    m_behind.push_back(view);
    if (m_behind.size() > longest)
        m_behind.erase(m_behind.begin());
}

namespace {

std::optional<View> step(std::vector<View>& from, std::vector<View>& to, const View& current)
{
    // A view that is no other than the current one would be a key press that does nothing.
    while (!from.empty() && from.back() == current)
        from.pop_back();
    if (from.empty())
        return std::nullopt;
    const View view = from.back();
    from.pop_back();
    to.push_back(current);
    return view;
}

} // namespace

std::optional<View> ViewHistory::back(const View& current)
{
    m_lastStep.reset();
    return step(m_behind, m_ahead, current);
}

std::optional<View> ViewHistory::forward(const View& current)
{
    m_lastStep.reset();
    return step(m_ahead, m_behind, current);
}

void ViewHistory::clear()
{
    *this = {};
}

} // namespace overlap::session
