// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "gui/advisor_measured.h"
#include "session/gallery_model.h"

#include <QDialog>

class QAction;
class QLabel;
class QPushButton;
class QTabWidget;

namespace overlap::gui {

class AdvisorAnswer;
class AdvisorQuestion;

/// "Advisor", in words: a person describes their work, the decision tree answers while they type, and a
/// preset of that kind can be run to see whether it holds. Measured: the experiment that is open is forecast,
/// run and judged. Not modal; what was asked is there when it is opened again. Closing it stops what it
/// measures.
class AdvisorPage : public QDialog
{
    Q_OBJECT

public:
    /// The presets outlive the page; `cores` of this machine.
    AdvisorPage(const session::GalleryModel& presets, int cores, const AdvisorMeasured::Parts& measured,
                QWidget* parent);

    /// For menus and links.
    QAction* openAction() const { return m_open; }
    /// Why nothing can be run now, in a sentence; empty where it can.
    void setHeldUp(const QString& why);
    void setTheme(const charts::Theme& theme);
    void reopen();
    /// With what is measured in front.
    void reopenMeasured();

Q_SIGNALS:
    /// Somebody wants to see that preset run, with that strategy among its own.
    void presetWanted(const QString& id, const QString& strategy);

public Q_SLOTS:
    void done(int result) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void ask();
    void tryIt();
    void retranslate();
    void showTrial();

    const session::GalleryModel& m_presets;
    session::AdviceCheck& m_check;
    QAction* m_open;
    QLabel* m_headline;
    QLabel* m_details;
    QTabWidget* m_tabs;
    AdvisorMeasured* m_measured;
    AdvisorQuestion* m_question;
    AdvisorAnswer* m_answer;
    QPushButton* m_try;
    QLabel* m_hint;
    QPushButton* m_copy;
    QPushButton* m_close;
    QString m_heldUp;
};

} // namespace overlap::gui
