// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace overlap::gui {

/// A line over the lanes that says what did not work, and stays until it is closed or no longer true; a box
/// in the way would ask for an answer that nobody needs.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void tell(const QString& sentence);
    /// False where nothing was shown.
    bool dismiss();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace overlap::gui
