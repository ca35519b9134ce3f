// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/file_set.h"

#include "core/json.h"
#include "workloads/file_access.h"

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>

namespace overlap::workloads {

namespace fs = std::filesystem;
using core::Error;
using core::Message;
using core::Value;

namespace {

constexpr const char* folderPlace = "/workload/parameters/folder";

bool hasExtension(const fs::path& file, const std::vector<std::string>& extensions)
{
    if (extensions.empty())
        return true;
    std::string extension = file.extension().native();
    for (char& c : extension)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::ranges::find(extensions, extension) != extensions.end();
}

/// Collects the files of one folder and remembers its subfolders for later.
class Listing
{
public:
    Listing(const fs::path& top, const FolderRules& rules, std::stop_token stop)
        : m_top(top)
        , m_rules(rules)
        , m_stop(std::move(stop))
    {
        struct stat info
        {};
        // The folder itself may be given through a link: the user has named it.
        if (stat(top.c_str(), &info) == 0)
            m_device = info.st_dev;
    }

    std::vector<std::string> files()
    {
        std::vector<fs::path> folders{fs::path()};
        while (!folders.empty()) {
            const fs::path folder = std::move(folders.back());
            folders.pop_back();
            list(folder, folders);
        }
        return std::move(m_files);
    }

private:
    void list(const fs::path& folder, std::vector<fs::path>& folders)
    {
        std::error_code failure;
        fs::directory_iterator entries(m_top / folder, failure);
        if (failure && folder.empty()) {
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the folder “%1” cannot be read: %2"),
                                {visibleName(m_top.native()), failure.message()}),
                        folderPlace);
        }
        for (; !failure && entries != fs::directory_iterator(); entries.increment(failure)) {
            if (m_stop.stop_requested())
                throw core::Cancelled();
            if (++m_seen > maximumFolderEntries) {
                throw Error(Message(OVERLAP_TR_NOOP("Messages", "the folder “%1” holds more than %2 entries"),
                                    {visibleName(m_top.native()), std::to_string(maximumFolderEntries)}),
                            folderPlace);
            }
            struct stat info
            {};
            if (lstat(entries->path().c_str(), &info) != 0)
                continue; // gone in the meantime
            const fs::path relative = folder / entries->path().filename();
            if (S_ISREG(info.st_mode) && hasExtension(relative, m_rules.extensions))
                m_files.push_back(relative.native());
            else if (S_ISDIR(info.st_mode) && m_rules.recursive && info.st_dev == m_device)
                folders.push_back(relative);
        }
    }

    fs::path m_top;
    const FolderRules& m_rules;
    std::stop_token m_stop;
    dev_t m_device = 0;
    std::size_t m_seen = 0;
    std::vector<std::string> m_files;
};

} // namespace

std::vector<std::string> filesOf(const fs::path& folder, const FolderRules& rules, std::stop_token stop)
{
    std::vector<std::string> files = Listing(folder, rules, std::move(stop)).files();
    if (files.empty()) {
        const std::string name = visibleName(folder.native());
        throw rules.extensions.empty()
            ? Error(Message(OVERLAP_TR_NOOP("Messages", "there is no file in the folder “%1”"), {name}),
                    folderPlace)
            : Error(Message(OVERLAP_TR_NOOP("Messages", "there is no JPEG file in the folder “%1”"), {name}),
                    folderPlace);
    }
    std::ranges::sort(files);
    if (files.size() > rules.most)
        files.resize(rules.most);
    return files;
}

core::Parameter folderParameter(const char* help)
{
    return {.name = "folder",
            .kind = core::ParameterKind::folder,
            .title = OVERLAP_TR_NOOP("Workloads", "Folder"),
            .help = help,
            .defaultValue = "",
            .minimum = 0,
            .maximum = 4096};
}

core::Parameter recursiveParameter()
{
    return {.name = "recursive",
            .kind = core::ParameterKind::boolean,
            .title = OVERLAP_TR_NOOP("Workloads", "With subfolders"),
            .help = OVERLAP_TR_NOOP("Workloads", "Takes the files of subfolders too. Links are not followed, "
                                                 "and other file systems are not entered."),
            .defaultValue = false,
            .onlyWith = "folder"};
}

core::Parameter atMostParameter()
{
    return {.name = "atMost",
            .kind = core::ParameterKind::integer,
            .title = OVERLAP_TR_NOOP("Workloads", "Files at most"),
            .help = OVERLAP_TR_NOOP("Workloads", "So many files of the folder are taken, by name."),
            .defaultValue = 1000,
            .minimum = 1,
            .maximum = 100'000,
            .onlyWith = "folder"};
}

core::Parameter filesParameter(std::int64_t defaultValue, double maximum)
{
    return {.name = "files",
            .kind = core::ParameterKind::integer,
            .title = OVERLAP_TR_NOOP("Workloads", "Generated files"),
            .help = OVERLAP_TR_NOOP("Workloads", "How many files are made where no folder is given."),
            .defaultValue = defaultValue,
            .minimum = 1,
            .maximum = maximum,
            .onlyWithout = "folder"};
}

void checkFolder(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    const std::string& folder = parameters.find("folder")->asString();
    if (folder.empty())
        return;
    const auto complain = [&](Message message) {
        problems.push_back({core::jsonPointer(pointer, "folder"), std::move(message)});
    };
    const std::string name = visibleName(folder);
    std::error_code failure;
    if (!fs::exists(folder, failure)) {
        complain(Message(OVERLAP_TR_NOOP("Messages", "there is no folder “%1”"), {name}));
    } else if (!fs::is_directory(folder, failure)) {
        complain(Message(OVERLAP_TR_NOOP("Messages", "“%1” is not a folder"), {name}));
    }
}

fs::path folderOf(const Value& parameters)
{
    return parameters.find("folder")->asString();
}

std::size_t fileCountOf(const core::Value& parameters)
{
    const char* key = folderOf(parameters).empty() ? "files" : "atMost";
    return static_cast<std::size_t>(parameters.find(key)->asInteger());
}

Value namesToValue(const std::vector<std::string>& names)
{
    return Value(Value::Array(names.begin(), names.end()));
}

std::vector<std::string> namesFromValue(const Value& value)
{
    std::vector<std::string> names;
    for (const Value& name : value.asArray())
        names.push_back(name.asString());
    return names;
}

std::string paddedNumber(std::size_t number, std::size_t of)
{
    std::string text = std::to_string(number);
    const std::size_t digits = std::to_string(of).size();
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

} // namespace overlap::workloads
