// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage_fields.h"

#include "gui/count_field.h"
#include "gui/help_text.h"
#include "gui/number_field.h"
#include "session/message_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace overlap::gui {

StageFields::StageFields(const core::StrategyDescriptor& descriptor,
                         const std::vector<core::StageInfo>& stages, int row, QWidget* parent)
    : QWidget(parent)
    , m_descriptor(descriptor)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(24, 0, 0, 4); // under the name, which stands behind its box
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    for (const core::Parameter& option : descriptor.options) {
        if (option.perStage)
            m_options.push_back({&option, {}});
    }
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        const QString name = session::translatedText("Workloads", stages[stage].name);
        auto* label = new QLabel(name, this);
        label->setProperty("role", QStringLiteral("secondary"));
        label->setWhatsThis(strategyHelp(descriptor));
        grid->addWidget(label, static_cast<int>(stage), 0);
        addCount(name, stage, row, *grid);
        label->setBuddy(m_counts.back()->spinBox());
        int column = 2;
        for (Option& option : m_options) {
            auto* title = new QLabel(session::translatedText("Strategies", option.parameter->title), this);
            title->setProperty("role", QStringLiteral("secondary"));
            title->setWhatsThis(optionHelp(descriptor, *option.parameter));
            grid->addWidget(title, static_cast<int>(stage), column);
            addOption(*option.parameter, name, stage, row, *grid, column + 1);
            title->setBuddy(option.fields.back());
            column += 2;
        }
        grid->setColumnStretch(column, 1);
    }
}

void StageFields::addCount(const QString& stage, std::size_t index, int row, QGridLayout& grid)
{
    auto* count = new CountField(this);
    count->setFixedWidth(86);
    count->setRange(1, m_descriptor.maximumCount);
    QSpinBox* box = count->spinBox();
    box->setObjectName(QStringLiteral("workers_%1_%2").arg(row).arg(index));
    box->setAccessibleName(tr("Workers of %1").arg(stage));
    box->setToolTip(tr("Number of workers"));
    box->setProperty("edits", true);
    count->setWhatsThis(strategyHelp(m_descriptor));
    connect(count, &CountField::valueChanged, this,
            [this, index](int number) { Q_EMIT workersChanged(index, number); });
    grid.addWidget(count, static_cast<int>(index), 1);
    m_counts.push_back(count);
}

void StageFields::addOption(const core::Parameter& option, const QString& stage, std::size_t index, int row,
                            QGridLayout& grid, int column)
{
    auto* field = new WholeField(this);
    field->setStepRange(static_cast<int>(option.minimum), static_cast<int>(option.maximum));
    field->setRange(0, 1'000'000'000);
    field->setObjectName(
        QStringLiteral("option_%1_%2_%3").arg(row).arg(QString::fromStdString(option.name)).arg(index));
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setFixedWidth(60);
    field->setAccessibleName(tr("%1 of %2").arg(session::translatedText("Strategies", option.title), stage));
    field->setToolTip(session::translatedText("Strategies", option.help));
    field->setWhatsThis(optionHelp(m_descriptor, option));
    field->setProperty("edits", true);
    Option& all = *std::ranges::find(m_options, &option, &Option::parameter);
    all.fields.push_back(field);
    connect(field, &WholeField::valueChanged, this, [this, place = &all - m_options.data()] {
        core::Value values = core::Value::array();
        for (const WholeField* each : m_options[static_cast<std::size_t>(place)].fields)
            values.append(each->value());
        Q_EMIT optionChanged(m_options[static_cast<std::size_t>(place)].parameter->name, values);
    });
    grid.addWidget(field, static_cast<int>(index), column);
}

void StageFields::setStrategy(const core::Strategy& strategy)
{
    for (std::size_t i = 0; i < m_counts.size() && i < strategy.counts.size(); ++i) {
        const QSignalBlocker quiet(m_counts[i]);
        m_counts[i]->setValue(strategy.counts[i]);
    }
    for (const Option& option : m_options) {
        const core::Value values = strategy.option(m_descriptor, option.parameter->name);
        for (std::size_t i = 0; i < option.fields.size() && i < values.asArray().size(); ++i) {
            const QSignalBlocker quiet(option.fields[i]);
            option.fields[i]->setValue(static_cast<int>(values.asArray()[i].asInteger()));
        }
    }
}

} // namespace overlap::gui
