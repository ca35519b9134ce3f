// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/gil_check.h"

#include "engine/python_choice.h"

#include <utility>

namespace overlap::session {

GilCheck::GilCheck(Measure measure, QObject* parent) : BackgroundCheck(parent), m_measure(std::move(measure))
{}

void GilCheck::start(int blocks)
{
    begin([this, blocks](const std::stop_token& stop, const Progress& progress) -> std::function<void()> {
        return [this, found = m_measure(blocks, stop, progress)] { Q_EMIT finished(found); };
    });
}

GilCheck::Measure measureGil(const engine::EngineServices& services)
{
    return [&services](int blocks, const std::stop_token& stop, const GilCheck::Progress& progress) {
        engine::GilValidationOptions options;
        const engine::PythonChoice python =
            services.python ? services.python() : engine::lookForPython({}, services.launcher);
        if (!python.facts)
            throw core::Error(python.reason);
        options.interpreter = python.facts->interpreter;
        options.blocks = blocks;
        return engine::validateGil(services.launcher, services.paths, options, stop, progress);
    };
}

} // namespace overlap::session
