// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selection_panel.h"

#include "charts/chart_text.h"
#include "charts/theme.h"
#include "ui_selection_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>

namespace overlap::gui {

QString stretchText(const session::TimeRange& range)
{
    const core::Nanoseconds resolution = std::max<core::Nanoseconds>(1, range.length() / 200);
    return SelectionPanel::tr("%1 to %2")
        .arg(charts::momentText(range.begin, resolution), charts::momentText(range.end, resolution));
}

SelectionPanel::SelectionPanel(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SelectionPanel>())
    , m_model(charts::stateTitle)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(session::StatisticsModel::sortRole);
    QTableView* const table = m_ui->statisticsTable;
    table->setModel(&m_sorted);
    table->setWordWrap(false);
    table->sortByColumn(session::StatisticsModel::run, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setHighlightSections(false);
    const auto copies = [](const QString& text) { QGuiApplication::clipboard()->setText(text); };
    const auto copiesText = [this, copies] { copies(m_model.text()); };
    connect(m_ui->copyTextButton, &QPushButton::clicked, this, copiesText);
    connect(m_ui->copyCsvButton, &QPushButton::clicked, this, [this, copies] { copies(m_model.csv()); });
    auto* copy = new QShortcut(QKeySequence(QKeySequence::Copy), table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, copiesText);
    showStretch();
}

SelectionPanel::~SelectionPanel() = default;

void SelectionPanel::setStudy(session::StretchStudy* study)
{
    m_study = study;
    connect(study, &session::StretchStudy::changed, this, &SelectionPanel::showStretch);
    study->setVisibleWanted(isVisible());
    showStretch();
}

void SelectionPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SelectionPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_study)
        m_study->setVisibleWanted(true);
}

void SelectionPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_study)
        m_study->setVisibleWanted(false);
}

void SelectionPanel::retranslate()
{
    m_ui->retranslateUi(this);
    m_model.retranslate();
    showTitle();
}

void SelectionPanel::showTitle()
{
    if (!m_study || !m_study->stretch())
        return;
    const session::Stretch& stretch = *m_study->stretch();
    m_ui->stretchLabel->setText(
        (stretch.selected ? tr("%1, selected in the lanes") : tr("%1, what the lanes show"))
            .arg(stretchText(stretch.range)));
}

void SelectionPanel::showStretch()
{
    const bool any = m_study && m_study->stretch();
    for (QWidget* const widget :
         {static_cast<QWidget*>(m_ui->stretchLabel), static_cast<QWidget*>(m_ui->copyTextButton),
          static_cast<QWidget*>(m_ui->copyCsvButton), static_cast<QWidget*>(m_ui->statisticsTable)})
        widget->setVisible(any);
    m_ui->hintLabel->setVisible(!any);
    const bool first = m_model.rowCount() == 0;
    m_model.setStretch(any ? m_study->stretch() : std::nullopt);
    showTitle();
    if (!any || !first)
        return; // columns stay as they are while a selection is dragged
    m_ui->statisticsTable->resizeColumnsToContents();
    QHeaderView* const header = m_ui->statisticsTable->horizontalHeader();
    const int digit = m_ui->statisticsTable->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = session::StatisticsModel::count; column < session::StatisticsModel::columns; ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), 9 * digit));
}

} // namespace overlap::gui
