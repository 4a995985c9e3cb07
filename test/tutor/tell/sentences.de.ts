// What the checks require, and what they say went wrong, in German. %s stands for whatever is filled in.
import type { sentences } from "../judge/sentences.ts";

const inGerman: Readonly<Record<(typeof sentences)[number], string>> = {
  // Any step
  "the server has no type errors": "der Server hat keine Typfehler",
  "the client has no type errors": "der Client hat keine Typfehler",
  "there is a file %s": "es gibt eine Datei %s",
  "the server is complete in its one file": "der Server steht vollständig in seiner einen Datei",
  "the client is complete in its one file": "der Client steht vollständig in seiner einen Datei",
  "the server does what earlier steps asked": "der Server tut, was frühere Schritte verlangt haben",
  "the client does what earlier steps asked": "der Client tut, was frühere Schritte verlangt haben",
  "started together, the client prints what it sent, received back from the server":
    "zusammen gestartet: der Client gibt aus, was er gesendet und vom Server zurückbekommen hat",

  // 01
  "the server creates a server socket, prints a line, and ends":
    "der Server erzeugt einen Server-Socket, gibt eine Zeile aus und endet",
  "the client creates a socket, prints a line, and ends":
    "der Client erzeugt einen Socket, gibt eine Zeile aus und endet",

  // 02
  "the server accepts connections at HOST and PORT": "der Server nimmt an HOST und PORT Verbindungen an",
  "the server prints a line with the port, once it really listens":
    "der Server gibt eine Zeile mit dem Port aus, sobald er wirklich lauscht",

  // 03
  "the client prints a line with the server's port, once it is connected":
    "der Client gibt eine Zeile mit dem Port des Servers aus, sobald er verbunden ist",
  "the server prints the address and port of the client that connected":
    "der Server gibt Adresse und Port des Clients aus, der sich verbunden hat",

  // 04
  "the client sends exactly the UTF-8 bytes of its argument, and prints it":
    "der Client gibt sein Argument aus und sendet genau dessen UTF-8-Bytes",
  'without an argument, the client sends "%s"': "ohne Argument sendet der Client „%s“",
  "the server prints the text that arrived": "der Server gibt den Text aus, der angekommen ist",

  // 05
  "the server sends back exactly the bytes that it received":
    "der Server sendet genau die Bytes zurück, die er empfangen hat",
  "the client prints the text that came back": "der Client gibt den Text aus, der zurückgekommen ist",

  // 06
  "after the echo, the server closes the connection and its listening socket, and ends":
    "nach dem Echo schließt der Server die Verbindung und den lauschenden Socket und endet",
  "after the echo, the client closes the connection, and ends":
    "nach dem Echo schließt der Client die Verbindung und endet",

  // 07
  "the client reports that nobody listens": "der Client meldet, dass niemand lauscht",
  "the client reports that the server reset the connection":
    "der Client meldet, dass der Server die Verbindung abgebrochen hat",
  "the client reports that the server closed without a reply":
    "der Client meldet, dass der Server die Verbindung ohne Antwort geschlossen hat",
  "the server reports that its port is in use": "der Server meldet, dass sein Port belegt ist",
  "the server reports that the client reset the connection":
    "der Server meldet, dass der Client die Verbindung abgebrochen hat",
  "the server ends when a client leaves without a word": "der Server endet, wenn ein Client wortlos geht",
  "the server reports that PORT is not a port number": "der Server meldet, dass PORT keine Portnummer ist",
  "the client reports that PORT is not a port number": "der Client meldet, dass PORT keine Portnummer ist",
  "Nobody listens at the port": "An dem Port lauscht niemand",
  "The server reset the connection (RST)": "Der Server hat die Verbindung abgebrochen (RST)",
  "The server closed the connection without a reply":
    "Der Server hat die Verbindung ohne Antwort geschlossen",
  "The port is in use by another program": "Der Port ist von einem anderen Programm belegt",
  "The client reset the connection (RST)": "Der Client hat die Verbindung abgebrochen (RST)",
  "A client connected and left without sending anything":
    "Ein Client hat sich verbunden und ist gegangen, ohne etwas zu senden",
  "PORT was %s, which is not a port number": "PORT war %s, also keine Portnummer",

  // 08
  "the server echoes bytes that come one at a time, and waits for the next":
    "der Server sendet Bytes zurück, die einzeln kommen, und wartet auf das nächste",
  "the server echoes a mebibyte, and closes when its client has finished":
    "der Server sendet ein Mebibyte zurück und schließt, wenn sein Client fertig ist",
  "the server loses nothing when its client reads late":
    "der Server verliert nichts, wenn sein Client spät liest",
  "the server closes when its client has sent nothing":
    "der Server schließt, wenn sein Client nichts gesendet hat",
  "the server prints what came of a character that is cut off":
    "der Server gibt aus, was von einem abgeschnittenen Zeichen gekommen ist",
  "the server prints a character that comes in two pieces":
    "der Server gibt ein Zeichen aus, das in zwei Stücken kommt",
  "the client says that it has finished, and then prints the whole reply":
    "der Client sagt, dass er fertig ist, und gibt dann die ganze Antwort aus",
  "the client reports a reply that differs from its message":
    "der Client meldet eine Antwort, die von seiner Nachricht abweicht",
  "the client reports a reply that is cut short": "der Client meldet eine Antwort, die abgeschnitten ist",
  "The reply differed from the message": "Die Antwort wich von der Nachricht ab",
  "Only a part of the message came back": "Nur ein Teil der Nachricht kam zurück",

  // 09
  "at %s, the server accepts no more, but finishes its echo":
    "bei %s nimmt der Server niemanden mehr an, bringt aber sein Echo zu Ende",
  "a second SIGINT ends the server at once": "ein zweites SIGINT beendet den Server sofort",
  "without --keep-open, the server still serves one client, and ends":
    "ohne --keep-open bedient der Server weiterhin einen einzigen Client und endet",
  "with --keep-open, the server serves one client after another":
    "mit --keep-open bedient der Server einen Client nach dem anderen",
  "with -k, the server serves %s clients at once": "mit -k bedient der Server %s Clients gleichzeitig",
  "a client that is silent, leaves or fails disturbs no other":
    "ein Client, der schweigt, geht oder scheitert, stört keinen anderen",
  "with --keep-open, the server keeps the texts of its clients apart":
    "mit --keep-open hält der Server die Texte seiner Clients auseinander",
  "one line says which client has failed": "eine Zeile sagt, welcher Client gescheitert ist",
  "One client reset its connection in the middle of its message":
    "Ein Client hat seine Verbindung mitten in seiner Nachricht abgebrochen",
  "One client left without a word": "Ein Client ist wortlos gegangen",
  "One client vanished as soon as it had connected":
    "Ein Client ist verschwunden, kaum dass er verbunden war",

  // 10
  "the server holds back a client that does not read, and echoes it all later":
    "der Server hält einen Client zurück, der nicht liest, und sendet ihm später alles zurück",
  "the server serves others while it holds one client back":
    "der Server bedient andere, während er einen Client zurückhält",

  // 11
  "--idle-timeout closes a silent connection": "--idle-timeout schließt eine Verbindung, die schweigt",
  "--idle-timeout spares a connection that is in use":
    "--idle-timeout verschont eine Verbindung, die in Gebrauch ist",
  "--max-connections turns away one client too many, and says so":
    "--max-connections weist überzählige Clients ab und meldet es",
  "a connection that was silent for too long takes no place":
    "eine Verbindung, die zu lange geschwiegen hat, nimmt niemandem den Platz",
  "what a client sends cannot control the terminal": "was ein Client sendet, kann das Terminal nicht steuern",
  "the log of a connection does not grow with what a client sends":
    "das Log einer Verbindung wächst nicht mit dem, was ein Client sendet",
  "--timeout gives up on a server that does not answer":
    "mit --timeout gibt der Client auf, wenn der Server nicht antwortet",
  "with options, the client still sends its message, and awaits the answer":
    "mit Optionen sendet der Client weiterhin seine Nachricht und wartet auf die Antwort",
  "what the server sends cannot control the terminal":
    "was der Server sendet, kann das Terminal nicht steuern",
  "the server refuses options that make no sense": "der Server weist ungültige Optionen zurück",
  "the client refuses options that make no sense": "der Client weist ungültige Optionen zurück",
  "with --help, the server tells its options, and ends":
    "mit --help nennt der Server seine Optionen und endet",
  "with --help, the client tells its options, and ends":
    "mit --help nennt der Client seine Optionen und endet",
  "The server did not answer, with the option --timeout 1":
    "Der Client lief mit --timeout 1, und der Server antwortete nicht",
  "The option %s makes no sense": "Die Option %s ist ungültig",
  "%s, with control characters in it": "%s, mit Steuerzeichen darin",
};

/** `text` in German. Of whatever is no sentence of the checks, only quotation marks change. */
export function translate(text: string): string {
  for (const [english, german] of Object.entries(inGerman)) {
    const [before, after] = english.split("%s") as [string, string?];
    if (after === undefined ? text !== before : !(text.startsWith(before) && text.endsWith(after))) continue;
    return german.replace("%s", () => quoted(text.slice(before.length, text.length - (after ?? "").length)));
  }
  return quoted(text);
}

/** `text` with German quotation marks, if it is a quotation as a whole. */
export function quoted(text: string): string {
  return text.replace(/^"(.*)"$/s, "„$1“");
}
