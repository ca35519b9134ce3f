// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/result_digest.h"

#include "core/digest.h"
#include "core/json.h"

namespace overlap::analysis {

namespace {

std::string_view fate(core::TaskStatus status)
{
    switch (status) {
    case core::TaskStatus::done:
        return "done";
    case core::TaskStatus::failed:
        return "failed";
    default:
        return "cancelled";
    }
}

} // namespace

std::string resultDigest(const std::vector<core::ItemResult>& items,
                         const std::vector<core::ResultColumn>& columns)
{
    std::string text;
    for (const core::ItemResult& item : items) {
        core::Value line = core::Value::array();
        line.append(fate(item.status));
        for (const core::ResultColumn& column : columns) {
            const core::Value* field = item.value.find(column.key);
            if (column.comparable && item.status == core::TaskStatus::done)
                line.append(field ? *field : core::Value()); // a missing field is a difference too
        }
        text += core::writeJson(line, core::JsonStyle::compact);
        text += '\n';
    }
    return core::sha256(text);
}

} // namespace overlap::analysis
