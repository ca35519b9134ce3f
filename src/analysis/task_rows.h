// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace overlap::analysis {

/// A timeline seen by its items: a lane for each of the first ones, with what was done for it wherever that
/// was. It grows with the timeline it is made from: each look reads the spans that came since the last one.
class TaskRows
{
public:
    /// So many items have a row; more nobody scrolls through, and each costs its spans anew.
    static constexpr std::size_t most = 1000;

    using NameOf = std::function<std::string(core::ItemIndex)>;

    /// `name` (UTF-8) is asked once for each row.
    explicit TaskRows(NameOf name);

    /// Rows come in the order in which their items were begun, as far as that was known at the look that
    /// found them. O(new spans + lanes).
    void look(const core::Timeline& source);
    /// Of workers; of the slots of an event loop where it has some, whose spans tell of the item where the
    /// loop's tell of the thread. No wakers, tracks and tasks: those speak of the other lanes.
    const std::shared_ptr<core::Timeline>& timeline() const { return m_rows; }
    /// Not every item that was begun has a row.
    bool isCut() const { return m_cut; }

private:
    void assign(const core::Timeline& source, core::LaneKind kind);
    /// Returns the row; -1 where the item has none.
    std::int32_t add(const core::Span& span);

    NameOf m_name;
    std::shared_ptr<core::Timeline> m_rows = std::make_shared<core::Timeline>();
    std::vector<std::int32_t> m_rowOf; ///< by item; -1 without one
    std::vector<std::size_t> m_read;   ///< by lane of the source: spans that will not change
    std::vector<std::pair<std::int32_t, core::Nanoseconds>>
        m_provisional; ///< row and begin of what may still change
    bool m_cut = false;
};

} // namespace overlap::analysis
