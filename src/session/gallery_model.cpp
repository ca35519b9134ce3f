// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/gallery_model.h"

#include "session/message_text.h"

#include <algorithm>

namespace overlap::session {

GalleryModel::GalleryModel(std::vector<core::Experiment> presets, QObject* parent)
    : QStandardItemModel(parent)
    , m_presets(std::move(presets))
{
    retranslate();
}

const core::Experiment* GalleryModel::preset(const QString& id) const
{
    const auto found = std::ranges::find(m_presets, id.toStdString(), &core::Experiment::id);
    return found == m_presets.end() ? nullptr : &*found;
}

QModelIndex GalleryModel::indexOf(const QString& id) const
{
    const QModelIndexList found = match(index(0, 0), idRole, id, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void GalleryModel::retranslate()
{
    clear();
    QStandardItem* chapter = nullptr;
    std::string chapterTitle;
    for (const core::Experiment& preset : m_presets) {
        if (!chapter || preset.chapter != chapterTitle) {
            chapterTitle = preset.chapter;
            chapter = new QStandardItem(translatedText("Experiments", chapterTitle));
            chapter->setFlags(Qt::ItemIsEnabled);
            QFont heading;
            heading.setWeight(QFont::DemiBold);
            chapter->setFont(heading);
            appendRow(chapter);
        }
        auto* entry = new QStandardItem(translatedText("Experiments", preset.title));
        entry->setData(QString::fromStdString(preset.id), idRole);
        entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        chapter->appendRow(entry);
    }
}

} // namespace overlap::session
