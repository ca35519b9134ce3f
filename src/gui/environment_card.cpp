// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environment_card.h"

#include "session/message_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace overlap::gui {

namespace {

constexpr int valueWidth = 340;

} // namespace

EnvironmentCard::EnvironmentCard(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("environmentCard"));
    m_title->setProperty("role", QStringLiteral("cardTitle"));
    m_copy->setObjectName(QStringLiteral("copyEnvironment"));
    m_close->setObjectName(QStringLiteral("closeEnvironment"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(plainText(m_environment)); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    retranslate();
}

void EnvironmentCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EnvironmentCard::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy these lines as text"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

void EnvironmentCard::open(const core::Environment& environment, bool measured, const QWidget* anchor)
{
    m_environment = environment;
    // The facts are made afresh each time, and so in the language of the window.
    m_title->setText(measured ? tr("The machine when this was measured") : tr("This machine"));
    setAccessibleName(m_title->text());
    fill(environment);
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint place = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_close->setFocus(Qt::PopupFocusReason);
}

void EnvironmentCard::fill(const core::Environment& environment)
{
    delete m_facts;
    m_facts = new QWidget(this);
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    int row = 0;
    const auto add = [&](const core::Message& message, const char* role, int column) {
        auto* label = new QLabel(session::messageText(message), m_facts);
        label->setProperty("role", QLatin1String(role));
        label->setTextFormat(Qt::PlainText);
        if (column == 1) {
            label->setWordWrap(true);
            label->setFixedWidth(valueWidth);
        }
        grid->addWidget(label, row, column, Qt::AlignTop);
    };
    for (const core::EnvironmentFact& fact : core::factsOf(environment)) {
        add(fact.title, "secondary", 0);
        add(fact.value, "fact", 1);
        ++row;
        if (!fact.warning.empty()) {
            add(fact.warning, "warning", 1);
            ++row;
        }
    }
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_facts);
    m_facts->show();
}

QString EnvironmentCard::plainText(const core::Environment& environment)
{
    QString text;
    for (const core::EnvironmentFact& fact : core::factsOf(environment)) {
        text += session::messageText(fact.title) + QStringLiteral(": ") + session::messageText(fact.value) +
                QLatin1Char('\n');
        if (!fact.warning.empty())
            text += QStringLiteral("  ") + session::messageText(fact.warning) + QLatin1Char('\n');
    }
    return text;
}

bool EnvironmentCard::hasWarnings(const core::Environment& environment)
{
    return std::ranges::any_of(core::factsOf(environment),
                               [](const auto& fact) { return !fact.warning.empty(); });
}

} // namespace overlap::gui
