// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast_record.h"

#include "core/file.h"
#include "core/message.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace overlap::core {

namespace {

constexpr std::size_t largestRecord = 256 * 1024 * 1024; // some three million forecasts

/// What comes before the next tab, which is taken off with it.
std::string_view nextWord(std::string_view& rest)
{
    const std::string_view word = rest.substr(0, rest.find('\t'));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    return word;
}

std::optional<CheckedForecast> forecastFromLine(std::string_view line)
{
    const std::string_view strategy = nextWord(line);
    const auto seconds = numberFromText(nextWord(line));
    const auto measured = numberFromText(nextWord(line));
    const auto isTime = [](const std::optional<double>& time) {
        return time && *time > 0 && std::isfinite(*time);
    };
    if (strategy.empty() || !isTime(seconds) || !isTime(measured) || (line != "hit" && line != "miss"))
        return std::nullopt;
    return CheckedForecast{std::string(strategy), *seconds, *measured, line == "hit"};
}

} // namespace

std::filesystem::path ForecastRecord::usualFile()
{
    const std::filesystem::path below = "overlap/forecasts.tsv";
    // A path that is not absolute is to be ignored, says the specification.
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/')
        return state / below;
    if (const char* home = std::getenv("HOME"); home && *home == '/')
        return home / std::filesystem::path(".local/state") / below;
    return {};
}

std::vector<CheckedForecast> ForecastRecord::read() const
{
    std::string text;
    try {
        text = readFile(m_file, largestRecord);
    } catch (const Error&) {
        return {};
    }
    std::vector<CheckedForecast> forecasts;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (auto forecast = forecastFromLine(line))
            forecasts.push_back(std::move(*forecast));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return forecasts;
}

bool ForecastRecord::add(const std::vector<CheckedForecast>& forecasts) const
{
    if (forecasts.empty())
        return true;
    std::string lines;
    for (const CheckedForecast& forecast : forecasts)
        lines += forecast.strategy + '\t' + std::string(shortNumber(forecast.seconds)) + '\t' +
                 std::string(shortNumber(forecast.measuredSeconds)) + (forecast.hit ? "\thit\n" : "\tmiss\n");
    std::error_code ignored;
    std::filesystem::create_directories(m_file.parent_path(), ignored);
    const int file = ::open(m_file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (file < 0)
        return false;
    // One write: with O_APPEND others add before it or after it.
    const bool whole = ::write(file, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
    return ::close(file) == 0 && whole;
}

} // namespace overlap::core
