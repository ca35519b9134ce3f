// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <QStandardItemModel>
#include <vector>

namespace overlap::session {

/// The presets under their chapters, as a tree. Texts follow the language of the window.
class GalleryModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { idRole = Qt::UserRole + 1 };

    explicit GalleryModel(std::vector<core::Experiment> presets, QObject* parent = nullptr);

    const std::vector<core::Experiment>& presets() const { return m_presets; }
    /// Null where no preset has that id.
    const core::Experiment* preset(const QString& id) const;
    QModelIndex indexOf(const QString& id) const;

    void retranslate();

private:
    std::vector<core::Experiment> m_presets;
};

} // namespace overlap::session
