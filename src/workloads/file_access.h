// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace overlap::workloads {

/// A name as the disk has it, made fit for people and for JSON: what is not UTF-8 and what controls a
/// terminal is written as \xNN.
std::string visibleName(std::string_view name);

/// A regular file, open for reading from its begin. Not through a link, and without waiting for whoever holds
/// the other end of a FIFO that has taken the file's name. Every failure is an Error that names the file and
/// the system's reason. One thread at a time.
class FileReader
{
public:
    explicit FileReader(const std::filesystem::path& path);
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    std::uint64_t size() const noexcept { return m_size; } ///< bytes, when it was opened
    /// Up to `capacity` bytes; 0 at the end of the file.
    std::size_t read(char* buffer, std::size_t capacity);

private:
    std::string m_name;
    int m_file;
    std::uint64_t m_size = 0;
};

/// The whole of a regular file of at most `maximumBytes`. Throws Error as FileReader does.
std::string wholeFile(const std::filesystem::path& path, std::uint64_t maximumBytes);

/// Makes or replaces a file of a scratch folder, which nobody else reads and no crash has to spare: neither
/// synced nor renamed. Throws Error.
void writeScratchFile(const std::filesystem::path& path, std::string_view bytes);
/// One folder, whose parent is there; nothing happens where it is there itself. Throws Error.
void makeScratchFolder(const std::filesystem::path& path);

} // namespace overlap::workloads
