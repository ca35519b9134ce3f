// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "core/message.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

using overlap::cli::Table;

TEST(Table, AlignsColumns)
{
    Table table({"name", ">wall", "note"});
    table.row({"sequential", "5.00 s", "x"});
    table.row({"b", "1 s", "longer"});
    EXPECT_EQ(table.text(), "name          wall  note\n"
                            "sequential  5.00 s  x\n"
                            "b              1 s  longer\n");
}

TEST(Table, CountsCharactersNotBytes)
{
    Table table({"a", ">b"});
    table.row({"µs", "×"});
    table.row({"ab", "x"});
    EXPECT_EQ(table.text(), "a   b\nµs  ×\nab  x\n");
}

TEST(Table, MissingCellsAreEmptyAndLinesHaveNoTrailingBlanks)
{
    Table table({"one", ">two", "three"});
    table.row({"only"});
    table.row({"a", "b", "c", "too many"});
    EXPECT_EQ(table.text(), "one   two  three\nonly\na       b  c\n");
}

TEST(WriteOutput, WritesFilesAndNamesThoseItCannot)
{
    const overlap::testing::TempFolder folder;
    overlap::cli::writeOutput((folder / "a").string(), "bytes");
    EXPECT_EQ(overlap::testing::bytesOf(folder / "a"), "bytes");
    EXPECT_THROW(overlap::cli::writeOutput((folder / "missing" / "a").string(), "x"), overlap::core::Error);
}
