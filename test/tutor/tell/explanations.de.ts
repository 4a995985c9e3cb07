// What each mistake means, in German: what happened, and what to do. Never the code.
import { otherSide, type Side } from "../course/course.ts";
import type { Facts } from "../judge/mistake.ts";
import { EVENTS, MAIN_EVENTS } from "../judge/waits.ts";
import type { Explanations } from "./explanation.ts";
import { mended } from "./typescript.de.ts";

const nouns: Readonly<Record<Side, string>> = { server: "Server", client: "Client" };

/** Woran Bytes erinnern, die andere sein sollten. */
const LIKE: { readonly [like in NonNullable<Facts["like"]>]: string } = {
  base64: " Was kam, sind dieselben Bytes, als Base64 geschrieben, also ein Text über Bytes.",
  hex: " Was kam, sind dieselben Bytes, hexadezimal geschrieben, also ein Text über Bytes.",
  zeros:
    " Was kam, sind lauter Nullen, denn Buffer.alloc() liefert so viele leere Bytes. Buffer.from() liefert die eines Textes, von einem Array aber eines für jedes Element.",
  case: " Nur Groß- und Kleinschreibung unterscheiden sich.",
  name: " Angekommen ist ein Name aus Ihrem Programm. Zwischen Anführungszeichen ist er ein Text, nicht sein Wert.",
  fewer: " Was kam, ist der Anfang davon, und der Rest fehlt.",
  twice: " Alles kam doppelt.",
  before: " Vor dem Verlangten kamen andere Bytes.",
  after: " Nach dem Verlangten kamen andere Bytes.",
  around: " Vor und nach dem Verlangten kamen andere Bytes.",
  "zeros-after":
    " Nach dem Verlangten kamen Nullen: TCP braucht kein Endezeichen, und kein Buffer muss voll sein.",
};

/** Als Ende einer Erklärung. */
function likeness({ like }: Facts): string {
  return like === undefined ? "" : LIKE[like];
}

/** Ein Warten, das als `"data" (22)` angegeben ist, in Worten. */
function inLine(wait: Facts["actual"] = ""): string {
  return String(wait).replace(/^"(.*)" \((\d+)\)$/, "„$1“ in Zeile $2");
}

/** Welche Ereignisse es gibt: die ersten von vielen. */
function eventsOf(type = ""): string {
  const events = EVENTS[type]?.slice(0, MAIN_EVENTS).join("“, „");
  return events === undefined ? "" : ` Es gibt: „${events}“.`;
}

/** Ob `event` mehr als einmal kommen kann. */
function comesOften(event: Facts["actual"]): boolean {
  return event === "data" || event === "connection";
}

/** Warum `event` dort nie eintritt, und was gemeint sein kann. */
function nothingEmits(event: Facts["actual"], type: string | undefined, meant: string | undefined): string {
  if (meant !== undefined) return `ein solches Ereignis gibt es nicht. Gemeint ist vielleicht „${meant}“.`;
  if (type === "net.Server" && /^(data|end|readable|drain)$/.test(String(event)))
    return "bei einem Server tritt es nie ein. Was ein Client sendet, kommt am Socket seiner Verbindung an, den das Ereignis „connection“ bringt.";
  if (event === "connection" && type === "net.Socket")
    return "das ist ein Ereignis des Servers: Es bringt den Socket jedes Clients, der sich verbindet.";
  if (event === "connect")
    return "das kommt nicht mehr, denn ein Socket, der angenommen wurde, ist schon verbunden.";
  return `ein solches Ereignis gibt es nicht.${eventsOf(type)}`;
}

/** Was eine Schleife beendet, als Ende eines Satzes, der sagt, dass sie weiterläuft. */
function endsOf(events: string | undefined): string {
  if (events === undefined) return ", und hier nennt sie keines.";
  // Node geht einen Text Buchstabe für Buchstabe durch.
  return /^.(", ".)+$/.test(events)
    ? ", und zwar in einem Array, denn ein Text wird Buchstabe für Buchstabe genommen."
    : `; „${events.replaceAll('", "', "“, „")}“ ist nicht gekommen.`;
}

