// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
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

    enum class Look { system, light, dark };

    Look look() const;
    void setLook(Look look);

    /// As Languages::use() takes it: "en", "de"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray& state);

    /// Id of the preset that was chosen last; empty at the first start.
    QString lastExperiment() const;
    void setLastExperiment(const QString& id);
    /// The folder of the last export.
    QString exportFolder() const;
    void setExportFolder(const QString& folder);

    void forgetLayout();

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace overlap::session
