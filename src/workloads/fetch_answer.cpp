// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/fetch_answer.h"

#include "core/json.h"

namespace overlap::workloads {

using core::Message;

void requireSuccess(const core::FetchResponse& response)
{
    if (response.status != core::FetchStatus::answered)
        throw core::Error(response.error);
    if (!response.location.empty()) {
        throw core::Error(
            Message(OVERLAP_TR_NOOP("Messages", "the server redirects to “%1”, which is not followed"),
                    {response.location}));
    }
    if (response.code >= 400) {
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "the server answered with status %1"),
                                  {std::to_string(response.code)}));
    }
}

core::Value numberIn(const std::string& body, const std::string& field)
{
    const core::Value document = core::parseJson(body);
    const core::Value* number = document.find(field);
    if (!number || !number->isNumber())
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "the answer has no number “%1”"), {field}));
    return *number;
}

} // namespace overlap::workloads
