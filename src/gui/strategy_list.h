// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategy.h"

#include <QWidget>
#include <string>
#include <vector>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace overlap::session {
class ExperimentDraft;
}

namespace overlap::gui {

/// The strategies that can be chosen, a row each: on or off, and how many workers. A strategy that takes a
/// number may stand several times with different numbers. Rows are named "strategy_<n>".
class StrategyList : public QWidget
{
    Q_OBJECT

public:
    explicit StrategyList(QWidget* parent = nullptr);

    /// The draft outlives the list.
    void setDraft(session::ExperimentDraft* draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    struct Row
    {
        core::Strategy strategy;
        bool chosen = false;
    };

    void readDraft();
    void rebuild();
    void addRow(const Row& row, int index);
    void writeDraft();
    void addStrategy(const core::StrategyDescriptor& descriptor);
    void showProblems();

    session::ExperimentDraft* m_draft = nullptr;
    std::vector<Row> m_rows;
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_holder = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace overlap::gui
