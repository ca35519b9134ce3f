// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace overlap::core {

/// How many bytes of how many are done. Called on the thread that reads or writes, about once a megabyte.
using ByteProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

/// Bytes from the first to the last, of which the number is known beforehand. One thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    /// Where the bytes come from, as a place for errors.
    virtual const std::string& name() const = 0;
    /// The next `count` bytes, fewer only at the end. Throws Error.
    virtual std::size_t read(char* into, std::size_t count) = 0;
};

/// A regular file. Never waits for a FIFO, never opens a device. Throws Error naming the path: not there, not
/// a regular file, not readable. A file that changes its length meanwhile is the reader's to notice: it gives
/// fewer bytes than size(), or none beyond.
class FileSource final : public ByteSource
{
public:
    explicit FileSource(const std::filesystem::path& path);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::uint64_t size() const override { return m_size; }
    const std::string& name() const override { return m_name; }
    std::size_t read(char* into, std::size_t count) override;

private:
    std::string m_name;
    int m_file = -1;
    std::uint64_t m_size = 0;
};

/// Bytes in memory, which outlive the source.
class MemorySource final : public ByteSource
{
public:
    MemorySource(std::string_view bytes, std::string name) : m_bytes(bytes), m_name(std::move(name)) {}
    std::uint64_t size() const override { return m_bytes.size(); }
    const std::string& name() const override { return m_name; }
    std::size_t read(char* into, std::size_t count) override;

private:
    std::string_view m_bytes;
    std::string m_name;
    std::size_t m_at = 0;
};

/// A file that is written piece by piece and yet whole or not at all, as writeFile() says it; who goes
/// without commit() leaves the old file as it was. Devices and pipes get each piece as it comes.
class FileSink
{
public:
    /// `expectedBytes` is for the sentence of a failure, where it is known.
    explicit FileSink(std::filesystem::path path, std::uint64_t expectedBytes = 0);
    ~FileSink();
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;

    /// Throws Error naming path, size and cause; nothing may be written afterwards.
    void write(std::string_view bytes);
    void commit();
    std::uint64_t written() const { return m_written; }

private:
    void openInPlace();
    [[noreturn]] void fail(int code);

    std::filesystem::path m_path;
    std::filesystem::path m_target; ///< what a link leads to
    std::string m_temporary;        ///< empty where the file is written in place
    int m_file = -1;
    std::uint64_t m_expected;
    std::uint64_t m_written = 0;
    bool m_replaces = false; ///< there is a file already
    unsigned m_mode = 0;     ///< of it
};

} // namespace overlap::core
