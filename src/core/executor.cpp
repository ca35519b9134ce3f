// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executor.h"

#include <algorithm>

namespace overlap::core {

std::vector<ItemIndex> orderOfFinishing(const std::vector<ItemResult>& items)
{
    std::vector<ItemIndex> order;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].status == TaskStatus::done || items[i].status == TaskStatus::failed)
            order.push_back(static_cast<ItemIndex>(i));
    }
    std::ranges::stable_sort(order, {}, [&](ItemIndex item) { return items[item].end; });
    return order;
}

} // namespace overlap::core
