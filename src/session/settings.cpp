// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>

namespace overlap::session {

namespace {

constexpr int mostRecentFiles = 10;

} // namespace

Settings::Settings()
    : m_store(std::make_unique<QSettings>(QStringLiteral("Overlap"), QStringLiteral("Overlap")))
{}

Settings::Settings(const QString& file) : m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Settings::~Settings() = default;

bool Settings::canKeep() const
{
    m_store->sync();
    return m_store->isWritable() && m_store->status() == QSettings::NoError;
}

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

bool Settings::strips() const
{
    return m_store->value(QStringLiteral("strips"), true).toBool();
}

void Settings::setStrips(bool shown)
{
    m_store->setValue(QStringLiteral("strips"), shown);
}

QString Settings::python() const
{
    return m_store->value(QStringLiteral("python")).toString();
}

void Settings::setPython(const QString& path)
{
    m_store->setValue(QStringLiteral("python"), path);
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
    // Not the pictures: they are what the thumbnails measure, and what is saved there would be measured too.
    for (const QString& folder : {m_store->value(QStringLiteral("exportFolder")).toString(),
                                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void Settings::setExportFolder(const QString& folder)
{
    m_store->setValue(QStringLiteral("exportFolder"), folder);
}

QStringList Settings::recentFiles() const
{
    QStringList files = m_store->value(QStringLiteral("recentFiles")).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_store->setValue(QStringLiteral("recentFiles"), files.mid(0, mostRecentFiles));
}

void Settings::clearRecentFiles()
{
    m_store->remove(QStringLiteral("recentFiles"));
}

QString Settings::fileFolder() const
{
    const QString folder = m_store->value(QStringLiteral("fileFolder")).toString();
    return folder.isEmpty() || !QFileInfo(folder).isDir() ? QDir::homePath() : folder;
}

void Settings::setFileFolder(const QString& folder)
{
    m_store->setValue(QStringLiteral("fileFolder"), folder);
}

void Settings::forgetLayout()
{
    m_store->remove(QStringLiteral("window1"));
}

} // namespace overlap::session
