// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/strategy_list.h"

#include "gui/count_field.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace overlap::gui {

StrategyList::StrategyList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_problem(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_problem->setObjectName(QStringLiteral("strategyProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_layout->addWidget(m_problem);
}

void StrategyList::setDraft(session::ExperimentDraft* draft)
{
    m_draft = draft;
    connect(draft, &session::ExperimentDraft::loaded, this, &StrategyList::readDraft);
    connect(draft, &session::ExperimentDraft::changed, this, &StrategyList::showProblems);
}

void StrategyList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StrategyList::retranslate()
{
    if (m_holder)
        rebuild();
}

void StrategyList::readDraft()
{
    m_rows.clear();
    for (const std::string& text : m_draft->experiment().strategies) {
        try {
            m_rows.push_back(
                {core::parseStrategy(text, m_draft->catalogue().strategies, m_draft->cores()), true});
        } catch (const core::Error&) {
            // showProblems() says what is wrong with it.
        }
    }
    for (const core::StrategyDescriptor& descriptor : m_draft->catalogue().strategies) {
        const bool listed =
            std::ranges::any_of(m_rows, [&](const Row& row) { return row.strategy.name == descriptor.name; });
        if (listed)
            continue;
        core::Strategy strategy;
        strategy.name = descriptor.name;
        strategy.runtime = descriptor.runtime;
        strategy.countsWorkers = descriptor.countsWorkers;
        if (descriptor.counts != core::CountShape::none)
            strategy.counts = {descriptor.defaultCount};
        m_rows.push_back({strategy, false});
    }
    rebuild();
}

void StrategyList::rebuild()
{
    delete m_holder;
    m_holder = new QWidget(this);
    auto* column = new QVBoxLayout(m_holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(m_rows[i], static_cast<int>(i));

    auto* add = new QToolButton(m_holder);
    add->setObjectName(QStringLiteral("addStrategy"));
    add->setProperty("role", QStringLiteral("link"));
    add->setText(tr("Add a strategy…"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    for (const core::StrategyDescriptor& descriptor : m_draft->catalogue().strategies) {
        if (descriptor.counts == core::CountShape::none)
            continue;
        QAction* action = menu->addAction(QString::fromStdString(descriptor.name));
        action->setToolTip(session::translatedText("Strategies", descriptor.help));
        connect(
            action, &QAction::triggered, this, [this, &descriptor] { addStrategy(descriptor); },
            Qt::QueuedConnection); // the rows, and this menu with them, are made anew
    }
    add->setMenu(menu);
    column->addWidget(add, 0, Qt::AlignLeft);
    m_layout->insertWidget(0, m_holder);
    showProblems();
}

void StrategyList::addRow(const Row& row, int index)
{
    const core::StrategyDescriptor* descriptor = m_draft->catalogue().strategy(row.strategy.name);
    auto* line = new QWidget(m_holder);
    line->setObjectName(QStringLiteral("strategy_%1").arg(index));
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* box = new QCheckBox(QString::fromStdString(row.strategy.name), line);
    box->setChecked(row.chosen);
    box->setToolTip(session::translatedText("Strategies", descriptor->help));
    connect(box, &QCheckBox::toggled, this, [this, index](bool on) {
        m_rows[static_cast<std::size_t>(index)].chosen = on;
        writeDraft();
    });
    layout->addWidget(box, 1);
    if (descriptor->counts == core::CountShape::one) {
        auto* count = new CountField(line);
        count->setFixedWidth(86);
        count->setRange(1, descriptor->maximumCount);
        count->setValue(row.strategy.counts.front());
        count->spinBox()->setAccessibleName(
            tr("Workers of %1").arg(QString::fromStdString(row.strategy.name)));
        connect(count, &CountField::valueChanged, this, [this, index, box](int number) {
            m_rows[static_cast<std::size_t>(index)].strategy.counts = {number};
            // Whoever sets a number of workers wants to see it run.
            if (!box->isChecked())
                box->setChecked(true);
            else
                writeDraft();
        });
        layout->addWidget(count);
    }
    line->setMinimumHeight(28);
    m_holder->layout()->addWidget(line);
}

void StrategyList::addStrategy(const core::StrategyDescriptor& descriptor)
{
    core::Strategy strategy;
    strategy.name = descriptor.name;
    strategy.runtime = descriptor.runtime;
    strategy.countsWorkers = descriptor.countsWorkers;
    int most = 0;
    for (const Row& row : m_rows) {
        if (row.strategy.name == descriptor.name)
            most = std::max(most, row.strategy.workers());
    }
    strategy.counts = {std::min(most == 0 ? descriptor.defaultCount : 2 * most, descriptor.maximumCount)};
    m_rows.push_back({strategy, true});
    rebuild();
    writeDraft();
}

void StrategyList::writeDraft()
{
    std::vector<std::string> texts;
    for (const Row& row : m_rows) {
        if (row.chosen)
            texts.push_back(row.strategy.text());
    }
    m_draft->setStrategies(std::move(texts));
}

void StrategyList::showProblems()
{
    const core::Problem* found = nullptr;
    for (const core::Problem& problem : m_draft->problems()) {
        if (problem.pointer.starts_with("/strategies")) {
            found = &problem;
            break;
        }
    }
    m_problem->setVisible(found != nullptr);
    m_problem->setText(found ? session::messageText(found->message) : QString());
}

} // namespace overlap::gui
