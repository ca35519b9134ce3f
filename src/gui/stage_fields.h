// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategy.h"
#include "core/workload.h"

#include <QWidget>
#include <string>
#include <vector>

class QGridLayout;

namespace overlap::gui {

class CountField;
class WholeField;

/// A strategy with a number of workers for each stage: a line per stage with its name, its workers, and what
/// else the strategy has one of per stage. Fields are named "workers_<row>_<stage>" and
/// "option_<row>_<key>_<stage>".
class StageFields : public QWidget
{
    Q_OBJECT

public:
    /// The descriptor outlives the fields.
    StageFields(const core::StrategyDescriptor& descriptor, const std::vector<core::StageInfo>& stages,
                int row, QWidget* parent = nullptr);

    /// Shows what the strategy has, without telling anybody.
    void setStrategy(const core::Strategy& strategy);
    std::size_t stageCount() const { return m_counts.size(); }

Q_SIGNALS:
    void workersChanged(std::size_t stage, int number);
    void optionChanged(const std::string& key, const core::Value& values);

private:
    void addCount(const QString& stage, std::size_t index, int row, QGridLayout& grid);
    void addOption(const core::Parameter& option, const QString& stage, std::size_t index, int row,
                   QGridLayout& grid, int column);

    struct Option
    {
        const core::Parameter* parameter;
        std::vector<WholeField*> fields; ///< one for each stage
    };
    const core::StrategyDescriptor& m_descriptor;
    std::vector<CountField*> m_counts;
    std::vector<Option> m_options;
};

} // namespace overlap::gui
