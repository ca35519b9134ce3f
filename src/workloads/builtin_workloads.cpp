// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/builtin_workloads.h"

#include "workloads/assembly_line_workload.h"
#include "workloads/convoy_workload.h"
#include "workloads/cut_work_workload.h"
#include "workloads/data_chunks_workload.h"
#include "workloads/database_queries_workload.h"
#include "workloads/doublings_workload.h"
#include "workloads/failing_tasks_workload.h"
#include "workloads/fetch_workload.h"
#include "workloads/file_batch_workload.h"
#include "workloads/file_digests_workload.h"
#include "workloads/heavy_chunks_workload.h"
#include "workloads/image_resize_workload.h"
#include "workloads/ml_predictions_workload.h"
#include "workloads/payload_workload.h"
#include "workloads/price_pipeline_workload.h"
#include "workloads/producer_consumer_workload.h"
#include "workloads/service_health_workload.h"
#include "workloads/shared_work_workload.h"
#include "workloads/sum_of_squares_workload.h"
#include "workloads/tiny_tasks_workload.h"
#include "workloads/wait_workload.h"

namespace overlap::workloads {

const std::vector<core::WorkloadDescriptor>& builtinWorkloads()
{
    static const std::vector<core::WorkloadDescriptor> list{waitWorkload(),
                                                            sumOfSquaresWorkload(),
                                                            fetchWorkload(),
                                                            failingTasksWorkload(),
                                                            fileBatchWorkload(),
                                                            fileDigestsWorkload(),
                                                            serviceHealthWorkload(),
                                                            heavyChunksWorkload(),
                                                            dataChunksWorkload(),
                                                            tinyTasksWorkload(),
                                                            doublingsWorkload(),
                                                            payloadWorkload(),
                                                            imageResizeWorkload(),
                                                            mlPredictionsWorkload(),
                                                            producerConsumerWorkload(),
                                                            sharedWorkWorkload(),
                                                            assemblyLineWorkload(),
                                                            pricePipelineWorkload(),
                                                            databaseQueriesWorkload(),
                                                            convoyWorkload(),
                                                            cutWorkWorkload()};
    return list;
}

} // namespace overlap::workloads
