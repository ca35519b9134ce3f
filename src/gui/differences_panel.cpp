// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/differences_panel.h"

#include "session/item_focus.h"
#include "ui_differences_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <algorithm>

namespace overlap::gui {

using session::DifferencesModel;

DifferencesPanel::DifferencesPanel(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DifferencesPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(DifferencesModel::sortRole);
    QTableView* const table = m_ui->differencesTable;
    table->setModel(&m_sorted);
    table->setWordWrap(false);
    table->sortByColumn(DifferencesModel::longer, Qt::DescendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setHighlightSections(false);
    setRuns({}, {}, {}, {});
}

DifferencesPanel::~DifferencesPanel() = default;

void DifferencesPanel::setItemFocus(session::ItemFocus* focus)
{
    QTableView* const table = m_ui->differencesTable;
    const auto itemOf = [](const QModelIndex& row) { return row.data(DifferencesModel::itemRole).toUInt(); };
    connect(table, &QTableView::activated, focus,
            [focus, itemOf](const QModelIndex& row) { focus->show(itemOf(row)); });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, focus, [table, focus, itemOf] {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            focus->select(itemOf(rows.front()));
    });
}

void DifferencesPanel::setRuns(std::vector<DifferencesModel::Compared> runs, const QString& other,
                               DifferencesModel::ItemLabel item, DifferencesModel::StageLabel stage)
{
    m_runs = std::move(runs);
    m_other = other;
    m_model.setRuns(m_runs, std::move(item), std::move(stage));
    const bool any = !m_runs.empty();
    m_ui->titleLabel->setVisible(any);
    m_ui->differencesTable->setVisible(any);
    m_ui->hintLabel->setVisible(!any);
    showTitle();
    if (!any)
        return;
    m_ui->differencesTable->resizeColumnsToContents();
    QHeaderView* const header = m_ui->differencesTable->horizontalHeader();
    const int digit = m_ui->differencesTable->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < DifferencesModel::columns; ++column)
        header->resizeSection(column, std::clamp(header->sectionSize(column), 12 * digit, 40 * digit));
}

void DifferencesPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_model.retranslate();
    showTitle();
}

void DifferencesPanel::showTitle()
{
    std::size_t matched = 0;
    std::size_t onlyHere = 0;
    std::size_t onlyThere = 0;
    for (const DifferencesModel::Compared& run : m_runs) {
        matched += run.difference->tasks.size();
        onlyHere += run.difference->onlyHere;
        onlyThere += run.difference->onlyThere;
    }
    m_ui->titleLabel->setText(tr("Compared with %1, task by task").arg(m_other));
    QStringList sentences;
    if (onlyHere > 0 || onlyThere > 0)
        sentences << tr("Tasks in both: %1, only here: %2, only there: %3.")
                         .arg(matched)
                         .arg(onlyHere)
                         .arg(onlyThere);
    if (matched > DifferencesModel::mostRows)
        sentences << tr("Of %1 tasks the %2 that differ most stand here.")
                         .arg(matched)
                         .arg(DifferencesModel::mostRows);
    m_ui->unmatchedLabel->setText(sentences.join(QLatin1Char(' ')));
    m_ui->unmatchedLabel->setVisible(!sentences.isEmpty() && !m_runs.empty());
}

} // namespace overlap::gui
