// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decision_tree.h"
#include "synthetic_runs.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTest>
#include <algorithm>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

namespace {

DecisionTreeContent treeOf(const char* description, core::Runtime runtime = core::Runtime::python,
                           std::optional<double> seconds = {}, std::optional<analysis::DataSize> data = {})
{
    return decisionTreeOf(analysis::adviceOf({description, runtime, seconds, data, 2}).tree);
}

/// With longer words than any language of the program has.
DecisionTreeContent longWinded()
{
    DecisionTreeContent content = treeOf("Calculate prime numbers");
    for (DecisionTreeContent::Question& question : content.questions) {
        question.text += QStringLiteral(" Parallelisierungswahrscheinlichkeitsbetrachtung");
        for (DecisionTreeContent::Answer& answer : question.answers) {
            answer.text += QStringLiteral(" beziehungsweise nicht");
            if (!answer.next)
                answer.end += QStringLiteral(" mit Warteschlangen");
        }
    }
    return content;
}

/// Three questions in a row, the last of which leads to most ends.
DecisionTreeContent lopsided()
{
    const auto end = [](const char* text) {
        return DecisionTreeContent::Answer{QStringLiteral("so"), false, {}, QString::fromLatin1(text)};
    };
    DecisionTreeContent content;
    content.questions.resize(3);
    content.questions[0] = {QStringLiteral("A long question that takes up four lines when there is no room"),
                            true,
                            {{QStringLiteral("yes"), true, 1, {}}}};
    content.questions[1] = {QStringLiteral("Another long question, which takes up lines as well"),
                            true,
                            {end("one"), {QStringLiteral("yes"), true, 2, {}}}};
    content.questions[2] = {QStringLiteral("Which"), true, {end("two"), end("three"), end("four")}};
    content.questions[2].answers[1].taken = true;
    return content;
}

bool crosses(const QPointF& from, const QPointF& to, const QRectF& box)
{
    return QRectF(from, to).normalized().adjusted(-0.5, -0.5, 0.5, 0.5).intersects(box);
}

} // namespace

