// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that the window shows has the room it needs, in every language.
#include "charts/decision_tree.h"
#include "planted_gil.h"
#include "support/gate.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 30000;
constexpr int settled = 3000; // layouts are done when the loop has run

/// A widget that shortens its text itself says so, and then it has a tool tip with the whole of it.
bool mayElide(const QWidget& widget)
{
    return widget.property("elidable").toBool() && !widget.toolTip().isEmpty();
}

QString nameOf(const QWidget& widget)
{
    const QString name =
        widget.objectName().isEmpty() ? QLatin1String(widget.metaObject()->className()) : widget.objectName();
    return widget.parentWidget() && widget.objectName().isEmpty()
               ? widget.parentWidget()->objectName() + QLatin1Char('/') + name
               : name;
}

class Clipping
{
public:
    explicit Clipping(const QWidget& window)
    {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->isVisible() && !mayElide(*widget))
                check(*widget);
        }
    }

    const QStringList& found() const { return m_found; }

private:
    void tell(const QWidget& widget, const QString& text, int needed, int room)
    {
        if (needed > room) {
            m_found << QStringLiteral("%1: “%2” needs %3, has %4")
                           .arg(nameOf(widget), text)
                           .arg(needed)
                           .arg(room);
        }
    }

    void check(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            checkLabel(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            checkButton(*button);
        else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
            checkTabs(*tabs);
        else if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
            checkHeader(*header);
        else if (const auto* tree = qobject_cast<const QTreeView*>(&widget))
            checkTree(*tree, {});
        else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            tell(widget, box->currentText(), box->minimumSizeHint().width(), box->width());
        else if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            checkLine(*line);
    }

    void checkLabel(const QLabel& label)
    {
        if (label.text().isEmpty())
            return;
        if (label.wordWrap())
            tell(label, label.text(), label.heightForWidth(label.width()), label.height());
        else
            tell(label, label.text(), label.sizeHint().width(), label.width());
    }

    void checkButton(const QAbstractButton& button)
    {
        if (button.text().isEmpty())
            return;
        // A sign alone, as on the steppers, may stand in less than the style's usual margins.
        if (button.text().size() < 3) {
            tell(button, button.text(), button.fontMetrics().horizontalAdvance(button.text()),
                 button.width());
            return;
        }
        tell(button, button.text(), button.sizeHint().width(), button.width());
        tell(button, button.text(), button.sizeHint().height(), button.height());
    }

    void checkTabs(const QTabBar& tabs)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            if (!tabs.isTabVisible(i))
                continue;
            tell(tabs, tabs.tabText(i), tabs.fontMetrics().horizontalAdvance(tabs.tabText(i)),
                 tabs.tabRect(i).width());
        }
        tell(tabs, QStringLiteral("all tabs"), tabs.sizeHint().width(), tabs.parentWidget()->width());
    }

    void checkHeader(const QHeaderView& header)
    {
        if (header.orientation() != Qt::Horizontal)
            return;
        for (int i = 0; i < header.count(); ++i)
            tell(header, header.model()->headerData(i, Qt::Horizontal).toString(), header.sectionSizeHint(i),
                 header.sectionSize(i));
    }

    void checkTree(const QTreeView& tree, const QModelIndex& parent)
    {
        for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
            const QModelIndex index = tree.model()->index(row, 0, parent);
            const QRect place = tree.visualRect(index);
            if (!index.data(Qt::ToolTipRole).isValid())
                tell(tree, index.data().toString(), tree.sizeHintForIndex(index).width(), place.width());
            checkTree(tree, index);
        }
    }

    /// Fields that a person fills may scroll, what stands in an empty one may not; figures must be seen
    /// whole.
    void checkLine(const QLineEdit& line)
    {
        const bool figures = qobject_cast<const QAbstractSpinBox*>(line.parentWidget());
        const QString text = figures                 ? line.text()
                             : line.text().isEmpty() ? line.placeholderText()
                                                     : QString();
        tell(line, text, line.fontMetrics().horizontalAdvance(text), line.contentsRect().width());
    }

    QStringList m_found;
};

} // namespace

