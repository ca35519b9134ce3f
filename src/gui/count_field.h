// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QSpinBox;
class QToolButton;

namespace overlap::gui {

/// A small whole number with − and + beside it.
class CountField : public QFrame
{
    Q_OBJECT

public:
    explicit CountField(QWidget* parent = nullptr);

    int value() const;
    void setValue(int value);
    void setRange(int minimum, int maximum);
    QSpinBox* spinBox() const { return m_box; }

Q_SIGNALS:
    void valueChanged(int value);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void updateButtons();

    QSpinBox* m_box;
    QToolButton* m_less;
    QToolButton* m_more;
};

} // namespace overlap::gui
