// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <string>
#include <vector>

namespace overlap::analysis {

/// One strategy of a sweep through its points.
struct SweptSeries
{
    struct At
    {
        const core::PointReport* point;
        const core::StrategyReport* strategy;
    };
    std::string strategy; ///< as the experiment writes it
    std::vector<At> at;   ///< in the order of the values; they live as long as the report
};

/// One for each strategy of the experiment, in its order; baselines that were added are none. A point of
/// which some strategy is not measured yet is left out.
std::vector<SweptSeries> seriesOf(const core::Report& sweep);

/// A figure that may be used: whole, without failures that were not meant, of the right result.
bool isSound(const core::StrategyReport& strategy);

/// Where each strategy did best. Of a sweep over an option: the shortest stated time, for strategies that it
/// varies; of one over the work: the largest speed-up, because times of different work are no comparison.
/// Others are as good where their 95 % intervals overlap. Empty for a sweep over workers, which has its laws.
std::vector<core::OptimumReport> optimaOf(const core::Report& sweep);

/// What a sweep says as a whole, the most telling first: rules of thumb, laws of scaling, best values.
std::vector<core::Message> sentencesOf(const core::Report& sweep);

} // namespace overlap::analysis
