// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Advice as a document, apart from how it is found.
#include "analysis/advice_in_words.h"

namespace overlap::analysis {

namespace {

core::Value textsValue(const std::vector<core::Message>& messages)
{
    core::Value list = core::Value::array();
    for (const core::Message& message : messages)
        list.append(message.english());
    return list;
}

std::string_view nameOf(AdviceFamily family)
{
    return adviceFamilyNames[static_cast<std::size_t>(family)];
}

core::Value branchValue(const AdviceBranch& branch)
{
    core::Value value = core::Value::object();
    value.set("answer", branch.answer.english());
    value.set("taken", branch.taken);
    value.set("next", branch.next ? core::Value(*branch.next) : core::Value());
    value.set("family", branch.family ? core::Value(nameOf(*branch.family)) : core::Value());
    return value;
}

} // namespace

core::Value Advice::toValue() const
{
    core::Value value = core::Value::object();
    value.set("schema", adviceSchema);
    value.set("description", question.description);
    value.set("runtime", question.runtime == core::Runtime::python ? "python" : "native");
    value.set("durationSeconds",
              question.durationSeconds ? core::Value(*question.durationSeconds) : core::Value());
    value.set("data", question.data ? core::Value(dataSizeNames[static_cast<std::size_t>(*question.data)])
                                    : core::Value());
    value.set("family", nameOf(family));
    value.set("strategy", strategy.empty() ? core::Value() : core::Value(strategy));
    value.set("answer", answer.english());
    value.set("reasons", textsValue(reasons));
    value.set("lessonFamily", nameOf(lesson.family));
    value.set("lessonAnswer", lesson.sentence.english());
    value.set("difference", difference.empty() ? core::Value() : core::Value(difference.english()));
    value.set("missing", textsValue(missing));
    value.set("path", pathValue(tree));
    value.set("tree", treeValue(tree));
    return value;
}

core::Value pathValue(const std::vector<AdviceNode>& tree)
{
    core::Value path = core::Value::array();
    for (const AdviceNode& node : tree) {
        for (const AdviceBranch& branch : node.branches) {
            if (!branch.taken)
                continue;
            core::Value step = core::Value::object();
            step.set("question", node.question.english());
            step.set("answer", branch.answer.english());
            path.append(std::move(step));
        }
    }
    return path;
}

core::Value treeValue(const std::vector<AdviceNode>& tree)
{
    core::Value nodes = core::Value::array();
    for (const AdviceNode& node : tree) {
        core::Value branches = core::Value::array();
        for (const AdviceBranch& branch : node.branches)
            branches.append(branchValue(branch));
        core::Value entry = core::Value::object();
        entry.set("question", node.question.english());
        entry.set("lit", node.lit);
        entry.set("branches", std::move(branches));
        nodes.append(std::move(entry));
    }
    return nodes;
}

} // namespace overlap::analysis
