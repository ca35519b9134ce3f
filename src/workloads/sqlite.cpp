// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/sqlite.h"

#include "core/message.h"
#include "core/task_context.h"
#include "workloads/file_access.h"

#include <sqlite3.h>

namespace overlap::workloads {

namespace {

/// Steps of SQLite's machine between two looks at the interruption.
constexpr int stepsPerLook = 1000;

int openingFlags(SqliteConnection::Access access)
{
    // Without a mutex of its own: a connection is used by one thread at a time.
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
    return always | (access == SqliteConnection::Access::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                                : SQLITE_OPEN_READONLY);
}

} // namespace

void SqliteConnection::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Access access)
    : m_name(visibleName(file.filename().native()))
{
    sqlite3* database = nullptr;
    // The path is given as it is: no flag makes a URI of it.
    const int opened = sqlite3_open_v2(file.c_str(), &database, openingFlags(access), nullptr);
    m_database.reset(database); // there even where opening failed, to tell why
    if (opened != SQLITE_OK)
        fail(opened);
    sqlite3_extended_result_codes(database, 1);
    for (const auto& [option, value] :
         {std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1), std::pair(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)}) {
        if (const int set = sqlite3_db_config(database, option, value, nullptr); set != SQLITE_OK)
            fail(set);
    }
    sqlite3_progress_handler(
        database, stepsPerLook,
        [](void* connection) {
            const auto& asked = static_cast<const SqliteConnection*>(connection)->m_interruption;
            return asked && asked() ? 1 : 0;
        },
        this);
    // Mapped, the pages are shared by all connections and by the system's own cache.
    execute(access == Access::create ? "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"
                                     : "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 1073741824");
}

SqliteConnection::~SqliteConnection() = default;

void SqliteConnection::execute(const char* sql)
{
    if (const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code);
}

void SqliteConnection::setInterruption(std::function<bool()> interruption)
{
    m_interruption = std::move(interruption);
}

void SqliteConnection::fail(int code)
{
    if ((code & 0xFF) == SQLITE_INTERRUPT)
        throw core::Cancelled();
    const char* const reason = m_database ? sqlite3_errmsg(m_database.get()) : sqlite3_errstr(code);
    throw core::Error(
        core::Message(OVERLAP_TR_NOOP("Messages", "the database “%1” fails: %2"), {m_name, reason}));
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(SqliteConnection& connection, std::string_view sql)
    : m_connection(connection)
{
    sqlite3_stmt* statement = nullptr;
    const int prepared = sqlite3_prepare_v2(connection.m_database.get(), sql.data(),
                                            static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    check(prepared);
}

SqliteStatement::~SqliteStatement() = default;

void SqliteStatement::bind(int place, std::int64_t number)
{
    check(sqlite3_bind_int64(m_statement.get(), place, number));
}

void SqliteStatement::bind(int place, std::string_view text)
{
    check(sqlite3_bind_text(m_statement.get(), place, text.data(), static_cast<int>(text.size()),
                            SQLITE_TRANSIENT));
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        sqlite3_reset(m_statement.get());
    else
        m_connection.fail(code);
    return false;
}

int SqliteStatement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string SqliteStatement::text(int column) const
{
    const auto* const characters =
        reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return characters ? std::string(characters,
                                    static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
                      : std::string();
}

void SqliteStatement::check(int code)
{
    if (code != SQLITE_OK)
        m_connection.fail(code);
}

} // namespace overlap::workloads
