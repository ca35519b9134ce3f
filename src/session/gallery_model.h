// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <QStandardItemModel>
#include <vector>

namespace overlap::session {

/// The presets under their chapters, then the person's own files, as a tree. An entry's key is the preset's
/// id or the file's absolute path. Texts follow the language of the window.
class GalleryModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { idRole = Qt::UserRole + 1, signRole };

    explicit GalleryModel(std::vector<core::Experiment> presets, QObject* parent = nullptr);

    const std::vector<core::Experiment>& presets() const { return m_presets; }
    /// Null where no preset has that id.
    const core::Experiment* preset(const QString& id) const;
    QModelIndex indexOf(const QString& key) const;

    /// Absolute paths; nothing hides the group.
    void setFiles(const QStringList& paths);
    static bool isFile(const QString& key) { return key.startsWith(QLatin1Char('/')); }

    void retranslate();

private:
    void fillFiles();

    QStandardItem* m_filesGroup = nullptr;
    QStringList m_files;
    std::vector<core::Experiment> m_presets;
};

} // namespace overlap::session
