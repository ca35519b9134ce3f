// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/differences_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>
#include <memory>

namespace overlap::session {
class ItemFocus;
}

namespace overlap::gui {

namespace Ui {
class DifferencesPanel;
}

/// How the tasks of the shown runs differ from the same tasks of another run.
class DifferencesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DifferencesPanel(QWidget* parent = nullptr);
    ~DifferencesPanel() override;

    /// It must outlive the panel.
    void setItemFocus(session::ItemFocus* focus);
    /// `other` is what they are compared with, "the run before"; without runs the panel says what it is for.
    void setRuns(std::vector<session::DifferencesModel::Compared> runs, const QString& other,
                 session::DifferencesModel::ItemLabel item, session::DifferencesModel::StageLabel stage);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTitle();

    std::unique_ptr<Ui::DifferencesPanel> m_ui;
    session::DifferencesModel m_model;
    QSortFilterProxyModel m_sorted;
    std::vector<session::DifferencesModel::Compared> m_runs;
    QString m_other;
};

} // namespace overlap::gui
