// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/costs_check.h"
#include "session/gallery_model.h"

#include <QDialog>
#include <optional>

class QAction;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace overlap::gui {

/// "Strategies": what each of them is, when it pays, what it costs on this machine (measured on a click), and
/// a preset that shows it. Not modal; closing it stops what it measures, and what it found is there when it
/// is opened again.
class StrategiesPage : public QDialog
{
    Q_OBJECT

public:
    /// Everything referred to outlives the page.
    StrategiesPage(session::CostsCheck& check, const core::Catalogue& catalogue,
                   const session::GalleryModel& presets, QWidget* parent);

    QAction* openAction() const { return m_open; }
    /// Why nothing can be started now, in a sentence; empty where it can.
    void setHeldUp(const QString& why);
    void reopen();
    void done(int result) override;

    /// Why nothing else can be started while this measures.
    static QString whyOthersWait();

Q_SIGNALS:
    /// Somebody wants to see that preset run, with that strategy among its own.
    void presetWanted(const QString& id, const QString& strategy);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        const core::StrategyDescriptor* strategy;
        QString preset;
        QLabel* title;
        QLabel* help;
        QLabel* cost;
        QPushButton* run; ///< null where no preset is there
    };

    void layOut(const core::Catalogue& catalogue);
    void addRow(QGridLayout* grid, const core::StrategyDescriptor& strategy);
    void start();
    void retranslate();
    void refresh();
    QString costOf(const Row& row) const;
    QString outcome() const;

    session::CostsCheck& m_check;
    const session::GalleryModel& m_presets;
    QAction* m_open;
    QLabel* m_headline;
    QLabel* m_details;
    QLabel* m_hint;
    QProgressBar* m_bar;
    QPushButton* m_measure;
    QPushButton* m_stop;
    QPushButton* m_close;
    std::vector<Row> m_rows;
    session::CostsCheck::Costs m_costs;
    std::optional<core::Error> m_refusal;
    QString m_heldUp;
};

} // namespace overlap::gui
