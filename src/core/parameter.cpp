// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parameter.h"

#include "core/json.h"
#include "core/shown.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace overlap::core {

namespace {

constexpr std::size_t longestListEntry = 4096;

bool complain(std::vector<Problem>& problems, std::string_view pointer, Message message)
{
    addProblem(problems, std::string(pointer), std::move(message));
    return false;
}

bool validateNumber(const Parameter& parameter, const Value& value, std::string_view pointer,
                    std::vector<Problem>& problems)
{
    const double number = value.asNumber();
    if (!std::isfinite(number) || number < parameter.minimum || number > parameter.maximum) {
        return complain(
            problems, pointer,
            Message(OVERLAP_TR_NOOP("Messages", "“%1” must be between %2 and %3, but is %4"),
                    {parameter.name, shortNumber(parameter.minimum), shortNumber(parameter.maximum),
                     value.isInteger() ? Figure(std::to_string(value.asInteger())) : shortNumber(number)}));
    }
    return true;
}

bool hasLength(const Parameter& parameter, std::size_t length)
{
    const auto size = static_cast<double>(length);
    return size >= parameter.minimum && size <= parameter.maximum;
}

/// Name, least, most and what it is.
std::vector<Argument> lengthWords(const Parameter& parameter, std::size_t length)
{
    return {parameter.name, shortNumber(parameter.minimum), shortNumber(parameter.maximum),
            std::to_string(length)};
}

bool validateTextLength(const Parameter& parameter, const std::string& text, std::string_view pointer,
                        std::vector<Problem>& problems)
{
    if (!validateText(parameter.name, text, text.size(), pointer, problems))
        return false;
    const std::size_t length = characterCount(text);
    return hasLength(parameter, length) ||
           complain(
               problems, pointer,
               Message(OVERLAP_TR_NOOP("Messages", "“%1” must have between %2 and %3 characters, but has %4"),
                       lengthWords(parameter, length)));
}

bool validateList(const Parameter& parameter, const Value::Array& list, std::string_view pointer,
                  std::vector<Problem>& problems)
{
    if (!hasLength(parameter, list.size())) {
        return complain(
            problems, pointer,
            Message(OVERLAP_TR_NOOP("Messages", "“%1” must have between %2 and %3 entries, but has %4"),
                    lengthWords(parameter, list.size())));
    }
    return std::ranges::all_of(list, [&](const Value& entry) {
        return validateText(parameter.name, entry.asString(), longestListEntry, pointer, problems);
    });
}

/// What values of this kind are, as a sentence each: a language may need another word order for each.
Message kindMessage(const Parameter& parameter)
{
    const auto sentence = [&](const char* text) { return Message(text, {parameter.name}); };
    switch (parameter.kind) {
    case ParameterKind::boolean:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be true or false"));
    case ParameterKind::integer:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a whole number"));
    case ParameterKind::bytes:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a whole number of bytes"));
    case ParameterKind::number:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a number"));
    case ParameterKind::seconds:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a number of seconds"));
    case ParameterKind::text:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a text"));
    case ParameterKind::folder:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be the path of a folder"));
    case ParameterKind::choice:
        return Message(OVERLAP_TR_NOOP("Messages", "“%1” must be one of: %2"),
                       {parameter.name, joined(parameter.choices, ", ")});
    case ParameterKind::textList:
        return sentence(OVERLAP_TR_NOOP("Messages", "“%1” must be a list of texts"));
    }
    return {};
}

bool fits(ParameterKind kind, const Value& value)
{
    switch (kind) {
    case ParameterKind::boolean:
        return value.isBoolean();
    case ParameterKind::integer:
    case ParameterKind::bytes:
        return value.isInteger();
    case ParameterKind::number:
    case ParameterKind::seconds:
        return value.isNumber();
    case ParameterKind::text:
    case ParameterKind::choice:
    case ParameterKind::folder:
        return value.isString();
    case ParameterKind::textList:
        return value.isArray() && std::ranges::all_of(value.asArray(), &Value::isString);
    }
    return false;
}

} // namespace

void addProblem(std::vector<Problem>& problems, std::string pointer, Message message)
{
    if (problems.size() < maximumProblems)
        problems.push_back(Problem{std::move(pointer), std::move(message)});
}

