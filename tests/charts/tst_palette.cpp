// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/palette.h"
#include "charts/pattern.h"
#include "charts/theme.h"
#include "core/file.h"
#include "core/json.h"
#include "core/message.h"
#include "synthetic_runs.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTest>
#include <cmath>

using namespace overlap;
using namespace overlap::charts;

namespace {

struct Linear
{
    double r, g, b;
};

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Linear linear(const QColor& color)
{
    return {linear(color.red()), linear(color.green()), linear(color.blue())};
}

double luminance(const Linear& color)
{
    return 0.2126 * color.r + 0.7152 * color.g + 0.0722 * color.b;
}

/// WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(linear(a));
    const double second = luminance(linear(b));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// Viénot, Brettel and Mollon 1999, on linear light.
Linear seenBy(const char* who, const Linear& c)
{
    if (qstrcmp(who, "greyscale") == 0) {
        const double grey = luminance(c);
        return {grey, grey, grey};
    }
    if (qstrcmp(who, "protanopia") == 0) {
        const double red = 0.11238 * c.r + 0.88762 * c.g;
        return {red, red, 0.00401 * c.r - 0.00401 * c.g + c.b};
    }
    const double red = 0.29275 * c.r + 0.70725 * c.g;
    return {red, red, -0.02234 * c.r + 0.02234 * c.g + c.b};
}

/// CIE 1976 distance; about 2 is just noticeable side by side, 10 in passing.
double distance(const Linear& a, const Linear& b)
{
    const auto lab = [](const Linear& c) {
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
        const double x = f((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.95047);
        const double y = f(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
        const double z = f((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.08883);
        return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto first = lab(a);
    const auto second = lab(b);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

QString stateText(std::size_t state)
{
    return QString::fromUtf8(core::stateNames[state].data(),
                             static_cast<int>(core::stateNames[state].size()));
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private:
    Palette m_palette;

    void variants() const
    {
        QTest::addColumn<int>("variant");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("paper") << 2;
    }
    const PaletteVariant& variant(int index) const
    {
        return index == 0 ? m_palette.light : index == 1 ? m_palette.dark : m_palette.paper;
    }
    static core::Value document()
    {
        return core::parseJson(
            core::readFile(OVERLAP_BUILD_ROOT "/share/overlap/palettes/states.json", 64 * 1024));
    }
    static QString placeOfError(const core::Value& value)
    {
        try {
            paletteFromValue(value);
        } catch (const core::Error& error) {
            return QString::fromStdString(error.place());
        }
        return QStringLiteral("no error");
    }

private Q_SLOTS:
    void initTestCase() { m_palette = testing::palette(); }

    void fillsStandOutFromTheEmptyLane_data() { variants(); }
    void fillsStandOutFromTheEmptyLane()
    {
        QFETCH(int, variant);
        const PaletteVariant& colors = this->variant(variant);
        for (std::size_t i = 0; i < core::stateCount; ++i) {
            if (static_cast<core::State>(i) == core::State::idle) {
                QCOMPARE(colors.states[i], colors.roles.emptyLane);
                continue;
            }
            const double ratio = contrast(colors.states[i], colors.roles.emptyLane);
            QVERIFY2(ratio >= 3, qPrintable(QStringLiteral("%1 %2").arg(stateText(i)).arg(ratio)));
        }
    }

    void textIsReadable_data() { variants(); }
    void textIsReadable()
    {
        QFETCH(int, variant);
        const RoleColors& roles = this->variant(variant).roles;
        for (const QColor& background : {roles.window, roles.panel}) {
            for (const QColor& text :
                 {roles.text, roles.secondary, roles.faint, roles.accent, roles.finished, roles.failed})
                QVERIFY2(contrast(text, background) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(text.name(), background.name())
                                        .arg(contrast(text, background))));
        }
        QVERIFY(contrast(roles.onAccent, roles.accent) >= 4.5);
        QVERIFY(contrast(roles.text, roles.accentSoft) >= 4.5);
        // Tasks are named in spans that compute, and on a plate of the waiting colour, a little deeper.
        const auto& states = this->variant(variant).states;
        // Shares stand in the bars of where time went, on plates where there is a pattern.
        for (std::size_t i = 0; i < core::stateCount; ++i) {
            const auto state = static_cast<core::State>(i);
            if (state == core::State::idle)
                continue;
            Theme theme;
            theme.kind = variant == 1 ? ThemeKind::dark : ThemeKind::light;
            theme.states = states;
            const bool plain = m_palette.patterns[i].shape == PatternShape::solid;
            const double told = contrast(roles.onState, plain ? states[i] : plateColor(state, theme));
            QVERIFY2(told >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(stateText(i)).arg(told)));
        }
        QVERIFY(contrast(roles.onState, states[0]) >= 4.5);
        const QColor plate = mixed(states[1], variant == 1 ? Qt::white : Qt::black, 0.08);
        QVERIFY2(contrast(roles.onState, plate) >= 4.5,
                 qPrintable(QString::number(contrast(roles.onState, plate))));
    }

    void statesAreToldApart_data()
    {
        QTest::addColumn<int>("variant");
        QTest::addColumn<QByteArray>("eyes");
        for (const char* eyes : {"greyscale", "protanopia", "deuteranopia"}) {
            QTest::addRow("light, %s", eyes) << 0 << QByteArray(eyes);
            QTest::addRow("dark, %s", eyes) << 1 << QByteArray(eyes);
            QTest::addRow("paper, %s", eyes) << 2 << QByteArray(eyes);
        }
    }
    /// A pattern of another shape, or twice as wide, tells states apart; two of the same must differ in
    /// colour.
    void statesAreToldApart()
    {
        QFETCH(int, variant);
        QFETCH(QByteArray, eyes);
        const auto& states = this->variant(variant).states;
        for (std::size_t i = 0; i < core::stateCount; ++i) {
            for (std::size_t j = i + 1; j < core::stateCount; ++j) {
                const Pattern& a = m_palette.patterns[i];
                const Pattern& b = m_palette.patterns[j];
                const double spacings = a.spacing / b.spacing;
                const bool patterned = a.shape != b.shape || (a.shape != PatternShape::solid &&
                                                              std::max(spacings, 1 / spacings) >= 1.7);
                const double apart = distance(seenBy(eyes.constData(), linear(states[i])),
                                              seenBy(eyes.constData(), linear(states[j])));
                QVERIFY2(
                    patterned || apart >= 6,
                    qPrintable(QStringLiteral("%1 and %2: %3").arg(stateText(i), stateText(j)).arg(apart)));
            }
        }
    }

    void patternsShow_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%.2f", ratio) << ratio;
    }
    void patternsShow()
    {
        QFETCH(double, ratio);
        for (std::size_t i = 0; i < core::stateCount; ++i) {
            const QColor fill = m_palette.light.states[i];
            const PatternTile tile =
                makePatternTile(m_palette.patterns[i], fill, m_palette.light.roles.emptyLane, ratio);
            QCOMPARE(tile.pixels.size(), static_cast<std::size_t>(tile.width * tile.height));
            const auto pure = std::count(tile.pixels.begin(), tile.pixels.end(), fill.rgb());
            const bool solid = m_palette.patterns[i].shape == PatternShape::solid ||
                               m_palette.patterns[i].shape == PatternShape::none;
            if (solid) {
                QCOMPARE(static_cast<std::size_t>(pure), tile.pixels.size());
            } else {
                const double share = static_cast<double>(pure) / static_cast<double>(tile.pixels.size());
                QVERIFY2(share > 0.15 && share < 0.95,
                         qPrintable(QStringLiteral("%1 %2").arg(stateText(i)).arg(share)));
            }
        }
    }

    void badFilesNameThePlace()
    {
        QCOMPARE(placeOfError(document()), QStringLiteral("no error"));
        core::Value missing = document();
        missing.set("dark", core::Value::object());
        QCOMPARE(placeOfError(missing), QStringLiteral("/dark"));
        core::Value unknown = document();
        unknown.set("patterns", core::parseJson(R"({"sleeping": {"shape": "solid"}})"));
        QCOMPARE(placeOfError(unknown), QStringLiteral("/patterns/sleeping"));
        core::Value notAColor = document();
        core::Value light = *notAColor.find("light");
        core::Value roles = *light.find("roles");
        roles.set("accent", "blue");
        light.set("roles", roles);
        notAColor.set("light", light);
        QCOMPARE(placeOfError(notAColor), QStringLiteral("/light/roles/accent"));
        core::Value schema = document();
        schema.set("schema", "overlap.palette/2");
        QCOMPARE(placeOfError(schema), QStringLiteral("/schema"));
        QVERIFY_THROWS_EXCEPTION(core::Error, loadPalette("/nowhere/states.json"));
    }

    void typeAndSizes()
    {
        const Theme light = makeTheme(m_palette, ThemeKind::light);
        QVERIFY2(!light.family.isEmpty(), "there is no font at all");
        QVERIFY2(light.family != QStringLiteral("Sans Serif"),
                 "an alias would be written into exported files");
        QCOMPARE(QFontInfo(light.font(TextRole::band)).family(), light.family);
        QVERIFY(QFontMetricsF(light.font(TextRole::title)).height() >
                QFontMetricsF(light.font(TextRole::finding)).height());
        QCOMPARE(light.scale, 1.0);

        const Theme paper = makePaperTheme(m_palette);
        QCOMPARE(paper.roles.window, QColor(Qt::white));
        for (const TextRole role :
             {TextRole::title, TextRole::finding, TextRole::speedup, TextRole::band, TextRole::body,
              TextRole::label, TextRole::caption, TextRole::axis, TextRole::group, TextRole::span})
            QVERIFY(paper.font(role).pixelSize() >= 18);
    }

    void everyStateHasItsWords()
    {
        QCOMPARE(stateTitle(core::State::gilWait), QStringLiteral("Waiting for the GIL"));
        QStringList titles;
        for (std::size_t i = 0; i < core::stateCount; ++i)
            titles << stateTitle(static_cast<core::State>(i));
        QCOMPARE(titles.removeDuplicates(), 0);
        QVERIFY(!titles.contains(QString()));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
