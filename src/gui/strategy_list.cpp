// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/strategy_list.h"

#include "gui/count_field.h"
#include "gui/help_text.h"
#include "gui/option_fields.h"
#include "gui/python_line.h"
#include "gui/stage_fields.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace overlap::gui {

namespace {

constexpr std::string_view modelOfPython = "gil-threads";
constexpr int nameIndent = 24; // of what stands under a name, which stands behind its box

} // namespace

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
    connect(draft, &session::ExperimentDraft::loaded, this, &StrategyList::rebuild);
    // The rows may be made anew, and the one that was clicked with them.
    connect(draft, &session::ExperimentDraft::changed, this, [this] {
        if (fits())
            refresh();
        else
            QMetaObject::invokeMethod(this, &StrategyList::rebuild, Qt::QueuedConnection);
    });
}

void StrategyList::setModelCheck(QAction* action)
{
    m_modelCheck = action;
    if (m_holder)
        rebuild();
}

void StrategyList::setPython(session::PythonSetting* python, DialogService* dialogs)
{
    m_python = python;
    m_dialogs = dialogs;
    if (m_holder)
        rebuild();
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

bool StrategyList::fits() const
{
    const auto& choices = m_draft->choices();
    if (choices.size() != m_rows.size())
        return false;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].strategy.name != m_rows[i].name ||
            m_draft->isRemovable(static_cast<int>(i)) != m_rows[i].removable)
            return false;
        if (m_rows[i].stages && m_rows[i].stages->stageCount() != m_draft->stages().size())
            return false;
    }
    return true;
}

void StrategyList::rebuild()
{
    const QWidget* focus = QApplication::focusWidget();
    QString focused;
    if (m_holder && focus && m_holder->isAncestorOf(focus))
        focused = focus->objectName();
    delete m_holder;
    m_holder = new QWidget(this);
    m_pythonLine = nullptr;
    m_rows.clear();
    auto* column = new QVBoxLayout(m_holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto& choices = m_draft->choices();
    bool anyRemovable = false;
    for (std::size_t i = 0; i < choices.size(); ++i)
        anyRemovable = anyRemovable || m_draft->isRemovable(static_cast<int>(i));
    m_rows.resize(choices.size());
    for (const core::Runtime runtime : {core::Runtime::native, core::Runtime::python}) {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (m_draft->catalogue().strategy(choices[i].strategy.name)->runtime == runtime)
                addRow(choices[i], static_cast<int>(i), anyRemovable);
        }
    }
    addMenu();
    m_layout->insertWidget(0, m_holder);
    m_holder->show();
    refresh();
    if (!focused.isEmpty()) {
        auto* again = m_holder->findChild<QWidget*>(focused);
        (again ? again : m_rows.back().box)->setFocus();
    }
}

