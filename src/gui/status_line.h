// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

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

    void setStep(const QString& text);
    /// From 0 to 1; nothing hides the bar.
    void setProgress(std::optional<double> progress);
    void setTimeLeft(const QString& text);
    void setCost(const QString& text, const QString& details);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::unique_ptr<Ui::StatusLine> m_ui;
};

} // namespace overlap::gui
