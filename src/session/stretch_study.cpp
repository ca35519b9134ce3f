// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stretch_study.h"

namespace overlap::session {

namespace {

constexpr int soon = 40; // ms

std::optional<Stretch> counted(Stretch stretch, const std::stop_token& stop)
{
    for (Stretch::Run& run : stretch.runs) {
        auto statistics = analysis::selectionStatisticsOf(*run.band.timeline, stretch.range, stop);
        if (!statistics)
            return std::nullopt;
        run.statistics = *statistics;
    }
    return stretch;
}

} // namespace

StretchStudy::StretchStudy(const TimeWindow& window, QObject* parent) : QObject(parent), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &StretchStudy::look);
    connect(&window, &TimeWindow::changed, this, [this] { m_soon.start(); });
}

StretchStudy::~StretchStudy()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void StretchStudy::setBands(std::vector<Band> bands)
{
    m_bands = std::move(bands);
    m_soon.start();
}

void StretchStudy::setVisibleWanted(bool wanted)
{
    if (m_visibleWanted == wanted)
        return;
    m_visibleWanted = wanted;
    m_soon.start();
}

void StretchStudy::look()
{
    if (m_thread.joinable()) {
        m_again = true;
        m_thread.request_stop();
        return;
    }
    Stretch question;
    question.selected = m_window.selection().has_value();
    question.range = m_window.selection().value_or(m_window.visible());
    std::size_t spans = 0;
    if (question.selected || m_visibleWanted) {
        for (const Band& band : m_bands) {
            if (!band.timeline || !band.timeline->ended)
                continue;
            question.runs.push_back({band, {}});
            spans += analysis::spansIn(*band.timeline, question.range);
        }
    }
    if (question.runs.empty()) {
        finish(std::nullopt);
    } else if (spans <= spansAtOnce) {
        finish(counted(std::move(question), {}));
    } else {
        m_thread = std::jthread([this, question = std::move(question)](const std::stop_token& stop) mutable {
            auto found = counted(std::move(question), stop);
            QMetaObject::invokeMethod(
                this,
                [this, found = std::move(found)] {
                    m_thread.join();
                    m_thread = {};
                    if (std::exchange(m_again, false))
                        look();
                    else
                        finish(found);
                },
                Qt::QueuedConnection);
        });
    }
}

void StretchStudy::finish(std::optional<Stretch> stretch)
{
    if (!stretch && !m_stretch)
        return;
    m_stretch = std::move(stretch);
    Q_EMIT changed();
}

} // namespace overlap::session
