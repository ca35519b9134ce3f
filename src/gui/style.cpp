// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace overlap::gui {

namespace {

// One sheet for the program. @role is a colour of the theme, @N a length in pixels at scale 1. Widgets are
// told apart by object name and by the property "role"; forms hold no style of their own.
constexpr auto sheet = R"(
* { font-family: "@family"; font-size: @fontpt; }
QToolBar { background: @panel; border: none; padding: 0; spacing: 0; }
QMainWindow, QWidget#centralArea, QWidget#lanesArea, QWidget#lanesChart { background: @window; }
QWidget#RunToolbar { background: @panel; border-bottom: 1px solid @line; }
QWidget#ReplayBar { background: @panel; border-top: 1px solid @line; }
QWidget#StatusLine { background: @panel; border-top: 1px solid @line; }
QStatusBar { background: @panel; } QStatusBar::item { border: none; }
QWidget#GalleryPanel { background: @panel; }
QWidget#InspectorPanel, QWidget#inspectorContents { background: @panel; }
QScrollArea { background: @panel; border: none; }
QTabWidget > QStackedWidget, QWidget#ResultsPanel, QWidget#SelectionPanel, QWidget#DifferencesPanel, QWidget#LogPanel, QWidget#timingsChart, QWidget#latenciesChart, QWidget#scalingChart { background: @panel; }
QFrame#inspectorOverlay { background: @panel; border: 1px solid @line; border-top: none; border-right: none; }
QDockWidget { color: @secondary; }
QDockWidget::title { background: @panel; padding: @4 @8; border-bottom: 1px solid @line; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QSplitter::handle { background: @line; } QSplitter::handle:vertical { height: 1px; }

QLabel { background: transparent; }
QLabel#nameLabel { font-size: @15px; font-weight: 600; }
QLabel[role="header"] { color: @secondary; font-size: @11px; font-weight: 600; }
QLabel[role="secondary"], QLabel#blocksLabel, QLabel#timeScaleLabel, QLabel#summaryLabel { color: @secondary; }
QLabel[role="hint"], QLabel#noMatchLabel, QLabel#hintLabel { color: @faint; }
QLabel[role="problem"] { color: @failed; font-size: @11px; }
QLabel#stepLabel { font-weight: 600; }
QLabel#leftLabel, QLabel#costLabel { color: @secondary; }

QPushButton, QToolButton { background: @panel; border: 1px solid @line; border-radius: @6; padding: 0 @12; min-height: @28; color: @text; font-weight: 500; }
QPushButton:hover, QToolButton:hover { background: @window; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: url(:/icons/chevron-@kind.svg); subcontrol-origin: padding; subcontrol-position: center right; width: @14; height: @14; right: @6; }
QToolButton[popupMode="2"] { padding-right: @24; }
QToolButton[popupMode="1"] { padding-right: @28; }
QToolButton::menu-button { border: none; border-left: 1px solid @line; width: @22; }
QToolButton::menu-arrow { image: url(:/icons/chevron-@kind.svg); width: @14; height: @14; }
QPushButton#runButton, QPushButton[role="accent"] { background: @accent; border: 1px solid @accent; color: @onAccent; font-weight: 600; min-height: @30; padding: 0 @16; }
QPushButton#runButton:hover, QPushButton[role="accent"]:hover { background: @accentHover; }
QPushButton#runButton:focus, QPushButton[role="accent"]:focus { border: 2px solid @text; }
QPushButton#runButton:disabled, QPushButton[role="accent"]:disabled { background: @line; border-color: @line; color: @faint; }
QPushButton[role="choice"]:checked { background: @accentSoft; border-color: @accent; color: @accent; font-weight: 600; }
QPushButton[role="chip"] { border-radius: @12; padding: 0 @10; min-height: @22; color: @secondary; font-weight: 400; }
QPushButton[role="chip"]:hover { color: @text; }
QToolButton[role="stepper"] { border: none; background: transparent; min-height: @18; min-width: @18; padding: 0; color: @secondary; font-size: @15px; font-weight: 400; }
QToolButton[role="stepper"]:hover { color: @accent; }
QToolButton[role="stepper"]:focus { color: @accent; }
QToolButton[role="link"] { border: none; background: transparent; color: @accent; padding: 0; margin-left: -@4; text-align: left; min-height: @25; }
QToolButton[role="link"]:hover { text-decoration: underline; }
QToolButton[role="link"]:focus { text-decoration: underline; border: 1px solid @accent; }
QToolButton[role="chapter"][current="true"] { background: @accentSoft; color: @accent; border-color: @accentSoft; }
QWidget#lanesChart:focus, QWidget#timingsChart:focus, QWidget#latenciesChart:focus, QWidget#scalingChart:focus { border: 2px solid @accent; }
QLabel[role="notice"] { color: @accent; }
QFrame[role="lanesBar"] { background: @panel; border: 1px solid @line; border-radius: @6; }
QLabel[role="keys"] { color: @text; font-weight: 600; }
QDialog#shortcutsSheet, QWidget#shortcutsContents { background: @panel; }
QFrame#noticeBar { background: @accentSoft; border-bottom: 1px solid @line; }
QLabel#noticeText { color: @text; }
QLabel#dropHint { background: @accentSoft; border: 2px dashed @accent; border-radius: @6; color: @text; font-size: @19px; font-weight: 600; }
QFrame#helpStrip { background: @panel; border-top: 1px solid @line; }
QFrame#environmentCard { background: @panel; border: 1px solid @line; }
QDialog#gilCheckPage, QDialog#advisorPage, QWidget#advisorSays { background: @panel; }
QLabel[role="answer"] { font-size: @19px; font-weight: 600; }
QFrame[role="hairline"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QLabel[role="term"] { font-weight: 600; }
QLabel[role="cardTitle"] { font-size: @15px; font-weight: 600; }
QLabel[role="warning"] { color: @failed; }
QToolButton#machineButton { border: 1px solid transparent; background: transparent; color: @secondary; font-weight: 400; padding: 0 @8; }
QToolButton#machineButton:hover { color: @text; background: @window; }
QToolButton#machineButton:focus { border: 1px solid @accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFileDialog QToolButton { padding: 0; min-width: @28; }
QLineEdit[dragged="true"] { border: 1px solid @accent; background: @accentSoft; }
QWidget#overlayHead { background: @panel; border-bottom: 1px solid @line; }
QPlainTextEdit#logText { font-family: monospace; }
QToolButton[role="link"]::menu-indicator { image: none; }
QToolButton[role="chapter"] { min-width: @32; padding: 0; font-weight: 600; color: @secondary; }
QToolButton[role="chapter"]::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QComboBox, QFrame[role="field"] { background: @window; border: 1px solid @line; border-radius: @6; padding: 0 @8; min-height: @26; color: @text; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { padding: @4; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus, QComboBox:focus, QFrame[role="field"][inside="true"] { border: 1px solid @accent; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 1px solid @failed; }
QLineEdit QToolButton { min-height: 0; border: none; background: transparent; padding: 0; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: @faint; }
QFrame[role="field"] { padding: 0 @4 0 0; }
QFrame[role="field"] QSpinBox { border: none; background: transparent; padding: 0 0 0 @8; }
QComboBox::drop-down { border: none; width: @22; }
QComboBox::down-arrow { image: url(:/icons/chevron-@kind.svg); width: @14; height: @14; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @accentSoft; selection-color: @text; outline: none; }

QCheckBox { spacing: @8; min-height: @26; background: transparent; }
QCheckBox::indicator { width: @15; height: @15; border: 1px solid @faint; border-radius: @4; background: @panel; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@kind.svg); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox:focus { color: @accent; }

QTreeView, QTableView { background: @panel; border: none; outline: none; alternate-background-color: @window; }
QTreeView::item { min-height: @24; padding: 0 @4; color: @text; }
#galleryTree::item { border-left: 3px solid transparent; }
QTreeView::item:hover:!selected { background: @window; }
QTreeView::item:selected { background: @accentSoft; color: @accent; }
#galleryTree::item:selected { border-left: 3px solid @accent; }
QTreeView::branch { background: @panel; }
QTableView::item { padding: 0 @8; border-bottom: 1px solid @window; color: @text; }
QTableView#gilTable::item { padding: @4 @8; }
QTableView::item:selected { background: @accentSoft; color: @text; }
QHeaderView { background: @panel; }
QHeaderView::up-arrow { image: url(:/icons/chevron-up-@kind.svg); width: @12; height: @12; subcontrol-position: top center; }
QHeaderView::down-arrow { image: url(:/icons/chevron-@kind.svg); width: @12; height: @12; subcontrol-position: top center; }
QHeaderView::section { background: @panel; color: @secondary; border: none; border-bottom: 1px solid @line; padding: @6 @2 @4 @10; font-size: @11px; font-weight: 600; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar::tab:first { margin-left: @24; }
QTabWidget { background: @panel; }
QTabBar::tab { background: transparent; color: @secondary; border: none; border-bottom: 2px solid transparent; padding: @10 0 @8 0; margin-right: @24; font-size: @13px; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { color: @accent; }

QMenu { background: @panel; border: 1px solid @line; padding: @4; }
QMenu::item { padding: @6 @32 @6 @24; border-radius: @4; color: @text; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: @4 @8; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: @6; }
QSlider { min-height: @18; }
QSlider::groove:horizontal { background: @emptyLane; height: @4; border-radius: @2; }
QSlider::sub-page:horizontal { background: @accent; border-radius: @2; }
QSlider::handle:horizontal { background: @accent; width: @14; height: @14; margin: -@5 0; border-radius: @7; }
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QWidget#ReplayBar QToolButton { min-width: @28; padding: 0 @4; }
QProgressBar { background: @emptyLane; border: none; border-radius: @3; max-height: @6; min-height: @6; }
QProgressBar::chunk { background: @accent; border-radius: @3; }
QScrollBar:vertical { background: transparent; width: @10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @10; margin: 0; }
QScrollBar::handle { background: @line; border-radius: @4; min-height: @24; min-width: @24; margin: @2; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
)";

QString filledSheet(const charts::Theme& theme)
{
    const charts::RoleColors& roles = theme.roles;
    const bool dark = theme.kind == charts::ThemeKind::dark;
    const QList<std::pair<QString, QString>> words{
        {QStringLiteral("@accentHover"),
         (dark ? roles.accent.lighter(112) : roles.accent.lighter(115)).name()},
        {QStringLiteral("@accentSoft"), roles.accentSoft.name()},
        {QStringLiteral("@accent"), roles.accent.name()},
        {QStringLiteral("@onAccent"), roles.onAccent.name()},
        {QStringLiteral("@emptyLane"), roles.emptyLane.name()},
        {QStringLiteral("@secondary"), roles.secondary.name()},
        {QStringLiteral("@faint"), roles.faint.name()},
        {QStringLiteral("@failed"), roles.failed.name()},
        {QStringLiteral("@window"), roles.window.name()},
        {QStringLiteral("@panel"), roles.panel.name()},
        {QStringLiteral("@line"), roles.line.name()},
        {QStringLiteral("@text"), roles.text.name()},
        {QStringLiteral("@kind"), dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("@family"), theme.family},
        {QStringLiteral("@fontpt"),
         QStringLiteral("%1pt").arg(theme.font(charts::TextRole::body).pointSizeF())},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto& [word, value] : words)
        text.replace(word, value);
    // What is left are lengths: @12 and, where a unit follows already, @12px.
    for (int length = 40; length >= 1; --length) {
        const QString pixels = QString::number(qRound(theme.px(length)));
        text.replace(QStringLiteral("@%1px").arg(length), pixels + QStringLiteral("px"));
        text.replace(QStringLiteral("@%1").arg(length), pixels + QStringLiteral("px"));
    }
    return text;
}

} // namespace

void applyStyle(QApplication& application, const charts::Theme& theme)
{
    const charts::RoleColors& roles = theme.roles;
    QPalette palette;
    palette.setColor(QPalette::Window, roles.window);
    palette.setColor(QPalette::Base, roles.panel);
    palette.setColor(QPalette::AlternateBase, roles.window);
    palette.setColor(QPalette::Button, roles.panel);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, roles.text);
    palette.setColor(QPalette::ToolTipBase, roles.panel);
    palette.setColor(QPalette::PlaceholderText, roles.faint);
    palette.setColor(QPalette::Highlight, roles.accent);
    palette.setColor(QPalette::HighlightedText, roles.onAccent);
    palette.setColor(QPalette::Link, roles.accent);
    palette.setColor(QPalette::Mid, roles.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, roles.faint);
    application.setPalette(palette);
    QFont font = application.font();
    font.setFamily(theme.family);
    application.setFont(font);
    application.setStyleSheet(filledSheet(theme));
}

} // namespace overlap::gui
