// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>
#include <memory>

class QAction;
class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace overlap::session {
class GalleryModel;
}

namespace overlap::gui {

namespace Ui {
class GalleryPanel;
}

/// The experiments by chapter, with a search; narrow, a strip with a button for each chapter.
class GalleryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit GalleryPanel(QWidget* parent = nullptr);
    ~GalleryPanel() override;

    /// The model outlives the panel.
    void setModel(session::GalleryModel* model);
    /// What opens the advisor, at the foot; it outlives the panel.
    void setAdvisor(QAction* action);
    /// The person's own files, by absolute path.
    void setFiles(const QStringList& paths);
    /// Shows which experiment is open, without a signal; none for an empty key.
    void select(const QString& id);
    void setCompact(bool compact);
    void focusSearch();

Q_SIGNALS:
    /// A preset's id or a file's path. Until select() says otherwise, what was open stays marked.
    void chosen(const QString& key);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void openFirst();
    void filter(const QString& words);
    void makeStrip();
    void showAdvisor();

    std::unique_ptr<Ui::GalleryPanel> m_ui;
    session::GalleryModel* m_model = nullptr;
    QSortFilterProxyModel m_filtered;
    QToolButton* m_advisor = nullptr;
    QHBoxLayout* m_advisorLine = nullptr; ///< in line with the chapters
    QWidget* m_strip = nullptr;
    QString m_open;
    bool m_selecting = false;
};

} // namespace overlap::gui
