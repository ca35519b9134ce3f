// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace overlap::gui {

/// A field over the upper right corner of the lanes that is there while it is needed: opened by a key, closed
/// by Escape, which gives the focus back to the lanes.
class LanesBar : public QFrame
{
    Q_OBJECT

public:
    /// Its parent, and it outlives it.
    explicit LanesBar(QWidget* lanes);

    void open();
    void dismiss();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void opened();

protected:
    QLineEdit* field() const { return m_field; }
    QHBoxLayout* row() const { return m_row; }
    QToolButton* addButton(const QString& name, const QString& sign);
    /// Beside the field; `problem` in the colour of what went wrong.
    void say(const QString& text, bool problem = false);
    virtual void retranslate();
    virtual void closing() {}
    void changeEvent(QEvent* event) override;

private:
    void place();

    QWidget* m_lanes;
    QHBoxLayout* m_row;
    QLineEdit* m_field;
    QLabel* m_text;
    QToolButton* m_close = nullptr;
};

} // namespace overlap::gui
