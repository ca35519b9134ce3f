// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

enum class ParameterKind {
    boolean,
    integer,
    number,
    seconds,
    bytes,
    text,
    choice,
    textList,
    folder, ///< a path; empty stands for what the workload makes itself
};

/// One parameter of a workload. Form, command-line option, validator and help all come from here.
struct Parameter
{
    std::string name; ///< key in files and after --set
    ParameterKind kind = ParameterKind::integer;
    std::string title; ///< English, context "Workloads"
    std::string help;  ///< English, context "Workloads"
    Value defaultValue;
    double minimum = 0; ///< of the number, or of the length of a text or list
    double maximum = 0;
    std::vector<std::string> choices = {}; ///< of a choice
    bool waits = false;                    ///< a simulated duration: the time scale multiplies it
    std::string onlyWith = {};             ///< name of a text or folder: without effect while that is empty
    std::string onlyWithout = {};          ///< the same, while that is not empty
    bool perStage = false; ///< of a strategy's option: a value for each stage, written 3/3/0, an array
};

using ParameterSchema = std::vector<Parameter>;

/// A complaint about one place of an input. `pointer` is a JSON pointer into the experiment, which the window
/// maps to a field and the command line prints.
struct Problem
{
    std::string pointer;
    Message message;
    bool operator==(const Problem&) const = default;
};

/// Of one input. A file may have a hundred thousand; nobody reads them.
inline constexpr std::size_t maximumProblems = 100;

/// Appends a problem where there are fewer than maximumProblems.
void addProblem(std::vector<Problem>& problems, std::string pointer, Message message);

/// Checks a text from outside: UTF-8 of at most `most` characters, no control characters. Appends what is
/// wrong with it, by the name that people know it by; true where it fits.
bool validateText(std::string_view name, std::string_view text, std::size_t most, std::string_view pointer,
                  std::vector<Problem>& problems);

/// Checks one value against its parameter and appends what is wrong. True where it fits.
bool validateParameter(const Parameter& parameter, const Value& value, std::string_view pointer,
                       std::vector<Problem>& problems);

/// Checks an object of parameters (unknown keys, kinds, ranges) and fills in the defaults, in schema order.
Value validateParameters(const ParameterSchema& schema, const Value& values, std::string_view pointer,
                         std::vector<Problem>& problems);

/// Reads what somebody typed (a field of the form, --set name=value) as a value of the parameter's kind; the
/// result still has to be validated. Decimal point always, no digit grouping; an integer has digits alone
/// ("1e3" is refused, as in a file); a textList is separated by spaces; a folder that begins with
/// "~/" lies in the home folder.
Value parameterFromText(const Parameter& parameter, std::string_view text);
std::string parameterToText(const Parameter& parameter, const Value& value);

} // namespace overlap::core
