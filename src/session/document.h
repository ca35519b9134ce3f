// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <QObject>
#include <QString>
#include <map>
#include <string>

namespace overlap::session {

class ExperimentDraft;

/// Where the experiment of the draft comes from and whether it still is what lies there. A preset is a
/// template: what was changed in it is kept until the program ends and never asked about; saved to a file, or
/// started as a new experiment, it is the person's own. Window thread.
class Document : public QObject
{
    Q_OBJECT

public:
    /// The draft outlives the document.
    explicit Document(ExperimentDraft& draft, QObject* parent = nullptr);

    /// Absolute; empty for presets and for what has not been saved yet.
    const QString& path() const { return m_path; }
    bool isOwn() const { return m_own; }
    /// Has changes of one's own that no file has.
    bool modified() const;
    /// The preset that this came from; empty where it came from a file.
    const std::string& presetId() const { return m_preset.id; }
    /// A preset is open and is no longer as it was delivered.
    bool differsFromPreset() const;

    void openPreset(const core::Experiment& preset);
    void startNew(const core::Experiment& preset);
    /// Throws core::Error with file, line and column; what was open stays as it is.
    void openFile(const QString& path);
    /// Whole or not at all; throws core::Error. A name that came from a preset or from the last file's name
    /// becomes the new file's name.
    void save(const QString& path);
    void resetToPreset();

Q_SIGNALS:
    /// Another place, or modified() changed.
    void changed();

private:
    core::Experiment completed(core::Experiment preset) const;
    void leave();
    void become(const core::Experiment& experiment);

    ExperimentDraft& m_draft;
    QString m_path;
    bool m_own = false;
    core::Experiment m_preset;                      // as delivered
    std::map<std::string, core::Experiment> m_kept; // presets as they were left, by id
};

/// "night.overlap.json" → "night"
QString nameOfFile(const QString& path);

} // namespace overlap::session