class TestDecisionTree : public QObject
{
    Q_OBJECT

private:
    static Theme theme(double factor = 1)
    {
        return scaledTheme(makeTheme(palette(), ThemeKind::light), factor);
    }

private Q_SLOTS:
    void nothingCoversAnything_data()
    {
        QTest::addColumn<DecisionTreeContent>("content");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("factor");
        const std::pair<const char*, DecisionTreeContent> contents[] = {
            {"undecided", undecidedTree(core::Runtime::native)},
            {"computing", treeOf("Calculate prime numbers")},
            {"not said", treeOf("Do it")},
            {"long-winded", longWinded()},
            {"lopsided", lopsided()}};
        for (const auto& [name, content] : contents) {
            for (const double width : {0.0, 560.0, 700.0, 860.0, 1032.0, 1880.0}) {
                for (const double factor : {1.0, 1.5})
                    QTest::addRow("%s %g %g", name, width, factor) << content << width << factor;
            }
        }
    }
    void nothingCoversAnything()
    {
        QFETCH(DecisionTreeContent, content);
        QFETCH(double, width);
        QFETCH(double, factor);
        const DecisionTreeScene scene = composeDecisionTree(content, theme(factor), width);
        const QRectF whole(QPointF(), scene.size);
        for (std::size_t i = 0; i < scene.boxes.size(); ++i) {
            const QRectF box = scene.boxes[i].rect;
            QVERIFY(whole.contains(box));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(scene.boxes[j].rect));
            for (const DecisionTreeScene::Way& way : scene.ways) {
                QVERIFY(!way.label.intersects(box));
                for (qsizetype point = 1; point < way.points.size(); ++point) {
                    const bool own = i == way.from || i == way.to;
                    QVERIFY(own || !crosses(way.points[point - 1], way.points[point], box));
                }
            }
        }
        for (std::size_t i = 0; i < scene.ways.size(); ++i) {
            QVERIFY(whole.contains(scene.ways[i].label));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!scene.ways[i].label.intersects(scene.ways[j].label));
        }
    }

    void everyTextIsWhole_data() { nothingCoversAnything_data(); }
    void everyTextIsWhole()
    {
        QFETCH(DecisionTreeContent, content);
        QFETCH(double, width);
        QFETCH(double, factor);
        const Theme look = theme(factor);
        const DecisionTreeScene scene = composeDecisionTree(content, look, width);
        QStringList texts;
        for (const DecisionTreeScene::Box& box : scene.boxes) {
            texts << box.lines.join(QChar(u' '));
            // Bold or not: what is lit is painted in the wider one.
            for (const TextRole role : {TextRole::band, TextRole::body}) {
                const QFontMetricsF metrics(look.font(role));
                for (const QString& line : box.lines)
                    QVERIFY(metrics.horizontalAdvance(line) <= box.rect.width() - 2 * scene.padding + 0.5);
            }
            QVERIFY(scene.lineHeight * static_cast<double>(box.lines.size()) <= box.rect.height());
        }
        for (const DecisionTreeScene::Way& way : scene.ways) {
            texts << way.lines.join(QChar(u' '));
            const QFontMetricsF metrics(look.font(TextRole::span));
            for (const QString& line : way.lines)
                QVERIFY(metrics.horizontalAdvance(line) <= way.label.width() + 0.5);
            QCOMPARE(way.label.height(), scene.labelLineHeight * static_cast<double>(way.lines.size()));
            // The words stand on the way's last part, with a bit of it before and behind them.
            const QPointF before = way.points[2];
            const QPointF behind = way.points[3];
            QVERIFY(before.x() < way.label.left() && way.label.right() < behind.x());
            QVERIFY(std::abs(way.label.center().y() - before.y()) <= 1);
        }
        for (const DecisionTreeContent::Question& question : content.questions) {
            QVERIFY(texts.removeOne(question.text));
            for (const DecisionTreeContent::Answer& answer : question.answers) {
                QVERIFY(texts.removeOne(answer.text));
                QVERIFY(answer.next || texts.removeOne(answer.end));
            }
        }
        QVERIFY2(texts.isEmpty(), qPrintable(texts.join(QChar(u'/'))));
    }

    void theLitPathGoesFromTheRootToOneEnd_data()
    {
        QTest::addColumn<DecisionTreeContent>("content");
        QTest::addColumn<QString>("end");
        QTest::addColumn<int>("ways");
        using analysis::DataSize;
        using enum core::Runtime;
        QTest::newRow("too small") << treeOf("Look up", python, 0.05) << QStringLiteral("One after the other")
                                   << 1;
        QTest::newRow("waiting") << treeOf("Download pages") << QStringLiteral("Threads") << 2;
        QTest::newRow("computing") << treeOf("Calculate primes") << QStringLiteral("Processes") << 3;
        QTest::newRow("natively") << treeOf("Calculate primes", native) << QStringLiteral("Threads") << 3;
        QTest::newRow("large") << treeOf("Calculate primes", python, 60, DataSize::large)
                               << QStringLiteral("Chunks") << 3;
        QTest::newRow("stages") << treeOf("Download, then resize") << QStringLiteral("Queues") << 3;
        QTest::newRow("both") << treeOf("Download and resize") << QStringLiteral("Measure first") << 3;
        QTest::newRow("not said") << treeOf("Do it") << QStringLiteral("Measure first") << 2;
    }
    void theLitPathGoesFromTheRootToOneEnd()
    {
        QFETCH(DecisionTreeContent, content);
        QFETCH(QString, end);
        QFETCH(int, ways);
        const DecisionTreeScene scene = composeDecisionTree(content, theme(), 1000);
        std::size_t at = 0;
        int taken = 0;
        while (!scene.boxes[at].end) {
            QVERIFY(scene.boxes[at].lit);
            const auto leads = [at](const DecisionTreeScene::Way& way) { return way.lit && way.from == at; };
            QCOMPARE(std::ranges::count_if(scene.ways, leads), 1);
            const auto way = std::ranges::find_if(scene.ways, leads);
            QCOMPARE(way->points.front(),
                     QPointF(scene.boxes[at].rect.right(), scene.boxes[at].rect.center().y()));
            at = way->to;
            QCOMPARE(way->points.back(),
                     QPointF(scene.boxes[at].rect.left(), scene.boxes[at].rect.center().y()));
            ++taken;
        }
        QCOMPARE(taken, ways);
        QCOMPARE(scene.boxes[at].lines.join(QChar(u' ')), end);
        QVERIFY(pathText(content).endsWith(QStringLiteral("→ ") + end));
        // And nothing else is.
        QCOMPARE(std::ranges::count(scene.ways, true, &DecisionTreeScene::Way::lit), ways);
        QCOMPARE(std::ranges::count(scene.boxes, true, &DecisionTreeScene::Box::lit), ways + 1);
    }

    void nothingIsLitBeforeAnythingIsAsked()
    {
        for (const core::Runtime runtime : {core::Runtime::python, core::Runtime::native}) {
            const DecisionTreeContent content = undecidedTree(runtime);
            const DecisionTreeScene scene = composeDecisionTree(content, theme(), 1000);
            QCOMPARE(std::ranges::count(scene.boxes, true, &DecisionTreeScene::Box::lit), 0);
            QCOMPARE(std::ranges::count(scene.ways, true, &DecisionTreeScene::Way::lit), 0);
            QVERIFY(pathText(content).isEmpty());
            QCOMPARE(scene.boxes.size(), scene.ways.size() + 1);
        }
        QVERIFY(composeDecisionTree({}, theme(), 1000).boxes.empty());
    }

    void itKeepsToTheWidthWhereThatIsPossible()
    {
        const DecisionTreeContent content = treeOf("Calculate primes");
        const double least = composeDecisionTree(content, theme(), 0).size.width();
        QVERIFY2(least < 780, qPrintable(QString::number(least)));
        for (double width = least; width < 1200; width += 16)
            QVERIFY(composeDecisionTree(content, theme(), width).size.width() <= width);
        QCOMPARE(composeDecisionTree(content, theme(), least - 100).size.width(), least);
        // Lit or not, everything stays where it is.
        const DecisionTreeScene lit = composeDecisionTree(content, theme(), 1000);
        const DecisionTreeScene other = composeDecisionTree(treeOf("Download pages"), theme(), 1000);
        for (std::size_t i = 0; i < lit.boxes.size(); ++i)
            QCOMPARE(lit.boxes[i].rect, other.boxes[i].rect);
    }

    void theWidgetShowsSaysAndCopiesIt()
    {
        DecisionTree tree;
        tree.setTheme(theme());
        tree.setContent(treeOf("Calculate primes"));
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&tree);
        QCOMPARE(spoken->role(), QAccessible::Chart);
        QVERIFY(!spoken->text(QAccessible::Name).isEmpty());
        QCOMPARE(spoken->text(QAccessible::Description), pathText(tree.content()));
        QVERIFY(tree.heightForWidth(tree.minimumSizeHint().width()) >= tree.heightForWidth(1000));
        tree.resize(1000, tree.heightForWidth(1000));
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        const auto end = std::ranges::find_if(
            tree.scene().boxes, [](const DecisionTreeScene::Box& box) { return box.lit && box.end; });
        QVERIFY(tree.scene().size.height() <= tree.height());
        const QImage picture = tree.grab().toImage();
        const QPointF inside = end->rect.topRight() + QPointF(-8, 6 + end->rect.height() / 2);
        QCOMPARE(picture.pixelColor(inside.toPoint()), theme().roles.accentSoft);
        QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->pixmap().width() > 2 * tree.scene().size.width());
    }
};

QTEST_MAIN(TestDecisionTree)
#include "tst_decision_tree.moc"
