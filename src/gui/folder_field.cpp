// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/folder_field.h"

#include "gui/dialog_service.h"
#include "gui/file_drop.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QStyle>
#include <QToolButton>

namespace overlap::gui {

namespace {

QString droppedFolder(const QDropEvent& event)
{
    const QStringList paths = localPaths(event);
    return paths.size() == 1 && QFileInfo(paths.first()).isDir() ? paths.first() : QString();
}

} // namespace

FolderField::FolderField(DialogService& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_line(new QLineEdit(this))
    , m_choose(new QToolButton(this))
{
    m_line->setClearButtonEnabled(true);
    m_line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // as high as the button
    m_line->setAcceptDrops(false); // it would take the address of the folder as text
    m_choose->setObjectName(QStringLiteral("chooseFolder"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_choose);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_line);
    setAcceptDrops(true);
    // textEdited() leaves out the button that clears.
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_quiet)
            Q_EMIT pathChanged(text);
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { m_line->setCursorPosition(0); });
    connect(m_choose, &QToolButton::clicked, this, &FolderField::choose);
    retranslate();
}

QString FolderField::path() const
{
    return m_line->text();
}

void FolderField::setPath(const QString& path)
{
    m_quiet = true;
    if (m_line->text() != path) {
        m_line->setText(path);
        if (!m_line->hasFocus())
            m_line->setCursorPosition(0); // a path is known by its beginning
    }
    m_quiet = false;
}

void FolderField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FolderField::retranslate()
{
    m_line->setPlaceholderText(tr("Generated files"));
    m_choose->setText(tr("Choose…"));
    m_choose->setToolTip(tr("Choose a folder, or drop one here"));
}

void FolderField::choose()
{
    const QString known = QFileInfo(path()).isDir() ? path() : QDir::homePath();
    m_dialogs.folderName(window(), tr("Choose a folder"), known,
                         [field = QPointer<FolderField>(this)](const QString& folder) {
                             // The form may show another workload by now.
                             if (field)
                                 field->take(folder);
                         });
}

void FolderField::take(const QString& path)
{
    m_line->setText(QDir::toNativeSeparators(path));
    m_line->setCursorPosition(0);
}

void FolderField::mark(bool dragged)
{
    m_line->setProperty("dragged", dragged);
    m_line->style()->polish(m_line);
}

void FolderField::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFolder(*event).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    mark(true);
}

void FolderField::dragLeaveEvent(QDragLeaveEvent* event)
{
    QWidget::dragLeaveEvent(event);
    mark(false);
}

void FolderField::dropEvent(QDropEvent* event)
{
    mark(false);
    const QString folder = droppedFolder(*event);
    if (folder.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(folder);
}

} // namespace overlap::gui
