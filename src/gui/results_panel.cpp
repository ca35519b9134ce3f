// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/results_panel.h"

#include "core/text.h"
#include "gui/item_row_delegate.h"
#include "session/item_focus.h"
#include "session/message_text.h"
#include "ui_results_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <algorithm>

namespace overlap::gui {

namespace {

constexpr int outcomePlace = 3; // behind the item's own columns: input, finished, name
constexpr int widestField = 26; // digits
constexpr int widestOutcome = 60;

QString summaryText(const engine::RunOutcome& run, const core::Workload* workload)
{
    const core::TaskCounts& tasks = run.report.tasks;
    QString text = ResultsPanel::tr("%1 done").arg(tasks.done);
    if (tasks.failed > 0)
        text += ResultsPanel::tr(" · %1 failed").arg(tasks.failed);
    if (tasks.cancelled > 0)
        text += ResultsPanel::tr(" · %1 cancelled").arg(tasks.cancelled);
    const core::Value* field = run.report.summary.find("field");
    const core::Value* total = run.report.summary.find("total");
    if (field && total) {
        text += ResultsPanel::tr(" · %1: %2 in all")
                    .arg(QString::fromStdString(field->asString()),
                         QLocale().toString(total->asNumber(), 'f', 0));
    }
    if (workload) {
        const core::Message conclusion = workload->conclusion(run.report.summary, tasks);
        if (!conclusion.empty())
            text += QStringLiteral(" · ") + session::messageText(conclusion);
    }
    return text;
}

} // namespace

ResultsPanel::ResultsPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ResultsPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(session::ResultsModel::sortRole);
    m_ui->resultsTable->setModel(&m_sorted);
    m_ui->resultsTable->setTextElideMode(Qt::ElideMiddle);
    m_ui->resultsTable->setWordWrap(false);
    m_ui->resultsTable->sortByColumn(0, Qt::AscendingOrder);
    m_ui->resultsTable->verticalHeader()->hide();
    m_ui->resultsTable->verticalHeader()->setDefaultSectionSize(26);
    m_ui->resultsTable->horizontalHeader()->setStretchLastSection(true);
    m_ui->resultsTable->horizontalHeader()->setHighlightSections(false);
    m_rows = new ItemRowDelegate(m_ui->resultsTable);
    m_ui->resultsTable->setItemDelegate(m_rows);
    m_ui->resultsTable->setMouseTracking(true);
    m_ui->resultsTable->viewport()->installEventFilter(this);
    m_ui->strategyBox->setMinimumWidth(150);
    connect(m_ui->strategyBox, &QComboBox::currentIndexChanged, this, &ResultsPanel::showRun);
    connect(m_ui->strategyBox, &QComboBox::textActivated, this,
            [this](const QString& text) { m_chosen = text; });
    setBands({}, nullptr);
    retranslate();
}

ResultsPanel::~ResultsPanel() = default;

void ResultsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResultsPanel::setItemFocus(session::ItemFocus* focus)
{
    m_focus = focus;
    QTableView* const table = m_ui->resultsTable;
    connect(table, &QTableView::entered, this,
            [this](const QModelIndex& row) { m_focus->hover(itemAt(row)); });
    connect(table, &QTableView::activated, this,
            [this](const QModelIndex& row) { m_focus->show(itemAt(row)); });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, table] {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        if (!m_follows && !rows.isEmpty())
            m_focus->select(itemAt(rows.front()));
    });
    connect(m_focus, &session::ItemFocus::changed, this, &ResultsPanel::showFocus);
}

core::ItemIndex ResultsPanel::itemAt(const QModelIndex& row) const
{
    return row.isValid() ? row.data(session::ResultsModel::itemRole).toUInt() : core::noItem;
}