bool validateText(std::string_view name, std::string_view text, std::size_t most, std::string_view pointer,
                  std::vector<Problem>& problems)
{
    const std::string called(name);
    if (firstBadUtf8(text) != std::string_view::npos)
        return complain(problems, pointer,
                        Message(OVERLAP_TR_NOOP("Messages", "“%1” is not valid UTF-8"), {called}));
    if (hasControlCharacters(text))
        return complain(
            problems, pointer,
            Message(OVERLAP_TR_NOOP("Messages", "“%1” must not have control characters"), {called}));
    if (characterCount(text) > most) {
        return complain(problems, pointer,
                        Message(OVERLAP_TR_NOOP("Messages", "“%1” has a text of more than %2 characters"),
                                {called, std::to_string(most)}));
    }
    return true;
}

bool validateParameter(const Parameter& parameter, const Value& value, std::string_view pointer,
                       std::vector<Problem>& problems)
{
    if (!fits(parameter.kind, value))
        return complain(problems, pointer, kindMessage(parameter));
    switch (parameter.kind) {
    case ParameterKind::boolean:
        return true;
    case ParameterKind::integer:
    case ParameterKind::bytes:
    case ParameterKind::number:
    case ParameterKind::seconds:
        return validateNumber(parameter, value, pointer, problems);
    case ParameterKind::text:
    case ParameterKind::folder:
        return validateTextLength(parameter, value.asString(), pointer, problems);
    case ParameterKind::textList:
        return validateList(parameter, value.asArray(), pointer, problems);
    case ParameterKind::choice:
        if (std::ranges::find(parameter.choices, value.asString()) != parameter.choices.end())
            return true;
        return complain(problems, pointer, kindMessage(parameter));
    }
    return false;
}

Value validateParameters(const ParameterSchema& schema, const Value& values, std::string_view pointer,
                         std::vector<Problem>& problems)
{
    Value complete = Value::object();
    if (!values.isObject()) {
        complain(problems, pointer, Message(OVERLAP_TR_NOOP("Messages", "the parameters must be an object")));
        return complete;
    }
    for (const Member& member : values.asObject()) {
        if (problems.size() >= maximumProblems)
            break;
        if (std::ranges::find(schema, member.key, &Parameter::name) == schema.end()) {
            complain(problems, jsonPointer(pointer, member.key),
                     Message(OVERLAP_TR_NOOP("Messages", "this workload has no parameter “%1”"),
                             {shown(member.key)}));
        }
    }
    for (const Parameter& parameter : schema) {
        const Value* given = values.find(parameter.name);
        if (given)
            validateParameter(parameter, *given, jsonPointer(pointer, parameter.name), problems);
        complete.set(parameter.name, given ? *given : parameter.defaultValue);
    }
    return complete;
}

namespace {

/// A shell reads "~/" at the beginning of a word only: not in NAME=~/VALUE, and not in a field.
std::string withHome(std::string_view path)
{
    const char* const home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    return path.starts_with("~/") && home && *home == '/' ? home + std::string(path.substr(1))
                                                          : std::string(path);
}

} // namespace

Value parameterFromText(const Parameter& parameter, std::string_view text)
{
    switch (parameter.kind) {
    case ParameterKind::boolean:
        if (text == "true" || text == "1" || text == "yes")
            return Value(true);
        if (text == "false" || text == "0" || text == "no")
            return Value(false);
        return Value(text);
    case ParameterKind::integer:
    case ParameterKind::bytes:
        if (const auto number = integerFromText(text))
            return Value(*number);
        return Value(text);
    case ParameterKind::number:
    case ParameterKind::seconds:
        if (const auto number = numberFromText(text))
            return Value(*number);
        return Value(text);
    case ParameterKind::text:
    case ParameterKind::choice:
        return Value(text);
    case ParameterKind::folder:
        return Value(withHome(text));
    case ParameterKind::textList: {
        Value list = Value::array();
        for (const std::string& part : split(text, ' ')) {
            if (!part.empty())
                list.append(Value(part));
        }
        return list;
    }
    }
    return {};
}

std::string parameterToText(const Parameter& parameter, const Value& value)
{
    (void)parameter;
    switch (value.kind()) {
    case Value::Kind::boolean:
        return value.asBoolean() ? "true" : "false";
    case Value::Kind::integer:
        return std::to_string(value.asInteger());
    case Value::Kind::real:
        return shortNumber(value.asNumber());
    case Value::Kind::string:
        return value.asString();
    case Value::Kind::array: {
        std::vector<std::string> parts;
        for (const Value& element : value.asArray())
            parts.push_back(element.isString() ? element.asString() : writeJson(element, JsonStyle::compact));
        return joined(parts, " ");
    }
    default:
        return {};
    }
}

} // namespace overlap::core
