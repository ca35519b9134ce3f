// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advisor_answer.h"

#include "charts/decision_tree.h"
#include "gui/page_parts.h"
#include "session/message_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace overlap::gui {

namespace {

QLabel* addLabel(QWidget* parent, const QString& name, const char* role)
{
    QLabel* label = addPageLabel(parent, name, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString runtimeText(core::Runtime runtime)
{
    return runtime == core::Runtime::python ? AdvisorAnswer::tr("In Python")
                                            : AdvisorAnswer::tr("In native code");
}

analysis::Advice inOtherRuntime(const analysis::Advice& advice)
{
    analysis::AdviceQuestion question = advice.question;
    question.runtime =
        question.runtime == core::Runtime::python ? core::Runtime::native : core::Runtime::python;
    return analysis::adviceOf(question);
}

} // namespace

AdvisorAnswer::AdvisorAnswer(QWidget* parent)
    : QWidget(parent)
    , m_answer(addLabel(this, QStringLiteral("advisorAnswer"), "answer"))
    , m_strategy(addLabel(this, QStringLiteral("advisorStrategy"), "secondary"))
    , m_tree(new charts::DecisionTree(this))
    , m_reasons(addColumn(QStringLiteral("advisorReasons")))
    , m_lesson(addColumn(QStringLiteral("advisorLesson")))
    , m_missing(addColumn(QStringLiteral("advisorMissing")))
{
    setObjectName(QStringLiteral("advisorSays"));
    m_tree->setObjectName(QStringLiteral("advisorTree"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_answer);
    column->addWidget(m_strategy);
    column->addSpacing(8);
    column->addWidget(m_tree);
    column->addSpacing(8);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(32);
    for (const Column& each : {m_reasons, m_lesson, m_missing})
        columns->addWidget(each.whole, 1);
    column->addLayout(columns);
    column->addStretch(1);
    refresh();
}

AdvisorAnswer::Column AdvisorAnswer::addColumn(const QString& name)
{
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    Column made{whole, addLabel(whole, name + QStringLiteral("Header"), "header"),
                addLabel(whole, name, "fact")};
    column->addWidget(made.header);
    column->addWidget(made.text);
    column->addStretch(1);
    return made;
}

void AdvisorAnswer::setAdvice(const analysis::Advice& advice)
{
    m_advice = advice;
    refresh();
}

void AdvisorAnswer::setNothing(core::Runtime runtime, const QString& title, const QString& hint)
{
    m_advice.reset();
    m_runtime = runtime;
    m_title = title;
    m_hint = hint;
    refresh();
}

void AdvisorAnswer::setTheme(const charts::Theme& theme)
{
    m_tree->setTheme(theme);
}

void AdvisorAnswer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

QString AdvisorAnswer::strategyText() const
{
    QString text = m_advice->strategy.empty()
                       ? tr("No strategy of Python's does that here; in native code there is one.")
                       : tr("As a strategy here: %1").arg(QString::fromStdString(m_advice->strategy));
    const analysis::Advice other = inOtherRuntime(*m_advice);
    if (other.family != m_advice->family)
        text += QStringLiteral(" · ") +
                tr("%1: %2").arg(runtimeText(other.question.runtime), session::messageText(other.answer));
    return text;
}

QString AdvisorAnswer::reasonsText() const
{
    QStringList lines;
    for (const core::Message& reason : m_advice->reasons)
        lines << session::sentenceText(reason);
    return lines.join(QLatin1Char('\n'));
}

QString AdvisorAnswer::lessonText() const
{
    const QString said = session::sentenceText(m_advice->lesson.sentence);
    return said + QLatin1Char('\n') +
           (m_advice->difference.empty() ? tr("Both say the same.")
                                         : session::sentenceText(m_advice->difference));
}

QString AdvisorAnswer::missingText() const
{
    QStringList lines;
    for (const core::Message& each : m_advice->missing)
        lines << tr("Say %1.").arg(session::messageText(each));
    return lines.join(QLatin1Char('\n'));
}

void AdvisorAnswer::refresh()
{
    m_tree->setContent(m_advice ? charts::decisionTreeOf(m_advice->tree) : charts::undecidedTree(m_runtime));
    m_answer->setText(m_advice ? session::sentenceText(m_advice->answer) : m_title);
    m_strategy->setText(m_advice ? strategyText() : m_hint);
    m_reasons.header->setText(tr("Why").toUpper());
    m_lesson.header->setText(tr("The lesson's own answer").toUpper());
    m_missing.header->setText(tr("To be surer").toUpper());
    m_reasons.text->setText(m_advice ? reasonsText() : QString());
    m_lesson.text->setText(m_advice ? lessonText() : QString());
    m_missing.text->setText(m_advice ? missingText() : QString());
    m_reasons.whole->setVisible(m_advice.has_value());
    m_lesson.whole->setVisible(m_advice.has_value());
    m_missing.whole->setVisible(m_advice && !m_advice->missing.empty());
    setAccessibleDescription(m_answer->text());
}

QString AdvisorAnswer::plainText() const
{
    if (!m_advice)
        return {};
    QStringList lines{QString::fromStdString(m_advice->question.description), m_answer->text(),
                      m_strategy->text(), charts::pathText(m_tree->content()), QString()};
    for (const Column& column : {m_reasons, m_lesson, m_missing}) {
        if (!column.text->text().isEmpty())
            lines << column.header->text() << column.text->text() << QString();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace overlap::gui
