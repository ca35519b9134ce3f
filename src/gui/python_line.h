// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace overlap::session {
class PythonSetting;
}

namespace overlap::gui {

class DialogService;

/// Over the Python strategies: which interpreter they run on, or why they cannot, and on demand a field to
/// name another one.
class PythonLine : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the line.
    PythonLine(session::PythonSetting& python, DialogService& dialogs, QWidget* parent);

    /// There is no twin of the work, so no interpreter would help; false where there is one.
    void setNoTwin(bool noTwin);

private:
    void refresh();
    void choose();
    void open(bool wanted);
    void take(const QString& path);

    session::PythonSetting& m_python;
    DialogService& m_dialogs;
    QLabel* m_name;
    QToolButton* m_change;
    QLabel* m_reason;
    QWidget* m_field;
    QLineEdit* m_path;
    bool m_noTwin = false;
};

} // namespace overlap::gui
