// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advisor_crossover.h"

#include "charts/crossover_chart.h"
#include "core/crossover.h"
#include "core/sweep.h"
#include "gui/help_text.h"
#include "gui/page_parts.h"
#include "session/experiment_draft.h"
#include "session/measuring.h"
#include "session/message_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <cmath>

namespace overlap::gui {

using core::Parameter;
using core::ParameterKind;

namespace {

bool isNumber(ParameterKind kind)
{
    return kind == ParameterKind::integer || kind == ParameterKind::number ||
           kind == ParameterKind::seconds || kind == ParameterKind::bytes;
}

template <class Widget>
Widget* named(Widget* widget, const char* name)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

AdvisorCrossover::AdvisorCrossover(session::CrossoverCheck& check, const session::ExperimentDraft& draft,
                                   QWidget* parent)
    : QWidget(parent)
    , m_check(check)
    , m_draft(draft)
    , m_headline(addPageLabel(this, QStringLiteral("crossoverHeadline"), "cardTitle"))
    , m_details(addPageLabel(this, QStringLiteral("crossoverDetails"), "secondary"))
    , m_overLabel(new QLabel(this))
    , m_over(named(new QComboBox(this), "crossoverOver"))
    , m_fromLabel(new QLabel(this))
    , m_from(named(new QLineEdit(this), "crossoverFrom"))
    , m_toLabel(new QLabel(this))
    , m_to(named(new QLineEdit(this), "crossoverTo"))
    , m_betweenLabel(new QLabel(this))
    , m_first(named(new QComboBox(this), "crossoverFirst"))
    , m_andLabel(new QLabel(this))
    , m_second(named(new QComboBox(this), "crossoverSecond"))
    , m_problem(addPageLabel(this, QStringLiteral("crossoverProblem"), "problem"))
    , m_chart(named(new charts::CrossoverChart(this), "crossoverChart"))
    , m_hint(addPageLabel(this, QStringLiteral("crossoverHint"), "secondary"))
    , m_measure(addPageButton(this, QStringLiteral("crossoverStart")))
    , m_stop(addPageButton(this, QStringLiteral("crossoverStop")))
    , m_bar(named(new QProgressBar(this), "crossoverBar"))
{
    setObjectName(QStringLiteral("advisorCrossover"));
    layOut();
    connect(m_over, &QComboBox::activated, this, &AdvisorCrossover::proposeRange);
    for (QLineEdit* line : {m_from, m_to})
        connect(line, &QLineEdit::textChanged, this, &AdvisorCrossover::refresh);
    for (QComboBox* box : {m_first, m_second})
        connect(box, &QComboBox::currentIndexChanged, this, &AdvisorCrossover::refresh);
    connect(m_measure, &QPushButton::clicked, this, &AdvisorCrossover::start);
    connect(m_stop, &QPushButton::clicked, &check, &session::CrossoverCheck::stop);
    connect(&check, &session::CrossoverCheck::progressed, this, [this](int done, int of) {
        m_bar->setRange(0, of);
        m_bar->setValue(done);
    });
    connect(&check, &session::CrossoverCheck::grown, this, &AdvisorCrossover::show);
    connect(&check, &session::CrossoverCheck::finished, this,
            [this](const session::CrossoverCheck::Report& report) {
                m_ended = true;
                show(report);
            });
    connect(&check, &session::CrossoverCheck::refused, this, [this](const core::Error& reason) {
        m_refusal = reason;
        refresh();
    });
    connect(&check, &session::CrossoverCheck::runningChanged, this, &AdvisorCrossover::refresh);
    connect(&draft, &session::ExperimentDraft::loaded, this, &AdvisorCrossover::fillChoices);
    connect(&draft, &session::ExperimentDraft::changed, this, &AdvisorCrossover::fillChoices);
    retranslate();
}

void AdvisorCrossover::layOut()
{
    m_from->setFixedWidth(110);
    m_to->setFixedWidth(110);
    m_measure->setProperty("role", QStringLiteral("accent"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addSpacing(4);
    const auto addRow = [column](std::initializer_list<std::pair<QLabel*, QWidget*>> fields) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        for (const auto& [label, field] : fields) {
            label->setBuddy(field);
            label->setProperty("role", QStringLiteral("secondary"));
            row->addWidget(label);
            row->addWidget(field);
            row->addSpacing(8);
        }
        row->addStretch(1);
        column->addLayout(row);
    };
    addRow({{m_overLabel, m_over}, {m_fromLabel, m_from}, {m_toLabel, m_to}});
    addRow({{m_betweenLabel, m_first}, {m_andLabel, m_second}});
    column->addWidget(m_problem);
    column->addSpacing(4);
    column->addWidget(m_chart, 1);
    column->addWidget(m_hint);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_measure);
    foot->addWidget(m_stop);
    foot->addSpacing(8);
    foot->addWidget(m_bar);
    foot->addStretch(1);
    column->addLayout(foot);
}

void AdvisorCrossover::setTheme(const charts::Theme& theme)
{
    m_chart->setTheme(theme);
}

void AdvisorCrossover::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdvisorCrossover::retranslate()
{
    m_headline->setText(tr("Where does one overtake the other?"));
    m_overLabel->setText(tr("Vary"));
    m_fromLabel->setText(tr("from"));
    m_toLabel->setText(tr("to"));
    m_betweenLabel->setText(tr("Between"));
    m_andLabel->setText(tr("and"));
    m_over->setAccessibleName(tr("What varies"));
    m_from->setAccessibleName(tr("Lower end of the range"));
    m_to->setAccessibleName(tr("Upper end of the range"));
    m_first->setAccessibleName(tr("The one strategy"));
    m_second->setAccessibleName(tr("The other strategy"));
    const QString help =
        helpText(tr("Crossover"),
                 tr("Measures the ends of the range and halves it where the faster one changes: at most ten "
                    "values, ten blocks each. On the command line: %1")
                     .arg(QStringLiteral("overlap-cli crossover")));
    for (QWidget* field :
         {static_cast<QWidget*>(m_over), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
          static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second), static_cast<QWidget*>(m_measure)})
        field->setWhatsThis(help);
    m_measure->setText(tr("Seek it with real runs"));
    m_measure->setToolTip(tr("At most ten values of the range, ten blocks each"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop and keep what is measured"));
    m_bar->setAccessibleName(tr("Progress"));
    m_chart->setEmptyHint(tr("Where one strategy overtakes the other appears here, value by value."));
    m_filled.clear();
    fillChoices();
}

QString AdvisorCrossover::whyOthersWait()
{
    return tr(
        "A crossover is being sought. Experiments wait until that has ended: measuring both at once would "
        "spoil both.");
}

void AdvisorCrossover::setHeldUp(const QString& why)
{
    m_heldUp = why;
    refresh();
}

/// What there is to choose from, where it has changed; what was chosen stays where it is still there.
void AdvisorCrossover::fillChoices()
{
    const core::Experiment& experiment = m_draft.experiment();
    const auto chosenFirst = core::crossoverStrategies(experiment.strategies, m_draft.catalogue());
    std::string key = experiment.workload;
    for (const session::Choice& choice : m_draft.choices())
        key += ' ' + choice.strategy.text();
    if (key != m_filled) {
        const bool sameWork = m_filled.starts_with(experiment.workload + ' ');
        m_filled = key;
        const QString over = m_over->currentData().toString();
        const QSignalBlocker blockers[] = {QSignalBlocker(m_over), QSignalBlocker(m_first),
                                           QSignalBlocker(m_second)};
        m_over->clear();
        for (const Parameter& parameter : m_draft.workload().parameters) {
            if (isNumber(parameter.kind))
                m_over->addItem(session::translatedText("Workloads", parameter.title),
                                QString::fromStdString(parameter.name));
        }
        const QString texts[] = {m_first->currentText(), m_second->currentText()};
        QComboBox* const boxes[] = {m_first, m_second};
        for (std::size_t i = 0; i < 2; ++i) {
            boxes[i]->clear();
            for (const session::Choice& choice : m_draft.choices())
                boxes[i]->addItem(QString::fromStdString(choice.strategy.text()));
            const QString usual = i < chosenFirst.size() ? QString::fromStdString(chosenFirst[i]) : QString();
            const int before = sameWork ? boxes[i]->findText(texts[i]) : -1;
            boxes[i]->setCurrentIndex(std::max(0, before >= 0 ? before : boxes[i]->findText(usual)));
        }
        m_over->setCurrentIndex(std::max(0, sameWork ? m_over->findData(over) : 0));
        if (!sameWork)
            proposeRange();
    }
    refresh();
}

/// A hundredth of what it is to ten times as much, or to what it is where the work refuses more.
void AdvisorCrossover::proposeRange()
{
    const std::string name = m_over->currentData().toString().toStdString();
    const auto& parameters = m_draft.workload().parameters;
    const auto parameter = std::ranges::find(parameters, name, &Parameter::name);
    const core::Value* const now = m_draft.experiment().parameters.find(name);
    if (parameter == parameters.end() || !now || !now->isNumber())
        return;
    const bool whole = parameter->kind == ParameterKind::integer || parameter->kind == ParameterKind::bytes;
    const auto text = [&](double number) {
        const double inside = std::clamp(number, parameter->minimum, parameter->maximum);
        return QString::fromStdString(core::sweepValueText(
            whole ? core::Value(static_cast<std::int64_t>(std::llround(inside))) : core::Value(inside)));
    };
    m_from->setText(text(now->asNumber() / 100));
    m_to->setText(text(now->asNumber() * 10));
    std::vector<core::Problem> problems;
    core::Experiment experiment = asked();
    core::validateCrossover(experiment, m_draft.catalogue(), m_draft.cores(), problems);
    if (!problems.empty())
        m_to->setText(text(now->asNumber()));
    refresh();
}

core::Experiment AdvisorCrossover::asked() const
{
    core::Experiment experiment = session::forMeasuring(m_draft.experiment());
    std::string range = (m_over->currentData().toString() + QLatin1Char('=') + m_from->text() +
                         QLatin1Char(',') + m_to->text())
                            .toStdString();
    std::erase(range, ' ');
    experiment.sweep = core::sweepFromText(std::string(core::overWorkload) + range);
    experiment.strategies = {m_first->currentText().toStdString(), m_second->currentText().toStdString()};
    experiment.expect.clear();
    experiment.precision.reset();
    return experiment;
}

void AdvisorCrossover::start()
{
    m_report.reset();
    m_refusal.reset();
    m_ended = false;
    m_chart->setContent({});
    m_bar->setRange(0, 0);
    m_measured = asked();
    m_check.start(m_measured);
    refresh();
    m_stop->setFocus();
}

void AdvisorCrossover::show(const session::CrossoverCheck::Report& report)
{
    m_report = report;
    charts::CrossoverContent content = charts::crossoverContentOf(*report);
    if (const int place = m_over->findData(content.xTitle); place >= 0)
        content.xTitle = m_over->itemText(place);
    if (m_ended)
        content.finding = session::sentenceText(report->sentence);
    QStringList caption;
    for (const core::Message& hint : report->hints)
        caption << session::sentenceText(hint);
    content.caption = caption.join(QLatin1Char(' '));
    m_chart->setContent(std::move(content));
    refresh();
}

void AdvisorCrossover::refresh()
{
    const bool running = m_check.running();
    const bool focusGoes = m_stop->hasFocus() && !running;
    QString problem;
    std::vector<core::Problem> problems;
    core::Experiment experiment = asked();
    core::validateCrossover(experiment, m_draft.catalogue(), m_draft.cores(), problems);
    if (!problems.empty())
        problem = session::sentenceText(problems.front().message);
    if (m_over->count() == 0)
        problem = tr("This work has no figure that could vary.");
    m_problem->setText(running ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_details->setText(
        m_refusal ? session::errorText(*m_refusal)
        : running ? tr("Each value that is tried is an experiment of its own: both strategies in ten blocks.")
                  : tr("“%1”: one figure of the work varies; found by halving the range, with real runs.")
                        .arg(session::translatedText("Experiments", m_draft.experiment().title)));
    m_hint->setText(running ? whyOthersWait() : m_heldUp);
    m_hint->setVisible(!m_hint->text().isEmpty());
    for (QWidget* field :
         {static_cast<QWidget*>(m_over), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
          static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second)})
        field->setEnabled(!running);
    m_measure->setVisible(!running);
    m_measure->setEnabled(problem.isEmpty() && m_heldUp.isEmpty());
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    if (focusGoes)
        m_measure->setFocus();
}

} // namespace overlap::gui
