// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panel_layout.h"

#include "gui/gallery_panel.h"
#include "gui/inspector_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>
#include <QVBoxLayout>

namespace overlap::gui {

namespace {

constexpr int galleryWidth = 232;
constexpr int stripWidth = 52;
constexpr int inspectorWidth = 332;

} // namespace

PanelLayout::PanelLayout(QMainWindow* window, GalleryPanel* gallery, InspectorPanel* inspector)
    : QObject(window)
    , m_window(window)
    , m_gallery(gallery)
    , m_inspector(inspector)
    , m_galleryDock(new QDockWidget(window))
    , m_inspectorDock(new QDockWidget(window))
    , m_overlay(new QFrame(window->centralWidget()))
    , m_galleryAction(new QAction(this))
    , m_inspectorAction(new QAction(this))
    , m_lockAction(new QAction(this))
{
    m_galleryDock->setObjectName(QStringLiteral("galleryDock"));
    m_galleryDock->setWidget(gallery);
    m_inspectorDock->setObjectName(QStringLiteral("inspectorDock"));
    m_inspectorDock->setWidget(inspector);
    gallery->setMinimumWidth(180);
    inspector->setMinimumWidth(280);
    window->addDockWidget(Qt::LeftDockWidgetArea, m_galleryDock);
    window->addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    window->resizeDocks({m_galleryDock, m_inspectorDock}, {galleryWidth, inspectorWidth}, Qt::Horizontal);

    m_overlay->setObjectName(QStringLiteral("inspectorOverlay"));
    auto* layout = new QVBoxLayout(m_overlay);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QWidget(m_overlay);
    head->setObjectName(QStringLiteral("overlayHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(20, 4, 8, 4);
    m_overlayTitle = new QLabel(head);
    m_overlayTitle->setProperty("role", QStringLiteral("header"));
    m_overlayClose = new QToolButton(head);
    m_overlayClose->setObjectName(QStringLiteral("closeDetails"));
    m_overlayClose->setProperty("role", QStringLiteral("stepper"));
    m_overlayClose->setText(QStringLiteral("✕"));
    connect(m_overlayClose, &QToolButton::clicked, this, &PanelLayout::closeOverlay);
    headLayout->addWidget(m_overlayTitle, 1);
    headLayout->addWidget(m_overlayClose);
    layout->addWidget(head);
    m_overlay->hide();

    m_galleryAction->setCheckable(true);
    m_galleryAction->setChecked(true);
    m_galleryAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    connect(m_galleryAction, &QAction::toggled, m_galleryDock, &QDockWidget::setVisible);
    m_inspectorAction->setCheckable(true);
    m_inspectorAction->setChecked(true);
    m_inspectorAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    connect(m_inspectorAction, &QAction::toggled, this, &PanelLayout::showInspector);
    m_lockAction->setCheckable(true);
    m_lockAction->setChecked(true);
    connect(m_lockAction, &QAction::toggled, this, &PanelLayout::setLocked);
    // A panel that was closed by its own button, or brought back by a remembered layout.
    connect(m_galleryDock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (m_window->isVisible() && !m_window->isMinimized())
            m_galleryAction->setChecked(visible);
    });
    connect(m_inspectorDock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (!m_narrow && m_window->isVisible() && !m_window->isMinimized())
            m_inspectorAction->setChecked(visible);
    });
    setLocked(true);
    retranslate();
}

void PanelLayout::retranslate()
{
    m_galleryDock->setWindowTitle(tr("Experiments"));
    m_galleryAction->setText(tr("Experiments"));
    m_inspectorDock->setWindowTitle(tr("Details"));
    m_inspectorAction->setText(tr("Details"));
    m_overlayTitle->setText(tr("Details"));
    m_overlayClose->setToolTip(tr("Close (Esc)"));
    m_overlayClose->setAccessibleName(m_overlayClose->toolTip());
    m_lockAction->setText(tr("Panels stay where they are"));
}

void PanelLayout::setFoot(QWidget* foot)
{
    m_foot = foot;
    foot->installEventFilter(this);
}

bool PanelLayout::eventFilter(QObject* watched, QEvent* event)
{
    const bool moved =
        event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::Resize;
    if (watched == m_foot && moved)
        placeOverlay();
    return QObject::eventFilter(watched, event);
}

void PanelLayout::adapt()
{
    setNarrow(m_window->width() < narrowBelow);
    placeOverlay();
}

bool PanelLayout::closeOverlay()
{
    if (!m_narrow || !m_overlay->isVisible())
        return false;
    m_inspectorAction->setChecked(false);
    return true;
}

void PanelLayout::openGallery()
{
    m_galleryAction->setChecked(true);
    if (!m_narrow)
        return;
    m_gallery->setCompact(false);
    m_gallery->setMinimumWidth(galleryWidth);
    m_gallery->setMaximumWidth(galleryWidth);
}

void PanelLayout::setNarrow(bool narrow)
{
    if (narrow && m_narrow) {
        m_gallery->setCompact(true);
        m_gallery->setMinimumWidth(stripWidth);
        m_gallery->setMaximumWidth(stripWidth);
    }
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_gallery->setCompact(narrow);
    if (narrow) {
        m_inspectorWhenWide = m_inspectorAction->isChecked();
        m_gallery->setMinimumWidth(stripWidth);
        m_gallery->setMaximumWidth(stripWidth);
        m_inspectorAction->setChecked(false);
        m_inspectorDock->hide();
        m_overlay->layout()->addWidget(m_inspector);
        m_inspector->show();
    } else {
        m_overlay->hide();
        m_gallery->setMinimumWidth(180);
        m_gallery->setMaximumWidth(QWIDGETSIZE_MAX);
        m_inspectorDock->setWidget(m_inspector);
        m_inspectorAction->setChecked(m_inspectorWhenWide);
        m_inspectorDock->setVisible(m_inspectorWhenWide);
        m_window->resizeDocks({m_galleryDock, m_inspectorDock}, {galleryWidth, inspectorWidth},
                              Qt::Horizontal);
    }
    Q_EMIT narrowChanged(narrow);
}

void PanelLayout::showInspector(bool show)
{
    if (!m_narrow) {
        m_inspectorDock->setVisible(show);
        return;
    }
    placeOverlay();
    m_overlay->setVisible(show);
    m_overlay->raise();
}

void PanelLayout::placeOverlay()
{
    const QWidget* area = m_window->centralWidget();
    const int width = std::min(inspectorWidth, area->width());
    const int foot = m_foot && m_foot->isVisible() ? m_foot->height() : 0;
    m_overlay->setGeometry(area->width() - width, 0, width, area->height() - foot);
}

void PanelLayout::setLocked(bool locked)
{
    for (QDockWidget* dock : {m_galleryDock, m_inspectorDock}) {
        QWidget* old = dock->titleBarWidget();
        dock->setTitleBarWidget(locked ? new QWidget(dock) : nullptr);
        delete old;
        dock->setFeatures(locked ? QDockWidget::NoDockWidgetFeatures
                                 : QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable |
                                       QDockWidget::DockWidgetClosable);
    }
}

void PanelLayout::reset()
{
    m_lockAction->setChecked(true);
    m_galleryDock->setFloating(false);
    m_inspectorDock->setFloating(false);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_galleryDock);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    m_galleryAction->setChecked(true);
    m_galleryDock->show();
    m_inspectorAction->setChecked(!m_narrow);
    m_window->resizeDocks({m_galleryDock, m_inspectorDock}, {galleryWidth, inspectorWidth}, Qt::Horizontal);
}

} // namespace overlap::gui
