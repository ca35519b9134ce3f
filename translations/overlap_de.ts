<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Charts</name>
    <message>
        <source>Worker lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records were lost here: what happened is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1 so far, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all workers, over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spans folded here: %1, over %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lanes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (lanes: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: running for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: finished in %2, the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: finished in %2, %3 the speed of the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: finished in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Native</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No timings yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start-up %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 the speed of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed tasks: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>1 Two kinds of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Thread pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>A desktop laboratory for concurrency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pictures of the window in its states to this folder and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print how long the window takes to start and how long it stalls at most, and end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Stopped early: these times are of unfinished work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every task failed, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed; the times include them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strategies came to different results, so their times cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 one after the other became %2 with %3: %4 ×.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower: %1 one after the other became %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing gained: %1 one after the other, %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time from a cold start, one block, so no interval. Shorter is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time from a warm start, one block, so no interval. Shorter is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time from a cold start, median of %1 blocks. Shorter is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time from a warm start, median of %1 blocks. Shorter is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits and delays × %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chart could not be written to “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colour such as #2A66C8 belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length from 0.5 to 64 belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a palette that this version reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no chart “%1”; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build draws no charts: it was made without the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes NAME=VALUE, not “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number, not “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number, not “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no option %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“seed” must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what to do: list, run or doctor (--help tells more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run needs the id of a preset or a file (overlap-cli list shows the presets)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command “%1”; there are: list, run, doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one word too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no preset is called “%1” (overlap-cli list shows them), and it does not name a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one of --json and --csv can go to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output does not take the result: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SHA-256 digest could not be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 usable of %2, quota %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 usable of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build is not for measurement: it is a debug build or has sanitizers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Governor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be between %2 and %3, but is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“id” must be 1 to 64 of a–z, 0–9 and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“title” must have 1 to 200 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no workload is called “%1”; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose at least one strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is listed twice: change one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a version of experiment files that is known here; %2 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strategy must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“timing” must be warm or cold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has %1 bytes; at most %2 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be written (%1 bytes): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number %1 is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” stands twice in one object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not JSON: unexpected “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document is nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document has %1 bytes; at most %2 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document has a zero byte in it, so it is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must have between %2 and %3 entries, but has %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be one of: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameters must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this workload has no parameter “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program cannot find its own place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder share/overlap/experiments is missing beside this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in “%2” is not a number of workers: write an integer, cores or 2xcores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: the number of workers must be greater than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: at most %2 workers are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no strategy is called “%1”; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a number of workers, such as %1:%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes no number of workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes one number of workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no option “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder of experiments cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server on this machine answered “%1”, which is not its greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version runs no sweeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the strategy %1 cannot be run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task failed without saying why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new tasks cannot be submitted after the pool was shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no thread can be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pool cannot be shut down from one of its own threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process %1 did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process %1 ended too early: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process %1 answered with something else than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program %1 cannot be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network connection could not be prepared: too little memory or too few descriptors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network library could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network library resolves names without a time-out; one with AsynchDNS is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is too large: more than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in full within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headers of %1 are too large: more than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 could not be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the proxy for %1 could not be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is not HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to %1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that begins with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol %1 is not supported, only http and https are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 to %2, not &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option &quot;%1&quot;; --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test server cannot listen on 127.0.0.1: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these are more than %1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a range that is not like [1-50]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One real HTTP request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 real HTTP requests to a server on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 real HTTP requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered with status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no number “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must begin with http://, https:// or / (the server on this machine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tasks that wait %2 each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the GIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strategies</name>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One lane does item after item. The yardstick for all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads take items from one queue, first come, first served. Pays when tasks wait, and when they compute and cores are free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workloads</name>
    <message>
        <source>fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request each. A path such as /delay/1 goes to the server on this machine; [1-50] writes out a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request that takes longer fails. The time scale leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a server may take to accept a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer answer fails; bytes are counted while they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a number in each JSON answer that is added up, such as price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each task waits. The time scale multiplies it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::charts::GanttChart</name>
    <message>
        <source>Worker lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run and the lanes fill here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the bands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::charts::TimingsChart</name>
    <message>
        <source>Timings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of the strategies stand here side by side once something has run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::ChartContent</name>
    <message>
        <source>work: 1 item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work: %1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin lines: the run before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::CountField</name>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::ExportMenu</name>
    <message>
        <source>Lanes as image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timings as image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy timings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart copied to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::GalleryPanel</name>
    <message>
        <source>Search experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No experiment has these words in its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::InspectorPanel</name>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should come out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3 times as fast as one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at least %2 times as fast as one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at most %2 times as fast as one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks failed, so there is nothing to compare. See Results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came out: %1 ×, as expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came out: %1 ×, not as expected. A busy machine can do that: run it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::LogPanel</name>
    <message>
        <source>What runs and what goes wrong is written down here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::MainWindow</name>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands how long each strategy took, beside each other. Press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything in the lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one strategy, then press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: counts for the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: press Run to see what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 done, %4 failed, %5 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment could not be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1 of %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events lost · watching costs %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that did not fit into a lane&apos;s ring; times per state stay exact all the same. Watching: CPU time of this window while it runs, as a share of all cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::PanelLayout</name>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::ParameterForm</name>
    <message>
        <source> bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::ResultsPanel</name>
    <message>
        <source>Here stands what each item came to, in the order of input or of finishing. Press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1: %2 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::RunToolbar</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each strategy runs. One block is a demonstration; from five on a warm-up block runs first and the order changes from block to block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies simulated waits and the delays of the server on this machine; never computing, bytes or time-outs of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep what there is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every chosen strategy (F5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::gui::StrategyList</name>
    <message>
        <source>Add a strategy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlap::session::ResultsModel</name>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
