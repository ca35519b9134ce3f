// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

namespace overlap::core {

std::string Message::substituted(std::string_view pattern) const
{
    std::string text;
    text.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!isPlace) {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '1');
        if (index < arguments.size())
            text += arguments[index].text;
        ++i;
    }
    return text;
}

Error::Error(Message message, std::string place)
    : std::runtime_error(place.empty() ? message.english() : place + ": " + message.english())
    , m_message(std::move(message))
    , m_place(std::move(place))
{}

} // namespace overlap::core
