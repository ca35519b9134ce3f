// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/candidates.h"

#include "analysis/forecast.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>

namespace overlap::analysis {

using core::Runtime;
using core::Strategy;

namespace {

constexpr double worthwhileShare = 0.2;
constexpr double asGood = 1.02;
constexpr double hopeless = 1.5;
constexpr std::size_t searchedTasks = 5000; // a simulation of so many takes some milliseconds
constexpr int mostThreads = 128;
constexpr int mostProcesses = 64;
constexpr int mostInPipeline = 32;
constexpr double shortItem = 0.005; // below, messages weigh, and chunks are worth a try

/// A strategy with what it is forecast to take.
struct Candidate
{
    Strategy strategy;
    double seconds = 0;
};

const core::StrategyDescriptor* descriptorOf(const std::vector<core::StrategyDescriptor>& known,
                                             std::string_view name)
{
    const auto found = std::ranges::find(known, name, &core::StrategyDescriptor::name);
    return found == known.end() ? nullptr : &*found;
}

/// Evenly chosen items of the sample, so many that a simulation is quick.
core::WorkProfile pieceOf(const core::WorkProfile& profile)
{
    const std::size_t most =
        std::max<std::size_t>(searchedTasks / std::max<std::size_t>(profile.stages.size(), 1), 1);
    core::WorkProfile piece = profile;
    if (profile.items <= most)
        return piece;
    piece.items = most;
    piece.sample.clear();
    const std::size_t sampled = std::min(most, profile.sample.size());
    for (std::size_t i = 0; i < sampled; ++i)
        piece.sample.push_back(profile.sample[i * profile.sample.size() / sampled]);
    return piece;
}

/// The search in one runtime.
class KindSearch
{
public:
    KindSearch(const CandidateSearch& search, const core::WorkProfile& profile,
               const std::vector<core::StrategyDescriptor>& known)
        : m_known(known)
        , m_timing(search.timing)
        , m_setting(search.setting)
        , m_work(sharesOf(profile))
        , m_piece(pieceOf(profile))
        , m_scale(static_cast<double>(profile.items) / static_cast<double>(m_piece.items))
    {
        m_setting.spans = false;
        m_baseline = forecast(parsed(std::string(core::baselineOf(profile.runtime)))).seconds;
    }

    /// Of each kind the forecasts that are worth running, the best first; at most two.
    std::vector<std::vector<Candidate>> kinds() const
    {
        std::vector<std::vector<Candidate>> kinds;
        for (const std::string& kind : kindsWorthTrying(m_work, m_known)) {
            std::vector<Candidate> best = bestOf(forecastsOf(kind));
            if (!best.empty() && best.front().seconds <= hopeless * m_baseline)
                kinds.push_back(std::move(best));
        }
        return kinds;
    }

private:
    Strategy parsed(const std::string& text) const
    {
        return core::parseStrategy(text, m_known, m_setting.cores);
    }

    Candidate forecast(Strategy strategy) const
    {
        const Simulation simulation = simulate(m_piece, strategy, m_known, m_setting);
        const double start = m_timing == core::Timing::cold ? simulation.startUpSeconds : 0;
        return {std::move(strategy), start + simulation.wallSeconds * m_scale};
    }

    /// By growing numbers of workers.
    std::vector<Candidate> forecastsOf(const std::string& kind) const
    {
        if (kind == "pipeline")
            return pipelines();
        std::vector<Candidate> found;
        const bool processes = kind == "processes" || kind == "python-processes";
        for (const int count : countsOf(kind, processes)) {
            const std::string text = kind + ":" + std::to_string(count);
            found.push_back(forecast(parsed(text)));
            if (processes && m_work.itemSeconds < shortItem)
                addChunked(found, text, static_cast<std::size_t>(count));
        }
        return found;
    }

