// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace overlap::workloads {

/// One connection to an SQLite file. One thread at a time, not always the same. Every failure is an Error
/// that names the file and gives SQLite's reason.
class SqliteConnection
{
public:
    enum class Access {
        readOnly, ///< hardened: what the file's schema says can change nothing and call no function of ours
        create,   ///< a scratch file that no crash has to spare: without a journal on the disk
    };
    SqliteConnection(const std::filesystem::path& file, Access access);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    /// Statements without results, separated by semicolons.
    void execute(const char* sql);
    /// Asked about every 20 µs of a running statement; where it says true, the statement throws Cancelled.
    /// An empty function for never.
    void setInterruption(std::function<bool()> interruption);

private:
    friend class SqliteStatement;
    struct Close
    {
        void operator()(sqlite3* database) const;
    };
    [[noreturn]] void fail(int code);

    std::string m_name;
    std::unique_ptr<sqlite3, Close> m_database;
    std::function<bool()> m_interruption;
};

/// A prepared statement of a connection, which outlives it.
class SqliteStatement
{
public:
    SqliteStatement(SqliteConnection& connection, std::string_view sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    /// `place` from 1. What is bound stays until it is bound anew.
    void bind(int place, std::int64_t number);
    void bind(int place, std::string_view text); ///< copied
    /// The next row; false after the last, and then from the first one again.
    bool step();

    // Of the row that step() reached. `column` from 0.
    int columns() const;
    std::int64_t integer(int column) const;
    std::string text(int column) const; ///< of any value, as SQLite writes it

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code);

    SqliteConnection& m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace overlap::workloads