class TestClipping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsHaveRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        const session::Languages languages(core::Paths::ofThisProgram().translations());
        for (const session::Languages::Language& language : languages.all()) {
            for (const QSize size : {QSize(1024, 700), QSize(1280, 800), QSize(1600, 1000)})
                QTest::addRow("%s %d", qPrintable(language.code), size.width()) << language.code << size;
        }
    }

    void textsHaveRoom()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        testing::WindowFixture fixture;
        fixture.settings.setLook(session::Settings::Look::light);
        fixture.languages.use(language);
        const auto window = fixture.makeWindow(size);
        auto* details = find<QToolButton>(*window, "detailsButton");
        if (details->isVisible())
            details->click();
        QString found;
        for (const core::Experiment& preset : engine::loadPresets(fixture.paths, fixture.catalogue, 2)) {
            window->openExperiment(QString::fromStdString(preset.id));
            QTRY_VERIFY2_WITH_TIMEOUT(
                (found = Clipping(*window).found().join(QLatin1Char('\n'))).isEmpty(),
                qPrintable(QString::fromStdString(preset.id) + QLatin1Char('\n') + found), settled);
        }

        window->openExperiment(QStringLiteral("web-requests"));
        find<QDoubleSpinBox>(*window, "timeScaleField")->setValue(0.3);
        find<QPushButton>(*window, "runButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(window->controller().running(), runLimit);
        QTRY_VERIFY2_WITH_TIMEOUT((found = Clipping(*window).found().join(QLatin1Char('\n'))).isEmpty(),
                                  qPrintable(found), settled);
        QTRY_VERIFY_WITH_TIMEOUT(!window->controller().running(), runLimit);
        auto* tabs = find<QTabWidget>(*window, "bottomTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTRY_VERIFY2_WITH_TIMEOUT((found = Clipping(*window).found().join(QLatin1Char('\n'))).isEmpty(),
                                      qPrintable(found), settled);
        }
    }

    void theComparisonHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        const session::Languages languages(core::Paths::ofThisProgram().translations());
        for (const session::Languages::Language& language : languages.all())
            QTest::addRow("%s", qPrintable(language.code)) << language.code;
    }

    void thePageOfStrategiesHasRoom_data() { theComparisonHasRoom_data(); }
    void thePageOfStrategiesHasRoom()
    {
        QFETCH(QString, language);
        testing::WindowFixture fixture;
        fixture.languages.use(language);
        fixture.costsMeasure = [&](const std::stop_token&, const session::CostsCheck::Progress&) {
            session::CostsCheck::Costs costs;
            for (const core::StrategyDescriptor& strategy : fixture.catalogue.strategies) {
                engine::StrategyCost cost;
                cost.strategy.name = strategy.name;
                cost.strategy.counts = {1024};
                cost.firstResult = 0.0123;
                cost.perTask = 0.0000456;
                costs.push_back(cost);
            }
            return costs;
        };
        const auto window = fixture.makeWindow();
        find<QAction>(*window, "openStrategies")->trigger();
        auto* page = find<QWidget>(*window, "strategiesPage");
        QString found;
        const auto hasRoom = [&] {
            found = Clipping(*page).found().join(QLatin1Char('\n'));
            return found.isEmpty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        find<QPushButton>(*window, "strategiesMeasure")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.costsCheck->running(), runLimit);
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
    }

    void theAdvisorHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        const session::Languages languages(core::Paths::ofThisProgram().translations());
        for (const session::Languages::Language& language : languages.all()) {
            for (const QSize size : {QSize(1000, 640), QSize(1080, 780), QSize(1880, 1020)})
                QTest::addRow("%s %d", qPrintable(language.code), size.width()) << language.code << size;
        }
    }
    void theAdvisorHasRoom()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        testing::WindowFixture fixture;
        fixture.languages.use(language);
        const auto window = fixture.makeWindow();
        find<QAction>(*window, "openAdvisor")->trigger();
        auto* page = find<QWidget>(*window, "advisorPage");
        page->resize(size);
        QString found;
        const auto hasRoom = [&] {
            found = Clipping(*page).found().join(QLatin1Char('\n'));
            const auto* tree = find<charts::DecisionTree>(*page, "advisorTree");
            if (tree->width() < tree->scene().size.width() || tree->height() < tree->scene().size.height())
                found += QStringLiteral("the tree");
            return found.isEmpty() && page->size() == size;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        for (int i = 0; i < 6; ++i) {
            find<QPushButton>(*page, qPrintable(QStringLiteral("advisorExample_%1").arg(i)))->click();
            QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        }
        find<QLineEdit>(*page, "advisorDescription")->setText(QStringLiteral("?")); // what is missing
        find<QLineEdit>(*page, "advisorDuration")->clear();
        find<QPushButton>(*page, "advisorNative")->click();
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
    }

    void theComparisonHasRoom()
    {
        QFETCH(QString, language);
        testing::WindowFixture fixture;
        fixture.languages.use(language);
        testing::Gate goOn;
        fixture.gilMeasure = [&](int blocks, const std::stop_token&, const session::GilCheck::Progress&) {
            goOn.wait();
            return testing::plantedGil(blocks, {6});
        };
        const auto window = fixture.makeWindow();
        find<QAction>(*window, "openGilCheck")->trigger();
        QString found;
        const auto hasRoom = [&] {
            found = Clipping(*find<QWidget>(*window, "gilCheckPage")).found().join(QLatin1Char('\n'));
            return found.isEmpty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        find<QPushButton>(*window, "gilThorough")->click();
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        goOn.open();
        auto* table = find<QTableView>(*window, "gilTable");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), runLimit);
        QTRY_VERIFY2_WITH_TIMEOUT(hasRoom(), qPrintable(found), settled);
        // All rows are seen at once.
        QTRY_VERIFY(table->visualRect(table->model()->index(7, 0)).bottom() < table->viewport()->height());
    }

    void whatIsClippedIsFound()
    {
        QWidget window;
        QLabel plain(QStringLiteral("Beschleunigung"), &window);
        QLabel wrapped(QStringLiteral("zwei Zeilen, die keinen Platz haben"), &window);
        wrapped.setWordWrap(true);
        QPushButton button(QStringLiteral("Starten"), &window);
        QLabel shortened(QStringLiteral("Beschleunigung"), &window);
        shortened.setProperty("elidable", true);
        shortened.setToolTip(shortened.text());
        for (QWidget* widget : std::initializer_list<QWidget*>{&plain, &wrapped, &button, &shortened})
            widget->setGeometry(0, 0, 30, 14);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(Clipping(window).found().size() >= 3, true);
        QVERIFY(!Clipping(window).found().join(QLatin1Char(' ')).isEmpty());
        plain.setFixedSize(plain.sizeHint());
        wrapped.setFixedSize(200, 100);
        button.setFixedSize(button.sizeHint());
        const QStringList left = Clipping(window).found();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestClipping)
#include "tst_clipping.moc"
