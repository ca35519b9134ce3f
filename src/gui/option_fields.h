// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategy.h"

#include <QWidget>
#include <vector>

class QAbstractSpinBox;

namespace overlap::gui {

/// The options of one strategy side by side, made from its descriptor, without those that are one per stage.
/// Fields are named "option_<row>_<key>".
class OptionFields : public QWidget
{
    Q_OBJECT

public:
    /// The descriptor outlives the fields.
    OptionFields(const core::StrategyDescriptor& descriptor, int row, QWidget* parent = nullptr);

    /// Shows what the strategy has, without telling anybody.
    void setStrategy(const core::Strategy& strategy);

Q_SIGNALS:
    void optionChanged(const std::string& key, const core::Value& value);

private:
    void addField(const core::Parameter& option, int row);

    struct Field
    {
        const core::Parameter* option;
        QAbstractSpinBox* editor;
    };
    const core::StrategyDescriptor& m_descriptor;
    std::vector<Field> m_fields;
};

} // namespace overlap::gui
