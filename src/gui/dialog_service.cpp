// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialog_service.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace overlap::gui {

namespace {

void ask(QFileDialog* dialog, const QString& filters, DialogService::PathAnswer answer)
{
    if (!filters.isEmpty())
        dialog->setNameFilters(filters.split(QStringLiteral(";;")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

/// "overlap.json" or "png": what a name that was typed without an ending gets.
QString endingOf(const QString& proposal)
{
    const QString ours = QStringLiteral("overlap.json");
    return proposal.endsWith(ours) ? ours : QFileInfo(proposal).suffix();
}

} // namespace

void DesktopDialogs::saveFileName(QWidget* parent, const QString& title, const QString& proposal,
                                  const QString& filters, PathAnswer answer)
{
    const QFileInfo place(proposal);
    auto* dialog = new QFileDialog(parent, title, place.absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(endingOf(proposal));
    dialog->selectFile(place.fileName());
    ask(dialog, filters, std::move(answer));
}

void DesktopDialogs::openFileName(QWidget* parent, const QString& title, const QString& folder,
                                  const QString& filters, PathAnswer answer)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, filters, std::move(answer));
}

void DesktopDialogs::folderName(QWidget* parent, const QString& title, const QString& folder,
                                PathAnswer answer)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, {}, std::move(answer));
}

void DesktopDialogs::askUnsaved(QWidget* parent, const QString& title, const QString& sentence,
                                UnsavedAnswer answer)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, sentence,
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, box, [answer = std::move(answer)](int button) {
        if (button == QMessageBox::Save)
            answer(Unsaved::save);
        else if (button == QMessageBox::Discard)
            answer(Unsaved::discard);
    });
    box->open();
}

void DesktopDialogs::tell(QWidget* parent, const QString& title, const QString& sentence)
{
    auto* box = new QMessageBox(QMessageBox::Warning, title, sentence, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace overlap::gui
