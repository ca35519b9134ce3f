// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace overlap::gui {

class DialogService;

/// The path of a folder: typed, chosen, or dropped. Empty stands for what the workload makes itself.
class FolderField : public QWidget
{
    Q_OBJECT

public:
    /// The dialogs outlive the field.
    explicit FolderField(DialogService& dialogs, QWidget* parent = nullptr);

    QString path() const;
    /// Without a signal.
    void setPath(const QString& path);
    QLineEdit* lineEdit() const { return m_line; }

Q_SIGNALS:
    void pathChanged(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void retranslate();
    void choose();
    void take(const QString& path);
    void mark(bool dragged);

    DialogService& m_dialogs;
    QLineEdit* m_line;
    QToolButton* m_choose;
    bool m_quiet = false;
};

} // namespace overlap::gui
