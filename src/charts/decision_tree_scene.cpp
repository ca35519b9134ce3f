// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decision_tree_scene.h"

#include "charts/chart_text.h"
#include "session/message_text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

using Content = DecisionTreeContent;
using Scene = DecisionTreeScene;

// At scale 1.
constexpr double stub = 16;     // from a question to where its answers part
constexpr double lead = 14;     // from there to the words of an answer
constexpr double tail = 14;     // from the words to what they lead to
constexpr double roomiest = 160; // more than that between two columns holds nothing together
constexpr double leastRow = 34;
constexpr double boxPadding = 12;
constexpr double boxRise = 8; // above and below the text
constexpr double rowGap = 4;  // between a box and the end of its rows, at least

/// Broken between words, each line as full as fits; a word alone may be wider than `width`.
QStringList broken(const QString& text, const QFontMetricsF& metrics, double width)
{
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QChar(u' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QChar(u' ') + word;
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= width) {
            line = longer;
        } else {
            lines << line;
            line = word;
        }
    }
    lines << line;
    return lines;
}

double widest(const QStringList& lines, const QFontMetricsF& metrics)
{
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(line)));
    return width;
}

/// As many lines as `width` asks for, but of lengths as equal as can be.
QStringList balanced(const QString& text, const QFontMetricsF& metrics, double width)
{
    const QStringList lines = broken(text, metrics, width);
    QStringList best = lines;
    for (double narrower = widest(lines, metrics) - 4; narrower > 0; narrower -= 4) {
        const QStringList next = broken(text, metrics, narrower);
        if (next.size() > lines.size() || widest(next, metrics) > narrower)
            break;
        best = next;
    }
    return best;
}

class Layout
{
public:
    Layout(const Content& content, const Theme& theme)
        : m_content(content)
        , m_theme(theme)
        , m_boxMetrics(theme.font(TextRole::band)) // what is lit is bolder, and must not move the rest
        , m_labelMetrics(theme.font(TextRole::span))
        , m_places(content.questions.size())
    {
        findPlaces(0, 0);
    }

    Scene scene(double width)
    {
        fit(width);
        Scene scene;
        scene.padding = m_theme.px(boxPadding);
        scene.lineHeight = std::ceil(m_boxMetrics.height());
        scene.labelLineHeight = std::ceil(m_labelMetrics.height());
        const double row = rowHeight(scene);
        scene.size = QSizeF(m_width, m_rows * row);
        for (std::size_t i = 0; i < m_content.questions.size(); ++i)
            scene.boxes.push_back(questionBox(i, row));
        for (std::size_t i = 0; i < m_content.questions.size(); ++i)
            addWays(scene, i, row);
        return scene;
    }

private:
    struct Place
    {
        int column = 0;
        double middle = 0;            // in rows
        int first = 0;                // row
        int last = 0;                 // row
        std::vector<double> children; // middles of what the answers lead to, in rows
        QStringList lines;
        std::vector<QStringList> labels;
    };
    struct Column
    {
        double box = 0;
        double label = 0;
        double left = 0;
    };

    const Content::Question& question(std::size_t index) const { return m_content.questions[index]; }

    void findPlaces(std::size_t index, int column)
    {
        m_columns.resize(std::max(m_columns.size(), static_cast<std::size_t>(column) + 1));
        Place place;
        place.column = column;
        place.first = m_rows;
        for (const Content::Answer& answer : question(index).answers) {
            if (answer.next) {
                findPlaces(*answer.next, column + 1);
                place.children.push_back(m_places[*answer.next].middle);
            } else {
                place.children.push_back(m_rows++ + 0.5);
            }
        }
        place.last = m_rows - 1;
        place.middle = (place.children.front() + place.children.back()) / 2;
        m_places[index] = std::move(place);
    }

    /// From roomy to narrow, until it fits.
    void fit(double width)
    {
        for (const bool breaksLabels : {false, true}) {
            for (double text = 152; text >= 88; text -= 8) {
                breakTexts(m_theme.px(text), breaksLabels);
                if (placeColumns() <= width) {
                    spread(width - m_width);
                    return;
                }
            }
        }
    }

