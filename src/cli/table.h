// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace overlap::cli {

/// Columns for a terminal. A column whose title begins with '>' is aligned to the right.
class Table
{
public:
    explicit Table(std::vector<std::string> titles);
    void row(std::vector<std::string> cells);
    /// A line of its own across the columns; it widens none.
    void heading(std::string line);
    /// Every line ends with a line end; two blanks between columns.
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< one of a single cell is a heading
    std::vector<bool> m_right;
};

/// Writes to standard output for "-", else to the file, whole or not at all. Throws core::Error.
void writeOutput(const std::string& target, const std::string& bytes);

} // namespace overlap::cli
