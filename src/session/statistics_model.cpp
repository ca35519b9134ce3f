// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statistics_model.h"

#include "core/text.h"
#include "session/message_text.h"

#include <QLocale>

namespace overlap::session {

namespace {

core::Nanoseconds timeOf(const analysis::DurationStatistics& figures, int column)
{
    switch (column) {
    case StatisticsModel::min:
        return figures.min;
    case StatisticsModel::median:
        return figures.median;
    case StatisticsModel::p95:
        return figures.p95;
    case StatisticsModel::max:
        return figures.max;
    default:
        return figures.total;
    }
}

/// A field of a file of comma-separated values, quoted where it must be.
QString quoted(QString field)
{
    if (!field.contains(QLatin1Char(',')) && !field.contains(QLatin1Char('"')))
        return field;
    return QLatin1Char('"') + field.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString plainSeconds(core::Nanoseconds time)
{
    return QString::number(core::toSeconds(time), 'f', 9);
}

} // namespace

StatisticsModel::StatisticsModel(StateTitle title, QObject* parent)
    : QAbstractTableModel(parent)
    , m_title(std::move(title))
{}

void StatisticsModel::setStretch(const std::optional<Stretch>& stretch)
{
    beginResetModel();
    m_rows.clear();
    m_range.reset();
    if (stretch) {
        m_range = stretch->range;
        for (const Stretch::Run& of : stretch->runs) {
            const QString name = QString::fromStdString(of.band.name());
            const double whole =
                static_cast<double>(of.statistics.workers) * static_cast<double>(of.statistics.length);
            m_rows.push_back({name, std::nullopt, of.statistics.tasks, 0});
            for (std::size_t i = 0; i < core::stateCount; ++i) {
                const analysis::DurationStatistics& figures = of.statistics.states[i];
                if (figures.total > 0 || figures.count > 0)
                    m_rows.push_back({name, static_cast<core::State>(i), figures,
                                      whole > 0 ? static_cast<double>(figures.total) / whole : 0});
            }
        }
    }
    endResetModel();
}

void StatisticsModel::retranslate()
{
    if (m_rows.empty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::DisplayRole});
}

int StatisticsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString StatisticsModel::display(const Row& row, int column) const
{
    switch (column) {
    case run:
        return row.run;
    case what:
        return row.state ? m_title(*row.state) : tr("Tasks that ended");
    case count:
        return row.figures.count > 0 ? QLocale().toString(row.figures.count) : tr("–");
    case share:
        return row.state ? tr("%1 %").arg(QLocale().toString(row.share * 100, 'f', 1)) : QString();
    default:
        if (row.figures.count == 0 && column != total)
            return tr("–"); // time that no span covers has no shortest piece
        return figureText(core::durationText(core::toSeconds(timeOf(row.figures, column))));
    }
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case sortRole:
        if (column == run) // rows of a run stay together, in the order in which they were given
            return index.row();
        if (column == what)
            return row.state ? static_cast<int>(*row.state) : -1;
        if (column == count)
            return static_cast<qulonglong>(row.figures.count);
        return column == share ? QVariant(row.share)
                               : QVariant(static_cast<qlonglong>(timeOf(row.figures, column)));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column >= count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section >= count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    const auto text = [role](const QString& title, const QString& help) {
        if (role == Qt::WhatsThisRole)
            return QVariant(
                QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), help.toHtmlEscaped()));
        return role == Qt::DisplayRole ? QVariant(title) : QVariant();
    };
    switch (section) {
    case run:
        return text(tr("Strategy"), tr("Whose workers."));
    case what:
        return text(tr("What"), tr("Tasks that ended in the stretch, with their whole duration, and what "
                                   "the workers did in it, by state."));
    case count:
        return text(tr("Count"), tr("How many there are."));
    case min:
        return text(tr("Shortest"), tr("The shortest; a piece that reaches beyond the stretch is cut."));
    case median:
        return text(tr("Median"), tr("Half of them are no longer than that."));
    case p95:
        return text(tr("p95"), tr("95 % of them are no longer than that."));
    case max:
        return text(tr("Longest"), tr("The longest; a piece that reaches beyond the stretch is cut."));
    case total:
        return text(tr("Total"), tr("All of them together, over all workers."));
    default:
        return text(tr("Share"), tr("Of the workers' time in the stretch."));
    }
}

QString StatisticsModel::text() const
{
    QString text;
    for (int column = 0; column < columns; ++column)
        text += (column > 0 ? QStringLiteral("\t") : QString()) +
                headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    text += QLatin1Char('\n');
    for (const Row& row : m_rows) {
        for (int column = 0; column < columns; ++column)
            text += (column > 0 ? QStringLiteral("\t") : QString()) + display(row, column);
        text += QLatin1Char('\n');
    }
    return text;
}

QString StatisticsModel::csv() const
{
    QString text = QStringLiteral("begin_seconds,end_seconds,strategy,what,count,min_seconds,median_seconds,"
                                  "p95_seconds,max_seconds,total_seconds,share\r\n");
    for (const Row& row : m_rows) {
        const std::string_view state = row.state ? core::stateName(*row.state) : "tasks";
        QStringList fields{plainSeconds(m_range->begin), plainSeconds(m_range->end), quoted(row.run),
                           QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size())),
                           QString::number(row.figures.count)};
        for (int column = min; column <= total; ++column)
            fields << (row.figures.count == 0 && column != total ? QString()
                                                                 : plainSeconds(timeOf(row.figures, column)));
        fields << (row.state ? QString::number(row.share, 'f', 6) : QString());
        text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text;
}

} // namespace overlap::session
