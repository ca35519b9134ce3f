// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/settings.h"

#include <QSettings>
#include <QStandardPaths>

namespace overlap::session {

Settings::Settings()
    : m_store(std::make_unique<QSettings>(QStringLiteral("Overlap"), QStringLiteral("Overlap")))
{}

Settings::Settings(const QString& file) : m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Settings::~Settings() = default;

Settings::Look Settings::look() const
{
    const QString name = m_store->value(QStringLiteral("look")).toString();
    if (name == QLatin1String("light"))
        return Look::light;
    return name == QLatin1String("dark") ? Look::dark : Look::system;
}

void Settings::setLook(Look look)
{
    m_store->setValue(QStringLiteral("look"), look == Look::light  ? QStringLiteral("light")
                                              : look == Look::dark ? QStringLiteral("dark")
                                                                   : QStringLiteral("system"));
}

QString Settings::language() const
{
    return m_store->value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& code)
{
    m_store->setValue(QStringLiteral("language"), code);
}

QByteArray Settings::geometry() const
{
    return m_store->value(QStringLiteral("window1/geometry")).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    m_store->setValue(QStringLiteral("window1/geometry"), geometry);
}

QByteArray Settings::windowState() const
{
    return m_store->value(QStringLiteral("window1/state")).toByteArray();
}

void Settings::setWindowState(const QByteArray& state)
{
    m_store->setValue(QStringLiteral("window1/state"), state);
}

QByteArray Settings::splitterState() const
{
    return m_store->value(QStringLiteral("window1/splitter")).toByteArray();
}

void Settings::setSplitterState(const QByteArray& state)
{
    m_store->setValue(QStringLiteral("window1/splitter"), state);
}

QString Settings::lastExperiment() const
{
    return m_store->value(QStringLiteral("lastExperiment")).toString();
}

void Settings::setLastExperiment(const QString& id)
{
    m_store->setValue(QStringLiteral("lastExperiment"), id);
}

QString Settings::exportFolder() const
{
    return m_store
        ->value(QStringLiteral("exportFolder"),
                QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .toString();
}

void Settings::setExportFolder(const QString& folder)
{
    m_store->setValue(QStringLiteral("exportFolder"), folder);
}

void Settings::forgetLayout()
{
    m_store->remove(QStringLiteral("window1"));
}

} // namespace overlap::session
