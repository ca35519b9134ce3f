// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>
#include <string_view>

namespace overlap::session {

// What Qt-free layers say, in the language of the window. Its figures get the decimal sign of QLocale(),
// which Languages sets; files and the command line keep the point.

/// The message in the language of the window (context "Messages").
QString messageText(const core::Message& message);

/// The message where it stands alone: with a capital letter, unless it begins with a name.
QString sentenceText(const core::Message& message);

/// The sentence of an error with its place, once.
QString errorText(const core::Error& error);

/// A text that a Qt-free layer marked for translation, such as a title of a parameter.
QString translatedText(const char* context, const std::string& source);

/// A name that may end in a number: "worker 2", "chunk 1". The number is kept apart, so that the source is
/// "worker %1"; a name that nobody translated stays as it is. Contexts "Lanes" and "Items".
QString numberedText(const char* context, std::string_view name);

/// A lane's English name in the language of the window: the number at its end is kept apart (context
/// "Lanes", and "Workloads" for the names of stages).
QString laneText(std::string_view name);

/// "2.98", "1.04 s" with the decimal sign of the language.
QString figureText(const core::Figure& figure);

} // namespace overlap::session
