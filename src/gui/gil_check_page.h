// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "session/gil_check.h"

#include <QDialog>
#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace overlap::gui {

/// "How faithful is this model here?": the model of Python's lock beside the CPython of this machine,
/// measured on a click. It and an experiment are never measured at the same time. Not modal; closing it stops
/// what it measures, and what it found is there when it is opened again.
class GilCheckPage : public QDialog
{
    Q_OBJECT

public:
    /// The check outlives the page.
    GilCheckPage(session::GilCheck& check, QWidget* parent);

    /// For menus and links; not enabled while something else is measured.
    QAction* openAction() const { return m_open; }
    /// Why it cannot start now, in a sentence; empty where it can.
    void setHeldUp(const QString& why);
    void setTheme(const charts::Theme& theme);
    void reopen();
    void done(int result) override;

    /// Why nothing else can be started while this measures.
    static QString whyExperimentsWait();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What the page says at a moment.
    struct Words
    {
        QString headline;
        QString details;
        QString hint;
    };

    void layOut();
    QWidget* makeExplanation();
    void makeTable();
    void start(int blocks);
    void retranslate();
    void refresh();
    void showProgress();
    void fillTable();
    Words words() const;
    Words wordsOfOutcome() const;
    QString plainText() const;

    session::GilCheck& m_check;
    QAction* m_open;
    QLabel* m_headline;
    QLabel* m_details;
    QStackedWidget* m_middle;
    QTableWidget* m_table;
    QLabel* m_hint;
    QProgressBar* m_bar;
    QLabel* m_step;
    QPushButton* m_quick;
    QPushButton* m_thorough;
    QPushButton* m_stop;
    QPushButton* m_copy;
    QPushButton* m_close;
    std::vector<QLabel*> m_explained; ///< term and sentence in turn
    charts::Theme m_theme;
    std::optional<engine::GilValidation> m_found;
    std::optional<core::Error> m_refusal;
    QString m_heldUp;
    int m_blocks = 0; ///< that the last start asked for
    int m_done = 0;
    bool m_stopping = false;
};

} // namespace overlap::gui
