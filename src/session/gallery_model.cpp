// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/gallery_model.h"

#include "session/document.h"
#include "session/message_text.h"

#include <QDir>
#include <algorithm>

namespace overlap::session {

namespace {

QStandardItem* newGroup(const QString& title, const QString& sign)
{
    auto* group = new QStandardItem(title);
    group->setFlags(Qt::ItemIsEnabled);
    // Narrow, there is room for a sign only: chapters begin with their number, "2 Thread pools".
    group->setData(sign, GalleryModel::signRole);
    QFont heading;
    heading.setWeight(QFont::DemiBold);
    group->setFont(heading);
    return group;
}

QStandardItem* newEntry(const QString& title, const QString& key)
{
    auto* entry = new QStandardItem(title);
    entry->setData(key, GalleryModel::idRole);
    entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return entry;
}

} // namespace

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

QModelIndex GalleryModel::indexOf(const QString& key) const
{
    const QModelIndexList found = match(index(0, 0), idRole, key, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void GalleryModel::setFiles(const QStringList& paths)
{
    if (paths == m_files)
        return;
    m_files = paths;
    fillFiles();
}

void GalleryModel::fillFiles()
{
    if (m_files.isEmpty()) {
        if (m_filesGroup)
            removeRow(m_filesGroup->row());
        m_filesGroup = nullptr;
        return;
    }
    if (!m_filesGroup) {
        m_filesGroup = newGroup(tr("Own files"), QStringLiteral("≡"));
        appendRow(m_filesGroup);
    }
    m_filesGroup->removeRows(0, m_filesGroup->rowCount());
    for (const QString& path : m_files) {
        QStandardItem* entry = newEntry(nameOfFile(path), path);
        entry->setToolTip(QDir::toNativeSeparators(path));
        m_filesGroup->appendRow(entry);
    }
}

void GalleryModel::retranslate()
{
    clear();
    m_filesGroup = nullptr;
    QStandardItem* chapter = nullptr;
    std::string chapterTitle;
    for (const core::Experiment& preset : m_presets) {
        if (!chapter || preset.chapter != chapterTitle) {
            chapterTitle = preset.chapter;
            const QString title = translatedText("Experiments", chapterTitle);
            chapter = newGroup(title, title.section(QLatin1Char(' '), 0, 0));
            appendRow(chapter);
        }
        chapter->appendRow(
            newEntry(translatedText("Experiments", preset.title), QString::fromStdString(preset.id)));
    }
    fillFiles();
}

} // namespace overlap::session
