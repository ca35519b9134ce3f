// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/background_check.h"

#include <utility>

namespace overlap::session {

BackgroundCheck::~BackgroundCheck()
{
    end();
}

void BackgroundCheck::begin(Work work)
{
    m_running = true;
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
        const auto post = [this](auto act) { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); };
        const auto tell = [this, &post](std::function<void()> outcome) {
            post([this, outcome = std::move(outcome)] {
                m_thread.join();
                m_running = false;
                Q_EMIT runningChanged(false);
                outcome();
            });
        };
        const auto refuse = [&](const core::Error& reason) {
            tell([this, reason] { Q_EMIT refused(reason); });
        };
        try {
            tell(work(stop,
                      [&](int done, int of) { post([this, done, of] { Q_EMIT progressed(done, of); }); }));
        } catch (const core::Error& error) {
            refuse(error);
        } catch (const std::exception& failure) {
            refuse(core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "the comparison failed: %1"), {failure.what()})));
        }
    });
    Q_EMIT runningChanged(true);
}

void BackgroundCheck::stop()
{
    m_thread.request_stop();
}

void BackgroundCheck::end()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

} // namespace overlap::session
