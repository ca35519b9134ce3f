// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"

#include "executors/builtin_executors.h"
#include "workloads/builtin_workloads.h"

#include <algorithm>

namespace overlap::engine {

core::Catalogue makeCatalogue()
{
    return core::Catalogue{workloads::builtinWorkloads(), executors::builtinStrategies()};
}

std::vector<core::Experiment> loadPresets(const core::Paths& paths, const core::Catalogue& catalogue,
                                          int cores)
{
    std::vector<std::filesystem::path> files;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(paths.experiments(), failure)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    }
    if (failure) {
        throw core::Error(
            core::Message(OVERLAP_TR_NOOP("Messages", "the folder of experiments cannot be read: %1"),
                          {failure.message()}),
            paths.experiments().string());
    }
    std::ranges::sort(files);
    std::vector<core::Experiment> presets;
    for (const auto& file : files)
        presets.push_back(core::loadExperiment(file, catalogue, cores));
    return presets;
}

} // namespace overlap::engine