void StrategyList::addMenu()
{
    auto* add = new QToolButton(m_holder);
    add->setObjectName(QStringLiteral("addStrategy"));
    add->setProperty("role", QStringLiteral("link"));
    add->setText(tr("Add a strategy…"));
    add->setToolTip(tr("The same strategy once more, with another number of workers"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    menu->setToolTipsVisible(true);
    for (const core::StrategyDescriptor& descriptor : m_draft->catalogue().strategies) {
        if (descriptor.counts == core::CountShape::none)
            continue;
        QAction* action = menu->addAction(QString::fromStdString(descriptor.name));
        action->setToolTip(session::translatedText("Strategies", descriptor.help));
        connect(action, &QAction::triggered, this,
                [this, name = descriptor.name] { m_draft->addStrategy(name); });
    }
    add->setMenu(menu);
    m_holder->layout()->addWidget(add);
    m_holder->layout()->setAlignment(add, Qt::AlignLeft);
}

void StrategyList::addRow(const session::Choice& choice, int index, bool anyRemovable)
{
    const core::StrategyDescriptor* descriptor = m_draft->catalogue().strategy(choice.strategy.name);
    const QString name = QString::fromStdString(choice.strategy.name);
    const QString help = strategyHelp(*descriptor);
    if (m_python && !m_pythonLine && descriptor->runtime == core::Runtime::python) {
        m_pythonLine = new PythonLine(*m_python, *m_dialogs, m_holder);
        m_holder->layout()->addWidget(m_pythonLine);
    }
    auto* line = new QWidget(m_holder);
    line->setObjectName(QStringLiteral("strategy_%1").arg(index));
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    Row row{choice.strategy.name,
            m_draft->isRemovable(index),
            new QCheckBox(name, line),
            nullptr,
            nullptr,
            nullptr,
            nullptr};
    row.box->setObjectName(QStringLiteral("chosen_%1").arg(index));
    row.box->setWhatsThis(help);
    connect(row.box, &QCheckBox::toggled, this, [this, index](bool on) {
        if (!m_refreshing)
            m_draft->choose(index, on);
    });
    layout->addWidget(row.box, 1);
    if (descriptor->counts == core::CountShape::one) {
        row.count = new CountField(line);
        row.count->setFixedWidth(86);
        row.count->setRange(1, descriptor->maximumCount);
        row.count->spinBox()->setObjectName(QStringLiteral("workers_%1").arg(index));
        row.count->spinBox()->setAccessibleName(
            (descriptor->countsWorkers ? tr("Workers of %1") : tr("Items in flight of %1")).arg(name));
        row.count->spinBox()->setToolTip(descriptor->countsWorkers ? tr("Number of workers")
                                                                   : tr("Number of items in flight at most"));
        row.count->spinBox()->setProperty("edits", true);
        row.count->setWhatsThis(help);
        connect(row.count, &CountField::valueChanged, this, [this, index](int number) {
            if (!m_refreshing)
                m_draft->setWorkers(index, number);
        });
        layout->addWidget(row.count);
    }
    if (anyRemovable) {
        auto* remove = new QToolButton(line);
        remove->setObjectName(QStringLiteral("remove_%1").arg(index));
        remove->setProperty("role", QStringLiteral("stepper"));
        remove->setText(row.removable ? QStringLiteral("×") : QString());
        remove->setEnabled(row.removable);
        remove->setFixedWidth(20);
        remove->setFocusPolicy(row.removable ? Qt::TabFocus : Qt::NoFocus);
        remove->setToolTip(row.removable ? tr("Take this row away (Del)") : QString());
        remove->setAccessibleName(tr("Take %1 away").arg(name));
        connect(remove, &QToolButton::clicked, this, [this, index] { m_draft->removeStrategy(index); });
        layout->addWidget(remove);
        if (row.removable) {
            row.box->installEventFilter(this);
            remove->installEventFilter(this);
        }
    }
    line->setMinimumHeight(28);
    m_holder->layout()->addWidget(line);
    if (descriptor->counts == core::CountShape::perStage) {
        row.stages = new StageFields(*descriptor, m_draft->stages(), index, m_holder);
        connect(row.stages, &StageFields::workersChanged, this,
                [this, index](std::size_t stage, int number) { m_draft->setWorkers(index, number, stage); });
        connect(row.stages, &StageFields::optionChanged, this,
                [this, index](const std::string& key, const core::Value& values) {
                    m_draft->setOption(index, key, values);
                });
        m_holder->layout()->addWidget(row.stages);
    }
    if (!descriptor->options.empty()) {
        row.options = new OptionFields(*descriptor, index, m_holder);
        connect(row.options, &OptionFields::optionChanged, this,
                [this, index](const std::string& key, const core::Value& value) {
                    m_draft->setOption(index, key, value);
                });
        m_holder->layout()->addWidget(row.options);
    }
    if (m_modelCheck && choice.strategy.name == modelOfPython)
        addModelCheck(row, index);
    m_rows[static_cast<std::size_t>(index)] = row;
}

void StrategyList::addModelCheck(Row& row, int index)
{
    auto* line = new QWidget(m_holder);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(nameIndent, 0, 0, 4);
    row.check = new QToolButton(line);
    row.check->setDefaultAction(m_modelCheck);
    row.check->setObjectName(QStringLiteral("modelCheck_%1").arg(index));
    row.check->setProperty("role", QStringLiteral("link"));
    layout->addWidget(row.check);
    layout->addStretch(1);
    m_holder->layout()->addWidget(line);
}

bool StrategyList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        m_draft->removeStrategy(watched->objectName().section(QLatin1Char('_'), 1).toInt());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StrategyList::refresh()
{
    m_refreshing = true;
    bool checked = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const session::Choice& choice = m_draft->choices()[i];
        m_rows[i].box->setChecked(choice.chosen);
        showObstacle(m_rows[i], choice);
        if (m_rows[i].count && !choice.strategy.counts.empty())
            m_rows[i].count->setValue(choice.strategy.counts.front());
        if (m_rows[i].stages) {
            m_rows[i].stages->setVisible(choice.chosen);
            m_rows[i].stages->setStrategy(choice.strategy);
        }
        if (m_rows[i].options) {
            m_rows[i].options->setVisible(choice.chosen);
            m_rows[i].options->setStrategy(choice.strategy);
        }
        if (m_rows[i].check) {
            m_rows[i].check->parentWidget()->setVisible(choice.chosen && !checked);
            checked = checked || choice.chosen;
        }
    }
    m_refreshing = false;
    if (m_pythonLine)
        m_pythonLine->setNoTwin(!m_draft->workload().hasPythonTwin);
    showProblems();
}

void StrategyList::showObstacle(const Row& row, const session::Choice& choice)
{
    const core::Message obstacle = m_draft->obstacle(row.name);
    // Where there is no twin the experiment cannot run until it is left out by hand.
    const bool mayChange = obstacle.empty() || (choice.chosen && !m_draft->workload().hasPythonTwin);
    row.box->setEnabled(mayChange);
    row.box->setToolTip(obstacle.empty() ? session::translatedText(
                                               "Strategies", m_draft->catalogue().strategy(row.name)->help)
                                         : session::sentenceText(obstacle));
    if (row.count)
        row.count->setEnabled(obstacle.empty());
    if (row.options)
        row.options->setEnabled(obstacle.empty());
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
    m_problem->setText(found ? session::sentenceText(found->message) : QString());
}

} // namespace overlap::gui
