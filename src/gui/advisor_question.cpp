// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advisor_question.h"

#include "gui/help_text.h"
#include "session/message_text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <algorithm>
#include <array>

namespace overlap::gui {

using analysis::DataSize;
using core::Runtime;

namespace {

constexpr int typingPause = 150; // ms
constexpr int figureWidth = 96;  // at least
constexpr int frame = 40;        // of a field, with the room that its text keeps to both sides

constexpr std::array unitSeconds{1.0, 60.0, 3600.0};

/// The lesson's own, and one for the branch that it has no example of.
struct Example
{
    const char* name;
    const char* description;
    double seconds;
    DataSize data;
};

constexpr std::array<Example, 6> examples{{
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Web pages"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Download 50 web pages"), 2, DataSize::small},
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Thumbnails"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Resize 1000 images"), 30, DataSize::medium},
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Large file"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Process 10GB CSV file"), 60, DataSize::large},
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Prime numbers"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Calculate prime numbers"), 45, DataSize::small},
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Quick lookup"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Quick database lookup"), 0.05, DataSize::tiny},
    {QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Assembly line"),
     QT_TRANSLATE_NOOP("overlap::gui::AdvisorQuestion", "Fetch prices, then analyse them, then save them"),
     20, DataSize::small},
}};

QLabel* addProblem(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", QStringLiteral("problem"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

AdvisorQuestion::AdvisorQuestion(int cores, QWidget* parent)
    : QWidget(parent)
    , m_cores(cores)
    , m_runtimes(new QButtonGroup(this))
    , m_runtimeHint(new QLabel(this))
    , m_dataName(new QLabel(this))
{
    setObjectName(QStringLiteral("advisorQuestion"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    // Made in the order in which Tab goes through them.
    addRuntimes(grid);
    addDescription(grid);
    addExamples(grid);
    addFigures(grid);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &AdvisorQuestion::changed);
    for (QLineEdit* line : {m_description, m_duration}) {
        connect(line, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
        connect(line, &QLineEdit::returnPressed, this, &AdvisorQuestion::changed);
    }
    for (QComboBox* box : {m_unit, m_data})
        connect(box, &QComboBox::currentIndexChanged, this, &AdvisorQuestion::changed);
    connect(m_duration, &QLineEdit::textChanged, this, [this](const QString& text) {
        bool isNumber = false;
        const double figure = QLocale().toDouble(text.trimmed(), &isNumber);
        m_figure = isNumber ? std::optional(figure) : std::nullopt;
    });
    retranslate();
}

QLabel* AdvisorQuestion::addName(QGridLayout* grid, QWidget* buddy, int row)
{
    auto* name = new QLabel(this);
    name->setBuddy(buddy);
    grid->addWidget(name, row, 0);
    return name;
}

void AdvisorQuestion::addRuntimes(QGridLayout* grid)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    for (const Runtime runtime : {Runtime::python, Runtime::native}) {
        auto* button = new QPushButton(this);
        button->setObjectName(runtime == Runtime::python ? QStringLiteral("advisorPython")
                                                         : QStringLiteral("advisorNative"));
        button->setProperty("role", QStringLiteral("choice"));
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_runtimes->addButton(button, static_cast<int>(runtime));
        line->addWidget(button);
    }
    m_runtimes->button(static_cast<int>(Runtime::python))->setChecked(true);
    m_runtimeHint->setObjectName(QStringLiteral("advisorRuntimeHint"));
    m_runtimeHint->setProperty("role", QStringLiteral("secondary"));
    line->addSpacing(8);
    line->addWidget(m_runtimeHint, 1);
    m_runtimeName = addName(grid, m_runtimes->button(static_cast<int>(Runtime::python)), 0);
    grid->addLayout(line, 0, 1);
    connect(m_runtimes, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (!checked)
            return;
        tellRuntime();
        Q_EMIT changed();
    });
}

void AdvisorQuestion::addDescription(QGridLayout* grid)
{
    m_description = new QLineEdit(this);
    m_description->setObjectName(QStringLiteral("advisorDescription"));
    m_description->setClearButtonEnabled(true);
    grid->setRowMinimumHeight(1, 4);
    m_descriptionName = addName(grid, m_description, 2);
    grid->addWidget(m_description, 2, 1);
    addField(grid, "/description", m_description, 3);
}

void AdvisorQuestion::addExamples(QGridLayout* grid)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    for (std::size_t i = 0; i < examples.size(); ++i) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("advisorExample_%1").arg(i));
        button->setProperty("role", QStringLiteral("chip"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { useExample(i); });
        line->addWidget(button);
        m_examples.push_back(button);
    }
    line->addStretch(1);
    m_examplesName = addName(grid, nullptr, 4);
    m_examplesName->setProperty("role", QStringLiteral("secondary"));
    grid->addLayout(line, 4, 1);
    grid->setRowMinimumHeight(5, 4);
}

