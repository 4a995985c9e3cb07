// What the commands say, in German. What is missing here is a type error.
import { quoted, translate } from "./sentences.de.ts";
import { titleOf, todoOf } from "./steps.de.ts";
import type { english } from "./words.en.ts";

/** Zu welchem Objekt ein Ereignis gehört. */
function ofWhat(type: string): string {
  return { "net.Server": " des Servers", "net.Socket": " eines Sockets" }[type] ?? "";
}

export const german: typeof english = {
  lesson: "LESSON.de.md",
  lessonEnd: "LESSON.de.md#where-to-go-from-here",

  sentence: translate,
  title: titleOf,
  todo: todoOf,

  usage: {
    start:
      "npm start [Schritt] [-- --trace] [--step] [--pieces BYTES] [--delay MS] [--drop-after BYTES] [--to server|client]",
    test: "npm test [Schritt] oder npm test -- --all",
    watch: "npm run watch [Schritt]",
    hint: "npm run hint SCHRITT",
    answer: "npm run answer SCHRITT",
    reset: "npm run reset SCHRITT",
    greedy: "npm run greedy [Port]",
    server: "npm run server [Schritt] [-- Optionen]",
    client: 'npm run client [Schritt] ["Nachricht"], mehrere Wörter in Anführungszeichen',
    grade:
      "npm run --silent grade [-- --work ORDNER | --checks ORDNER | --class ORDNER --out ORDNER] [--limit SEKUNDEN] [--user NUMMER] [--format NAME] [--from DATEI]",
  },
  help: {
    start:
      "Startet den fertigen Server und den fertigen Client zusammen oder die eines Schritts. --trace zeichnet, was zwischen ihnen hin- und hergeht; --step hält alles unterwegs fest, bis Sie die Eingabetaste drücken; --pieces zerlegt es, --delay verzögert es, --drop-after bricht die Verbindung ab, und --to sagt, in welcher Richtung.",
    test: "Sagt, wie weit Sie sind, was im aktuellen Schritt nicht stimmt und was als Nächstes zu tun ist. Mit einem Schritt: prüft diesen und alles, was frühere Schritte verlangt haben; Exit-Code 0 heißt, dass er fertig ist. Mit --all heißt Exit-Code 0, dass alle Schritte fertig sind. Mit --problems steht jeder Fehler des Schritts auch in einer Zeile, für Editoren.",
    watch:
      "Dasselbe bei jedem Speichern, beginnend mit einem Schritt oder mit dem ersten, der nicht fertig ist.",
    hint: "Gibt den nächsten Hinweis zu einem Schritt.",
    answer: "Zeigt die Lösung eines Schritts neben Ihren Dateien.",
    reset:
      "Setzt die Dateien eines Schritts so zurück, wie Sie sie bekommen haben. Was Sie geschrieben haben, bleibt daneben erhalten.",
    greedy:
      "Ein Client, der viel sendet und nichts liest, um zu sehen, was ein Server dagegen tut. Ohne Port: der aus PORT oder 9999.",
    grade:
      "Gibt die Punkte jedes Schritts als JSON aus. Mit --work wird der Kurs in jenem Ordner bewertet, mit den Prüfungen von hier; mit --checks dieser Kurs, mit den Prüfungen der unveränderten Kopie in jenem Ordner. --format gibt den Punkten eine andere Form: markdown, github, junit, codequality, gradescope oder classroom50; mit --from sind es die Punkte in jener Datei, die dieser Befehl vorher als JSON ausgegeben hat. Mit --class wird jeder Kurs in jenem Ordner mit den Prüfungen von hier bewertet, und --out erhält grades.csv, grades.json, class.md und für jede Person eine Seite; ein zweiter Aufruf macht weiter, wo der erste endete. --limit sagt, wie viele Sekunden für jede Person zur Verfügung stehen: ohne diese Angabe 300. Mit --user laufen die Programme als der Benutzer mit dieser Nummer und den folgenden, die sonst niemand haben darf: unter Linux, für root.",
  },
  helpLanguage: "--lang en oder --lang de: die Sprache.",

  // Wrong arguments, and what else keeps a command from its work
  noStep: (name, last) => `Einen Schritt ${quoted(name)} gibt es nicht. Es gibt die Schritte 1 bis ${last}.`,
  tooMuch: (rest, usage) => `Zu viel: „${rest}“. Verwendung: ${usage}`,
  wrongOption: (message) =>
    message
      .replace(/^Unknown option '(.*?)'.*/s, "Eine Option $1 gibt es nicht.")
      .replace(/^Option '(.*?)' does not take an argument$/, "Die Option $1 steht allein, ohne einen Wert.")
      .replace(/^Option '(\S+).*?' argument (missing|is ambiguous).*/s, "Die Option $1 braucht einen Wert."),
  noPort: (name, text) => `${name} ist „${text}“, also keine Portnummer. Portnummern gehen von 1 bis 65535.`,
  noWholeNumber: (option, text) => `${option} braucht eine ganze Zahl ab 1, und nicht „${text}“.`,
  noSide: (option, text) => `${option} braucht „server“ oder „client“, und nicht „${text}“.`,
  thePort: "Der Port",
  oneProgram: (side) => `npm run ${side} [Schritt]`,
  takenByNpm: (option, command) =>
    `npm hat --${option} für sich behalten. Setzen Sie vor Optionen zwei Bindestriche: ${command} -- --${option} …`,
  portNotAllowed: (port, other) =>
    `An Port ${port} dürfen Sie nicht lauschen: Für die Ports unter 1024 verlangen viele Systeme besondere Rechte. Wählen Sie einen anderen: ${other}`,
  portInUse: (port, other) =>
    `Port ${port} ist von einem anderen Programm belegt. Beenden Sie es oder nehmen Sie einen anderen Port: ${other}`,

  // npm run grade
  noFolder: (folder) => `Es gibt keinen Ordner ${folder}.`,
  noCopy: (folder, part) => `${folder} ist keine Kopie dieses Kurses, denn ${part} fehlt darin.`,
  noPackages: (folder) => `Die Pakete von ${folder} sind nicht installiert. Geben Sie dort ein: npm ci`,
  sameFolder: (folder) =>
    `${folder} kann nicht die unveränderte Kopie von sich selbst sein. --checks und --work sind zwei Ordner.`,
  checkIsBroken: (step, check) =>
    `Schritt ${step} lässt sich nicht bewerten, denn die Prüfung „${check}“ funktioniert hier nicht.`,
  stepIsBroken: (step, message) => `Schritt ${step} lässt sich nicht bewerten: ${message}`,

  grading: {
    noFormat: (name, formats) =>
      `Ein Format „${name}“ gibt es nicht. Wählen Sie eines von diesen: ${formats}`,
    noScore: (file) =>
      `In ${file} stehen keine Punkte, die diese Version von npm run grade als JSON ausgegeben hat.`,
    needsBoth:
      "--class und --out gehören zusammen: der Ordner der Klasse und der für das, was dabei herauskommt.",
    noStudents: (folder) =>
      `In ${folder} ist niemand: Keiner der Ordner darin enthält die Schritte dieses Kurses.`,
    mixed: (folder, out) =>
      `${folder} und ${out} müssen zwei Ordner sein, von denen keiner im anderen liegt.`,
    cannotWrite: (place, message) => `${place} lässt sich nicht schreiben: ${message}`,
    courseHasChanged: (folder, file, students) =>
      `Der Kurs in ${folder} wurde verändert (${file}), während diese bewertet wurden: ${students}. Nichts davon zählt. Stellen Sie ihn wieder her und sehen Sie sich deren Programme an.`,
    needsRoot:
      "--user ist für root unter Linux: Sonst kann niemand Programme als ein anderer Benutzer laufen lassen.",
    unreadableFor: (user, folder) =>
      `Benutzer ${user} kann Node nicht mit dem ausführen, was in ${folder} liegt: Beides muss für alle lesbar sein.`,
    isLink: (file) => `${file} ist eine Verknüpfung, und solchen wird nicht gefolgt.`,
    isNoFile: (file) =>
      `${file} ist da, aber nicht das, was dort hingehört: für ein Programm eine Datei, für einen Schritt ein Ordner.`,
    isTooLarge: (file, kibibytes) => `${file} ist größer als ${kibibytes} KiB, also kein Programm.`,
    unreadable: (file, message) => `${file} lässt sich nicht lesen: ${message}`,
    outOfTime: (seconds) => `Nicht bewertet: Die Zeit (${seconds} s) war um.`,
    ended: (why) => `Nicht bewertet: Die Bewertung brach ab (${why}).`,
    progress: (count, all, name, points, of, how) =>
      `${String(count).padStart(String(all).length)}/${all}  ${name}: ${points} von ${of} Punkten (${how})`,
    asBefore: "wie zuvor",
    step: "Schritt",
    state: "Stand",
    notGraded: "nicht bewertet",
    read: (place) => `Lesen Sie: ${place}`,
    overview: (students) => `Die Klasse: ${students} ${students === 1 ? "Person" : "Personen"}`,
    commonest: "Die häufigsten Fehler",
    mistakeColumns: ["Personen", "Fehler", "was einer von ihnen gesagt wurde", "in der Lektion"],
    alike: "Programme, die sich gleichen",
    aboutAlike:
      "Diese sind bis auf Namen, Kommentare und Leerraum gleich, und nicht so, wie sie ausgeteilt werden. Das ist ein Grund für ein Gespräch, kein Urteil: Wo es einen naheliegenden Weg gibt, finden ihn auch zwei.",
    none: "Keine.",
    leftOut: "Ordner ohne Schritte",
  },

  // How far the learner is
  states: { done: "fertig", "to do": "offen", failing: "fehlerhaft" },
  looking: "Sehe nach, wie weit Sie sind …",
  checkingAll: "Prüfe …",
  checkingStep: (number) => `Prüfe Schritt ${number} …`,
  checking: "wird geprüft",
  youAreHere: "Sie sind hier",
  stepsDone: (done, all) => `${done} von ${all} Schritten fertig`,
  congratulation:
    "Alle Schritte sind fertig. Herzlichen Glückwunsch! Sie haben einen Echo-Server und einen Echo-Client geschrieben, die Sie bis aufs Byte verstehen.",
  goOnAt: (place) => `Wie es weitergeht, steht am Ende von ${place}`,

  // What is wrong with a step, and what to do next
  stillAsked: (asking, step) => `Das verlangte Schritt ${asking}, und es gilt auch in Schritt ${step}.`,
  earlier: (count) =>
    `was frühere Schritte verlangt haben, gilt noch (${count} ${count === 1 ? "Prüfung" : "Prüfungen"})`,
  onlyOneAddress:
    "HOST wurde nur mit 127.0.0.1 geprüft, denn dieses System hat keine zweite Adresse für sich selbst.",
  noSignals:
    "Was der Server bei Strg+C tut, wurde nicht geprüft, denn unter Windows kann das niemand einem anderen Programm senden. Probieren Sie es in seinem Terminal aus.",
  sameCause: "(dieselbe Ursache)",
  beginWithFirst: (count) =>
    `${count} Prüfungen schlagen fehl. Beginnen Sie mit der ersten, denn oft erklärt sie die anderen.`,
  thisIsFirst: (count) => `(${count} Prüfungen schlagen fehl. Das ist die erste.)`,
  lastStep: (number) => `Schritt ${number} ist der letzte. Wie weit sind Sie? npm test`,
  nextStep: (number, title, place) => `Weiter mit Schritt ${number}, ${title}. Lesen Sie ${place}`,
  compare: (number) => `Mit der Lösung vergleichen: npm run answer ${number}`,
  afterwards: ["Was wirklich geschieht", "Probieren Sie es aus", "Was wissen Sie jetzt?"],
  remarks: {
    "exits-while-open":
      "Bestanden. Eine Anmerkung: process.exit() beendet das Programm, während noch etwas offen ist, und was bis dahin nicht hinausgegangen ist, ist verloren. Wenn alles geschlossen ist, endet es von selbst.",
    "destroys-without-end":
      "Bestanden. Eine Anmerkung: destroy() verwirft, was noch auf das Senden wartet, und die andere Seite sieht womöglich einen Reset. end() lässt es erst zu Ende senden.",
    "adds-listeners":
      "Bestanden. Eine Anmerkung: Diese Zeile fügt jedes Mal, wenn sie läuft, einen weiteren Listener hinzu, und keiner wird je entfernt. Einer genügt, oder once().",
    "decodes-twice":
      "Bestanden. Eine Anmerkung: Hier werden dieselben Bytes noch einmal decodiert. Heben Sie den Text in einer Variablen auf.",
  },
  checkIt: (number) => `prüfen: npm test ${number}`,
  saveIt: "speichern (geprüft wird sofort)",
  readAndDo: (place, check) => `Weiter: ${place} lesen, dies tun, dann ${check}`,
  deleteMarks: "Ist etwas davon schon erledigt, löschen Sie seinen Kommentar.",
  mend: (place, check) => `Weiter: in ${place} den Fehler beheben, dann ${check}`,

  // npm run hint, answer und reset
  needsStep: (usage) => `Welcher Schritt? Verwendung: ${usage}`,
  oneMoreHint: (step) => `Noch einer: npm run hint ${step}`,
  thoseWereAll: (step) => `Das sind alle Hinweise. Die Lösung: npm run answer ${step}`,

  // npm run watch
  keys: "h Hinweis  a Lösung  e Editor  r zurücksetzen  n weiter  p zurück  1-11 Schritt  l Liste  q Ende",
  askReset: (step) =>
    `Die Dateien von Schritt ${step} zurücksetzen? Drücken Sie noch einmal r. Ihre eigenen bleiben erhalten.`,
  askNext: (step) =>
    `Schritt ${step} ist nicht fertig. Um trotzdem weiterzugehen, drücken Sie noch einmal n.`,
  isFirstStep: "Das ist der erste Schritt.",
  noEditor:
    "Welcher Editor? Setzen Sie die Umgebungsvariable EDITOR, etwa EDITOR=nano, oder installieren Sie `code`.",
  noSuchEditor: (command) => `Der Editor ${command} lässt sich nicht starten. EDITOR oder VISUAL nennt ihn.`,
  othersAreNotDone: "Dieser Schritt ist fertig. Andere sind es nicht; Taste l zeigt die Liste.",
  pressN: (number, title) => `Dieser Schritt ist fertig. Taste n: weiter mit Schritt ${number}, ${title}:`,
  noMoreHints: "Mehr Hinweise gibt es nicht. Taste a zeigt die Lösung",
  yoursAndAnswer: (yours, answer) => `${yours} (-) und ${answer} (+):`,
  isTheAnswer: "Ihre Dateien sind die Lösung, Wort für Wort.",
  goToStep: "Zu einem anderen Schritt kommen Sie mit seiner Nummer.",
  nothingToReset: "Es gibt nichts zurückzusetzen, denn die Dateien sind so, wie Sie sie bekommen haben.",
  kept: (files) =>
    `Die Dateien sind wieder so, wie Sie sie bekommen haben. Ihre eigenen bleiben erhalten: ${files}`,
  isLastStep: (number) => `Schritt ${number} ist der letzte.`,

  // npm start, npm run server and npm run client
  stillRunning: "Läuft noch. Strg+C beendet es.",
  proxyAt: (port, server) =>
    `Ein Proxy an Port ${port} zeichnet auf, was hin- und hergeht. Der Server ist an Port ${server}.`,
  stepping:
    "Nichts geht von selbst weiter. Eingabetaste: gibt weiter, was am längsten festgehalten wird. a: gibt von jetzt an alles weiter.",
  held: (to, what) => `festgehalten auf dem Weg zum ${to === "server" ? "Server" : "Client"}: ${what}`,
  finished: (side) =>
    `Der fertige ${side === "server" ? "Server" : "Client"}. Den eines Schritts startet: npm run ${side} N`,

  // npm run greedy
  nobodyListens: (address) =>
    `An ${address} lauscht niemand. Starten Sie einen Server in einem anderen Terminal: npm run server 10`,
  sending: (address, mebibytes) => `Verbunden mit ${address}. Sende bis zu ${mebibytes} MiB und lese nichts.`,
  brokenOff: (message) => `Der Server hat die Verbindung abgebrochen: ${message}`,
  takenAll: (mebibytes) => `Der Server hat alle ${mebibytes} MiB angenommen.`,
  takenSome: (mebibytes) =>
    `Der Server hat ${mebibytes} MiB angenommen und nimmt nicht mehr an; er hält diesen Client zurück.`,
  lookNow: (seconds) =>
    `Sehen Sie sich jetzt den Speicher des Servers an. In ${seconds} Sekunden beginnt dieser Client zu lesen.`,
  cameBack: (mebibytes) => `Alle ${mebibytes} MiB sind zurückgekommen.`,
  nothingComes: (seconds, bytes) =>
    `Seit ${seconds} Sekunden ist nichts gekommen: ${bytes} Byte sind zurück, und der Server hat die Verbindung nicht geschlossen.`,
  cameBackWrong: "Was zurückkam, ist nicht das, was gesendet wurde.",

  // Drawings
  yours: (side) => `Ihr ${side === "server" ? "Server" : "Client"}`,
  program: (side) => (side === "server" ? "Server" : "Client"),
  theCheck: "die Prüfung",
  starts: "startet",
  connect: "Verbindung",
  prints: (text) => `gibt aus: ${text}`,
  printsOnStderr: (text) => `gibt auf stderr aus: ${text}`,
  printsMore: (lines) => `gibt ${lines} weitere Zeilen aus`,
  printsEmptyLine: "gibt eine leere Zeile aus",
  bytes: (count) => `${count} ${count === 1 ? "Byte" : "Bytes"}`,
  endOfStream: "Ende des Stroms (FIN)",
  reset: "Abbruch (RST)",
  floods: {
    output: "gibt ohne Ende Text aus und wird gestoppt",
    connection: "sendet ohne Ende und wird nicht mehr gelesen",
    memory: "belegt mehr als 512 MiB Speicher und wird gestoppt",
  },
  endsWith: (code) => `endet mit Exit-Code ${code}`,
  isEndedBy: (signal) => `wird durch ${signal} beendet`,
  puzzles: {
    cast: "Dort steht etwas anderes, als mit „as“ behauptet wird. Oft fehlt ein await, denn ein Promise ist noch nicht das, was es bringen wird.",
    address: "address() liefert null, solange der Server nicht lauscht. Warten Sie zuerst darauf.",
    iterable:
      "Was dort ausgepackt wird, ist kein Array. once() liefert ein Promise. Warten Sie darauf mit await, und packen Sie aus, was dann kommt. Ein Listener bekommt, was das Ereignis mitbringt, so wie es ist.",
    race: "Promise.race() und seinesgleichen nehmen ein einziges Array. Die Promises stehen in [ ].",
    loop: "on() liefert die Ereignisse nacheinander, so wie sie kommen. Eine Schleife darüber ist eine, die wartet: for await … of.",
    emitter:
      "on() und once() nehmen das Objekt, den Namen eines Ereignisses und Optionen; eines davon passt nicht. Die Option close zum Beispiel ist ein Array von Namen.",
    array:
      "Was dort steht, sind keine Bytes. Oft ist es das Array, in dem once() und on() liefern, was ein Ereignis mitbringt. Packen Sie es aus.",
    unpacked:
      "Dort steht ein Array, und dessen toString() nimmt nichts entgegen. once() liefert darin, was ein Ereignis mitbringt. Packen Sie es aus.",
    oneByte:
      "Dort steht eine Zahl, ein einzelnes Byte, denn ausgepackt wurde der Buffer selbst. Ein Listener bekommt ihn so, wie er ist; nur once() und on() liefern ihn in einem Array.",
    brackets: "Das ist ein Array und keine Funktion. Seine Elemente stehen in [ ].",
    braced:
      "once und on sind zwei der Namen in node:events. Importieren Sie sie von dort, in geschweiften Klammern: { once }.",
    caught:
      "Was gefangen wird, kann alles Mögliche sein, und deshalb hat es für TypeScript den Typ „unknown“. Sagen Sie mit „as“, wofür Sie es halten (Error), oder fragen Sie mit instanceof danach.",
    unknownName:
      "Diesen Namen gibt es in dieser Zeile nicht. Sein Import fehlt, er ist anders geschrieben, oder er wurde zwischen anderen geschweiften Klammern deklariert und ist nur dort bekannt.",
    module:
      "net ist das ganze Modul, und darin gibt es nichts mit diesem Namen. Was ein Server oder Socket kann, ist eine Methode dessen, den Sie erzeugt haben.",
    class:
      "Dort steht das, was einen Socket erzeugt, und kein Socket. Rufen Sie es auf (eine Klasse mit new).",
    noClose:
      "Der Socket einer Verbindung hat kein close(): end() sagt, dass nichts mehr kommt, und destroy() schließt ihn sofort. close() hat ein Server.",
    braces:
      "net heißt hier das ganze Modul, nicht einer der Namen darin. Importieren Sie es ohne geschweifte Klammern.",
    handedOn:
      "Dort wird übergeben, was ein Aufruf liefert, und keine Funktion. Der Aufruf geschieht sofort, und nicht erst mit dem Ereignis. Übergeben Sie eine Funktion, die ihn später ausführt.",
    notYet: "Dieser Socket ist noch nicht verbunden.",
    notAnyMore: "Dieser Socket ist nicht mehr verbunden.",
    ended: "Nach end() lässt sich nichts mehr senden, denn damit ist gesagt, dass nichts mehr kommt.",
    named:
      "Dort steht eine Funktion, die nur genannt und nicht aufgerufen wird, denn die Klammern hinter ihrem Namen fehlen.",
    aborted: "Der Socket wurde zerstört, bevor er alles gesendet hatte.",
    listening: "listen() wurde für denselben Server ein zweites Mal aufgerufen. Einmal genügt.",
    premature: "Ein Stream der Pipeline wurde geschlossen, bevor er zu Ende war.",
  },
  waitsFor: (event, line) => `Zeile ${line}: wartet auf „${event}“`,
  hangs: (event, type, line) =>
    `Das Programm wartet in Zeile ${line} auf „${event}“${ofWhat(type)}, und das ist nicht gekommen. Was darunter steht, wird nicht erreicht.`,
  isOpen: ({ what, line }) => {
    if (what === "timer") return "Ein Timer ist gestellt. Er lässt das Programm wieder etwas tun.";
    const created = line > 0 ? ` (erzeugt in Zeile ${line})` : "";
    return what === "server"
      ? `Sein lauschender Socket${created} ist noch offen. Schließen Sie ihn auf jeden Fall, ob alles gut ging oder nicht.`
      : `Eine Verbindung ist noch offen. Schließen Sie ihren Socket${created} auf jeden Fall, ob alles gut ging oder nicht.`;
  },
  unheard:
    "Bytes kamen, während niemand auf „data“ lauschte; sie sind verloren. Lauschen Sie, bevor sie kommen können, und solange sie kommen können.",
  closes: ({ by, line, waiting, ended }) => {
    const lost = `${waiting} ${waiting === 1 ? "Byte, das" : "Bytes, die"} noch auf das Senden ${waiting === 1 ? "wartete" : "warteten"}`;
    const call = `${by}() in Zeile ${line}`;
    if (by === "exit")
      return `process.exit() in Zeile ${line} hat das ganze Programm sofort beendet. Was bis dahin nicht empfangen oder gesendet war, ist verloren. Ohne diesen Aufruf endet ein Programm von selbst, sobald es auf nichts mehr warten muss.`;
    if (by === "half-open")
      return `Der Client hatte seine Seite beendet, und deshalb hat Node auch die des Servers beendet. Das tut es bei den Sockets eines Servers, der (in Zeile ${line}) ohne allowHalfOpen erzeugt wurde. Danach lässt sich nichts mehr senden.`;
    if (by === "loop")
      return `Die Schleife in Zeile ${line} liest den Socket selbst. Ist eine solche Schleife vorbei, so zerstört Node den Socket${waiting > 0 ? `: Verloren sind ${lost}` : ""}. Eine Schleife über die Ereignisse, mit on() aus node:events, tut das nicht.`;
    if (by === "maxConnections")
      return "Der Server hat die fallen gelassen, die mehr waren, als sein maxConnections erlaubt.";
    if (by === "destroySoon")
      return `${call} hat die Verbindung geschlossen, sobald alles gesendet war, und zwar in beiden Richtungen. Was danach kommt, wird nicht empfangen.`;
    if (by === "end") return `${call} hat diese Seite geschlossen. Danach lässt sich nichts mehr senden.`;
    const first =
      ended === undefined
        ? "Rufen Sie zuerst end() auf, das sie noch sendet, und warten Sie"
        : "Warten Sie zuerst";
    const after = ended === undefined ? "" : ` und die end() in Zeile ${ended} noch gesendet hätte`;
    if (waiting > 0)
      return `${call} hat ${lost}${after}, verworfen. ${first}, bis der Socket geschlossen ist („close“).`;
    return `${call} hat die Verbindung sofort geschlossen, in beiden Richtungen. Der Aufruf wartet auf nichts.`;
  },
  silence: (seconds) => `${seconds.replace(".", ",")} s Stille`,
  itself: (side, line) => `Der ${side === "server" ? "Server" : "Client"} selbst sagt: ${quoted(line)}`,
  expected: (what) => `erwartet: ${what}`,
  expectedBytes: (count) => `erwartet: ${count} Bytes`,
  atByte: (index, actual, expected) => `bei Byte ${index}: ${actual} statt ${expected}`,
};
