// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "core/file.h"
#include "core/message.h"
#include "core/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace overlap::cli {

Table::Table(std::vector<std::string> titles)
{
    for (std::string& title : titles) {
        m_right.push_back(title.starts_with('>'));
        if (m_right.back())
            title.erase(0, 1);
    }
    m_rows.push_back(std::move(titles));
}

void Table::row(std::vector<std::string> cells)
{
    cells.resize(m_rows.front().size());
    m_rows.push_back(std::move(cells));
}

void Table::heading(std::string line)
{
    m_rows.push_back({std::move(line)});
}

std::string Table::text() const
{
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size() && row.size() == widths.size(); ++i)
            widths[i] = std::max(widths[i], core::characterCount(row[i]));
    }
    std::string text;
    for (const auto& row : m_rows) {
        if (row.size() != widths.size()) {
            text += row.front() + "\n";
            continue;
        }
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - core::characterCount(row[i]), ' ');
            line += m_right[i] ? padding + row[i] : row[i] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

void writeOutput(const std::string& target, const std::string& bytes)
{
    if (target == "-") {
        const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
        if (std::fflush(stdout) != 0 || !whole) {
            throw core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "standard output does not take the result: %1"),
                              {std::generic_category().message(errno)}));
        }
        return;
    }
    core::writeFile(target, bytes);
}

} // namespace overlap::cli