    void breakTexts(double width, bool breaksLabels)
    {
        std::ranges::fill(m_columns, Column());
        m_ends = 0;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            Place& place = m_places[i];
            Column& column = m_columns[static_cast<std::size_t>(place.column)];
            place.lines = balanced(question(i).text, m_boxMetrics, width);
            column.box = std::max(column.box, widest(place.lines, m_boxMetrics) + 2 * m_theme.px(boxPadding));
            place.labels.clear();
            for (const Content::Answer& answer : question(i).answers) {
                const double whole = m_labelMetrics.horizontalAdvance(answer.text);
                place.labels.push_back(balanced(answer.text, m_labelMetrics,
                                                breaksLabels ? std::max(whole / 2, m_theme.px(40)) : whole));
                column.label = std::max(column.label, widest(place.labels.back(), m_labelMetrics));
                m_ends = std::max(m_ends, m_boxMetrics.horizontalAdvance(answer.end));
            }
        }
        m_ends = std::ceil(m_ends) + 2 * m_theme.px(boxPadding);
    }

    double placeColumns()
    {
        double x = 1; // for the lines of the boxes
        for (Column& column : m_columns) {
            column.left = x;
            x += column.box + m_theme.px(stub) + m_theme.px(lead) + column.label + m_theme.px(tail);
        }
        m_endsLeft = x;
        m_width = m_endsLeft + m_ends + 1;
        return m_width;
    }

    void spread(double room)
    {
        const double each =
            std::floor(std::clamp(room / static_cast<double>(m_columns.size()), 0.0, m_theme.px(roomiest)));
        double shift = 0;
        for (Column& column : m_columns) {
            column.left += shift;
            shift += each;
        }
        m_endsLeft += shift;
        m_width += shift;
    }

    /// So high that every question fits into the rows of what it leads to: beside it, ways pass by.
    double rowHeight(const Scene& scene) const
    {
        double row = m_theme.px(leastRow);
        for (const Place& place : m_places) {
            const double room = std::min(place.middle - place.first, place.last + 1 - place.middle);
            row = std::max(
                row,
                std::ceil((boxHeight(scene.lineHeight, place.lines.size()) / 2 + m_theme.px(rowGap)) / room));
            for (const QStringList& label : place.labels)
                row = std::max(row, scene.labelLineHeight * static_cast<double>(label.size()) +
                                        m_theme.px(rowGap));
        }
        return row;
    }

    double boxHeight(double line, qsizetype lines) const
    {
        return line * static_cast<double>(lines) + 2 * m_theme.px(boxRise);
    }

    Scene::Box questionBox(std::size_t index, double row) const
    {
        const Place& place = m_places[index];
        const Column& column = m_columns[static_cast<std::size_t>(place.column)];
        const double height = boxHeight(std::ceil(m_boxMetrics.height()), place.lines.size());
        return {QRectF(column.left, std::round(place.middle * row - height / 2), column.box, height),
                place.lines, question(index).lit, false};
    }

    void addWays(Scene& scene, std::size_t index, double row) const
    {
        const Place& place = m_places[index];
        const Column& column = m_columns[static_cast<std::size_t>(place.column)];
        const double right = column.left + column.box;
        const double parting = right + m_theme.px(stub);
        const double y = scene.boxes[index].rect.center().y();
        for (std::size_t i = 0; i < place.children.size(); ++i) {
            const Content::Answer& answer = question(index).answers[i];
            const bool lit = answer.taken && question(index).lit;
            std::size_t to = answer.next.value_or(scene.boxes.size());
            if (!answer.next) {
                const double height = m_theme.px(leastRow) - 2 * m_theme.px(rowGap);
                scene.boxes.push_back(
                    {QRectF(m_endsLeft, std::round(place.children[i] * row - height / 2), m_ends, height),
                     {answer.end},
                     lit,
                     true});
            }
            const QRectF& target = scene.boxes[to].rect;
            const double there = target.center().y();
            const double height = scene.labelLineHeight * static_cast<double>(place.labels[i].size());
            scene.ways.push_back({{{right, y}, {parting, y}, {parting, there}, {target.left(), there}},
                                  QRectF(parting + m_theme.px(lead), std::round(there - height / 2),
                                         widest(place.labels[i], m_labelMetrics), height),
                                  place.labels[i],
                                  lit,
                                  index,
                                  to});
        }
    }

    const Content& m_content;
    const Theme& m_theme;
    QFontMetricsF m_boxMetrics;
    QFontMetricsF m_labelMetrics;
    std::vector<Place> m_places; // by question
    std::vector<Column> m_columns;
    int m_rows = 0;
    double m_ends = 0; // width of their column
    double m_endsLeft = 0;
    double m_width = 0;
};

} // namespace

QString familyTitle(analysis::AdviceFamily family)
{
    using analysis::AdviceFamily;
    switch (family) {
    case AdviceFamily::sequential:
        return ChartWords::tr("One after the other");
    case AdviceFamily::threads:
        return ChartWords::tr("Threads");
    case AdviceFamily::processes:
        return ChartWords::tr("Processes");
    case AdviceFamily::queues:
        return ChartWords::tr("Queues");
    case AdviceFamily::chunking:
        return ChartWords::tr("Chunks");
    case AdviceFamily::eventLoop:
        return ChartWords::tr("Event loop");
    case AdviceFamily::profileFirst:
        return ChartWords::tr("Measure first");
    }
    return {};
}

DecisionTreeContent decisionTreeOf(const std::vector<analysis::AdviceNode>& tree)
{
    DecisionTreeContent content;
    for (const analysis::AdviceNode& node : tree) {
        Content::Question question{session::messageText(node.question), node.lit, {}};
        for (const analysis::AdviceBranch& branch : node.branches)
            question.answers.push_back({session::messageText(branch.answer), branch.taken, branch.next,
                                        branch.family ? familyTitle(*branch.family) : QString()});
        content.questions.push_back(std::move(question));
    }
    return content;
}

DecisionTreeContent undecidedTree(core::Runtime runtime)
{
    // The questions are the same whatever is described.
    analysis::AdviceQuestion any{"?", runtime, 1.0, {}, 1};
    std::vector<analysis::AdviceNode> tree = analysis::adviceOf(any).tree;
    for (analysis::AdviceNode& node : tree) {
        node.lit = false;
        for (analysis::AdviceBranch& branch : node.branches)
            branch.taken = false;
    }
    return decisionTreeOf(tree);
}

QString pathText(const DecisionTreeContent& content)
{
    QStringList parts;
    for (std::optional<std::size_t> at = content.questions.empty() ? std::nullopt : std::optional(0UL); at;) {
        const Content::Question& question = content.questions[*at];
        const auto taken = std::ranges::find(question.answers, true, &Content::Answer::taken);
        if (!question.lit || taken == question.answers.end())
            break;
        parts << question.text + QChar(u' ') + taken->text;
        if (!taken->next)
            parts << taken->end;
        at = taken->next;
    }
    return parts.join(QStringLiteral(" → "));
}

DecisionTreeScene composeDecisionTree(const DecisionTreeContent& content, const Theme& theme, double width)
{
    return content.questions.empty() ? Scene() : Layout(content, theme).scene(width);
}

} // namespace overlap::charts