void ResultsPanel::showFocus()
{
    const auto rowOf = [this](core::ItemIndex item) {
        const bool known = item < static_cast<core::ItemIndex>(m_model.rowCount());
        return known ? m_sorted.mapFromSource(m_model.index(static_cast<int>(item), 0)) : QModelIndex();
    };
    QTableView* const table = m_ui->resultsTable;
    const QModelIndex hovered = rowOf(m_focus->hovered());
    m_rows->light(hovered.row());
    const QModelIndex selected = rowOf(m_focus->selected());
    const bool chosenHere = selected.isValid() && table->selectionModel()->isRowSelected(selected.row(), {});
    if (!chosenHere) {
        m_follows = true;
        if (selected.isValid()) {
            table->setCurrentIndex(selected);
            table->scrollTo(selected);
        } else {
            table->clearSelection();
        }
        m_follows = false;
    }
    table->viewport()->update();
}

bool ResultsPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool gone = event->type() == QEvent::Leave ||
                      (event->type() == QEvent::MouseMove &&
                       !m_ui->resultsTable->indexAt(static_cast<QMouseEvent*>(event)->pos()).isValid());
    if (m_focus && gone)
        m_focus->hover(core::noItem);
    return QWidget::eventFilter(watched, event);
}

void ResultsPanel::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->strategyBox->setAccessibleName(tr("Strategy"));
    m_model.retranslate();
    showSummary();
}

void ResultsPanel::setBands(const std::vector<session::Band>& bands,
                            std::shared_ptr<const core::Workload> workload)
{
    m_workload = std::move(workload);
    m_runs.clear();
    {
        const QSignalBlocker quiet(m_ui->strategyBox);
        m_ui->strategyBox->clear();
        std::optional<core::Runtime> runtime;
        for (const session::Band& band : bands) {
            if (!band.outcome)
                continue;
            if (runtime && runtime != band.strategy.runtime)
                m_ui->strategyBox->insertSeparator(m_ui->strategyBox->count());
            runtime = band.strategy.runtime;
            m_ui->strategyBox->addItem(QString::fromStdString(band.name()), static_cast<int>(m_runs.size()));
            m_runs.push_back(band.outcome);
        }
        const int index = m_ui->strategyBox->findText(m_chosen);
        // The last strategy is the one that was to be looked at; the first is the baseline.
        m_ui->strategyBox->setCurrentIndex(index >= 0 ? index : m_ui->strategyBox->count() - 1);
    }
    showRun();
}

std::shared_ptr<const engine::RunOutcome> ResultsPanel::shownRun() const
{
    const QVariant place = m_ui->strategyBox->currentData();
    return place.isValid() ? m_runs[place.toUInt()] : nullptr;
}

void ResultsPanel::showRun()
{
    const auto run = shownRun();
    const bool any = run != nullptr;
    m_ui->strategyBox->setVisible(any);
    m_ui->summaryLabel->setVisible(any);
    m_ui->resultsTable->setVisible(any);
    m_ui->hintLabel->setVisible(!any);
    m_model.setRun(run, m_workload ? m_workload->resultColumns() : std::vector<core::ResultColumn>(),
                   [workload = m_workload](core::ItemIndex item) {
                       return workload && item < workload->itemCount() ? workload->itemLabel(item)
                                                                       : std::string();
                   });
    showSummary();
    if (m_focus)
        showFocus();
}

void ResultsPanel::showSummary()
{
    const auto run = shownRun();
    m_ui->summaryLabel->setText(run ? summaryText(*run, m_workload.get()) : QString());
    m_ui->resultsTable->resizeColumnsToContents();
    // What went wrong stands beside the item that it happened to, and nothing pushes it out of sight.
    QHeaderView* header = m_ui->resultsTable->horizontalHeader();
    const int outcome = header->count() - 1;
    for (int column = 0; column <= outcome; ++column)
        header->moveSection(header->visualIndex(column), column); // as another run may have left them
    header->moveSection(outcome, std::min(outcome, outcomePlace));
    const int digit = m_ui->resultsTable->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column <= outcome; ++column) {
        const int widest = digit * (column == outcome ? widestOutcome : widestField);
        header->resizeSection(column, std::min(header->sectionSize(column), widest));
    }
}

} // namespace overlap::gui
