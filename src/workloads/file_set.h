// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The files that a workload of real files works on: a folder of the user's, or a set that it generates.

namespace overlap::workloads {

struct FolderRules
{
    bool recursive = false;
    std::size_t most = 0;                ///< so many of those that fit, by name
    std::vector<std::string> extensions; ///< lower case with the point; none for every file
};

/// The regular files of a folder, relative to it, sorted by the bytes of their names. Links inside are not
/// followed and other file systems not entered, so neither a circle of links nor /proc leads astray; what
/// may not be listed is left out. Throws Error where there is not one, or where the folder holds more than
/// `maximumFolderEntries`; Cancelled where the stop came.
std::vector<std::string> filesOf(const std::filesystem::path& folder, const FolderRules& rules,
                                 std::stop_token stop);

inline constexpr std::size_t maximumFolderEntries = 1'000'000;

// The parameters that such workloads share: folder, recursive and atMost for somebody's own files, files for
// generated ones.
core::Parameter folderParameter(const char* help);
core::Parameter recursiveParameter();
core::Parameter atMostParameter();
core::Parameter filesParameter(std::int64_t defaultValue, double maximum);

/// The complaint about a folder that is not there or is none. Precondition: the parameters fit the schema.
void checkFolder(const core::Value& parameters, std::string_view pointer,
                 std::vector<core::Problem>& problems);

/// The folder of the parameters; empty where the workload makes its own files.
std::filesystem::path folderOf(const core::Value& parameters);

/// How many files there are to be: so many generated ones, or at most so many of the folder.
std::size_t fileCountOf(const core::Value& parameters);

/// The files as Workload::prepared() tells them, and back. Names are bytes.
core::Value namesToValue(const std::vector<std::string>& names);
std::vector<std::string> namesFromValue(const core::Value& value);

/// "07" of 16: numbers that sort as texts do.
std::string paddedNumber(std::size_t number, std::size_t of);

} // namespace overlap::workloads
