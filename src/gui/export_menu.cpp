// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export_menu.h"

#include "gui/chart_content.h"
#include "gui/dialog_service.h"
#include "session/message_text.h"
#include "session/report_files.h"
#include "session/settings.h"

#include <QClipboard>
#include <QDrag>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace overlap::gui {

using charts::ChartKind;

ExportMenu::ExportMenu(Source source, const charts::Palette& palette, DialogService& dialogs,
                       session::Settings& settings, QWidget* parent)
    : QMenu(parent)
    , m_source(std::move(source))
    , m_palette(palette)
    , m_dialogs(dialogs)
    , m_settings(settings)
{
    const auto add = [this](const char* text, const char* name, auto act) {
        QAction* action = addAction(QString());
        m_texts.emplace_back(action, text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const auto addChart = [this, &add](const char* text, const char* name, ChartKind kind, auto act) {
        QAction* action = add(text, name, [this, kind, act] { (this->*act)(kind); });
        m_charts.emplace_back(action, kind);
        return action;
    };
    const auto save = &ExportMenu::saveChart;
    addChart(QT_TR_NOOP("Lanes as image…"), "saveLanes", ChartKind::gantt, save);
    addChart(QT_TR_NOOP("Timings as image…"), "saveTimings", ChartKind::timings, save);
    addChart(QT_TR_NOOP("Where time went as image…"), "saveLedger", ChartKind::ledger, save);
    addChart(QT_TR_NOOP("Latencies as image…"), "saveLatencies", ChartKind::latencies, save);
    addChart(QT_TR_NOOP("Scaling as image…"), "saveScaling", ChartKind::scaling, save);
    addSeparator();
    const auto copy = &ExportMenu::copyChart;
    addChart(QT_TR_NOOP("Copy lanes"), "copyLanes", ChartKind::gantt, copy);
    addChart(QT_TR_NOOP("Copy timings"), "copyTimings", ChartKind::timings, copy)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    addChart(QT_TR_NOOP("Copy where time went"), "copyLedger", ChartKind::ledger, copy);
    addChart(QT_TR_NOOP("Copy latencies"), "copyLatencies", ChartKind::latencies, copy);
    addChart(QT_TR_NOOP("Copy scaling"), "copyScaling", ChartKind::scaling, copy);
    addSeparator();
    add(QT_TR_NOOP("Report (JSON)…"), "saveReport", [this] {
        saveFigures(tr("Save the report"), QStringLiteral("-report.json"), tr("JSON (*.json)"),
                    session::saveReport);
    });
    add(QT_TR_NOOP("Runs (CSV)…"), "saveRuns", [this] {
        saveFigures(tr("Save the runs"), QStringLiteral("-runs.csv"), tr("CSV (*.csv)"), session::saveRuns);
    });
    m_trace = add(QT_TR_NOOP("Trace (JSON)…"), "saveTrace", [this] { Q_EMIT traceWanted(); });
    retranslate();
    setAvailable(nullptr);
}

void ExportMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportMenu::retranslate()
{
    for (const auto& [action, text] : m_texts)
        action->setText(tr(text));
    m_trace->setWhatsThis(
        tr("The lanes for other programs that show traces, such as Perfetto and speedscope."));
}

void ExportMenu::setAvailable(const core::Report* report)
{
    m_available.clear();
    if (report && !report->points.empty())
        m_available = {ChartKind::scaling};
    else if (report && !report->strategies.empty())
        m_available = {ChartKind::gantt, ChartKind::timings, ChartKind::ledger, ChartKind::latencies};
    for (QAction* action : actions())
        action->setEnabled(!m_available.empty());
    for (const auto& [action, kind] : m_charts)
        action->setEnabled(m_available.contains(kind));
}

void ExportMenu::setLanesAvailable()
{
    setAvailable(nullptr);
    m_available = {ChartKind::gantt};
    m_trace->setEnabled(true);
    for (const auto& [action, kind] : m_charts)
        action->setEnabled(m_available.contains(kind));
}

charts::Slide ExportMenu::slide(ChartKind kind) const
{
    charts::Slide slide;
    if (m_source.feed().opened()) {
        const charts::LedgerContent ledger = m_source.ledger();
        slide.finding = ledger.finding;
        slide.content = m_source.lanes();
        slide.caption =
            QString::fromStdString(m_source.feed().experiment().title) + QLatin1Char(' ') + ledger.caption;
        return slide;
    }
    const charts::TimingsContent timings = m_source.timings();
    slide.finding = timings.finding;
    slide.caption = exportCaption(timings.report);
    if (kind == ChartKind::gantt) {
        slide.content = m_source.lanes();
        // The timings say how they were measured under their finding; lanes have no place for it but here.
        slide.caption = timings.caption + QLatin1Char(' ') + slide.caption;
    } else if (kind == ChartKind::ledger) {
        const charts::LedgerContent ledger = m_source.ledger();
        slide.finding = ledger.finding;
        slide.content = ledger;
    } else if (kind == ChartKind::latencies) {
        const charts::LatenciesContent latencies = m_source.latencies();
        slide.finding = latencies.finding;
        slide.content = latencies;
    } else if (kind == ChartKind::scaling) {
        const charts::ScalingContent scaling = m_source.scaling();
        slide.finding = scaling.finding;
        slide.content = scaling;
    } else {
        slide.content = timings;
    }
    return slide;
}

void ExportMenu::ask(const QString& title, const QString& ending, const QString& filters,
                     std::function<void(const QString& file)> write)
{
    const QString name = QString::fromStdString(m_source.feed().experiment().id) + ending;
    m_dialogs.saveFileName(parentWidget(), title, m_settings.exportFolder() + QLatin1Char('/') + name,
                           filters, [this, name, write = std::move(write)](const QString& chosen) {
                               m_settings.setExportFolder(QFileInfo(chosen).absolutePath());
                               // Who types a name without an ending wants the one that was proposed.
                               const QString file = QFileInfo(chosen).suffix().isEmpty()
                                                        ? chosen + QLatin1Char('.') + QFileInfo(name).suffix()
                                                        : chosen;
                               try {
                                   write(file);
                               } catch (const core::Error& error) {
                                   m_dialogs.tell(parentWidget(), tr("Not saved"), session::errorText(error));
                               }
                           });
}

void ExportMenu::saveChart(ChartKind kind)
{
    const QString ending = kind == ChartKind::gantt       ? QStringLiteral("-lanes.png")
                           : kind == ChartKind::ledger    ? QStringLiteral("-where-time-went.png")
                           : kind == ChartKind::latencies ? QStringLiteral("-latencies.png")
                           : kind == ChartKind::scaling   ? QStringLiteral("-scaling.png")
                                                          : QStringLiteral("-timings.png");
    // What is shown now, whatever happens while the dialog is open.
    const QStringList filters{
        tr("PNG image, %1 × %2 (*.png)").arg(charts::slideSize.width()).arg(charts::slideSize.height()),
        tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")};
    ask(tr("Save the chart"), ending, filters.join(QStringLiteral(";;")),
        [this, picture = slide(kind)](const QString& file) {
            charts::saveSlide(picture, m_palette, file.toStdString());
            Q_EMIT exported(tr("Chart written to %1").arg(file));
        });
}

void ExportMenu::dragChart(ChartKind kind, QWidget* source)
{
    if (!m_available.contains(kind))
        return;
    auto* drag = new QDrag(source);
    std::unique_ptr<QMimeData> contents = charts::slideMimeData(slide(kind), m_palette);
    const auto picture = qvariant_cast<QImage>(contents->imageData());
    drag->setPixmap(QPixmap::fromImage(picture.scaledToWidth(240, Qt::SmoothTransformation)));
    drag->setMimeData(contents.release());
    drag->exec(Qt::CopyAction);
}

void ExportMenu::copyChart(ChartKind kind)
{
    QGuiApplication::clipboard()->setMimeData(charts::slideMimeData(slide(kind), m_palette).release());
    Q_EMIT exported(tr("Chart copied to the clipboard"));
}

void ExportMenu::saveFigures(const QString& title, const QString& ending, const QString& filter, Save save)
{
    ask(title, ending, filter, [this, save, report = m_source.feed().report()](const QString& file) {
        save(*report, file.toStdString());
        Q_EMIT exported(tr("Written to %1").arg(file));
    });
}

} // namespace overlap::gui
