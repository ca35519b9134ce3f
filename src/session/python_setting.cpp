// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/python_setting.h"

#include "session/settings.h"

#include <mutex>
#include <utility>

namespace overlap::session {

/// What is set, for every thread.
struct PythonSetting::Named
{
    std::mutex mutex;
    std::filesystem::path path;

    std::filesystem::path get()
    {
        const std::lock_guard lock(mutex);
        return path;
    }
    void set(const QString& text)
    {
        const std::lock_guard lock(mutex);
        path = text.toStdString();
    }
};

PythonSetting::PythonSetting(Settings& settings, Look look, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_look(std::move(look))
    , m_named(std::make_shared<Named>())
{
    m_named->set(m_settings.python());
    this->look();
}

PythonSetting::~PythonSetting()
{
    // Before anything of this object goes: the thread posts to it.
    if (m_thread.joinable())
        m_thread.join();
}

QString PythonSetting::path() const
{
    return m_settings.python();
}

void PythonSetting::setPath(const QString& path)
{
    if (path == m_settings.python())
        return;
    m_settings.setPython(path);
    m_named->set(path);
    if (m_looking)
        m_again = true;
    else
        look();
}

void PythonSetting::look()
{
    m_looking = true;
    m_thread = std::jthread([this, look = m_look, named = m_named->get()] {
        engine::PythonChoice found = look(named);
        QMetaObject::invokeMethod(
            this, [this, found = std::move(found)] { end(found); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void PythonSetting::end(engine::PythonChoice choice)
{
    m_thread.join();
    m_looking = false;
    if (std::exchange(m_again, false)) {
        look();
        return;
    }
    m_choice = std::make_unique<engine::PythonChoice>(std::move(choice));
    Q_EMIT changed();
}

engine::PythonSource PythonSetting::source() const
{
    return [look = m_look, named = m_named] { return look(named->get()); };
}

PythonSetting::Look lookWith(ipc::Launcher& launcher)
{
    return [&launcher](const std::filesystem::path& named) { return engine::lookForPython(named, launcher); };
}

} // namespace overlap::session
