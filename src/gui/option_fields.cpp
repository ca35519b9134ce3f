// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/option_fields.h"

#include "gui/help_text.h"
#include "gui/number_field.h"
#include "session/message_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace overlap::gui {

namespace {

constexpr double millisecondsPerSecond = 1000;

bool isDuration(const core::Parameter& option)
{
    return option.kind == core::ParameterKind::seconds;
}

} // namespace

OptionFields::OptionFields(const core::StrategyDescriptor& descriptor, int row, QWidget* parent)
    : QWidget(parent)
    , m_descriptor(descriptor)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 0, 4); // under the name, which stands behind its box
    layout->setSpacing(8);
    for (const core::Parameter& option : descriptor.options) {
        if (!option.perStage)
            addField(option, row);
    }
    layout->addStretch(1);
}

void OptionFields::addField(const core::Parameter& option, int row)
{
    const QString title = session::translatedText("Strategies", option.title);
    auto* label = new QLabel(title, this);
    label->setProperty("role", QStringLiteral("secondary"));
    QAbstractSpinBox* field = nullptr;
    if (isDuration(option)) {
        auto* number = new NumberField(this);
        number->setDecimals(3);
        number->setStepRange(option.minimum * millisecondsPerSecond, option.maximum * millisecondsPerSecond);
        number->setRange(0, 1e9);
        number->setSuffix(tr(" ms"));
        connect(number, &NumberField::valueChanged, this, [this, key = option.name](double milliseconds) {
            Q_EMIT optionChanged(key, core::Value(milliseconds / millisecondsPerSecond));
        });
        field = number;
    } else {
        auto* whole = new WholeField(this);
        whole->setStepRange(static_cast<int>(option.minimum), static_cast<int>(option.maximum));
        whole->setRange(0, 1'000'000'000);
        connect(whole, &WholeField::valueChanged, this,
                [this, key = option.name](int value) { Q_EMIT optionChanged(key, core::Value(value)); });
        field = whole;
    }
    field->setObjectName(QStringLiteral("option_%1_%2").arg(row).arg(QString::fromStdString(option.name)));
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setFixedWidth(isDuration(option) ? 84 : 60);
    field->setAccessibleName(title);
    field->setToolTip(session::translatedText("Strategies", option.help));
    const QString help = optionHelp(m_descriptor, option);
    field->setWhatsThis(help);
    label->setWhatsThis(help);
    label->setBuddy(field);
    field->setProperty("edits", true);
    layout()->addWidget(label);
    layout()->addWidget(field);
    m_fields.push_back({&option, field});
}

void OptionFields::setStrategy(const core::Strategy& strategy)
{
    for (const auto& [option, editor] : m_fields) {
        const core::Value value = strategy.option(m_descriptor, option->name);
        const QSignalBlocker quiet(editor);
        if (auto* number = qobject_cast<NumberField*>(editor))
            number->setValue(value.asNumber() * millisecondsPerSecond);
        else
            static_cast<WholeField*>(editor)->setValue(static_cast<int>(value.asInteger()));
    }
}

} // namespace overlap::gui
