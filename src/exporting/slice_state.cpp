// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/slice_state.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace overlap::exporting {

using core::State;

namespace {

struct Word
{
    std::string_view text; // lower case, words joined by '-'
    State state;
};

// Sorted, for the search.
constexpr std::array words = std::to_array<Word>({
    {"accept", State::waiting},
    {"acquire-gil", State::gilWait},
    {"await", State::waiting},
    {"blocked", State::waiting},
    {"context-switch", State::dispatch},
    {"critical-section", State::lockWait},
    {"deserialize", State::transfer},
    {"dispatch", State::dispatch},
    {"epoll-wait", State::waiting},
    {"fsync", State::waiting},
    {"futex", State::lockWait},
    {"gil", State::gilWait},
    {"gil-wait", State::gilWait},
    {"i-o", State::waiting},
    {"io", State::waiting},
    {"io-wait", State::waiting},
    {"join", State::waiting},
    {"lock", State::lockWait},
    {"lock-contention", State::lockWait},
    {"mutex", State::lockWait},
    {"nanosleep", State::waiting},
    {"network", State::waiting},
    {"off-cpu", State::waiting},
    {"park", State::waiting},
    {"pickle", State::transfer},
    {"poll", State::waiting},
    {"preempted", State::coreWait},
    {"pthread-cond-wait", State::waiting},
    {"pthread-mutex-lock", State::lockWait},
    {"queue-get", State::queueEmpty},
    {"queue-put", State::queueFull},
    {"read", State::waiting},
    {"ready", State::coreWait},
    {"recv", State::waiting},
    {"runnable", State::coreWait},
    {"schedule", State::dispatch},
    {"select", State::waiting},
    {"semaphore", State::lockWait},
    {"send", State::waiting},
    {"serialize", State::transfer},
    {"sleep", State::waiting},
    {"sleeping", State::waiting},
    {"spawn", State::starting},
    {"spin", State::lockWait},
    {"startup", State::starting},
    {"submit", State::dispatch},
    {"synchronization", State::lockWait},
    {"take-gil", State::gilWait},
    {"time-sleep", State::waiting},
    {"unpickle", State::transfer},
    {"wait", State::waiting},
    {"wait-for-lock", State::lockWait},
    {"waiting-for-gil", State::gilWait},
    {"write", State::waiting},
});
static_assert(std::ranges::is_sorted(words, {}, &Word::text));

constexpr std::size_t longestWord = 24;

std::optional<State> stateOfWord(std::string_view text)
{
    // Names of functions are longer than words.
    if (text.empty() || text.size() > longestWord)
        return std::nullopt;
    std::string plain;
    for (const char letter : text) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        const char lower = upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') ||
            (static_cast<unsigned char>(lower) & 0x80) != 0)
            plain += lower;
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    while (!plain.empty() && plain.back() == '-')
        plain.pop_back();
    if (const auto state = core::stateFromName(plain))
        return state;
    const auto found = std::ranges::lower_bound(words, plain, {}, &Word::text);
    return found != words.end() && found->text == plain ? std::optional(found->state) : std::nullopt;
}

} // namespace

State stateOfSlice(std::string_view name, std::string_view categories)
{
    if (const auto state = stateOfWord(name))
        return *state;
    while (!categories.empty()) {
        const auto comma = categories.find(',');
        if (const auto state = stateOfWord(categories.substr(0, comma)))
            return *state;
        categories.remove_prefix(comma == std::string_view::npos ? categories.size() : comma + 1);
    }
    return State::computing;
}

} // namespace overlap::exporting
