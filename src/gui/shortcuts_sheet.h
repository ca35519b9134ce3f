// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QPushButton;
class QWidget;

namespace overlap::gui {

/// Everything that mouse and keys do, in two columns of groups.
class ShortcutsSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsSheet(QWidget* parent);

    /// Opens the sheet; belongs into a menu.
    QAction* openAction() const { return m_open; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    QAction* m_open;
    QWidget* m_sheet;
    QPushButton* m_close;
};

} // namespace overlap::gui
