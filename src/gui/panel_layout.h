// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QDockWidget;
class QFrame;
class QLabel;
class QMainWindow;
class QMenu;
class QToolButton;

namespace overlap::gui {

class GalleryPanel;
class InspectorPanel;

/// Where the side panels are: docked left and right in a wide window; in a narrow one the gallery is a strip
/// and the inspector lies over the lanes when it is asked for.
class PanelLayout : public QObject
{
    Q_OBJECT

public:
    static constexpr int narrowBelow = 1280; ///< logical pixels of window width

    PanelLayout(QMainWindow* window, GalleryPanel* gallery, InspectorPanel* inspector);

    /// What stands below the lanes and must not be covered while it is shown.
    void setFoot(QWidget* foot);
    /// To be called whenever window or central area change their size.
    void adapt();
    /// Closes the details that lie over the lanes; false where they do not.
    bool closeOverlay();
    /// Makes the gallery wide enough to search in, until something is chosen.
    void openGallery();

    QAction* galleryAction() const { return m_galleryAction; }
    QAction* inspectorAction() const { return m_inspectorAction; }
    QAction* lockAction() const { return m_lockAction; }
    void reset();
    void retranslate();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void narrowChanged(bool narrow);

private:
    void setNarrow(bool narrow);
    void setLocked(bool locked);
    void showInspector(bool show);
    void placeOverlay();

    QMainWindow* m_window;
    GalleryPanel* m_gallery;
    InspectorPanel* m_inspector;
    QDockWidget* m_galleryDock;
    QDockWidget* m_inspectorDock;
    QFrame* m_overlay;
    QWidget* m_foot = nullptr;
    QLabel* m_overlayTitle = nullptr;
    QToolButton* m_overlayClose = nullptr;
    QAction* m_galleryAction;
    QAction* m_inspectorAction;
    QAction* m_lockAction;
    bool m_narrow = false;
    bool m_inspectorWhenWide = true;
};

} // namespace overlap::gui
