// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace overlap::session {

/// The items of a workload whose names contain a text, found a part at a time, so that a window with millions
/// of items stays fluid. A value.
class TaskSearch
{
public:
    using LabelOf = std::function<QString(core::ItemIndex)>;

    /// Items that one look reads: a few milliseconds of names.
    static constexpr std::size_t itemsPerLook = 20'000;

    TaskSearch() = default;
    /// Upper and lower case are the same; spaces at the ends do not count. An empty text matches nothing.
    TaskSearch(const QString& text, std::size_t items, LabelOf label);

    /// Reads on; true once all items have been read.
    bool look();
    bool complete() const { return m_next >= m_items; }
    /// Ascending, as far as it has read.
    const std::vector<core::ItemIndex>& matches() const { return m_matches; }

    /// The match after or before an item, from the other end where there is none; core::noItem begins at the
    /// end. Nothing without matches.
    std::optional<core::ItemIndex> next(core::ItemIndex from, bool forwards) const;
    /// The place of an item among the matches, from 1; 0 where it is none.
    std::size_t placeOf(core::ItemIndex item) const;

private:
    QString m_text;
    std::size_t m_items = 0;
    LabelOf m_label;
    std::size_t m_next = 0;
    std::vector<core::ItemIndex> m_matches;
};

} // namespace overlap::session
