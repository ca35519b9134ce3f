// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace overlap::testing {

/// One entry of a .ts file.
struct TsEntry
{
    QString context;
    QString source;
    QString comment;
    QString state;            ///< "unfinished", "vanished", "obsolete"; empty for finished
    QStringList translations; ///< one, or one per plural form

    /// "Messages: the file cannot be read: %1"
    QString name() const { return context + QStringLiteral(": ") + source + comment; }
};

/// The entries in the file's order; empty where it cannot be read.
std::vector<TsEntry> readTs(const QString& path);

} // namespace overlap::testing
