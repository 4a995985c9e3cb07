// The steps in German: what they are called, and what is to do in them.

/** As in the headings of LESSON.de.md. */
export const titles: { readonly [english: string]: string } = {
  "create a socket": "einen Socket erzeugen",
  "bind and listen": "binden und lauschen",
  "accept and connect": "annehmen und verbinden",
  "send and receive": "senden und empfangen",
  echo: "das Echo",
  close: "schließen",
  "handle errors": "Fehler behandeln",
  "read the whole stream": "den ganzen Strom lesen",
  "serve many clients": "viele Clients bedienen",
  "respect backpressure": "den Rückstau beachten",
  "set limits": "Grenzen setzen",
};

/** What stands behind `TODO(NN): ` in the files. */
export const todos: { readonly [english: string]: string } = {
  // 01
  "import net from node:net, create a server socket with it, and print that it exists.":
    "net aus node:net importieren, damit einen Server-Socket erzeugen und ausgeben, dass es ihn gibt.",
  "import net from node:net, create a client socket with it, and print that it exists.":
    "net aus node:net importieren, damit einen Client-Socket erzeugen und ausgeben, dass es ihn gibt.",

  // 02
  "bind the socket to HOST and PORT and let it listen.":
    "den Socket an HOST und PORT binden und lauschen lassen.",
  "wait until it really listens (once, from node:events). Only then print where, not the line above.":
    "warten, bis er wirklich lauscht (once, aus node:events). Erst dann ausgeben, wo; die Zeile darüber entfällt.",

  // 03
  "wait for a client. The event gives you a second socket: the connection to this one client.":
    "auf einen Client warten. Das Ereignis bringt Ihnen einen zweiten Socket, nämlich die Verbindung zu diesem einen Client.",
  "print who connected: the client's address and port.":
    "ausgeben, wer sich verbunden hat: Adresse und Port des Clients.",
  "connect the socket to PORT at HOST.": "den Socket mit PORT an HOST verbinden.",
  "wait until it really is connected. Only then print to where, not the line above.":
    "warten, bis er wirklich verbunden ist. Erst dann ausgeben, womit; die Zeile darüber entfällt.",

  // 04
  "wait for data from the client. What arrives is a Buffer: bytes, not text.":
    "auf Daten vom Client warten. Was ankommt, ist ein Buffer: Bytes, kein Text.",
  "decode the bytes as UTF-8 and print the text.": "die Bytes als UTF-8 decodieren und den Text ausgeben.",
  'the message is the first argument of this program, or "Hello Echo!" when there is none.':
    "die Nachricht ist das erste Argument dieses Programms oder, wenn es keines gibt, „Hello Echo!“.",
  "encode it as UTF-8 bytes, send them, and print the message that you sent.":
    "sie als UTF-8 codieren, die Bytes senden und die gesendete Nachricht ausgeben.",

  // 05
  "send the client exactly the bytes that it sent.":
    "dem Client genau die Bytes senden, die er gesendet hat.",
  'wait for the reply, decode it, and print it as "Server echoed: …".':
    "auf die Antwort warten, sie decodieren und als „Server echoed: …“ ausgeben.",

  // 06
  "say goodbye to the client (the end of the stream, FIN), and wait until the connection is closed.":
    "sich vom Client verabschieden (Ende des Stroms, FIN) und warten, bis die Verbindung geschlossen ist.",
  "close the listening socket, so that nothing keeps this program running.":
    "den lauschenden Socket schließen, damit dieses Programm enden kann.",
  "say goodbye to the server (the end of the stream, FIN), and wait until the connection is closed.":
    "sich vom Server verabschieden (Ende des Stroms, FIN) und warten, bis die Verbindung geschlossen ist.",

  // 07
  "put everything from listen() on into try … catch: one line on stderr, and exit code 1.":
    "alles ab listen() in try … catch setzen: eine Zeile auf stderr und Exit-Code 1.",
  'a client may leave without a word: then "end" comes, not "data". Wait for either.':
    "ein Client kann wortlos gehen; dann kommt „end“ und nicht „data“. Auf beide warten.",
  "close both sockets in finally, whatever happened. Turn a second client away (maxConnections).":
    "beide Sockets in finally schließen, was auch geschehen ist. Einen zweiten Client abweisen (maxConnections).",
  "put everything from connect() on into try … catch: one line on stderr, and exit code 1.":
    "alles ab connect() in try … catch setzen: eine Zeile auf stderr und Exit-Code 1.",
  'the server may close without a reply: then "end" comes, not "data". Wait for either.':
    "der Server kann ohne Antwort schließen; dann kommt „end“ und nicht „data“. Auf beide warten.",
  "close the socket in finally, whatever happened.":
    "den Socket in finally schließen, was auch geschehen ist.",

  // 08
  "the socket has to stay open for sending when the client has finished (allowHalfOpen).":
    "der Socket muss zum Senden offen bleiben, wenn der Client fertig ist (allowHalfOpen).",
  'receive and echo in a loop (on, from node:events), until the client has finished ("end").':
    "in einer Schleife empfangen und zurücksenden (on, aus node:events), bis der Client fertig ist („end“).",
  "decode across pieces (TextDecoder): a character may arrive in two, or half.":
    "über die Stücke hinweg decodieren (TextDecoder), denn ein Zeichen kann in zweien ankommen oder nur halb.",
  "say with the last byte that nothing more will come: end the stream right after the message.":
    "mit dem letzten Byte sagen, dass nichts mehr kommt: den Strom gleich nach der Nachricht beenden.",
  "receive in a loop until the server has finished. Print the whole reply, decoded at once.":
    "in einer Schleife empfangen, bis der Server fertig ist. Die ganze Antwort ausgeben, in einem Zug decodiert.",
  "compare the bytes that came back with those that were sent. That they differ is an error.":
    "die Bytes, die zurückkamen, mit den gesendeten vergleichen. Sind sie verschieden, ist das ein Fehler.",

  // 09
  "with the option --keep-open, or -k for short (process.argv), serve many clients instead of one.":
    "mit der Option --keep-open, kurz -k (process.argv), viele Clients bedienen statt einen.",
  "make serving one client a function of its own, which closes its connection whatever happened.":
    "aus dem Bedienen eines Clients eine eigene Funktion machen, die ihre Verbindung schließt, was auch geschehen ist.",
  "at SIGINT (Ctrl+C) and SIGTERM, stop listening, and let the clients that are here finish.":
    "bei SIGINT (Strg+C) und SIGTERM nicht mehr lauschen und die Clients, die da sind, zu Ende kommen lassen.",
  'accept in a loop (on, as with "data"), until the server is closed ("close").':
    "in einer Schleife annehmen (on, wie bei „data“), bis der Server geschlossen ist („close“).",
  "with --keep-open, accept the next while others are served. Their errors end nothing else.":
    "mit --keep-open den nächsten annehmen, während andere bedient werden. Deren Fehler beenden sonst nichts.",

  // 10
  'receive no faster than the client reads: pipeline (node:stream/promises), or "drain".':
    "nicht schneller empfangen, als der Client liest: pipeline (node:stream/promises) oder „drain“.",

  // 11
  "read the options with parseArgs (node:util): --idle-timeout, --max-connections and --help, too.":
    "die Optionen mit parseArgs (node:util) lesen, auch --idle-timeout, --max-connections und --help.",
  "with --idle-timeout SECONDS, give a connection up on which nothing happens for so long.":
    "mit --idle-timeout SECONDS eine Verbindung aufgeben, auf der so lange nichts geschieht.",
  "show what could control the terminal instead of obeying it, and only how each message begins.":
    "anzeigen, was das Terminal steuern könnte, statt es wirken zu lassen, und von jeder Nachricht nur den Anfang.",
  'with --max-connections N, turn away whoever would be one too many, and say so ("drop").':
    "mit --max-connections N überzählige Clients abweisen und es melden („drop“).",
  "read the options with parseArgs (node:util): --timeout SECONDS, --help, and the message.":
    "die Optionen mit parseArgs (node:util) lesen: --timeout SECONDS, --help und die Nachricht.",
  "with --timeout, give up when nothing happens for so long.":
    "mit --timeout aufgeben, wenn so lange nichts geschieht.",
  "show what could control the terminal instead of obeying it.":
    "anzeigen, was das Terminal steuern könnte, statt es wirken zu lassen.",
};

/** The title of a step in German; any other stays as it is. */
export function titleOf(english: string): string {
  return titles[english] ?? english;
}

/** `TODO(NN): …` in German. What the learner has written instead stays as it is. */
export function todoOf(english: string): string {
  const [mark = ""] = /^TODO\(\d\d\): /.exec(english) ?? [];
  return mark + (todos[english.slice(mark.length)] ?? english.slice(mark.length));
}
