// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/image_export.h"
#include "session/live_feed.h"

#include <QMenu>
#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace overlap::session {
class Settings;
}

namespace overlap::gui {

class DialogService;

/// Everything that leaves the window: charts as images and to the clipboard, report and runs as files. Its
/// entries are there as soon as there is something to export.
class ExportMenu : public QMenu
{
    Q_OBJECT

public:
    /// What is exported is asked for at the moment of exporting.
    struct Source
    {
        std::function<const session::LiveFeed&()> feed;
        std::function<charts::GanttContent()> lanes;
        std::function<charts::TimingsContent()> timings;
        std::function<charts::LedgerContent()> ledger;
        std::function<charts::LatenciesContent()> latencies;
        std::function<charts::ScalingContent()> scaling;
    };

    /// Everything referred to outlives the menu.
    ExportMenu(Source source, const charts::Palette& palette, DialogService& dialogs,
               session::Settings& settings, QWidget* parent);

    /// What there is to export: of a sweep its chart and its figures, else everything but that chart. Null,
    /// or a report without a run: nothing.
    void setAvailable(const core::Report* report);
    /// Of lanes that were opened from a file there is their picture and what traces hold.
    void setLanesAvailable();
    /// Takes a chart out of the window as picture, drawing and figures, as the clipboard gets it. Returns
    /// when it was dropped: a drag runs an event loop of its own.
    void dragChart(charts::ChartKind kind, QWidget* source);

Q_SIGNALS:
    /// Something was exported; a sentence for the log.
    void exported(const QString& sentence);
    /// The lanes are wanted as trace-event JSON.
    void traceWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    charts::Slide slide(charts::ChartKind kind) const;
    void saveChart(charts::ChartKind kind);
    void copyChart(charts::ChartKind kind);
    using Save = void (*)(const core::Report&, const std::filesystem::path&);
    void saveFigures(const QString& title, const QString& ending, const QString& filter, Save save);
    void ask(const QString& title, const QString& ending, const QString& filters,
             std::function<void(const QString& file)> write);

    Source m_source;
    std::vector<std::pair<QAction*, const char*>> m_texts; // English
    QAction* m_trace = nullptr;
    std::vector<std::pair<QAction*, charts::ChartKind>> m_charts; // of those actions that are of a chart
    const charts::Palette& m_palette;
    DialogService& m_dialogs;
    session::Settings& m_settings;
    std::set<charts::ChartKind> m_available;
};

} // namespace overlap::gui
