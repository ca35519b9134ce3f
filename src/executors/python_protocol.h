// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "ipc/frame.h"
#include "recording/lane_ring.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What the program and resources/python/overlap_runner.py say to each other: frames as in ipc/frame.h, at
// most largestPythonFrame bytes from Python. Whatever comes from there is foreign: it is another program, of
// somebody else's choice. Each decode function throws core::Error where a payload is not what it should be.

namespace overlap::executors {

inline constexpr std::uint32_t largestPythonFrame = 1U << 20;

enum class PythonFrame : std::uint16_t {
    hello = 1, ///< JSON: implementation, version, gil, pillow
    ready,     ///< JSON: pids, one for each lane or one for all
    refused,   ///< JSON: a sentence
    records,   ///< lane, count, records as in recording/lane_ring.h
    result,    ///< item, lane, status, begin, end, arrived, then JSON: the value or a sentence
    end,       ///< JSON: peak, in bytes
    alive,     ///< nothing; every 50 ms
};

enum class PythonOrder : std::uint16_t {
    job = 1, ///< JSON: strategy, workers, switchInterval in s, chunk, task, setting, items, seed, timeScale,
             ///< feed in ns, niceness
    begin,   ///< t = 0 on the monotonic clock, 8 bytes
};

/// Puts an order behind what `out` holds.
void appendOrder(std::string& out, PythonOrder type, std::string_view payload);

struct PythonHello
{
    std::string implementation;
    std::string version;
    bool gil = true;
    std::string pillow; ///< empty where it is not there
};
PythonHello decodePythonHello(std::string_view payload);
std::vector<std::int64_t> decodePythonPids(std::string_view payload);
/// Known sentences can be translated; others are quoted as they are.
core::Message decodePythonSentence(std::string_view payload);
std::int64_t decodePythonPeak(std::string_view payload);

/// What is true of the run in which something was said.
struct PythonRun
{
    core::Nanoseconds origin = 0;
    core::Nanoseconds now = 0; ///< nothing happened later
    std::size_t lanes = 0;
    std::size_t items = 0;
};

struct PythonRecords
{
    core::LaneIndex lane = 0;
    std::vector<recording::Record> records; ///< by time, from the origin on
};
PythonRecords decodePythonRecords(std::string_view payload, const PythonRun& run);

struct PythonResult
{
    core::ItemIndex item = 0;
    core::ItemResult result;
    core::Nanoseconds arrived = 0; ///< relative to the origin: when the pool's owner had it
};
/// Of an item that was done the value has every column that is not optional, each of its kind.
PythonResult decodePythonResult(std::string_view payload, const PythonRun& run,
                                const std::vector<core::ResultColumn>& columns);

} // namespace overlap::executors
