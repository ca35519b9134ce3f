// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file_drop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

namespace overlap::gui {

FileDrop::FileDrop(QWidget* window, QWidget* area) : QObject(window), m_area(area), m_words(new QLabel(area))
{
    m_words->setObjectName(QStringLiteral("dropHint"));
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_words->hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto* drag = static_cast<QDropEvent*>(event);
        const QStringList paths = localPaths(*drag);
        if (paths.isEmpty())
            break;
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        if (!m_words->isVisible())
            showWords(paths);
        return true;
    }
    case QEvent::DragLeave:
        m_words->hide();
        return true;
    case QEvent::Drop: {
        m_words->hide();
        auto* drop = static_cast<QDropEvent*>(event);
        const QStringList paths = localPaths(*drop);
        if (paths.isEmpty())
            break;
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        Q_EMIT dropped(paths);
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FileDrop::showWords(const QStringList& paths)
{
    m_words->setText(paths.size() == 1 ? tr("Drop to open “%1”").arg(QFileInfo(paths.first()).fileName())
                                       : tr("One file at a time"));
    m_words->setGeometry(m_area->rect().adjusted(8, 8, -8, -8));
    m_words->raise();
    m_words->show();
}

QStringList localPaths(const QDropEvent& event)
{
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (!url.isLocalFile())
            return {};
        paths << url.toLocalFile();
    }
    return paths;
}

} // namespace overlap::gui
