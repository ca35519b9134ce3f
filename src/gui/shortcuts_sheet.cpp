// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shortcuts_sheet.h"

#include "gui/page_parts.h"
#include "gui/shortcuts.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace overlap::gui {

namespace {

constexpr QSize firstSize{1040, 720};
constexpr int keysWidth = 170;

QWidget* groupWidget(const ShortcutGroup& group, QWidget* parent)
{
    auto* const widget = new QWidget(parent);
    auto* const grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, keysWidth);
    QLabel* const title = addPageLabel(widget, {}, "header");
    title->setText(group.title.toUpper());
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const Shortcut& shortcut : group.shortcuts) {
        QLabel* const how = addPageLabel(widget, QStringLiteral("shortcutKeys"), "keys");
        how->setText(shortcut.how());
        how->setFixedWidth(keysWidth);
        QLabel* const what = addPageLabel(widget, QStringLiteral("shortcutText"), "secondary");
        what->setText(shortcut.what);
        // Read as one line by those who hear it.
        what->setAccessibleName(shortcut.how() + QStringLiteral(": ") + shortcut.what);
        grid->addWidget(how, row, 0, Qt::AlignTop);
        grid->addWidget(what, row, 1, Qt::AlignTop);
        ++row;
    }
    return widget;
}

} // namespace

ShortcutsSheet::ShortcutsSheet(QWidget* parent)
    : QDialog(parent)
    , m_open(new QAction(this))
    , m_sheet(new QWidget(this))
    , m_close(addPageButton(this, QStringLiteral("closeShortcuts")))
{
    setObjectName(QStringLiteral("shortcutsSheet"));
    m_sheet->setObjectName(QStringLiteral("shortcutsContents"));
    m_open->setObjectName(QStringLiteral("openShortcuts"));
    m_open->setShortcut(QKeySequence(Qt::Key_Question));
    connect(m_open, &QAction::triggered, this, [this] {
        fill();
        resize(firstSize.boundedTo(screen()->availableSize() * 9 / 10));
        open();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_sheet);
    auto* const foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 16, 16);
    layout->addWidget(area, 1);
    layout->addLayout(foot);
    retranslate();
}

/// Columns of about the same length, groups in their order.
void ShortcutsSheet::fill()
{
    delete m_sheet->layout();
    qDeleteAll(m_sheet->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    const std::vector<ShortcutGroup> groups = shortcutGroups();
    std::size_t all = 0;
    for (const ShortcutGroup& group : groups)
        all += group.shortcuts.size() + 2;
    auto* const columns = new QHBoxLayout(m_sheet);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(32);
    std::size_t placed = 0;
    QVBoxLayout* column = nullptr;
    int begun = 0;
    for (const ShortcutGroup& group : groups) {
        if (!column || (begun == 1 && 2 * placed >= all)) {
            if (column)
                column->addStretch();
            column = new QVBoxLayout;
            column->setSpacing(0);
            columns->addLayout(column, 1);
            ++begun;
        }
        column->addWidget(groupWidget(group, m_sheet));
        placed += group.shortcuts.size() + 2;
    }
    column->addStretch();
}

void ShortcutsSheet::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ShortcutsSheet::retranslate()
{
    setWindowTitle(tr("Mouse and keys"));
    m_open->setText(tr("Mouse and keys"));
    setWhatsThis(
        tr("<b>Mouse and keys</b><br>Everything that mouse and keys do in this window, by what it is for. "
           "Keys of the lanes work while the lanes have the focus."));
    m_open->setWhatsThis(whatsThis());
    m_close->setText(tr("Close"));
    if (isVisible())
        fill();
}

} // namespace overlap::gui