void AdvisorQuestion::addFigures(QGridLayout* grid)
{
    m_duration = new QLineEdit(this);
    m_unit = new QComboBox(this);
    m_data = new QComboBox(this);
    m_duration->setObjectName(QStringLiteral("advisorDuration"));
    m_unit->setObjectName(QStringLiteral("advisorUnit"));
    m_data->setObjectName(QStringLiteral("advisorData"));
    for (std::size_t i = 0; i < unitSeconds.size(); ++i)
        m_unit->addItem(QString());
    for (std::size_t i = 0; i <= analysis::dataSizeNames.size(); ++i) // and nothing said
        m_data->addItem(QString());
    for (QComboBox* box : {m_unit, m_data}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setFocusPolicy(Qt::StrongFocus);
    }
    m_dataName->setBuddy(m_data);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_duration);
    line->addWidget(m_unit);
    line->addSpacing(24);
    line->addWidget(m_dataName);
    line->addSpacing(8);
    line->addWidget(m_data);
    line->addStretch(1);
    m_durationName = addName(grid, m_duration, 6);
    grid->addLayout(line, 6, 1);
    addField(grid, "/duration", m_duration, 7);
}

void AdvisorQuestion::addField(QGridLayout* grid, const char* pointer, QWidget* input, int row)
{
    QLabel* problem = addProblem(this, input->objectName() + QStringLiteral("Problem"));
    grid->addWidget(problem, row, 1);
    m_fields.push_back({pointer, input, problem});
}

bool AdvisorQuestion::isEmpty() const
{
    return m_description->text().trimmed().isEmpty();
}

Runtime AdvisorQuestion::runtime() const
{
    return static_cast<Runtime>(m_runtimes->checkedId());
}

analysis::AdviceQuestion AdvisorQuestion::question() const
{
    analysis::AdviceQuestion question;
    question.description = m_description->text().simplified().toStdString();
    question.runtime = runtime();
    question.cores = m_cores;
    if (!m_figure && !m_duration->text().trimmed().isEmpty())
        throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a number"), {"duration"}),
                          "/duration");
    if (m_figure)
        question.durationSeconds = *m_figure * unitSeconds[static_cast<std::size_t>(m_unit->currentIndex())];
    if (m_data->currentIndex() > 0)
        question.data = static_cast<DataSize>(m_data->currentIndex() - 1);
    return question;
}

void AdvisorQuestion::setProblem(const core::Error* problem)
{
    for (const Field& field : m_fields) {
        const bool here = problem && problem->place() == field.pointer;
        field.problem->setText(here ? session::sentenceText(problem->message()) : QString());
        field.problem->setVisible(here);
        if (field.input->property("wrong").toBool() == here)
            continue;
        field.input->setProperty("wrong", here);
        field.input->style()->unpolish(field.input);
        field.input->style()->polish(field.input);
    }
}

void AdvisorQuestion::focusDescription()
{
    m_description->setFocus();
    m_description->selectAll();
}

