// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help_text.h"

#include "core/text.h"
#include "session/message_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace overlap::gui {

using core::ParameterKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(overlap::gui::HelpText)
};

QString numberText(double number)
{
    QLocale plain;
    return plain.toString(number, 'g', 12);
}

QString rangeText(const core::Parameter& parameter)
{
    switch (parameter.kind) {
    case ParameterKind::integer:
    case ParameterKind::number:
        return Words::tr("From %1 to %2.").arg(numberText(parameter.minimum), numberText(parameter.maximum));
    case ParameterKind::seconds:
        return Words::tr("From %1 to %2 seconds.")
            .arg(numberText(parameter.minimum), numberText(parameter.maximum));
    case ParameterKind::bytes:
        return Words::tr("From %1 to %2 bytes.")
            .arg(numberText(parameter.minimum), numberText(parameter.maximum));
    case ParameterKind::choice: {
        QStringList choices;
        for (const std::string& choice : parameter.choices)
            choices << session::translatedText("Choices", choice);
        return Words::tr("One of: %1.").arg(choices.join(QStringLiteral(", ")));
    }
    case ParameterKind::textList:
        return Words::tr("One on each line, at most %1.").arg(numberText(parameter.maximum));
    case ParameterKind::text:
        return Words::tr("At most %1 characters.").arg(numberText(parameter.maximum));
    case ParameterKind::boolean:
    case ParameterKind::folder:
        break;
    }
    return {};
}

} // namespace

QString helpText(const QString& title, const QString& sentence)
{
    return QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), sentence.toHtmlEscaped());
}

QString parameterHelp(const core::Parameter& parameter)
{
    QStringList sentences{session::translatedText("Workloads", parameter.help), rangeText(parameter)};
    const std::string written = core::parameterToText(parameter, parameter.defaultValue);
    const QString usual = parameter.kind == ParameterKind::choice
                              ? session::translatedText("Choices", written)
                              : QString::fromStdString(written);
    if (!usual.isEmpty())
        sentences << Words::tr("Default: %1.").arg(usual);
    sentences << Words::tr("On the command line: %1")
                     .arg(QStringLiteral("--set %1=…").arg(QString::fromStdString(parameter.name)));
    sentences.removeAll(QString());
    return helpText(session::translatedText("Workloads", parameter.title), sentences.join(QLatin1Char(' ')));
}

namespace {

/// As one may write it; of three stages where it has a number for each.
core::Strategy exampleOf(const core::StrategyDescriptor& descriptor)
{
    core::Strategy strategy{.name = descriptor.name,
                            .runtime = descriptor.runtime,
                            .counts = {},
                            .options = {},
                            .countsWorkers = descriptor.countsWorkers};
    if (descriptor.counts != core::CountShape::none)
        strategy.counts.assign(descriptor.counts == core::CountShape::perStage ? 3 : 1,
                               descriptor.defaultCount);
    return strategy;
}

/// Any other value than the default, which is not written.
core::Value otherValue(const core::Parameter& option)
{
    const double usual = option.defaultValue.asNumber();
    if (option.kind == ParameterKind::seconds)
        return {usual == 0 ? 2.0 : 4 * usual};
    return {usual == 0 ? std::int64_t{5} : 4 * option.defaultValue.asInteger()};
}

} // namespace

QString strategyHelp(const core::StrategyDescriptor& descriptor)
{
    const QString written = QString::fromStdString(exampleOf(descriptor).text());
    return helpText(QString::fromStdString(descriptor.name) + QStringLiteral(" – ") +
                        session::translatedText("Strategies", descriptor.title),
                    session::translatedText("Strategies", descriptor.help) + QLatin1Char(' ') +
                        Words::tr("In files and on the command line: %1").arg(written));
}

QString optionHelp(const core::StrategyDescriptor& descriptor, const core::Parameter& option)
{
    core::Strategy strategy = exampleOf(descriptor);
    const core::Value other = otherValue(option);
    strategy.setOption(descriptor, option.name,
                       option.perStage ? core::Value(core::Value::Array(strategy.counts.size(), other))
                                       : other);
    return helpText(
        session::translatedText("Strategies", option.title),
        session::translatedText("Strategies", option.help) + QLatin1Char(' ') +
            Words::tr("In files and on the command line: %1").arg(QString::fromStdString(strategy.text())));
}

} // namespace overlap::gui