    /// Four chunks for each process: of the piece as of the whole.
    void addChunked(std::vector<Candidate>& found, const std::string& text, std::size_t count) const
    {
        const auto chunked = [&](std::size_t items) {
            const std::size_t chunk = std::min<std::size_t>(items / (4 * count), 100'000);
            return chunk > 1 ? parsed(text + "@chunk=" + std::to_string(chunk)) : parsed(text);
        };
        Candidate candidate = forecast(chunked(m_piece.items));
        candidate.strategy = chunked(m_work.items);
        found.push_back(std::move(candidate));
    }

    std::set<int> countsOf(const std::string& kind, bool processes) const
    {
        const int cores = m_setting.cores;
        std::set<int> counts{2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128};
        for (const int each : {1, 2, 3, 4, 5})
            counts.insert(each * cores);
        // Who only computes gains nothing from more workers than cores; twice as many shows it.
        const int useful = m_work.computing > 1 - worthwhileShare
                               ? 2 * cores
                               : std::max(processes ? mostProcesses : mostThreads, 5 * cores);
        const int most = std::min({useful, descriptorOf(m_known, kind)->maximumCount,
                                   static_cast<int>(std::min<std::size_t>(m_work.items, 1'000'000))});
        counts.insert(most);
        std::erase_if(counts, [most](int count) { return count < 2 || count > most; });
        return counts;
    }

    /// One worker more at a time, for the stage that holds the line up.
    std::vector<Candidate> pipelines() const
    {
        std::vector<int> counts(m_work.stages.size(), 1);
        std::vector<Candidate> found;
        int workers = static_cast<int>(counts.size());
        const int most = std::min(mostInPipeline, descriptorOf(m_known, "pipeline")->maximumCount);
        while (workers <= most) {
            std::string text;
            for (const int count : counts)
                text += (text.empty() ? "pipeline:" : ",") + std::to_string(count);
            found.push_back(forecast(parsed(text)));
            const auto slowest = slowestStage(counts);
            if (!slowest)
                break;
            ++counts[*slowest];
            ++workers;
        }
        return found;
    }

    /// Of those that more workers can help: who computes has no use for more than cores.
    std::optional<std::size_t> slowestStage(const std::vector<int>& counts) const
    {
        std::optional<std::size_t> slowest;
        const auto seconds = [&](std::size_t stage) { return m_work.stages[stage].seconds / counts[stage]; };
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const bool computes = m_work.stages[i].waiting < worthwhileShare;
            const bool full = computes && counts[i] >= m_setting.cores;
            if (!full && static_cast<std::size_t>(counts[i]) < m_work.items &&
                (!slowest || seconds(i) > seconds(*slowest)))
                slowest = i;
        }
        return slowest;
    }

    static double countOf(const Candidate& candidate)
    {
        const std::vector<int>& counts = candidate.strategy.counts;
        return std::accumulate(counts.begin(), counts.end(), 0);
    }

    static std::vector<Candidate> bestOf(std::vector<Candidate> found)
    {
        if (found.empty())
            return {};
        const double least = std::ranges::min(found, {}, &Candidate::seconds).seconds;
        const auto best = std::ranges::find_if(
            found, [least](const Candidate& candidate) { return candidate.seconds <= asGood * least; });
        std::vector<Candidate> kept{*best};
        // 48 workers in place of 50 would prove nothing.
        std::erase_if(found, [first = kept.front()](const Candidate& candidate) {
            const double ratio = countOf(candidate) / countOf(first);
            return candidate.strategy.options == first.strategy.options && ratio > 0.75 && ratio < 4.0 / 3;
        });
        if (const auto next = std::ranges::min_element(found, {}, &Candidate::seconds); next != found.end())
            kept.push_back(*next);
        return kept;
    }

    const std::vector<core::StrategyDescriptor>& m_known;
    core::Timing m_timing;
    SimulationSetting m_setting;
    WorkShares m_work;
    core::WorkProfile m_piece;
    double m_scale; // of the whole work to the piece
    double m_baseline = 0;
};

} // namespace

std::vector<std::string> kindsWorthTrying(const WorkShares& work,
                                          const std::vector<core::StrategyDescriptor>& known)
{
    const bool computes = work.computing >= worthwhileShare;
    std::vector<std::string> kinds;
    const auto add = [&](const char* kind, bool worth) {
        if (worth && work.items > 1 && descriptorOf(known, kind))
            kinds.emplace_back(kind);
    };
    if (work.runtime == Runtime::python) {
        add("python-threads", true);
        add("python-processes", computes);
        return kinds;
    }
    add("threads", true);
    add("work-stealing", computes);
    add("processes", computes);
    add("event-loop", work.waiting - work.blocking >= worthwhileShare);
    add("pipeline", work.stages.size() > 1);
    return kinds;
}

std::vector<Strategy> candidatesOf(const CandidateSearch& search, const std::vector<Strategy>& asked,
                                   const std::vector<core::StrategyDescriptor>& known)
{
    std::vector<Strategy> chosen = asked;
    // The best kind of each runtime, then the second of each, and so on: neither crowds the other out.
    std::vector<std::vector<std::vector<Candidate>>> ranks;
    for (const auto& profile : search.profiles) {
        const bool runs = std::ranges::any_of(
            asked, [&](const Strategy& strategy) { return strategy.runtime == profile->runtime; });
        if (!runs)
            continue;
        auto kinds = KindSearch(search, *profile, known).kinds();
        std::ranges::stable_sort(kinds, {}, [](const auto& kind) { return kind.front().seconds; });
        ranks.resize(std::max(ranks.size(), kinds.size()));
        for (std::size_t i = 0; i < kinds.size(); ++i)
            ranks[i].push_back(std::move(kinds[i]));
    }
    std::vector<std::vector<Candidate>> kinds;
    for (auto& rank : ranks)
        std::ranges::move(rank, std::back_inserter(kinds));
    for (const std::size_t place : {0, 1}) {
        for (const auto& kind : kinds) {
            if (kind.size() > place && chosen.size() < search.most &&
                std::ranges::find(chosen, kind[place].strategy) == chosen.end())
                chosen.push_back(kind[place].strategy);
        }
    }
    return chosen;
}

} // namespace overlap::analysis
