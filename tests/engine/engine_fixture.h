// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "engine/catalogue.h"
#include "engine/runner.h"
#include "net/curl_fetcher.h"
#include "support/census.h"
#include "support/gate.h"

#include <gtest/gtest.h>
#include <mutex>

namespace overlap::testing {

/// The engine as main composes it, on experiments of a fraction of a second.
class EngineTest : public ::testing::Test
{
protected:
    core::Experiment experiment(const std::string& workload, std::vector<std::string> strategies,
                                std::vector<std::pair<std::string, core::Value>> parameters = {})
    {
        core::Experiment result;
        result.id = "test";
        result.title = "Test";
        result.workload = workload;
        for (auto& [name, value] : parameters)
            result.parameters.set(name, value);
        result.strategies = std::move(strategies);
        result.timeScale = 0.02;
        validate(result);
        return result;
    }

    void validate(core::Experiment& changed)
    {
        std::vector<core::Problem> problems;
        core::validateExperiment(changed, catalogue, 2, problems);
        for (const core::Problem& problem : problems)
            ADD_FAILURE() << problem.pointer << ": " << problem.message.english();
    }

    engine::ExperimentOutcome run(const core::Experiment& asked, std::stop_token stop = {},
                                  const engine::LiveSink& sink = {})
    {
        // A machine on which nothing else happens, so that no block runs anew.
        const engine::MachineProbe quiet = [] { return engine::MachineSample{}; };
        const engine::EngineServices services{paths, launcher, catalogue, 0, quiet};
        return engine::runExperiment(asked, services, stop, sink);
    }

    Watchdog watchdog{"engine test", std::chrono::seconds(100)};
    ipc::Launcher launcher;
    net::CurlLibrary curl;
    core::Paths paths = core::Paths::ofThisProgram();
    core::Catalogue catalogue = engine::makeCatalogue();
};

/// A list of addresses as the parameter of a fetch.
inline core::Value urls(const std::vector<std::string>& texts)
{
    core::Value list = core::Value::array();
    for (const std::string& text : texts)
        list.append(core::Value(text));
    return list;
}

} // namespace overlap::testing
