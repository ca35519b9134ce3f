// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace overlap::gui {

namespace Ui {
class LogPanel;
}

/// What has happened, a line each with the time of day.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget* parent = nullptr);
    ~LogPanel() override;

    void write(const QString& line);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::unique_ptr<Ui::LogPanel> m_ui;
};

} // namespace overlap::gui
