// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace overlap::core {

/// A forecast that was held against a run. Seconds, both above 0.
struct CheckedForecast
{
    std::string strategy; ///< its text
    double seconds = 0;
    double measuredSeconds = 0;
    bool hit = false; ///< it was within its tolerance, or within the interval of what was measured

    /// 0.1 is ten per cent too long.
    double error() const { return seconds / measuredSeconds - 1; }

    friend bool operator==(const CheckedForecast&, const CheckedForecast&) = default;
};

/// Every forecast that was ever held against a run, misses included: one file for the window and the command
/// line, a line each, words between tabs: strategy, seconds, measured seconds, "hit" or "miss". Any thread
/// and any process may add; what several add at once stands whole, one after the other.
class ForecastRecord
{
public:
    explicit ForecastRecord(std::filesystem::path file) : m_file(std::move(file)) {}

    /// overlap/forecasts.tsv where a user's programs keep their state (XDG Base Directory Specification 0.8:
    /// $XDG_STATE_HOME, else ~/.local/state); empty where there is neither.
    static std::filesystem::path usualFile();

    const std::filesystem::path& file() const { return m_file; }

    /// Nothing where there is no such file; lines that are none of this record are left out.
    std::vector<CheckedForecast> read() const;
    /// False where it cannot be written: what was measured is none the worse for it.
    bool add(const std::vector<CheckedForecast>& forecasts) const;

private:
    std::filesystem::path m_file;
};

} // namespace overlap::core
