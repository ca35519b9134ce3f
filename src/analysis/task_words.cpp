// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/task_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace overlap::analysis {

namespace {

enum class Kind { waiting, computing, stages, large };

/// The beginning of a word; with a blank at its end the whole word, because others begin alike.
struct Stem
{
    std::string_view beginning;
    Kind kind;
    int weight;
};

constexpr Stem stems[] = {
    // Waiting for somebody else: a network, a server, a person's mail box.
    {"download", Kind::waiting, 3},
    {"upload", Kind::waiting, 3},
    {"fetch", Kind::waiting, 3},
    {"request", Kind::waiting, 3},
    {"query", Kind::waiting, 3},
    {"queries", Kind::waiting, 3},
    {"api ", Kind::waiting, 3},
    {"apis ", Kind::waiting, 3},
    {"http", Kind::waiting, 3},
    {"url", Kind::waiting, 3},
    {"web", Kind::waiting, 3},
    {"internet", Kind::waiting, 3},
    {"network", Kind::waiting, 3},
    {"netz", Kind::waiting, 3},
    {"server", Kind::waiting, 3},
    {"socket", Kind::waiting, 3},
    {"cloud", Kind::waiting, 3},
    {"crawl", Kind::waiting, 3},
    {"scrap", Kind::waiting, 3},
    {"ping ", Kind::waiting, 3},
    {"database", Kind::waiting, 3},
    {"datenbank", Kind::waiting, 3},
    {"sql", Kind::waiting, 3},
    {"email", Kind::waiting, 3},
    {"mail", Kind::waiting, 3},
    {"send", Kind::waiting, 3},
    {"schick", Kind::waiting, 3},
    {"verschick", Kind::waiting, 3},
    {"versend", Kind::waiting, 3},
    {"sleep", Kind::waiting, 3},
    {"wait", Kind::waiting, 3},
    {"wart", Kind::waiting, 3},
    {"herunter", Kind::waiting, 3},
    {"hochlad", Kind::waiting, 3},
    {"abruf", Kind::waiting, 3},
    {"abfrag", Kind::waiting, 3},
    {"anfrag", Kind::waiting, 3},
    {"schnittstelle", Kind::waiting, 3},
    {"lookup", Kind::waiting, 1},
    {"nachschlag", Kind::waiting, 1},
    {"file", Kind::waiting, 1},
    {"datei", Kind::waiting, 1},
    {"disk", Kind::waiting, 1},
    {"festplatte", Kind::waiting, 1},
    {"save", Kind::waiting, 1},
    {"saving", Kind::waiting, 1},
    {"speicher", Kind::waiting, 1},
    {"read ", Kind::waiting, 1},
    {"reading ", Kind::waiting, 1},
    {"lese ", Kind::waiting, 1},
    {"lesen ", Kind::waiting, 1},
    {"lies", Kind::waiting, 1},
    {"einles", Kind::waiting, 1},
    {"write", Kind::waiting, 1},
    {"writing", Kind::waiting, 1},
    {"schreib", Kind::waiting, 1},
    {"copy", Kind::waiting, 1},
    {"kopier", Kind::waiting, 1},
    {"load", Kind::waiting, 1},
    {"lade", Kind::waiting, 1},
    {"lädt", Kind::waiting, 1},

    // Keeping a core busy.
    {"calculat", Kind::computing, 3},
    {"berechn", Kind::computing, 3},
    {"ausrechn", Kind::computing, 3},
    {"rechn", Kind::computing, 3},
    {"comput", Kind::computing, 3},
    {"math", Kind::computing, 3},
    {"prime", Kind::computing, 2},
    {"primzahl", Kind::computing, 2},
    {"factori", Kind::computing, 3},
    {"matri", Kind::computing, 3},
    {"simulat", Kind::computing, 3},
    {"simulier", Kind::computing, 3},
    {"optimi", Kind::computing, 3},
    {"fractal", Kind::computing, 3},
    {"fraktal", Kind::computing, 3},
    {"resiz", Kind::computing, 3},
    {"verkleiner", Kind::computing, 3},
    {"scaling", Kind::computing, 3},
    {"skalier", Kind::computing, 3},
    {"thumbnail", Kind::computing, 2},
    {"vorschaubild", Kind::computing, 2},
    {"image", Kind::computing, 1},
    {"bild", Kind::computing, 1},
    {"foto", Kind::computing, 1},
    {"photo", Kind::computing, 1},
    {"video", Kind::computing, 1},
    {"render", Kind::computing, 3},
    {"encod", Kind::computing, 3},
    {"decod", Kind::computing, 3},
    {"kodier", Kind::computing, 3},
    {"dekodier", Kind::computing, 3},
    {"transcod", Kind::computing, 3},
    {"compress", Kind::computing, 3},
    {"komprimier", Kind::computing, 3},
    {"encrypt", Kind::computing, 3},
    {"decrypt", Kind::computing, 3},
    {"verschlüssel", Kind::computing, 3},
    {"entschlüssel", Kind::computing, 3},
    {"hash", Kind::computing, 3},
    {"prüfsumme", Kind::computing, 3},
    {"checksum", Kind::computing, 3},
    {"sort ", Kind::computing, 3},
    {"sorti", Kind::computing, 3},
    {"learning", Kind::computing, 3},
    {"lernen", Kind::computing, 3},
    {"train ", Kind::computing, 3},
    {"training", Kind::computing, 3},
    {"trainier", Kind::computing, 3},
    {"predict", Kind::computing, 3},
    {"vorhersag", Kind::computing, 3},
    {"classif", Kind::computing, 3},
    {"klassifi", Kind::computing, 3},
    {"model", Kind::computing, 1},
    {"analy", Kind::computing, 2},
    {"auswert", Kind::computing, 2},
    {"statisti", Kind::computing, 2},
    {"transform", Kind::computing, 2},
    {"convert", Kind::computing, 2},
    {"umwandel", Kind::computing, 2},
    {"umwandl", Kind::computing, 2},
    {"generat", Kind::computing, 2},
    {"generier", Kind::computing, 2},
    {"erzeug", Kind::computing, 2},
    {"process", Kind::computing, 1},
    {"verarbeit", Kind::computing, 1},
    {"parse", Kind::computing, 1},
    {"parsing", Kind::computing, 1},
    {"filter", Kind::computing, 1},
    {"csv", Kind::computing, 1},
    {"sum ", Kind::computing, 1},
    {"summ", Kind::computing, 1},

    // From hand to hand.
    {"pipeline", Kind::stages, 1},
    {"stage", Kind::stages, 1},
    {"stufe", Kind::stages, 1},
    {"queue", Kind::stages, 1},
    {"warteschlange", Kind::stages, 1},
    {"producer", Kind::stages, 1},
    {"consumer", Kind::stages, 1},
    {"erzeuger", Kind::stages, 1},
    {"verbraucher", Kind::stages, 1},
    {"assembly", Kind::stages, 1},
    {"fließband", Kind::stages, 1},
    {"then ", Kind::stages, 1},
    {"dann ", Kind::stages, 1},
    {"danach", Kind::stages, 1},
    {"anschließend", Kind::stages, 1},

    // Much of it.
    {"gb ", Kind::large, 1},
    {"gib ", Kind::large, 1},
    {"gigabyte", Kind::large, 1},
    {"tb ", Kind::large, 1},
    {"terabyte", Kind::large, 1},
    {"huge", Kind::large, 1},
    {"riesig", Kind::large, 1},
};

/// Lower case of ASCII and of the German umlauts; all else stays.
std::string lowered(std::string_view text)
{
    std::string lower;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i > 0 ? text[i - 1] : '\0';
        const bool umlaut = before == '\xc3' && (c == '\x84' || c == '\x96' || c == '\x9c');
        lower += umlaut ? static_cast<char>(c + 0x20)
                        : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return lower;
}

/// Letters, of which those beyond ASCII are told by their bytes; digits and all else part words.
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::vector<std::string_view> wordsIn(std::string_view lower)
{
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < lower.size()) {
        if (!isLetter(lower[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < lower.size() && isLetter(lower[end]))
            ++end;
        words.push_back(lower.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

const Stem* longestStem(std::string_view word)
{
    const Stem* longest = nullptr;
    for (const Stem& stem : stems) {
        const bool whole = stem.beginning.ends_with(' ');
        const bool fits = whole ? word == stem.beginning.substr(0, stem.beginning.size() - 1)
                                : word.starts_with(stem.beginning);
        if (fits && (!longest || stem.beginning.size() > longest->beginning.size()))
            longest = &stem;
    }
    return longest;
}

/// A keyword of the lesson with the German beginnings that stand for it.
using Keyword = std::array<std::string_view, 3>;

constexpr Keyword waitingKeywords[] = {
    {"download", "herunter", ""},  {"upload", "hochlad", ""}, {"request", "anfrag", "anforder"},
    {"database", "datenbank", ""}, {"file", "datei", ""},     {"network", "netzwerk", ""},
    {"api", "schnittstelle", ""}};
constexpr Keyword computingKeywords[] = {{"calculate", "berechn", ""},
                                         {"compute", "ausrechn", "errechn"},
                                         {"process", "verarbeit", ""},
                                         {"analyze", "analysier", ""},
                                         {"transform", "umwand", "umform"}};
constexpr Keyword longListWaiting{"web", "", ""};
constexpr Keyword longListComputing{"generate", "erzeug", "generier"};

int found(std::string_view lower, const Keyword& keyword)
{
    return std::ranges::any_of(keyword, [&](std::string_view word) {
        return !word.empty() && lower.find(word) != std::string_view::npos;
    });
}

} // namespace

TaskWords wordsOf(std::string_view description)
{
    const std::string lower = lowered(description);
    TaskWords result;
    const auto note = [](std::vector<std::string>& words, std::string_view word) {
        if (std::ranges::find(words, word) != words.end())
            return false;
        words.emplace_back(word);
        return true;
    };
    for (const std::string_view word : wordsIn(lower)) {
        const Stem* const stem = longestStem(word);
        if (!stem)
            continue;
        if (stem->kind == Kind::waiting && note(result.waitingWords, word))
            result.waiting += stem->weight;
        else if (stem->kind == Kind::computing && note(result.computingWords, word))
            result.computing += stem->weight;
        result.stages = result.stages || stem->kind == Kind::stages;
        result.largeData = result.largeData || stem->kind == Kind::large;
    }
    return result;
}

LessonWords lessonWordsOf(std::string_view description, bool shortList)
{
    const std::string lower = lowered(description);
    LessonWords words;
    for (const Keyword& keyword : waitingKeywords)
        words.waiting += found(lower, keyword);
    for (const Keyword& keyword : computingKeywords)
        words.computing += found(lower, keyword);
    if (!shortList) {
        words.waiting += found(lower, longListWaiting);
        words.computing += found(lower, longListComputing);
    }
    return words;
}

} // namespace overlap::analysis
