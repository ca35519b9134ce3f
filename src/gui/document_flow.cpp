// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document_flow.h"

#include "gui/dialog_service.h"
#include "session/experiment_draft.h"
#include "session/gallery_model.h"
#include "session/message_text.h"
#include "session/run_files.h"
#include "session/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <QWidget>

namespace overlap::gui {

using session::GalleryModel;

DocumentFlow::DocumentFlow(const Parts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{}

QString DocumentFlow::windowTitle() const
{
    const QString name = session::translatedText("Experiments", m_parts.draft.experiment().title);
    if (m_parts.document.isOwn() && m_parts.document.path().isEmpty())
        return tr("%1 (new)[*] – Overlap").arg(name);
    return tr("%1[*] – Overlap").arg(name);
}

QString DocumentFlow::fileFilters() const
{
    return tr("Experiments (*.overlap.json *.json)") + QStringLiteral(";;") + tr("All files (*)");
}

void DocumentFlow::unlessLost(Act act)
{
    if (!m_parts.document.modified()) {
        act();
        return;
    }
    const QString name = session::translatedText("Experiments", m_parts.draft.experiment().title);
    m_parts.dialogs.askUnsaved(m_window, tr("Not saved yet"),
                               tr("“%1” has changes that no file has. Save them first?").arg(name),
                               [this, act = std::move(act)](DialogService::Unsaved answer) {
                                   if (answer == DialogService::Unsaved::save)
                                       save(act);
                                   else
                                       act();
                               });
}

void DocumentFlow::open(const QString& key)
{
    if (GalleryModel::isFile(key) && session::isRunFile(key)) {
        m_parts.openRun(key);
        return;
    }
    unlessLost([this, key] { m_parts.whenIdle([this, key] { load(key); }); });
}

void DocumentFlow::openFiles(const QStringList& paths)
{
    if (paths.size() > 1)
        Q_EMIT refused(tr("A window holds one experiment: give it one file at a time."));
    else if (!paths.isEmpty())
        open(QFileInfo(paths.first()).absoluteFilePath());
}

void DocumentFlow::load(const QString& key)
{
    if (!GalleryModel::isFile(key)) {
        const core::Experiment* preset = m_parts.gallery.preset(key);
        if (!preset)
            return;
        m_lastPreset = key;
        m_parts.document.openPreset(*preset);
    } else {
        try {
            m_parts.document.openFile(key);
        } catch (const core::Error& error) {
            Q_EMIT refused(tr("Not opened. %1").arg(session::errorText(error)));
            Q_EMIT filesChanged(); // it may be gone
            return;
        }
        m_parts.settings.addRecentFile(key);
        m_parts.settings.setFileFolder(QFileInfo(key).absolutePath());
        Q_EMIT filesChanged();
    }
    m_parts.settings.setLastExperiment(key);
    Q_EMIT opened(key);
}

void DocumentFlow::chooseFile()
{
    m_parts.dialogs.openFileName(m_window, tr("Open an experiment or a run"), m_parts.settings.fileFolder(),
                                 tr("Experiments and runs (*.overlap.json *.json *.timeline)") +
                                     QStringLiteral(";;") + tr("All files (*)"),
                                 [this](const QString& path) { open(path); });
}

void DocumentFlow::startNew()
{
    const core::Experiment* preset = m_parts.gallery.preset(m_lastPreset);
    if (!preset && !m_parts.gallery.presets().empty())
        preset = &m_parts.gallery.presets().front();
    if (!preset)
        return;
    unlessLost([this, preset] {
        m_parts.whenIdle([this, preset] {
            m_parts.document.startNew(*preset);
            Q_EMIT opened(QString());
        });
    });
}

void DocumentFlow::save(Act then)
{
    if (m_parts.document.path().isEmpty())
        saveAs(std::move(then));
    else
        saveTo(m_parts.document.path(), then);
}

void DocumentFlow::saveAs(Act then)
{
    const QString ending = QStringLiteral(".overlap.json");
    const QString path = m_parts.document.path();
    const QString name = path.isEmpty() ? QString::fromStdString(m_parts.draft.experiment().id) + ending
                                        : QFileInfo(path).fileName();
    m_parts.dialogs.saveFileName(
        m_window, tr("Save the experiment"), QDir(m_parts.settings.fileFolder()).filePath(name),
        fileFilters(), [this, ending, then = std::move(then)](const QString& chosen) {
            saveTo(QFileInfo(chosen).suffix().isEmpty() ? chosen + ending : chosen, then);
        });
}

void DocumentFlow::saveTo(const QString& path, const Act& then)
{
    try {
        m_parts.document.save(path);
    } catch (const core::Error& error) {
        Q_EMIT refused(tr("Not saved. %1").arg(session::errorText(error)));
        return;
    }
    const QString absolute = m_parts.document.path();
    m_parts.settings.addRecentFile(absolute);
    m_parts.settings.setFileFolder(QFileInfo(absolute).absolutePath());
    m_parts.settings.setLastExperiment(absolute);
    Q_EMIT filesChanged();
    Q_EMIT done(tr("Saved to %1").arg(QDir::toNativeSeparators(absolute)));
    if (then)
        then();
}

bool DocumentFlow::mayClose()
{
    if (m_discarded || !m_parts.document.modified())
        return true;
    unlessLost([this] {
        m_discarded = true;
        // Not from within the close event that asked.
        QTimer::singleShot(0, m_window, &QWidget::close);
    });
    return false;
}

} // namespace overlap::gui
