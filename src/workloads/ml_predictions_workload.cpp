// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/ml_predictions_workload.h"

#include "core/text.h"
#include "workloads/checksum.h"
#include "workloads/count_parameter.h"
#include "workloads/perceptron.h"

#include <optional>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

/// Between two checkpoints: about 20 µs on an ordinary core.
constexpr std::uint64_t samplesPerBlock = 4;
/// Random figures of the weights, apart from those of the tasks.
constexpr core::StageIndex learning = 0xFFFE;

class MlPredictionsWorkload final : public core::Workload
{
public:
    explicit MlPredictionsWorkload(const Value& parameters)
        : m_batches(countOf(parameters, "batches"))
        , m_samples(countOf(parameters, "samples"))
        , m_pythonSamples(countOf(parameters, "pythonSamples"))
    {}

    void prepare(const core::WorkloadSetting& setting) override
    {
        m_network.emplace(core::Random::of(setting.seed, 0, learning).next());
    }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "batches: %1; a network of 64, 128, 64 and 10 nodes says which "
                                       "class each sample is of"),
                       {std::to_string(m_batches)});
    }
    Message amount(core::Runtime runtime) const override
    {
        const auto samples =
            core::groupedNumber(runtime == core::Runtime::python ? m_pythonSamples : m_samples);
        if (m_batches == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "1 batch of %1 samples"), {samples});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 batches of %2 samples"),
                       {std::to_string(m_batches), samples});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "predict"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_batches; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "batch %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        core::Random random = context.random();
        Perceptron::Input sample{};
        std::array<std::int64_t, Perceptron::outputs> counts{};
        Checksum checksum;
        for (std::uint64_t i = 0; i < m_samples; ++i) {
            for (double& value : sample)
                value = random.uniform(-1, 1);
            const Perceptron::Output output = m_network->outputOf(sample);
            ++counts[Perceptron::classOf(output)];
            for (const double value : output)
                checksum.add(value);
            if (i % samplesPerBlock == 0)
                context.checkpoint();
        }
        std::vector<std::string> numbers;
        for (const std::int64_t count : counts)
            numbers.push_back(std::to_string(count));
        Value result = Value::object();
        result.set("batch", Value(input.asInteger() + 1));
        result.set("samples", Value(static_cast<std::int64_t>(m_samples)));
        result.set("perClass", core::joined(numbers, " "));
        result.set("checksum", checksum.text());
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("samples", Value(static_cast<std::int64_t>(m_pythonSamples)));
        return twinOf(*this, "ml-predictions", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"batch", OVERLAP_TR_NOOP("Workloads", "Batch"), ParameterKind::integer},
                {"samples", OVERLAP_TR_NOOP("Workloads", "Samples"), ParameterKind::integer},
                {"perClass", OVERLAP_TR_NOOP("Workloads", "Samples per class"), ParameterKind::text},
                {"checksum", OVERLAP_TR_NOOP("Workloads", "Checksum of the outputs"), ParameterKind::text}};
    }

private:
    std::size_t m_batches;
    std::uint64_t m_samples;
    std::uint64_t m_pythonSamples;
    std::optional<Perceptron> m_network; ///< from prepare() on
};

} // namespace

core::WorkloadDescriptor mlPredictionsWorkload()
{
    return {
        .id = "ml-predictions",
        .title = OVERLAP_TR_NOOP("Workloads", "Predictions of a neural network"),
        .parameters =
            {countParameter("batches", OVERLAP_TR_NOOP("Workloads", "Batches"),
                            OVERLAP_TR_NOOP("Workloads", "How many batches there are; each is a task."), 48,
                            10'000),
             countParameter("samples", OVERLAP_TR_NOOP("Workloads", "Samples in each"),
                            OVERLAP_TR_NOOP("Workloads", "How many predictions a batch takes. Samples and "
                                                         "weights are drawn from the seed."),
                            18'000, 10'000'000),
             pythonCountParameter("pythonSamples", OVERLAP_TR_NOOP("Workloads", "in Python"), 40, 100'000)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<MlPredictionsWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
