// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document.h"

#include "session/experiment_draft.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace overlap::session {

namespace {

constexpr int longestId = 64;
constexpr int longestTitle = 200;

std::filesystem::path nativePath(const QString& path)
{
    return {QFile::encodeName(path).toStdString()};
}

std::string idOf(const QString& name)
{
    std::string id;
    for (const QChar letter : name.toLower()) {
        const char16_t code = letter.unicode();
        const bool plain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (plain)
            id += static_cast<char>(code);
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    id.resize(std::min<std::size_t>(id.size(), longestId));
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id.empty() ? "experiment" : id;
}

/// A file's name may hold what a title must not.
std::string titleOf(const QString& path)
{
    const QString title = nameOfFile(path).simplified().left(longestTitle);
    return title.isEmpty() ? idOf(path) : title.toStdString();
}

bool sameQuestion(const core::Experiment& left, const core::Experiment& right)
{
    return left.parameters == right.parameters && left.strategies == right.strategies &&
           left.repeats == right.repeats && left.timeScale == right.timeScale && left.sweep == right.sweep;
}

} // namespace

QString nameOfFile(const QString& path)
{
    QString name = QFileInfo(path).fileName();
    for (const auto& ending : {QStringLiteral(".json"), QStringLiteral(".overlap")}) {
        if (name.size() > ending.size() && name.endsWith(ending, Qt::CaseInsensitive))
            name.chop(ending.size());
    }
    return name;
}

Document::Document(ExperimentDraft& draft, QObject* parent) : QObject(parent), m_draft(draft)
{
    connect(&draft.history(), &QUndoStack::cleanChanged, this, &Document::changed);
}

bool Document::modified() const
{
    return m_own && !m_draft.history().isClean();
}

bool Document::differsFromPreset() const
{
    return !m_own && !sameQuestion(m_draft.experiment(), m_preset);
}

void Document::openPreset(const core::Experiment& preset)
{
    leave();
    m_own = false;
    m_path.clear();
    m_preset = completed(preset);
    const auto kept = m_kept.find(preset.id);
    become(kept == m_kept.end() ? m_preset : kept->second);
}

void Document::startNew(const core::Experiment& preset)
{
    leave();
    m_own = true;
    m_path.clear();
    m_preset = completed(preset);
    become(m_preset);
}

void Document::openFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const core::Experiment experiment =
        core::loadExperiment(nativePath(absolute), m_draft.catalogue(), m_draft.cores());
    leave();
    m_own = true;
    m_path = absolute;
    m_preset = {};
    become(experiment);
}

void Document::save(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    core::Experiment experiment = m_draft.experiment();
    if (experiment.title == m_preset.title || (!m_path.isEmpty() && experiment.title == titleOf(m_path))) {
        experiment.title = titleOf(absolute);
        experiment.id = idOf(nameOfFile(absolute));
    }
    std::vector<core::Problem> problems;
    core::validateExperiment(experiment, m_draft.catalogue(), m_draft.cores(), problems);
    // What could not be opened again is not written.
    if (!problems.empty())
        throw core::Error(problems.front().message, problems.front().pointer);
    core::saveExperiment(nativePath(absolute), experiment);
    m_kept.erase(m_preset.id); // the changes live in the file now
    m_own = true;
    m_path = absolute;
    m_preset = {};
    m_draft.rename(experiment.id, experiment.title);
    m_draft.history().setClean();
    Q_EMIT changed();
}

void Document::resetToPreset()
{
    if (!m_own)
        m_draft.reset(m_preset);
}

core::Experiment Document::completed(core::Experiment preset) const
{
    // With every parameter, as the draft has it, so that the two can be compared.
    std::vector<core::Problem> ignored;
    core::validateExperiment(preset, m_draft.catalogue(), m_draft.cores(), ignored);
    return preset;
}

void Document::leave()
{
    if (!m_own && !m_preset.id.empty())
        m_kept[m_preset.id] = m_draft.experiment();
}

void Document::become(const core::Experiment& experiment)
{
    m_draft.load(experiment);
    Q_EMIT changed();
}

} // namespace overlap::session
