// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/task_search.h"

#include <algorithm>

namespace overlap::session {

using core::ItemIndex;

TaskSearch::TaskSearch(const QString& text, std::size_t items, LabelOf label)
    : m_text(text.trimmed())
    , m_items(m_text.isEmpty() ? 0 : items)
    , m_label(std::move(label))
{}

bool TaskSearch::look()
{
    const std::size_t end = std::min(m_next + itemsPerLook, m_items);
    for (; m_next < end; ++m_next) {
        const auto item = static_cast<ItemIndex>(m_next);
        if (m_label(item).contains(m_text, Qt::CaseInsensitive))
            m_matches.push_back(item);
    }
    return complete();
}

std::optional<ItemIndex> TaskSearch::next(ItemIndex from, bool forwards) const
{
    if (m_matches.empty())
        return std::nullopt;
    if (from == core::noItem)
        return forwards ? m_matches.front() : m_matches.back();
    if (forwards) {
        const auto after = std::ranges::upper_bound(m_matches, from);
        return after == m_matches.end() ? m_matches.front() : *after;
    }
    const auto here = std::ranges::lower_bound(m_matches, from);
    return here == m_matches.begin() ? m_matches.back() : *std::prev(here);
}

std::size_t TaskSearch::placeOf(ItemIndex item) const
{
    const auto here = std::ranges::lower_bound(m_matches, item);
    return here == m_matches.end() || *here != item ? 0
                                                    : static_cast<std::size_t>(here - m_matches.begin()) + 1;
}

} // namespace overlap::session
