// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_parts.h"

#include <QLabel>
#include <QPushButton>

namespace overlap::gui {

QLabel* addPageLabel(QWidget* parent, const QString& name, const char* role)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton* addPageButton(QWidget* parent, const QString& name)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace overlap::gui
