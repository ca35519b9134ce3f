// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>

class QSettings;

namespace overlap::session {

/// What the window remembers from one start to the next. Made in main and handed down; tests give it a file
/// of their own. Keys are versioned: what another version wrote and this one does not know is left alone.
class Settings
{
public:
    /// The user's own settings.
    Settings();
    explicit Settings(const QString& file);
    ~Settings();

    /// False where nothing can be written: all the same, everything works until the program ends.
    bool canKeep() const;

    enum class Look { system, light, dark };

    Look look() const;
    void setLook(Look look);

    /// As Languages::use() takes it: "en", "de"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);

    /// Numbers over time under the lanes; shown until somebody turns them off.
    bool strips() const;
    void setStrips(bool shown);
    /// The interpreter of the Python strategies; empty: what this machine has.
    QString python() const;
    void setPython(const QString& path);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray& state);

    /// Id of the preset or path of the file that was open last; empty at the first start.
    QString lastExperiment() const;
    void setLastExperiment(const QString& id);
    /// The folder of the last export; that of documents at first, the home folder where there is none.
    QString exportFolder() const;
    void setExportFolder(const QString& folder);

    /// Experiments of one's own, the last one first, at most ten; those that are no longer there are left
    /// out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    /// Where the person looked for files last; the home folder at first.
    QString fileFolder() const;
    void setFileFolder(const QString& folder);

    void forgetLayout();

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace overlap::session
