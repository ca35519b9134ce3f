// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

namespace overlap::cli {

std::string usage()
{
    return R"(overlap-cli: run concurrency experiments and compare the ways to run them

overlap-cli list [--json FILE|-]
overlap-cli run PRESET|FILE.overlap.json [options]
overlap-cli sweep PRESET|FILE.overlap.json --over NAME=VALUE,VALUE,... [options]
overlap-cli crossover PRESET|FILE.overlap.json --over workload.NAME=LOW,HIGH [--points N] [options]
overlap-cli predict PRESET|FILE.overlap.json [--cores N] [--from REPORT.json] [--check] [options]
overlap-cli doctor [--gil] [--python PATH]
overlap-cli trace FILE.timeline|FILE.json [--json FILE|-] [--csv FILE|-] [--chart lanes=FILE]
            [--timeline FILE] [--trace FILE] [--quiet]
overlap-cli advise "DESCRIPTION" [--runtime native|python] [--duration SECONDS]
            [--data tiny|small|medium|large] [--json FILE|-]
overlap-cli advise --measure PRESET|FILE.overlap.json [--for time|cpu|memory|latency] [options]

Options of advise
  --runtime R        native or python; without, the answer is for Python, and native code's beside it
  --duration SECONDS of all the work, one task after the other
  --data SIZE        what a task is given: tiny, small, medium or large
  --json FILE|-      the answer, with the path through the decision tree
  --measure WORK     instead of a description: profile this work, forecast what each strategy would take,
                     run them all (10 blocks) and recommend one. Without --strategy, others than the
                     experiment's own are tried as well.
  --for COST         what counts: time (without this option), cpu, memory or latency; with --measure
  --strategy, --set, --repeats, --until-sure, --time-scale, --seed, --python, --quiet: as for run, with
                     --measure

Options of crossover
  --over NAME=L,H    a parameter of the workload, workload.NAME, and the ends of the range in which to look;
                     not needed for a file that has a sweep over one
  --strategy S       twice: the two to compare; without, the experiment's first beside its baseline
  --points N         measure at most so many values, 5 to 30; without, 10
  --chart crossover=FILE, --repeats (10, if no more are asked for), --set, --time-scale, --seed, --python,
                     --json, --csv, --quiet: as for run

Options of predict
  --cores N          forecast for a machine with so many cores, 1 to 256; without, this one
  --from REPORT      take the profile of the work from a report of run --json; without, the work is run
                     once, one item after the other. PRESET or FILE may then be left out.
  --check            then run the strategies and tell how far each forecast was off, and the score of
                     all forecasts that were ever checked
  --strategy, --set, --time-scale, --seed, --python, --json, --quiet: as for run; --repeats with --check

Options of trace
  --json FILE|-      lanes, ledger and statistics of every band
  --csv FILE|-       one line per lane
  --chart lanes=FILE the lanes, as .png, .svg or .pdf
  --timeline FILE    what was opened, as a timeline file
  --trace FILE       what was opened, as trace-event JSON
  --quiet            no tables, no progress

Options of doctor
  --gil              how faithful the model of Python's lock is to the Python of this machine
  --python PATH      the Python to ask, as for run and sweep

Options of run and sweep
  --strategy S       instead of the experiment's own; may be given several times (sequential, threads:4)
  --set NAME=VALUE   a parameter of the workload; may be given several times
  --over NAME=V,V    what sweep varies: strategy.workers (strategies are then written without a
                     number: threads), strategy.OPTION (strategy.switch=50us,5ms) or workload.NAME;
                     not needed for a file that has a sweep; 1..8 are all integers, 2..20..3 every third
  --repeats N        measured blocks, each strategy once per block
  --until-sure P     stop when the 95 % interval of every speed-up is no wider than this share of it, such
                     as 0.05 or 5%; --repeats is the limit then, 100 blocks where it is not given
  --time-scale X     multiplies simulated waits and the delays of our own server
  --seed N           of every random figure
  --python PATH      the interpreter of the python strategies; without, what OVERLAP_PYTHON names, then
                     /usr/bin/python3, then the first python3 in PATH
  --json FILE|-      the report
  --csv FILE|-       one line per run
  --timeline FILE    the lanes of each strategy's last run, for opening them again (trace, or the window)
  --trace FILE       the same as trace-event JSON, for other trace viewers
  --chart KIND=FILE  gantt, timings, ledger or latencies, of a sweep scaling, as .png, .svg or .pdf; may be
                     given several times
  --quiet            no tables, no progress

Exit status: 0 done, 1 some tasks failed, 2 bad usage or file, 3 cancelled (partial results are kept).
)";
}

} // namespace overlap::cli
