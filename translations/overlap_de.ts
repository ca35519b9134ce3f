<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ChartWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1&#xa0;µs</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Worker lanes</source>
        <translation>Bahnen der Worker</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1&#xa0;µs</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1&#xa0;ns</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>the task failed</source>
        <translation>die Aufgabe ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the task was cancelled</source>
        <translation>die Aufgabe wurde abgebrochen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Records were lost here: what happened is not known.</source>
        <translation>Hier gingen Aufzeichnungen verloren: Was geschah, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>for %1 so far, since %2</source>
        <translation>bisher %1, seit %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>of all workers, over %1</source>
        <translation>aller Worker, über %1</translation>
    </message>
    <message>
        <source>spans folded here: %1, over %2</source>
        <translation>hier zusammengefasste Abschnitte: %1, über %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>gehalten von %1</translation>
    </message>
    <message>
        <source>No lanes yet.</source>
        <translation>Noch keine Bahnen.</translation>
    </message>
    <message>
        <source>%1: running for %2.</source>
        <translation>%1: läuft seit %2.</translation>
    </message>
    <message>
        <source>%1: finished in %2, the baseline.</source>
        <translation>%1: fertig nach %2, die Vergleichsbasis.</translation>
    </message>
    <message>
        <source>%1: finished in %2, %3 the speed of the baseline.</source>
        <translation>%1: fertig nach %2, %3 so schnell wie die Vergleichsbasis.</translation>
    </message>
    <message>
        <source>%1: finished in %2.</source>
        <translation>%1: fertig nach %2.</translation>
    </message>
    <message>
        <source>%1: not started.</source>
        <translation>%1: nicht gestartet.</translation>
    </message>
    <message>
        <source>live %1 s</source>
        <translation>live %1&#xa0;s</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>Nativ</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>No timings yet.</source>
        <translation>Noch keine Zeiten.</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>median of %1 blocks</source>
        <translation>Median aus %1 Blöcken</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2</source>
        <translation>95-%-Intervall %1 bis %2</translation>
    </message>
    <message>
        <source>start-up %1</source>
        <translation>Anlaufzeit %1</translation>
    </message>
    <message>
        <source>CPU time %1</source>
        <translation>CPU-Zeit %1</translation>
    </message>
    <message>
        <source>%1 the speed of %2</source>
        <translation>%1 so schnell wie %2</translation>
    </message>
    <message>
        <source>the time before: %1</source>
        <translation>die Zeit davor: %1</translation>
    </message>
    <message>
        <source>failed tasks: %1</source>
        <translation>fehlgeschlagene Aufgaben: %1</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>No latencies yet.</source>
        <translation>Noch keine Latenzen.</translation>
    </message>
    <message>
        <source>higher: more items</source>
        <translation>höher: mehr Elemente</translation>
    </message>
    <message>
        <source>one item</source>
        <translation>ein Element</translation>
    </message>
    <message>
        <source>the middle half</source>
        <translation>die mittlere Hälfte</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>%1 failed, not included</source>
        <translation>%1 fehlgeschlagen, nicht enthalten</translation>
    </message>
    <message>
        <source>%1 stopped, not included</source>
        <translation>%1 angehalten, nicht enthalten</translation>
    </message>
    <message>
        <source>first done</source>
        <translation>erstes fertig</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>langsamstes</translation>
    </message>
    <message>
        <source>Logarithmic axis.</source>
        <translation>Logarithmische Achse.</translation>
    </message>
    <message>
        <source>p95 needs %1 items.</source>
        <translation>p95 braucht %1 Elemente.</translation>
    </message>
    <message>
        <source>here: 1 item, %1</source>
        <translation>hier: 1 Element, %1</translation>
    </message>
    <message>
        <source>here: %1 items, about %2</source>
        <translation>hier: %1 Elemente, etwa %2</translation>
    </message>
    <message>
        <source>half took at most %1 (p50)</source>
        <translation>die Hälfte brauchte höchstens %1 (p50)</translation>
    </message>
    <message>
        <source>19 of 20 took at most %1 (p95)</source>
        <translation>19 von 20 brauchten höchstens %1 (p95)</translation>
    </message>
    <message>
        <source>p95 needs %1 items</source>
        <translation>p95 braucht %1 Elemente</translation>
    </message>
    <message>
        <source>99 of 100 took at most %1 (p99)</source>
        <translation>99 von 100 brauchten höchstens %1 (p99)</translation>
    </message>
    <message>
        <source>p99 needs %1 items</source>
        <translation>p99 braucht %1 Elemente</translation>
    </message>
    <message>
        <source>the slowest took %1</source>
        <translation>das langsamste brauchte %1</translation>
    </message>
    <message>
        <source>the first was done %1 after the start</source>
        <translation>das erste war %1 nach dem Start fertig</translation>
    </message>
    <message>
        <source>Task failed</source>
        <translation>Aufgabe fehlgeschlagen</translation>
    </message>
    <message>
        <source>Task stopped</source>
        <translation>Aufgabe angehalten</translation>
    </message>
    <message>
        <source>others kept %1 cores busy</source>
        <translation>andere beschäftigten %1 Kerne</translation>
    </message>
    <message>
        <source>the hypervisor took %1 of the CPU time</source>
        <translation>der Hypervisor nahm %1 der CPU-Zeit</translation>
    </message>
    <message>
        <source>throttled for %1</source>
        <translation>gedrosselt für %1</translation>
    </message>
    <message>
        <source>the machine stood still for %1</source>
        <translation>der Rechner stand %1 still</translation>
    </message>
    <message>
        <source>block %1, run %2 of the block</source>
        <translation>Block %1, Lauf %2 des Blocks</translation>
    </message>
    <message>
        <source>outlier: far from the other runs, counted all the same</source>
        <translation>Ausreißer: weit von den anderen Läufen entfernt, zählt trotzdem</translation>
    </message>
    <message>
        <source>disturbed: %1</source>
        <translation>gestört: %1</translation>
    </message>
    <message>
        <source>its block ran anew; this run is in no figure</source>
        <translation>der Block lief noch einmal; dieser Lauf geht in keine Zahl ein</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>too few blocks for a verdict</source>
        <translation>zu wenige Blöcke für ein Urteil</translation>
    </message>
    <message>
        <source>no measurable difference</source>
        <translation>kein messbarer Unterschied</translation>
    </message>
    <message>
        <source>(and %1 more)</source>
        <translation>(und %1 weitere)</translation>
    </message>
    <message>
        <source>Where time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>%1: finished in %2; over %4 blocks %3 the speed of the baseline.</source>
        <translation>%1: fertig nach %2; über %4 Blöcke %3 so schnell wie die Vergleichsbasis.</translation>
    </message>
    <message>
        <source>%1 over %2 blocks</source>
        <translation>%1 über %2 Blöcke</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>Noch nichts gemessen.</translation>
    </message>
    <message>
        <source>workers × wall</source>
        <translation>Worker × Zeit</translation>
    </message>
    <message>
        <source>worker time</source>
        <translation>Worker-Zeit</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2 worker time</source>
        <translation>%1 von %2 Worker-Zeit</translation>
    </message>
    <message>
        <source>%1 = %2 worker time</source>
        <translation>%1 = %2 Worker-Zeit</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Prozess abgebrochen</translation>
    </message>
    <message>
        <source>disturbed, counted</source>
        <translation>gestört, zählt trotzdem</translation>
    </message>
    <message>
        <source>left out, ran anew</source>
        <translation>ausgelassen, lief noch einmal</translation>
    </message>
    <message>
        <source>beyond the axis</source>
        <translation>jenseits der Achse</translation>
    </message>
    <message>
        <source>the process ended here before its time</source>
        <translation>der Prozess endete hier vor der Zeit</translation>
    </message>
    <message>
        <source>between %1</source>
        <translation>zwischen %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no room %1</source>
        <translation>kein Platz %1</translation>
    </message>
    <message>
        <source>woken by %1</source>
        <translation>geweckt von %1</translation>
    </message>
    <message>
        <source>ended by %1</source>
        <translation>beendet von %1</translation>
    </message>
    <message>
        <source>nothing in flight</source>
        <translation>nichts unterwegs</translation>
    </message>
    <message>
        <source>in flight: %1</source>
        <translation>unterwegs: %1</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>of all slots, over %1</source>
        <translation>aller Plätze, über %1</translation>
    </message>
    <message>
        <source>%1 (workers: %2)</source>
        <translation>%1 (Worker: %2)</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>mean %1 of %2</source>
        <translation>im Mittel %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>queue to %1</source>
        <translation>Warteschlange zu %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3, mean %4</source>
        <translation>%1: %2 bis %3, im Mittel %4</translation>
    </message>
    <message>
        <source>over %1, from %2</source>
        <translation>über %1, ab %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 Plätze</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>No sweep yet.</source>
        <translation>Noch keine Messreihe.</translation>
    </message>
    <message>
        <source>Amdahl&apos;s law</source>
        <translation>Amdahls Gesetz</translation>
    </message>
    <message>
        <source>Gustafson&apos;s law</source>
        <translation>Gustafsons Gesetz</translation>
    </message>
    <message>
        <source>Universal Scalability Law</source>
        <translation>Universal Scalability Law</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>serial share</source>
        <translation>serieller Anteil</translation>
    </message>
    <message>
        <source>contention</source>
        <translation>Konkurrenz</translation>
    </message>
    <message>
        <source>coherency</source>
        <translation>Kohärenz</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>ideal</translation>
    </message>
    <message>
        <source>ceiling of this machine</source>
        <translation>Obergrenze dieses Rechners</translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2</source>
        <translation>95-%-Intervall: %1 bis %2</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Predict: simulated, not measured</source>
        <translation>Vorhersage: simuliert, nicht gemessen</translation>
    </message>
    <message>
        <source>%1: predicted to finish in %2.</source>
        <translation>%1: voraussichtlich fertig nach %2.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>No crossover yet.</source>
        <translation>Noch kein Schnittpunkt.</translation>
    </message>
    <message>
        <source>↑ %1 is faster</source>
        <translation>↑ %1 ist schneller</translation>
    </message>
    <message>
        <source>↓ %1 is faster</source>
        <translation>↓ %1 ist schneller</translation>
    </message>
    <message>
        <source>%1 is %2 as fast as %3</source>
        <translation>%1 ist %2 so schnell wie %3</translation>
    </message>
    <message>
        <source>interval: %1 to %2</source>
        <translation>Intervall: %1 bis %2</translation>
    </message>
    <message>
        <source>neither is surely faster</source>
        <translation>keine ist sicher schneller</translation>
    </message>
    <message>
        <source>%1 is surely faster</source>
        <translation>%1 ist sicher schneller</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>Measure first</source>
        <translation>Erst messen</translation>
    </message>
    <message>
        <source>one run, the first on top</source>
        <translation>ein Lauf, der erste oben</translation>
    </message>
    <message>
        <source>peak memory %1 MB</source>
        <translation>Speicher höchstens %1 MB</translation>
    </message>
    <message>
        <source>95 % of the items within %1</source>
        <translation>95 % der Elemente in höchstens %1</translation>
    </message>
    <message>
        <source>slowest item %1</source>
        <translation>langsamstes Element %1</translation>
    </message>
    <message>
        <source>longer and longer: %1 more in the last block than in the first</source>
        <translation>immer länger: im letzten Block %1 mehr als im ersten</translation>
    </message>
    <message>
        <source>less and less: %1 less in the last block than in the first</source>
        <translation>immer weniger: im letzten Block %1 weniger als im ersten</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Move to earlier</source>
        <translation>Zu Früherem gehen</translation>
    </message>
    <message>
        <source>Move to later</source>
        <translation>Zu Späterem gehen</translation>
    </message>
    <message>
        <source>Move to earlier by a whole view</source>
        <translation>Um eine ganze Ansicht zu Früherem gehen</translation>
    </message>
    <message>
        <source>Move to later by a whole view</source>
        <translation>Um eine ganze Ansicht zu Späterem gehen</translation>
    </message>
    <message>
        <source>Go to the begin</source>
        <translation>Zum Anfang gehen</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende gehen</translation>
    </message>
    <message>
        <source>Let the view begin earlier</source>
        <translation>Die Ansicht früher beginnen lassen</translation>
    </message>
    <message>
        <source>Let the view begin later</source>
        <translation>Die Ansicht später beginnen lassen</translation>
    </message>
    <message>
        <source>Let the view end earlier</source>
        <translation>Die Ansicht früher enden lassen</translation>
    </message>
    <message>
        <source>Let the view end later</source>
        <translation>Die Ansicht später enden lassen</translation>
    </message>
    <message>
        <source>Show everything in the lanes</source>
        <translation>Alles in den Bahnen zeigen</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auf die Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>Zurück zur Ansicht davor</translation>
    </message>
    <message>
        <source>Forward to the view after</source>
        <translation>Weiter zur Ansicht danach</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Nach oben rollen</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Nach unten rollen</translation>
    </message>
    <message>
        <source>Scroll up by a page</source>
        <translation>Eine Seite nach oben rollen</translation>
    </message>
    <message>
        <source>Scroll down by a page</source>
        <translation>Eine Seite nach unten rollen</translation>
    </message>
    <message>
        <source>Choose the lane above</source>
        <translation>Die Bahn darüber wählen</translation>
    </message>
    <message>
        <source>Choose the lane below</source>
        <translation>Die Bahn darunter wählen</translation>
    </message>
    <message>
        <source>Menu of the chosen lane</source>
        <translation>Menü der gewählten Bahn</translation>
    </message>
    <message>
        <source>Pin the lane to the top of its band</source>
        <translation>Die Bahn oben in ihrem Band anheften</translation>
    </message>
    <message>
        <source>Hide the lane</source>
        <translation>Die Bahn verbergen</translation>
    </message>
    <message>
        <source>Show hidden lanes again</source>
        <translation>Verborgene Bahnen wieder zeigen</translation>
    </message>
    <message>
        <source>Fold the band to one row</source>
        <translation>Das Band zu einer Zeile falten</translation>
    </message>
    <message>
        <source>Fold and unfold all bands</source>
        <translation>Alle Bänder falten und entfalten</translation>
    </message>
    <message>
        <source>Group by worker, task or stage in turn</source>
        <translation>Reihum nach Worker, Aufgabe oder Stufe gruppieren</translation>
    </message>
    <message>
        <source>Sort as recorded, by name, busy time or first start in turn</source>
        <translation>Reihum sortieren: wie aufgezeichnet, nach Name, Arbeitszeit oder erstem Beginn</translation>
    </message>
    <message>
        <source>Measure between edges of spans</source>
        <translation>Zwischen Rändern von Abschnitten messen</translation>
    </message>
    <message>
        <source>Tell why a lane does what it does under the pointer</source>
        <translation>Sagen, warum eine Bahn unter dem Zeiger tut, was sie tut</translation>
    </message>
    <message>
        <source>Light what had to happen one after the other</source>
        <translation>Beleuchten, was nacheinander geschehen musste</translation>
    </message>
    <message>
        <source>Replay the run, pause and go on</source>
        <translation>Den Lauf wiedergeben, anhalten und fortsetzen</translation>
    </message>
    <message>
        <source>Replay: one event back</source>
        <translation>Wiedergabe: ein Ereignis zurück</translation>
    </message>
    <message>
        <source>Replay: one event on</source>
        <translation>Wiedergabe: ein Ereignis weiter</translation>
    </message>
    <message>
        <source>Replay: slower</source>
        <translation>Wiedergabe: langsamer</translation>
    </message>
    <message>
        <source>Replay: faster</source>
        <translation>Wiedergabe: schneller</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>Mit einem anderen Lauf vergleichen</translation>
    </message>
    <message>
        <source>Dim a state of the legend, by its place</source>
        <translation>Einen Zustand der Legende abblenden, nach seinem Platz</translation>
    </message>
    <message>
        <source>End what is marked: ruler, explanation, filter, match, selection</source>
        <translation>Beenden, was markiert ist: Lineal, Erklärung, Filter, Treffer, Auswahl</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 früher</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1 länger</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <translation>%1 kürzer</translation>
    </message>
    <message>
        <source>the same as in %1</source>
        <translation>wie in %1</translation>
    </message>
    <message>
        <source>%1 than in %2</source>
        <translation>%1 als in %2</translation>
    </message>
    <message>
        <source>not in %1</source>
        <translation>nicht in %1</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1 von %2 Aufgaben</translation>
    </message>
    <message>
        <source>Drag from one edge to another; ←, → and Esc work too.</source>
        <translation>Von einem Rand zum anderen ziehen; auch ←, → und Esc gehen.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>spans between, on %1: %2</source>
        <translation>Abschnitte dazwischen, auf %1: %2</translation>
    </message>
    <message>
        <source>tasks of %1 that ended meanwhile: %2</source>
        <translation>Aufgaben von %1, die währenddessen endeten: %2</translation>
    </message>
    <message>
        <source>several stages</source>
        <translation>mehrere Stufen</translation>
    </message>
    <message>
        <source>no task yet</source>
        <translation>noch keine Aufgabe</translation>
    </message>
    <message>
        <source>by task, the first %1</source>
        <translation>nach Aufgabe, die ersten %1</translation>
    </message>
    <message>
        <source>by task</source>
        <translation>nach Aufgabe</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 verborgen</translation>
    </message>
    <message>
        <source>%1: mean %2 of %3</source>
        <translation>%1: im Mittel %2 von %3</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>collected</source>
        <translation>eingesammelt</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>vergessen</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>1 Two kinds of work</source>
        <translation>1 Zwei Arten von Arbeit</translation>
    </message>
    <message>
        <source>Two waits</source>
        <translation>Zweimal warten</translation>
    </message>
    <message>
        <source>2 Thread pools</source>
        <translation>2 Thread-Pools</translation>
    </message>
    <message>
        <source>Web requests</source>
        <translation>Webanfragen</translation>
    </message>
    <message>
        <source>Five seconds</source>
        <translation>Fünf Sekunden</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <source>Failing tasks</source>
        <translation>Fehlschlagende Aufgaben</translation>
    </message>
    <message>
        <source>A batch of files</source>
        <translation>Ein Stapel Dateien</translation>
    </message>
    <message>
        <source>Digests of files</source>
        <translation>Prüfsummen von Dateien</translation>
    </message>
    <message>
        <source>Health of services</source>
        <translation>Zustand von Diensten</translation>
    </message>
    <message>
        <source>3 Process pools</source>
        <translation>3 Prozess-Pools</translation>
    </message>
    <message>
        <source>Thumbnails of pictures</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Two sums</source>
        <translation>Zwei Summen</translation>
    </message>
    <message>
        <source>Heavy computing</source>
        <translation>Schweres Rechnen</translation>
    </message>
    <message>
        <source>A list of data in chunks</source>
        <translation>Eine Datenliste in Stücken</translation>
    </message>
    <message>
        <source>Tiny tasks</source>
        <translation>Winzige Aufgaben</translation>
    </message>
    <message>
        <source>Tiny tasks in batches</source>
        <translation>Winzige Aufgaben in Stapeln</translation>
    </message>
    <message>
        <source>Big payloads</source>
        <translation>Große Nutzlasten</translation>
    </message>
    <message>
        <source>Predictions in batches</source>
        <translation>Vorhersagen in Stapeln</translation>
    </message>
    <message>
        <source>4 Queues</source>
        <translation>4 Warteschlangen</translation>
    </message>
    <message>
        <source>Producer and consumer</source>
        <translation>Erzeuger und Verbraucher</translation>
    </message>
    <message>
        <source>An end mark</source>
        <translation>Eine Endmarke</translation>
    </message>
    <message>
        <source>Back-pressure</source>
        <translation>Gegendruck</translation>
    </message>
    <message>
        <source>A dead consumer</source>
        <translation>Ein toter Verbraucher</translation>
    </message>
    <message>
        <source>Shared work</source>
        <translation>Geteilte Arbeit</translation>
    </message>
    <message>
        <source>Assembly line</source>
        <translation>Fließband</translation>
    </message>
    <message>
        <source>Prices: fetch, analyse, save</source>
        <translation>Preise als Fließband</translation>
    </message>
    <message>
        <source>5 Choosing</source>
        <translation>5 Auswählen</translation>
    </message>
    <message>
        <source>Queries to a database</source>
        <translation>Abfragen an eine Datenbank</translation>
    </message>
    <message>
        <source>The switch interval</source>
        <translation>Das Umschaltintervall</translation>
    </message>
    <message>
        <source>Rule: processes = cores</source>
        <translation>Regel: Prozesse = Kerne</translation>
    </message>
    <message>
        <source>Is it worth it?</source>
        <translation>Lohnt es sich?</translation>
    </message>
    <message>
        <source>Rule: threads, 2–5 × cores</source>
        <translation>Regel: Threads, 2–5 × Kerne</translation>
    </message>
    <message>
        <source>Rule: queues, 1–3 × workers</source>
        <translation>Regel: Puffer 1–3 × Worker</translation>
    </message>
    <message>
        <source>Rule: tasks of 0.1–1 s</source>
        <translation>Regel: Aufgaben von 0,1–1 s</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>wait %1</source>
        <translation>Warten %1</translation>
    </message>
    <message>
        <source>chunk %1</source>
        <translation>Stück %1</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>array %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>lookup %1</source>
        <translation>Nachschlagen %1</translation>
    </message>
    <message>
        <source>join %1</source>
        <translation>Verbund %1</translation>
    </message>
    <message>
        <source>scan %1</source>
        <translation>Durchsicht %1</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>computes</source>
        <translation>rechnet</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>main</source>
        <translation>Haupt-Thread</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>lock holder</source>
        <translation>hält die Sperre</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>slot %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>feeder</source>
        <translation>Zubringer</translation>
    </message>
    <message>
        <source>collector</source>
        <translation>Sammler</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>A desktop laboratory for concurrency</source>
        <translation>Ein Labor für Nebenläufigkeit auf dem Schreibtisch</translation>
    </message>
    <message>
        <source>Save pictures of the window in its states to this folder and end.</source>
        <translation>Bilder des Fensters in seinen Zuständen in diesem Ordner speichern und beenden.</translation>
    </message>
    <message>
        <source>Print how long the window takes to start and how long it stalls at most, and end.</source>
        <translation>Ausgeben, wie lange das Fenster zum Starten braucht und wie lange es höchstens stockt, und beenden.</translation>
    </message>
    <message>
        <source>The language of this start, such as en or de.</source>
        <translation>Die Sprache dieses Starts, etwa en oder de.</translation>
    </message>
    <message>
        <source>An experiment to open.</source>
        <translation>Ein Experiment, das geöffnet werden soll.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Stopped early: less was measured than asked for.</source>
        <translation>Vorzeitig angehalten: Es wurde weniger gemessen als verlangt.</translation>
    </message>
    <message>
        <source>Stopped early: these times are of unfinished work.</source>
        <translation>Vorzeitig angehalten: Diese Zeiten gehören zu unfertiger Arbeit.</translation>
    </message>
    <message>
        <source>Every task failed, so there is nothing to compare.</source>
        <translation>Alle Aufgaben sind fehlgeschlagen, es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed; the times include them.</source>
        <translation>%1 von %2 Aufgaben sind fehlgeschlagen; die Zeiten enthalten sie.</translation>
    </message>
    <message>
        <source>The strategies came to different results, so their times cannot be compared.</source>
        <translation>Die Strategien kamen zu verschiedenen Ergebnissen, ihre Zeiten sind daher nicht vergleichbar.</translation>
    </message>
    <message>
        <source>%1 took %2.</source>
        <translation>%1 brauchte %2.</translation>
    </message>
    <message>
        <source>%1 one after the other became %2 with %3: %4 ×.</source>
        <translation>Aus %1 nacheinander wurden %2 mit %3: %4&#xa0;×.</translation>
    </message>
    <message>
        <source>Slower: %1 one after the other became %2 with %3.</source>
        <translation>Langsamer: Aus %1 nacheinander wurden %2 mit %3.</translation>
    </message>
    <message>
        <source>Nothing gained: %1 one after the other, %2 with %3.</source>
        <translation>Nichts gewonnen: %1 nacheinander, %2 mit %3.</translation>
    </message>
    <message>
        <source>Wall time from a cold start, one block, so no interval. Shorter is better.</source>
        <translation>Verstrichene Zeit ab Kaltstart, ein Block, daher kein Intervall. Kürzer ist besser.</translation>
    </message>
    <message>
        <source>Wall time from a warm start, one block, so no interval. Shorter is better.</source>
        <translation>Verstrichene Zeit ab Warmstart, ein Block, daher kein Intervall. Kürzer ist besser.</translation>
    </message>
    <message>
        <source>Wall time from a cold start, median of %1 blocks. Shorter is better.</source>
        <translation>Verstrichene Zeit ab Kaltstart, Median aus %1 Blöcken. Kürzer ist besser.</translation>
    </message>
    <message>
        <source>Wall time from a warm start, median of %1 blocks. Shorter is better.</source>
        <translation>Verstrichene Zeit ab Warmstart, Median aus %1 Blöcken. Kürzer ist besser.</translation>
    </message>
    <message>
        <source>Waits and delays × %1.</source>
        <translation>Wartezeiten und Verzögerungen × %1.</translation>
    </message>
    <message>
        <source>“%1” does not end in .png, .svg or .pdf</source>
        <translation>„%1“ endet nicht auf .png, .svg oder .pdf</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>an object belongs here</source>
        <translation>hierher gehört ein Objekt</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>„%1“ ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>a colour such as #2A66C8 belongs here</source>
        <translation>hierher gehört eine Farbe wie #2A66C8</translation>
    </message>
    <message>
        <source>a length from 0.5 to 64 belongs here</source>
        <translation>hierher gehört eine Länge von 0,5 bis 64</translation>
    </message>
    <message>
        <source>this is not a pattern</source>
        <translation>das ist kein Muster</translation>
    </message>
    <message>
        <source>this is not a palette that this version reads</source>
        <translation>das ist keine Palette, die diese Version liest</translation>
    </message>
    <message>
        <source>the SHA-256 digest could not be computed</source>
        <translation>die SHA-256-Prüfsumme konnte nicht berechnet werden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 usable of %2, quota %3</source>
        <translation>%1 von %2 nutzbar, Kontingent %3</translation>
    </message>
    <message>
        <source>%1 usable of %2</source>
        <translation>%1 von %2 nutzbar</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>This build is not for measurement: it is a debug build or has sanitizers.</source>
        <translation>Dieser Build ist nicht zum Messen: Er ist ein Debug-Build oder enthält Sanitizer.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Systemlast</translation>
    </message>
    <message>
        <source>Governor</source>
        <translation>Governor</translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation>hier wird ein Objekt erwartet</translation>
    </message>
    <message>
        <source>“%1” must be a text</source>
        <translation>„%1“ muss ein Text sein</translation>
    </message>
    <message>
        <source>“%1” must be a number</source>
        <translation>„%1“ muss eine Zahl sein</translation>
    </message>
    <message>
        <source>“%1” must be a whole number</source>
        <translation>„%1“ muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>“%1” must be a list</source>
        <translation>„%1“ muss eine Liste sein</translation>
    </message>
    <message>
        <source>the key “%1” is not known here</source>
        <translation>der Schlüssel „%1“ ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>“%1” must be between %2 and %3, but is %4</source>
        <translation>„%1“ muss zwischen %2 und %3 liegen, ist aber %4</translation>
    </message>
    <message>
        <source>“id” must be 1 to 64 of a–z, 0–9 and -</source>
        <translation>„id“ muss aus 1 bis 64 der Zeichen a–z, 0–9 und - bestehen</translation>
    </message>
    <message>
        <source>“title” must have 1 to 200 characters</source>
        <translation>„title“ muss 1 bis 200 Zeichen haben</translation>
    </message>
    <message>
        <source>no workload is called “%1”; there are: %2</source>
        <translation>keine Arbeitslast heißt „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>choose at least one strategy</source>
        <translation>mindestens eine Strategie wählen</translation>
    </message>
    <message>
        <source>%1 is listed twice: change one of them</source>
        <translation>%1 kommt zweimal vor: eine davon ändern</translation>
    </message>
    <message>
        <source>“%1” is not a version of experiment files that is known here; %2 is</source>
        <translation>„%1“ ist keine hier bekannte Version von Experimentdateien; bekannt ist %2</translation>
    </message>
    <message>
        <source>a strategy must be a text</source>
        <translation>eine Strategie muss ein Text sein</translation>
    </message>
    <message>
        <source>“timing” must be warm or cold</source>
        <translation>„timing“ muss warm oder cold sein</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file has %1 bytes; at most %2 are read</source>
        <translation>die Datei hat %1 Bytes; gelesen werden höchstens %2</translation>
    </message>
    <message>
        <source>the file cannot be written (%1 bytes): %2</source>
        <translation>die Datei kann nicht geschrieben werden (%1 Bytes): %2</translation>
    </message>
    <message>
        <source>the number %1 is too large</source>
        <translation>die Zahl %1 ist zu groß</translation>
    </message>
    <message>
        <source>the key “%1” stands twice in one object</source>
        <translation>der Schlüssel „%1“ steht zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>the document ends too early</source>
        <translation>das Dokument endet zu früh</translation>
    </message>
    <message>
        <source>this is not JSON: unexpected “%1”</source>
        <translation>das ist kein JSON: „%1“ steht unerwartet</translation>
    </message>
    <message>
        <source>the document is nested deeper than %1 levels</source>
        <translation>das Dokument ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>the document has %1 bytes; at most %2 are read</source>
        <translation>das Dokument hat %1 Bytes; gelesen werden höchstens %2</translation>
    </message>
    <message>
        <source>the document has a zero byte in it, so it is no text</source>
        <translation>das Dokument enthält ein Nullbyte und ist daher kein Text</translation>
    </message>
    <message>
        <source>“%1” must have between %2 and %3 entries, but has %4</source>
        <translation>„%1“ muss zwischen %2 und %3 Einträge haben, hat aber %4</translation>
    </message>
    <message>
        <source>“%1” must be one of: %2</source>
        <translation>„%1“ muss eines von diesen sein: %2</translation>
    </message>
    <message>
        <source>the parameters must be an object</source>
        <translation>die Parameter müssen ein Objekt sein</translation>
    </message>
    <message>
        <source>this workload has no parameter “%1”</source>
        <translation>diese Arbeitslast hat keinen Parameter „%1“</translation>
    </message>
    <message>
        <source>this program cannot find its own place: %1</source>
        <translation>dieses Programm findet seinen eigenen Ort nicht: %1</translation>
    </message>
    <message>
        <source>the folder share/overlap/experiments is missing beside this program</source>
        <translation>neben diesem Programm fehlt der Ordner share/overlap/experiments</translation>
    </message>
    <message>
        <source>no strategy is called “%1”; there are: %2</source>
        <translation>keine Strategie heißt „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>“%1” takes no number of workers</source>
        <translation>„%1“ nimmt keine Anzahl von Workern</translation>
    </message>
    <message>
        <source>“%1” has no option “%2”</source>
        <translation>„%1“ hat keine Option „%2“</translation>
    </message>
    <message>
        <source>the folder of experiments cannot be read: %1</source>
        <translation>der Ordner der Experimente ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the server on this machine answered “%1”, which is not its greeting</source>
        <translation>der Server auf diesem Rechner antwortete „%1“ statt mit seinem Gruß</translation>
    </message>
    <message>
        <source>the strategy %1 cannot be run here</source>
        <translation>die Strategie %1 kann hier nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>the task failed without saying why</source>
        <translation>die Aufgabe ist ohne Angabe eines Grundes fehlgeschlagen</translation>
    </message>
    <message>
        <source>new tasks cannot be submitted after the pool was shut down</source>
        <translation>ein geschlossener Pool nimmt keine neuen Aufgaben an</translation>
    </message>
    <message>
        <source>no thread can be started: %1</source>
        <translation>kein Thread kann gestartet werden: %1</translation>
    </message>
    <message>
        <source>a pool cannot be shut down from one of its own threads</source>
        <translation>ein Pool kann nicht aus einem seiner eigenen Threads geschlossen werden</translation>
    </message>
    <message>
        <source>the process %1 did not answer in time</source>
        <translation>der Prozess %1 antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the process %1 answered with something else than expected</source>
        <translation>der Prozess %1 antwortete anders als erwartet</translation>
    </message>
    <message>
        <source>the program %1 cannot be started: %2</source>
        <translation>das Programm %1 kann nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>A network connection could not be prepared: too little memory or too few descriptors.</source>
        <translation>Eine Netzwerkverbindung konnte nicht vorbereitet werden: zu wenig Speicher oder zu wenige Deskriptoren.</translation>
    </message>
    <message>
        <source>The network library could not be started.</source>
        <translation>Die Netzwerkbibliothek konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The network library resolves names without a time-out; one with AsynchDNS is needed.</source>
        <translation>Die Netzwerkbibliothek löst Namen ohne Zeitlimit auf; nötig ist eine mit AsynchDNS.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large: more than %2 bytes.</source>
        <translation>Die Antwort von %1 ist zu groß: mehr als %2 Bytes.</translation>
    </message>
    <message>
        <source>%1 did not answer in full within %2 s.</source>
        <translation>%1 antwortete nicht vollständig innerhalb von %2&#xa0;s.</translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2 s.</source>
        <translation>Der Name %1 wurde nicht innerhalb von %2&#xa0;s aufgelöst.</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2&#xa0;s.</translation>
    </message>
    <message>
        <source>No connection to %1: %2.</source>
        <translation>Keine Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The headers of %1 are too large: more than %2 bytes.</source>
        <translation>Die Kopfzeilen von %1 sind zu groß: mehr als %2 Bytes.</translation>
    </message>
    <message>
        <source>The name %1 could not be resolved.</source>
        <translation>Der Name %1 konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>The name of the proxy for %1 could not be resolved.</source>
        <translation>Der Name des Proxys für %1 konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>%1 schloss die Verbindung, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation>Keine sichere Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>The answer of %1 is not HTTP.</source>
        <translation>Die Antwort von %1 ist kein HTTP.</translation>
    </message>
    <message>
        <source>The request to %1 failed: %2.</source>
        <translation>Die Anfrage an %1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that begins with http:// or https://.</source>
        <translation>„%1“ ist keine Adresse, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>The protocol %1 is not supported, only http and https are.</source>
        <translation>Das Protokoll %1 wird nicht unterstützt, nur http und https.</translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation>der Lauf ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>these are more than %1 requests</source>
        <translation>das sind mehr als %1 Anfragen</translation>
    </message>
    <message>
        <source>“%1” has a range that is not like [1-50]</source>
        <translation>„%1“ enthält einen Bereich, der nicht wie [1-50] aussieht</translation>
    </message>
    <message>
        <source>One real HTTP request</source>
        <translation>Eine echte HTTP-Anfrage</translation>
    </message>
    <message>
        <source>%1 real HTTP requests to a server on this machine</source>
        <translation>%1 echte HTTP-Anfragen an einen Server auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 real HTTP requests</source>
        <translation>%1 echte HTTP-Anfragen</translation>
    </message>
    <message>
        <source>the server answered with status %1</source>
        <translation>der Server antwortete mit Status %1</translation>
    </message>
    <message>
        <source>the answer has no number “%1”</source>
        <translation>die Antwort enthält keine Zahl „%1“</translation>
    </message>
    <message>
        <source>“%1” must begin with http://, https:// or / (the server on this machine)</source>
        <translation>„%1“ muss mit http://, https:// oder / beginnen (Server auf diesem Rechner)</translation>
    </message>
    <message>
        <source>%1 tasks that wait %2 each</source>
        <translation>%1 Aufgaben, die je %2 warten</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 Kern</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>1 core · %1</source>
        <translation>1 Kern · %1</translation>
    </message>
    <message>
        <source>%1 cores · %2</source>
        <translation>%1 Kerne · %2</translation>
    </message>
    <message>
        <source>the file cannot be written (%1 bytes): nobody reads from this pipe or socket</source>
        <translation>die Datei kann nicht geschrieben werden (%1 Bytes): niemand liest aus dieser Pipe oder diesem Socket</translation>
    </message>
    <message>
        <source>the task was cancelled</source>
        <translation>die Aufgabe wurde abgebrochen</translation>
    </message>
    <message>
        <source>the task has not ended within %1 s</source>
        <translation>die Aufgabe endete nicht innerhalb von %1&#xa0;s</translation>
    </message>
    <message>
        <source>a task cannot wait for the result of another task of its own pool</source>
        <translation>eine Aufgabe kann nicht auf das Ergebnis einer anderen Aufgabe desselben Pools warten</translation>
    </message>
    <message>
        <source>the result of this task was taken before</source>
        <translation>das Ergebnis dieser Aufgabe wurde schon abgeholt</translation>
    </message>
    <message>
        <source>new tasks cannot be submitted after the executor was shut down</source>
        <translation>nach dem Beenden der Strategie werden keine neuen Aufgaben angenommen</translation>
    </message>
    <message>
        <source>the number of threads of a pool must be greater than 0</source>
        <translation>die Anzahl der Threads eines Pools muss größer als 0 sein</translation>
    </message>
    <message>
        <source>a pool has at most %1 threads</source>
        <translation>ein Pool hat höchstens %1 Threads</translation>
    </message>
    <message>
        <source>a pool cannot be waited for from one of its own threads</source>
        <translation>auf einen Pool kann nicht aus einem seiner eigenen Threads gewartet werden</translation>
    </message>
    <message>
        <source>%1 one after the other became %2 with %3: %4 × (95 % interval %5 to %6).</source>
        <translation>Aus %1 nacheinander wurden %2 mit %3: %4&#xa0;× (95-%-Intervall %5 bis %6).</translation>
    </message>
    <message>
        <source>%1 is %2 × as fast as %3 (95 % interval %4 to %5).</source>
        <translation>%1 ist %2-mal so schnell wie %3 (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>%1 is slower: %2 × as fast as %3 (95 % interval %4 to %5).</source>
        <translation>%1 ist langsamer: %2-mal so schnell wie %3 (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>No measurable difference between %1 and %3: %2 × (95 % interval %4 to %5).</source>
        <translation>Kein messbarer Unterschied zwischen %1 und %3: %2&#xa0;× (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>One run of %1 lies far from its others. It is marked, not left out: close other programs, or run more blocks.</source>
        <translation>Ein Lauf von %1 liegt weit von den anderen entfernt. Er ist markiert, nicht weggelassen: andere Programme schließen oder mehr Blöcke laufen lassen.</translation>
    </message>
    <message>
        <source>%2 of %3 runs of %1 lie far from the others. They are marked, not left out: close other programs, or run more blocks.</source>
        <translation>%2 von %3 Läufen von %1 liegen weit von den anderen entfernt. Sie sind markiert, nicht weggelassen: andere Programme schließen oder mehr Blöcke laufen lassen.</translation>
    </message>
    <message>
        <source>The first run of %1 took %2, the later ones %3: it was the warm-up and enters no figure.</source>
        <translation>Der erste Lauf von %1 brauchte %2, die späteren %3: Er diente dem Aufwärmen und geht in keine Zahl ein.</translation>
    </message>
    <message>
        <source>The first run of %1 took %2, the later ones %3: run 5 blocks or more, then a warm-up comes first.</source>
        <translation>Der erste Lauf von %1 brauchte %2, die späteren %3: ab 5 Blöcken läuft zuerst ein Aufwärmblock.</translation>
    </message>
    <message>
        <source>The runs of %1 scatter by %2 % (standard deviation over mean): quieten the machine, or run more blocks.</source>
        <translation>Die Läufe von %1 streuen um %2&#xa0;% (Standardabweichung durch Mittelwert): für Ruhe auf dem Rechner sorgen oder mehr Blöcke laufen lassen.</translation>
    </message>
    <message>
        <source>A run of %1 took only %2. Below 5 ms the machine&apos;s own jitter weighs much: give it more work.</source>
        <translation>Ein Lauf von %1 brauchte nur %2. Unter 5&#xa0;ms fällt das Schwanken des Rechners selbst ins Gewicht: mehr Arbeit geben.</translation>
    </message>
    <message>
        <source>Recording takes about %2 % of the time of %1: larger tasks make the times more faithful.</source>
        <translation>Das Aufzeichnen kostet etwa %2&#xa0;% der Zeit von %1: Größere Aufgaben machen die Zeiten genauer.</translation>
    </message>
    <message>
        <source>Records lost of %1: %2. Its lanes show gaps; times and ledger are exact all the same.</source>
        <translation>Verlorene Aufzeichnungen von %1: %2. Die Bahnen haben Lücken; Zeiten und Bilanz sind trotzdem exakt.</translation>
    </message>
    <message>
        <source>One block was disturbed by something else on this machine and ran anew.</source>
        <translation>Ein Block wurde von etwas anderem auf diesem Rechner gestört und lief noch einmal.</translation>
    </message>
    <message>
        <source>%1 blocks were disturbed by something else on this machine and ran anew.</source>
        <translation>%1 Blöcke wurden von etwas anderem auf diesem Rechner gestört und liefen noch einmal.</translation>
    </message>
    <message>
        <source>One block was disturbed by something else on this machine and is counted all the same: close other programs and measure again.</source>
        <translation>Ein Block wurde von etwas anderem auf diesem Rechner gestört und zählt trotzdem: andere Programme schließen und noch einmal messen.</translation>
    </message>
    <message>
        <source>%1 blocks were disturbed by something else on this machine and are counted all the same: close other programs and measure again.</source>
        <translation>%1 Blöcke wurden von etwas anderem auf diesem Rechner gestört und zählen trotzdem: andere Programme schließen und noch einmal messen.</translation>
    </message>
    <message>
        <source>no port could be had on this machine: %1</source>
        <translation>auf diesem Rechner war kein Port zu bekommen: %1</translation>
    </message>
    <message>
        <source>the error is lost: nobody asked for the result</source>
        <translation>der Fehler ist verloren: niemand fragte nach dem Ergebnis</translation>
    </message>
    <message>
        <source>no folder for temporary files could be made in %1: %2</source>
        <translation>in %1 konnte kein Ordner für temporäre Dateien angelegt werden: %2</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 schloss die Verbindung ohne Antwort.</translation>
    </message>
    <message>
        <source>The answer of %1 comes in chunks that are not well formed.</source>
        <translation>Die Antwort von %1 kommt in fehlerhaft gebildeten Stücken.</translation>
    </message>
    <message>
        <source>%1 reset the connection before its answer was complete.</source>
        <translation>%1 setzte die Verbindung zurück, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 closed the connection after %2 of the %3 bytes that it announced.</source>
        <translation>%1 schloss die Verbindung nach %2 der angekündigten %3 Bytes.</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 tasks of which %2 fail, each in its own way; every result and every error is asked for</source>
        <translation>%1 Aufgaben, von denen %2 fehlschlagen, jede auf ihre Weise; jedes Ergebnis und jeder Fehler wird abgefragt</translation>
    </message>
    <message>
        <source>%1 tasks of which %2 fail, each in its own way; submitted and forgotten</source>
        <translation>%1 Aufgaben, von denen %2 fehlschlagen, jede auf ihre Weise; abgeschickt und vergessen</translation>
    </message>
    <message>
        <source>errors lost: %1, because nobody asked for the results</source>
        <translation>verlorene Fehler: %1, weil niemand nach den Ergebnissen fragte</translation>
    </message>
    <message>
        <source>the server redirects to “%1”, which is not followed</source>
        <translation>der Server leitet zu „%1“ um, dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” is not a regular file</source>
        <translation>„%1“ ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>“%1” has %2 bytes; at most %3 are read</source>
        <translation>„%1“ hat %2 Bytes; gelesen werden höchstens %3</translation>
    </message>
    <message>
        <source>%1 generated files of up to %2 MB: read, SHA-256, and the line of a list written</source>
        <translation>%1 erzeugte Dateien bis %2&#xa0;MB: lesen, SHA-256, die Zeile einer Liste schreiben</translation>
    </message>
    <message>
        <source>The files of %1: read, SHA-256, and the line of a list written</source>
        <translation>Die Dateien in %1: lesen, SHA-256, die Zeile einer Liste schreiben</translation>
    </message>
    <message>
        <source>%1 files of %2: read, SHA-256, and the line of a list written</source>
        <translation>%1 Dateien in %2: lesen, SHA-256, die Zeile einer Liste schreiben</translation>
    </message>
    <message>
        <source>bound by reading: %1 % of the tasks&apos; time went into it, %2 % into SHA-256</source>
        <translation>begrenzt durch das Lesen: %1&#xa0;% der Aufgabenzeit entfielen darauf, %2&#xa0;% auf SHA-256</translation>
    </message>
    <message>
        <source>bound by computing: %1 % of the tasks&apos; time went into reading, %2 % into SHA-256</source>
        <translation>begrenzt durch das Rechnen: %1&#xa0;% der Aufgabenzeit entfielen auf das Lesen, %2&#xa0;% auf SHA-256</translation>
    </message>
    <message>
        <source>bound by reading and computing alike: %1 % of the tasks&apos; time went into reading, %2 % into SHA-256</source>
        <translation>begrenzt durch Lesen und Rechnen gleichermaßen: %1&#xa0;% der Aufgabenzeit entfielen auf das Lesen, %2&#xa0;% auf SHA-256</translation>
    </message>
    <message>
        <source>the generated files would have %1 MB together; at most %2 are made</source>
        <translation>die erzeugten Dateien hätten zusammen %1&#xa0;MB; erzeugt werden höchstens %2</translation>
    </message>
    <message>
        <source>the folder “%1” cannot be read: %2</source>
        <translation>der Ordner „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>the folder “%1” holds more than %2 entries</source>
        <translation>der Ordner „%1“ enthält mehr als %2 Einträge</translation>
    </message>
    <message>
        <source>there is no file in the folder “%1”</source>
        <translation>im Ordner „%1“ ist keine Datei</translation>
    </message>
    <message>
        <source>there is no JPEG file in the folder “%1”</source>
        <translation>im Ordner „%1“ ist keine JPEG-Datei</translation>
    </message>
    <message>
        <source>there is no folder “%1”</source>
        <translation>den Ordner „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is not a folder</source>
        <translation>„%1“ ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 generated JPEG files of %2 megapixels, each made a thumbnail of at most %3 × %3</source>
        <translation>%1 erzeugte JPEG-Dateien mit %2 Megapixeln, jede wird ein Vorschaubild von höchstens %3 × %3</translation>
    </message>
    <message>
        <source>The JPEG files of %1, each made a thumbnail of at most %2 × %2</source>
        <translation>Die JPEG-Dateien in %1, jede wird ein Vorschaubild von höchstens %2 × %2</translation>
    </message>
    <message>
        <source>%1 JPEG files of %2, each made a thumbnail of at most %3 × %3</source>
        <translation>%1 JPEG-Dateien in %2, jede wird ein Vorschaubild von höchstens %3 × %3</translation>
    </message>
    <message>
        <source>the generated pictures would have %1 megapixels together; at most %2 are made</source>
        <translation>die erzeugten Bilder hätten zusammen %1 Megapixel; erzeugt werden höchstens %2</translation>
    </message>
    <message>
        <source>“%1” is not a JPEG file</source>
        <translation>„%1“ ist keine JPEG-Datei</translation>
    </message>
    <message>
        <source>“%1” is empty</source>
        <translation>„%1“ ist leer</translation>
    </message>
    <message>
        <source>“%1” ends before its picture is complete</source>
        <translation>„%1“ endet, bevor das Bild vollständig ist</translation>
    </message>
    <message>
        <source>“%1” asks for more than %2 passes over its picture</source>
        <translation>„%1“ verlangt mehr als %2 Durchgänge über das Bild</translation>
    </message>
    <message>
        <source>the picture in “%1” is damaged: %2</source>
        <translation>das Bild in „%1“ ist beschädigt: %2</translation>
    </message>
    <message>
        <source>“%1” has %2 million pixels; at most %3 million are decoded</source>
        <translation>„%1“ hat %2 Millionen Pixel; dekodiert werden höchstens %3 Millionen</translation>
    </message>
    <message>
        <source>“%1” has the colours of a printer (CMYK), not of a screen</source>
        <translation>„%1“ hat die Farben eines Druckers (CMYK), nicht eines Bildschirms</translation>
    </message>
    <message>
        <source>the picture cannot be encoded: %1</source>
        <translation>das Bild kann nicht kodiert werden: %1</translation>
    </message>
    <message>
        <source>%1 services are asked how they are; the slowest check takes %2, all together %3</source>
        <translation>%1 Dienste werden nach ihrem Zustand gefragt; die langsamste Prüfung dauert %2, alle zusammen %3</translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation>%1 von %2 gesund</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>mains</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>on, without the heap</source>
        <translation>an, ohne den Heap</translation>
    </message>
    <message>
        <source>Compiler flags</source>
        <translation>Compiler-Optionen</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>CPUs it may use</source>
        <translation>Erlaubte CPUs</translation>
    </message>
    <message>
        <source>Held back by the quota</source>
        <translation>Vom Kontingent gebremst</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>A quota stops all workers at once when it is used up: measure outside the container, or give it whole CPUs.</source>
        <translation>Ein verbrauchtes Kontingent hält alle Worker auf einmal an: außerhalb des Containers messen oder ihm ganze CPUs geben.</translation>
    </message>
    <message>
        <source>Two threads per core (SMT)</source>
        <translation>Zwei Threads je Kern (SMT)</translation>
    </message>
    <message>
        <source>Two threads share one core: computing gains less from the second half of the CPUs.</source>
        <translation>Zwei Threads teilen sich einen Kern: Rechnen gewinnt weniger durch die zweite Hälfte der CPUs.</translation>
    </message>
    <message>
        <source>Other programs keep the processor busy: close them, or wait until they are done.</source>
        <translation>Andere Programme beschäftigen den Prozessor: schließen oder abwarten, bis sie fertig sind.</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Time stolen by other machines</source>
        <translation>Von anderen Maschinen gestohlene Zeit</translation>
    </message>
    <message>
        <source>The host runs other machines on these CPUs: compare only what ran in the same blocks.</source>
        <translation>Der Wirt lässt auf diesen CPUs andere Maschinen laufen: nur vergleichen, was in denselben Blöcken lief.</translation>
    </message>
    <message>
        <source>The clock rate follows the load, so first runs are slower. The governor “performance” keeps it steady.</source>
        <translation>Der Takt folgt der Auslastung, erste Läufe sind daher langsamer. Der Governor „performance“ hält ihn gleichmäßig.</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>One busy core is clocked higher than many, so computing on all of them gains less than their number.</source>
        <translation>Ein beschäftigter Kern taktet höher als viele, Rechnen auf allen gewinnt daher weniger als ihre Anzahl.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Stromversorgung</translation>
    </message>
    <message>
        <source>On battery the processor saves power: connect the mains to measure.</source>
        <translation>Im Akkubetrieb spart der Prozessor Strom: zum Messen ans Netz anschließen.</translation>
    </message>
    <message>
        <source>Scheduler ticks a second</source>
        <translation>Scheduler-Takte je Sekunde</translation>
    </message>
    <message>
        <source>Addresses randomized</source>
        <translation>Adressen zufällig</translation>
    </message>
    <message>
        <source>Debugger</source>
        <translation>Debugger</translation>
    </message>
    <message>
        <source>A debugger is attached: these times are not for measurement.</source>
        <translation>Ein Debugger ist angehängt: Diese Zeiten sind nicht zum Messen.</translation>
    </message>
    <message>
        <source>this experiment has %1 runs, and at most %2 are possible: choose fewer values or fewer blocks</source>
        <translation>dieses Experiment hat %1 Läufe, höchstens %2 sind möglich: weniger Werte oder weniger Blöcke wählen</translation>
    </message>
    <message>
        <source>“%1” must be between %2 and %3</source>
        <translation>„%1“ muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <source>these are %1 strategies; at most %2 are possible</source>
        <translation>das sind %1 Strategien; höchstens %2 sind möglich</translation>
    </message>
    <message>
        <source>a sweep over strategy.workers needs a strategy without a number, such as “threads”</source>
        <translation>eine Messreihe über strategy.workers braucht eine Strategie ohne Anzahl, etwa „threads“</translation>
    </message>
    <message>
        <source>“%1” cannot be swept; there are: %2</source>
        <translation>„%1“ lässt sich nicht als Messreihe durchlaufen; es gibt: %2</translation>
    </message>
    <message>
        <source>the value %1 stands twice in the sweep</source>
        <translation>der Wert %1 steht zweimal in der Messreihe</translation>
    </message>
    <message>
        <source>a sweep is written as NAME=VALUE,VALUE,…, not as “%1”</source>
        <translation>eine Messreihe schreibt man NAME=WERT,WERT,…, nicht „%1“</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>das ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>die Datei änderte sich beim Lesen</translation>
    </message>
    <message>
        <source>the document has more than %1 values</source>
        <translation>das Dokument hat mehr als %1 Werte</translation>
    </message>
    <message>
        <source>the text is UTF-16 or UTF-32; save it as UTF-8</source>
        <translation>der Text ist UTF-16 oder UTF-32; als UTF-8 speichern</translation>
    </message>
    <message>
        <source>“%1” must have between %2 and %3 characters, but has %4</source>
        <translation>„%1“ muss zwischen %2 und %3 Zeichen haben, hat aber %4</translation>
    </message>
    <message>
        <source>“%1” must be true or false</source>
        <translation>„%1“ muss true oder false sein</translation>
    </message>
    <message>
        <source>“%1” must be a whole number of bytes</source>
        <translation>„%1“ muss eine ganze Anzahl von Bytes sein</translation>
    </message>
    <message>
        <source>“%1” must be a number of seconds</source>
        <translation>„%1“ muss eine Anzahl von Sekunden sein</translation>
    </message>
    <message>
        <source>“%1” must be the path of a folder</source>
        <translation>„%1“ muss der Pfad eines Ordners sein</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts</source>
        <translation>„%1“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>“%1” is not valid UTF-8</source>
        <translation>„%1“ ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>“%1” must not have control characters</source>
        <translation>„%1“ darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>“%1” has a text of more than %2 characters</source>
        <translation>„%1“ enthält einen Text mit mehr als %2 Zeichen</translation>
    </message>
    <message>
        <source>“%1”: a strategy has at most %2 characters</source>
        <translation>„%1“: eine Strategie hat höchstens %2 Zeichen</translation>
    </message>
    <message>
        <source>the process %1 closed its output too early</source>
        <translation>der Prozess %1 schloss seine Ausgabe zu früh</translation>
    </message>
    <message>
        <source>the process %1 ended too early with exit code %2</source>
        <translation>der Prozess %1 endete zu früh mit dem Exit-Code %2</translation>
    </message>
    <message>
        <source>the process %1 was ended too early by signal %2</source>
        <translation>der Prozess %1 wurde zu früh durch das Signal %2 beendet</translation>
    </message>
    <message>
        <source>“%1” changed while it was read</source>
        <translation>„%1“ änderte sich beim Lesen</translation>
    </message>
    <message>
        <source>One task that waits %1</source>
        <translation>Eine Aufgabe, die %1 wartet</translation>
    </message>
    <message>
        <source>Noise floor ± %1 %.</source>
        <translation>Grundrauschen ±&#xa0;%1&#xa0;%.</translation>
    </message>
    <message>
        <source>A single item took longer with %1: %2 became %3 at the median.</source>
        <translation>Ein einzelnes Element brauchte mit %1 länger: im Median %3 statt %2.</translation>
    </message>
    <message>
        <source>A single item took less time with %1: %2 became %3 at the median.</source>
        <translation>Ein einzelnes Element brauchte mit %1 weniger Zeit: im Median %3 statt %2.</translation>
    </message>
    <message>
        <source>Half of the items took at most %1, the slowest %2, with %3.</source>
        <translation>Die Hälfte der Elemente brauchte mit %3 höchstens %1, das langsamste %2.</translation>
    </message>
    <message>
        <source>A single item took as long under every strategy: about %1.</source>
        <translation>Ein einzelnes Element brauchte unter jeder Strategie gleich lange: etwa %1.</translation>
    </message>
    <message>
        <source>Half of the items took at most %1, the slowest %2.</source>
        <translation>Die Hälfte der Elemente brauchte höchstens %1, das langsamste %2.</translation>
    </message>
    <message>
        <source>From an item&apos;s start to its end, the items of all measured blocks; waiting for a worker is not in it.</source>
        <translation>Vom Beginn eines Elements bis zu seinem Ende, Elemente aller gemessenen Blöcke; Warten auf einen Worker zählt nicht.</translation>
    </message>
    <message>
        <source>From an item&apos;s start to its end; waiting for a worker is not in it.</source>
        <translation>Vom Beginn eines Elements bis zu seinem Ende; Warten auf einen Worker zählt nicht.</translation>
    </message>
    <message>
        <source>Noise floor below 0.1 %.</source>
        <translation>Grundrauschen unter 0,1&#xa0;%.</translation>
    </message>
    <message>
        <source>results collected: %1, errors collected: %2</source>
        <translation>Ergebnisse eingesammelt: %1, Fehler eingesammelt: %2</translation>
    </message>
    <message>
        <source>files: %1, each read %2, processed %3, written %4</source>
        <translation>Dateien: %1, jede %2 gelesen, %3 verarbeitet, %4 geschrieben</translation>
    </message>
    <message>
        <source>whole rounds: %1 files on %2 workers take %3, so the gain is %4, not %2</source>
        <translation>ganze Runden: %1 Dateien auf %2 Workern brauchen %3, der Gewinn ist also %4 und nicht %2</translation>
    </message>
    <message>
        <source>“%1”: the option “%2” is given twice</source>
        <translation>„%1“: Die Option „%2“ ist doppelt angegeben</translation>
    </message>
    <message>
        <source>“%1”: write the option “%2” like this: %3</source>
        <translation>„%1“: Die Option „%2“ so schreiben: %3</translation>
    </message>
    <message>
        <source>“%1”: the option “%2” must be between %3 and %4</source>
        <translation>„%1“: Die Option „%2“ muss zwischen %3 und %4 liegen</translation>
    </message>
    <message>
        <source>chunk %1 was told to fail</source>
        <translation>Stück %1 sollte fehlschlagen</translation>
    </message>
    <message>
        <source>mean of all values: %1; %2 million values a second</source>
        <translation>Mittelwert aller Werte: %1; %2 Millionen Werte je Sekunde</translation>
    </message>
    <message>
        <source>the chunks would have %1 values together; beyond %2 the sine loses its meaning</source>
        <translation>die Stücke hätten zusammen %1 Werte; jenseits von %2 verliert der Sinus seinen Sinn</translation>
    </message>
    <message>
        <source>there is no chunk %1: the chunks are %2</source>
        <translation>es gibt kein Stück %1: Es sind %2 Stücke</translation>
    </message>
    <message>
        <source>numbers: %1, each doubled by a task of its own</source>
        <translation>Zahlen: %1, jede von einer eigenen Aufgabe verdoppelt</translation>
    </message>
    <message>
        <source>the same sum in every chunk: %1</source>
        <translation>dieselbe Summe in jedem Stück: %1</translation>
    </message>
    <message>
        <source>%1 pictures of %2 s each: %3 s one after the other, %3 ÷ n s on n cores</source>
        <translation>%1 Bilder zu je %2&#xa0;s: %3&#xa0;s nacheinander, %3&#xa0;÷&#xa0;n&#xa0;s auf n Kernen</translation>
    </message>
    <message>
        <source>tasks: %1, each carries an array of %2 MB</source>
        <translation>Aufgaben: %1, jede trägt ein Feld von %2&#xa0;MB</translation>
    </message>
    <message>
        <source>arrays of %1 MB in all: threads are handed them where they are, processes get a copy of every byte</source>
        <translation>Felder von zusammen %1&#xa0;MB: Threads bekommen sie, wo sie sind, Prozesse eine Kopie jedes Bytes</translation>
    </message>
    <message>
        <source>tasks: %1, each adds the numbers from 0 to %2</source>
        <translation>Aufgaben: %1, jede addiert die Zahlen von 0 bis %2</translation>
    </message>
    <message>
        <source>partial mean (%3 of %4 chunks): %1; %2 million values a second</source>
        <translation>Teil-Mittelwert (%3 von %4 Stücken): %1; %2 Millionen Werte je Sekunde</translation>
    </message>
    <message>
        <source>“%1” must be above %2 and at most %3, but is %4</source>
        <translation>„%1“ muss über %2 und höchstens bei %3 liegen, ist aber %4</translation>
    </message>
    <message>
        <source>%1 answered “%2”, which is not what a Python says</source>
        <translation>%1 hat „%2“ geantwortet, was kein Python sagt</translation>
    </message>
    <message>
        <source>%1 did not answer within %2</source>
        <translation>%1 hat nicht innerhalb von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 is %2, whose lock is another than CPython&apos;s</source>
        <translation>%1 ist %2, dessen Sperre eine andere ist als die von CPython</translation>
    </message>
    <message>
        <source>%1 (%2) runs without the lock: it is a free-threaded build</source>
        <translation>%1 (%2) läuft ohne die Sperre: Es ist ein Python ohne GIL (free-threaded)</translation>
    </message>
    <message>
        <source>%1 is Python %2; 3.3 or newer is needed</source>
        <translation>%1 ist Python %2; nötig ist 3.3 oder neuer</translation>
    </message>
    <message>
        <source>speed-up of %1 computing threads</source>
        <translation>Beschleunigung von %1 rechnenden Threads</translation>
    </message>
    <message>
        <source>waits that take place at once, of %1</source>
        <translation>Wartezeiten, die zugleich verlaufen, von %1</translation>
    </message>
    <message>
        <source>turn of one of %1 computing threads, switch interval %2</source>
        <translation>Dauer am Stück von einem von %1 rechnenden Threads, Umschaltintervall %2</translation>
    </message>
    <message>
        <source>delay of a wake-up, computing threads: %1, switch interval %2</source>
        <translation>Verspätung beim Aufwachen, rechnende Threads: %1, Umschaltintervall %2</translation>
    </message>
    <message>
        <source>within %1 %</source>
        <translation>innerhalb von %1 %</translation>
    </message>
    <message>
        <source>intervals overlap, from %1 to %2</source>
        <translation>Intervalle überlappen sich, von %1 bis %2</translation>
    </message>
    <message>
        <source>within a tick of the scheduler, %1</source>
        <translation>innerhalb eines Takts des Schedulers, %1</translation>
    </message>
    <message>
        <source>no Python was found: neither /usr/bin/python3 nor a python3 in PATH, and the environment variable OVERLAP_PYTHON names none</source>
        <translation>es wurde kein Python gefunden: weder /usr/bin/python3 noch ein python3 in PATH, und die Umgebungsvariable OVERLAP_PYTHON nennt keines</translation>
    </message>
    <message>
        <source>the memory does not suffice for this task</source>
        <translation>der Speicher reicht für diese Aufgabe nicht aus</translation>
    </message>
    <message>
        <source>a worker process cannot be connected: %1</source>
        <translation>ein Worker-Prozess kann nicht verbunden werden: %1</translation>
    </message>
    <message>
        <source>the worker process %1 was not ready in time</source>
        <translation>der Worker-Prozess %1 war nicht rechtzeitig bereit</translation>
    </message>
    <message>
        <source>the task could not be sent: %1</source>
        <translation>die Aufgabe konnte nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>the worker process %1 was killed (signal 9): by hand, or because the memory ran out</source>
        <translation>der Worker-Prozess %1 wurde abgebrochen (Signal 9): von Hand, oder weil der Speicher ausging</translation>
    </message>
    <message>
        <source>the worker process %1 was ended by signal %2 (%3)</source>
        <translation>der Worker-Prozess %1 wurde durch Signal %2 beendet (%3)</translation>
    </message>
    <message>
        <source>the worker process %1 ended on its own with exit code %2</source>
        <translation>der Worker-Prozess %1 endete von selbst mit dem Code %2</translation>
    </message>
    <message>
        <source>the worker process %1 sent what is no answer and was ended</source>
        <translation>der Worker-Prozess %1 sandte etwas, das keine Antwort ist, und wurde beendet</translation>
    </message>
    <message>
        <source>%1 worker processes need %2 open files, but only %3 more may be opened</source>
        <translation>%1 Worker-Prozesse brauchen %2 offene Dateien, es dürfen aber nur noch %3 geöffnet werden</translation>
    </message>
    <message>
        <source>the worker process %1 did not respond for %2 and was ended</source>
        <translation>der Worker-Prozess %1 antwortete %2 lang nicht und wurde beendet</translation>
    </message>
    <message>
        <source>no worker process is left for this task: the last one was %1</source>
        <translation>für diese Aufgabe ist kein Worker-Prozess mehr da: der letzte war %1</translation>
    </message>
    <message>
        <source>what came is no message of a worker</source>
        <translation>was kam, ist keine Nachricht eines Worker-Prozesses</translation>
    </message>
    <message>
        <source>%1 MB are too much for another process; at most %2 MB are sent</source>
        <translation>%1 MB sind zu viel für einen anderen Prozess; gesendet werden höchstens %2 MB</translation>
    </message>
    <message>
        <source>there is no memory to share with a worker process: %1</source>
        <translation>es gibt keinen Speicher, der mit einem Worker-Prozess geteilt werden kann: %1</translation>
    </message>
    <message>
        <source>the bytes of a value are damaged</source>
        <translation>die Bytes eines Wertes sind beschädigt</translation>
    </message>
    <message>
        <source>the program sent what a worker does not know</source>
        <translation>das Programm sandte etwas, das ein Worker-Prozess nicht kennt</translation>
    </message>
    <message>
        <source>there is no workload “%1”</source>
        <translation>es gibt keine Arbeit „%1“</translation>
    </message>
    <message>
        <source>the task could not be read in the worker process: %1</source>
        <translation>die Aufgabe konnte im Worker-Prozess nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>the result could not be sent from the worker process: %1</source>
        <translation>das Ergebnis konnte vom Worker-Prozess nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>the program is gone</source>
        <translation>das Programm ist nicht mehr da</translation>
    </message>
    <message>
        <source>Every block was disturbed.</source>
        <translation>Jeder Block wurde gestört.</translation>
    </message>
    <message>
        <source>%1 went into starting before t = 0; after that %2 % of worker time into moving data between processes.</source>
        <translation>%1 kostete das Starten vor t = 0; danach gingen %2 % der Worker-Zeit in den Datentransport zwischen den Prozessen.</translation>
    </message>
    <message>
        <source>%1 went into starting before t = 0; after that %2 % of worker time was computing.</source>
        <translation>%1 kostete das Starten vor t = 0; danach wurde in %2 % der Worker-Zeit gerechnet.</translation>
    </message>
    <message>
        <source>%1 % of worker time was computing; nothing else took as much as %2 %.</source>
        <translation>%1 % der Worker-Zeit wurde gerechnet; nichts anderes nahm auch nur %2 % ein.</translation>
    </message>
    <message>
        <source>%1 % of worker time was computing, on %2 of %3 cores.</source>
        <translation>%1 % der Worker-Zeit wurde gerechnet, auf %2 von %3 Kernen.</translation>
    </message>
    <message>
        <source>%1 % of worker time was computing: only more cores or less work would make it shorter.</source>
        <translation>%1 % der Worker-Zeit wurde gerechnet: Kürzer ginge es nur mit mehr Kernen oder weniger Arbeit.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for a core that something else used.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf einen Kern, den etwas anderes belegte.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for a core: %2 workers share one.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf einen Kern: %2 Worker teilen sich einen.</translation>
    </message>
    <message>
        <source>%1 % of the time the only worker waited, and nothing else went on.</source>
        <translation>%1 % der Zeit wartete der einzige Worker, und sonst geschah nichts.</translation>
    </message>
    <message>
        <source>%1 of %2 workers wait at any moment, side by side: waiting takes no core.</source>
        <translation>%1 von %2 Workern warten in jedem Augenblick, nebeneinander: Warten belegt keinen Kern.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for the interpreter&apos;s lock: only one may compute at a time.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf die Sperre des Interpreters: Nur einer darf jeweils rechnen.</translation>
    </message>
    <message>
        <source>%1 of %2 workers wait for the interpreter&apos;s lock at any moment: only one may compute at a time.</source>
        <translation>%1 von %2 Workern warten in jedem Augenblick auf die Sperre des Interpreters: Nur einer darf jeweils rechnen.</translation>
    </message>
    <message>
        <source>Stopped early: this is where the time of unfinished work went.</source>
        <translation>Vorzeitig angehalten: So verteilt sich die Zeit einer unfertigen Arbeit.</translation>
    </message>
    <message>
        <source>1 task failed; the time it took is in here.</source>
        <translation>1 Aufgabe schlug fehl; ihre Zeit ist hier enthalten.</translation>
    </message>
    <message>
        <source>%1 tasks failed; the time they took is in here.</source>
        <translation>%1 Aufgaben schlugen fehl; ihre Zeit ist hier enthalten.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for something that others held.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf etwas, das andere belegten.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for work: more workers would not help.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf Arbeit: Mehr Worker würden nicht helfen.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for room in a queue: the stage behind it is the slow one.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf Platz in einer Warteschlange: Die Stufe dahinter ist die langsame.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into moving data between processes: fewer, larger pieces cost less.</source>
        <translation>%1 % der Worker-Zeit gingen in den Datentransport zwischen den Prozessen: Weniger, größere Stücke kosten weniger.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into handing out tasks and taking back results: the tasks are small.</source>
        <translation>%1 % der Worker-Zeit gingen in das Verteilen von Aufgaben und das Einsammeln von Ergebnissen: Die Aufgaben sind klein.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into starting the workers: the run is too short for so many.</source>
        <translation>%1 % der Worker-Zeit gingen in das Starten der Worker: Der Lauf ist zu kurz für so viele.</translation>
    </message>
    <message>
        <source>%1 % of worker time nothing was left to do: the last tasks did not fill all workers.</source>
        <translation>%1 % der Worker-Zeit war nichts mehr zu tun: Die letzten Aufgaben reichten nicht für alle Worker.</translation>
    </message>
    <message>
        <source>Under every strategy nearly all of worker time was computing.</source>
        <translation>Unter jeder Strategie wurde fast in der ganzen Worker-Zeit gerechnet.</translation>
    </message>
    <message>
        <source>Worker time is workers × wall time; each bar divides all of it, from t = 0 on.</source>
        <translation>Worker-Zeit ist Worker × verstrichene Zeit; jeder Balken teilt sie ganz auf, ab t = 0.</translation>
    </message>
    <message>
        <source>Worker time is workers × wall time; each bar divides all of it, from t = 0 on, median of %1 blocks.</source>
        <translation>Worker-Zeit ist Worker × verstrichene Zeit; jeder Balken teilt sie ganz auf, ab t = 0, im Median von %1 Blöcken.</translation>
    </message>
    <message>
        <source>this is a report, not an experiment</source>
        <translation>das ist ein Bericht, kein Experiment</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for a core: %2 workers share %3 cores.</source>
        <translation>%1 % der Worker-Zeit gingen in das Warten auf einen Kern: %2 Worker teilen sich %3 Kerne.</translation>
    </message>
    <message>
        <source>the memory does not suffice for what the worker process %1 sent, which was ended</source>
        <translation>der Speicher reicht nicht für das, was der Worker-Prozess %1 gesendet hat; er wurde beendet</translation>
    </message>
    <message>
        <source>the worker process %1 hung up and was ended</source>
        <translation>der Worker-Prozess %1 hat die Verbindung getrennt und wurde beendet</translation>
    </message>
    <message>
        <source>the worker program belongs to another version of Overlap</source>
        <translation>das Programm der Worker-Prozesse gehört zu einer anderen Version von Overlap</translation>
    </message>
    <message>
        <source>a value of more than %1 levels is too deep for another process</source>
        <translation>ein Wert mit mehr als %1 Ebenen ist für einen anderen Prozess zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the comparison failed: %1</source>
        <translation>der Vergleich ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting, which takes no core.</source>
        <translation>%1 % der Worker-Zeit gingen ins Warten, das keinen Kern braucht.</translation>
    </message>
    <message>
        <source>%1 % of the time the only thread waited, with %2 of at most %3 items in flight on average.</source>
        <translation>%1 % der Zeit wartete der einzige Thread, im Mittel mit %2 von höchstens %3 Elementen unterwegs.</translation>
    </message>
    <message>
        <source>%1 and others hold the line up alike, %4 per item each, so it takes at least %7.</source>
        <translation>%1 und andere halten gleichermaßen auf, mit je %4 je Element; deshalb dauert es mindestens %7.</translation>
    </message>
    <message>
        <source>%1 and %5 hold the line up alike, %4 and %6 per item, so it takes at least %7.</source>
        <translation>%1 und %5 halten gleichermaßen auf, mit %4 und %6 je Element; deshalb dauert es mindestens %7.</translation>
    </message>
    <message>
        <source>%1 is the bottleneck: an item every %4; %5 would take %6 per item. So the line takes at least %7.</source>
        <translation>%1 ist der Engpass: alle %4 ein Element; %5 bräuchte %6 je Element. Deshalb dauert es mindestens %7.</translation>
    </message>
    <message>
        <source>%1 is the bottleneck: %2 ÷ 1 worker = %4 per item, next is %5 with %6. So the line takes at least %7.</source>
        <translation>%1 ist der Engpass: %2 ÷ 1 Worker = %4 je Element, danach kommt %5 mit %6. Deshalb dauert es mindestens %7.</translation>
    </message>
    <message>
        <source>%1 is the bottleneck: %2 ÷ %3 workers = %4 per item, next is %5 with %6. So the line takes at least %7.</source>
        <translation>%1 ist der Engpass: %2 ÷ %3 Worker = %4 je Element, danach kommt %5 mit %6. Deshalb dauert es mindestens %7.</translation>
    </message>
    <message>
        <source>tasks of the workers of %1: %2</source>
        <translation>Aufgaben der Worker von %1: %2</translation>
    </message>
    <message>
        <source>The last item was done after %1, the program ended after %2.</source>
        <translation>Das letzte Element war nach %1 fertig, das Programm endete nach %2.</translation>
    </message>
    <message>
        <source>faster than %1 with as many workers: nothing is handed over, and nobody waits for the stage before. Stations pay where they are what is scarce: one oven, one licence.</source>
        <translation>schneller als %1 mit ebenso vielen Workern: Nichts wird übergeben, und niemand wartet auf die Stufe davor. Stationen lohnen sich, wo sie selbst das Knappe sind: ein Ofen, eine Lizenz.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for other stages; the bottleneck is %2, with %3 per item.</source>
        <translation>%1 % der Worker-Zeit gingen ins Warten auf andere Stufen; der Engpass ist %2 mit %3 je Element.</translation>
    </message>
    <message>
        <source>items: %1, each prepared %2, assembled %3, inspected %4, give or take up to %5 %</source>
        <translation>Elemente: %1, jedes %2 vorbereitet, %3 montiert, %4 geprüft, bis zu %5 % mehr oder weniger</translation>
    </message>
    <message>
        <source>items: %1, each prepared %2, assembled %3, inspected %4</source>
        <translation>Elemente: %1, jedes %2 vorbereitet, %3 montiert, %4 geprüft</translation>
    </message>
    <message>
        <source>queries: %1, to an SQLite database of %2 orders, over one connection</source>
        <translation>Abfragen: %1, an eine SQLite-Datenbank mit %2 Bestellungen, über eine Verbindung</translation>
    </message>
    <message>
        <source>queries: %1, to an SQLite database of %2 orders, over a pool of %3 connections</source>
        <translation>Abfragen: %1, an eine SQLite-Datenbank mit %2 Bestellungen, über einen Pool von %3 Verbindungen</translation>
    </message>
    <message>
        <source>the longest, %1, is shorter than the shortest, %2</source>
        <translation>die längste Dauer, %1, ist kürzer als die kürzeste, %2</translation>
    </message>
    <message>
        <source>prices: %1, each fetched from a server on this machine, valued by %2 million simulated years, saved in a file</source>
        <translation>Preise: %1, jeder von einem Server auf diesem Rechner abgerufen, mit %2 Millionen simulierten Jahren bewertet, in einer Datei gesichert</translation>
    </message>
    <message>
        <source>items: %1, each takes %2 to %3 to produce and %4 to %5 to consume</source>
        <translation>Elemente: %1, jedes braucht %2 bis %3 zum Erzeugen und %4 bis %5 zum Verbrauchen</translation>
    </message>
    <message>
        <source>no consumer was left before the first item: %1 of %2 items were lost. Unnoticed, a producer with a full queue would wait for ever</source>
        <translation>schon vor dem ersten Element war kein Verbraucher mehr da: %1 von %2 Elementen gingen verloren. Unbemerkt würde ein Erzeuger mit voller Warteschlange ewig warten</translation>
    </message>
    <message>
        <source>the consumer failed at its start: it takes 1 argument, and “%1” was handed over as %2</source>
        <translation>der Verbraucher scheiterte beim Start: Er nimmt 1 Argument, und „%1“ wurde als %2 übergeben</translation>
    </message>
    <message>
        <source>tasks: %1, of complexity 1 to %2, %3 for each step of it</source>
        <translation>Aufgaben: %1, mit Schwierigkeit 1 bis %2, %3 für jeden Schritt davon</translation>
    </message>
    <message>
        <source>all work together: %1 before the time scale</source>
        <translation>alle Arbeit zusammen: %1 vor dem Zeitfaktor</translation>
    </message>
    <message>
        <source>the database “%1” fails: %2</source>
        <translation>die Datenbank „%1“ versagt: %2</translation>
    </message>
    <message>
        <source>The Python strategies came to different results, so their times cannot be compared.</source>
        <translation>Die Python-Strategien kamen zu verschiedenen Ergebnissen; ihre Zeiten lassen sich deshalb nicht vergleichen.</translation>
    </message>
    <message>
        <source>A single item of native code took as long under every strategy: about %1.</source>
        <translation>Ein einzelnes Element nativen Codes dauerte unter jeder Strategie gleich lange: etwa %1.</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>Nativ</translation>
    </message>
    <message>
        <source>%1 (free-threaded, GIL on)</source>
        <translation>%1 (free-threaded, GIL an)</translation>
    </message>
    <message>
        <source>%1 (free-threaded)</source>
        <translation>%1 (free-threaded)</translation>
    </message>
    <message>
        <source>%1, free-threaded, GIL off</source>
        <translation>%1, free-threaded, GIL aus</translation>
    </message>
    <message>
        <source>%1, GIL on</source>
        <translation>%1, GIL an</translation>
    </message>
    <message>
        <source>%1, GIL on, switch interval %2</source>
        <translation>%1, GIL an, Umschaltintervall %2</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>“%1” has numbers of workers for %2 stages, but this work has %3: write one for each</source>
        <translation>„%1“ hat Worker-Zahlen für %2 Stufen, diese Arbeit hat aber %3: Schreiben Sie für jede eine</translation>
    </message>
    <message>
        <source>there is no Python twin of this work</source>
        <translation>zu dieser Arbeit gibt es kein Gegenstück in Python</translation>
    </message>
    <message>
        <source>“%1”: the option “%2” needs one value for each stage, such as %3</source>
        <translation>„%1“: Die Option „%2“ braucht einen Wert für jede Stufe, etwa %3</translation>
    </message>
    <message>
        <source>“%1” needs a number of workers for each stage, such as %1:1,1,1 for three</source>
        <translation>„%1“ braucht eine Worker-Zahl für jede Stufe, etwa %1:1,1,1 für drei</translation>
    </message>
    <message>
        <source>Left out, because there is no Python for it: %1.</source>
        <translation>Weggelassen, weil kein Python dafür da ist: %1.</translation>
    </message>
    <message>
        <source>%1 talks without end and was ended</source>
        <translation>%1 redet ohne Ende und wurde beendet</translation>
    </message>
    <message>
        <source>%1 left processes behind and gave no answer; they were ended</source>
        <translation>%1 hat Prozesse zurückgelassen und nicht geantwortet; sie wurden beendet</translation>
    </message>
    <message>
        <source>%1 is broken: signal %2 ended it</source>
        <translation>%1 ist defekt: Signal %2 hat es beendet</translation>
    </message>
    <message>
        <source>%1 is broken: it ended with exit code %2 and last said “%3”</source>
        <translation>%1 ist defekt: Es endete mit Exit-Code %2 und sagte zuletzt „%3“</translation>
    </message>
    <message>
        <source>%1 is broken: it ended with exit code %2</source>
        <translation>%1 ist defekt: Es endete mit Exit-Code %2</translation>
    </message>
    <message>
        <source>there is no Python at %1</source>
        <translation>unter %1 liegt kein Python</translation>
    </message>
    <message>
        <source>%1 is a folder, not a Python</source>
        <translation>%1 ist ein Ordner und kein Python</translation>
    </message>
    <message>
        <source>%1 is %2; the Python strategies need CPython</source>
        <translation>%1 ist %2; die Python-Strategien brauchen CPython</translation>
    </message>
    <message>
        <source>%1 is Python %2; 3.8 or newer is needed</source>
        <translation>%1 ist Python %2; nötig ist 3.8 oder neuer</translation>
    </message>
    <message>
        <source>nobody took this item: stage “%1” has no worker left, the last one gave up after %2 without work</source>
        <translation>niemand hat dieses Element genommen: Stufe „%1“ hat keinen Worker mehr, der letzte gab nach %2 ohne Arbeit auf</translation>
    </message>
    <message>
        <source>nobody took this item: stage “%1” has no worker left, the last one ended with “%2”</source>
        <translation>niemand hat dieses Element genommen: Stufe „%1“ hat keinen Worker mehr, der letzte endete mit „%2“</translation>
    </message>
    <message>
        <source>the Python process %1 sent what is no answer and was ended</source>
        <translation>der Python-Prozess %1 hat gesendet, was keine Antwort ist, und wurde beendet</translation>
    </message>
    <message>
        <source>the Python process %1 printed more than %2 MB that nobody asked for and was ended</source>
        <translation>der Python-Prozess %1 hat ungefragt mehr als %2 MB ausgegeben und wurde beendet</translation>
    </message>
    <message>
        <source>the Python process %1 did not respond for %2 and was ended</source>
        <translation>der Python-Prozess %1 hat %2 lang nicht geantwortet und wurde beendet</translation>
    </message>
    <message>
        <source>no Python is left for this task: the process %1 has ended</source>
        <translation>für diese Aufgabe ist kein Python mehr da: Der Prozess %1 ist zu Ende</translation>
    </message>
    <message>
        <source>there is no Python program for this work</source>
        <translation>zu dieser Arbeit gibt es kein Python-Programm</translation>
    </message>
    <message>
        <source>there is no Python on this machine</source>
        <translation>auf diesem Rechner gibt es kein Python</translation>
    </message>
    <message>
        <source>the Python process %1 was not ready within %2</source>
        <translation>der Python-Prozess %1 war nach %2 nicht bereit</translation>
    </message>
    <message>
        <source>the Python process %1 was killed (signal 9): by hand, or because the memory ran out</source>
        <translation>der Python-Prozess %1 wurde getötet (Signal 9): von Hand oder weil der Speicher ausging</translation>
    </message>
    <message>
        <source>the Python process %1 was ended by signal %2 (%3)</source>
        <translation>der Python-Prozess %1 wurde durch Signal %2 (%3) beendet</translation>
    </message>
    <message>
        <source>the Python process %1 ended on its own with exit code %2 and last said “%3”</source>
        <translation>der Python-Prozess %1 endete von selbst mit Exit-Code %2 und sagte zuletzt „%3“</translation>
    </message>
    <message>
        <source>the Python process %1 ended on its own with exit code %2</source>
        <translation>der Python-Prozess %1 endete von selbst mit Exit-Code %2</translation>
    </message>
    <message>
        <source>the Python process %1 hung up and was ended</source>
        <translation>der Python-Prozess %1 hat aufgelegt und wurde beendet</translation>
    </message>
    <message>
        <source>what came is no answer of a Python</source>
        <translation>was kam, ist keine Antwort eines Pythons</translation>
    </message>
    <message>
        <source>the result is larger than %1 bytes</source>
        <translation>das Ergebnis ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>the worker process %1 died, and a pool of concurrent.futures that has lost a process gives up all that it had</source>
        <translation>der Worker-Prozess %1 ist gestorben, und ein Pool von concurrent.futures, der einen Prozess verloren hat, gibt alles auf, was er hatte</translation>
    </message>
    <message>
        <source>a worker process did not start</source>
        <translation>ein Worker-Prozess ist nicht gestartet</translation>
    </message>
    <message>
        <source>thumbnails in Python need Pillow, which %1 does not have</source>
        <translation>Vorschaubilder in Python brauchen Pillow, das %1 nicht hat</translation>
    </message>
    <message>
        <source>Python has no task “%1”</source>
        <translation>Python hat keine Aufgabe „%1“</translation>
    </message>
    <message>
        <source>chunks: %1, each with the next values of one list</source>
        <translation>Blöcke: %1, jeder mit den nächsten Werten einer Liste</translation>
    </message>
    <message>
        <source>chunks: %1, each with the next values of one list; chunk %2 is told to fail</source>
        <translation>Blöcke: %1, jeder mit den nächsten Werten einer Liste; Block %2 soll scheitern</translation>
    </message>
    <message>
        <source>1 chunk of %1 values</source>
        <translation>1 Block mit %1 Werten</translation>
    </message>
    <message>
        <source>%1 chunks of %2 values</source>
        <translation>%1 Blöcke mit je %2 Werten</translation>
    </message>
    <message>
        <source>chunks: %1, each a sum of sines, roots and logarithms</source>
        <translation>Blöcke: %1, jeder eine Summe aus Sinus, Wurzeln und Logarithmen</translation>
    </message>
    <message>
        <source>1 chunk of %1 items</source>
        <translation>1 Block mit %1 Elementen</translation>
    </message>
    <message>
        <source>%1 chunks of %2 items</source>
        <translation>%1 Blöcke mit je %2 Elementen</translation>
    </message>
    <message>
        <source>batches: %1; a network of 64, 128, 64 and 10 nodes says which class each sample is of</source>
        <translation>Stapel: %1; ein Netz mit 64, 128, 64 und 10 Knoten sagt, welcher Klasse jede Probe angehört</translation>
    </message>
    <message>
        <source>1 batch of %1 samples</source>
        <translation>1 Stapel mit %1 Proben</translation>
    </message>
    <message>
        <source>%1 batches of %2 samples</source>
        <translation>%1 Stapel mit je %2 Proben</translation>
    </message>
    <message>
        <source>tasks: %1, each adds the squares of many numbers</source>
        <translation>Aufgaben: %1, jede addiert die Quadrate vieler Zahlen</translation>
    </message>
    <message>
        <source>1 sum of %1 squares</source>
        <translation>1 Summe aus %1 Quadraten</translation>
    </message>
    <message>
        <source>%1 sums of %2 squares</source>
        <translation>%1 Summen aus je %2 Quadraten</translation>
    </message>
    <message>
        <source>the description must be UTF-8</source>
        <translation>die Beschreibung muss UTF-8 sein</translation>
    </message>
    <message>
        <source>the description must be one line</source>
        <translation>die Beschreibung muss eine Zeile sein</translation>
    </message>
    <message>
        <source>the description must have 1 to %1 characters</source>
        <translation>die Beschreibung muss 1 bis %1 Zeichen haben</translation>
    </message>
    <message>
        <source>Is it worth it: is there more than 0.1 s of work?</source>
        <translation>Lohnt es sich: Ist es mehr als 0,1 s Arbeit?</translation>
    </message>
    <message>
        <source>not said, so perhaps</source>
        <translation>nicht gesagt, also vielleicht</translation>
    </message>
    <message>
        <source>What takes the time?</source>
        <translation>Was braucht die Zeit?</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>the words do not say</source>
        <translation>die Wörter sagen es nicht</translation>
    </message>
    <message>
        <source>How much data does the computing need?</source>
        <translation>Wie viele Daten braucht das Rechnen?</translation>
    </message>
    <message>
        <source>little</source>
        <translation>wenige</translation>
    </message>
    <message>
        <source>much</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>Does the work go from hand to hand?</source>
        <translation>Geht die Arbeit von Hand zu Hand?</translation>
    </message>
    <message>
        <source>Stay sequential.</source>
        <translation>Bleib sequenziell.</translation>
    </message>
    <message>
        <source>Use threads, one for each core.</source>
        <translation>Nimm Threads, einen je Kern.</translation>
    </message>
    <message>
        <source>Use threads, several for each core.</source>
        <translation>Nimm Threads, mehrere je Kern.</translation>
    </message>
    <message>
        <source>Use processes, one for each core.</source>
        <translation>Nimm Prozesse, einen je Kern.</translation>
    </message>
    <message>
        <source>Join the stages by queues, with workers of its own for each.</source>
        <translation>Verbinde die Stufen durch Warteschlangen, jede mit eigenen Workern.</translation>
    </message>
    <message>
        <source>Cut the data into chunks, and compute on them with a thread for each core.</source>
        <translation>Zerlege die Daten in Stücke und rechne darauf mit einem Thread je Kern.</translation>
    </message>
    <message>
        <source>Cut the data into chunks, and compute on them with a process for each core.</source>
        <translation>Zerlege die Daten in Stücke und rechne darauf mit einem Prozess je Kern.</translation>
    </message>
    <message>
        <source>Begin with threads, measure, then decide.</source>
        <translation>Beginne mit Threads, miss, und entscheide dann.</translation>
    </message>
    <message>
        <source>These words speak of waiting: %1.</source>
        <translation>Diese Wörter sprechen für Warten: %1.</translation>
    </message>
    <message>
        <source>These words speak of computing: %1.</source>
        <translation>Diese Wörter sprechen für Rechnen: %1.</translation>
    </message>
    <message>
        <source>Starting workers and handing work over costs about as much as could be saved.</source>
        <translation>Worker zu starten und Arbeit zu übergeben kostet etwa so viel, wie zu gewinnen wäre.</translation>
    </message>
    <message>
        <source>In native code threads compute side by side, and nothing has to be copied.</source>
        <translation>In nativem Code rechnen Threads nebeneinander, und nichts muss kopiert werden.</translation>
    </message>
    <message>
        <source>Who waits takes no core, so many can wait at a time; an event loop does the same on one thread.</source>
        <translation>Wer wartet, braucht keinen Kern, also können viele zugleich warten; eine Ereignisschleife tut dasselbe auf einem Thread.</translation>
    </message>
    <message>
        <source>Python&apos;s lock lets one thread compute at a time; each process has a lock of its own.</source>
        <translation>Pythons Sperre lässt immer nur einen Thread rechnen; jeder Prozess hat eine eigene.</translation>
    </message>
    <message>
        <source>Starting a pool of Python processes takes tenths of a second: measure whether it pays here.</source>
        <translation>Einen Pool von Python-Prozessen zu starten dauert Zehntelsekunden: Miss, ob es sich hier lohnt.</translation>
    </message>
    <message>
        <source>Queues even out stages of different speed; give the slowest stage the most workers.</source>
        <translation>Warteschlangen gleichen verschieden schnelle Stufen aus; gib der langsamsten Stufe die meisten Worker.</translation>
    </message>
    <message>
        <source>Chunks fit into memory and into caches; threads share them without copying.</source>
        <translation>Stücke passen in Speicher und Cache; Threads teilen sie, ohne zu kopieren.</translation>
    </message>
    <message>
        <source>What goes to a process is copied: let each process read its own chunk, and send back only results.</source>
        <translation>Was an einen Prozess geht, wird kopiert: Lass jeden Prozess sein eigenes Stück lesen und nur Ergebnisse zurückgeben.</translation>
    </message>
    <message>
        <source>Threads are the simplest; a measurement says whether waiting or computing takes the time.</source>
        <translation>Threads sind am einfachsten; eine Messung sagt, ob Warten oder Rechnen die Zeit braucht.</translation>
    </message>
    <message>
        <source>Sequential: the work is too small.</source>
        <translation>Sequenziell: Die Arbeit ist zu klein.</translation>
    </message>
    <message>
        <source>Threads: the keywords speak of waiting.</source>
        <translation>Threads: Die Schlüsselwörter sprechen für Warten.</translation>
    </message>
    <message>
        <source>Processes, with caution: the keywords speak of computing, and large data are dear to copy.</source>
        <translation>Prozesse, mit Vorsicht: Die Schlüsselwörter sprechen für Rechnen, und große Daten sind teuer zu kopieren.</translation>
    </message>
    <message>
        <source>Processes: the keywords speak of computing.</source>
        <translation>Prozesse: Die Schlüsselwörter sprechen für Rechnen.</translation>
    </message>
    <message>
        <source>Threads first: the keywords leave it open. Measure, then decide.</source>
        <translation>Erst Threads: Die Schlüsselwörter lassen es offen. Miss, und entscheide dann.</translation>
    </message>
    <message>
        <source>Unclear: the keywords leave it open. Begin with threads, measure, then decide.</source>
        <translation>Unklar: Die Schlüsselwörter lassen es offen. Beginne mit Threads, miss, und entscheide dann.</translation>
    </message>
    <message>
        <source>The lesson speaks of Python, where a lock keeps threads from computing side by side. Native code has no such lock.</source>
        <translation>Die Lektion spricht von Python, wo eine Sperre Threads daran hindert, nebeneinander zu rechnen. Nativer Code hat keine solche Sperre.</translation>
    </message>
    <message>
        <source>The lesson&apos;s keywords know nothing of stages that work hand in hand; its decision tree gives them queues.</source>
        <translation>Die Schlüsselwörter der Lektion wissen nichts von Stufen, die Hand in Hand arbeiten; ihr Entscheidungsbaum gibt ihnen Warteschlangen.</translation>
    </message>
    <message>
        <source>The lesson warns of large data; its decision tree cuts them into chunks.</source>
        <translation>Die Lektion warnt vor großen Daten; ihr Entscheidungsbaum zerlegt sie in Stücke.</translation>
    </message>
    <message>
        <source>None of the lesson&apos;s keywords is in the description; “%1” is waiting all the same.</source>
        <translation>Keines der Schlüsselwörter der Lektion steht in der Beschreibung; „%1“ ist trotzdem Warten.</translation>
    </message>
    <message>
        <source>None of the lesson&apos;s keywords is in the description; “%1” is computing all the same.</source>
        <translation>Keines der Schlüsselwörter der Lektion steht in der Beschreibung; „%1“ ist trotzdem Rechnen.</translation>
    </message>
    <message>
        <source>The lesson counts keywords of one kind only; other words speak of the other kind, or are no keywords at all.</source>
        <translation>Die Lektion zählt nur Schlüsselwörter der einen Art; andere Wörter sprechen für die andere oder sind gar keine Schlüsselwörter.</translation>
    </message>
    <message>
        <source>The lesson counts every keyword alike; here “%1”, which is waiting, weighs more.</source>
        <translation>Die Lektion zählt jedes Schlüsselwort gleich; hier wiegt „%1“ mehr, und das ist Warten.</translation>
    </message>
    <message>
        <source>The lesson counts every keyword alike; here “%1”, which is computing, weighs more.</source>
        <translation>Die Lektion zählt jedes Schlüsselwort gleich; hier wiegt „%1“ mehr, und das ist Rechnen.</translation>
    </message>
    <message>
        <source>what one task does: download, query or read (waiting), or calculate, resize or compress (computing)</source>
        <translation>was eine Aufgabe tut: herunterladen, abfragen oder lesen (Warten), oder berechnen, verkleinern oder komprimieren (Rechnen)</translation>
    </message>
    <message>
        <source>which of the two takes longer, or whether the work goes through stages</source>
        <translation>was von beidem länger dauert, oder ob die Arbeit durch Stufen geht</translation>
    </message>
    <message>
        <source>how long all of it takes, one after the other</source>
        <translation>wie lange alles zusammen dauert, eins nach dem anderen</translation>
    </message>
    <message>
        <source>how much data a task gets</source>
        <translation>wie viele Daten eine Aufgabe bekommt</translation>
    </message>
    <message>
        <source>%1 had not begun yet for %2.</source>
        <translation>%1 hatte %2 lang noch nicht begonnen.</translation>
    </message>
    <message>
        <source>%1 had nothing to do in the whole run.</source>
        <translation>%1 hatte im ganzen Lauf nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 had nothing left to do for %2.</source>
        <translation>%1 hatte %2 lang nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>%1 had nothing to do for %2.</source>
        <translation>%1 hatte %2 lang nichts zu tun.</translation>
    </message>
    <message>
        <source>What %1 did for %2 was not recorded.</source>
        <translation>Was %1 in %2 tat, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 was computing for %2.</source>
        <translation>%1 rechnete %2 lang.</translation>
    </message>
    <message>
        <source>%1 had no item to bring for %2: they come one by one.</source>
        <translation>%1 hatte %2 lang kein Element zu bringen: Sie kommen eins nach dem anderen.</translation>
    </message>
    <message>
        <source>%1 waited %2 for an answer: that is its task, and takes no core.</source>
        <translation>%1 wartete %2 auf eine Antwort: Das ist die Aufgabe und braucht keinen Kern.</translation>
    </message>
    <message>
        <source>%1 waited %2 for the interpreter&apos;s lock.</source>
        <translation>%1 wartete %2 auf die Sperre des Interpreters.</translation>
    </message>
    <message>
        <source>%1 waited %2 for a lock.</source>
        <translation>%1 wartete %2 auf eine Sperre.</translation>
    </message>
    <message>
        <source>%1 waited %2 for work: its queue was empty.</source>
        <translation>%1 wartete %2 auf Arbeit: Die Warteschlange war leer.</translation>
    </message>
    <message>
        <source>%1 was held up for %2: the queue behind it was full.</source>
        <translation>%1 wurde %2 lang aufgehalten: Die Warteschlange dahinter war voll.</translation>
    </message>
    <message>
        <source>%1 had no core for %2; other workers that computed: %3.</source>
        <translation>%1 hatte %2 lang keinen Kern; andere Worker, die rechneten: %3.</translation>
    </message>
    <message>
        <source>%1 was moving data between processes for %2.</source>
        <translation>%1 bewegte %2 lang Daten zwischen Prozessen.</translation>
    </message>
    <message>
        <source>%1 could have gone on, but the loop had no time for it for %2.</source>
        <translation>%1 hätte weitergehen können, aber die Schleife hatte %2 lang keine Zeit dafür.</translation>
    </message>
    <message>
        <source>%1 was between two tasks for %2.</source>
        <translation>%1 war %2 lang zwischen zwei Aufgaben.</translation>
    </message>
    <message>
        <source>%1 was starting for %2.</source>
        <translation>%1 startete %2 lang.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for the interpreter&apos;s lock: its threads compute one at a time.</source>
        <translation>%1 % der Worker-Zeit ging ins Warten auf die Sperre des Interpreters: Seine Threads rechnen nacheinander.</translation>
    </message>
    <message>
        <source>Use processes: each has an interpreter, and a lock, of its own.</source>
        <translation>Nimm Prozesse: Jeder hat einen eigenen Interpreter und eine eigene Sperre.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for a core: %2 workers wanted one at an average moment, and there are %3.</source>
        <translation>%1 % der Worker-Zeit ging ins Warten auf einen Kern: Im Mittel wollten %2 Worker einen, und es gibt %3.</translation>
    </message>
    <message>
        <source>%1 workers keep the cores as busy, with less memory.</source>
        <translation>%1 Worker lasten die Kerne ebenso aus, mit weniger Speicher.</translation>
    </message>
    <message>
        <source>Give the stages that compute no more workers than there are cores.</source>
        <translation>Gib den Stufen, die rechnen, nicht mehr Worker, als es Kerne gibt.</translation>
    </message>
    <message>
        <source>Starting the workers took %1 of %2 until the last result.</source>
        <translation>Die Worker zu starten dauerte %1 von %2 bis zum letzten Ergebnis.</translation>
    </message>
    <message>
        <source>Start a pool once and keep it, or stay sequential where there is so little work.</source>
        <translation>Starte einen Pool einmal und behalte ihn, oder bleib bei so wenig Arbeit sequenziell.</translation>
    </message>
    <message>
        <source>Threads start in microseconds; processes pay with more work.</source>
        <translation>Threads starten in Mikrosekunden; Prozesse lohnen sich bei mehr Arbeit.</translation>
    </message>
    <message>
        <source>%1 % of worker time went into moving data between processes, %2 for each item.</source>
        <translation>%1 % der Worker-Zeit ging in den Transport von Daten zwischen Prozessen, %2 je Element.</translation>
    </message>
    <message>
        <source>Threads share memory: nothing has to be copied.</source>
        <translation>Threads teilen den Speicher: Nichts muss kopiert werden.</translation>
    </message>
    <message>
        <source>Send a name or a range instead of the data, and compute longer on each.</source>
        <translation>Schick statt der Daten einen Namen oder einen Bereich, und rechne länger an jedem.</translation>
    </message>
    <message>
        <source>The tasks are tiny, %1 each: %2 % of worker time went into handing them over and waiting for them.</source>
        <translation>Die Aufgaben sind winzig, je %1: %2 % der Worker-Zeit ging in ihre Übergabe und ins Warten auf sie.</translation>
    </message>
    <message>
        <source>Hand them over in batches, here %1 at a time.</source>
        <translation>Übergib sie in Stapeln, hier je %1.</translation>
    </message>
    <message>
        <source>Stay sequential, or put many of them into one task: 0.1 s is enough.</source>
        <translation>Bleib sequenziell, oder fasse viele zu einer Aufgabe zusammen: 0,1 s genügt.</translation>
    </message>
    <message>
        <source>Give %1 more workers, until the stages keep pace with each other.</source>
        <translation>Gib %1 mehr Worker, bis die Stufen miteinander Schritt halten.</translation>
    </message>
    <message>
        <source>Make %1 itself shorter: more workers would not help here.</source>
        <translation>Mach %1 selbst kürzer: Mehr Worker würden hier nicht helfen.</translation>
    </message>
    <message>
        <source>%1 holds the others up: it lets an item through every %2, the next slowest would every %3. %4 % of worker time was without work.</source>
        <translation>%1 hält die anderen auf: Ein Element kommt alle %2 durch, bei der nächstlangsamen Stufe käme es alle %3. %4 % der Worker-Zeit war ohne Arbeit.</translation>
    </message>
    <message>
        <source>%1 starves: it waited %2 % of its time for work, because %3 gives an item only every %4.</source>
        <translation>%1 hungert: %2 % der Zeit verging mit Warten auf Arbeit, weil %3 nur alle %4 ein Element liefert.</translation>
    </message>
    <message>
        <source>Fewer workers of %1 do the same, here %2.</source>
        <translation>Weniger Worker von %1 leisten dasselbe, hier %2.</translation>
    </message>
    <message>
        <source>Back-pressure: %1 was held up for %2, %3 % of the run, because the queue to %4 was full.</source>
        <translation>Rückstau: %1 wurde %2 lang aufgehalten, %3 % des Laufs, weil die Warteschlange zu %4 voll war.</translation>
    </message>
    <message>
        <source>At the end the others waited for one long task: it took %1, the usual one takes %2. %3 % of worker time was idle.</source>
        <translation>Am Ende warteten die anderen auf eine lange Aufgabe: Sie dauerte %1, eine übliche dauert %2. %3 % der Worker-Zeit war ungenutzt.</translation>
    </message>
    <message>
        <source>Start the longest tasks first, or cut them into smaller ones.</source>
        <translation>Beginne mit den längsten Aufgaben, oder zerlege sie in kleinere.</translation>
    </message>
    <message>
        <source>The tasks differ in length: at the end workers had nothing left to do for up to %1. %2 % of worker time was idle.</source>
        <translation>Die Aufgaben sind verschieden lang: Am Ende hatten Worker bis zu %1 nichts mehr zu tun. %2 % der Worker-Zeit war ungenutzt.</translation>
    </message>
    <message>
        <source>Start the longest tasks first, and cut them smaller where the work allows it.</source>
        <translation>Beginne mit den längsten Aufgaben, und zerlege sie, wo die Arbeit es zulässt.</translation>
    </message>
    <message>
        <source>The items do not divide evenly: of %1 on %2 workers the last round has %3. %4 % of worker time was idle.</source>
        <translation>Die Elemente gehen nicht auf: Von %1 auf %2 Workern hat die letzte Runde %3. %4 % der Worker-Zeit war ungenutzt.</translation>
    </message>
    <message>
        <source>%1 workers save the last round.</source>
        <translation>%1 Worker sparen die letzte Runde.</translation>
    </message>
    <message>
        <source>Cut the work into more and smaller tasks: then the last round is short.</source>
        <translation>Zerlege die Arbeit in mehr und kleinere Aufgaben: Dann ist die letzte Runde kurz.</translation>
    </message>
    <message>
        <source>What is said of the rule of thumb stands on fewer than %1 blocks: measure more before you rely on it.</source>
        <translation>Was von der Faustregel gesagt wird, beruht auf weniger als %1 Blöcken: Miss mehr, bevor du dich darauf verlässt.</translation>
    </message>
    <message>
        <source>“Threads: 2 to 5 × cores”: no such number was tried; the best is %1 with %2 ×.</source>
        <translation>„Threads: 2 bis 5 × Kerne“: Keine solche Zahl wurde versucht; am besten ist %1 mit %2 ×.</translation>
    </message>
    <message>
        <source>“Threads: 2 to 5 × cores” holds here for tasks that wait %1 × as long as they compute: %2 gains %3 ×, no number gains more, and from %4 workers on it is as good (cores × (1 + wait ÷ compute) = %5).</source>
        <translation>„Threads: 2 bis 5 × Kerne“ gilt hier für Aufgaben, die %1 × so lange warten, wie sie rechnen: %2 gewinnt %3 ×, keine Zahl gewinnt mehr, und ab %4 Workern ist es ebenso gut (Kerne × (1 + Warten ÷ Rechnen) = %5).</translation>
    </message>
    <message>
        <source>“Threads: 2 to 5 × cores” does not hold here for tasks that wait %1 × as long as they compute: %2 gains %3 ×, %6 gains %7 × (cores × (1 + wait ÷ compute) = %5).</source>
        <translation>„Threads: 2 bis 5 × Kerne“ gilt hier nicht für Aufgaben, die %1 × so lange warten, wie sie rechnen: %2 gewinnt %3 ×, %6 gewinnt %7 × (Kerne × (1 + Warten ÷ Rechnen) = %5).</translation>
    </message>
    <message>
        <source>“Processes = cores”: this number was not tried; the best is %1 with %2 ×.</source>
        <translation>„Prozesse = Kerne“: Diese Zahl wurde nicht versucht; am besten ist %1 mit %2 ×.</translation>
    </message>
    <message>
        <source>“Processes = cores” holds here: %1 gains %2 ×, and no number gains more than %4 ×.</source>
        <translation>„Prozesse = Kerne“ gilt hier: %1 gewinnt %2 ×, und keine Zahl gewinnt mehr als %4 ×.</translation>
    </message>
    <message>
        <source>“Processes = cores” does not hold here: %1 gains %2 ×, %3 gains %4 ×.</source>
        <translation>„Prozesse = Kerne“ gilt hier nicht: %1 gewinnt %2 ×, %3 gewinnt %4 ×.</translation>
    </message>
    <message>
        <source>“Queues: 1 to 3 × workers”: no such size was tried for %1 workers; the best has %8.</source>
        <translation>„Warteschlangen: 1 bis 3 × Worker“: Keine solche Größe wurde für %1 Worker versucht; die beste hat %8.</translation>
    </message>
    <message>
        <source>“Queues: 1 to 3 × workers” holds here for %1 workers: queues of %2 already gain %3 ×, longer ones gain no more and only hold: an item is under way for %4, with queues of %5 for %7.</source>
        <translation>„Warteschlangen: 1 bis 3 × Worker“ gilt hier für %1 Worker: Schon Warteschlangen von %2 gewinnen %3 ×, längere gewinnen nicht mehr und halten nur auf: Ein Element ist %4 unterwegs, mit Warteschlangen von %5 sind es %7.</translation>
    </message>
    <message>
        <source>“Queues: 1 to 3 × workers” does not hold here for %1 workers: only queues of %2 gain the most (%3 ×); an item is then under way for %4, with queues of %5 for %7.</source>
        <translation>„Warteschlangen: 1 bis 3 × Worker“ gilt hier nicht für %1 Worker: Erst Warteschlangen von %2 gewinnen am meisten (%3 ×); ein Element ist dann %4 unterwegs, mit Warteschlangen von %5 sind es %7.</translation>
    </message>
    <message>
        <source>“Tasks of 0.1 to 1 s”: no length gains with %1 here.</source>
        <translation>„Aufgaben von 0,1 bis 1 s“: Keine Länge gewinnt hier mit %1.</translation>
    </message>
    <message>
        <source>“Tasks of 0.1 to 1 s” asks too much of %1 here: tasks of %2 gain, and from %3 on they gain the most (%4 ×).</source>
        <translation>„Aufgaben von 0,1 bis 1 s“ verlangt hier zu viel von %1: Aufgaben von %2 gewinnen, und ab %3 gewinnen sie am meisten (%4 ×).</translation>
    </message>
    <message>
        <source>“Tasks of 0.1 to 1 s” fits %1 here: tasks of %2 gain, and only from %3 on they gain the most (%4 ×).</source>
        <translation>„Aufgaben von 0,1 bis 1 s“ passt hier für %1: Aufgaben von %2 gewinnen, und erst ab %3 gewinnen sie am meisten (%4 ×).</translation>
    </message>
    <message>
        <source>“Below 0.1 s stay sequential”: with %1 no work up to %2 gains here.</source>
        <translation>„Unter 0,1 s sequenziell bleiben“: Mit %1 gewinnt hier keine Arbeit bis %2.</translation>
    </message>
    <message>
        <source>“Below 0.1 s stay sequential” asks too much of %1 here: even the smallest work tried, %2, gains (%3 ×).</source>
        <translation>„Unter 0,1 s sequenziell bleiben“ verlangt hier zu viel von %1: Schon die kleinste versuchte Arbeit, %2, gewinnt (%3 ×).</translation>
    </message>
    <message>
        <source>“Below 0.1 s stay sequential” holds for %1 here: work of %4 does not gain, work of %2 does (%3 ×).</source>
        <translation>„Unter 0,1 s sequenziell bleiben“ gilt hier für %1: Arbeit von %4 gewinnt nicht, Arbeit von %2 schon (%3 ×).</translation>
    </message>
    <message>
        <source>“Below 0.1 s stay sequential” is not where the line is for %1 here: work of %4 does not gain, work of %2 does (%3 ×).</source>
        <translation>„Unter 0,1 s sequenziell bleiben“ ist hier nicht die Grenze für %1: Arbeit von %4 gewinnt nicht, Arbeit von %2 schon (%3 ×).</translation>
    </message>
    <message>
        <source>The convoy under %1: with a switch interval of %2 a wait ends %3 late, with one of %4 it ends %5 late.</source>
        <translation>Der Konvoi unter %1: Mit einem Umschaltintervall von %2 endet ein Warten %3 zu spät, mit einem von %4 endet es %5 zu spät.</translation>
    </message>
    <message>
        <source>No convoy under %1: with a switch interval of %2 a wait ends %3 late, with one of %4 it ends %5 late.</source>
        <translation>Kein Konvoi unter %1: Mit einem Umschaltintervall von %2 endet ein Warten %3 zu spät, mit einem von %4 endet es %5 zu spät.</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; a law of scaling needs more blocks or more numbers of workers.</source>
        <translation>Am schnellsten war %1 mit %2 ×; ein Skalierungsgesetz braucht mehr Blöcke oder mehr Anzahlen von Workern.</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; Gustafson&apos;s law fits best: each further worker adds %3 × (serial share %4 %, 95 % interval %5 to %6 %).</source>
        <translation>Am schnellsten war %1 mit %2 ×; am besten passt Gustafsons Gesetz: Jeder weitere Worker bringt %3 × (serieller Anteil %4 %, 95-%-Intervall %5 bis %6 %).</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; Amdahl&apos;s law fits best: %3 % of the work stays serial (95 % interval %4 to %5 %), and its limit for any number of workers is %6 ×.</source>
        <translation>Am schnellsten war %1 mit %2 ×; am besten passt Amdahls Gesetz: %3 % der Arbeit bleibt seriell (95-%-Intervall %4 bis %5 %), und die Grenze für beliebig viele Worker ist %6 ×.</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; no part of the work stays serial as far as was measured, and every worker adds as much as the first.</source>
        <translation>Am schnellsten war %1 mit %2 ×; soweit gemessen wurde, bleibt kein Teil der Arbeit seriell, und jeder Worker bringt so viel wie der erste.</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; the Universal Scalability Law fits best (contention %3 %, coherency %4 %): the peak would be at %5 workers, more than were measured.</source>
        <translation>Am schnellsten war %1 mit %2 ×; am besten passt das Universal Scalability Law (Konkurrenz %3 %, Kohärenz %4 %): Der Gipfel läge bei %5 Workern, mehr als gemessen wurden.</translation>
    </message>
    <message>
        <source>The fastest was %1 with %2 ×; the Universal Scalability Law fits best (contention %3 %, coherency %4 %): the peak is at %5 workers, and more are slower.</source>
        <translation>Am schnellsten war %1 mit %2 ×; am besten passt das Universal Scalability Law (Konkurrenz %3 %, Kohärenz %4 %): Der Gipfel liegt bei %5 Workern, und mehr sind langsamer.</translation>
    </message>
    <message>
        <source>%1 took least, %4, at %2 = %3; too few blocks to say how sure that is.</source>
        <translation>%1 brauchte am wenigsten, %4, bei %2 = %3; zu wenige Blöcke, um zu sagen, wie sicher das ist.</translation>
    </message>
    <message>
        <source>%1 gained most, %4 ×, at %2 = %3; too few blocks to say how sure that is.</source>
        <translation>%1 gewann am meisten, %4 ×, bei %2 = %3; zu wenige Blöcke, um zu sagen, wie sicher das ist.</translation>
    </message>
    <message>
        <source>%1 took least, %4 (95 % interval %5), at %2 = %3; no other value reaches it.</source>
        <translation>%1 brauchte am wenigsten, %4 (95-%-Intervall %5), bei %2 = %3; kein anderer Wert erreicht das.</translation>
    </message>
    <message>
        <source>%1 gained most, %4 × (95 % interval %5), at %2 = %3; no other value reaches it.</source>
        <translation>%1 gewann am meisten, %4 × (95-%-Intervall %5), bei %2 = %3; kein anderer Wert erreicht das.</translation>
    </message>
    <message>
        <source>%1 took least, %4 (95 % interval %5), at %2 = %3; as good within their intervals: %6.</source>
        <translation>%1 brauchte am wenigsten, %4 (95-%-Intervall %5), bei %2 = %3; ebenso gut im Rahmen der Intervalle: %6.</translation>
    </message>
    <message>
        <source>%1 gained most, %4 × (95 % interval %5), at %2 = %3; as good within their intervals: %6.</source>
        <translation>%1 gewann am meisten, %4 × (95-%-Intervall %5), bei %2 = %3; ebenso gut im Rahmen der Intervalle: %6.</translation>
    </message>
    <message>
        <source>this is no profile of a piece of work</source>
        <translation>das ist kein Profil einer Arbeit</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>items in flight</source>
        <translation>Elemente zugleich unterwegs</translation>
    </message>
    <message>
        <source>“%1” in “%2” is not a number of %3: write an integer, cores or 2xcores</source>
        <translation>„%1“ in „%2“ ist keine Anzahl (%3): Schreib eine ganze Zahl, cores oder 2xcores</translation>
    </message>
    <message>
        <source>“%1”: the number of %2 must be greater than 0</source>
        <translation>„%1“: Die Anzahl (%2) muss größer als 0 sein</translation>
    </message>
    <message>
        <source>“%1”: at most %2 %3 are possible</source>
        <translation>„%1“: Höchstens %2 sind möglich (%3)</translation>
    </message>
    <message>
        <source>“%1” needs a number of %3, such as %1:%2</source>
        <translation>„%1“ braucht eine Anzahl (%3), etwa %1:%2</translation>
    </message>
    <message>
        <source>“%1” takes one number of %2</source>
        <translation>„%1“ nimmt eine einzige Anzahl (%2)</translation>
    </message>
    <message>
        <source>one task waits %1 times for %2, one computes for %3</source>
        <translation>eine Aufgabe wartet %1-mal %2, eine rechnet %3</translation>
    </message>
    <message>
        <source>each wait ended %1 late on average</source>
        <translation>jedes Warten endete im Mittel %1 zu spät</translation>
    </message>
    <message>
        <source>%2 of computing in equal tasks: %1, each waits %3 times as long as it computes</source>
        <translation>%2 Rechnen in gleichen Aufgaben: %1, jede wartet %3-mal so lange, wie sie rechnet</translation>
    </message>
    <message>
        <source>%2 of computing in equal tasks: %1</source>
        <translation>%2 Rechnen in gleichen Aufgaben: %1</translation>
    </message>
    <message>
        <source>%1 % of worker time went into waiting for the only core: %2 workers wanted it at an average moment.</source>
        <translation>%1 % der Worker-Zeit ging ins Warten auf den einzigen Kern: Im Mittel wollten ihn %2 Worker.</translation>
    </message>
    <message>
        <source>One worker keeps it as busy, with less memory.</source>
        <translation>Ein Worker lastet ihn ebenso aus, mit weniger Speicher.</translation>
    </message>
    <message>
        <source>The rule stays open here: %1 gains %2 ×, %3 gains %4 ×, and their 95 % intervals overlap; more blocks would tell.</source>
        <translation>Die Regel bleibt hier offen: %1 gewinnt %2 ×, %3 gewinnt %4 ×, und ihre 95-%-Intervalle überlappen sich; mehr Blöcke würden es zeigen.</translation>
    </message>
    <message>
        <source>One block was disturbed by something else on this machine and is left out.</source>
        <translation>Ein Block wurde durch anderes auf diesem Rechner gestört und bleibt außer Betracht.</translation>
    </message>
    <message>
        <source>%1 blocks were disturbed by something else on this machine and are left out.</source>
        <translation>%1 Blöcke wurden durch anderes auf diesem Rechner gestört und bleiben außer Betracht.</translation>
    </message>
    <message>
        <source>Stopped when sure, after %1 of at most %2 blocks: the interval of every speed-up is at most %3 % of it wide, as asked.</source>
        <translation>Beendet, sobald es sicher war, nach %1 von höchstens %2 Blöcken: Das Intervall jeder Beschleunigung ist höchstens %3 % von ihr breit, wie verlangt.</translation>
    </message>
    <message>
        <source>The limit of %1 blocks came before there was any interval: allow %2 blocks or more.</source>
        <translation>Die Grenze von %1 Blöcken kam, bevor es ein Intervall gab: Erlauben Sie %2 Blöcke oder mehr.</translation>
    </message>
    <message>
        <source>The limit of %1 blocks came first: the widest interval of a speed-up is %2 % of it wide, not %3 % as asked. Allow more blocks, or quieten the machine.</source>
        <translation>Die Grenze von %1 Blöcken kam zuerst: Das breiteste Intervall einer Beschleunigung ist %2 % von ihr breit, nicht %3 % wie verlangt. Erlauben Sie mehr Blöcke, oder sorgen Sie für Ruhe auf dem Rechner.</translation>
    </message>
    <message>
        <source>a forecast is of one piece of work, and this sweep varies it</source>
        <translation>eine Vorhersage gilt einer bestimmten Arbeit, und diese Messreihe verändert sie</translation>
    </message>
    <message>
        <source>the run of %1 told nothing from which others could be forecast</source>
        <translation>der Lauf von %1 ergab nichts, woraus sich andere vorhersagen ließen</translation>
    </message>
    <message>
        <source>Measured: %1 % of the work&apos;s time is computing and %2 % waiting; %3 items take %4 one after the other, %5 each.</source>
        <translation>Gemessen: %1 % der Zeit der Arbeit ist Rechnen, %2 % Warten; %3 Elemente dauern nacheinander %4, jedes %5.</translation>
    </message>
    <message>
        <source>The search was stopped before both ends of the range, %1 and %2 of %3, were measured.</source>
        <translation>Die Suche wurde angehalten, ehe beide Enden des Bereichs gemessen waren: %1 und %2 von %3.</translation>
    </message>
    <message>
        <source>The times of %1 and %2 can be compared at no value of %3.</source>
        <translation>Die Zeiten von %1 und %2 lassen sich bei keinem Wert von %3 vergleichen.</translation>
    </message>
    <message>
        <source>Between %3 and %4 of %5 neither %1 nor %2 is surely faster anywhere, so no crossover can be shown.</source>
        <translation>Zwischen %3 und %4 von %5 ist nirgends %1 oder %2 sicher schneller, also lässt sich kein Schnittpunkt zeigen.</translation>
    </message>
    <message>
        <source>%1 overtakes %2 where %3 is between %4 and %5.</source>
        <translation>%1 überholt %2, wo %3 zwischen %4 und %5 liegt.</translation>
    </message>
    <message>
        <source>%1 overtakes %2 where %3 is between %4 and %5: where a task takes %6 to %7, one after the other.</source>
        <translation>%1 überholt %2, wo %3 zwischen %4 und %5 liegt: wo ein Element nacheinander %6 bis %7 dauert.</translation>
    </message>
    <message>
        <source>%1 and %2 overtake each other %3 times as %4 grows: at %5. There may be more between the values that were tried.</source>
        <translation>%1 und %2 überholen einander %3-mal, während %4 wächst: bei %5. Zwischen den versuchten Werten kann es weitere geben.</translation>
    </message>
    <message>
        <source>%1 is faster than %2 from one end of the range to the other, %4 to %5 of %3: no crossover in it.</source>
        <translation>%1 ist von einem Ende des Bereichs zum anderen schneller als %2, von %4 bis %5 von %3: kein Schnittpunkt darin.</translation>
    </message>
    <message>
        <source>%1 is surely faster than %2 where %3 is %4 or more; below, down to %5, neither is surely faster.</source>
        <translation>%1 ist sicher schneller als %2, wo %3 mindestens %4 beträgt; darunter, bis %5, ist keine sicher schneller.</translation>
    </message>
    <message>
        <source>%1 is surely faster than %2 where %3 is %4 or less; above, up to %5, neither is surely faster.</source>
        <translation>%1 ist sicher schneller als %2, wo %3 höchstens %4 beträgt; darüber, bis %5, ist keine sicher schneller.</translation>
    </message>
    <message>
        <source>%1 is surely faster than %2 where %3 is between %4 and %5; on both sides of it neither is surely faster.</source>
        <translation>%1 ist sicher schneller als %2, wo %3 zwischen %4 und %5 liegt; zu beiden Seiten davon ist keine sicher schneller.</translation>
    </message>
    <message>
        <source>With fewer than %1 blocks at each value this interval may miss more often than one time in twenty: measure more before you rely on it.</source>
        <translation>Mit weniger als %1 Blöcken bei jedem Wert kann dieses Intervall öfter als einmal in zwanzig Fällen danebenliegen: Messen Sie mehr, ehe Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>At %1 of %2 the times cannot be compared: tasks failed, or the results differ.</source>
        <translation>Bei %1 von %2 lassen sich die Zeiten nicht vergleichen: Aufgaben schlugen fehl, oder die Ergebnisse sind verschieden.</translation>
    </message>
    <message>
        <source>All %1 values that were allowed are measured; more values or blocks could narrow this down.</source>
        <translation>Alle %1 erlaubten Werte sind gemessen; mehr Werte oder Blöcke könnten es weiter eingrenzen.</translation>
    </message>
    <message>
        <source>%1 took longer and longer: about %2 % more in the last block than in the first. Something changed meanwhile, such as heat or other programs: let the machine settle and measure again.</source>
        <translation>%1 brauchte immer länger: im letzten Block etwa %2 % mehr als im ersten. Inzwischen hat sich etwas geändert, etwa die Wärme oder andere Programme: Lassen Sie den Rechner zur Ruhe kommen und messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 took less and less time: about %2 % less in the last block than in the first. Something changed meanwhile, such as other programs or what is kept in memory: let the machine settle and measure again.</source>
        <translation>%1 brauchte immer weniger Zeit: im letzten Block etwa %2 % weniger als im ersten. Inzwischen hat sich etwas geändert, etwa andere Programme oder was im Speicher liegt: Lassen Sie den Rechner zur Ruhe kommen und messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>some of its tasks failed or were stopped</source>
        <translation>einige ihrer Aufgaben sind gescheitert oder wurden abgebrochen</translation>
    </message>
    <message>
        <source>a model of Python&apos;s lock, to learn from</source>
        <translation>ein Modell von Pythons Sperre, zum Lernen</translation>
    </message>
    <message>
        <source>Stopped early: nothing is recommended.</source>
        <translation>Vorzeitig beendet: Es wird nichts empfohlen.</translation>
    </message>
    <message>
        <source>This build is not for measurement, so nothing is recommended from its times.</source>
        <translation>Dieses Programm ist nicht zum Messen gebaut, darum wird aus seinen Zeiten nichts empfohlen.</translation>
    </message>
    <message>
        <source>The strategies came to different results: the comparison is void, and nothing is recommended.</source>
        <translation>Die Strategien kamen zu verschiedenen Ergebnissen: Der Vergleich ist ungültig, und es wird nichts empfohlen.</translation>
    </message>
    <message>
        <source>No strategy did all of its work, so nothing is recommended.</source>
        <translation>Keine Strategie hat ihre ganze Arbeit getan, darum wird nichts empfohlen.</translation>
    </message>
    <message>
        <source>Too few blocks for a recommendation: %1 were measured, and it takes %2.</source>
        <translation>Zu wenige Blöcke für eine Empfehlung: %1 wurden gemessen, nötig sind %2.</translation>
    </message>
    <message>
        <source>What counts was not measured, so nothing is recommended.</source>
        <translation>Was zählt, wurde nicht gemessen, darum wird nichts empfohlen.</translation>
    </message>
    <message>
        <source>%1 takes %2, one after the other %3.</source>
        <translation>%1 braucht %2, nacheinander sind es %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 of CPU time, one after the other %3.</source>
        <translation>%1 braucht %2 CPU-Zeit, nacheinander sind es %3.</translation>
    </message>
    <message>
        <source>%1 needs at most %2 of memory, one after the other %3.</source>
        <translation>%1 braucht höchstens %2 Speicher, nacheinander sind es %3.</translation>
    </message>
    <message>
        <source>With %1 the slowest item takes %2, one after the other %3.</source>
        <translation>Mit %1 braucht das langsamste Element %2, nacheinander %3.</translation>
    </message>
    <message>
        <source>With %1 19 of 20 items take at most %2, one after the other %3.</source>
        <translation>Mit %1 brauchen 19 von 20 Elementen höchstens %2, nacheinander %3.</translation>
    </message>
    <message>
        <source>The runner-up is %1, with %2 × the time (95 % interval %3 to %4).</source>
        <translation>Die Zweitbeste ist %1, mit dem %2-Fachen der Zeit (95-%-Intervall %3 bis %4).</translation>
    </message>
    <message>
        <source>The runner-up is %1, which costs %2 × as much (95 % interval %3 to %4).</source>
        <translation>Die Zweitbeste ist %1 und kostet das %2-Fache (95-%-Intervall %3 bis %4).</translation>
    </message>
    <message>
        <source>Use %1.</source>
        <translation>Nimm %1.</translation>
    </message>
    <message>
        <source>%1 is left out: %2 is worse in none of the four costs, and better in one.</source>
        <translation>%1 scheidet aus: %2 ist bei keinem der vier Kosten schlechter und bei einem besser.</translation>
    </message>
    <message>
        <source>Latency is here that of the slowest item of a run; a 95th percentile takes 200 items.</source>
        <translation>Latenz ist hier die des langsamsten Elements eines Laufs; für ein 95. Perzentil braucht es 200 Elemente.</translation>
    </message>
    <message>
        <source>a crossover is sought over a parameter of the work, workload.NAME, not over “%1”</source>
        <translation>ein Schnittpunkt wird über einem Parameter der Arbeit gesucht, workload.NAME, nicht über „%1“</translation>
    </message>
    <message>
        <source>a crossover is sought between two values, LOW,HIGH; here are %1</source>
        <translation>ein Schnittpunkt wird zwischen zwei Werten gesucht, UNTEN,OBEN; hier sind %1</translation>
    </message>
    <message>
        <source>the lower end of the range, %1, must be below the upper one, %2</source>
        <translation>das untere Ende des Bereichs, %1, muss unter dem oberen liegen, %2</translation>
    </message>
    <message>
        <source>a crossover is sought between two strategies; here are %1</source>
        <translation>ein Schnittpunkt wird zwischen zwei Strategien gesucht; hier sind %1</translation>
    </message>
    <message>
        <source>%1 and %2 do different amounts of work, because one runs native code and the other Python: choose two of the same kind</source>
        <translation>%1 und %2 tun verschieden viel, weil die eine nativen Code ausführt und die andere Python: Wählen Sie zwei der gleichen Art</translation>
    </message>
    <message>
        <source>This experiment varies %1; the advice is for the work as its parameters stand.</source>
        <translation>Dieses Experiment verändert %1; der Rat gilt der Arbeit mit den Parametern, wie sie dastehen.</translation>
    </message>
    <message>
        <source>Not counted is the start: %1 needs %2 for it.</source>
        <translation>Nicht mitgezählt ist der Start: %1 braucht dafür %2.</translation>
    </message>
    <message>
        <source>%1 and %2 are not surely 5 % apart: nothing that was tried is worth the trouble.</source>
        <translation>%1 und %2 liegen nicht sicher 5 % auseinander: Nichts von dem, was versucht wurde, ist die Mühe wert.</translation>
    </message>
    <message>
        <source>It does not matter: %1 and %2 are not surely 5 % apart, and in nothing else that was measured does %1 cost more.</source>
        <translation>Es ist gleich: %1 und %2 liegen nicht sicher 5 % auseinander, und in nichts anderem, was gemessen wurde, kostet %1 mehr.</translation>
    </message>
    <message>
        <source>It does not matter: %1 and %2 are not surely 5 % apart, and %1 has the fewest workers.</source>
        <translation>Es ist gleich: %1 und %2 liegen nicht sicher 5 % auseinander, und %1 hat die wenigsten Worker.</translation>
    </message>
    <message>
        <source>It does not matter: %1 and %2 are not surely 5 % apart, and %1 is the simplest.</source>
        <translation>Es ist gleich: %1 und %2 liegen nicht sicher 5 % auseinander, und %1 ist am einfachsten.</translation>
    </message>
    <message>
        <source>%1: all of the time of its workers was computing.</source>
        <translation>%1: Die ganze Zeit seiner Worker war Rechnen.</translation>
    </message>
    <message>
        <source>%1: %2 % of the time of its workers was computing, %3 % %4.</source>
        <translation>%1: %2 % der Zeit seiner Worker war Rechnen, %3 % %4.</translation>
    </message>
    <message>
        <source>Write a time, such as 1.2s..1.4s, 350 ms +20 ms or 0.5 s.</source>
        <translation>Eine Zeit angeben, etwa 1.2s..1.4s, 350 ms +20 ms oder 0.5 s.</translation>
    </message>
    <message>
        <source>“%1” is no time: write it as 1.2s..1.4s, 350 ms +20 ms or 0.5 s.</source>
        <translation>„%1“ ist keine Zeit: Sie wird geschrieben wie 1.2s..1.4s, 350 ms +20 ms oder 0.5 s.</translation>
    </message>
    <message>
        <source>The end, %1, has to come after the begin, %2.</source>
        <translation>Das Ende, %1, muss nach dem Anfang, %2, liegen.</translation>
    </message>
    <message>
        <source>Nothing is recorded there: the lanes go from %1 to %2.</source>
        <translation>Dort ist nichts aufgezeichnet: Die Bahnen reichen von %1 bis %2.</translation>
    </message>
    <message>
        <source>at byte %1: the number %2 is too large</source>
        <translation>bei Byte %1: Die Zahl %2 ist zu groß</translation>
    </message>
    <message>
        <source>at byte %1: the file ends too early</source>
        <translation>bei Byte %1: Die Datei endet zu früh</translation>
    </message>
    <message>
        <source>at byte %1: this is not JSON: unexpected “%2”</source>
        <translation>bei Byte %1: Das ist kein JSON: „%2“ kommt unerwartet</translation>
    </message>
    <message>
        <source>at byte %1: the document is nested deeper than %2 levels</source>
        <translation>bei Byte %1: Das Dokument ist tiefer als %2 Ebenen geschachtelt</translation>
    </message>
    <message>
        <source>at byte %1: there is a zero byte, so this is no text</source>
        <translation>bei Byte %1: Da ist ein Nullbyte, also ist das kein Text</translation>
    </message>
    <message>
        <source>the description of a saved run has no such value here</source>
        <translation>die Beschreibung eines gesicherten Laufs hat hier keinen solchen Wert</translation>
    </message>
    <message>
        <source>there are more than %1 lanes</source>
        <translation>es gibt mehr als %1 Bahnen</translation>
    </message>
    <message>
        <source>the schema is “%1”, not “%2”</source>
        <translation>das Schema ist „%1“, nicht „%2“</translation>
    </message>
    <message>
        <source>at byte %1: this is no trace: it has no list of “traceEvents”</source>
        <translation>bei Byte %1: Das ist kein Trace: Es hat keine Liste von „traceEvents“</translation>
    </message>
    <message>
        <source>the events of this trace lie more than thirty years apart</source>
        <translation>die Ereignisse dieses Trace liegen mehr als dreißig Jahre auseinander</translation>
    </message>
    <message>
        <source>there is nothing in this trace that lanes could show</source>
        <translation>in diesem Trace ist nichts, was Bahnen zeigen könnten</translation>
    </message>
    <message>
        <source>the description of the run in otherData is damaged: %1</source>
        <translation>die Beschreibung des Laufs in otherData ist beschädigt: %1</translation>
    </message>
    <message>
        <source>1 event of a kind that lanes cannot show was left out.</source>
        <translation>1 Ereignis von einer Art, die Bahnen nicht zeigen können, wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 events of kinds that lanes cannot show were left out.</source>
        <translation>%1 Ereignisse von Arten, die Bahnen nicht zeigen können, wurden weggelassen.</translation>
    </message>
    <message>
        <source>1 event without a usable time was left out.</source>
        <translation>1 Ereignis ohne brauchbare Zeit wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 events without a usable time were left out.</source>
        <translation>%1 Ereignisse ohne brauchbare Zeit wurden weggelassen.</translation>
    </message>
    <message>
        <source>1 end of a slice that never began was left out.</source>
        <translation>1 Ende eines Abschnitts, der nie begann, wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 ends of slices that never began were left out.</source>
        <translation>%1 Enden von Abschnitten, die nie begannen, wurden weggelassen.</translation>
    </message>
    <message>
        <source>1 slice has no end and reaches to the end of the trace.</source>
        <translation>1 Abschnitt hat kein Ende und reicht bis zum Ende des Trace.</translation>
    </message>
    <message>
        <source>%1 slices have no end and reach to the end of the trace.</source>
        <translation>%1 Abschnitte haben kein Ende und reichen bis zum Ende des Trace.</translation>
    </message>
    <message>
        <source>at byte %1: the checksum does not fit, so something in this file has changed since it was written</source>
        <translation>bei Byte %1: Die Prüfsumme passt nicht, also hat sich in dieser Datei etwas geändert, seit sie geschrieben wurde</translation>
    </message>
    <message>
        <source>at byte %1: this is no timeline file of Overlap</source>
        <translation>bei Byte %1: Das ist keine Timeline-Datei von Overlap</translation>
    </message>
    <message>
        <source>at byte %1: the version is %2; this program reads version %3</source>
        <translation>bei Byte %1: Die Version ist %2; dieses Programm liest Version %3</translation>
    </message>
    <message>
        <source>at byte %1: the file had %2 bytes when it was written and has %3 now</source>
        <translation>bei Byte %1: Die Datei hatte %2 Bytes, als sie geschrieben wurde, und hat jetzt %3</translation>
    </message>
    <message>
        <source>at byte %1: no description of %2 bytes fits into this file</source>
        <translation>bei Byte %1: Eine Beschreibung von %2 Bytes passt nicht in diese Datei</translation>
    </message>
    <message>
        <source>at byte %1: the description of the run is damaged at %2: %3</source>
        <translation>bei Byte %1: Die Beschreibung des Laufs ist bei %2 beschädigt: %3</translation>
    </message>
    <message>
        <source>at byte %1: the description speaks of more records than the file holds</source>
        <translation>bei Byte %1: Die Beschreibung spricht von mehr Einträgen, als die Datei enthält</translation>
    </message>
    <message>
        <source>at byte %1: the file holds more than its description speaks of</source>
        <translation>bei Byte %1: Die Datei enthält mehr, als ihre Beschreibung sagt</translation>
    </message>
    <message>
        <source>at byte %1: this time is out of order or out of range</source>
        <translation>bei Byte %1: Diese Zeit ist nicht in der Reihenfolge oder außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>at byte %1: there is no such value as %2</source>
        <translation>bei Byte %1: Einen Wert wie %2 gibt es nicht</translation>
    </message>
    <message>
        <source>this machine has too little memory for what the file holds</source>
        <translation>dieser Rechner hat zu wenig Speicher für den Inhalt der Datei</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Waiting for the GIL</source>
        <translation>Warten auf den GIL</translation>
    </message>
    <message>
        <source>Waiting for a lock</source>
        <translation>Warten auf eine Sperre</translation>
    </message>
    <message>
        <source>Queue empty</source>
        <translation>Warteschlange leer</translation>
    </message>
    <message>
        <source>Queue full</source>
        <translation>Warteschlange voll</translation>
    </message>
    <message>
        <source>Waiting for a core</source>
        <translation>Warten auf einen Kern</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Anlaufen</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>The worker does the work itself, on a core.</source>
        <translation>Der Worker arbeitet selbst, auf einem Kern.</translation>
    </message>
    <message>
        <source>The worker is blocked: in input or output, or in a simulated wait. It uses no core meanwhile, so others can.</source>
        <translation>Der Worker ist blockiert: bei Ein- oder Ausgabe oder in einer simulierten Wartezeit. Er belegt dabei keinen Kern, andere können ihn nutzen.</translation>
    </message>
    <message>
        <source>The worker could compute, but another thread holds the one lock of the interpreter. More threads make this longer, not shorter.</source>
        <translation>Der Worker könnte rechnen, aber ein anderer Thread hält die einzige Sperre des Interpreters. Mehr Threads machen das länger, nicht kürzer.</translation>
    </message>
    <message>
        <source>The worker waits for something that only one may use at a time.</source>
        <translation>Der Worker wartet auf etwas, das nur einer zur selben Zeit benutzen darf.</translation>
    </message>
    <message>
        <source>The worker waits for the stage before it: there is nothing to take yet.</source>
        <translation>Der Worker wartet auf die Stufe davor: Es gibt noch nichts zu holen.</translation>
    </message>
    <message>
        <source>The worker is done, but the queue behind it is full: the next stage is the slow one.</source>
        <translation>Der Worker ist fertig, aber die Warteschlange dahinter ist voll: Die nächste Stufe ist die langsame.</translation>
    </message>
    <message>
        <source>The worker could compute, but no core is free. As many workers as cores would be just as fast.</source>
        <translation>Der Worker könnte rechnen, aber kein Kern ist frei. So viele Worker wie Kerne wären genauso schnell.</translation>
    </message>
    <message>
        <source>Data is packed, copied and unpacked between processes. Fewer, larger pieces cost less of it.</source>
        <translation>Daten werden zwischen Prozessen verpackt, kopiert und entpackt. Weniger, größere Stücke kosten weniger davon.</translation>
    </message>
    <message>
        <source>What the strategy itself costs between two tasks: handing out the next one and taking back the result.</source>
        <translation>Was die Strategie selbst zwischen zwei Aufgaben kostet: die nächste ausgeben und das Ergebnis entgegennehmen.</translation>
    </message>
    <message>
        <source>The worker is being started; it takes no task yet.</source>
        <translation>Der Worker wird gestartet; er nimmt noch keine Aufgabe.</translation>
    </message>
    <message>
        <source>Nothing is left to do for this worker.</source>
        <translation>Für diesen Worker ist nichts mehr zu tun.</translation>
    </message>
</context>
<context>
    <name>Strategies</name>
    <message>
        <source>One after the other</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>One lane does item after item. The yardstick for all others.</source>
        <translation>Eine Bahn erledigt Element für Element. Der Maßstab für alle anderen.</translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation>Thread-Pool</translation>
    </message>
    <message>
        <source>Threads take items from one queue, first come, first served. Pays when tasks wait, and when they compute and cores are free.</source>
        <translation>Threads holen Elemente aus einer Warteschlange, der Reihe nach. Lohnt sich, wenn Aufgaben warten, und wenn sie rechnen und Kerne frei sind.</translation>
    </message>
    <message>
        <source>Switch interval</source>
        <translation>Umschaltintervall</translation>
    </message>
    <message>
        <source>How long a thread waits for the lock before it asks the holder to let go. Python&apos;s own is 5 ms (sys.setswitchinterval).</source>
        <translation>Wie lange ein Thread auf die Sperre wartet, bevor er den Inhaber bittet, sie abzugeben. In Python sind es 5 ms (sys.setswitchinterval).</translation>
    </message>
    <message>
        <source>Thread pool under Python&apos;s lock</source>
        <translation>Thread-Pool unter Pythons Sperre</translation>
    </message>
    <message>
        <source>Threads that compute one at a time, under a lock that behaves as Python&apos;s global interpreter lock. Pays when tasks wait; who only computes gains nothing.</source>
        <translation>Threads, von denen immer nur einer rechnet, unter einer Sperre, die sich wie Pythons Global Interpreter Lock verhält. Lohnt sich, wenn Aufgaben warten; wer nur rechnet, gewinnt nichts.</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Items that travel to a process together. Larger chunks cost fewer messages; smaller ones share the work more evenly.</source>
        <translation>Elemente, die gemeinsam zu einem Prozess reisen. Größere Pakete kosten weniger Nachrichten; kleinere verteilen die Arbeit gleichmäßiger.</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Chunks that a process may hold at a time, so that it need not wait for the next. Long ones are handed out one by one.</source>
        <translation>Pakete, die ein Prozess zugleich haben darf, damit er nicht auf das nächste warten muss. Lange werden einzeln ausgegeben.</translation>
    </message>
    <message>
        <source>Process pool</source>
        <translation>Prozess-Pool</translation>
    </message>
    <message>
        <source>Processes of their own take the items; what they need and what they give travels as messages. Pays for computing where threads share a lock; starting and copying cost.</source>
        <translation>Eigene Prozesse nehmen sich die Elemente; was sie brauchen und was sie liefern, reist als Nachricht. Lohnt sich beim Rechnen, wo Threads sich eine Sperre teilen; Starten und Kopieren kosten.</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>One thread with many items in flight: while one waits, it goes on with another. Pays when tasks only wait, for little memory; an item that computes or blocks holds up all the others. The number is of items in flight.</source>
        <translation>Ein Thread mit vielen Elementen unterwegs: Während eines wartet, macht er mit einem anderen weiter. Lohnt sich mit wenig Speicher, wenn Aufgaben nur warten; ein Element, das rechnet oder blockiert, hält alle anderen auf. Die Zahl ist die der Elemente unterwegs.</translation>
    </message>
    <message>
        <source>Work stealing</source>
        <translation>Arbeit abnehmen (Work-Stealing)</translation>
    </message>
    <message>
        <source>Threads with a queue each: who has nothing left takes half of what another has. Pays where items are many and small, or differ much. The scheduler is oneTBB&apos;s.</source>
        <translation>Threads mit je einer eigenen Warteschlange: Wer nichts mehr hat, nimmt einem anderen die Hälfte ab. Lohnt sich, wo die Elemente viele und klein sind oder sich stark unterscheiden. Der Scheduler ist der von oneTBB.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Places in the queue in front of the stage. Who puts into a full one waits; 0 is a queue without limit.</source>
        <translation>Plätze in der Warteschlange vor der Stufe. Wer in eine volle einstellt, wartet; 0 ist eine Warteschlange ohne Grenze.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>Workers behind the first stage leave after so long without work, instead of at an end mark. 0 waits for the end mark.</source>
        <translation>Worker hinter der ersten Stufe gehen nach so langer Zeit ohne Arbeit, statt bei einer Endmarke. 0 wartet auf die Endmarke.</translation>
    </message>
    <message>
        <source>Stages joined by queues</source>
        <translation>Stufen, verbunden durch Warteschlangen</translation>
    </message>
    <message>
        <source>Each stage has threads of its own and passes on through a queue. Pays where stages need different numbers of workers; the slowest stage sets the pace.</source>
        <translation>Jede Stufe hat eigene Threads und reicht über eine Warteschlange weiter. Lohnt sich, wo Stufen verschieden viele Worker brauchen; die langsamste Stufe gibt das Tempo vor.</translation>
    </message>
    <message>
        <source>Python, one after the other</source>
        <translation>Python, eins nach dem anderen</translation>
    </message>
    <message>
        <source>The machine&apos;s own Python does item after item. The yardstick for all others in Python.</source>
        <translation>Das Python dieses Rechners bearbeitet Element für Element. Der Maßstab für alle anderen in Python.</translation>
    </message>
    <message>
        <source>Python&apos;s thread pool</source>
        <translation>Pythons Thread-Pool</translation>
    </message>
    <message>
        <source>A ThreadPoolExecutor of the machine&apos;s own Python. Pays when tasks wait; its lock lets one thread compute at a time, unless it is a free-threaded build.</source>
        <translation>Ein ThreadPoolExecutor des Pythons dieses Rechners. Lohnt sich, wenn Aufgaben warten; seine Sperre lässt jeweils nur einen Thread rechnen, außer bei einem free-threaded Build.</translation>
    </message>
    <message>
        <source>Python&apos;s process pool</source>
        <translation>Pythons Prozess-Pool</translation>
    </message>
    <message>
        <source>A ProcessPoolExecutor of the machine&apos;s own Python, each process with a lock of its own. Pays for computing; starting and copying cost more than in a native program.</source>
        <translation>Ein ProcessPoolExecutor des Pythons dieses Rechners, jeder Prozess mit eigener Sperre. Lohnt sich zum Rechnen; Starten und Kopieren kosten mehr als in einem nativen Programm.</translation>
    </message>
</context>
<context>
    <name>Workloads</name>
    <message>
        <source>fetch</source>
        <translation>abrufen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>HTTP-Anfragen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>One request each. A path such as /delay/1 goes to the server on this machine; [1-50] writes out a range.</source>
        <translation>Je eine Anfrage. Ein Pfad wie /delay/1 geht an den Server auf diesem Rechner; [1-50] steht für einen Bereich.</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>A request that takes longer fails. The time scale leaves it alone.</source>
        <translation>Eine Anfrage, die länger dauert, schlägt fehl. Der Zeitfaktor ändert daran nichts.</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Verbinden in</translation>
    </message>
    <message>
        <source>How long a server may take to accept a connection.</source>
        <translation>Wie lange ein Server höchstens brauchen darf, um eine Verbindung anzunehmen.</translation>
    </message>
    <message>
        <source>Largest answer</source>
        <translation>Größte Antwort</translation>
    </message>
    <message>
        <source>A longer answer fails; bytes are counted while they come.</source>
        <translation>Eine längere Antwort schlägt fehl; gezählt wird, während die Bytes eintreffen.</translation>
    </message>
    <message>
        <source>Sum of field</source>
        <translation>Summe über Feld</translation>
    </message>
    <message>
        <source>The name of a number in each JSON answer that is added up, such as price.</source>
        <translation>Der Name einer Zahl in jeder JSON-Antwort, die summiert wird, etwa price.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>How many tasks there are.</source>
        <translation>Wie viele Aufgaben es gibt.</translation>
    </message>
    <message>
        <source>Wait of each</source>
        <translation>Wartezeit je Aufgabe</translation>
    </message>
    <message>
        <source>How long each task waits. The time scale multiplies it.</source>
        <translation>Wie lange jede Aufgabe wartet. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tasks that fail</source>
        <translation>Fehlschlagende Aufgaben</translation>
    </message>
    <message>
        <source>Results and errors</source>
        <translation>Ergebnisse, Fehler</translation>
    </message>
    <message>
        <source>Collected: each result is asked for, which brings each error to light. Forgotten: nobody asks, so nobody learns what failed.</source>
        <translation>Eingesammelt: Jedes Ergebnis wird abgefragt, dadurch kommt jeder Fehler ans Licht. Vergessen: Niemand fragt, also erfährt niemand, was fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>How long the request to /delay/6 may take. The time scale multiplies it, as it does the delay.</source>
        <translation>Wie lange die Anfrage an /delay/6 dauern darf. Der Zeitfaktor multipliziert es, wie auch die Verzögerung.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>process</source>
        <translation>verarbeiten</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>A batch of files</source>
        <translation>Ein Stapel Dateien</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Names of files that need not exist: the work on them is simulated.</source>
        <translation>Namen von Dateien, die es nicht geben muss: Die Arbeit an ihnen wird simuliert.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>How long each file is read. The time scale multiplies it.</source>
        <translation>Wie lange jede Datei gelesen wird. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Verarbeiten</translation>
    </message>
    <message>
        <source>How long each file is processed: a wait too, as in the lesson. The time scale multiplies it.</source>
        <translation>Wie lange jede Datei verarbeitet wird: auch ein Warten, wie in der Lektion. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>How long each result is written. The time scale multiplies it.</source>
        <translation>Wie lange jedes Ergebnis geschrieben wird. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Digests of files</source>
        <translation>Prüfsummen von Dateien</translation>
    </message>
    <message>
        <source>The files to read; they are only read. Empty: files are generated and removed again.</source>
        <translation>Die zu lesenden Dateien; sie werden nur gelesen. Leer: Dateien werden erzeugt und wieder entfernt.</translation>
    </message>
    <message>
        <source>Size of generated files</source>
        <translation>Größe erzeugter Dateien</translation>
    </message>
    <message>
        <source>Of the largest; the others have at least half of it.</source>
        <translation>Der größten; die anderen haben mindestens die Hälfte.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>With subfolders</source>
        <translation>Mit Unterordnern</translation>
    </message>
    <message>
        <source>Takes the files of subfolders too. Links are not followed, and other file systems are not entered.</source>
        <translation>Nimmt auch die Dateien der Unterordner. Verknüpfungen wird nicht gefolgt, andere Dateisysteme werden nicht betreten.</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>dekodieren</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>skalieren</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>kodieren</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>SHA-256 of the thumbnail</source>
        <translation>SHA-256 des Vorschaubilds</translation>
    </message>
    <message>
        <source>Thumbnails of pictures</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Its .jpg and .jpeg files are read, and only read. Empty: pictures are generated and removed again.</source>
        <translation>Die .jpg- und .jpeg-Dateien darin werden gelesen, und nur gelesen. Leer: Bilder werden erzeugt und wieder entfernt.</translation>
    </message>
    <message>
        <source>Megapixels of generated pictures</source>
        <translation>Megapixel erzeugter Bilder</translation>
    </message>
    <message>
        <source>Twelve is what a telephone takes.</source>
        <translation>Zwölf liefert ein Telefon.</translation>
    </message>
    <message>
        <source>The longer side in pixels. The shape is kept, and nothing is made larger.</source>
        <translation>Die längere Seite in Pixeln. Die Form bleibt, und nichts wird vergrößert.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Of the thumbnail&apos;s JPEG, from 1 to 100.</source>
        <translation>Des JPEG-Vorschaubilds, von 1 bis 100.</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Chance of being healthy</source>
        <translation>Chance, gesund zu sein</translation>
    </message>
    <message>
        <source>From 0 to 1. The answers are drawn from the seed, so every strategy gets the same.</source>
        <translation>Von 0 bis 1. Die Antworten werden aus dem Startwert gezogen, jede Strategie bekommt also dieselben.</translation>
    </message>
    <message>
        <source>Database Server</source>
        <translation>Database Server</translation>
    </message>
    <message>
        <source>Web API</source>
        <translation>Web API</translation>
    </message>
    <message>
        <source>Cache Service</source>
        <translation>Cache Service</translation>
    </message>
    <message>
        <source>File Storage</source>
        <translation>File Storage</translation>
    </message>
    <message>
        <source>Email Service</source>
        <translation>Email Service</translation>
    </message>
    <message>
        <source>How long the check of this service takes. The time scale multiplies it.</source>
        <translation>Wie lange die Prüfung dieses Dienstes dauert. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Health of services</source>
        <translation>Zustand von Diensten</translation>
    </message>
    <message>
        <source>Files at most</source>
        <translation>Höchstens so viele Dateien</translation>
    </message>
    <message>
        <source>So many files of the folder are taken, by name.</source>
        <translation>So viele Dateien des Ordners werden genommen, nach Namen geordnet.</translation>
    </message>
    <message>
        <source>Generated files</source>
        <translation>Erzeugte Dateien</translation>
    </message>
    <message>
        <source>How many files are made where no folder is given.</source>
        <translation>Wie viele Dateien erzeugt werden, wenn kein Ordner angegeben ist.</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>rechnen</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Chunk that fails</source>
        <translation>Stück, das fehlschlägt</translation>
    </message>
    <message>
        <source>Its number, from 1 on; 0 for none. It fails alone: the others are finished, and the mean of what there is is called partial.</source>
        <translation>Seine Nummer, von 1 an; 0 für keines. Es schlägt allein fehl: Die anderen werden fertig, und der Mittelwert dessen, was da ist, heißt Teil-Mittelwert.</translation>
    </message>
    <message>
        <source>A list of data in chunks</source>
        <translation>Eine Datenliste in Stücken</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Into how many parts the list is cut. Five on four workers are two rounds.</source>
        <translation>In wie viele Teile die Liste geschnitten wird. Fünf auf vier Workern sind zwei Runden.</translation>
    </message>
    <message>
        <source>Values in each</source>
        <translation>Werte in jedem</translation>
    </message>
    <message>
        <source>How many values v, counted on from chunk to chunk, become v² + 100 · sin v. The lesson has 100,000.</source>
        <translation>Wie viele Werte v, von Stück zu Stück weitergezählt, zu v² + 100 · sin v werden. In der Lektion sind es 100.000.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>Verdoppelt</translation>
    </message>
    <message>
        <source>Doublings</source>
        <translation>Verdopplungen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Glieder</translation>
    </message>
    <message>
        <source>Heavy computing</source>
        <translation>Schweres Rechnen</translation>
    </message>
    <message>
        <source>How many parts the work has, all of one size.</source>
        <translation>Wie viele Teile die Arbeit hat, alle gleich groß.</translation>
    </message>
    <message>
        <source>Items in each</source>
        <translation>Glieder in jedem</translation>
    </message>
    <message>
        <source>For how many numbers each chunk adds (sin i · cos i + √(i + 1)) · ln(i + 1), from 0 on.</source>
        <translation>Für wie viele Zahlen jedes Stück (sin i · cos i + √(i + 1)) · ln(i + 1) addiert, von 0 an.</translation>
    </message>
    <message>
        <source>The codec keeps the GIL</source>
        <translation>Codec behält den GIL</translation>
    </message>
    <message>
        <source>Whether decoding, scaling and encoding keep the lock of the interpreter. Many libraries give it back meanwhile; code in Python itself cannot. It makes a difference under gil-threads alone.</source>
        <translation>Ob Dekodieren, Verkleinern und Kodieren die Sperre des Interpreters behalten. Viele Bibliotheken geben sie solange zurück; in Python selbst geschriebener Code kann es nicht. Einen Unterschied macht es nur unter gil-threads.</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>vorhersagen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Samples per class</source>
        <translation>Proben je Klasse</translation>
    </message>
    <message>
        <source>Checksum of the outputs</source>
        <translation>Prüfsumme der Ausgaben</translation>
    </message>
    <message>
        <source>Predictions of a neural network</source>
        <translation>Vorhersagen eines neuronalen Netzes</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>How many batches there are; each is a task.</source>
        <translation>Wie viele Stapel es gibt; jeder ist eine Aufgabe.</translation>
    </message>
    <message>
        <source>Samples in each</source>
        <translation>Proben in jedem</translation>
    </message>
    <message>
        <source>How many predictions a batch takes. Samples and weights are drawn from the seed.</source>
        <translation>Wie viele Vorhersagen ein Stapel verlangt. Proben und Gewichte werden aus dem Startwert gezogen.</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Big payloads</source>
        <translation>Große Nutzlasten</translation>
    </message>
    <message>
        <source>Size of each array</source>
        <translation>Größe jedes Feldes</translation>
    </message>
    <message>
        <source>What each task carries to its worker. Try 1, 8 and 64 million bytes: copying grows with them as the work does, so more data makes processes no better.</source>
        <translation>Was jede Aufgabe zu ihrem Worker trägt. 1, 8 und 64 Millionen Bytes versuchen: Das Kopieren wächst mit ihnen wie die Arbeit, mehr Daten machen Prozesse also nicht besser.</translation>
    </message>
    <message>
        <source>Sums of squares</source>
        <translation>Summen von Quadraten</translation>
    </message>
    <message>
        <source>Numbers in each</source>
        <translation>Zahlen in jeder</translation>
    </message>
    <message>
        <source>How many squares each task adds, from 0² on. The sum is kept modulo 2⁶⁴, and each step needs the one before it, so that no compiler finds a shorter way.</source>
        <translation>Wie viele Quadrate jede Aufgabe addiert, von 0² an. Die Summe wird modulo 2⁶⁴ geführt, und jeder Schritt braucht den vorigen, damit kein Compiler einen kürzeren Weg findet.</translation>
    </message>
    <message>
        <source>Tiny tasks</source>
        <translation>Winzige Aufgaben</translation>
    </message>
    <message>
        <source>How many numbers each task adds, from 0 on: a thousand take less than a thousandth of what it takes to start a process.</source>
        <translation>Wie viele Zahlen jede Aufgabe addiert, von 0 an: Tausend brauchen weniger als ein Tausendstel dessen, was der Start eines Prozesses braucht.</translation>
    </message>
    <message>
        <source>Thumbnail, pixels</source>
        <translation>Vorschaubild, Pixel</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>assemble</source>
        <translation>Montieren</translation>
    </message>
    <message>
        <source>inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Assembly line</source>
        <translation>Fließband</translation>
    </message>
    <message>
        <source>Number of items</source>
        <translation>Anzahl der Elemente</translation>
    </message>
    <message>
        <source>How many items pass the stations.</source>
        <translation>Wie viele Elemente durch die Stationen gehen.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>How long an item is at the first station. The time scale multiplies it.</source>
        <translation>Wie lange ein Element an der ersten Station ist. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Assembling</source>
        <translation>Montieren</translation>
    </message>
    <message>
        <source>How long an item is at the second station. The time scale multiplies it.</source>
        <translation>Wie lange ein Element an der zweiten Station ist. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>How long an item is at the last station. The time scale multiplies it.</source>
        <translation>Wie lange ein Element an der letzten Station ist. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>From 0 (every item takes the same) to 0.95: by what share an item may take longer or shorter. Drawn from the seed.</source>
        <translation>Von 0 (jedes Element dauert gleich lang) bis 0,95: um welchen Anteil ein Element länger oder kürzer dauern darf. Aus dem Startwert gezogen.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Database queries</source>
        <translation>Datenbankabfragen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>How many there are: in turn a lookup, a join with sums, and a scan of a range.</source>
        <translation>Wie viele es sind: abwechselnd ein Nachschlagen, ein Verbund mit Summen und die Durchsicht eines Bereichs.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>How many the pool has; a query that finds none free waits. Each worker process has a pool of its own.</source>
        <translation>Wie viele der Pool hat; eine Abfrage, die keine freie findet, wartet. Jeder Worker-Prozess hat einen eigenen Pool.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Of the generated database.</source>
        <translation>In der erzeugten Datenbank.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Of the generated database. More of them make the queries longer.</source>
        <translation>In der erzeugten Datenbank. Mehr davon machen die Abfragen länger.</translation>
    </message>
    <message>
        <source>analyse</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Value of the option</source>
        <translation>Wert der Option</translation>
    </message>
    <message>
        <source>Prices: fetch, analyse, save</source>
        <translation>Preise als Fließband</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>How many prices there are. The server on this machine takes 1 s for each; the time scale multiplies it.</source>
        <translation>Wie viele Preise es sind. Der Server auf diesem Rechner braucht für jeden 1 s; der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Simulated years</source>
        <translation>Simulierte Jahre</translation>
    </message>
    <message>
        <source>How often the analysis of a price lets a year pass to value the right to buy it at today&apos;s price.</source>
        <translation>Wie oft die Auswertung eines Preises ein Jahr vergehen lässt, um das Recht zu bewerten, zum heutigen Preis zu kaufen.</translation>
    </message>
    <message>
        <source>produce</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>consume</source>
        <translation>Verbrauchen</translation>
    </message>
    <message>
        <source>Producing</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Consuming</source>
        <translation>Verbrauchen</translation>
    </message>
    <message>
        <source>Each item&apos;s own duration is drawn between the shortest and the longest, from the seed. The time scale multiplies it.</source>
        <translation>Die Dauer jedes Elements wird zwischen der kürzesten und der längsten aus dem Startwert gezogen. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>Producer and consumer</source>
        <translation>Erzeuger und Verbraucher</translation>
    </message>
    <message>
        <source>How many items are produced.</source>
        <translation>Wie viele Elemente erzeugt werden.</translation>
    </message>
    <message>
        <source>Producing, shortest</source>
        <translation>Erzeugen, kürzestens</translation>
    </message>
    <message>
        <source>Producing, longest</source>
        <translation>Erzeugen, längstens</translation>
    </message>
    <message>
        <source>Consuming, shortest</source>
        <translation>Verbrauchen, kürzestens</translation>
    </message>
    <message>
        <source>Consuming, longest</source>
        <translation>Verbrauchen, längstens</translation>
    </message>
    <message>
        <source>The consumer fails at its start</source>
        <translation>Der Verbraucher scheitert beim Start</translation>
    </message>
    <message>
        <source>As in the lesson&apos;s own slip: the worker ends before its first item, and so does every other that is to consume.</source>
        <translation>Wie beim Versehen in der Lektion: Der Worker endet vor seinem ersten Element, und ebenso jeder andere, der verbrauchen soll.</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>collect</source>
        <translation>Einsammeln</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Shared work</source>
        <translation>Geteilte Arbeit</translation>
    </message>
    <message>
        <source>Complexity up to</source>
        <translation>Schwierigkeit bis</translation>
    </message>
    <message>
        <source>Each task&apos;s own is drawn between 1 and this, from the seed.</source>
        <translation>Die jeder Aufgabe wird zwischen 1 und diesem Wert aus dem Startwert gezogen.</translation>
    </message>
    <message>
        <source>Work for each step</source>
        <translation>Arbeit je Schritt</translation>
    </message>
    <message>
        <source>A task takes this times its complexity. The time scale multiplies it.</source>
        <translation>Eine Aufgabe dauert so lange mal ihre Schwierigkeit. Der Zeitfaktor multipliziert es.</translation>
    </message>
    <message>
        <source>The same for the Python strategies. Python computes many times slower than native code, so it has a number of its own, its own baseline and its own results; the two are never compared.</source>
        <translation>Dasselbe für die Python-Strategien. Python rechnet um ein Vielfaches langsamer als nativer Code; darum hat es eine eigene Zahl, einen eigenen Maßstab und eigene Ergebnisse; beide werden nie verglichen.</translation>
    </message>
    <message>
        <source>in Python</source>
        <translation>in Python</translation>
    </message>
    <message>
        <source>Late after each wait</source>
        <translation>Verspätung nach jedem Warten</translation>
    </message>
    <message>
        <source>One waits beside one that computes</source>
        <translation>Eine wartet neben einer, die rechnet</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>How often the first task waits.</source>
        <translation>Wie oft die erste Aufgabe wartet.</translation>
    </message>
    <message>
        <source>Length of a wait</source>
        <translation>Länge eines Wartens</translation>
    </message>
    <message>
        <source>How long each of its waits is. The time scale multiplies it.</source>
        <translation>Wie lang jedes Warten ist. Der Zeitmaßstab multipliziert es.</translation>
    </message>
    <message>
        <source>How long the second task computes: as long as the first one&apos;s waits last, or some of them have no company.</source>
        <translation>Wie lange die zweite Aufgabe rechnet: so lange, wie das Warten der ersten dauert, sonst bleibt manches ohne Gesellschaft.</translation>
    </message>
    <message>
        <source>Work cut into tasks</source>
        <translation>Arbeit, in Aufgaben zerlegt</translation>
    </message>
    <message>
        <source>Computing of all</source>
        <translation>Rechnen insgesamt</translation>
    </message>
    <message>
        <source>How long one core computes at all tasks together. How much that is, is measured on this machine before the first run; all strategies are given the same.</source>
        <translation>Wie lange ein Kern an allen Aufgaben zusammen rechnet. Wie viel das ist, wird auf diesem Rechner vor dem ersten Lauf gemessen; alle Strategien bekommen dasselbe.</translation>
    </message>
    <message>
        <source>Wait : compute</source>
        <translation>Warten : Rechnen</translation>
    </message>
    <message>
        <source>How many times as long as it computes a task then waits. 0: it only computes. The time scale multiplies the wait, so at any other than 1 the ratio is another.</source>
        <translation>Wie viel Mal so lange, wie sie rechnet, eine Aufgabe danach wartet. 0: Sie rechnet nur. Der Zeitmaßstab multipliziert das Warten, also ist das Verhältnis bei jedem anderen als 1 ein anderes.</translation>
    </message>
</context>
<context>
    <name>overlap::charts::CrossoverChart</name>
    <message>
        <source>Crossover</source>
        <translation>Schnittpunkt</translation>
    </message>
    <message>
        <source>Where one strategy overtakes the other stands here once it was sought.</source>
        <translation>Wo eine Strategie die andere überholt, steht hier, sobald danach gesucht wurde.</translation>
    </message>
</context>
<context>
    <name>overlap::charts::DecisionTree</name>
    <message>
        <source>Decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
</context>
<context>
    <name>overlap::charts::GanttChart</name>
    <message>
        <source>Worker lanes</source>
        <translation>Bahnen der Worker</translation>
    </message>
    <message>
        <source>Press Run and the lanes fill here.</source>
        <translation>„Starten“ drücken, dann füllen sich hier die Bahnen.</translation>
    </message>
    <message>
        <source>Scroll the bands</source>
        <translation>Durch die Bahnen blättern</translation>
    </message>
</context>
<context>
    <name>overlap::charts::LatenciesChart</name>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>How long each single item took stands here once something has run.</source>
        <translation>Hier steht, wie lange jedes einzelne Element gebraucht hat, sobald etwas gelaufen ist.</translation>
    </message>
</context>
<context>
    <name>overlap::charts::LedgerChart</name>
    <message>
        <source>Where time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>What the workers did with their time appears here, one bar per strategy. Press Run.</source>
        <translation>Was die Worker mit ihrer Zeit taten, erscheint hier, ein Balken je Strategie. „Starten“ drücken.</translation>
    </message>
</context>
<context>
    <name>overlap::charts::RowsChart</name>
    <message>
        <source>Scroll the rows</source>
        <translation>Durch die Zeilen blättern</translation>
    </message>
</context>
<context>
    <name>overlap::charts::ScalingChart</name>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>How times change with the swept value stands here once a sweep has run.</source>
        <translation>Wie sich die Zeiten mit dem veränderten Wert ändern, steht hier, sobald eine Messreihe gelaufen ist.</translation>
    </message>
</context>
<context>
    <name>overlap::charts::TimingsChart</name>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>The times of the strategies stand here side by side once something has run.</source>
        <translation>Hier stehen die Zeiten der Strategien nebeneinander, sobald etwas gelaufen ist.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::AdvisorAnswer</name>
    <message>
        <source>In Python</source>
        <translation>In Python</translation>
    </message>
    <message>
        <source>In native code</source>
        <translation>In nativem Code</translation>
    </message>
    <message>
        <source>No strategy of Python&apos;s does that here; in native code there is one.</source>
        <translation>Keine Python-Strategie kann das hier; in nativem Code gibt es eine.</translation>
    </message>
    <message>
        <source>As a strategy here: %1</source>
        <translation>Als Strategie hier: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
    <message>
        <source>Say %1.</source>
        <translation>Dazusagen, %1.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The lesson&apos;s own answer</source>
        <translation>Die Antwort der Lektion</translation>
    </message>
    <message>
        <source>To be surer</source>
        <translation>Um sicherer zu sein</translation>
    </message>
</context>
<context>
    <name>overlap::gui::AdvisorCrossover</name>
    <message>
        <source>Where does one overtake the other?</source>
        <translation>Wo überholt eine die andere?</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Verändern</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Was sich verändert</translation>
    </message>
    <message>
        <source>Lower end of the range</source>
        <translation>Unteres Ende des Bereichs</translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation>Oberes Ende des Bereichs</translation>
    </message>
    <message>
        <source>The one strategy</source>
        <translation>Die eine Strategie</translation>
    </message>
    <message>
        <source>The other strategy</source>
        <translation>Die andere Strategie</translation>
    </message>
    <message>
        <source>Crossover</source>
        <translation>Schnittpunkt</translation>
    </message>
    <message>
        <source>Measures the ends of the range and halves it where the faster one changes: at most ten values, ten blocks each. On the command line: %1</source>
        <translation>Misst die Enden des Bereichs und halbiert ihn, wo die schnellere wechselt: höchstens zehn Werte mit je zehn Blöcken. Auf der Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Seek it with real runs</source>
        <translation>Mit echten Läufen suchen</translation>
    </message>
    <message>
        <source>At most ten values of the range, ten blocks each</source>
        <translation>Höchstens zehn Werte des Bereichs mit je zehn Blöcken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep what is measured</source>
        <translation>Anhalten und behalten, was gemessen ist</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Where one strategy overtakes the other appears here, value by value.</source>
        <translation>Wo eine Strategie die andere überholt, erscheint hier Wert für Wert.</translation>
    </message>
    <message>
        <source>A crossover is being sought. Experiments wait until that has ended: measuring both at once would spoil both.</source>
        <translation>Ein Schnittpunkt wird gesucht. Experimente warten, bis das zu Ende ist: Beides zugleich zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>This work has no figure that could vary.</source>
        <translation>Diese Arbeit hat keine Zahl, die sich verändern ließe.</translation>
    </message>
    <message>
        <source>Each value that is tried is an experiment of its own: both strategies in ten blocks.</source>
        <translation>Jeder Wert, der versucht wird, ist ein eigenes Experiment: beide Strategien in zehn Blöcken.</translation>
    </message>
    <message>
        <source>“%1”: one figure of the work varies; found by halving the range, with real runs.</source>
        <translation>„%1“: Eine Zahl der Arbeit verändert sich; gefunden durch Halbieren des Bereichs, mit echten Läufen.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::AdvisorMeasured</name>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>größter Speicherbedarf</translation>
    </message>
    <message>
        <source>latency of the slow items</source>
        <translation>Latenz der langsamen Elemente</translation>
    </message>
    <message>
        <source>By which of the four costs a strategy is recommended. All four are measured, so it can be changed afterwards. On the command line: %1</source>
        <translation>Nach welchen der vier Kosten eine Strategie empfohlen wird. Gemessen werden alle vier, darum lässt es sich danach noch ändern. Auf der Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Forecasts and what was measured</source>
        <translation>Vorhersagen und was gemessen wurde</translation>
    </message>
    <message>
        <source>Measure and recommend</source>
        <translation>Messen und empfehlen</translation>
    </message>
    <message>
        <source>Forecasts every candidate, then runs all of them in ten blocks</source>
        <translation>Sagt jede Strategie vorher, die in Frage kommt, und lässt dann alle in zehn Blöcken laufen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep what is measured</source>
        <translation>Anhalten und behalten, was gemessen ist</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The advisor is measuring. Experiments wait until that has ended: measuring both at once would spoil both.</source>
        <translation>Der Ratgeber misst. Experimente warten, bis das zu Ende ist: Beides zugleich zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Chooses it among the strategies of the experiment; Run shows its lanes</source>
        <translation>Wählt sie unter den Strategien des Experiments; „Starten“ zeigt ihre Bahnen</translation>
    </message>
    <message>
        <source>Which strategy, and how many workers, for “%1”?</source>
        <translation>Welche Strategie und wie viele Worker für „%1“?</translation>
    </message>
    <message>
        <source>Measured with “%1” in %2 blocks.</source>
        <translation>Gemessen mit „%1“ in %2 Blöcken.</translation>
    </message>
    <message>
        <source>%1 of %2 forecasts came true.</source>
        <translation>%1 von %2 Vorhersagen trafen ein.</translation>
    </message>
    <message>
        <source>Stopped before the end. %1</source>
        <translation>Vor dem Ende angehalten. %1</translation>
    </message>
    <message>
        <source>The forecasts stand, before any of them has run. The runs take about %1.</source>
        <translation>Die Vorhersagen stehen, ehe eine der Strategien gelaufen ist. Die Läufe dauern etwa %1.</translation>
    </message>
    <message>
        <source>The work is measured once, one item after the other.</source>
        <translation>Die Arbeit wird einmal gemessen, ein Element nach dem anderen.</translation>
    </message>
    <message>
        <source>The experiment that is open in the window: its work is measured once, every candidate is forecast, and then all of them run and have to prove it.</source>
        <translation>Das Experiment, das im Fenster offen ist: Seine Arbeit wird einmal gemessen, jede Strategie, die in Frage kommt, vorhergesagt, und dann laufen alle und müssen es beweisen.</translation>
    </message>
    <message>
        <source>What the lesson&apos;s tree says of such work: %1</source>
        <translation>Was der Entscheidungsbaum der Lektion zu solcher Arbeit sagt: %1</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>%1 is as good in everything, and better in something</source>
        <translation>%1 ist in allem ebenso gut und in etwas besser</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>Zweitbeste</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>Vergleichsbasis</translation>
    </message>
    <message>
        <source>not surely 5 % apart</source>
        <translation>nicht sicher 5 % auseinander</translation>
    </message>
</context>
<context>
    <name>overlap::gui::AdvisorPage</name>
    <message>
        <source>Describe your work</source>
        <translation>Beschreibe deine Arbeit</translation>
    </message>
    <message>
        <source>The way through these questions lights up as you type. Or begin with an example.</source>
        <translation>Beim Tippen leuchtet der Weg durch diese Fragen auf. Oder beginne mit einem Beispiel.</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>First put right what is marked above.</source>
        <translation>Berichtige zuerst, was oben markiert ist.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Opens a preset with work of that kind and runs it</source>
        <translation>Öffnet ein fertiges Experiment mit Arbeit dieser Art und startet es</translation>
    </message>
    <message>
        <source>Try it: run “%1”</source>
        <translation>Ausprobieren: „%1“ starten</translation>
    </message>
    <message>
        <source>Work of that kind, measured here: %1 beside others.</source>
        <translation>Arbeit dieser Art, hier gemessen: %1 neben anderen.</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Ratgeber</translation>
    </message>
    <message>
        <source>Describe your work: the lesson&apos;s decision tree says whether threads, processes, queues or nothing of it fit, and why. On the command line: %1</source>
        <translation>Beschreibe deine Arbeit: Der Entscheidungsbaum der Lektion sagt, ob Threads, Prozesse, Warteschlangen oder nichts davon passt, und warum. Auf der Kommandozeile: %1</translation>
    </message>
    <message>
        <source>Advisor: what fits your own work</source>
        <translation>Ratgeber: was zu deiner Arbeit passt</translation>
    </message>
    <message>
        <source>Not sure? Ask the advisor</source>
        <translation>Unsicher? Den Ratgeber fragen</translation>
    </message>
    <message>
        <source>Describe your work, and see which way through the decision tree it takes</source>
        <translation>Beschreibe deine Arbeit und sieh, welchen Weg sie durch den Entscheidungsbaum nimmt</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Threads, processes, queues, or nothing of it?</source>
        <translation>Threads, Prozesse, Warteschlangen oder nichts davon?</translation>
    </message>
    <message>
        <source>Your words go through the lesson&apos;s decision tree. That is advice; only a measurement tells how much it gains.</source>
        <translation>Deine Wörter gehen durch den Entscheidungsbaum der Lektion. Das ist ein Rat; was er bringt, sagt erst eine Messung.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy question and answer as text</source>
        <translation>Frage und Antwort als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Crossover</source>
        <translation>Schnittpunkt</translation>
    </message>
</context>
<context>
    <name>overlap::gui::AdvisorQuestion</name>
    <message>
        <source>Web pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Download 50 web pages</source>
        <translation>50 Webseiten herunterladen</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Resize 1000 images</source>
        <translation>1000 Bilder verkleinern</translation>
    </message>
    <message>
        <source>Large file</source>
        <translation>Große Datei</translation>
    </message>
    <message>
        <source>Process 10GB CSV file</source>
        <translation>10-GB-CSV-Datei verarbeiten</translation>
    </message>
    <message>
        <source>Prime numbers</source>
        <translation>Primzahlen</translation>
    </message>
    <message>
        <source>Calculate prime numbers</source>
        <translation>Primzahlen berechnen</translation>
    </message>
    <message>
        <source>Quick lookup</source>
        <translation>Kurze Abfrage</translation>
    </message>
    <message>
        <source>Quick database lookup</source>
        <translation>Kurz in der Datenbank nachschlagen</translation>
    </message>
    <message>
        <source>Assembly line</source>
        <translation>Fließband</translation>
    </message>
    <message>
        <source>Fetch prices, then analyse them, then save them</source>
        <translation>Preise abrufen, dann auswerten, danach speichern</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Läuft als</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>CPython, which the lesson speaks of</source>
        <translation>CPython, von dem die Lektion spricht</translation>
    </message>
    <message>
        <source>Native code</source>
        <translation>Nativer Code</translation>
    </message>
    <message>
        <source>C, C++, Rust, Go: compiled, and without a lock around it</source>
        <translation>C, C++, Rust, Go: übersetzt und ohne eine Sperre darum</translation>
    </message>
    <message>
        <source>Your work</source>
        <translation>Deine Arbeit</translation>
    </message>
    <message>
        <source>In a sentence: what has to be done, how often, to what</source>
        <translation>In einem Satz: was zu tun ist, wie oft, womit</translation>
    </message>
    <message>
        <source>Your work, in a sentence</source>
        <translation>Deine Arbeit, in einem Satz</translation>
    </message>
    <message>
        <source>In your own words, English or German. Words such as download or calculate tell what takes the time.</source>
        <translation>In eigenen Worten, deutsch oder englisch. Wörter wie herunterladen oder berechnen verraten, was die Zeit braucht.</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>All of it takes</source>
        <translation>Alles dauert</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>How long all of it takes</source>
        <translation>Wie lange alles dauert</translation>
    </message>
    <message>
        <source>All tasks together, done one after the other. Below 0.1 s it is not worth starting workers.</source>
        <translation>Alle Aufgaben zusammen, nacheinander erledigt. Unter 0,1 s lohnt es nicht, Worker zu starten.</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Einheit der Zeit</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Data of a task</source>
        <translation>Daten je Aufgabe</translation>
    </message>
    <message>
        <source>How much data a task gets</source>
        <translation>Wie viele Daten eine Aufgabe bekommt</translation>
    </message>
    <message>
        <source>What each task is given. Where it is large, copying it to a process costs more than it gains.</source>
        <translation>Was jede Aufgabe mitbekommt. Sind es große Daten, kostet das Kopieren zu einem Prozess mehr, als er bringt.</translation>
    </message>
    <message>
        <source>tiny</source>
        <translation>winzig</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>One thread computes at a time, because of Python&apos;s lock.</source>
        <translation>Wegen Pythons Sperre rechnet immer nur ein Thread.</translation>
    </message>
    <message>
        <source>Threads compute side by side.</source>
        <translation>Threads rechnen nebeneinander.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ChartContent</name>
    <message>
        <source>work: 1 item</source>
        <translation>Arbeit: 1 Element</translation>
    </message>
    <message>
        <source>work: %1 items</source>
        <translation>Arbeit: %1 Elemente</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Thin lines: the run before.</source>
        <translation>Dünne Linien: der Lauf davor.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed, as meant</source>
        <translation>%1 fehlgeschlagen, wie gewollt</translation>
    </message>
    <message>
        <source>The first block was disturbed by something else on this machine: it runs anew at the end.</source>
        <translation>Der erste Block wurde von etwas anderem auf diesem Rechner gestört: Er läuft am Ende noch einmal.</translation>
    </message>
    <message>
        <source>All %1 blocks so far were disturbed by something else on this machine: they run anew at the end.</source>
        <translation>Alle bisherigen %1 Blöcke wurden von etwas anderem auf diesem Rechner gestört: Sie laufen am Ende noch einmal.</translation>
    </message>
    <message>
        <source>work: %1</source>
        <translation>Arbeit: %1</translation>
    </message>
    <message>
        <source>opened from a file</source>
        <translation>aus einer Datei geöffnet</translation>
    </message>
    <message>
        <source>opened from a file, recorded by %1</source>
        <translation>aus einer Datei geöffnet, aufgezeichnet von %1</translation>
    </message>
    <message>
        <source>One run of each, as the file has it.</source>
        <translation>Je ein Lauf, wie ihn die Datei hat.</translation>
    </message>
    <message>
        <source>%1, selected in the lanes</source>
        <translation>%1, in den Bahnen ausgewählt</translation>
    </message>
    <message>
        <source>The runs that stand in the lanes, and of them this stretch alone: workers × its length.</source>
        <translation>Die Läufe, die in den Bahnen stehen, und von ihnen nur diese Spanne: Worker × ihre Länge.</translation>
    </message>
    <message>
        <source>Of the runs that stand in the lanes, the items that ended in this stretch, each with its whole time.</source>
        <translation>Von den Läufen in den Bahnen die Elemente, die in dieser Spanne endeten, jedes mit seiner ganzen Zeit.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::CompareMenu</name>
    <message>
        <source>Compare the lanes with</source>
        <translation>Die Bahnen vergleichen mit</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The run before</source>
        <translation>Der Lauf davor</translation>
    </message>
    <message>
        <source>the run before</source>
        <translation>der Lauf davor</translation>
    </message>
    <message>
        <source>There is no other run to compare with yet. Run the experiment once more.</source>
        <translation>Es gibt noch keinen anderen Lauf zum Vergleichen. Das Experiment noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Runs of more than %1 tasks are drawn behind each other and not compared task by task.</source>
        <translation>Läufe von mehr als %1 Aufgaben werden hintereinander gezeichnet und nicht Aufgabe für Aufgabe verglichen.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ContextHelp</name>
    <message>
        <source>Close (F1)</source>
        <translation>Schließen (F1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Point at something, or go there with Tab, and this line says what it is. F1 closes it again.</source>
        <translation>Auf etwas zeigen oder mit Tab hingehen, dann sagt diese Zeile, was es ist. F1 schließt sie wieder.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::CountField</name>
    <message>
        <source>One less</source>
        <translation>Einer weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Einer mehr</translation>
    </message>
</context>
<context>
    <name>overlap::gui::DifferencesPanel</name>
    <message>
        <source>Differences between runs</source>
        <translation>Unterschiede zwischen Läufen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Differences&lt;/b&gt;&lt;br&gt;The same tasks in another run, matched by item and stage, largest difference first. A row lights its item in the lanes; Enter or a double click brings it into view there.</source>
        <translation>&lt;b&gt;Unterschiede&lt;/b&gt;&lt;br&gt;Dieselben Aufgaben in einem anderen Lauf, zugeordnet nach Element und Stufe, der größte Unterschied zuerst. Eine Zeile beleuchtet ihr Element in den Bahnen; Eingabe oder Doppelklick bringt es dort ins Bild.</translation>
    </message>
    <message>
        <source>Here stands how each task differs from the same task in another run. Choose one in the menu View under “Compare the lanes with”.</source>
        <translation>Hier steht, wie sich jede Aufgabe von derselben Aufgabe in einem anderen Lauf unterscheidet. Einen wählen: im Menü Ansicht unter „Die Bahnen vergleichen mit“.</translation>
    </message>
    <message>
        <source>Compared with %1, task by task</source>
        <translation>Verglichen mit %1, Aufgabe für Aufgabe</translation>
    </message>
    <message>
        <source>Tasks in both: %1, only here: %2, only there: %3.</source>
        <translation>Aufgaben in beiden: %1, nur hier: %2, nur dort: %3.</translation>
    </message>
    <message>
        <source>Of %1 tasks the %2 that differ most stand here.</source>
        <translation>Von %1 Aufgaben stehen hier die %2, die sich am meisten unterscheiden.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::DocumentFlow</name>
    <message>
        <source>%1 (new)[*] – Overlap</source>
        <translation>%1 (neu)[*] – Overlap</translation>
    </message>
    <message>
        <source>%1[*] – Overlap</source>
        <translation>%1[*] – Overlap</translation>
    </message>
    <message>
        <source>Experiments (*.overlap.json *.json)</source>
        <translation>Experimente (*.overlap.json *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>“%1” has changes that no file has. Save them first?</source>
        <translation>„%1“ hat Änderungen, die in keiner Datei stehen. Zuerst speichern?</translation>
    </message>
    <message>
        <source>A window holds one experiment: give it one file at a time.</source>
        <translation>Ein Fenster fasst ein Experiment: immer nur eine Datei geben.</translation>
    </message>
    <message>
        <source>Not opened. %1</source>
        <translation>Nicht geöffnet. %1</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Open an experiment or a run</source>
        <translation>Ein Experiment oder einen Lauf öffnen</translation>
    </message>
    <message>
        <source>Experiments and runs (*.overlap.json *.json *.timeline)</source>
        <translation>Experimente und Läufe (*.overlap.json *.json *.timeline)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::EnvironmentCard</name>
    <message>
        <source>The machine when this was measured</source>
        <translation>Der Rechner, als dies gemessen wurde</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy these lines as text</source>
        <translation>Diese Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ExportMenu</name>
    <message>
        <source>Lanes as image…</source>
        <translation>Bahnen als Bild&#x202f;…</translation>
    </message>
    <message>
        <source>Timings as image…</source>
        <translation>Zeiten als Bild&#x202f;…</translation>
    </message>
    <message>
        <source>Copy lanes</source>
        <translation>Bahnen kopieren</translation>
    </message>
    <message>
        <source>Copy timings</source>
        <translation>Zeiten kopieren</translation>
    </message>
    <message>
        <source>Report (JSON)…</source>
        <translation>Bericht (JSON)&#x202f;…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Runs (CSV)…</source>
        <translation>Läufe (CSV)&#x202f;…</translation>
    </message>
    <message>
        <source>Save the runs</source>
        <translation>Läufe speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation>Diagramm nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Chart copied to the clipboard</source>
        <translation>Diagramm in die Zwischenablage kopiert</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Latencies as image…</source>
        <translation>Latenzen als Bild&#x202f;…</translation>
    </message>
    <message>
        <source>Copy latencies</source>
        <translation>Latenzen kopieren</translation>
    </message>
    <message>
        <source>Where time went as image…</source>
        <translation>Wo die Zeit blieb als Bild…</translation>
    </message>
    <message>
        <source>Copy where time went</source>
        <translation>Wo die Zeit blieb kopieren</translation>
    </message>
    <message>
        <source>PNG image, %1 × %2 (*.png)</source>
        <translation>PNG-Bild, %1 × %2 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Scaling as image…</source>
        <translation>Skalierung als Bild …</translation>
    </message>
    <message>
        <source>Copy scaling</source>
        <translation>Skalierung kopieren</translation>
    </message>
    <message>
        <source>Trace (JSON)…</source>
        <translation>Trace (JSON) …</translation>
    </message>
    <message>
        <source>The lanes for other programs that show traces, such as Perfetto and speedscope.</source>
        <translation>Die Bahnen für andere Programme, die Traces zeigen, etwa Perfetto und speedscope.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::FileDrop</name>
    <message>
        <source>Drop to open “%1”</source>
        <translation>Loslassen, um „%1“ zu öffnen</translation>
    </message>
    <message>
        <source>One file at a time</source>
        <translation>Eine Datei auf einmal</translation>
    </message>
</context>
<context>
    <name>overlap::gui::FileMenu</name>
    <message>
        <source>New from this preset</source>
        <translation>Neu aus dieser Vorlage</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen&#x202f;…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter&#x202f;…</translation>
    </message>
    <message>
        <source>Back to how the preset was</source>
        <translation>Zurück zur Vorlage</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 weggelassen</translation>
    </message>
    <message>
        <source>workers, %1</source>
        <translation>Worker, %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>time scale</source>
        <translation>Zeitfaktor</translation>
    </message>
    <message>
        <source>back to how the preset was</source>
        <translation>zurück zur Vorlage</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>options of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>what varies</source>
        <translation>was sich ändert</translation>
    </message>
    <message>
        <source>Save run…</source>
        <translation>Lauf sichern …</translation>
    </message>
    <message>
        <source>The lanes that are shown, as a file that this window opens again at once, however long the run was.</source>
        <translation>Die Bahnen, die gezeigt werden, als Datei, die dieses Fenster sofort wieder öffnet, wie lang der Lauf auch war.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#x202f;…</translation>
    </message>
    <message>
        <source>Choose a folder, or drop one here</source>
        <translation>Ordner wählen oder hier ablegen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Generated files</source>
        <translation>Erzeugte Dateien</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ForecastContent</name>
    <message>
        <source>Predict: a machine with 1 core</source>
        <translation>Vorhersage: ein Rechner mit 1 Kern</translation>
    </message>
    <message>
        <source>Predict: a machine with %1 cores</source>
        <translation>Vorhersage: ein Rechner mit %1 Kernen</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>vorhergesagt %1</translation>
    </message>
</context>
<context>
    <name>overlap::gui::GalleryPanel</name>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>No experiment has these words in its name.</source>
        <translation>Kein Experiment hat diese Wörter im Namen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Search&lt;/b&gt;&lt;br&gt;Leaves the experiments whose name has these words; Enter opens the first, Escape clears. Ctrl+F comes here.</source>
        <translation>&lt;b&gt;Suche&lt;/b&gt;&lt;br&gt;Zeigt nur Experimente mit diesen Wörtern im Namen; die Eingabetaste öffnet das erste, Escape leert das Feld. Strg+F führt hierher.</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>&lt;b&gt;Experiments&lt;/b&gt;&lt;br&gt;Ready experiments by chapter, and your own files below them. What you change in a preset stays until the program ends; to keep it, save it as a file.</source>
        <translation>&lt;b&gt;Experimente&lt;/b&gt;&lt;br&gt;Fertige Experimente nach Kapiteln, darunter eigene Dateien. Änderungen an einer Vorlage bleiben bis zum Programmende; auf Dauer als Datei speichern.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::GilCheckPage</name>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Threads that compute share the time of one: two of them gain nothing.</source>
        <translation>Rechnende Threads teilen sich die Zeit eines einzigen: Zwei davon gewinnen nichts.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Waits of 2, 8 and 32 threads take place at once, because who waits gives the lock back.</source>
        <translation>2, 8 und 32 Threads warten gleichzeitig, denn wer wartet, gibt die Sperre zurück.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Am Stück</translation>
    </message>
    <message>
        <source>How long a thread computes before it hands the lock to another.</source>
        <translation>Wie lange ein Thread rechnet, bevor er die Sperre an einen anderen abgibt.</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>Aufwachen</translation>
    </message>
    <message>
        <source>How late a thread that slept gets on beside one that computes, at three switch intervals.</source>
        <translation>Wie spät ein Thread, der schlief, neben einem rechnenden wieder zum Zug kommt, bei drei Umschaltintervallen.</translation>
    </message>
    <message>
        <source>Model and CPython are being compared. Experiments wait until that has ended: measuring both at once would spoil both.</source>
        <translation>Modell und CPython werden verglichen. Experimente warten, bis das beendet ist: Beides gleichzeitig zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>How faithful is this model here?</source>
        <translation>Wie genau ist dieses Modell hier?</translation>
    </message>
    <message>
        <source>Strategies such as gil-threads run under a model of CPython&apos;s lock. Here the model and a real CPython do the same work in turn, block by block in random order, and each figure says how close they came. On the command line: %1</source>
        <translation>Strategien wie gil-threads laufen unter einem Modell der Sperre von CPython. Hier tun das Modell und ein echtes CPython abwechselnd dasselbe, Block für Block in zufälliger Reihenfolge, und jede Zahl sagt, wie nah sie sich kamen. Auf der Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Python&apos;s lock: how faithful is the model here?</source>
        <translation>Pythons Sperre: Wie genau ist das Modell hier?</translation>
    </message>
    <message>
        <source>Measures the model of Python&apos;s lock beside the CPython of this machine</source>
        <translation>Misst das Modell von Pythons Sperre neben dem CPython dieses Rechners</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>CPython</source>
        <translation>CPython</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Model and CPython side by side</source>
        <translation>Modell und CPython nebeneinander</translation>
    </message>
    <message>
        <source>Quick look, about %1 s</source>
        <translation>Kurzer Blick, etwa %1 s</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>%1 blocks, about %2 s</source>
        <translation>%1 Blöcke, etwa %2 s</translation>
    </message>
    <message>
        <source>From five blocks on there are intervals, and single disturbances count less</source>
        <translation>Ab fünf Blöcken gibt es Intervalle, und einzelne Störungen zählen weniger</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep the blocks that are done</source>
        <translation>Anhalten und behalten, welche Blöcke fertig sind</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the outcome as text</source>
        <translation>Das Ergebnis als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Block %1 of %2</source>
        <translation>Block %1 von %2</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>Strategies such as gil-threads run under a model of the lock that lets one Python thread compute at a time. Here the model and the CPython of this machine do the same in turn, and their figures stand side by side.</source>
        <translation>Strategien wie gil-threads laufen unter einem Modell der Sperre, die immer nur einen Python-Thread rechnen lässt. Hier tun das Modell und das CPython dieses Rechners abwechselnd dasselbe, und ihre Zahlen stehen nebeneinander.</translation>
    </message>
    <message>
        <source>Comparing model and CPython…</source>
        <translation>Modell und CPython werden verglichen …</translation>
    </message>
    <message>
        <source>Experiments wait until this has ended: measuring both at once would spoil both.</source>
        <translation>Experimente warten, bis das beendet ist: Beides gleichzeitig zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>Not compared on this machine yet</source>
        <translation>Auf diesem Rechner noch nicht verglichen</translation>
    </message>
    <message>
        <source>A block takes about %1 s. Programs that are busy meanwhile show in the figures.</source>
        <translation>Ein Block dauert etwa %1 s. Programme, die währenddessen arbeiten, sieht man den Zahlen an.</translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation>Es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>What helps: install Python 3.3 or newer, or start Overlap with the environment variable OVERLAP_PYTHON naming one. The model itself needs no Python.</source>
        <translation>Was hilft: Python 3.3 oder neuer installieren, oder Overlap so starten, dass die Umgebungsvariable OVERLAP_PYTHON eines nennt. Das Modell selbst braucht kein Python.</translation>
    </message>
    <message>
        <source>Stopped before a block was done</source>
        <translation>Angehalten, bevor ein Block fertig war</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Noch gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>A block takes about %1 s.</source>
        <translation>Ein Block dauert etwa %1 s.</translation>
    </message>
    <message>
        <source>The model behaves as CPython %1 on this machine, in every row</source>
        <translation>Das Modell verhält sich auf diesem Rechner wie CPython %1, in jeder Zeile</translation>
    </message>
    <message>
        <source>The model differs from CPython %1 in 1 of %2 rows: %3</source>
        <translation>Das Modell weicht in 1 von %2 Zeilen von CPython %1 ab: %3</translation>
    </message>
    <message>
        <source>The model differs from CPython %1 in %2 of %3 rows</source>
        <translation>Das Modell weicht in %2 von %3 Zeilen von CPython %1 ab</translation>
    </message>
    <message>
        <source>One block</source>
        <translation>Ein Block</translation>
    </message>
    <message>
        <source>Medians of %1 blocks</source>
        <translation>Mediane aus %1 Blöcken</translation>
    </message>
    <message>
        <source>%1, both sides in each, in random order · %2, whose own switch interval is %3</source>
        <translation>%1, beide Seiten in jedem, in zufälliger Reihenfolge · %2, dessen eigenes Umschaltintervall %3 ist</translation>
    </message>
    <message>
        <source>Stopped early: %1</source>
        <translation>Vorzeitig angehalten: %1</translation>
    </message>
    <message>
        <source>Where the model differs, other programs may have been busy: close them and look again.</source>
        <translation>Wo das Modell abweicht, waren vielleicht andere Programme beschäftigt: diese schließen und noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>This was a quick look; %1 blocks tell it with more certainty.</source>
        <translation>Das war ein kurzer Blick; %1 Blöcke sagen es mit mehr Gewissheit.</translation>
    </message>
    <message>
        <source>%1: model %2, CPython %3; asked: %4; %5</source>
        <translation>%1: Modell %2, CPython %3; gefordert: %4; %5</translation>
    </message>
</context>
<context>
    <name>overlap::gui::GoToBar</name>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit gehen</translation>
    </message>
    <message>
        <source>1.2s..1.4s, 350 ms +20 ms</source>
        <translation>1.2s..1.4s, 350 ms +20 ms</translation>
    </message>
    <message>
        <source>&lt;b&gt;Go to a time&lt;/b&gt;&lt;br&gt;From and to, as in 1.2s..1.4s; from and how long, as in 350 ms +20 ms; about a moment, as in 0.5s ±10ms; or a moment alone. Return goes there, Esc closes the field.</source>
        <translation>&lt;b&gt;Zu einer Zeit gehen&lt;/b&gt;&lt;br&gt;Von und bis, wie in 1.2s..1.4s; ab wann und wie lange, wie in 350 ms +20 ms; um einen Zeitpunkt, wie in 0.5s ±10ms; oder ein Zeitpunkt allein. Eingabe geht dorthin, Esc schließt das Feld.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::HappenedList</name>
    <message>
        <source>Show in the lanes</source>
        <translation>In den Bahnen zeigen</translation>
    </message>
    <message>
        <source>Selects the stretch of time in which it can be seen best, and scrolls to its lanes.</source>
        <translation>Wählt den Zeitabschnitt, in dem es am besten zu sehen ist, und rollt zu seinen Bahnen.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Chooses this strategy for the next run, so that both can be compared.</source>
        <translation>Wählt diese Strategie für den nächsten Lauf, damit beide verglichen werden können.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::HelpText</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>From %1 to %2 seconds.</source>
        <translation>Von %1 bis %2 Sekunden.</translation>
    </message>
    <message>
        <source>From %1 to %2 bytes.</source>
        <translation>Von %1 bis %2 Bytes.</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Eines von: %1.</translation>
    </message>
    <message>
        <source>One on each line, at most %1.</source>
        <translation>Je Zeile eins, höchstens %1.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>On the command line: %1</source>
        <translation>Auf der Kommandozeile: %1</translation>
    </message>
    <message>
        <source>In files and on the command line: %1</source>
        <translation>In Dateien und auf der Kommandozeile: %1</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>Vorgabe: %1.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::InspectorPanel</name>
    <message>
        <source>Workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>What should come out</source>
        <translation>Was herauskommen soll</translation>
    </message>
    <message>
        <source>%1: %2 to %3 times as fast as one after the other</source>
        <translation>%1: %2- bis %3-mal so schnell wie nacheinander</translation>
    </message>
    <message>
        <source>%1: at least %2 times as fast as one after the other</source>
        <translation>%1: mindestens %2-mal so schnell wie nacheinander</translation>
    </message>
    <message>
        <source>%1: at most %2 times as fast as one after the other</source>
        <translation>%1: höchstens %2-mal so schnell wie nacheinander</translation>
    </message>
    <message>
        <source>Tasks failed, so there is nothing to compare. See Results.</source>
        <translation>Aufgaben sind fehlgeschlagen, es gibt nichts zu vergleichen. Siehe Ergebnisse.</translation>
    </message>
    <message>
        <source>Came out: %1 ×, as expected.</source>
        <translation>Herausgekommen: %1&#xa0;×, wie erwartet.</translation>
    </message>
    <message>
        <source>Came out: %1 ×, not as expected. A busy machine can do that: run it again.</source>
        <translation>Herausgekommen: %1&#xa0;×, nicht wie erwartet. Das kann an einem ausgelasteten Rechner liegen: noch einmal starten.</translation>
    </message>
    <message>
        <source>%1: at least %2 times what plain threads gain on this machine</source>
        <translation>%1: mindestens das %2-Fache dessen, was reine Threads auf diesem Rechner gewinnen</translation>
    </message>
    <message>
        <source>Plain threads gained %1 × in the same blocks.</source>
        <translation>Reine Threads gewannen in denselben Blöcken %1&#xa0;×.</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>overlap::gui::LanesBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::LanesFinding</name>
    <message>
        <source>Find a task</source>
        <translation>Eine Aufgabe suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit gehen</translation>
    </message>
</context>
<context>
    <name>overlap::gui::LanesMenu</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Wie aufgezeichnet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Busy time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Beginn</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
</context>
<context>
    <name>overlap::gui::LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
</context>
<context>
    <name>overlap::gui::LogPanel</name>
    <message>
        <source>What runs and what goes wrong is written down here.</source>
        <translation>Hier wird festgehalten, was läuft und was schiefgeht.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&lt;b&gt;Log&lt;/b&gt;&lt;br&gt;What ran, what it came to and what went wrong, with the time of day.</source>
        <translation>&lt;b&gt;Protokoll&lt;/b&gt;&lt;br&gt;Was lief, was herauskam und was schiefging, mit Uhrzeit.</translation>
    </message>
    <message>
        <source>%1: %2, %3 done, %4 failed, %5 cancelled</source>
        <translation>%1: %2, %3 erledigt, %4 fehlgeschlagen, %5 abgebrochen</translation>
    </message>
    <message>
        <source>  %1: %2</source>
        <translation>  %1: %2</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>block %1 was disturbed by something else on this machine and runs anew at the end</source>
        <translation>Block %1 wurde von etwas anderem auf diesem Rechner gestört und läuft am Ende noch einmal</translation>
    </message>
</context>
<context>
    <name>overlap::gui::MainWindow</name>
    <message>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Changed: counts for the next run.</source>
        <translation>Geändert: gilt ab dem nächsten Lauf.</translation>
    </message>
    <message>
        <source>Changed: press Run to see what it does.</source>
        <translation>Geändert: „Starten“ zeigt, was es bewirkt.</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>The experiment could not be run</source>
        <translation>Das Experiment konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>&lt;b&gt;Timings&lt;/b&gt;&lt;br&gt;How long each strategy took, beside each other, and the speed-up over the baseline.</source>
        <translation>&lt;b&gt;Zeiten&lt;/b&gt;&lt;br&gt;Wie lange jede Strategie gebraucht hat, nebeneinander, und die Beschleunigung gegenüber der Vergleichsbasis.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Results&lt;/b&gt;&lt;br&gt;What each item came to, in the order of input or of finishing.</source>
        <translation>&lt;b&gt;Ergebnisse&lt;/b&gt;&lt;br&gt;Was aus jedem Element wurde, in der Reihenfolge der Eingabe oder der Fertigstellung.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Log&lt;/b&gt;&lt;br&gt;What ran and what went wrong, with the time of day.</source>
        <translation>&lt;b&gt;Protokoll&lt;/b&gt;&lt;br&gt;Was lief und was schiefging, mit Uhrzeit.</translation>
    </message>
    <message>
        <source>Settings cannot be written here, so nothing is remembered after this window closes. Everything else works.</source>
        <translation>Einstellungen können hier nicht geschrieben werden, nach dem Schließen des Fensters bleibt also nichts erhalten. Alles andere geht.</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Timings&lt;/b&gt;&lt;br&gt;A bar is the wall time, the median where there are several blocks; its lighter end is start-up. The line across its end is the 95 % interval, from five blocks on; the dots below are the single runs. Speed-up: how many times as fast as the baseline. CPU time: what all workers computed together.</source>
        <translation>&lt;b&gt;Zeiten&lt;/b&gt;&lt;br&gt;Ein Balken ist die verstrichene Zeit, bei mehreren Blöcken der Median; das hellere Ende ist die Anlaufzeit. Der Strich quer über dem Ende ist das 95-%-Intervall, ab fünf Blöcken; die Punkte darunter sind die einzelnen Läufe. Beschleunigung: wievielmal so schnell wie die Vergleichsbasis. CPU-Zeit: was alle Worker zusammen gerechnet haben.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Latencies&lt;/b&gt;&lt;br&gt;How long the single items took under each strategy, and how they scatter.</source>
        <translation>&lt;b&gt;Latenzen&lt;/b&gt;&lt;br&gt;Wie lange die einzelnen Elemente unter jeder Strategie gebraucht haben und wie sie streuen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Latencies&lt;/b&gt;&lt;br&gt;Each dot is an item, from its begin to its end. The box holds the middle half; p50, p95 and p99 are the times that 50, 95 and 99 % of the items keep to, told only where there are enough items. Failed items are counted beside.</source>
        <translation>&lt;b&gt;Latenzen&lt;/b&gt;&lt;br&gt;Jeder Punkt ist ein Element, vom Beginn bis zum Ende. Der Kasten enthält die mittlere Hälfte; p50, p95 und p99 sind die Zeiten, die 50, 95 und 99&#xa0;% der Elemente einhalten, genannt nur bei genügend Elementen. Fehlgeschlagene Elemente stehen als Anzahl daneben.</translation>
    </message>
    <message>
        <source>Where time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>&lt;b&gt;Where time went&lt;/b&gt;&lt;br&gt;What the workers of each strategy did with their time, and what that means.</source>
        <translation>&lt;b&gt;Wo die Zeit blieb&lt;/b&gt;&lt;br&gt;Was die Worker jeder Strategie mit ihrer Zeit taten und was das bedeutet.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Where time went&lt;/b&gt;&lt;br&gt;Each bar is the worker time of a strategy, workers × wall time, divided completely among what the workers did; colours and patterns are those of the lanes. Start-up lies before t = 0 and is not in it. Over several blocks a part is the median. Point at a part to read what it means.</source>
        <translation>&lt;b&gt;Wo die Zeit blieb&lt;/b&gt;&lt;br&gt;Jeder Balken ist die Worker-Zeit einer Strategie, Worker × verstrichene Zeit, vollständig aufgeteilt auf das, was die Worker taten; Farben und Muster sind die der Bahnen. Das Starten liegt vor t = 0 und ist nicht enthalten. Bei mehreren Blöcken ist ein Teil der Median. Wer auf einen Teil zeigt, liest, was er bedeutet.</translation>
    </message>
    <message>
        <source>Not run. %1</source>
        <translation>Nicht gelaufen. %1</translation>
    </message>
    <message>
        <source>Ended early. %1</source>
        <translation>Vorzeitig beendet. %1</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scaling&lt;/b&gt;&lt;br&gt;How the times change with a figure that varies, such as the number of workers.</source>
        <translation>&lt;b&gt;Skalierung&lt;/b&gt;&lt;br&gt;Wie sich die Zeiten mit einer Größe ändern, etwa mit der Anzahl der Worker.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scaling&lt;/b&gt;&lt;br&gt;Each mark is what one value came to, the line across it the 95 % interval, from five blocks on. Over workers: the dashed line is the ideal, n times as fast with n workers; the solid line is what plain threads gain on this machine; the curve is the law that fits best, with its 95 % band. The coloured mark is the best value.</source>
        <translation>&lt;b&gt;Skalierung&lt;/b&gt;&lt;br&gt;Jede Marke ist, was ein Wert ergab, der Strich darin das 95-%-Intervall, ab fünf Blöcken. Über Workern: Die gestrichelte Linie ist das Ideal, n-mal so schnell mit n Workern; die durchgezogene Linie ist, was einfache Threads auf diesem Rechner gewinnen; die Kurve ist das Gesetz, das am besten passt, mit seinem 95-%-Band. Die farbige Marke ist der beste Wert.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lanes&lt;/b&gt;&lt;br&gt;One row per worker, one band per strategy, all on one clock; colours and patterns say what a worker does, the legend names them. Wheel or W and S zoom, dragging or A and D move, F fits everything, B folds the bands. A click on a task lights its item in every band and in the results; a click on a wait, or E, tells why the lane does that there; C lights what had to happen one after the other. The right button has more; ? lists all keys.</source>
        <translation>&lt;b&gt;Bahnen&lt;/b&gt;&lt;br&gt;Eine Zeile je Worker, ein Band je Strategie, alle auf einer Uhr; Farben und Muster sagen, was ein Worker tut, die Legende nennt sie. Mausrad oder W und S vergrößern, Ziehen oder A und D bewegen, F zeigt alles, B faltet die Bänder. Ein Klick auf eine Aufgabe beleuchtet ihr Element in jedem Band und in den Ergebnissen; ein Klick auf ein Warten, oder E, sagt, warum die Bahn das dort tut; C beleuchtet, was nacheinander geschehen musste. Die rechte Taste hat mehr; ? zählt alle Tasten auf.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>&lt;b&gt;Selection&lt;/b&gt;&lt;br&gt;What the workers did in the stretch of time that is selected in the lanes, in figures.</source>
        <translation>&lt;b&gt;Auswahl&lt;/b&gt;&lt;br&gt;Was die Worker in der Zeitspanne taten, die in den Bahnen ausgewählt ist, in Zahlen.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&lt;b&gt;Differences&lt;/b&gt;&lt;br&gt;How each task differs from the same task in another run.</source>
        <translation>&lt;b&gt;Unterschiede&lt;/b&gt;&lt;br&gt;Wie sich jede Aufgabe von derselben Aufgabe in einem anderen Lauf unterscheidet.</translation>
    </message>
    <message>
        <source>%1: lanes of %2 runs</source>
        <translation>%1: Bahnen von %2 Läufen</translation>
    </message>
    <message>
        <source>The lanes come from a file. Run measures this experiment.</source>
        <translation>Die Bahnen kommen aus einer Datei. Starten misst dieses Experiment.</translation>
    </message>
    <message>
        <source>An opened run</source>
        <translation>Ein geöffneter Lauf</translation>
    </message>
</context>
<context>
    <name>overlap::gui::NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::OptionFields</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
</context>
<context>
    <name>overlap::gui::PanelLayout</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Panels stay where they are</source>
        <translation>Seitenleisten fest verankert</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ParameterForm</name>
    <message>
        <source> bytes</source>
        <translation>&#xa0;B</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Without effect while “%1” is empty.</source>
        <translation>Ohne Wirkung, solange „%1“ leer ist.</translation>
    </message>
    <message>
        <source>Without effect while “%1” is filled in.</source>
        <translation>Ohne Wirkung, solange „%1“ ausgefüllt ist.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::PredictMenu</name>
    <message>
        <source>On this machine, with 1 core</source>
        <translation>Auf diesem Rechner, mit 1 Kern</translation>
    </message>
    <message>
        <source>On this machine, with %1 cores</source>
        <translation>Auf diesem Rechner, mit %1 Kernen</translation>
    </message>
    <message>
        <source>On a machine with</source>
        <translation>Auf einem Rechner mit</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>Kernen</translation>
    </message>
    <message>
        <source>Cores of the machine that is asked about</source>
        <translation>Kerne des Rechners, nach dem gefragt ist</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cores&lt;/b&gt;&lt;br&gt;How many cores the machine has for which Predict answers, 1 to 256; each is taken to be like one of this machine. On the command line: overlap-cli predict --cores N</source>
        <translation>&lt;b&gt;Kerne&lt;/b&gt;&lt;br&gt;Wie viele Kerne der Rechner hat, für den die Vorhersage gilt, 1 bis 256; jeder wird genommen wie einer dieses Rechners. Auf der Befehlszeile: overlap-cli predict --cores N</translation>
    </message>
    <message>
        <source>Take the forecast away</source>
        <translation>Vorhersage wegnehmen</translation>
    </message>
    <message>
        <source>Predict for 1 core</source>
        <translation>Für 1 Kern vorhersagen</translation>
    </message>
    <message>
        <source>Predict for %1 cores</source>
        <translation>Für %1 Kerne vorhersagen</translation>
    </message>
    <message>
        <source>Predicting: the work is measured once, one item after the other</source>
        <translation>Vorhersage: Die Arbeit wird einmal gemessen, ein Element nach dem anderen</translation>
    </message>
    <message>
        <source>Predicted: pale lanes are simulated. Run to see how far off they are</source>
        <translation>Vorhergesagt: Blasse Bahnen sind simuliert. „Starten“ zeigt, wie weit sie danebenliegen</translation>
    </message>
    <message>
        <source>Predicted for %1 cores: pale lanes are simulated</source>
        <translation>Für %1 Kerne vorhergesagt: Blasse Bahnen sind simuliert</translation>
    </message>
    <message>
        <source>Forecasts of this run: half within %1 %. %2</source>
        <translation>Vorhersagen dieses Laufs: die Hälfte auf %1 % genau. %2</translation>
    </message>
    <message>
        <source>The work is being measured for a forecast; measuring both at once would spoil both.</source>
        <translation>Die Arbeit wird gerade für eine Vorhersage gemessen; beides zugleich zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>No forecast was checked yet: predict, then run</source>
        <translation>Noch wurde keine Vorhersage geprüft: erst vorhersagen, dann starten</translation>
    </message>
    <message>
        <source>Checked so far: %1, came true: %2, half of them within %3 %</source>
        <translation>Bisher geprüft: %1, eingetroffen: %2, die Hälfte auf %3 % genau</translation>
    </message>
</context>
<context>
    <name>overlap::gui::PresentView</name>
    <message>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <source>→ next    ← back    Esc leave</source>
        <translation>→ weiter    ← zurück    Esc verlassen</translation>
    </message>
    <message>
        <source>Which is faster, and by how much?</source>
        <translation>Was ist schneller, und um wie viel?</translation>
    </message>
    <message>
        <source>Make a guess first.</source>
        <translation>Zuerst schätzen.</translation>
    </message>
    <message>
        <source>Space run    %1</source>
        <translation>Leertaste starten    %1</translation>
    </message>
    <message>
        <source>Backspace stop    %1</source>
        <translation>Rücktaste anhalten    %1</translation>
    </message>
    <message>
        <source>Done. What was your guess?</source>
        <translation>Fertig. Wie lautete die Schätzung?</translation>
    </message>
    <message>
        <source>Space reveal    Backspace again    %1</source>
        <translation>Leertaste aufdecken    Rücktaste noch einmal    %1</translation>
    </message>
    <message>
        <source>Backspace again    %1</source>
        <translation>Rücktaste noch einmal    %1</translation>
    </message>
</context>
<context>
    <name>overlap::gui::PythonLine</name>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>This machine&apos;s own</source>
        <translation>Das dieses Rechners</translation>
    </message>
    <message>
        <source>Path of the Python program</source>
        <translation>Pfad des Python-Programms</translation>
    </message>
    <message>
        <source>The interpreter that runs the Python strategies. Empty: what the environment variable OVERLAP_PYTHON names, then /usr/bin/python3, then the first python3 in PATH. It is kept in the settings, never in an experiment.</source>
        <translation>Der Interpreter, der die Python-Strategien ausführt. Leer: was die Umgebungsvariable OVERLAP_PYTHON nennt, dann /usr/bin/python3, dann das erste python3 in PATH. Er steht in den Einstellungen, nie in einem Experiment.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a Python program</source>
        <translation>Ein Python-Programm wählen</translation>
    </message>
    <message>
        <source>Looking for Python</source>
        <translation>Suche nach Python</translation>
    </message>
    <message>
        <source>%1, GIL on</source>
        <translation>%1, GIL an</translation>
    </message>
    <message>
        <source>Change the Python program</source>
        <translation>Das Python-Programm ändern</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ReplayBar</name>
    <message>
        <source>1/%1 ×</source>
        <translation>1/%1 ×</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>&lt;b&gt;Replay&lt;/b&gt;&lt;br&gt;Shows the runs once more, all on one clock, at up to 100 times their speed or down to a thousandth of it. What comes after the moment is hidden.</source>
        <translation>&lt;b&gt;Wiedergabe&lt;/b&gt;&lt;br&gt;Zeigt die Läufe noch einmal, alle auf einer Uhr, mit bis zum Hundertfachen ihrer Geschwindigkeit oder bis hinab zu einem Tausendstel. Was nach dem Zeitpunkt kommt, ist verborgen.</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Ein Ereignis zurück</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>Ein Ereignis weiter</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>End the replay</source>
        <translation>Die Wiedergabe beenden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Moment of the replay</source>
        <translation>Zeitpunkt der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ResultsPanel</name>
    <message>
        <source>Here stands what each item came to, in the order of input or of finishing. Press Run.</source>
        <translation>Hier steht, was aus jedem Element wurde, in der Reihenfolge der Eingabe oder der Fertigstellung. „Starten“ drücken.</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 erledigt</translation>
    </message>
    <message>
        <source> · %1 failed</source>
        <translation> · %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source> · %1 cancelled</source>
        <translation> · %1 abgebrochen</translation>
    </message>
    <message>
        <source> · %1: %2 in all</source>
        <translation> · %1: %2 insgesamt</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>&lt;b&gt;Strategy&lt;/b&gt;&lt;br&gt;Whose results stand below: the last run of this strategy.</source>
        <translation>&lt;b&gt;Strategie&lt;/b&gt;&lt;br&gt;Wessen Ergebnisse unten stehen: der letzte Lauf dieser Strategie.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&lt;b&gt;Results&lt;/b&gt;&lt;br&gt;What each item came to. A click on a column sorts by it. A row lights its item in the lanes of every strategy; Enter or a double click brings it into view there.</source>
        <translation>&lt;b&gt;Ergebnisse&lt;/b&gt;&lt;br&gt;Was aus jedem Element wurde. Ein Klick auf eine Spalte sortiert danach. Eine Zeile beleuchtet ihr Element in den Bahnen jeder Strategie; Eingabe oder Doppelklick bringt es dort ins Bild.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::RunCharts</name>
    <message>
        <source>The times of the strategies appear here, side by side. Press Run.</source>
        <translation>Hier erscheinen die Zeiten der Strategien nebeneinander. „Starten“ drücken.</translation>
    </message>
    <message>
        <source>The time of each single item appears here, one dot per item. Press Run.</source>
        <translation>Hier erscheint die Zeit jedes einzelnen Elements, ein Punkt je Element. „Starten“ drücken.</translation>
    </message>
    <message>
        <source>Choose at least one strategy, then press Run.</source>
        <translation>Mindestens eine Strategie wählen, dann „Starten“ drücken.</translation>
    </message>
    <message>
        <source>Strips under the lanes</source>
        <translation>Streifen unter den Bahnen</translation>
    </message>
    <message>
        <source>Numbers over time under each band: how many workers are active, how full each queue is.</source>
        <translation>Zahlen über der Zeit unter jedem Band: wie viele Worker aktiv sind, wie voll jede Warteschlange ist.</translation>
    </message>
    <message>
        <source>How times change with a figure appears here. Choose what varies under Sweep, then press Run.</source>
        <translation>Wie sich die Zeiten mit einer Größe ändern, erscheint hier. Wähle unter „Messreihe“, was sich ändert, und drück „Starten“.</translation>
    </message>
    <message>
        <source>This was a sweep: what came out stands under Scaling.</source>
        <translation>Das war eine Messreihe: Was herauskam, steht unter „Skalierung“.</translation>
    </message>
    <message>
        <source>Where the time of the workers went appears here. Press Run.</source>
        <translation>Wo die Zeit der Worker blieb, erscheint hier. „Starten“ drücken.</translation>
    </message>
    <message>
        <source>An opened file has lanes and no report. Press Run to measure the experiment.</source>
        <translation>Eine geöffnete Datei hat Bahnen und keinen Bericht. Starten misst das Experiment.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::RunFileFlow</name>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Opening was cancelled</source>
        <translation>Das Öffnen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Saving was cancelled</source>
        <translation>Das Sichern wurde abgebrochen</translation>
    </message>
    <message>
        <source>Not opened. %1</source>
        <translation>Nicht geöffnet. %1</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Gives up what is being opened or written. What the window shows stays as it is, and so does a file that was there.</source>
        <translation>Gibt auf, was geöffnet oder geschrieben wird. Was das Fenster zeigt, bleibt, wie es ist, und ebenso eine Datei, die schon da war.</translation>
    </message>
    <message>
        <source>One file at a time: another one is still being opened or written.</source>
        <translation>Eine Datei auf einmal: Eine andere wird noch geöffnet oder geschrieben.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Timeline of Overlap (*.timeline)</source>
        <translation>Timeline von Overlap (*.timeline)</translation>
    </message>
    <message>
        <source>Trace events (*.json)</source>
        <translation>Trace-Ereignisse (*.json)</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Den Lauf sichern</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Den Trace sichern</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
</context>
<context>
    <name>overlap::gui::RunToolbar</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>How often each strategy runs. One block is a demonstration; from five on a warm-up block runs first and the order changes from block to block.</source>
        <translation>Wie oft jede Strategie läuft. Ein Block ist eine Vorführung; ab fünf läuft zuerst ein Block zum Aufwärmen, und die Reihenfolge wechselt von Block zu Block.</translation>
    </message>
    <message>
        <source>Time scale</source>
        <translation>Zeitfaktor</translation>
    </message>
    <message>
        <source>Multiplies simulated waits and the delays of the server on this machine; never computing, bytes or time-outs of the network.</source>
        <translation>Multipliziert simulierte Wartezeiten und die Verzögerungen des Servers auf diesem Rechner; nie das Rechnen, die Bytes oder Zeitlimits des Netzwerks.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>Stopp  Esc</translation>
    </message>
    <message>
        <source>Stop and keep what there is (Esc)</source>
        <translation>Anhalten und behalten, was da ist (Esc)</translation>
    </message>
    <message>
        <source>Run every chosen strategy (F5)</source>
        <translation>Alle gewählten Strategien ausführen (F5)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Run&lt;/b&gt;&lt;br&gt;Runs the work once under every chosen strategy, or as often as Blocks says. F5 starts, Escape stops and keeps what there is.</source>
        <translation>&lt;b&gt;Starten&lt;/b&gt;&lt;br&gt;Führt die Arbeit unter jeder gewählten Strategie einmal aus, oder so oft, wie es Blöcke gibt. F5 startet, Escape hält an und behält, was da ist.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Blocks&lt;/b&gt;&lt;br&gt;How often each strategy runs, 1 to 1000. One block is a demonstration; from five on a warm-up runs first and there is an interval; a verdict needs ten. On the command line: --repeats N</source>
        <translation>&lt;b&gt;Blöcke&lt;/b&gt;&lt;br&gt;Wie oft jede Strategie läuft, 1 bis 1000. Ein Block ist eine Vorführung; ab fünf läuft zuerst ein Aufwärmblock, und es gibt ein Intervall; ein Urteil braucht zehn. Auf der Kommandozeile: --repeats N</translation>
    </message>
    <message>
        <source>&lt;b&gt;Time scale&lt;/b&gt;&lt;br&gt;Multiplies simulated waits and the delays of the server on this machine, 0.001 to 100; never computing, bytes or time-outs of the network. On the command line: --time-scale X</source>
        <translation>&lt;b&gt;Zeitfaktor&lt;/b&gt;&lt;br&gt;Multipliziert simulierte Wartezeiten und die Verzögerungen des Servers auf diesem Rechner, 0,001 bis 100; nie das Rechnen, die Bytes oder Zeitlimits des Netzwerks. Auf der Kommandozeile: --time-scale X</translation>
    </message>
    <message>
        <source>&lt;b&gt;Machine&lt;/b&gt;&lt;br&gt;The cores that may be used, compiler and system. A click shows all that is known of this machine and what of it casts doubt on measurements; after a run, of the machine that measured.</source>
        <translation>&lt;b&gt;Rechner&lt;/b&gt;&lt;br&gt;Die nutzbaren Kerne, Compiler und System. Ein Klick zeigt alles, was von diesem Rechner bekannt ist und was davon Messungen zweifelhaft macht; nach einem Lauf das des Rechners, der gemessen hat.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Details&lt;/b&gt;&lt;br&gt;Shows the workload and the strategies over the lanes. Escape closes them.</source>
        <translation>&lt;b&gt;Details&lt;/b&gt;&lt;br&gt;Zeigt Arbeitslast und Strategien über den Bahnen. Escape schließt sie.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open and save experiments, undo and redo</source>
        <translation>Experimente öffnen und speichern, rückgängig und wiederherstellen</translation>
    </message>
    <message>
        <source>&lt;b&gt;File&lt;/b&gt;&lt;br&gt;An experiment of your own is a file: start one from a preset, open, save; undo and redo what was changed. A file can also be dropped on the window.</source>
        <translation>&lt;b&gt;Datei&lt;/b&gt;&lt;br&gt;Ein eigenes Experiment ist eine Datei: aus einer Vorlage beginnen, öffnen, speichern; Änderungen rückgängig machen und wiederherstellen. Eine Datei lässt sich auch auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Export&lt;/b&gt;&lt;br&gt;Charts as images at slide size or to the clipboard, the report as JSON, the runs as CSV. Available after a run.</source>
        <translation>&lt;b&gt;Export&lt;/b&gt;&lt;br&gt;Diagramme als Bilder in Foliengröße oder in die Zwischenablage, der Bericht als JSON, die Läufe als CSV. Verfügbar nach einem Lauf.</translation>
    </message>
    <message>
        <source>Panels, colours, full screen</source>
        <translation>Seitenleisten, Farben, Vollbild</translation>
    </message>
    <message>
        <source>&lt;b&gt;View&lt;/b&gt;&lt;br&gt;Which panels are shown, light or dark, full screen, and how the window is laid out.</source>
        <translation>&lt;b&gt;Ansicht&lt;/b&gt;&lt;br&gt;Welche Seitenleisten zu sehen sind, hell oder dunkel, Vollbild, Sprache und die Anordnung des Fensters.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Light and dark&lt;/b&gt;&lt;br&gt;Changes the colours of the window. Exported charts are always on white.</source>
        <translation>&lt;b&gt;Hell und dunkel&lt;/b&gt;&lt;br&gt;Ändert die Farben des Fensters. Exportierte Diagramme sind immer auf Weiß.</translation>
    </message>
    <message>
        <source>Something here casts doubt on measurements. Click to see what.</source>
        <translation>Etwas hier macht Messungen zweifelhaft. Ein Klick zeigt, was.</translation>
    </message>
    <message>
        <source>Click for all that is known of this machine.</source>
        <translation>Ein Klick zeigt alles, was von diesem Rechner bekannt ist.</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>Rechner: %1</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>For a class: full screen, large type, and the result stays hidden until you reveal it (Ctrl+Shift+P)</source>
        <translation>Für den Unterricht: Vollbild, große Schrift, und das Ergebnis bleibt bis zum Aufdecken verborgen (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Present&lt;/b&gt;&lt;br&gt;Full screen for a projector. Space runs, then reveals; the arrows go from preset to preset; Escape leaves, and the window is as it was.</source>
        <translation>&lt;b&gt;Vorführen&lt;/b&gt;&lt;br&gt;Vollbild für den Beamer. Die Leertaste startet und deckt dann auf; die Pfeile gehen von Vorlage zu Vorlage; Escape verlässt die Vorführung, und das Fenster ist wie zuvor.</translation>
    </message>
    <message>
        <source>Charts as images, figures as JSON and CSV; with Ctrl held, a chart can be dragged out of the window</source>
        <translation>Diagramme als Bilder, Zahlen als JSON und CSV; mit gehaltener Strg-Taste lässt sich ein Diagramm aus dem Fenster ziehen</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>What the lanes will look like before anything runs, here (F6) or on a machine with more cores</source>
        <translation>Wie die Bahnen aussehen werden, bevor etwas läuft: hier (F6) oder auf einem Rechner mit mehr Kernen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Predict&lt;/b&gt;&lt;br&gt;Measures the work once, one item after the other, and simulates every strategy with it: pale lanes. A run then shows how far off each forecast was. F6 predicts for this machine; the menu asks about machines with 1 to 256 cores and keeps the score of all forecasts.</source>
        <translation>&lt;b&gt;Vorhersage&lt;/b&gt;&lt;br&gt;Misst die Arbeit einmal, ein Element nach dem anderen, und simuliert damit jede Strategie: blasse Bahnen. Ein Lauf zeigt dann, wie weit jede Vorhersage danebenlag. F6 sagt für diesen Rechner vorher; das Menü fragt nach Rechnern mit 1 bis 256 Kernen und führt Buch über alle Vorhersagen.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>%1 blocks of every chosen strategy and a warm-up first: enough for a verdict, whatever Blocks says (Ctrl+F5).</source>
        <translation>%1 Blöcke jeder gewählten Strategie und davor einer zum Aufwärmen: genug für ein Urteil, was auch immer bei „Blöcke“ steht (Strg+F5).</translation>
    </message>
    <message>
        <source>As the last run went, that takes about %1 s.</source>
        <translation>Nach dem letzten Lauf dauert das etwa %1 s.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Measure&lt;/b&gt;&lt;br&gt;Runs ten blocks, or more where Blocks says more, and a warm-up first: enough for intervals and a verdict. What Blocks says stays as it is. Ctrl+F5 measures, Escape stops. Its menu measures until the interval of every speed-up is as narrow as asked, 100 blocks at most. On the command line: --repeats 10, --until-sure 5%</source>
        <translation>&lt;b&gt;Messen&lt;/b&gt;&lt;br&gt;Lässt zehn Blöcke laufen, oder mehr, wo bei Blöcke mehr steht, und zuerst einen zum Aufwärmen: genug für Intervalle und ein Urteil. Was bei Blöcke steht, bleibt, wie es ist. Strg+F5 misst, Escape hält an. Sein Menü misst, bis das Intervall jeder Beschleunigung so schmal ist wie verlangt, höchstens 100 Blöcke lang. Auf der Befehlszeile: --repeats 10, --until-sure 5%</translation>
    </message>
    <message>
        <source>Until sure: every interval within %1 %</source>
        <translation>Bis es sicher ist: jedes Intervall höchstens %1 %</translation>
    </message>
    <message>
        <source>Blocks until the interval of every speed-up is at most %1 % of it wide; at least ten, at most %2</source>
        <translation>Blöcke, bis das Intervall jeder Beschleunigung höchstens %1 % von ihr breit ist; mindestens zehn, höchstens %2</translation>
    </message>
</context>
<context>
    <name>overlap::gui::SearchBar</name>
    <message>
        <source>Find a task</source>
        <translation>Eine Aufgabe suchen</translation>
    </message>
    <message>
        <source>Find a task by its name</source>
        <translation>Eine Aufgabe nach ihrem Namen suchen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Find a task&lt;/b&gt;&lt;br&gt;A part of its name, as the lanes and the results have it. Return or F3 goes to the next match, Shift and F3 to the one before; the match lights up under every strategy.</source>
        <translation>&lt;b&gt;Eine Aufgabe suchen&lt;/b&gt;&lt;br&gt;Ein Teil ihres Namens, wie ihn Bahnen und Ergebnisse haben. Eingabe oder F3 geht zum nächsten Treffer, Umschalt und F3 zum vorigen; der Treffer leuchtet unter jeder Strategie auf.</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>No task is called so.</source>
        <translation>Keine Aufgabe heißt so.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 Aufgabe</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Aufgaben</translation>
    </message>
</context>
<context>
    <name>overlap::gui::SelectionPanel</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>&lt;b&gt;Copy as text&lt;/b&gt;&lt;br&gt;Puts the table into the clipboard, columns parted by tabs; Ctrl+C in the table does the same.</source>
        <translation>&lt;b&gt;Als Text kopieren&lt;/b&gt;&lt;br&gt;Legt die Tabelle in die Zwischenablage, Spalten durch Tabulatoren getrennt; Strg+C in der Tabelle tut dasselbe.</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>&lt;b&gt;Copy as CSV&lt;/b&gt;&lt;br&gt;Puts the figures into the clipboard for a spreadsheet: times in seconds with a decimal point.</source>
        <translation>&lt;b&gt;Als CSV kopieren&lt;/b&gt;&lt;br&gt;Legt die Zahlen für eine Tabellenkalkulation in die Zwischenablage: Zeiten in Sekunden mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>Statistics of the selection</source>
        <translation>Statistik der Auswahl</translation>
    </message>
    <message>
        <source>&lt;b&gt;Selection&lt;/b&gt;&lt;br&gt;Tasks that ended in the stretch of time, and what the workers did in it, by state. Pieces that reach beyond it are cut; tasks keep their whole duration. Shift and dragging in the lanes select a stretch; without one it is what the lanes show.</source>
        <translation>&lt;b&gt;Auswahl&lt;/b&gt;&lt;br&gt;Aufgaben, die in der Zeitspanne endeten, und was die Worker in ihr taten, nach Zustand. Stücke, die über sie hinausreichen, sind abgeschnitten; Aufgaben behalten ihre ganze Dauer. Umschalt und Ziehen in den Bahnen wählen eine Spanne aus; ohne sie ist es, was die Bahnen zeigen.</translation>
    </message>
    <message>
        <source>Here stands what the workers did in a stretch of time: select one in the lanes with Shift and dragging. Press Run first.</source>
        <translation>Hier steht, was die Worker in einer Zeitspanne taten: in den Bahnen mit Umschalt und Ziehen eine auswählen. Zuerst „Starten“ drücken.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, selected in the lanes</source>
        <translation>%1, in den Bahnen ausgewählt</translation>
    </message>
    <message>
        <source>%1, what the lanes show</source>
        <translation>%1, was die Bahnen zeigen</translation>
    </message>
</context>
<context>
    <name>overlap::gui::Shortcuts</name>
    <message>
        <source>Moving in the lanes</source>
        <translation>Sich in den Bahnen bewegen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Um den Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move in time, and over the bands</source>
        <translation>In der Zeit und über die Bänder bewegen</translation>
    </message>
    <message>
        <source>Sideways wheel</source>
        <translation>Seitliches Mausrad</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>In der Zeit bewegen</translation>
    </message>
    <message>
        <source>Ctrl or Shift and wheel, wheel over names</source>
        <translation>Strg oder Umschalt und Mausrad, Mausrad über Namen</translation>
    </message>
    <message>
        <source>Scroll the bands</source>
        <translation>Durch die Bahnen blättern</translation>
    </message>
    <message>
        <source>Buttons 4 and 5 of the mouse</source>
        <translation>Tasten 4 und 5 der Maus</translation>
    </message>
    <message>
        <source>Back and forward through views</source>
        <translation>Zurück und weiter durch die Ansichten</translation>
    </message>
    <message>
        <source>Go to a time, typed</source>
        <translation>Zu einer Zeit gehen, getippt</translation>
    </message>
    <message>
        <source>Overview under the lanes</source>
        <translation>Übersicht unter den Bahnen</translation>
    </message>
    <message>
        <source>Drag its frame</source>
        <translation>Ihren Rahmen ziehen</translation>
    </message>
    <message>
        <source>Drag its edges</source>
        <translation>Seine Ränder ziehen</translation>
    </message>
    <message>
        <source>Show more or less</source>
        <translation>Mehr oder weniger zeigen</translation>
    </message>
    <message>
        <source>Drag beside it</source>
        <translation>Daneben ziehen</translation>
    </message>
    <message>
        <source>Show that stretch</source>
        <translation>Diese Spanne zeigen</translation>
    </message>
    <message>
        <source>Click beside it</source>
        <translation>Daneben klicken</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Looking closer</source>
        <translation>Genauer hinsehen</translation>
    </message>
    <message>
        <source>Point at a span</source>
        <translation>Auf einen Abschnitt zeigen</translation>
    </message>
    <message>
        <source>Tell what it is</source>
        <translation>Sagen, was er ist</translation>
    </message>
    <message>
        <source>Click on a task</source>
        <translation>Klick auf eine Aufgabe</translation>
    </message>
    <message>
        <source>Light its item everywhere</source>
        <translation>Ihr Element überall beleuchten</translation>
    </message>
    <message>
        <source>Click on a wait</source>
        <translation>Klick auf ein Warten</translation>
    </message>
    <message>
        <source>Tell why the lane waits there</source>
        <translation>Sagen, warum die Bahn dort wartet</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Umschalt und Ziehen</translation>
    </message>
    <message>
        <source>Select a stretch of time</source>
        <translation>Eine Zeitspanne auswählen</translation>
    </message>
    <message>
        <source>Find a task by its name</source>
        <translation>Eine Aufgabe nach ihrem Namen suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Click on the legend</source>
        <translation>Klick auf die Legende</translation>
    </message>
    <message>
        <source>Dim a state; a double click brings all back</source>
        <translation>Einen Zustand abblenden; ein Doppelklick bringt alle zurück</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>Drag while measuring</source>
        <translation>Beim Messen ziehen</translation>
    </message>
    <message>
        <source>From one edge of a span to another</source>
        <translation>Von einem Rand eines Abschnitts zu einem anderen</translation>
    </message>
    <message>
        <source>← → ↑ ↓ while measuring</source>
        <translation>← → ↑ ↓ beim Messen</translation>
    </message>
    <message>
        <source>Move the ruler to the next edge, the next lane</source>
        <translation>Das Lineal zum nächsten Rand, zur nächsten Bahn bewegen</translation>
    </message>
    <message>
        <source>Arranging the lanes</source>
        <translation>Die Bahnen ordnen</translation>
    </message>
    <message>
        <source>Click on a name</source>
        <translation>Klick auf einen Namen</translation>
    </message>
    <message>
        <source>Fold a band to one row, and unfold it</source>
        <translation>Ein Band zu einer Zeile falten und entfalten</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>Menu of the lane under the pointer</source>
        <translation>Menü der Bahn unter dem Zeiger</translation>
    </message>
    <message>
        <source>Ctrl and drag</source>
        <translation>Strg und Ziehen</translation>
    </message>
    <message>
        <source>Take a chart out of the window as a picture</source>
        <translation>Ein Diagramm als Bild aus dem Fenster ziehen</translation>
    </message>
    <message>
        <source>Replaying a run</source>
        <translation>Einen Lauf wiedergeben</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Measure, in several blocks</source>
        <translation>Messen, in mehreren Blöcken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Present to a class</source>
        <translation>Einer Klasse vorführen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Eine Datei öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter anderem Namen sichern</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Den Lauf sichern</translation>
    </message>
    <message>
        <source>Copy what is marked in a table</source>
        <translation>Kopieren, was in einer Tabelle markiert ist</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>Das Diagramm kopieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Drop files on the window</source>
        <translation>Dateien auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Sie öffnen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Say what things are for</source>
        <translation>Sagen, wozu Dinge da sind</translation>
    </message>
    <message>
        <source>Ask about one thing with a click</source>
        <translation>Mit einem Klick nach einer Sache fragen</translation>
    </message>
    <message>
        <source>Search the experiments</source>
        <translation>Die Experimente durchsuchen</translation>
    </message>
    <message>
        <source>Show and hide the experiments</source>
        <translation>Die Experimente zeigen und verbergen</translation>
    </message>
    <message>
        <source>Show and hide the details</source>
        <translation>Die Einzelheiten zeigen und verbergen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>In the list of strategies: take one out</source>
        <translation>In der Liste der Strategien: eine herausnehmen</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Reveal the times</source>
        <translation>Die Zeiten enthüllen</translation>
    </message>
    <message>
        <source>Next experiment</source>
        <translation>Nächstes Experiment</translation>
    </message>
    <message>
        <source>Previous experiment</source>
        <translation>Voriges Experiment</translation>
    </message>
    <message>
        <source>Back to the guess</source>
        <translation>Zurück zur Schätzung</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>Zurück zum Fenster</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys that do the same</comment>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>overlap::gui::ShortcutsSheet</name>
    <message>
        <source>Mouse and keys</source>
        <translation>Maus und Tasten</translation>
    </message>
    <message>
        <source>&lt;b&gt;Mouse and keys&lt;/b&gt;&lt;br&gt;Everything that mouse and keys do in this window, by what it is for. Keys of the lanes work while the lanes have the focus.</source>
        <translation>&lt;b&gt;Maus und Tasten&lt;/b&gt;&lt;br&gt;Alles, was Maus und Tasten in diesem Fenster tun, nach seinem Zweck. Tasten der Bahnen gelten, solange die Bahnen den Fokus haben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>overlap::gui::SidePages</name>
    <message>
        <source>An experiment is running. Measuring both at once would spoil both; this can start when it has ended.</source>
        <translation>Ein Experiment läuft. Beides gleichzeitig zu messen würde beides verderben; dies hier kann danach beginnen.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StageFields</name>
    <message>
        <source>Workers of %1</source>
        <translation>Worker für %1</translation>
    </message>
    <message>
        <source>Number of workers</source>
        <translation>Anzahl der Worker</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&lt;b&gt;What is going on&lt;/b&gt;&lt;br&gt;The block and the strategy that run, or how the last run ended, or what keeps the experiment from running.</source>
        <translation>&lt;b&gt;Was vor sich geht&lt;/b&gt;&lt;br&gt;Der Block und die Strategie, die laufen, oder wie der letzte Lauf endete, oder was das Experiment am Laufen hindert.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Progress&lt;/b&gt;&lt;br&gt;Tasks that have ended, of all runs of this experiment.</source>
        <translation>&lt;b&gt;Fortschritt&lt;/b&gt;&lt;br&gt;Beendete Aufgaben aller Läufe dieses Experiments.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Time left&lt;/b&gt;&lt;br&gt;Estimated from what each strategy took before; nothing stands here while nothing was measured.</source>
        <translation>&lt;b&gt;Restzeit&lt;/b&gt;&lt;br&gt;Geschätzt aus dem, was jede Strategie vorher gebraucht hat; solange nichts gemessen ist, steht hier nichts.</translation>
    </message>
    <message>
        <source>&lt;b&gt;What watching costs&lt;/b&gt;&lt;br&gt;Events that did not fit into a lane’s ring (times per state stay exact all the same), and the CPU time of this window while runs went on, as a share of all cores.</source>
        <translation>&lt;b&gt;Was das Beobachten kostet&lt;/b&gt;&lt;br&gt;Ereignisse, die nicht in den Ringpuffer einer Bahn passten (die Zeiten je Zustand bleiben trotzdem exakt), und die CPU-Zeit dieses Fensters während der Läufe, als Anteil an allen Kernen.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Warm-up · %1</source>
        <translation>Aufwärmen · %1</translation>
    </message>
    <message>
        <source>Block %1 of %2 · %3</source>
        <translation>Block %1 von %2 · %3</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Angehalten nach %1</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>Fertig nach %1</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 events lost · watching costs %2 %</source>
        <translation>%1 Ereignisse verloren · Beobachten kostet %2&#xa0;%</translation>
    </message>
    <message>
        <source>Events that did not fit into a lane&apos;s ring; times per state stay exact all the same. Watching: CPU time of this window while it runs, as a share of all cores.</source>
        <translation>Ereignisse, die nicht in den Ringpuffer einer Bahn passten; die Zeiten je Zustand bleiben trotzdem exakt. Beobachten: CPU-Zeit dieses Fensters während des Laufs, als Anteil an allen Kernen.</translation>
    </message>
    <message>
        <source>Block %1, in place of a disturbed one · %2</source>
        <translation>Block %1 statt eines gestörten · %2</translation>
    </message>
    <message>
        <source>Timing the baseline, to say how long this takes</source>
        <translation>Die Basis wird gemessen, um zu sagen, wie lange es dauert</translation>
    </message>
    <message>
        <source>Block %1 of at most %2 · %3</source>
        <translation>Block %1 von höchstens %2 · %3</translation>
    </message>
    <message>
        <source>at most about %1 s left</source>
        <translation>noch höchstens etwa %1 s</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StrategiesPage</name>
    <message>
        <source>What the strategies cost here is being measured. Experiments wait until that has ended: measuring both at once would spoil both.</source>
        <translation>Was die Strategien hier kosten, wird gerade gemessen. Experimente warten, bis das zu Ende ist: Beides gleichzeitig zu messen würde beides verderben.</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>What each strategy is, when it pays, what it costs on this machine, and a preset that shows it. The costs are also in: %1</source>
        <translation>Was jede Strategie ist, wann sie sich lohnt, was sie auf diesem Rechner kostet, und eine Vorlage, die sie zeigt. Die Kosten stehen auch in: %1</translation>
    </message>
    <message>
        <source>Strategies: what they are and what they cost</source>
        <translation>Strategien: was sie sind und was sie kosten</translation>
    </message>
    <message>
        <source>What they are and what they cost</source>
        <translation>Was sie sind und was sie kosten</translation>
    </message>
    <message>
        <source>What each strategy is, when it pays, and what it costs on this machine</source>
        <translation>Was jede Strategie ist, wann sie sich lohnt und was sie auf diesem Rechner kostet</translation>
    </message>
    <message>
        <source>Who runs which task when</source>
        <translation>Wer welche Aufgabe wann ausführt</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>„%1“ starten</translation>
    </message>
    <message>
        <source>Opens the preset that shows it, and runs it</source>
        <translation>Öffnet die Vorlage, die sie zeigt, und startet sie</translation>
    </message>
    <message>
        <source>Run “%1” to see: %2</source>
        <translation>„%1“ starten und sehen: %2</translation>
    </message>
    <message>
        <source>Measure the costs here</source>
        <translation>Die Kosten hier messen</translation>
    </message>
    <message>
        <source>Runs empty tasks under every strategy, which takes some seconds</source>
        <translation>Führt leere Aufgaben unter jeder Strategie aus; das dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep what is measured</source>
        <translation>Anhalten und behalten, was gemessen ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Each of them does the same work. What it costs before it has done any good can be measured on this machine.</source>
        <translation>Jede von ihnen tut dieselbe Arbeit. Was sie kostet, bevor sie etwas nützt, lässt sich auf diesem Rechner messen.</translation>
    </message>
    <message>
        <source>Costs on this machine, medians of five runs of tasks that do nothing: how long until the first result from nothing there, and what each further task takes.</source>
        <translation>Kosten auf diesem Rechner, Mediane aus fünf Läufen mit Aufgaben, die nichts tun: wie lange es aus dem Stand bis zum ersten Ergebnis dauert und was jede weitere Aufgabe kostet.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Not measured here yet</source>
        <translation>Hier noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1: first result after %2, then %3 for each task</source>
        <translation>%1: erstes Ergebnis nach %2, dann %3 je Aufgabe</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StrategyList</name>
    <message>
        <source>Add a strategy…</source>
        <translation>Strategie hinzufügen&#x202f;…</translation>
    </message>
    <message>
        <source>Workers of %1</source>
        <translation>Worker für %1</translation>
    </message>
    <message>
        <source>The same strategy once more, with another number of workers</source>
        <translation>Dieselbe Strategie noch einmal, mit anderer Anzahl von Workern</translation>
    </message>
    <message>
        <source>Number of workers</source>
        <translation>Anzahl der Worker</translation>
    </message>
    <message>
        <source>Take this row away (Del)</source>
        <translation>Diese Zeile entfernen (Entf)</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Items in flight of %1</source>
        <translation>Elemente unterwegs von %1</translation>
    </message>
    <message>
        <source>Number of items in flight at most</source>
        <translation>Höchstzahl der Elemente unterwegs</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StretchChip</name>
    <message>
        <source>%1 ✕</source>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>Back to the whole run from %1</source>
        <translation>Von %1 zurück zum ganzen Lauf</translation>
    </message>
    <message>
        <source>Where time went, Latencies and Selection speak of this stretch. Back to the whole run (Esc in the lanes)</source>
        <translation>„Wo die Zeit blieb“, Latenzen und Auswahl sprechen von dieser Spanne. Zurück zum ganzen Lauf (Esc in den Bahnen)</translation>
    </message>
</context>
<context>
    <name>overlap::gui::SweepFields</name>
    <message>
        <source>Vary</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Values of what varies</source>
        <translation>Werte dessen, was sich ändert</translation>
    </message>
    <message>
        <source>&lt;b&gt;Vary&lt;/b&gt;&lt;br&gt;Runs everything once for each value of one figure: the number of workers, an option of the strategies, or a parameter of the work. The chart is under Scaling.</source>
        <translation>&lt;b&gt;Ändern&lt;/b&gt;&lt;br&gt;Lässt alles für jeden Wert einer Größe einmal laufen: die Anzahl der Worker, eine Option der Strategien oder einen Parameter der Arbeit. Das Diagramm steht unter „Skalierung“.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>One run in all.</source>
        <translation>Insgesamt ein Lauf.</translation>
    </message>
    <message>
        <source>%1 runs in all.</source>
        <translation>Insgesamt %1 Läufe.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Values&lt;/b&gt;&lt;br&gt;Separated by commas, such as 1, 2, 4, 8, or a range of integers, such as 1..8, and 2..20..3 in steps of three. All of them are mixed in every block, so that no value has the quiet minute for itself.</source>
        <translation>&lt;b&gt;Werte&lt;/b&gt;&lt;br&gt;Durch Kommas getrennt, etwa 1, 2, 4, 8, oder ein Bereich ganzer Zahlen, etwa 1..8, und 2..20..3 in Dreierschritten. Alle werden in jedem Block gemischt, damit kein Wert die ruhige Minute für sich hat.</translation>
    </message>
</context>
<context>
    <name>overlap::gui::ViewMenu</name>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>overlap::session::DifferencesModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Took there</source>
        <translation>Dauer dort</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Länger</translation>
    </message>
    <message>
        <source>Began later</source>
        <translation>Begann später</translation>
    </message>
</context>
<context>
    <name>overlap::session::GalleryModel</name>
    <message>
        <source>Own files</source>
        <translation>Eigene Dateien</translation>
    </message>
</context>
<context>
    <name>overlap::session::ResultsModel</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>A field of what the item came to.</source>
        <translation>Ein Feld dessen, was aus dem Element wurde.</translation>
    </message>
    <message>
        <source>The item&apos;s place in the input, from 1.</source>
        <translation>Der Platz des Elements in der Eingabe, ab 1.</translation>
    </message>
    <message>
        <source>Its place in the order of finishing; “–” where it never finished.</source>
        <translation>Der Platz in der Reihenfolge der Fertigstellung; „–“, wo es nie fertig wurde.</translation>
    </message>
    <message>
        <source>Done, cancelled, or what went wrong.</source>
        <translation>Erledigt, abgebrochen, oder was schiefging.</translation>
    </message>
    <message>
        <source>A field of what the item came to. It changes from run to run, so runs are not compared by it.</source>
        <translation>Ein Feld dessen, was aus dem Element wurde. Es ändert sich von Lauf zu Lauf, daher werden Läufe nicht danach verglichen.</translation>
    </message>
</context>
<context>
    <name>overlap::session::StatisticsModel</name>
    <message>
        <source>Tasks that ended</source>
        <translation>Aufgaben, die endeten</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Whose workers.</source>
        <translation>Wessen Worker.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Tasks that ended in the stretch, with their whole duration, and what the workers did in it, by state.</source>
        <translation>Aufgaben, die in der Spanne endeten, mit ihrer ganzen Dauer, und was die Worker in ihr taten, nach Zustand.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How many there are.</source>
        <translation>Wie viele es sind.</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>The shortest; a piece that reaches beyond the stretch is cut.</source>
        <translation>Das kürzeste; ein Stück, das über die Spanne hinausreicht, ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Half of them are no longer than that.</source>
        <translation>Die Hälfte davon ist nicht länger.</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 % of them are no longer than that.</source>
        <translation>95 % davon sind nicht länger.</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>The longest; a piece that reaches beyond the stretch is cut.</source>
        <translation>Das längste; ein Stück, das über die Spanne hinausreicht, ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>All of them together, over all workers.</source>
        <translation>Alle zusammen, über alle Worker.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the workers&apos; time in the stretch.</source>
        <translation>An der Zeit der Worker in der Spanne.</translation>
    </message>
</context>
</TS>
