// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/stretch_study.h"

#include <QAbstractTableModel>
#include <functional>

namespace overlap::session {

/// The statistics of a stretch as a table: for each run its tasks, then each state that took any time. Sort
/// through a proxy with sortRole.
class StatisticsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { sortRole = Qt::UserRole + 1 };
    enum Column { run, what, count, min, median, p95, max, total, share, columns };

    using StateTitle = std::function<QString(core::State)>;

    /// `title` says the name of a state in the language of the window.
    explicit StatisticsModel(StateTitle title, QObject* parent = nullptr);

    void setStretch(const std::optional<Stretch>& stretch);
    /// To be called when the language has changed.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The table as people read it: a line per row, columns parted by tabs, in the language of the window.
    QString text() const;
    /// RFC 4180 with English names, times in seconds with a decimal point, the same whatever the language.
    QString csv() const;

private:
    struct Row
    {
        QString run;
        std::optional<core::State> state; ///< null for the tasks
        analysis::DurationStatistics figures;
        double share = 0; ///< of workers × length
    };
    QString display(const Row& row, int column) const;

    StateTitle m_title;
    std::optional<TimeRange> m_range;
    std::vector<Row> m_rows;
};

} // namespace overlap::session
