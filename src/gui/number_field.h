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
};

} // namespace overlap::gui
