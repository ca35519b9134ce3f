// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenu>

namespace overlap::session {
class Document;
class ExperimentDraft;
struct Edit;
class Settings;
} // namespace overlap::session

namespace overlap::gui {

class DocumentFlow;

/// New, Open, Save and what was open last; Undo and Redo with the name of the step. The shortcuts work while
/// the menu is closed, in fields too: there they undo a change of the experiment, not a letter.
class FileMenu : public QMenu
{
    Q_OBJECT

public:
    /// Everything referred to outlives the menu.
    FileMenu(DocumentFlow& flow, session::Document& document, session::ExperimentDraft& draft,
             session::Settings& settings, QWidget* window);

    /// Whether there is a run whose lanes can be saved.
    void setRunAvailable(bool available) { m_saveRun->setEnabled(available); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The lanes of the run that is shown are wanted as a file.
    void saveRunWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void fillRecent();
    QString words(const session::Edit& edit) const;

    DocumentFlow& m_flow;
    session::Document& m_document;
    session::ExperimentDraft& m_draft;
    session::Settings& m_settings;
    QWidget* m_window;
    QMenu* m_recent;
    QAction* m_new;
    QAction* m_open;
    QAction* m_save;
    QAction* m_saveAs;
    QAction* m_saveRun;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_reset;
    QAction* m_quit;
};

} // namespace overlap::gui
