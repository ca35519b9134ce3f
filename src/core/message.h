// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/figure.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Marks an English text for translation in layers that do not know Qt. lupdate reads it as
/// QT_TRANSLATE_NOOP.
#define OVERLAP_TR_NOOP(context, text) text

namespace overlap::core {

/// A word of ours within a sentence, such as the name of a stage: English, and translated in its context.
struct Term
{
    std::string context;
    std::string text;
};

/// What takes the place of a %1: a name, an address, a file as it is; a figure, which the window writes with
/// its language's decimal sign; or a term. Never an English word that is no term.
struct Argument
{
    std::string text;
    bool figure = false;
    std::string context = {}; ///< of a term; empty for the others

    Argument(std::string value) : text(std::move(value)) {}          // NOLINT(*-explicit-*)
    Argument(const char* value) : text(value) {}                     // NOLINT(*-explicit-*)
    Argument(Figure value) : text(std::move(value)), figure(true) {} // NOLINT(*-explicit-*)
    Argument(Term term)                                              // NOLINT(*-explicit-*)
        : text(std::move(term.text))
        , context(std::move(term.context))
    {}

    bool operator==(const Argument&) const = default;
};

/// A sentence for people, not yet in anybody's language: the id is the English text with %1 … %9 in the
/// places of the arguments, and at the same time the translation source (context "Messages"). The command
/// line prints english(); the window translates the id.
struct Message
{
    std::string id;
    std::vector<Argument> arguments;

    Message() = default;
    /// Arguments may come from outside: they are kept as printable(), cut after 500 characters.
    explicit Message(std::string text, std::vector<Argument> values = {});

    bool empty() const { return id.empty(); }
    std::string english() const { return substituted(id); }

    /// `pattern` (a translation of the id) with the arguments in place.
    std::string substituted(std::string_view pattern) const;

    bool operator==(const Message&) const = default;
};

/// Bad input or a failed operation, told in one sentence. `place` names where: a JSON pointer, a file with
/// line and column, an option; empty where the sentence says it all. what() is one printable line.
class Error : public std::runtime_error
{
public:
    explicit Error(Message message, std::string place = {});

    const Message& message() const noexcept { return m_message; }
    const std::string& place() const noexcept { return m_place; }

private:
    Message m_message;
    std::string m_place;
};

} // namespace overlap::core
