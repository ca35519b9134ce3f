// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/document.h"

#include <QObject>
#include <functional>

class QWidget;

namespace overlap::session {
class ExperimentDraft;
class GalleryModel;
class Settings;
} // namespace overlap::session

namespace overlap::gui {

class DialogService;

/// Opening, saving and closing as a person meets them: what would be lost is asked about first, a run that
/// goes on is stopped first, and what does not work is told in one sentence while everything stays as it was.
class DocumentFlow : public QObject
{
    Q_OBJECT

public:
    using Act = std::function<void()>;

    /// Everything referred to outlives the flow.
    struct Parts
    {
        session::Document& document;
        session::ExperimentDraft& draft;
        session::GalleryModel& gallery;
        session::Settings& settings;
        DialogService& dialogs;
        /// Does something as soon as nothing runs any more, stopping what does.
        std::function<void(Act)> whenIdle;
        /// Opens a file that holds lanes and no experiment: what is edited stays.
        std::function<void(const QString& path)> openRun;
    };

    DocumentFlow(const Parts& parts, QWidget* window);

    /// A preset's id or a file's path.
    void open(const QString& key);
    /// What was dropped or given to the program: one file; several get a sentence.
    void openFiles(const QStringList& paths);
    void chooseFile();
    /// A new experiment from the preset that is open or was open last.
    void startNew();
    void save(Act then = {});
    void saveAs(Act then = {});
    /// True where nothing would be lost; else asks, and closes the window once it has been answered.
    bool mayClose();
    /// "Web requests[*]", with what a window's title needs to know.
    QString windowTitle() const;

Q_SIGNALS:
    /// Another experiment is open; its key, empty for a new one.
    void opened(const QString& key);
    /// Something did not work; a sentence.
    void refused(const QString& sentence);
    /// Something worked; a sentence for the log.
    void done(const QString& sentence);
    /// The list of the person's own files is another.
    void filesChanged();

private:
    void unlessLost(Act act);
    void load(const QString& key);
    void saveTo(const QString& path, const Act& then);
    QString fileFilters() const;

    Parts m_parts;
    QWidget* m_window;
    QString m_lastPreset;
    bool m_discarded = false;
};

} // namespace overlap::gui
