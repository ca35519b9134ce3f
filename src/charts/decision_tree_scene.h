// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "charts/theme.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <optional>
#include <vector>

namespace overlap::charts {

/// A decision tree as it is shown, in the language of the window. A value.
struct DecisionTreeContent
{
    /// One way out of a question.
    struct Answer
    {
        QString text;
        bool taken = false;
        std::optional<std::size_t> next; ///< the question it leads to; else
        QString end;                     ///< what it ends with
    };
    struct Question
    {
        QString text;
        bool lit = false;
        std::vector<Answer> answers; ///< at least one
    };
    std::vector<Question> questions; ///< the root first; one answer leads to each of the others
};

/// "Processes": what the tree ends with, as a title.
QString familyTitle(analysis::AdviceFamily family);
DecisionTreeContent decisionTreeOf(const std::vector<analysis::AdviceNode>& tree);
/// The questions before anybody has described something: nothing is lit.
DecisionTreeContent undecidedTree(core::Runtime runtime);
/// The path that is lit, as one line: "Is it worth it? yes → What takes the time? waiting → Threads"; empty
/// where none is.
QString pathText(const DecisionTreeContent& content);

/// Where everything of the tree stands, from left to right: a row for each thing it can end with, questions
/// in the middle of what they lead to, ends in one column. In logical pixels. A value.
struct DecisionTreeScene
{
    struct Box
    {
        QRectF rect;
        QStringList lines;
        bool lit = false;
        bool end = false;
    };
    /// From a question to what one of its answers leads to.
    struct Way
    {
        QList<QPointF> points; ///< across, down or up, across
        QRectF label;          ///< on its last part
        QStringList lines;
        bool lit = false;
        std::size_t from = 0; ///< boxes
        std::size_t to = 0;
    };
    QSizeF size;
    double padding = 0; ///< of the text in a box, to the left
    double lineHeight = 0;
    double labelLineHeight = 0;
    std::vector<Box> boxes; ///< the root first
    std::vector<Way> ways;
};

/// In `width` pixels, or in as few as it takes without cutting a word: texts are broken into more lines as it
/// gets narrower. Every text is shown whole.
DecisionTreeScene composeDecisionTree(const DecisionTreeContent& content, const Theme& theme, double width);

} // namespace overlap::charts
