// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/results_model.h"

#include "core/text.h"
#include "session/message_text.h"

#include <QLocale>

namespace overlap::session {

namespace {

enum Column { inputColumn, finishedColumn, firstFieldColumn };

bool isNumber(core::ParameterKind kind)
{
    return kind != core::ParameterKind::text && kind != core::ParameterKind::choice &&
           kind != core::ParameterKind::boolean;
}

QString fieldText(const core::Value& value, core::ParameterKind kind)
{
    const QLocale locale;
    if (kind == core::ParameterKind::seconds && value.isNumber())
        return figureText(core::durationText(value.asNumber()));
    if (kind == core::ParameterKind::bytes && value.isInteger())
        return locale.formattedDataSize(value.asInteger(), 1);
    if (value.isInteger())
        return kind == core::ParameterKind::number ? locale.toString(value.asInteger())
                                                   : QString::number(value.asInteger());
    if (value.isNumber())
        return locale.toString(value.asNumber(), 'g', 10);
    if (value.isBoolean())
        return value.asBoolean() ? ResultsModel::tr("yes") : ResultsModel::tr("no");
    if (value.isString())
        return QString::fromStdString(value.asString());
    return {};
}

} // namespace

ResultsModel::ResultsModel(QObject* parent) : QAbstractTableModel(parent) {}

void ResultsModel::setRun(std::shared_ptr<const engine::RunOutcome> run,
                          std::vector<core::ResultColumn> columns, ItemLabel label)
{
    beginResetModel();
    m_label = std::move(label);
    m_run = std::move(run);
    m_columns = std::move(columns);
    m_finished.clear();
    if (m_run) {
        m_finished.assign(m_run->items.size(), 0);
        int place = 0;
        for (const core::ItemIndex item : core::orderOfFinishing(m_run->items))
            m_finished[item] = ++place;
    }
    endResetModel();
}

void ResultsModel::retranslate()
{
    if (rowCount() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

int ResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_run ? 0 : static_cast<int>(m_run->items.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const
{
    // Input, finishing, the fields, the outcome.
    return parent.isValid() || !m_run ? 0 : firstFieldColumn + static_cast<int>(m_columns.size()) + 1;
}

const core::Value* ResultsModel::field(const core::ItemResult& item, int column) const
{
    return item.value.find(m_columns[static_cast<std::size_t>(column - firstFieldColumn)].key);
}

QVariant ResultsModel::display(const core::ItemResult& item, int row, int column) const
{
    if (column == inputColumn)
        return row + 1;
    if (column == finishedColumn)
        return m_finished[static_cast<std::size_t>(row)] ? QVariant(m_finished[static_cast<std::size_t>(row)])
                                                         : QVariant(tr("–"));
    if (column == columnCount() - 1) {
        switch (item.status) {
        case core::TaskStatus::done:
            return tr("done");
        case core::TaskStatus::failed:
            return messageText(item.error);
        default:
            return tr("cancelled");
        }
    }
    const core::Value* value = field(item, column);
    // An item that failed has no result, but it still has a name.
    if (!value && column == firstFieldColumn && m_label)
        return numberedText("Items", m_label(static_cast<core::ItemIndex>(row)));
    return value ? fieldText(*value, m_columns[static_cast<std::size_t>(column - firstFieldColumn)].kind)
                 : QString();
}

QVariant ResultsModel::sortKey(const core::ItemResult& item, int row, int column) const
{
    if (column == finishedColumn)
        return m_finished[static_cast<std::size_t>(row)];
    if (column >= firstFieldColumn && column < columnCount() - 1) {
        const core::Value* value = field(item, column);
        if (value && value->isNumber())
            return value->asNumber();
    }
    return display(item, row, column);
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_run)
        return {};
    const core::ItemResult& item = m_run->items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(item, index.row(), index.column());
    case sortRole:
        return sortKey(item, index.row(), index.column());
    case itemRole:
        return index.row();
    case failedRole:
        return item.status == core::TaskStatus::failed;
    case Qt::ToolTipRole:
        if (item.status == core::TaskStatus::failed)
            return sentenceText(item.error);
        // What the table may have shortened.
        return index.column() >= firstFieldColumn ? display(item, index.row(), index.column()) : QVariant();
    case Qt::TextAlignmentRole: {
        const int at = index.column();
        const bool isField = at >= firstFieldColumn && at < columnCount() - 1;
        const bool right = isField ? isNumber(m_columns[static_cast<std::size_t>(at - firstFieldColumn)].kind)
                                   : at < firstFieldColumn;
        return QVariant::fromValue(
            Qt::Alignment(right ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    }
    default:
        return {};
    }
}

QString ResultsModel::columnHelp(int section) const
{
    const QString title = headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    QString sentence = tr("A field of what the item came to.");
    if (section == inputColumn)
        sentence = tr("The item's place in the input, from 1.");
    else if (section == finishedColumn)
        sentence = tr("Its place in the order of finishing; “–” where it never finished.");
    else if (section == columnCount() - 1)
        sentence = tr("Done, cancelled, or what went wrong.");
    else if (!m_columns[static_cast<std::size_t>(section - firstFieldColumn)].comparable)
        sentence =
            tr("A field of what the item came to. It changes from run to run, so runs are not compared "
               "by it.");
    return QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), sentence.toHtmlEscaped());
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return data(index(0, section), role);
    if (role == Qt::WhatsThisRole)
        return columnHelp(section);
    if (role != Qt::DisplayRole)
        return {};
    if (section == inputColumn)
        return tr("Input");
    if (section == finishedColumn)
        return tr("Finished");
    if (section == columnCount() - 1)
        return tr("Outcome");
    return translatedText("Workloads", m_columns[static_cast<std::size_t>(section - firstFieldColumn)].title);
}

} // namespace overlap::session
