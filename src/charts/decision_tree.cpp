// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decision_tree.h"

#include "charts/chart_accessibility.h"
#include "charts/chart_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

constexpr double corner = 6;
constexpr double usualWidth = 980;
constexpr int margin = 6; // above and below, for the lines that tell where the keyboard is

/// Its corners rounded.
QPainterPath pathOf(const DecisionTreeScene::Way& way, double radius)
{
    QPainterPath path(way.points.front());
    for (qsizetype i = 1; i + 1 < way.points.size(); ++i) {
        const QPointF at = way.points[i];
        const QPointF before = way.points[i - 1] - at;
        const QPointF after = way.points[i + 1] - at;
        const double lengthBefore = std::hypot(before.x(), before.y());
        const double lengthAfter = std::hypot(after.x(), after.y());
        const double cut = std::min({radius, lengthBefore / 2, lengthAfter / 2});
        if (cut < 1) {
            path.lineTo(at);
            continue;
        }
        path.lineTo(at + before * (cut / lengthBefore));
        path.quadTo(at, at + after * (cut / lengthAfter));
    }
    path.lineTo(way.points.back());
    return path;
}

void paintLines(QPainter& painter, const QStringList& lines, QPointF topLeft, double lineHeight,
                const QFont& font, const QColor& color)
{
    double y = topLeft.y() + lineHeight / 2;
    for (const QString& line : lines) {
        paintText(painter, {topLeft.x(), y}, Anchor::left, line, font, color);
        y += lineHeight;
    }
}

void paintWay(QPainter& painter, const DecisionTreeScene::Way& way, const Theme& theme)
{
    // The line makes room for its words.
    painter.save();
    QPainterPath outside;
    outside.addRect(QRectF(way.points.front(), way.points.back()).normalized().adjusted(-4, -40, 4, 40));
    QPainterPath words;
    words.addRect(way.label.adjusted(-theme.px(6), 0, theme.px(6), 0));
    painter.setClipPath(outside.subtracted(words), Qt::IntersectClip);
    painter.strokePath(pathOf(way, theme.px(corner)),
                       QPen(way.lit ? theme.roles.accent : theme.roles.line, way.lit ? 2 : 1));
    painter.restore();
    paintLines(painter, way.lines, way.label.topLeft(),
               way.label.height() / static_cast<double>(way.lines.size()),
               theme.font(way.lit ? TextRole::span : TextRole::axis),
               way.lit ? theme.roles.accent : theme.roles.faint);
}

void paintBox(QPainter& painter, const DecisionTreeScene& scene, const DecisionTreeScene::Box& box,
              const Theme& theme)
{
    const RoleColors& roles = theme.roles;
    const bool reached = box.lit && box.end;
    painter.setPen(QPen(box.lit ? roles.accent : roles.line, reached ? 2 : 1));
    painter.setBrush(reached ? roles.accentSoft : box.end ? roles.window : roles.panel);
    const double inset = reached ? 1 : 0.5;
    painter.drawRoundedRect(box.rect.adjusted(inset, inset, -inset, -inset), theme.px(corner),
                            theme.px(corner));
    const double height = scene.lineHeight * static_cast<double>(box.lines.size());
    paintLines(painter, box.lines, {box.rect.left() + scene.padding, box.rect.center().y() - height / 2},
               scene.lineHeight, theme.font(reached ? TextRole::band : TextRole::body),
               reached   ? roles.accent
               : box.lit ? roles.text
                         : roles.faint);
}

} // namespace

void paintDecisionTree(QPainter& painter, const DecisionTreeScene& scene, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    // What is lit lies on top: ways share their first parts.
    for (const bool lit : {false, true}) {
        for (const DecisionTreeScene::Way& way : scene.ways) {
            if (way.lit == lit)
                paintWay(painter, way, theme);
        }
    }
    for (const DecisionTreeScene::Box& box : scene.boxes)
        paintBox(painter, scene, box, theme);
}

DecisionTree::DecisionTree(QWidget* parent) : QWidget(parent)
{
    installChartAccessibility();
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    retranslate();
}

void DecisionTree::setContent(DecisionTreeContent content)
{
    m_content = std::move(content);
    setAccessibleDescription(pathText(m_content));
    compose();
}

void DecisionTree::setTheme(const Theme& theme)
{
    m_theme = theme;
    compose();
}

void DecisionTree::compose()
{
    if (m_theme.family.isEmpty() || m_content.questions.empty())
        return;
    m_scene = composeDecisionTree(m_content, m_theme, width());
    const QSize least =
        composeDecisionTree(m_content, m_theme, 0).size.toSize() + QSize(0, 2 * margin);
    if (std::exchange(m_least, least) != least)
        updateGeometry();
    update();
}

QSize DecisionTree::sizeHint() const
{
    const int width = std::max(m_least.width(), static_cast<int>(m_theme.px(usualWidth)));
    return {width, heightForWidth(width)};
}

QSize DecisionTree::minimumSizeHint() const
{
    return {m_least.width(), heightForWidth(std::max(width(), m_least.width()))};
}

int DecisionTree::heightForWidth(int width) const
{
    if (m_least.isEmpty())
        return 0;
    const double height = composeDecisionTree(m_content, m_theme, width).size.height();
    return static_cast<int>(std::ceil(height)) + 2 * margin;
}

void DecisionTree::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DecisionTree::retranslate()
{
    setAccessibleName(tr("Decision tree"));
}

void DecisionTree::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    compose();
}

void DecisionTree::paintEvent(QPaintEvent*)
{
    if (m_scene.boxes.empty())
        return;
    QPainter painter(this);
    if (hasFocus()) {
        for (const int y : {0, height() - 2})
            painter.fillRect(0, y, width(), 2, m_theme.roles.accent);
    }
    painter.translate(0, margin);
    paintDecisionTree(painter, m_scene, m_theme);
}

void DecisionTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void DecisionTree::copy() const
{
    constexpr int edge = 16;
    constexpr double sharp = 2; // pixels for each of the screen's: it goes into documents and slides
    QPixmap picture((m_scene.size.toSize() + QSize(2 * edge, 2 * edge)) * sharp);
    picture.setDevicePixelRatio(sharp);
    picture.fill(m_theme.roles.panel);
    QPainter painter(&picture);
    painter.translate(edge, edge);
    paintDecisionTree(painter, m_scene, m_theme);
    painter.end();
    QGuiApplication::clipboard()->setPixmap(picture);
}

} // namespace overlap::charts
