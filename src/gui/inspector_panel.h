// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "session/time_window.h"

#include <QWidget>
#include <memory>
#include <optional>

class QAction;

namespace overlap::session {
class ExperimentDraft;
class PythonSetting;
} // namespace overlap::session

namespace overlap::gui {

namespace Ui {
class InspectorPanel;
}

class DialogService;

/// What the experiment consists of: the workload's parameters, the strategies, and what should come out;
/// behind a run also what happened in it.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget* parent = nullptr);
    ~InspectorPanel() override;

    /// Both outlive the panel.
    void setDraft(session::ExperimentDraft* draft, DialogService* dialogs);
    /// The interpreter of the Python strategies; both outlive the panel.
    void setPython(session::PythonSetting* python, DialogService* dialogs);
    /// What opens the page that holds the model of Python's lock against CPython, and the one about
    /// strategies; both outlive the panel.
    void setPages(QAction* modelCheck, QAction* strategies);
    /// Null while nothing was measured that expectations could be held against.
    void setReport(const core::Report* report);
    /// One line on top; empty hides it.
    void setNotice(const QString& text);

Q_SIGNALS:
    /// What happened can be seen there, in the lanes of a strategy.
    void placeWanted(const QString& strategy, const overlap::session::TimeRange& range);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showExpectations();

    std::unique_ptr<Ui::InspectorPanel> m_ui;
    session::ExperimentDraft* m_draft = nullptr;
    std::optional<core::Report> m_report;
};

} // namespace overlap::gui
