// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

namespace overlap::core {
class Workload;
}
namespace overlap::session {
class ExperimentDraft;
class RunController;
} // namespace overlap::session

namespace overlap::gui {

namespace Ui {
class StatusLine;
}

/// The foot of the window: what is going on, how far, how long still, and what watching costs.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    ~StatusLine() override;

    /// Before the first run: ready, or what keeps the experiment from running.
    void showPlan(const session::ExperimentDraft& draft);
    /// While runs go on and afterwards. `workload` may be null.
    void showRun(const session::RunController& controller, const core::Workload* workload);
    /// Something else that was done, until the next of the two above.
    void setStep(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    /// From 0 to 1; nothing hides the bar.
    void setProgress(std::optional<double> progress);
    void setTimeLeft(const QString& text);
    void setCost(const QString& text, const QString& details);

    std::unique_ptr<Ui::StatusLine> m_ui;
};

} // namespace overlap::gui
