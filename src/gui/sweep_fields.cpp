// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweep_fields.h"

#include "core/sweep.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <set>

namespace overlap::gui {

using core::Parameter;
using core::ParameterKind;
using core::Value;

namespace {

bool isNumber(ParameterKind kind)
{
    return kind == ParameterKind::integer || kind == ParameterKind::number ||
           kind == ParameterKind::seconds || kind == ParameterKind::bytes;
}

/// Half, as it is, twice and four times, within what is allowed.
std::vector<double> around(const Parameter& parameter, double now)
{
    const bool whole = parameter.kind == ParameterKind::integer || parameter.kind == ParameterKind::bytes;
    std::set<double> values;
    for (const double factor : {0.5, 1.0, 2.0, 4.0}) {
        const double exact = now * factor;
        values.insert(std::clamp(whole ? std::round(exact) : exact, parameter.minimum, parameter.maximum));
    }
    return {values.begin(), values.end()};
}

/// As the parameter's kind writes them.
std::vector<Value> valuesOf(const Parameter& parameter, const std::vector<double>& numbers, bool ofStrategy)
{
    std::vector<Value> values;
    for (const double number : numbers) {
        if (ofStrategy && parameter.kind == ParameterKind::seconds)
            values.emplace_back(core::secondsToText(number));
        else if (parameter.kind == ParameterKind::integer || parameter.kind == ParameterKind::bytes)
            values.emplace_back(static_cast<std::int64_t>(number));
        else
            values.emplace_back(number);
    }
    return values;
}

/// Powers of two and the number of cores, up to four threads for each core.
std::vector<Value> proposedWorkers(int cores)
{
    std::set<int> counts{cores};
    for (int count = 1; count <= 4 * cores; count *= 2)
        counts.insert(count);
    return {counts.begin(), counts.end()};
}

QString valuesText(const std::vector<Value>& values)
{
    QStringList texts;
    for (const Value& value : values)
        texts << QString::fromStdString(core::sweepValueText(value));
    return texts.join(QStringLiteral(", "));
}

} // namespace

SweepFields::SweepFields(QWidget* parent)
    : QWidget(parent)
    , m_overLabel(new QLabel(this))
    , m_over(new QComboBox(this))
    , m_valuesLabel(new QLabel(this))
    , m_values(new QLineEdit(this))
    , m_about(new QLabel(this))
    , m_problem(new QLabel(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_overLabel, 0, 0);
    grid->addWidget(m_over, 0, 1);
    grid->addWidget(m_valuesLabel, 1, 0);
    grid->addWidget(m_values, 1, 1);
    grid->addWidget(m_about, 2, 0, 1, 2);
    grid->addWidget(m_problem, 3, 0, 1, 2);
    m_over->setObjectName(QStringLiteral("sweepOver"));
    m_values->setObjectName(QStringLiteral("sweepValues"));
    m_over->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_over->setMinimumContentsLength(8);
    m_overLabel->setBuddy(m_over);
    m_valuesLabel->setBuddy(m_values);
    m_over->setProperty("edits", true);
    m_values->setProperty("edits", true);
    m_about->setProperty("role", QStringLiteral("secondary"));
    m_about->setWordWrap(true);
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    connect(m_over, &QComboBox::activated, this, &SweepFields::chooseTarget);
    connect(m_values, &QLineEdit::textEdited, this, &SweepFields::readValues);
    retranslate();
}

void SweepFields::setDraft(session::ExperimentDraft* draft)
{
    m_draft = draft;
    connect(draft, &session::ExperimentDraft::changed, this, &SweepFields::refresh);
    refresh();
}

void SweepFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SweepFields::retranslate()
{
    m_overLabel->setText(tr("Vary"));
    m_valuesLabel->setText(tr("Values"));
    m_over->setAccessibleName(tr("What varies"));
    m_values->setAccessibleName(tr("Values of what varies"));
    m_over->setWhatsThis(
        tr("<b>Vary</b><br>Runs everything once for each value of one figure: the number of workers, "
           "an option of the strategies, or a parameter of the work. The chart is under Scaling."));
    m_values->setWhatsThis(
        tr("<b>Values</b><br>Separated by commas, such as 1, 2, 4, 8, or a range of integers, such as 1..8, "
           "and 2..20..3 in steps of three. All of them are mixed in every "
           "block, so that no value has the quiet minute for itself."));
    m_targets.clear();
    refresh();
}

std::vector<SweepFields::Target> SweepFields::targets() const
{
    std::vector<Target> result{{{}, tr("nothing"), {}}};
    const auto add = [&](Target target) {
        const auto known = std::ranges::find(result, target.over, &Target::over);
        if (known == result.end())
            result.push_back(std::move(target));
    };
    for (const session::Choice& choice : m_draft->choices()) {
        const auto& descriptor = *m_draft->catalogue().strategy(choice.strategy.name);
        if (choice.chosen && descriptor.counts == core::CountShape::one)
            add({std::string(core::overWorkers), tr("workers"), proposedWorkers(m_draft->cores())});
    }
    for (const session::Choice& choice : m_draft->choices()) {
        const auto& descriptor = *m_draft->catalogue().strategy(choice.strategy.name);
        if (!choice.chosen)
            continue;
        for (const Parameter& option : descriptor.options) {
            if (!isNumber(option.kind))
                continue;
            const Value now = choice.strategy.option(descriptor, option.name);
            std::vector<Value> proposed =
                valuesOf(option, around(option, now.isNumber() ? now.asNumber() : 2), true);
            add({std::string(core::overStrategy) + option.name,
                 session::translatedText("Strategies", option.title), std::move(proposed)});
        }
    }
    for (const Parameter& parameter : m_draft->workload().parameters) {
        const Value* const now = m_draft->experiment().parameters.find(parameter.name);
        if (isNumber(parameter.kind) && now && now->isNumber())
            add({std::string(core::overWorkload) + parameter.name,
                 session::translatedText("Workloads", parameter.title),
                 valuesOf(parameter, around(parameter, now->asNumber()), false)});
    }
    // What a file varies is shown even where nothing chosen has it; the validator says so.
    if (const auto& sweep = m_draft->experiment().sweep)
        add({sweep->over, QString::fromStdString(sweep->over), sweep->values});
    return result;
}

void SweepFields::refresh()
{
    if (!m_draft || m_draft->experiment().workload.empty())
        return;
    const auto& sweep = m_draft->experiment().sweep;
    if (std::vector<Target> now = targets(); now != m_targets) {
        const QSignalBlocker quiet(m_over);
        m_targets = std::move(now);
        m_over->clear();
        for (const Target& target : m_targets)
            m_over->addItem(target.title);
    }
    const std::string over = sweep ? sweep->over : std::string();
    const auto place = std::ranges::find(m_targets, over, &Target::over) - m_targets.begin();
    m_over->setCurrentIndex(static_cast<int>(place));
    // While somebody types the field is left alone.
    if (sweep && !m_values->hasFocus())
        m_values->setText(valuesText(sweep->values));
    if (!m_values->hasFocus())
        m_values->setCursorPosition(0); // the beginning is to be seen
    QString problem;
    for (const core::Problem& found : m_draft->problems()) {
        if (problem.isEmpty() && found.pointer.starts_with("/sweep"))
            problem = session::sentenceText(found.message);
    }
    const std::size_t runs = m_draft->plan().runs.size();
    m_about->setText(runs == 1 ? tr("One run in all.") : tr("%1 runs in all.").arg(runs));
    m_problem->setText(problem);
    m_valuesLabel->setVisible(sweep.has_value());
    m_values->setVisible(sweep.has_value());
    m_about->setVisible(sweep && problem.isEmpty() && runs > 0);
    m_problem->setVisible(!problem.isEmpty());
}

void SweepFields::chooseTarget(int index)
{
    const Target target = m_targets[static_cast<std::size_t>(index)];
    m_values->clearFocus();
    if (target.over.empty())
        m_draft->setSweep(std::nullopt);
    else
        m_draft->setSweep(core::Sweep{target.over, target.proposed});
}

void SweepFields::readValues()
{
    const auto& sweep = m_draft->experiment().sweep;
    if (!sweep)
        return;
    std::string text = m_values->text().toStdString();
    std::erase(text, ' ');
    m_draft->setSweep(core::sweepFromText(sweep->over + "=" + text));
}

} // namespace overlap::gui