void AdvisorQuestion::useExample(std::size_t index)
{
    const Example& example = examples[index];
    {
        const QSignalBlocker noUnit(m_unit); // one change, not three
        const QSignalBlocker noData(m_data);
        m_description->setText(tr(example.description));
        setFigure(example.seconds);
        m_unit->setCurrentIndex(0);
        m_data->setCurrentIndex(static_cast<int>(example.data) + 1);
    }
    m_pause.stop();
    Q_EMIT changed();
}

void AdvisorQuestion::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdvisorQuestion::retranslate()
{
    m_runtimeName->setText(tr("Runtime"));
    QAbstractButton* python = m_runtimes->button(static_cast<int>(Runtime::python));
    QAbstractButton* native = m_runtimes->button(static_cast<int>(Runtime::native));
    python->setText(tr("Python"));
    python->setToolTip(tr("CPython, which the lesson speaks of"));
    native->setText(tr("Native code"));
    native->setToolTip(tr("C, C++, Rust, Go: compiled, and without a lock around it"));
    m_descriptionName->setText(tr("Your work"));
    m_description->setPlaceholderText(tr("In a sentence: what has to be done, how often, to what"));
    m_description->setAccessibleName(tr("Your work, in a sentence"));
    m_description->setWhatsThis(helpText(m_descriptionName->text(),
                                         tr("In your own words, English or German. Words such as download or "
                                            "calculate tell what takes the time.")));
    m_examplesName->setText(tr("For example"));
    for (std::size_t i = 0; i < examples.size(); ++i) {
        m_examples[i]->setText(tr(examples[i].name));
        m_examples[i]->setToolTip(tr(examples[i].description));
        m_examples[i]->setAccessibleName(tr("Example: %1").arg(tr(examples[i].description)));
    }
    m_durationName->setText(tr("All of it takes"));
    m_duration->setPlaceholderText(tr("not said"));
    m_duration->setFixedWidth(std::max(
        figureWidth, m_duration->fontMetrics().horizontalAdvance(m_duration->placeholderText()) + frame));
    m_duration->setAccessibleName(tr("How long all of it takes"));
    m_duration->setWhatsThis(
        helpText(m_durationName->text(), tr("All tasks together, done one after the other. Below 0.1 s it is "
                                            "not worth starting workers.")));
    m_unit->setAccessibleName(tr("Unit of the time"));
    m_unit->setWhatsThis(m_duration->whatsThis());
    m_unit->setItemText(0, tr("seconds"));
    m_unit->setItemText(1, tr("minutes"));
    m_unit->setItemText(2, tr("hours"));
    m_dataName->setText(tr("Data of a task"));
    m_data->setAccessibleName(tr("How much data a task gets"));
    m_data->setWhatsThis(
        helpText(m_dataName->text(), tr("What each task is given. Where it is large, copying "
                                        "it to a process costs more than it gains.")));
    m_data->setItemText(0, tr("not said"));
    m_data->setItemText(1, tr("tiny"));
    m_data->setItemText(2, tr("small"));
    m_data->setItemText(3, tr("medium"));
    m_data->setItemText(4, tr("large"));
    for (QAbstractButton* button : {python, native})
        button->setWhatsThis(helpText(button->text(), button->toolTip()));
    for (QPushButton* button : m_examples)
        button->setWhatsThis(helpText(button->text(), button->toolTip()));
    if (m_figure)
        setFigure(*m_figure); // with the decimal sign of the language
    tellRuntime();
}

void AdvisorQuestion::setFigure(double figure)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    m_duration->setText(locale.toString(figure, 'g', QLocale::FloatingPointShortest));
}

void AdvisorQuestion::tellRuntime()
{
    m_runtimeHint->setText(runtime() == Runtime::python
                               ? tr("One thread computes at a time, because of Python's lock.")
                               : tr("Threads compute side by side."));
}

} // namespace overlap::gui
