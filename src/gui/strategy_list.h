// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace overlap::session {
class ExperimentDraft;
class PythonSetting;
struct Choice;
} // namespace overlap::session

namespace overlap::gui {

class CountField;
class DialogService;
class OptionFields;
class StageFields;
class PythonLine;

/// The strategies that can be chosen, a row each: on or off, and how many workers. A strategy that takes a
/// number may stand several times with different numbers; all but one of them can be taken away again. Those
/// of Python stand last, under the line that names the interpreter. Rows are named "strategy_<n>" by their
/// place in the draft.
class StrategyList : public QWidget
{
    Q_OBJECT

public:
    explicit StrategyList(QWidget* parent = nullptr);

    /// The draft outlives the list.
    void setDraft(session::ExperimentDraft* draft);
    /// Stands over the first Python strategy. Both outlive the list.
    void setPython(session::PythonSetting* python, DialogService* dialogs);
    /// Stands as a link under the strategy that runs under the model of Python's lock, while that is chosen.
    void setModelCheck(QAction* action);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    struct Row
    {
        std::string name;
        bool removable = false;
        QCheckBox* box = nullptr;
        CountField* count = nullptr;     ///< null where the strategy takes no number, or one per stage
        StageFields* stages = nullptr;   ///< under the row while it is chosen; null where it has none
        OptionFields* options = nullptr; ///< under the row while it is chosen; null where it has none
        QToolButton* check = nullptr;    ///< under the options of the first such row; null where it has none
    };

    void rebuild();
    void refresh();
    bool fits() const;
    void addRow(const session::Choice& choice, int index, bool anyRemovable);
    void addModelCheck(Row& row, int index);
    void showObstacle(const Row& row, const session::Choice& choice);
    void addMenu();
    void showProblems();

    session::ExperimentDraft* m_draft = nullptr;
    std::vector<Row> m_rows;
    QAction* m_modelCheck = nullptr;
    session::PythonSetting* m_python = nullptr;
    DialogService* m_dialogs = nullptr;
    PythonLine* m_pythonLine = nullptr; ///< null where no Python strategy is offered
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_holder = nullptr;
    QLabel* m_problem = nullptr;
    bool m_refreshing = false;
};

} // namespace overlap::gui
