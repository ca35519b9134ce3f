// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/run_difference.h"

#include <QAbstractTableModel>
#include <functional>
#include <memory>
#include <vector>

namespace overlap::session {

/// The tasks of runs against the same tasks of other runs, a row each. Sort through a proxy with sortRole,
/// which has the amount of a difference, whichever way it goes.
class DifferencesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { sortRole = Qt::UserRole + 1, itemRole };
    enum Column { run, task, stage, here, there, longer, later, columns };

    /// More rows than people look at, and than a table sorts at once; those that differ most are taken.
    static constexpr std::size_t mostRows = 20'000;

    struct Compared
    {
        QString run;
        std::shared_ptr<const analysis::RunDifference> difference;
    };
    using ItemLabel = std::function<QString(core::ItemIndex)>;
    using StageLabel = std::function<QString(core::StageIndex)>;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<Compared>& runs, ItemLabel itemLabel, StageLabel stageLabel);
    /// To be called when the language has changed.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString run;
        analysis::TaskDifference task;
    };
    std::vector<Row> m_rows;
    ItemLabel m_item;
    StageLabel m_stage;
};

} // namespace overlap::session
