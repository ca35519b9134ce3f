// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialog_service.h"

#include <QFileDialog>
#include <QMessageBox>

namespace overlap::gui {

QString DesktopDialogs::saveFileName(QWidget* parent, const QString& title, const QString& proposal,
                                     const QString& filters)
{
    return QFileDialog::getSaveFileName(parent, title, proposal, filters);
}

void DesktopDialogs::tell(QWidget* parent, const QString& title, const QString& sentence)
{
    auto* box = new QMessageBox(QMessageBox::Warning, title, sentence, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace overlap::gui
