// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/differences_model.h"

#include "core/text.h"
#include "session/message_text.h"

#include <algorithm>

namespace overlap::session {

namespace {

QString timeText(core::Nanoseconds time)
{
    return figureText(core::durationText(core::toSeconds(time)));
}

QString signedText(core::Nanoseconds time)
{
    if (time == 0)
        return DifferencesModel::tr("none");
    return (time > 0 ? QStringLiteral("+") : QStringLiteral("−")) + timeText(std::abs(time));
}

} // namespace

void DifferencesModel::setRuns(const std::vector<Compared>& runs, ItemLabel itemLabel, StageLabel stageLabel)
{
    beginResetModel();
    m_rows.clear();
    m_item = std::move(itemLabel);
    m_stage = std::move(stageLabel);
    for (const Compared& compared : runs) {
        for (const analysis::TaskDifference& each : compared.difference->tasks)
            m_rows.push_back({compared.run, each});
    }
    if (m_rows.size() > mostRows) {
        const auto last = m_rows.begin() + static_cast<std::ptrdiff_t>(mostRows);
        std::ranges::nth_element(m_rows, last, std::ranges::greater(),
                                 [](const Row& row) { return std::abs(row.task.longer()); });
        m_rows.erase(last, m_rows.end());
    }
    endResetModel();
}

void DifferencesModel::retranslate()
{
    if (m_rows.empty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::DisplayRole});
}

int DifferencesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferencesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant DifferencesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const core::Nanoseconds own = row.task.end - row.task.begin;
    const core::Nanoseconds others = row.task.otherEnd - row.task.otherBegin;
    if (role == itemRole)
        return row.task.item;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() >= here ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != sortRole)
        return {};
    const bool sorts = role == sortRole;
    const auto shown = [sorts](core::Nanoseconds time, const QString& text) {
        return sorts ? QVariant(static_cast<qlonglong>(std::abs(time))) : QVariant(text);
    };
    switch (index.column()) {
    case run:
        return row.run;
    case task: {
        const QString label = m_item ? m_item(row.task.item) : QString();
        return sorts             ? QVariant(row.task.item)
               : label.isEmpty() ? QVariant(tr("item %1").arg(row.task.item + 1))
                                 : QVariant(label);
    }
    case stage: {
        const QString label = m_stage ? m_stage(row.task.stage) : QString();
        return sorts             ? QVariant(row.task.stage)
               : label.isEmpty() ? QVariant(QString::number(row.task.stage + 1))
                                 : QVariant(label);
    }
    case here:
        return shown(own, timeText(own));
    case there:
        return shown(others, timeText(others));
    case longer:
        return shown(row.task.longer(), signedText(row.task.longer()));
    default:
        return shown(row.task.later(), signedText(row.task.later()));
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section >= here ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case run:
        return tr("Strategy");
    case task:
        return tr("Task");
    case stage:
        return tr("Stage");
    case here:
        return tr("Took");
    case there:
        return tr("Took there");
    case longer:
        return tr("Longer");
    default:
        return tr("Began later");
    }
}

} // namespace overlap::session
