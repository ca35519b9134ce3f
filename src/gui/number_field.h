// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace overlap::gui {

/// A real number without idle zeros: "5", "0.25". What is typed takes effect when it is whole, not digit by
/// digit.
class NumberField : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    void stepBy(int steps) override;

    /// Steps keep to this range; what is typed may lie outside and stays, so that the validator can say what
    /// is wrong with it.
    void setStepRange(double minimum, double maximum);

private:
    double m_least = 0;
    double m_most = 0; ///< equal to m_least: the range of the box counts for steps too
};

/// A whole number that behaves the same way; it takes effect while it is typed.
class WholeField : public QSpinBox
{
    Q_OBJECT

public:
    explicit WholeField(QWidget* parent = nullptr);
    void stepBy(int steps) override;
    void setStepRange(int minimum, int maximum);

private:
    int m_least = 0;
    int m_most = 0;
};

} // namespace overlap::gui
