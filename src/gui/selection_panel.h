// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/statistics_model.h"
#include "session/stretch_study.h"

#include <QSortFilterProxyModel>
#include <QWidget>
#include <memory>

namespace overlap::gui {

namespace Ui {
class SelectionPanel;
}

/// The figures of the stretch of time that is selected in the lanes, or of what they show while nothing is
/// selected.
class SelectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionPanel(QWidget* parent = nullptr);
    ~SelectionPanel() override;

    /// It must outlive the panel.
    void setStudy(session::StretchStudy* study);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void retranslate();
    void showStretch();
    void showTitle();

    std::unique_ptr<Ui::SelectionPanel> m_ui;
    session::StatisticsModel m_model;
    QSortFilterProxyModel m_sorted;
    session::StretchStudy* m_study = nullptr;
};

/// "0.8 s to 1.2 s", as fine as the length of the stretch asks for.
QString stretchText(const session::TimeRange& range);

} // namespace overlap::gui
