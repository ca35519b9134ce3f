// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/message_text.h"

#include <QCoreApplication>

namespace overlap::session {

QString messageText(const core::Message& message)
{
    // One pass over the translated pattern: arguments may contain %1 themselves.
    return QString::fromStdString(message.substituted(translatedText("Messages", message.id).toStdString()));
}

QString errorText(const core::Error& error)
{
    const QString place = QString::fromStdString(error.place());
    const QString sentence = messageText(error.message());
    return place.isEmpty() || sentence.contains(place) ? sentence : place + QStringLiteral(": ") + sentence;
}

QString translatedText(const char* context, const std::string& source)
{
    return source.empty() ? QString() : QCoreApplication::translate(context, source.c_str());
}

} // namespace overlap::session
