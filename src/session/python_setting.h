// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/python_choice.h"

#include <QObject>
#include <memory>
#include <thread>

namespace overlap::session {

class Settings;

/// The interpreter of the Python strategies as the window knows it: the one that the settings name, or what
/// this machine has. Looking starts it, so that has a thread of its own; what was found comes back as a
/// queued call. Window thread, but for what source() returns.
class PythonSetting : public QObject
{
    Q_OBJECT

public:
    /// On the thread that looks, and on the engine's; throws nothing.
    using Look = std::function<engine::PythonChoice(const std::filesystem::path& named)>;

    /// Looks at once. The settings outlive this.
    PythonSetting(Settings& settings, Look look, QObject* parent = nullptr);
    /// Waits for a look that is under way, five seconds at most.
    ~PythonSetting() override;

    /// As it is set; empty where it is left to the machine.
    QString path() const;
    /// Kept for the next start; looks at it.
    void setPath(const QString& path);

    bool looking() const { return m_looking; }
    /// Of the last look that ended; null before the first.
    const engine::PythonChoice* choice() const { return m_choice.get(); }
    /// Why there is no Python for now; empty where there is one, or nobody knows yet.
    core::Message reason() const { return m_choice ? m_choice->reason : core::Message(); }

    /// Looks at what is set at that moment, so that an interpreter that came or went since is noticed. Any
    /// thread; outlives this.
    engine::PythonSource source() const;

Q_SIGNALS:
    /// A look has begun or ended.
    void changed();

private:
    struct Named;
    void look();
    void end(engine::PythonChoice choice);

    Settings& m_settings;
    Look m_look;
    std::shared_ptr<Named> m_named;
    std::unique_ptr<engine::PythonChoice> m_choice;
    std::jthread m_thread;
    bool m_looking = false;
    bool m_again = false; ///< what is set changed while it was looked at
};

/// Looks with lookForPython(). The launcher outlives what is returned.
PythonSetting::Look lookWith(ipc::Launcher& launcher);

} // namespace overlap::session
