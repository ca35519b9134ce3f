// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace overlap::gui {

/// A strip that says what the thing under the pointer, or the one with the focus, is for. F1 opens and closes
/// it; Shift+F1 asks about one thing with a click. The words come from the widgets' whatsThis, which is made
/// from the descriptors where there are some.
class ContextHelp : public QFrame
{
    Q_OBJECT

public:
    /// `window` is the window that is explained.
    ContextHelp(QWidget* window, QWidget* parent);

    void toggle();
    /// False where it was not open.
    bool dismiss();

    /// Rich text for a place of a widget; empty where there is nothing to say.
    static QString helpAt(const QWidget* widget, QPoint place);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void explain(const QWidget* widget, QPoint place);

    QWidget* m_window;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace overlap::gui
