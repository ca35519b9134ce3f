// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis.h"

#include <algorithm>

namespace overlap::core {

std::optional<double> Diagnosis::figure(std::string_view name) const
{
    const auto found = std::ranges::find(figures, name, &EvidenceFigure::name);
    return found == figures.end() ? std::nullopt : std::optional(found->value);
}

Value Diagnosis::toValue() const
{
    Value value = Value::object();
    value.set("kind", diagnosisNames[static_cast<std::size_t>(kind)]);
    value.set("strategy", strategy);
    value.set("sentence", sentence.english());
    Value numbers = Value::object();
    for (const EvidenceFigure& each : figures)
        numbers.set(each.name, each.value);
    value.set("figures", std::move(numbers));
    Value names = Value::array();
    for (const State state : states)
        names.append(stateName(state));
    value.set("states", std::move(names));
    Value where;
    if (place) {
        where = Value::object();
        where.set("lane", place->name);
        where.set("beginSeconds", toSeconds(place->begin));
        where.set("endSeconds", toSeconds(place->end));
    }
    value.set("place", std::move(where));
    Value change = Value::object();
    change.set("sentence", remedy.sentence.english());
    change.set("strategy", remedy.strategy.empty() ? Value() : Value(remedy.strategy));
    value.set("remedy", std::move(change));
    return value;
}

} // namespace overlap::core
