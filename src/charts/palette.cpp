// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/palette.h"

#include "core/file.h"
#include "core/json.h"
#include "core/message.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace overlap::charts {

using core::Error;
using core::jsonPointer;
using core::Message;
using core::Value;

namespace {

constexpr std::string_view schema = "overlap.palette/1";
constexpr std::size_t maximumBytes = 64 * 1024;

constexpr std::pair<std::string_view, QColor RoleColors::*> roleKeys[] = {
    {"window", &RoleColors::window},
    {"panel", &RoleColors::panel},
    {"line", &RoleColors::line},
    {"text", &RoleColors::text},
    {"secondary", &RoleColors::secondary},
    {"faint", &RoleColors::faint},
    {"accent", &RoleColors::accent},
    {"onAccent", &RoleColors::onAccent},
    {"accentSoft", &RoleColors::accentSoft},
    {"emptyLane", &RoleColors::emptyLane},
    {"finished", &RoleColors::finished},
    {"bar", &RoleColors::bar},
    {"baselineBar", &RoleColors::baselineBar},
    {"failed", &RoleColors::failed},
    {"onState", &RoleColors::onState},
};

constexpr std::pair<std::string_view, PatternShape> shapeNames[] = {
    {"none", PatternShape::none},         {"solid", PatternShape::solid},
    {"diagonal", PatternShape::diagonal}, {"anti-diagonal", PatternShape::antiDiagonal},
    {"cross", PatternShape::cross},       {"horizontal", PatternShape::horizontal},
    {"vertical", PatternShape::vertical}, {"dots", PatternShape::dots},
};

const Value& member(const Value& object, std::string_view key, std::string_view pointer)
{
    const Value* const found = object.find(key);
    if (!found)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is missing"), {std::string(key)}),
                    std::string(pointer));
    return *found;
}

template <typename Known>
void requireObject(const Value& value, std::string_view pointer, Known known)
{
    if (!value.isObject())
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "an object belongs here")), std::string(pointer));
    for (const core::Member& entry : value.asObject()) {
        if (!known(entry.key)) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is not known here"), {entry.key}),
                        jsonPointer(pointer, entry.key));
        }
    }
}

QColor colorFrom(const Value& value, const std::string& pointer)
{
    const auto hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    const bool good = value.isString() && value.asString().size() == 7 && value.asString()[0] == '#' &&
                      std::all_of(value.asString().begin() + 1, value.asString().end(), hex);
    if (!good)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "a colour such as #2A66C8 belongs here")), pointer);
    return QColor(QString::fromStdString(value.asString()));
}

double lengthFrom(const Value& object, std::string_view key, double fallback, const std::string& pointer)
{
    const Value* const value = object.find(key);
    if (!value)
        return fallback;
    if (!value->isNumber() || value->asNumber() < 0.5 || value->asNumber() > 64)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "a length from 0.5 to 64 belongs here")),
                    jsonPointer(pointer, key));
    return value->asNumber();
}

Pattern patternFrom(const Value& value, const std::string& pointer)
{
    requireObject(value, pointer,
                  [](std::string_view key) { return key == "shape" || key == "spacing" || key == "width"; });
    const Value& shape = member(value, "shape", pointer);
    Pattern pattern;
    const auto* const found =
        std::find_if(std::begin(shapeNames), std::end(shapeNames),
                     [&](const auto& entry) { return shape.isString() && entry.first == shape.asString(); });
    if (found == std::end(shapeNames))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is not a pattern")),
                    jsonPointer(pointer, "shape"));
    pattern.shape = found->second;
    pattern.spacing = lengthFrom(value, "spacing", pattern.spacing, pointer);
    pattern.width = lengthFrom(value, "width", pattern.width, pointer);
    return pattern;
}

bool isState(std::string_view key)
{
    return core::stateFromName(key).has_value();
}

PaletteVariant variantFrom(const Value& value, const std::string& pointer)
{
    requireObject(value, pointer, [](std::string_view key) { return key == "roles" || key == "states"; });
    PaletteVariant variant;
    const Value& roles = member(value, "roles", pointer);
    const std::string rolesPointer = jsonPointer(pointer, "roles");
    requireObject(roles, rolesPointer, [](std::string_view key) {
        return std::any_of(std::begin(roleKeys), std::end(roleKeys),
                           [&](const auto& entry) { return entry.first == key; });
    });
    for (const auto& [key, color] : roleKeys)
        variant.roles.*color = colorFrom(member(roles, key, rolesPointer), jsonPointer(rolesPointer, key));

    const Value& states = member(value, "states", pointer);
    const std::string statesPointer = jsonPointer(pointer, "states");
    requireObject(states, statesPointer, isState);
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const std::string_view key = core::stateNames[i];
        variant.states[i] = colorFrom(member(states, key, statesPointer), jsonPointer(statesPointer, key));
    }
    return variant;
}

} // namespace

Palette paletteFromValue(const Value& document)
{
    requireObject(document, "", [](std::string_view key) {
        return key == "schema" || key == "patterns" || key == "light" || key == "dark" || key == "paper";
    });
    const Value& version = member(document, "schema", "");
    if (!version.isString() || version.asString() != schema)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is not a palette that this version reads")),
                    "/schema");

    Palette palette;
    const Value& patterns = member(document, "patterns", "");
    requireObject(patterns, "/patterns", isState);
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const std::string_view key = core::stateNames[i];
        palette.patterns[i] = patternFrom(member(patterns, key, "/patterns"), jsonPointer("/patterns", key));
    }
    palette.light = variantFrom(member(document, "light", ""), "/light");
    palette.dark = variantFrom(member(document, "dark", ""), "/dark");
    palette.paper = variantFrom(member(document, "paper", ""), "/paper");
    return palette;
}

Palette loadPalette(const std::filesystem::path& path)
{
    const std::string text = core::readFile(path, maximumBytes);
    const Value document = core::parseJson(text, {}, path.string());
    try {
        return paletteFromValue(document);
    } catch (const Error& error) {
        throw Error(error.message(), core::jsonPlace(text, error.place(), path.string()));
    }
}

} // namespace overlap::charts