export const german: Explanations = {
  // Any step
  "type-error": ({ detail }) => `TypeScript hat einen Fehler gefunden: ${mended(detail ?? "")}`,
  "missing-file": ({ detail }) =>
    `Die Datei ${detail} ist nicht da. So, wie sie beim letzten Commit war, holt sie dieser Befehl zurück: git restore ${detail}`,
  "not-a-file": ({ detail }) =>
    `${detail} ist keine Datei, sondern ein Ordner oder etwas anderes. Dort gehört Ihr Programm hin.`,
  "unreadable-file": ({ detail }) => `${detail} lässt sich nicht lesen. Dazu brauchen Sie das Recht.`,
  "too-large-file": ({ detail }) => `${detail} ist zu groß für ein Programm dieses Kurses (über 256 KiB).`,
  "utf-16-file": ({ detail }) =>
    `${detail} ist UTF-16 (so schreibt es „>“ in der Windows PowerShell 5.1). Speichern Sie die Datei als UTF-8: Editoren zeigen die Codierung am unteren Rand oder in „Speichern unter“.`,
  "broken-settings": () =>
    "TypeScript findet die Typen von Node nicht, weil die Einstellungen des Kurses geändert wurden. An Ihrem Programm liegt es nicht. Die Einstellungen holt dieser Befehl zurück: git restore tsconfig.json steps/tsconfig.json. Die Pakete installiert: npm ci",
  "foreign-quotes": ({ actual }) =>
    `Das Zeichen ${actual} sieht aus wie ein Anführungszeichen, ist aber keines für TypeScript, das nur die geraden und den Backtick kennt. Es stammt von einer Webseite, aus einer Textverarbeitung oder von der Taste neben der, die gemeint war. Tippen Sie es neu.`,
  "does-not-parse": ({ detail }, side) =>
    `Der ${nouns[side]} kann nicht laufen, denn das ist noch kein TypeScript. Das Erste, was nicht passt: ${detail}.`,
  "imports-own-file": ({ detail }, side) =>
    `Der ${nouns[side]} importiert „${detail}“. Jedes Programm eines Schritts steht vollständig in seiner einen Datei, denn es wird allein gestartet, abgegeben und bewertet. Nehmen Sie hinein, was Sie brauchen.`,
  "missing-module": ({ detail }) =>
    `Das Programm importiert „${detail}“, und das gibt es hier nicht. Alles, was Sie brauchen, bringt Node mit. Die Namen seiner Module beginnen mit „node:“, zum Beispiel „node:net“.`,
  crashed: ({ detail }, side) =>
    `Den ${nouns[side]} hat eine Ausnahme beendet, die niemand abgefangen hat: ${detail}`,
  "awaits-forever": (_, side) =>
    `Der ${nouns[side]} endete mitten in einem await (Exit-Code 13 von Node), weil nichts mehr da war, was noch hätte bringen können, worauf er wartet.`,
  "floods-output": (_, side) =>
    `Der ${nouns[side]} gab ohne Ende Text aus und wurde gestoppt. Suchen Sie nach einer Schleife, die etwas ausgibt, oder nach einem Ereignis, das sich selbst auslöst.`,
  "floods-connection": (_, side) =>
    `Der ${nouns[side]} sendete über 16 MiB mehr, als ihm gesendet wurde, und die Prüfung las nicht weiter. Ein Echo ist so lang wie die Nachricht. Suchen Sie nach einer Schleife, die sendet, oder nach einem Ereignis, das sich selbst auslöst: „drain“ kommt nach jedem Schreiben wieder, das warten musste.`,
  "fills-memory": ({ actual }, side) =>
    `Der ${nouns[side]} belegte mehr als 512 MiB Speicher und wurde gestoppt. ` +
    (actual === undefined
      ? "Suchen Sie, was wächst und nie schrumpft: ein Array, ein Text, gesammelte Bytes."
      : `Über ${actual} MiB davon waren einem Socket übergeben, und die andere Seite hatte sie nicht angenommen. Liefert write() den Wert false, so warten Sie auf „drain“, bevor Sie mehr schreiben.`),
  "never-stops-computing": (_, side) =>
    `Der ${nouns[side]} rechnet ohne Pause und wurde gestoppt. Suchen Sie nach einer Schleife, die nie endet. Node tut nämlich eines nach dem anderen: Solange eine Schleife läuft, kann kein Ereignis kommen, und nichts von dem kann geschehen, worauf die Schleife wartet.`,
  "check-broken": ({ detail }) =>
    `Diese Prüfung selbst hat nicht funktioniert (${detail}). Das ist ein Fehler des Kurses, nicht Ihrer. Im ersten Abschnitt von CONTRIBUTING.md steht (auf Englisch), was Sie schicken können und wohin.`,
  "not-started": () =>
    "Das System hat das Programm nicht gestartet, weil es überlastet oder an einer seiner Grenzen ist. Das ist nicht Ihr Fehler. Schließen Sie andere Programme, und versuchen Sie es noch einmal.",
  "prints-nothing": (_, side) =>
    `Der ${nouns[side]} hat nichts ausgegeben. Sagen Sie mit console.log(), was er getan hat.`,
  "prints-on-stderr": ({ actual }, side) =>
    `Der ${nouns[side]} hat „${actual}“ auf stderr ausgegeben. stderr ist für Fehler da (console.error(), console.warn()). Alles andere gehört auf stdout; dorthin kommt, was console.log() ausgibt.`,
  "never-ends": (_, side) =>
    `Der ${nouns[side]} hat seine Arbeit getan, läuft aber weiter. Node endet von selbst, sobald es auf nichts mehr warten muss.`,
  "exits-with-failure": ({ actual }, side) =>
    `Der ${nouns[side]} endete mit Exit-Code ${actual}. Wer ihn gestartet hat, schließt daraus, dass etwas fehlgeschlagen ist. Ist alles gut gegangen, so ist der Exit-Code 0.`,
  "hard-coded-port": ({ actual, expected }, side) =>
    `Der ${nouns[side]} benutzt Port ${actual}, soll aber Port ${expected} benutzen, den ihm die Umgebungsvariable PORT nennt. Die Konstante PORT in Ihrer Datei hat den richtigen Wert.`,

  "own-error": ({ detail }, side) =>
    `Der ${nouns[side]} hat einen Fehler abgefangen und meldet ihn: ${detail}. Das ist kein Fehler des Netzwerks, sondern einer in seinem eigenen Code.`,
  "waits-in-vain": ({ actual, detail, meant, line }) =>
    `Zeile ${line} wartet auf das Ereignis „${actual}“ ${detail === "net.Server" ? "des Servers" : "eines Sockets"}, und ${nothingEmits(actual, detail, meant)}`,
  "event-has-been": ({ actual, detail, line }) =>
    `Zeile ${line} wartet auf das Ereignis „${actual}“ ${detail === "net.Server" ? "des Servers" : "des Sockets"}, aber das war schon eingetreten, als das Programm dort ankam${comesOften(actual) ? "" : ", und es kommt nur einmal"}. Warten Sie darauf, bevor es eintreten kann.`,
  "taken-before": ({ actual, detail, meant, line }) =>
    `Zeile ${line} wartet noch einmal auf das Ereignis „${actual}“ ${detail === "net.Server" ? "des Servers" : "des Sockets"}. Das eine, das kam, hat schon Zeile ${meant} entgegengenommen${comesOften(actual) ? `; jedes once() nimmt eines. Verwenden Sie, was Zeile ${meant} bringt, oder lassen Sie eine von beiden weg.` : ", und es kommt nur einmal. Lassen Sie eine von beiden weg."}`,
  "loop-goes-on": ({ actual, meant, line }) =>
    `Die andere Seite hat ihren Strom beendet, aber die Schleife in Zeile ${line} wartet noch auf das nächste „${actual}“. Eine Schleife über on() läuft weiter, bis ein Ereignis kommt, das die Option „close“ nennt${endsOf(meant)} Dass die andere Seite fertig ist, meldet das Ereignis „end“.`,
  "loop-ends-early": ({ actual, line }) =>
    `Die Schleife in Zeile ${line} endete mit dem Ereignis „${actual}“, das ihre Option „close“ nennt, bevor die andere Seite ihren Strom beendet hatte. Was später kam, wurde nicht gelesen. Dass die andere Seite fertig ist, meldet das Ereignis „end“.`,
  "other-object": ({ actual, detail, line }) =>
    `Zeile ${line} lauscht auf das Ereignis „${actual}“ ${detail === "net.Server" ? "eines Servers, der nicht lauscht" : "eines Sockets, der nicht verbunden ist"}. Mit ihm geschieht nie etwas. ${detail === "net.Server" ? "Es lauscht ein anderer Server" : "Verbunden ist ein anderer Socket"} des Programms; nehmen Sie diesen.`,
  "nobody-asked": ({ actual, detail, meant, line }) =>
    `Zeile ${line} wartet auf das Ereignis „${actual}“ des ${detail === "net.Server" ? "Servers" : "Sockets"}, und nichts wird es bringen: ${meant} wurde nicht aufgerufen. Ein await hält alles auf, was darunter steht: erst aufrufen, dann warten.`,
  "never-reached": ({ actual, detail, meant, expected, line }) =>
    `Zu ${meant} in Zeile ${line} ist das Programm nie gekommen. Zeile ${expected} lauscht auf das Ereignis „${actual}“ des ${detail === "net.Server" ? "Servers" : "Sockets"}, und das kommt erst, wenn ${meant} aufgerufen wurde. Was ein Ereignis auslöst, kann nicht in der Funktion stehen, die darauf wartet. Rufen Sie es außerhalb auf.`,
  "stays-paused": ({ actual, line }) =>
    actual === "pauseOnConnect"
      ? `Der Server wurde (in Zeile ${line}) mit pauseOnConnect erzeugt, und damit ist jeder seiner Sockets von Anfang an angehalten. Solange ihn niemand weiterlaufen lässt, erfährt kein Listener, was kommt.`
      : `${actual} in Zeile ${line} hat den Socket angehalten, und seitdem hat ihn nichts weiterlaufen lassen. Bis dahin erfährt kein Listener, was kommt.`,
  "held-by-readable": ({ line }) =>
    `Zeile ${line} lauscht auf „readable“, und das nimmt das Ereignis „data“ weg. Wer auf „readable“ lauscht, muss die Bytes mit read() holen, und vorher kommt „data“ nicht. Lauschen Sie nur auf „data“.`,
  "not-called": ({ actual, line }) =>
    `In Zeile ${line} wird ${actual} nur genannt und nicht aufgerufen. Ohne Klammern dahinter${/\b(Socket|Server)$/.test(String(actual)) ? " (und new davor)" : ""} geschieht nichts.`,
  "not-thrown": ({ line }) =>
    `In Zeile ${line} wird ein Error erzeugt, aber nicht geworfen. Niemand erfährt davon, und das Programm läuft weiter. Schreiben Sie throw davor.`,
  "not-awaited": ({ actual, meant, line }) =>
    `Niemand wartet auf das, was ${actual} in Zeile ${line} liefert: ein Promise. Deshalb läuft das Programm sofort weiter, ${meant === undefined ? "bevor das erledigt ist" : `bevor das Ereignis „${meant}“ gekommen ist`}. Warten Sie darauf, mit await.`,
  "awaits-no-promise": ({ actual, line }) =>
    `In Zeile ${line} steht await vor ${actual}, aber das liefert kein Promise. Der Aufruf bittet nur um etwas, und das Programm läuft sofort weiter. Dass es erledigt ist, sagt ein Ereignis; warten Sie mit once() darauf.`,
  "stuck-together": ({ actual, meant }) =>
    `Zusammen gestartet warten die beiden Programme aufeinander, und keines wird je wieder etwas tun: der Server auf ${inLine(meant)}, der Client auf ${inLine(actual)}. Eines von beiden muss den Anfang machen.`,

  // 01
  "creates-no-socket": (_, side) =>
    side === "server"
      ? "Der Server lief, hat aber keinen Server-Socket erzeugt. Wer ausgibt, dass es einen gibt, hat noch keinen. In node:net finden Sie eine Funktion, die einen net.Server erzeugt."
      : "Der Client lief, hat aber keinen Socket erzeugt. Wer ausgibt, dass es einen gibt, hat noch keinen. In node:net finden Sie eine Klasse Socket; ihre Objekte sind je ein Ende einer Verbindung.",
  "creates-other-socket": (_, side) =>
    side === "server"
      ? "Der Server hat einen net.Socket erzeugt, also das Ende einer Verbindung. Was lauscht und für jeden Client einen solchen Socket bekommt, ist ein net.Server. In node:net finden Sie eine Funktion, die einen erzeugt."
      : "Der Client hat einen net.Server erzeugt, und der wartet auf Clients. Was sich mit ihm verbindet, ist ein net.Socket, das Ende einer Verbindung. In node:net finden Sie eine Klasse dieses Namens.",
  "listens-too-early": () =>
    "Der Server lauscht schon. Das ist erst der nächste Schritt; erzeugen Sie hier nur den Server-Socket, und lassen Sie das Programm enden.",
  "connects-too-early": () =>
    "Der Client verbindet sich schon. Das kommt erst in Schritt 03; erzeugen Sie hier nur den Socket, und lassen Sie das Programm enden.",

  // 02
  "never-listens": (_, side) =>
    `An der Adresse und dem Port, die der ${nouns[side]} bekommen hat (HOST und PORT in seiner Umgebung), nimmt niemand Verbindungen an. Ein Server-Socket, der nur erzeugt wurde, ist im Netzwerk noch nicht zu sehen. Er muss erst an eine Adresse und einen Port gebunden werden und lauschen.`,
  "closes-listener-at-once": ({ line }) =>
    `Der Server sollte lauschen, und close() in Zeile ${line} hat seinen lauschenden Socket geschlossen, bevor sich ein Client verbunden hatte. Der Aufruf wartet auf keinen. Schließen Sie den Socket erst, wenn die Clients bedient sind.`,
  "ends-at-once": (_, side) =>
    `Der ${nouns[side]} hat sich mit Exit-Code 0 von selbst beendet, bevor er ${side === "server" ? "gelauscht hat" : "verbunden war"}, obwohl er den Aufruf dafür enthält. Das dauert einen Moment, den das Programm abwarten muss.`,
  "swaps-host-and-port": (_, side) =>
    `Der ${nouns[side]} übergibt die Adresse an der Stelle, an der Node den Port erwartet. Node hält sie dann für den Namen einer Datei und benutzt das Netzwerk gar nicht. Der Port kommt zuerst, die Adresse danach.`,
  "text-for-port": ({ actual }, side) =>
    `Der ${nouns[side]} übergibt den Text „${actual}“ an der Stelle, an der Node den Port erwartet. Ein Text, der keine Zahl ist, ist für Node der Name einer Datei, und es benutzt das Netzwerk dann gar nicht. Übergeben Sie den Port als Zahl.`,
  "wrong-address": ({ actual, expected }) =>
    `Der Server lauscht an der Adresse ${actual}, soll aber an ${expected} lauschen (HOST in seiner Umgebung). Von dieser Adresse hängt ab, wer sich verbinden kann. Geben Sie also auch HOST weiter, denn ohne diese Angabe lauscht Node an jeder Adresse des Rechners.`,
  "prints-no-port": ({ expected }, side) =>
    side === "server"
      ? `Der Server lauscht, hat aber keine Zeile mit dem Port (${expected}) ausgegeben. Wer ihn startet, will wissen, wo er lauscht.`
      : `Der Client ist verbunden, hat aber keine Zeile mit dem Port des Servers (${expected}) ausgegeben. Wer ihn startet, will wissen, womit er verbunden ist.`,
  "prints-when-connected": () =>
    "Der Server hat seine Zeile mit dem Port erst ausgegeben, als sich ein Client verbunden hatte. Er lauscht aber schon lange vorher. Das meldet das Ereignis „listening“; „connection“ kommt mit jedem Client.",
  "prints-placeholders": ({ actual, meant = "" }, side) =>
    `Der ${nouns[side]} gibt „${actual}“ aus, so wie es dasteht. ` +
    (meant.startsWith("$")
      ? "Ein Wert tritt nur dann an die Stelle von ${…}, wenn der Text zwischen Backticks (`) steht, nicht zwischen Anführungszeichen."
      : `Was durch einen Wert ersetzt werden soll, hat ein Dollarzeichen vor der Klammer, $${meant}, und steht in einem Text zwischen Backticks (\`).`),
  "prints-before-listening": ({ actual }) =>
    `Der Server hat „${actual}“ ausgegeben, bevor er lauschte, und danach keine Zeile mit dem Port. listen() bittet nur darum. Geben Sie die Zeile erst aus, wenn das Ereignis „listening“ gekommen ist.`,

  // 03
  "never-connects": () =>
    "Der Client hat sich nie mit dem Server an HOST und PORT (aus seiner Umgebung) verbunden. Ein neuer net.Socket ist noch nicht verbunden; man muss ihm sagen, dass er sich verbinden soll.",
  "closes-socket-at-once": ({ line, meant }, side) =>
    meant === "connected"
      ? `destroy() in Zeile ${line} hat die Verbindung des ${nouns[side]}s in beiden Richtungen geschlossen, bevor etwas gekommen war. Ein Listener legt nur fest, was später geschieht, und das Programm läuft sofort weiter. Schließen Sie die Verbindung, wenn alles getan ist.`
      : `Der Client hat um eine Verbindung gebeten, und destroy() in Zeile ${line} hat seinen Socket geschlossen, bevor sie da war. connect() bittet nur darum, ein Listener legt nur fest, was später geschieht, und das Programm läuft sofort weiter. Schließen Sie den Socket, wenn der Client seine Arbeit getan hat.`,
  "connects-elsewhere": ({ actual, expected }) =>
    `Der Client hat sich mit ${actual} verbunden, sollte sich aber mit ${expected} verbinden (HOST in seiner Umgebung). Geben Sie auch HOST weiter, denn ohne diese Angabe verbindet sich Node mit dem eigenen Rechner.`,
  "prints-before-connecting": ({ actual }) =>
    `Der Client hat „${actual}“ ausgegeben, bevor er verbunden war, und danach keine Zeile mit dem Port. connect() bittet nur darum. Geben Sie die Zeile erst aus, wenn das Ereignis „connect“ gekommen ist.`,
  "accepts-nobody": ({ expected }) =>
    `Ein Client hat sich von ${expected} aus verbunden, und der Server hat nichts darüber ausgegeben. Das Ereignis „connection“ gibt Ihnen einen Socket; der weiß, wer am anderen Ende ist.`,
  "prints-own-address": ({ expected }) =>
    `Der Server hat seine eigene Adresse und seinen eigenen Port ausgegeben. Wer das liest, will aber wissen, wer sich verbunden hat, also das andere Ende der Verbindung, hier ${expected}. In Node heißt dieses Ende „remote“.`,
  "prints-undefined": ({ actual, meant }) =>
    `Der Server gibt „${actual}“ aus. Was er dort fragt, ist nicht der Socket der Verbindung, oder die Namen der Eigenschaften sind anders geschrieben. Das Ereignis „connection“ ${meant === "listener" ? "übergibt den Socket seinem Listener." : "bringt den Socket mit; once() liefert das, was ein Ereignis mitbringt, als Array, packen Sie es also aus."}`,
  "misspells-property": ({ actual }) =>
    `Der Server gibt „${actual}“ aus. Der Socket ist der richtige, aber mindestens eine der Eigenschaften, nach denen Sie ihn fragen, hat er unter diesem Namen nicht. Vergleichen Sie, wie sie geschrieben werden.`,
  "names-no-client": ({ expected }) =>
    `Ein Client hat sich von ${expected} aus verbunden, aber was der Server ausgegeben hat, sagt das nicht. Geben Sie sowohl die Adresse als auch den Port am anderen Ende der Verbindung aus, denn erst zusammen bezeichnen sie einen Client unter vielen.`,

  // 04
  "sends-nothing": ({ expected }) =>
    `Der Client hat sich verbunden, aber von ihm kam kein einziges Byte. Er soll seine Nachricht senden, ${expected}, als UTF-8-Bytes.`,
  "adds-newline": () =>
    "Der Client hat seine Nachricht gesendet und danach ein Zeilenende, das nicht dazugehört. TCP überträgt Bytes, keine Zeilen. Was Sie hinzufügen, empfängt der Server und sendet es zurück.",
  "adds-bytes": (facts, side) =>
    `Der ${nouns[side]} hat mehr gesendet, als er soll.${likeness(facts)} Jedes Byte, das Sie hinzufügen, kommt am anderen Ende an. Senden Sie genau das, was verlangt ist.`,
  "ignores-argument": ({ actual, expected }) =>
    `Der Client hat als erstes Argument die Nachricht ${expected} bekommen, aber ${actual} gesendet. In Node stehen die Argumente eines Programms in process.argv, vom dritten Element an.`,
  "takes-file-for-message": ({ actual, expected }) =>
    `Der Client hat keine Nachricht bekommen und statt ${expected} gesendet: ${actual}. process.argv beginnt mit den Namen von zwei Dateien, nämlich der von Node und der Ihres Programms. Gibt es eine Nachricht, so ist sie das dritte Element.`,
  "wrong-encoding": () =>
    "Der Client hat seine Nachricht in einer anderen Codierung als UTF-8 gesendet. Jeder Buchstabe des englischen Alphabets ist in UTF-8 ein Byte, aber ü sind zwei, 世 sind drei und 👋 sind vier.",
  "sends-wrong-bytes": (facts) =>
    `Der Client hat etwas anderes gesendet als seine Nachricht, ${facts.expected}, als UTF-8-Bytes. Er soll genau diese Bytes senden: nichts davor, nichts danach, nichts dazwischen.${likeness(facts)}`,
  "tells-not-what-it-sent": ({ expected }) =>
    `Der Client hat seine Nachricht gesendet, aber nicht ausgegeben. Geben Sie aus, was gesendet wurde: ${expected}.`,
  "receives-nothing": ({ expected }) =>
    `Ein Client hat ${expected} gesendet, und der Server hat nichts darüber ausgegeben. Was ankommt, kommt mit dem Ereignis „data“ des Sockets (nicht des Servers).`,
  "prints-function": ({ meant }, side) =>
    `Der ${nouns[side]} hat statt eines Textes den Code einer Funktion ausgegeben. ${meant && /^[A-Z]/.test(meant) ? `${meant} ist nämlich eine Klasse und keines ihrer Objekte. Gemeint ist eine Methode des Objekts, das Sie haben.` : `Eine Funktion, die nur genannt wird, wird nämlich nicht aufgerufen. Setzen Sie Klammern hinter ihren Namen${meant ? `: ${meant}()` : ""}.`}`,
  "prints-raw-buffer": (_, side) =>
    `Der ${nouns[side]} hat die Bytes ausgegeben, die ankamen, nicht den Text, für den sie stehen. Ein Buffer enthält Bytes. Decodieren Sie ihn (als UTF-8), bevor Sie ihn ausgeben. Falls Sie [ <Buffer …> ] sehen, packen Sie zuerst das Array aus, das once() liefert.`,
  "garbles-text": ({ expected, like }, side) =>
    `Der ${nouns[side]} hat einen anderen Text ausgegeben als den, der ankam, ${expected}. ` +
    (like === "fewer"
      ? "Ausgegeben hat er nur den Anfang davon; der Rest fehlt."
      : like === undefined
        ? "Die Bytes sind UTF-8, decodieren Sie sie also als UTF-8. Andere Codierungen wie latin1 oder ascii passen nur für die Buchstaben des englischen Alphabets."
        : `Ausgegeben hat er dessen Bytes ${like === "hex" ? "hexadezimal" : "als Base64"}, und das ist ein Text über Bytes. Sie sind UTF-8, decodieren Sie sie also als UTF-8.`),
  "prints-other-text": ({ expected }) =>
    `Der Server hat etwas ausgegeben, aber nicht den Text, der ankam: ${expected}.`,

  // 05
  "no-echo": () =>
    "Von dem, was der Client gesendet hatte, kam nichts zurück. Ein Echo-Server schreibt in denselben Socket, aus dem er liest.",
  "decoded-echo": () =>
    "Die Bytes wurden unterwegs zu Text decodiert und wieder codiert. Bytes, die kein UTF-8 sind, überstehen das nicht. Senden Sie den Buffer zurück, den Sie empfangen haben, nicht seinen Text.",
  "partial-echo": () =>
    "Nur ein Teil der Bytes kam zurück. Der Server muss alles zurücksenden, was er empfangen hat.",
  "changed-echo": (facts) =>
    `Was zurückkam, ist nicht das, was gesendet wurde. Ein Echo-Server ändert nichts, fügt nichts hinzu und lässt nichts weg. Er sendet den Buffer zurück, den er empfangen hat.${likeness(facts)}`,
  "prints-no-reply": ({ expected, actual, meant }) => {
    if (meant === "together")
      return `Zusammen mit dem Server gestartet, hat der Client ${expected} nicht als das ausgegeben, was zurückkam. ${actual === "0" ? "Vom Server ist nichts bei ihm angekommen." : `Vom Server sind ${actual} Bytes bei ihm angekommen.`}`;
    const arrived = "Diese Bytes sind im Client angekommen. Geben Sie ihren Text dort aus.";
    const why = {
      listener: `${arrived} Was außerhalb eines Listeners steht, läuft, bevor sie kommen.`,
      once: arrived,
      nothing: "Sie kommt mit dem Ereignis „data“ des Sockets und ist vorher nicht da.",
    }[meant ?? "nothing"];
    return `Der Server hat ${expected} geantwortet, und der Client hat die Antwort danach nicht ausgegeben. ${why}`;
  },
  "prints-what-it-sent": ({ expected, actual }) =>
    `Der Client hat ausgegeben, was er gesendet hatte, ${actual}, aber der Server hat etwas anderes geantwortet, ${expected}. Ein Client, der die Antwort nicht ansieht, kann einen Echo-Server von keinem anderen unterscheiden. Geben Sie aus, was zurückkam.`,
  "prints-other-reply": ({ expected, meant }) =>
    `Der Client hat etwas ausgegeben, aber nicht den Text, der zurückkam: ${expected}.${meant === "nothing" ? " Der ist erst da, wenn das Ereignis „data“ gekommen ist." : ""}`,

  // 06
  "never-closes-connection": (_, side) =>
    `Das Echo kam zurück, aber der ${nouns[side]} hat die Verbindung nie geschlossen. Der ${nouns[otherSide(side)]} wartet auf das Ende des Stroms, und er erfährt nicht, dass nichts mehr kommt. Beenden Sie zuerst Ihre Seite, und warten Sie dann auf die andere.`,
  "resets-connection": (_, side) =>
    `Der ${nouns[side]} hat die Verbindung abgebrochen (RST), statt sie zu schließen (FIN). Ein Abbruch sagt dem ${nouns[otherSide(side)]}, dass etwas fehlgeschlagen ist, und Bytes, die noch unterwegs sind, gehen verloren. Beenden Sie den Strom, empfangen Sie, was noch kommt, und schließen Sie dann.`,
  "loses-echo": () =>
    "Die Verbindung wurde geschlossen, bevor das ganze Echo zurückgekommen war. Übergeben Sie zuerst alles, und schließen Sie dann.",
  "closes-before-reply": () =>
    "Der Client hat die Verbindung geschlossen, bevor die Antwort da war. Warten Sie erst auf die Antwort, und schließen Sie dann.",
  "never-closes-listener": () =>
    "Der Server hat die Verbindung geschlossen, läuft aber weiter, denn sein lauschender Socket ist noch offen und würde den nächsten Client annehmen. Schließen Sie auch ihn.",

  // 07
  "hangs-on-error": ({ detail }, side) =>
    `${detail}, und der ${nouns[side]} läuft weiter, als könnte er noch arbeiten. Melden Sie den Fehler, schließen Sie, was offen ist, und lassen Sie das Programm enden.`,
  "crashes-on-error": ({ detail, meant }, side) =>
    `${detail}, und den ${nouns[side]} hat eine Ausnahme beendet, die niemand abgefangen hat. Wer ihn benutzt, bekommt den Stacktrace von Node zu sehen. ${meant === "socket" ? "Gescheitert ist die Verbindung, und deren Fehler kommt bei ihrem eigenen Socket an. Das Ereignis „error“ des Servers meldet nur, was ihn selbst betrifft." : "Fangen Sie den Fehler jeder Socket-Operation ab, auch den der Aufrufe selbst, denn manche Fehler werden geworfen, und andere kommen als Ereignis."}`,
  "ignores-error": ({ detail }, side) =>
    `${detail}, und der ${nouns[side]} endete mit Exit-Code 0, als wäre alles gut gegangen. Wer ihn gestartet hat, erkennt es nur am Exit-Code; er muss 1 sein.`,
  "wrong-exit-code": ({ detail, actual }, side) =>
    `${detail}, und der ${nouns[side]} endete mit Exit-Code ${actual}. Nehmen Sie 1, den üblichen Code für einen Fehlschlag.`,
  "silent-on-error": ({ detail, actual }, side) =>
    `${detail}, und der ${nouns[side]} hat auf stderr nichts darüber gesagt${actual === undefined ? "" : `, aber auf stdout: „${actual}“`}. Geben Sie mit console.error() aus, was fehlgeschlagen ist. stdout ist für Ergebnisse da, stderr für Fehler.`,
  "wordy-error": ({ detail, actual, meant }, side) =>
    `${detail}, und der ${nouns[side]} hat ${actual} Zeilen auf stderr ausgegeben. Geben Sie eine einzige aus. ${meant === "stack" ? "Die Meldung des Fehlers sagt genug; sein Stacktrace ist für die gedacht, die das Programm schreiben, nicht für die, die es benutzen." : "Wer das Log vieler Programme liest, möchte für einen Fehler eine Zeile, in der alles steht."}`,
  "error-without-place": ({ detail, expected }, side) =>
    `${detail}, und was der ${nouns[side]} auf stderr ausgegeben hat, sagt nicht, wo. Nennen Sie den Port, ${expected}.`,
  "reports-undefined": ({ detail, actual }, side) =>
    `${detail}, und der ${nouns[side]} meldet es als „${actual}“, denn was er dort ausgibt, gibt es nicht. Was geworfen wurde, ist vielleicht kein Error, oder es hat keine Meldung, sondern einen Code. Werfen Sie einen Error, und geben Sie dessen Meldung oder Code aus.`,
  "reports-but-hangs": ({ detail }, side) =>
    `${detail}, und der ${nouns[side]} meldet es, läuft aber weiter. Node beendet ein Programm von selbst, sobald es auf nichts mehr warten muss.`,
  "hangs-on-silent-client": () =>
    "Ein Client hat sich verbunden und ist gegangen, ohne etwas zu senden, und der Server wartet weiter, auf etwas, das nicht mehr kommen kann. Der Socket sagt, wenn die andere Seite fertig ist; warten Sie auch darauf.",

  "takes-end-for-data": ({ actual }) =>
    `Ein Client hat sich verbunden und ist gegangen, ohne etwas zu senden, und der Server hält das Ende des Clients für Daten. Er hat „${actual}“ ausgegeben und wartet dann weiter. Das Ereignis „close“ bringt einen Wert, der nicht zu den Daten gehört (ob es einen Fehler gab); „end“ bringt keinen.`,

  // 08
  "echoes-first-piece": () =>
    "Der Server hat das erste Stück zurückgesendet und es für die ganze Nachricht gehalten. TCP kennt keine Nachrichten. Was ein Client sendet, kommt in Stücken beliebiger Größe an, und zu Ende ist es dort, wo der Client es sagt. Empfangen Sie bis dahin weiter.",
  "ends-before-client": () =>
    "Der Server hat seine Seite der Verbindung beendet, bevor sein Client fertig war. Beenden Sie Ihre Seite erst, wenn der Client seine beendet hat.",
  "echoes-at-the-end": () =>
    "Der Server hat aufgehoben, was er empfing, und es erst zurückgesendet, als sein Client fertig war. Ein Client, der auf sein Echo wartet, bevor er weitermacht, würde ewig warten, und ein langer Strom würde den Speicher füllen. Senden Sie jedes Stück zurück, wenn es kommt.",
  "stops-echoing": ({ actual, expected }) =>
    `Von ${expected} Bytes kamen ${actual} zurück und dann nichts mehr, obwohl die Verbindung offen ist.`,
  "takes-silence-for-end": (_, side) =>
    `Einen Augenblick lang kam nichts, und der ${nouns[side]} hielt das für das Ende. Ein Netzwerk kann langsam sein, und wer etwas eintippt, auch. Erst das Ende des Stroms sagt, dass nichts mehr kommt.`,
  "loses-rest-of-echo": ({ actual, expected }) =>
    `Von ${expected} Bytes kamen ${actual} zurück, und dann hat der Server die Verbindung geschlossen. Der Rest, den er noch nicht empfangen oder noch nicht gesendet hatte, ist verloren. Empfangen Sie, bis der Client fertig ist, und schließen Sie erst, wenn alles gesendet ist.`,
  "splits-characters": (_, side) =>
    `Der ${nouns[side]} hat ein Stück decodiert, das mitten in einem Zeichen endet, und das Zeichen ging verloren (�). Ein Stück eines Stroms kann überall enden. Decodieren Sie das Ganze auf einmal, oder nehmen Sie einen Decoder, der den Anfang eines Zeichens behält, bis der Rest gekommen ist, und zwar einen für den ganzen Strom.`,
  "forgets-cut-character": ({ actual }) =>
    `Der Strom endete mitten in einem Zeichen, denn sein letztes Byte, ${actual}, ist das erste von dreien. Der Server hat dafür nichts ausgegeben, als wäre es nicht gekommen. Ein Decoder, der den Anfang eines Zeichens für das nächste Stück behält, muss erfahren, wann keines mehr kommt. Lassen Sie ihn am Ende des Stroms noch einmal decodieren, ohne Bytes, und geben Sie aus, was er liefert (�).`,
  "prints-first-piece": () =>
    "Der Client hat nur einen Teil der Antwort ausgegeben. Eine lange Antwort kommt in Stücken an und ist erst vollständig, wenn der Server den Strom beendet hat.",
  "loses-reply": () =>
    "Der Client hat gesagt, dass nichts mehr kommt, und nichts von der Antwort ausgegeben. Um das zu sagen, beenden Sie nur Ihre Seite des Stroms. Auf der anderen kommt die Antwort trotzdem. Empfangen Sie, bis der Server seine Seite beendet hat, und geben Sie aus, was kam.",
  "rejects-right-reply": ({ actual, meant }) =>
    `Genau die Bytes kamen zurück, die der Client gesendet hatte, und er endete mit Exit-Code ${actual}, als wären es andere. ${meant === "equals" ? "equals() ergibt true, wenn die Bytes dieselben sind. Fragt die Bedingung danach oder nach dem Gegenteil? Und ist die Antwort vollständig, wenn Sie sie vergleichen?" : "Vergleichen Sie die ganze Antwort, wenn sie vollständig ist, und vergleichen Sie die Bytes, denn für === und !== sind zwei Buffer mit denselben Bytes zwei verschiedene Objekte."}`,
  "waits-for-the-rest": () =>
    "Nur ein Teil der Nachricht kam zurück, und dann hat der Server den Strom beendet. Der Client hat weiter auf den Rest gewartet, und es war nichts mehr da, was ihn bringen könnte (Exit-Code 13 von Node). Das Ende des Stroms kommt auf jeden Fall. Warten Sie darauf, und sehen Sie dann nach, ob alles da ist.",
  "never-half-closes": () =>
    "Der Client hat seine Nachricht gesendet, aber nie gesagt, dass nichts mehr kommt. Wo die Nachricht endet, kann der Server nicht wissen; das sagt ihm nur das Ende des Stroms. Auch wenn Sie Ihre Seite beenden, können Sie noch empfangen.",

  // 09
  "ends-after-first-client": () =>
    "Der Server wurde mit --keep-open (oder -k, was dasselbe heißt) gestartet, hat einen Client bedient und dann keinen mehr. Mit dieser Option, in beiden Formen, geht es von vorn los, und Sie nehmen den nächsten an.",
  "keeps-open-unasked": () =>
    "Der Server wurde ohne --keep-open gestartet und hat nach seinem Client auf den nächsten gewartet. Viele Clients bedient er nur mit dieser Option (process.argv sagt es); ohne sie ist alles wie vorher: ein Client, und dann endet das Programm.",
  "leaks-listeners": ({ actual }) =>
    `Node warnt, dass immer mehr Listener für „${actual}“ an demselben Objekt warten. Jeder Client fügt nämlich einen hinzu, und keiner wird je entfernt. Fügen Sie einen Listener nur einmal hinzu, und zwar dort, wo das Objekt entsteht, zu dem er gehört.`,
  "one-at-a-time": () =>
    "Mehrere Clients waren zur selben Zeit verbunden, und einige bekamen keine Antwort, solange andere da waren. Während der Server auf einen Client wartet, muss er die anderen annehmen und bedienen. Beginnen Sie sofort, jeden zu bedienen, und warten Sie nicht ab, bis er fertig ist.",
  "turns-clients-away": () =>
    "Mehrere Clients haben sich zur selben Zeit verbunden, und der Server hat die Verbindungen von einigen geschlossen, bevor sie fertig waren. Mit --keep-open bedient er alle.",
  "mixes-up-clients": () =>
    "Ein Client bekam Bytes, die ein anderer Client gesendet hatte. Was zu einer Verbindung gehört, darf nicht an einem Ort für alle liegen. Geben Sie jeder Verbindung eigene Variablen.",
  "one-client-ends-all": ({ detail }) =>
    `${detail}, und der Server hat die anderen nicht weiter bedient. Was in einer Verbindung fehlschlägt, wird gemeldet und beendet nur diese Verbindung.`,
  "hides-failing-client": ({ detail }) =>
    `${detail}, und der Server hat nichts darüber ausgegeben. Dass er weitermacht, ist richtig, aber wer ihn betreibt, will wissen, was fehlgeschlagen ist und bei wem. Geben Sie eine Zeile aus.`,
  "names-wrong-client": ({ detail, expected, actual }) =>
    `${detail}, und der Server hat „${actual}“ ausgegeben. Das sagt nicht, welcher Client es war: ${expected}. Unter vielen unterscheiden ihn nur seine Adresse und sein Port von den anderen.`,
  "mixes-up-texts": ({ expected }) =>
    `Zwei Clients haben je ein Zeichen gesendet, ${expected}, in zwei Stücken, die abwechselnd kamen, und der Server hat nicht beide ausgegeben. Ein Decoder merkt sich den Anfang eines Zeichens. Geben Sie jeder Verbindung ihren eigenen.`,
  "dies-at-signal": ({ actual }) =>
    `Bei ${actual} endete der Server sofort, mitten in der Nachricht seines Clients, denn niemand hatte das Signal abgefangen. Der Prozess kann darauf lauschen wie auf jedes Ereignis.`,
  "accepts-after-signal": ({ actual }) =>
    `Der Server bekam das Signal ${actual} und nimmt immer noch neue Clients an. Schließen Sie den lauschenden Socket; die Verbindungen, die es gibt, berührt das nicht.`,
  "cuts-off-clients": ({ actual }) =>
    `Bei ${actual} hat der Server eine Verbindung mitten in der Nachricht seines Clients abgebrochen. Nehmen Sie niemanden mehr an, aber machen Sie mit denen weiter, die verbunden sind, bis sie fertig sind.`,
  "ignores-second-signal": () =>
    "Nach dem ersten SIGINT (Strg+C) wartet der Server auf seine Clients, und das zweite hat ihn nicht beendet. Wer zweimal Strg+C drückt, will nicht warten. Fangen Sie das Signal nur einmal ab.",

  // 10
  "buffers-without-limit": () =>
    "Ein Client hat 64 MiB gesendet und nichts vom Echo gelesen, und der Server hat alles angenommen. Was nicht gesendet werden konnte, liegt jetzt in seinem Speicher. Wenn write() false zurückgibt, muss der Socket aufhören zu empfangen, bis „drain“ kommt; dann füllt sich der Empfangspuffer, und TCP lässt den Client warten (Rückstau). Es reicht nicht, dass Ihre Schleife oder Ihr Listener wartet, während der Socket weiter empfängt.",
  "never-goes-on": () =>
    "Der Server hat nichts mehr empfangen, solange sein Client nicht las, und das war richtig. Aber dann las der Client, und der Server machte nicht weiter. Sobald alles Wartende gesendet ist, meldet es der Socket, dessen write() false zurückgegeben hatte. Empfangen Sie dann wieder, und zwar jedes Mal.",
  "drops-bytes": () =>
    "Der Server hat geschlossen, bevor alles zurückgekommen war, was er seinem Client abgenommen hatte. Dass write() false zurückgibt, heißt nicht, dass es diese Bytes abgelehnt hat. Diese Bytes warten, bis der Client liest. Nehmen Sie bis dahin nichts mehr an, lassen Sie nichts aus, und schließen Sie erst, wenn alles gesendet ist.",
  "holds-all-back": () =>
    "Solange ein Client nicht las, wurde ein anderer nicht bedient. Wer auf einen Client wartet, darf die anderen nicht aufhalten. Ob und worauf gewartet wird, ist Sache jeder einzelnen Verbindung.",

  // 11
  "never-times-out": () =>
    "Eine Verbindung schwieg länger, als --idle-timeout erlaubt, und der Server hielt sie offen. Ein Socket kann melden, dass eine Zeit lang nichts auf ihm geschehen ist, auch wenn von Anfang an nichts kam; schließen müssen ihn dann Sie.",
  "times-out-in-use": () =>
    "Der Server hat eine Verbindung zu früh geschlossen. Mit --idle-timeout 1 ist eine Sekunde ohne ein Byte erlaubt, und hier war es weniger. Beginnen Sie wieder bei null, sobald etwas geschieht, und achten Sie auf die Einheiten, denn Node zählt in Millisekunden.",
  "turns-nobody-away": () =>
    "Zwei Clients waren verbunden, so viele, wie --max-connections erlaubt, und ein dritter wurde nicht abgewiesen. Schließen Sie seine Verbindung (oder nehmen Sie sie nicht an).",
  "turns-away-too-soon": () =>
    "Mit --max-connections 2 waren nur zwei Clients da, und der Server hat einen von ihnen abgewiesen. So viele, wie die Option sagt, dürfen gleichzeitig verbunden sein; erst der nächste ist zu viel.",
  "turns-away-silently": () =>
    "Ein Client wurde wegen --max-connections abgewiesen, und der Server hat es nicht gemeldet. Wer ihn betreibt, wundert sich, warum sich Leute beschweren. Geben Sie eine Zeile darüber aus.",
  "stays-full": () =>
    "Nachdem einer von zwei Clients gegangen war, hat der Server den nächsten trotzdem abgewiesen. --max-connections begrenzt, wie viele gleichzeitig da sind. Zählen Sie also auch die, die gehen.",
  "obeys-control-characters": ({ actual }, side) =>
    `Der ${nouns[otherSide(side)]} hat ${actual} als Teil seiner Nachricht gesendet, und der ${nouns[side]} hat es so ausgegeben, wie es ist. Auf diese Weise kann ein Fremder das Terminal steuern. Zeigen Sie solche Zeichen (alle der Unicode-Kategorie Cc, auch U+0080 bis U+009F) in einer Form, die sichtbar ist und nichts bewirkt.`,
  "prints-disguises": ({ actual }, side) =>
    `Der ${nouns[otherSide(side)]} hat das Zeichen U+${actual} gesendet, und der ${nouns[side]} hat es so ausgegeben, wie es ist. Es steuert nichts, aber eine Zeile liest sich damit als etwas, was sie nicht ist: U+202E dreht die Schreibrichtung um, U+2028 beginnt in manchen Terminals und Betrachtern eine neue Zeile. Zeigen Sie auch die Zeichen der Unicode-Kategorien Cf, Zl und Zp in einer sichtbaren Form, wie die aus Cc.`,
  "prints-foreign-lines": (_, side) =>
    `Der ${nouns[otherSide(side)]} hat Zeilenenden gesendet, und der ${nouns[side]} hat sie so ausgegeben, wie sie sind. Auf diese Weise kann ein Fremder ganze Zeilen Ihres Logs schreiben. Zeigen Sie auch Zeilenenden in einer sichtbaren Form.`,
  "shows-undefined": ({ actual }, side) =>
    `Der ${nouns[otherSide(side)]} hat Steuerzeichen gesendet, und der ${nouns[side]} gab „${actual}“ aus: Wo die Nummer oder der Name eines Zeichens stehen sollte, steht „undefined“. Was bekommt die Funktion, die es sichtbar macht, und welchen Teil davon sieht sie sich an?`,
  "hides-control-characters": ({ actual }, side) =>
    `Der ${nouns[otherSide(side)]} hat Steuerzeichen gesendet (${actual}), und in dem, was der ${nouns[side]} ausgegeben hat, fehlen sie spurlos. Wer das liest, soll sehen, dass da etwas war. Zeigen Sie jedes in einer sichtbaren Form.`,
  "keeps-silent-connection": () =>
    "Eine Verbindung schwieg länger, als --idle-timeout erlaubt, und der Server beendete nur seine eigene Seite. Ein Client, der weiter schweigt, hält die andere Seite für immer offen und behält seinen Platz unter --max-connections. Schließen Sie die Verbindung selbst.",
  "counts-no-bytes": ({ expected }) =>
    `Ein Client hat ${expected} Bytes gesendet, und der Server hat nicht ausgegeben, wie viele es waren. Was von einer langen Nachricht nicht gezeigt wird, soll wenigstens gezählt werden. Geben Sie am Ende die Anzahl aus.`,
  "logs-everything": ({ actual }) =>
    `Ein Client hat ein Mebibyte gesendet, und der Server hat ${actual} Bytes darüber ausgegeben. Auf diese Weise kann ein Fremder Ihre Festplatte füllen. Geben Sie aus, wie die Nachricht beginnt, und am Ende, wie viele Bytes es waren.`,
  "accepts-nonsense": ({ actual }, side) =>
    `Die Option ${actual} ergibt keinen Sinn, und der ${nouns[side]} lief weiter, als ergäbe sie einen. ${String(actual).includes("=") ? "Sehen Sie sich den ganzen Wert an: parseInt() und parseFloat() lesen nur so weit, wie eine Zahl reicht, und Number() ergibt NaN, wo keine steht; NaN ist weder zu klein noch zu groß." : "Mit einer Option, die das Programm nicht kennt, hat sich jemand vertippt."} Melden Sie das in einer Zeile auf stderr, und enden Sie mit dem Exit-Code 1.`,
  "misses-message": ({ expected, actual }) =>
    `Der Client wurde mit --timeout 60 ${expected} gestartet, ${actual === undefined ? "und er hat sich nicht einmal verbunden." : `und gesendet hat er ${actual}.`} Nehmen Sie die Optionen und ihre Werte aus den Argumenten heraus. Was bleibt, ist die Nachricht.`,
  "gives-up-too-soon": () =>
    "Mit --timeout 60 darf der Client eine Minute auf den Server warten, und er hat nach einem Augenblick aufgegeben. Achten Sie auf die Einheiten, denn die Option zählt in Sekunden und Node in Millisekunden.",
  "does-not-help": ({ expected }, side) =>
    `Mit --help soll der ${nouns[side]} auf stdout seine Optionen (${expected}) nennen und enden, sonst nichts.`,
};
