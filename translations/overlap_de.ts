<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <translation>Anteil aller Worker, über %1</translation>
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
        <source>%1 (lanes: %2)</source>
        <translation>%1 (Bahnen: %2)</translation>
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
        <translation>live %1 s</translation>
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
</context>
<context>
    <name>Items</name>
    <message>
        <source>wait %1</source>
        <translation>Warten %1</translation>
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
</context>
<context>
    <name>Messages</name>
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
        <translation>Aus %1 nacheinander wurden %2 mit %3: %4 ×.</translation>
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
        <source>the chart could not be written to “%1”: %2</source>
        <translation>das Diagramm konnte nicht nach „%1“ geschrieben werden: %2</translation>
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
        <source>“seed” must not be negative</source>
        <translation>„seed“ darf nicht negativ sein</translation>
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
        <translation>Auslastung</translation>
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
        <source>“%1” must be %2</source>
        <translation>„%1“ muss %2 sein</translation>
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
        <source>“%1” in “%2” is not a number of workers: write an integer, cores or 2xcores</source>
        <translation>„%1“ in „%2“ ist keine Anzahl von Workern: eine ganze Zahl, cores oder 2xcores schreiben</translation>
    </message>
    <message>
        <source>“%1”: the number of workers must be greater than 0</source>
        <translation>„%1“: Die Anzahl der Worker muss größer als 0 sein</translation>
    </message>
    <message>
        <source>“%1”: at most %2 workers are possible</source>
        <translation>„%1“: Höchstens %2 Worker sind möglich</translation>
    </message>
    <message>
        <source>no strategy is called “%1”; there are: %2</source>
        <translation>keine Strategie heißt „%1“; es gibt: %2</translation>
    </message>
    <message>
        <source>“%1” needs a number of workers, such as %1:%2</source>
        <translation>„%1“ braucht eine Anzahl von Workern, etwa %1:%2</translation>
    </message>
    <message>
        <source>“%1” takes no number of workers</source>
        <translation>„%1“ nimmt keine Anzahl von Workern</translation>
    </message>
    <message>
        <source>“%1” takes one number of workers</source>
        <translation>„%1“ nimmt eine einzige Anzahl von Workern</translation>
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
        <source>this version runs no sweeps</source>
        <translation>diese Version führt keine Messreihen aus</translation>
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
        <source>the process %1 ended too early: %2</source>
        <translation>der Prozess %1 endete zu früh: %2</translation>
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
        <translation>%1 antwortete nicht vollständig innerhalb von %2 s.</translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2 s.</source>
        <translation>Der Name %1 wurde nicht innerhalb von %2 s aufgelöst.</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2 s.</translation>
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
        <translation>Wie lange ein Server braucht, um eine Verbindung anzunehmen, höchstens.</translation>
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
    <name>overlap::charts::TimingsChart</name>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>The times of the strategies stand here side by side once something has run.</source>
        <translation>Hier stehen die Zeiten der Strategien nebeneinander, sobald etwas gelaufen ist.</translation>
    </message>
    <message>
        <source>Scroll the rows</source>
        <translation>Durch die Zeilen blättern</translation>
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
    <name>overlap::gui::ExportMenu</name>
    <message>
        <source>Lanes as image…</source>
        <translation>Bahnen als Bild …</translation>
    </message>
    <message>
        <source>Timings as image…</source>
        <translation>Zeiten als Bild …</translation>
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
        <translation>Bericht (JSON) …</translation>
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
        <translation>Läufe (CSV) …</translation>
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
        <source>PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
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
        <translation>Herausgekommen: %1 ×, wie erwartet.</translation>
    </message>
    <message>
        <source>Came out: %1 ×, not as expected. A busy machine can do that: run it again.</source>
        <translation>Herausgekommen: %1 ×, nicht wie erwartet. Das kann an einem ausgelasteten Rechner liegen: noch einmal starten.</translation>
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
        <source>Here stands how long each strategy took, beside each other. Press Run.</source>
        <translation>Hier steht nebeneinander, wie lange jede Strategie gebraucht hat. „Starten“ drücken.</translation>
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
    <message>
        <source>Show everything in the lanes</source>
        <translation>Alles in den Bahnen zeigen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>%1 – Overlap</source>
        <translation>%1 – Overlap</translation>
    </message>
    <message>
        <source>Choose at least one strategy, then press Run.</source>
        <translation>Mindestens eine Strategie wählen, dann „Starten“ drücken.</translation>
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
        <translation>%1 läuft</translation>
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
        <source>The experiment could not be run</source>
        <translation>Das Experiment konnte nicht ausgeführt werden</translation>
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
        <source>%1 events lost · watching costs %2 %</source>
        <translation>%1 Ereignisse verloren · Beobachten kostet %2 %</translation>
    </message>
    <message>
        <source>Events that did not fit into a lane&apos;s ring; times per state stay exact all the same. Watching: CPU time of this window while it runs, as a share of all cores.</source>
        <translation>Ereignisse, die nicht in den Ringpuffer einer Bahn passten; die Zeiten je Zustand bleiben trotzdem exakt. Beobachten: CPU-Zeit dieses Fensters während des Laufs, als Anteil an allen Kernen.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
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
        <translation> Bytes</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
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
</context>
<context>
    <name>overlap::gui::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>overlap::gui::StrategyList</name>
    <message>
        <source>Add a strategy…</source>
        <translation>Strategie hinzufügen …</translation>
    </message>
    <message>
        <source>Workers of %1</source>
        <translation>Worker von %1</translation>
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
</context>
</TS>
