// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"
#include "session/live_feed.h"
#include "session/results_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>
#include <memory>
#include <vector>

namespace overlap::session {
class ItemFocus;
}

namespace overlap::gui {

namespace Ui {
class ResultsPanel;
}

class ItemRowDelegate;

/// What each item came to, for one strategy at a time. The row under the pointer and the chosen one are the
/// items that all views light up; Enter or a double click brings a row's item into view in the lanes.
class ResultsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPanel(QWidget* parent = nullptr);
    ~ResultsPanel() override;

    /// The focus must outlive the panel.
    void setItemFocus(session::ItemFocus* focus);
    /// Keeps to the strategy that was chosen by hand, else shows the last one.
    void setBands(const std::vector<session::Band>& bands, std::shared_ptr<const core::Workload> workload);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::shared_ptr<const engine::RunOutcome> shownRun() const;
    void showRun();
    void showSummary();
    void showFocus();
    core::ItemIndex itemAt(const QModelIndex& row) const;

    std::unique_ptr<Ui::ResultsPanel> m_ui;
    session::ResultsModel m_model;
    QSortFilterProxyModel m_sorted;
    std::vector<std::shared_ptr<const engine::RunOutcome>> m_runs; // by the data of the box's entries
    std::shared_ptr<const core::Workload> m_workload;
    session::ItemFocus* m_focus = nullptr;
    ItemRowDelegate* m_rows = nullptr;
    bool m_follows = false; ///< the table takes over what was chosen elsewhere
    QString m_chosen;       // the strategy that a person asked for; empty follows the last run
};

} // namespace overlap::gui
