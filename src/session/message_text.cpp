// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace overlap::session {

QString messageText(const core::Message& message)
{
    core::Message local = message;
    for (core::Argument& argument : local.arguments) {
        if (argument.figure)
            argument.text = figureText(core::Figure(argument.text)).toStdString();
        else if (argument.context == "Lanes")
            argument.text = laneText(argument.text).toStdString();
        else if (!argument.context.empty())
            argument.text = translatedText(argument.context.c_str(), argument.text).toStdString();
    }
    // One pass over the translated pattern: arguments may contain %1 themselves.
    return QString::fromStdString(local.substituted(translatedText("Messages", message.id).toStdString()));
}

QString sentenceText(const core::Message& message)
{
    QString text = messageText(message);
    const QString pattern = translatedText("Messages", message.id);
    if (!pattern.isEmpty() && pattern.front().isLower())
        text.replace(0, 1, QLocale().toUpper(text.first(1)));
    return text;
}

QString errorText(const core::Error& error)
{
    const QString place = QString::fromStdString(error.place());
    const QString sentence = messageText(error.message());
    return place.isEmpty() || sentence.contains(place) ? sentenceText(error.message())
                                                       : place + QStringLiteral(": ") + sentence;
}

QString translatedText(const char* context, const std::string& source)
{
    return source.empty() ? QString() : QCoreApplication::translate(context, source.c_str());
}

QString numberedText(const char* context, std::string_view name)
{
    const std::size_t space = name.rfind(' ');
    const bool numbered = space != std::string_view::npos && space + 1 < name.size() &&
                          name.find('%') == std::string_view::npos &&
                          std::all_of(name.begin() + static_cast<std::ptrdiff_t>(space) + 1, name.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
    if (!numbered)
        return translatedText(context, std::string(name));
    const core::Message parts(std::string(name.substr(0, space)) + " %1",
                              {std::string(name.substr(space + 1))});
    return QString::fromStdString(parts.substituted(translatedText(context, parts.id).toStdString()));
}

QString laneText(std::string_view name)
{
    const QString own = numberedText("Lanes", name);
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos ||
        own != QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))
        return own;
    // A worker of a stage is called like the stage.
    return translatedText("Workloads", std::string(name.substr(0, space))) +
           QString::fromUtf8(name.data() + space, static_cast<qsizetype>(name.size() - space));
}

QString figureText(const core::Figure& figure)
{
    const QLocale locale;
    return QString::fromStdString(figure)
        .replace(QLatin1Char('.'), locale.decimalPoint())
        .replace(QChar(0x202F), locale.groupSeparator());
}

} // namespace overlap::session
