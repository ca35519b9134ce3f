// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/gil_check.h"

#include "engine/python_interpreter.h"

#include <utility>

namespace overlap::session {

GilCheck::GilCheck(Measure measure, QObject* parent) : QObject(parent), m_measure(std::move(measure)) {}

GilCheck::~GilCheck()
{
    // Before anything of this object goes: the thread posts to it.
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void GilCheck::start(int blocks)
{
    m_running = true;
    m_thread = std::jthread([this, blocks, measure = m_measure](const std::stop_token& stop) {
        const auto post = [this](auto act) { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); };
        const auto refuse = [&](const core::Error& reason) {
            post([this, reason] {
                end();
                Q_EMIT refused(reason);
            });
        };
        try {
            const auto progress = [&](int done, int of) {
                post([this, done, of] { Q_EMIT progressed(done, of); });
            };
            const engine::GilValidation validation = measure(blocks, stop, progress);
            post([this, validation] {
                end();
                Q_EMIT finished(validation);
            });
        } catch (const core::Error& error) {
            refuse(error);
        } catch (const std::exception& failure) {
            refuse(core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "the comparison failed: %1"), {failure.what()})));
        }
    });
    Q_EMIT runningChanged(true);
}

void GilCheck::stop()
{
    m_thread.request_stop();
}

void GilCheck::end()
{
    m_thread.join();
    m_running = false;
    Q_EMIT runningChanged(false);
}

GilCheck::Measure measureGil(const engine::EngineServices& services)
{
    return [&services](int blocks, const std::stop_token& stop, const GilCheck::Progress& progress) {
        engine::GilValidationOptions options;
        options.interpreter = engine::findPython();
        options.blocks = blocks;
        return engine::validateGil(services.launcher, services.paths, options, stop, progress);
    };
}

} // namespace overlap::session
