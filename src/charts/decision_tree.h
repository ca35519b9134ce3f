// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/decision_tree_scene.h"

#include <QWidget>

class QPainter;

namespace overlap::charts {

/// A decision tree with the path that was taken lit. It is as high as its width asks for and never shows half
/// a text: where it gets no room, it belongs into something that scrolls. Ctrl+C copies it as a picture.
/// Window thread only.
class DecisionTree : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionTree(QWidget* parent = nullptr);

    void setContent(DecisionTreeContent content);
    const DecisionTreeContent& content() const { return m_content; }
    void setTheme(const Theme& theme);
    const DecisionTreeScene& scene() const { return m_scene; }
    void copy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void compose();

    DecisionTreeContent m_content;
    Theme m_theme;
    DecisionTreeScene m_scene;
    QSize m_least; ///< that shows everything
};

/// On any device; the background is the painter's.
void paintDecisionTree(QPainter& painter, const DecisionTreeScene& scene, const Theme& theme);

} // namespace overlap::charts
