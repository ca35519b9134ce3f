// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/number_field.h"

#include <QLocale>
#include <algorithm>

namespace overlap::gui {

namespace {

// Wide enough for every slip of the finger.
constexpr int farOut = 1'000'000'000;

} // namespace

NumberField::NumberField(QWidget* parent) : QDoubleSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setKeyboardTracking(false);
    setDecimals(3);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
}

QString NumberField::textFromValue(double value) const
{
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, 'g', QLocale::FloatingPointShortest);
}

void NumberField::setStepRange(double minimum, double maximum)
{
    m_least = minimum;
    m_most = maximum;
    setRange(std::min<double>(minimum, -farOut), std::max<double>(maximum, farOut));
}

void NumberField::stepBy(int steps)
{
    QDoubleSpinBox::stepBy(steps);
    if (m_least < m_most)
        setValue(std::clamp(value(), m_least, m_most));
}

WholeField::WholeField(QWidget* parent) : QSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
}

void WholeField::setStepRange(int minimum, int maximum)
{
    m_least = minimum;
    m_most = maximum;
    setRange(std::min(minimum, -farOut), std::max(maximum, farOut));
}

void WholeField::stepBy(int steps)
{
    QSpinBox::stepBy(steps);
    if (m_least < m_most)
        setValue(std::clamp(value(), m_least, m_most));
}

} // namespace overlap::gui
