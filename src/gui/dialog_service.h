// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace overlap::gui {

/// The dialogs that ask for something, behind an interface, so that tests answer instead of a person.
class DialogService
{
public:
    virtual ~DialogService() = default;
    /// Where to save; empty when the person changed their mind. `filters` as in QFileDialog.
    virtual QString saveFileName(QWidget* parent, const QString& title, const QString& proposal,
                                 const QString& filters) = 0;
    /// One sentence about something that did not work.
    virtual void tell(QWidget* parent, const QString& title, const QString& sentence) = 0;
};

/// The real dialogs.
class DesktopDialogs final : public DialogService
{
public:
    QString saveFileName(QWidget* parent, const QString& title, const QString& proposal,
                         const QString& filters) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence) override;
};

} // namespace overlap::gui
