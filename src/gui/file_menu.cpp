// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file_menu.h"

#include "gui/document_flow.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"
#include "session/settings.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <algorithm>

namespace overlap::gui {

using session::Edit;

FileMenu::FileMenu(DocumentFlow& flow, session::Document& document, session::ExperimentDraft& draft,
                   session::Settings& settings, QWidget* window)
    : QMenu(window)
    , m_flow(flow)
    , m_document(document)
    , m_draft(draft)
    , m_settings(settings)
    , m_window(window)
    , m_recent(new QMenu(this))
{
    setToolTipsVisible(true);
    m_recent->setToolTipsVisible(true);
    const auto add = [this](const char* name, const QKeySequence& keys, auto act) {
        QAction* action = addAction(QString());
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_new = add("newExperiment", QKeySequence::New, [this] { m_flow.startNew(); });
    m_open = add("openFile", QKeySequence::Open, [this] { m_flow.chooseFile(); });
    addMenu(m_recent);
    addSeparator();
    m_save = add("saveFile", QKeySequence::Save, [this] { m_flow.save(); });
    m_saveAs = add("saveFileAs", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { m_flow.saveAs(); });
    m_saveRun =
        add("saveRun", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { Q_EMIT saveRunWanted(); });
    m_saveRun->setEnabled(false);
    addSeparator();
    m_undo = add("undo", QKeySequence::Undo, [this] { m_draft.history().undo(); });
    m_redo = add("redo", QKeySequence::Redo, [this] { m_draft.history().redo(); });
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_reset = add("resetExperiment", {}, [this] { m_document.resetToPreset(); });
    addSeparator();
    m_quit = add("quit", Qt::CTRL | Qt::Key_Q, [this] { m_window->close(); });
    connect(this, &QMenu::aboutToShow, this, &FileMenu::fillRecent);
    connect(&m_draft, &session::ExperimentDraft::changed, this, &FileMenu::refresh);
    connect(&m_document, &session::Document::changed, this, &FileMenu::refresh);
    connect(&m_draft.history(), &QUndoStack::indexChanged, this, &FileMenu::refresh);
    window->addActions(actions());
    qApp->installEventFilter(this);
    retranslate();
}

void FileMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FileMenu::retranslate()
{
    m_new->setText(tr("New from this preset"));
    m_open->setText(tr("Open…"));
    m_recent->setTitle(tr("Open again"));
    m_save->setText(tr("Save"));
    m_saveAs->setText(tr("Save as…"));
    m_saveRun->setText(tr("Save run…"));
    m_saveRun->setWhatsThis(
        tr("The lanes that are shown, as a file that this window opens again at once, however "
           "long the run was."));
    m_reset->setText(tr("Back to how the preset was"));
    m_quit->setText(tr("Quit"));
    refresh();
}

void FileMenu::refresh()
{
    const Edit* undone = m_draft.undoEdit();
    const Edit* redone = m_draft.redoEdit();
    m_undo->setEnabled(undone);
    m_undo->setText(undone ? tr("Undo: %1").arg(words(*undone)) : tr("Undo"));
    m_redo->setEnabled(redone);
    m_redo->setText(redone ? tr("Redo: %1").arg(words(*redone)) : tr("Redo"));
    m_reset->setEnabled(m_document.differsFromPreset());
    m_save->setEnabled(!m_document.isOwn() || m_document.path().isEmpty() || m_document.modified());
}

QString FileMenu::words(const Edit& edit) const
{
    const QString subject = QString::fromStdString(edit.subject);
    switch (edit.what) {
    case Edit::What::parameter: {
        const core::ParameterSchema& schema = m_draft.workload().parameters;
        const auto found = std::ranges::find(schema, edit.subject, &core::Parameter::name);
        return found == schema.end() ? subject : session::translatedText("Workloads", found->title);
    }
    case Edit::What::chosen:
        return tr("%1 chosen").arg(subject);
    case Edit::What::leftOut:
        return tr("%1 left out").arg(subject);
    case Edit::What::option:
        return tr("options of %1").arg(subject);
    case Edit::What::workers:
        return tr("workers, %1").arg(subject);
    case Edit::What::added:
        return tr("%1 added").arg(subject);
    case Edit::What::removed:
        return tr("%1 removed").arg(subject);
    case Edit::What::blocks:
        return tr("blocks");
    case Edit::What::timeScale:
        return tr("time scale");
    case Edit::What::sweep:
        return tr("what varies");
    case Edit::What::reset:
        return tr("back to how the preset was");
    }
    return {};
}

void FileMenu::fillRecent()
{
    m_recent->clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString& file : files) {
        QAction* action = m_recent->addAction(session::nameOfFile(file));
        action->setToolTip(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { m_flow.open(file); });
    }
    if (!files.isEmpty())
        m_recent->addSeparator();
    QAction* clear = m_recent->addAction(tr("Clear the list"));
    clear->setObjectName(QStringLiteral("clearRecent"));
    clear->setEnabled(!files.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_settings.clearRecentFiles();
        Q_EMIT m_flow.filesChanged();
    });
}

bool FileMenu::eventFilter(QObject* watched, QEvent* event)
{
    // Fields take these keys for themselves, letter by letter and only while they have the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* widget = qobject_cast<QWidget*>(watched);
        const bool ours = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
                          key->keyCombination() == (Qt::CTRL | Qt::Key_Y);
        if (ours && widget && widget->window() == m_window && widget->property("edits").toBool()) {
            event->ignore();
            return true;
        }
    }
    return QMenu::eventFilter(watched, event);
}

} // namespace overlap::gui
