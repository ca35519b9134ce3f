// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"
#include "core/task_context.h"
#include "support/temp_folder.h"
#include "workloads/sqlite.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::workloads;
using overlap::core::Cancelled;
using overlap::core::Error;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;

namespace {

std::string failureOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.message().english();
    }
    return {};
}

} // namespace

TEST(Sqlite, WhatIsWrittenIsReadThroughAnotherConnection)
{
    const TempFolder folder;
    {
        SqliteConnection database(folder / "a.sqlite", SqliteConnection::Access::create);
        database.execute("CREATE TABLE words (number INTEGER, word TEXT)");
        SqliteStatement insert(database, "INSERT INTO words VALUES (?1, ?2)");
        for (const std::string word : {"one", "two", "ünf"}) {
            insert.bind(1, static_cast<std::int64_t>(word.size()));
            insert.bind(2, std::string_view(word));
            EXPECT_FALSE(insert.step());
        }
    }
    SqliteConnection database(folder / "a.sqlite", SqliteConnection::Access::readOnly);
    SqliteStatement select(database, "SELECT number, word FROM words WHERE number >= ?1 ORDER BY rowid");
    for (int round = 0; round < 2; ++round) {
        select.bind(1, 4);
        ASSERT_TRUE(select.step());
        EXPECT_EQ(select.columns(), 2);
        EXPECT_EQ(select.integer(0), 4);
        EXPECT_EQ(select.text(1), "ünf");
        EXPECT_EQ(select.text(0), "4");
        EXPECT_FALSE(select.step()) << "and then from the first row again";
    }
}

TEST(Sqlite, AReaderChangesNothing)
{
    const TempFolder folder;
    SqliteConnection(folder / "a.sqlite", SqliteConnection::Access::create).execute("CREATE TABLE t (x)");
    SqliteConnection reader(folder / "a.sqlite", SqliteConnection::Access::readOnly);
    EXPECT_EQ(failureOf([&] { reader.execute("INSERT INTO t VALUES (1)"); }),
              "the database “a.sqlite” fails: attempt to write a readonly database");
    EXPECT_NE(failureOf([&] { reader.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"); }),
              "")
        << "hardened";
}

TEST(Sqlite, EveryFailureIsOneSentenceWithItsReason)
{
    const TempFolder folder;
    const auto reading = [&folder](const char* name) {
        return failureOf([&] {
            SqliteConnection database(folder / name, SqliteConnection::Access::readOnly);
            SqliteStatement(database, "SELECT * FROM t").step();
        });
    };
    EXPECT_EQ(reading("missing"), "the database “missing” fails: unable to open database file");
    folder.write("text", std::string(10'000, 'x'));
    EXPECT_EQ(reading("text"), "the database “text” fails: file is not a database");
    SqliteConnection(folder / "empty", SqliteConnection::Access::create).execute("CREATE TABLE other (x)");
    EXPECT_EQ(reading("empty"), "the database “empty” fails: no such table: t");
    std::filesystem::create_symlink("empty", folder / "link");
    EXPECT_THAT(reading("link"), HasSubstr("unable to open")) << "links are not followed";
}

TEST(Sqlite, ALongStatementEndsWhereItIsInterrupted)
{
    const TempFolder folder;
    SqliteConnection database(folder / "a.sqlite", SqliteConnection::Access::create);
    int looks = 0;
    database.setInterruption([&looks] { return ++looks == 3; });
    const char* const endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                "SELECT count(*) FROM c";
    EXPECT_THROW(SqliteStatement(database, endless).step(), Cancelled);
    EXPECT_EQ(looks, 3);
    database.setInterruption({});
    SqliteStatement after(database, "SELECT 7");
    ASSERT_TRUE(after.step());
    EXPECT_EQ(after.integer(0), 7) << "the connection is as good as before";
}
