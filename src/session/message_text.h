// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>

namespace overlap::session {

/// The message in the language of the window (context "Messages").
QString messageText(const core::Message& message);

/// The sentence of an error with its place, once.
QString errorText(const core::Error& error);

/// A text that a Qt-free layer marked for translation, such as a title of a parameter.
QString translatedText(const char* context, const std::string& source);

} // namespace overlap::session
