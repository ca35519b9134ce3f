// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/worker_setup.h"

namespace overlap::executors {

using core::Value;

Value setupToValue(const WorkerSetup& setup)
{
    Value value = Value::object();
    value.set("workload", setup.recipe.id);
    value.set("parameters", setup.recipe.parameters);
    value.set("loopbackUrl", setup.recipe.setting.loopbackUrl);
    value.set("refusingUrl", setup.recipe.setting.refusingUrl);
    value.set("scratch", setup.recipe.setting.scratch.native());
    value.set("prepared", setup.prepared);
    value.set("seed", Value(static_cast<std::int64_t>(setup.seed)));
    value.set("timeScale", setup.timeScale);
    value.set("niceness", setup.niceness);
    value.set("capacity", static_cast<std::size_t>(setup.capacity));
    value.set("lane", static_cast<std::size_t>(setup.lane));
    return value;
}

WorkerSetup setupFromValue(const Value& value)
{
    WorkerSetup setup;
    setup.recipe.id = value.find("workload")->asString();
    setup.recipe.parameters = *value.find("parameters");
    setup.seed = static_cast<std::uint64_t>(value.find("seed")->asInteger());
    setup.timeScale = value.find("timeScale")->asNumber();
    core::WorkloadSetting& setting = setup.recipe.setting;
    setting.seed = setup.seed;
    setting.timeScale = setup.timeScale;
    setting.loopbackUrl = value.find("loopbackUrl")->asString();
    setting.refusingUrl = value.find("refusingUrl")->asString();
    setting.scratch = value.find("scratch")->asString();
    setup.prepared = *value.find("prepared");
    setup.niceness = static_cast<int>(value.find("niceness")->asInteger());
    setup.capacity = static_cast<std::uint32_t>(value.find("capacity")->asInteger());
    setup.lane = static_cast<core::LaneIndex>(value.find("lane")->asInteger());
    return setup;
}

} // namespace overlap::executors
