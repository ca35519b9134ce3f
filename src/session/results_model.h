// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "engine/live_event.h"

#include <QAbstractTableModel>
#include <functional>
#include <memory>
#include <vector>

namespace overlap::session {

/// The results of one run, a row per item: order of input, order of finishing, the fields of the result or
/// the error. Sort through a proxy with sortRole.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { sortRole = Qt::UserRole + 1, itemRole, failedRole };

    explicit ResultsModel(QObject* parent = nullptr);

    using ItemLabel = std::function<std::string(core::ItemIndex)>;

    /// Null empties the table. `label` names items that have no result.
    void setRun(std::shared_ptr<const engine::RunOutcome> run, std::vector<core::ResultColumn> columns,
                ItemLabel label = {});

    /// To be called when the language has changed.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const core::ItemResult& item, int row, int column) const;
    QVariant sortKey(const core::ItemResult& item, int row, int column) const;
    QString columnHelp(int section) const;
    const core::Value* field(const core::ItemResult& item, int column) const;

    std::shared_ptr<const engine::RunOutcome> m_run;
    std::vector<core::ResultColumn> m_columns;
    ItemLabel m_label;
    std::vector<int> m_finished; // by item: its place in the order of finishing, 0 for never
};

} // namespace overlap::session
