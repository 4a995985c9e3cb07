// What each mistake means, in English: what happened, and what to do. Never the code.
import { otherSide } from "../course/course.ts";
import type { Facts } from "../judge/mistake.ts";
import { EVENTS, MAIN_EVENTS } from "../judge/waits.ts";
import type { Explanations } from "./explanation.ts";

/** What bytes are like that should have been others. */
const LIKE: { readonly [like in NonNullable<Facts["like"]>]: string } = {
  base64: " What came are the same bytes written as base64, which is text about bytes.",
  hex: " What came are the same bytes written in hexadecimal, which is text about bytes.",
  zeros:
    " What came are zeros: Buffer.alloc() gives so many empty bytes; Buffer.from() gives those of a text, but of an array one for each element.",
  case: " Only upper and lower case differ.",
  name: " What came is a name in your program: between quotation marks it is a text, and not its value.",
  fewer: " What came is the beginning of it, and the rest is missing.",
  twice: " What was asked for came twice.",
  before: " Other bytes came before what was asked for.",
  after: " Other bytes came after what was asked for.",
  around: " Other bytes came before and after what was asked for.",
  "zeros-after": " Zeros came after what was asked for: TCP needs no end mark, and no buffer has to be full.",
};

/** As the end of an explanation. */
function likeness({ like }: Facts): string {
  return like === undefined ? "" : LIKE[like];
}

/** A wait that is told as `"data" (22)`, in words. */
function inLine(wait: Facts["actual"] = ""): string {
  return String(wait).replace(/ \((\d+)\)$/, " in line $1");
}

/** Which events there are instead: the first of many. */
function eventsOf(type = ""): string {
  const events = EVENTS[type]?.slice(0, MAIN_EVENTS).join('", "');
  return events === undefined ? "" : ` Its events are: "${events}".`;
}

/** Whether `event` may come more than once. */
function comesOften(event: Facts["actual"]): boolean {
  return event === "data" || event === "connection";
}

/** Why nobody will ever emit `event` there, and what may be meant. */
function nothingEmits(event: Facts["actual"], type: string | undefined, meant: string | undefined): string {
  if (meant !== undefined) return `there is no such event. What you mean may be "${meant}".`;
  if (type === "net.Server" && /^(data|end|readable|drain)$/.test(String(event)))
    return 'a server never has it: what a client sends arrives at the socket of its connection, which the event "connection" brings.';
  if (event === "connection" && type === "net.Socket")
    return "that is an event of the server: it brings the socket of each client that connects.";
  if (event === "connect") return "that does not come: a socket that was accepted is connected already.";
  return `there is no such event.${eventsOf(type)}`;
}

/** What ends a loop, as the end of a sentence that says that it does not. */
function endsOf(events: string | undefined): string {
  if (events === undefined) return ", and here it names none.";
  // Node goes through a text letter by letter.
  return /^.(", ".)+$/.test(events)
    ? ": in an array, for a text is taken letter by letter."
    : `: "${events}" has not come.`;
}

export const english: Explanations = {
  // Any step
  "type-error": ({ detail }) => `TypeScript found an error: ${detail}`,
  "missing-file": ({ detail }) =>
    `The file ${detail} is not there. "git restore ${detail}" brings back how it was when you last committed it.`,
  "not-a-file": ({ detail }) =>
    `${detail} is no file, but a folder or something else. Put your program in its place.`,
  "unreadable-file": ({ detail }) => `${detail} cannot be read. You need the right to do that.`,
  "too-large-file": ({ detail }) => `${detail} is too large for a program of this course (over 256 KiB).`,
  "utf-16-file": ({ detail }) =>
    `${detail} is UTF-16 (Windows PowerShell 5.1 writes that with ">"). Save it as UTF-8: editors show the encoding at the lower edge, or in "Save as".`,
  "broken-settings": () =>
    'TypeScript does not find the types of Node: the settings of the course have changed. That is not about your program. "git restore tsconfig.json steps/tsconfig.json" brings them back, and "npm ci" the packages.',
  "foreign-quotes": ({ actual }) =>
    `The character ${actual} looks like a quotation mark, but it is none to TypeScript, which knows the straight ones and the backtick. It comes from a web page, a word processor, or the key beside the one that was meant. Type it again.`,
  "does-not-parse": ({ detail }, side) =>
    `The ${side} cannot run: this is not TypeScript yet. The first thing that does not fit: ${detail}.`,
  "imports-own-file": ({ detail }, side) =>
    `The ${side} imports "${detail}". Each program of a step is complete in its one file: it is started, handed in and graded alone. Move what you need into it.`,
  "missing-module": ({ detail }) =>
    `The program imports "${detail}", which is not there. Everything that you need comes with Node: its modules begin with "node:", such as "node:net".`,
  crashed: ({ detail }, side) => `The ${side} was ended by an exception that nobody caught: ${detail}`,
  "awaits-forever": (_, side) =>
    `The ${side} ended in the middle of an await (Node's exit code 13): nothing was left that could still bring what it waits for.`,
  "floods-output": (_, side) =>
    `The ${side} printed without an end and was stopped. Look for a loop that prints, or an event that causes itself.`,
  "floods-connection": (_, side) =>
    `The ${side} sent over 16 MiB more than it was sent, and the check stopped reading. An echo is as long as the message. Look for a loop that sends, or an event that causes itself: "drain" comes again after each write that waits.`,
  "fills-memory": ({ actual }, side) =>
    `The ${side} took more than 512 MiB of memory and was stopped. ` +
    (actual === undefined
      ? "Look for what grows and never shrinks: an array, a text, the bytes that one collects."
      : `Over ${actual} MiB of it were handed to a socket and had not been taken by the other side. When write() returns false, wait for "drain" before you write more.`),
  "never-stops-computing": (_, side) =>
    `The ${side} computes without a pause and was stopped. Look for a loop that never ends: Node runs one thing at a time, and as long as a loop runs, no event can come and nothing that the loop waits for can change.`,
  "check-broken": ({ detail }) =>
    `This check itself did not work (${detail}). That is the course's fault, not yours. CONTRIBUTING.md says in its first section what to send, and where to.`,
  "not-started": () =>
    "The system did not start the program: it is too busy, or has reached one of its limits. That is not your fault. Close other programs, and try again.",
  "prints-nothing": (_, side) => `The ${side} printed nothing. Tell with console.log() what it has done.`,
  "prints-on-stderr": ({ actual }, side) =>
    `The ${side} printed "${actual}" on stderr. That is for what goes wrong (console.error(), console.warn()). What goes well belongs on stdout, where console.log() prints.`,
  "never-ends": (_, side) =>
    `The ${side} did its work, but it goes on running. Node ends by itself when nothing is left to wait for.`,
  "exits-with-failure": ({ actual }, side) =>
    `The ${side} ended with exit code ${actual}, which tells whoever started it that something failed. When all went well, the exit code is 0.`,
  "hard-coded-port": ({ actual, expected }, side) =>
    `The ${side} uses port ${actual}, but it was told to use port ${expected}: the environment variable PORT says which. The constant PORT in your file has the right one.`,

  "own-error": ({ detail }, side) =>
    `The ${side} has caught an error and reports it: ${detail}. That is no error of the network, but one of its own code.`,
  "waits-in-vain": ({ actual, detail, meant, line }) =>
    `Line ${line} waits for the event "${actual}" of ${detail === "net.Server" ? "the server" : "a socket"}, and ${nothingEmits(actual, detail, meant)}`,
  "event-has-been": ({ actual, detail, line }) =>
    `Line ${line} waits for the event "${actual}" of ${detail === "net.Server" ? "the server" : "the socket"}, but that had already come when the program got there${comesOften(actual) ? "" : ", and it comes only once"}. Begin to wait before it can happen.`,
  "taken-before": ({ actual, detail, meant, line }) =>
    `Line ${line} waits once more for the event "${actual}" of ${detail === "net.Server" ? "the server" : "the socket"}. The one that came was taken in line ${meant}${comesOften(actual) ? `: each once() takes one. Use what line ${meant} brings, or leave one of the two out.` : ", and it comes only once. Leave one of the two out."}`,
  "loop-goes-on": ({ actual, meant, line }) =>
    `The other side has ended its stream, but the loop in line ${line} still waits for the next "${actual}". A loop over on() goes on until an event comes that the option "close" names${endsOf(meant)} The event that tells that the other side has ended is "end".`,
  "loop-ends-early": ({ actual, line }) =>
    `The loop in line ${line} was left at the event "${actual}", which its option "close" names, before the other side had ended its stream: what came later was not read. The event that tells that the other side has ended is "end".`,
  "other-object": ({ actual, detail, line }) =>
    `Line ${line} listens for the event "${actual}" of ${detail === "net.Server" ? "a server that does not listen" : "a socket that is not connected"}: nothing ever happens to it. Another ${detail === "net.Server" ? "server of the program is the one that listens" : "socket of the program is the one that is connected"}: use that.`,
  "nobody-asked": ({ actual, detail, meant, line }) =>
    `Line ${line} waits for the event "${actual}" of the ${detail === "net.Server" ? "server" : "socket"}, and nothing will bring it: ${meant} has not been called. An await holds up all that stands below it: first call, then wait.`,
  "never-reached": ({ actual, detail, meant, expected, line }) =>
    `The program never came to ${meant} in line ${line}. Line ${expected} listens for the event "${actual}" of the ${detail === "net.Server" ? "server" : "socket"}, which only comes when ${meant} was called: what brings an event cannot stand in the function that waits for it. Call it outside.`,
  "stays-paused": ({ actual, line }) =>
    actual === "pauseOnConnect"
      ? `The server was created (line ${line}) with pauseOnConnect: each of its sockets is paused from the beginning. As long as nobody resumes it, no listener hears of what comes.`
      : `${actual} in line ${line} has stopped the socket, and nothing has resumed it since. Until then, no listener hears of what comes.`,
  "held-by-readable": ({ line }) =>
    `Line ${line} listens for "readable", and that takes the event "data" away: whoever listens for "readable" has to fetch the bytes with read(), and "data" does not come before. Listen for "data" only.`,
  "not-called": ({ actual, line }) =>
    `In line ${line}, ${actual} is only named, and not called: without parentheses behind it${/\b(Socket|Server)$/.test(String(actual)) ? ", and new before it" : ""}, nothing happens.`,
  "not-thrown": ({ line }) =>
    `In line ${line} an Error is made, but it is not thrown: nobody learns of it, and the program goes on. Put throw before it.`,
  "not-awaited": ({ actual, meant, line }) =>
    `Nobody awaits what ${actual} gives in line ${line}: a promise. So the program goes on at once, ${meant === undefined ? "before that is done" : `before the event "${meant}" has come`}. Await it.`,
  "awaits-no-promise": ({ actual, line }) =>
    `In line ${line}, ${actual} is awaited, but it gives no promise: it only asks for something, and the program goes on at once. What tells that it is done is an event: await that, with once().`,
  "stuck-together": ({ actual, meant }) =>
    `Started together, the two programs wait for each other, and neither will ever act again: the server for ${inLine(meant)}, the client for ${inLine(actual)}. One of them has to act first.`,

  // 01
  "creates-no-socket": (_, side) =>
    side === "server"
      ? "The server ran, but it created no server socket. Printing that there is one does not make one: node:net has a function that creates a net.Server."
      : "The client ran, but it created no socket. Printing that there is one does not make one: node:net has a class Socket, for the end of one connection.",
  "creates-other-socket": (_, side) =>
    side === "server"
      ? "The server created a net.Socket: that is the end of one connection. What listens, and gets such a socket for each client, is a net.Server: node:net has a function that creates one."
      : "The client created a net.Server: that waits for clients. What connects to one is a net.Socket, the end of one connection: node:net has a class of that name.",
  "listens-too-early": () =>
    "The server already listens. That is the next step; here, create the server socket only, and let the program end.",
  "connects-too-early": () =>
    "The client already connects. That comes in step 03; here, create the socket only, and let the program end.",

  // 02
  "never-listens": (_, side) =>
    `Nobody accepts connections at the address and port that the ${side} was given (HOST and PORT in its environment). A server socket that was created is not on the network yet: it has to be bound to an address and a port, and listen.`,
  "closes-listener-at-once": ({ line }) =>
    `The server was told to listen, and close() in line ${line} closed its listening socket before any client had connected: it does not wait for one. Close it when the clients have been served.`,
  "ends-at-once": (_, side) =>
    `The ${side} ended by itself, with exit code 0, before it ${side === "server" ? "listened" : "was connected"}, although it calls for it. That takes a moment, which the program has to wait for.`,
  "swaps-host-and-port": (_, side) =>
    `The ${side} hands over the address where Node expects the port. Node then takes it for the name of a file and never goes to the network. The port comes first, the address second.`,
  "text-for-port": ({ actual }, side) =>
    `The ${side} hands over the text "${actual}" where Node expects the port. A text that is no number is the name of a file to Node, which then never goes to the network. Hand over the port as a number.`,
  "wrong-address": ({ actual, expected }) =>
    `The server listens on the address ${actual}, but it was told to listen on ${expected} (HOST in its environment). Who may connect depends on this address, so pass HOST on, too: without a host, Node listens on every address of the machine.`,
  "prints-no-port": ({ expected }, side) =>
    side === "server"
      ? `The server listens, but it printed no line with the port (${expected}). Whoever starts it wants to know where it listens.`
      : `The client is connected, but it printed no line with the server's port (${expected}). Whoever starts it wants to know where it is connected.`,
  "prints-when-connected": () =>
    'The server printed its line with the port only when a client had connected. It listens long before: that is the event "listening"; "connection" comes with each client.',
  "prints-placeholders": ({ actual, meant = "" }, side) =>
    `The ${side} prints "${actual}", as it is written: ` +
    (meant.startsWith("$")
      ? "a value takes the place of ${…} only in a text between backticks (`), not between quotation marks."
      : `what stands in the place of a value has a dollar sign before its brace, $${meant}, in a text between backticks (\`).`),
  "prints-before-listening": ({ actual }) =>
    `The server printed "${actual}" before it was listening, and no line with the port after that. listen() only asks for it: print when the event "listening" has come.`,

  // 03
  "never-connects": () =>
    "The client never connected to the server at HOST and PORT (from its environment). A new net.Socket is not connected: it has to be told to connect.",
  "closes-socket-at-once": ({ line, meant }, side) =>
    meant === "connected"
      ? `destroy() in line ${line} closed the connection of the ${side}, in both directions, before anything had come. A listener only says what to do later, and the program goes on at once. Close the connection when all is done.`
      : `The client asked to be connected, and destroy() in line ${line} closed its socket before it was. connect() only asks for it, a listener only says what to do later, and the program goes on at once. Close the socket when the client has done its work.`,
  "connects-elsewhere": ({ actual, expected }) =>
    `The client connected to ${actual}, but it was told to connect to ${expected} (HOST in its environment). Pass HOST on, too: without a host, Node connects to this machine itself.`,
  "prints-before-connecting": ({ actual }) =>
    `The client printed "${actual}" before it was connected, and no line with the port after that. connect() only asks for it: print when the event "connect" has come.`,
  "accepts-nobody": ({ expected }) =>
    `A client connected from ${expected}, and the server printed nothing about it. The event "connection" gives you a socket; it knows who is at the other end.`,
  "prints-own-address": ({ expected }) =>
    `The server printed its own address and port. Whoever reads it wants to know who connected: the other end of the socket, here ${expected}. In Node, that end is called "remote".`,
  "prints-undefined": ({ actual, meant }) =>
    `The server prints "${actual}": what it asks there is not the socket of the connection, or the names of the properties are spelt otherwise. The event "connection" ${meant === "listener" ? "hands that socket to its listener." : "brings that socket; once() gives what an event brings as an array, so unpack it."}`,
  "misspells-property": ({ actual }) =>
    `The server prints "${actual}": the socket is the right one, but it has no property of one of the names that you ask it for. Compare how they are spelt.`,
  "names-no-client": ({ expected }) =>
    `A client connected from ${expected}, but what the server printed does not say so. Print both the address and the port of the other end of the socket: together they name one client among many.`,

  // 04
  "sends-nothing": ({ expected }) =>
    `The client connected, but not one byte came from it. It should send its message, ${expected}, as UTF-8 bytes.`,
  "adds-newline": () =>
    "The client sent its message and then a line end that is not part of it. TCP carries bytes, not lines: what you add, the server receives, and sends back.",
  "adds-bytes": (facts, side) =>
    `The ${side} sent more than it should.${likeness(facts)} Every byte that you add arrives at the other end: send exactly what is asked for.`,
  "ignores-argument": ({ actual, expected }) =>
    `The client was given the message ${expected} as its first argument, but it sent ${actual}. In Node, the arguments of a program are process.argv, from the third element on.`,
  "takes-file-for-message": ({ actual, expected }) =>
    `The client was given no message, and instead of ${expected} it sent ${actual}. process.argv begins with the names of two files, Node's and your program's: a message is the third element, if there is one.`,
  "wrong-encoding": () =>
    "The client sent its message in another encoding than UTF-8. Each letter of the English alphabet is one byte in UTF-8, but ü is two, 世 is three and 👋 is four.",
  "sends-wrong-bytes": (facts) =>
    `The client sent something else than its message, ${facts.expected}, as UTF-8 bytes. It should send exactly these bytes: nothing before, nothing after, nothing between.${likeness(facts)}`,
  "tells-not-what-it-sent": ({ expected }) =>
    `The client sent its message, but it did not print it. Print what was sent: ${expected}.`,
  "receives-nothing": ({ expected }) =>
    `A client sent ${expected}, and the server printed nothing about it. What arrives comes with the event "data" of the socket (not of the server).`,
  "prints-function": ({ meant }, side) =>
    `The ${side} printed the code of a function instead of text: ${meant && /^[A-Z]/.test(meant) ? `${meant} is a class, and not one of its objects. What you mean is a method of the object that you have.` : `a function that is only named is not called. Put parentheses behind its name${meant ? `: ${meant}()` : ""}.`}`,
  "prints-raw-buffer": (_, side) =>
    `The ${side} printed the bytes that arrived, not the text that they stand for. A Buffer holds bytes: decode it (as UTF-8) before you print it. If you see [ <Buffer …> ], unpack the array that once() gives first.`,
  "garbles-text": ({ expected, like }, side) =>
    `The ${side} printed text that is not the one that arrived, ${expected}. ` +
    (like === "fewer"
      ? "It printed the beginning of it, and the rest is missing."
      : like === undefined
        ? "The bytes are UTF-8: decode them as UTF-8. Other encodings, such as latin1 or ascii, fit only the letters of the English alphabet."
        : `It printed its bytes ${like === "hex" ? "in hexadecimal" : "as base64"}, which is text about bytes. They are UTF-8: decode them as UTF-8.`),
  "prints-other-text": ({ expected }) =>
    `The server printed something, but not the text that arrived: ${expected}.`,

  // 05
  "no-echo": () =>
    "Nothing came back of what the client had sent. An echo server writes to the same socket that it reads from.",
  "decoded-echo": () =>
    "The bytes were decoded to text and encoded again on the way. Bytes that are not UTF-8 do not survive that: send back the Buffer that you received, not its text.",
  "partial-echo": () =>
    "Only a part of the bytes came back. The server has to send back all that it received.",
  "changed-echo": (facts) =>
    `What came back is not what was sent. An echo server changes nothing, adds nothing and leaves nothing out: it sends back the Buffer that it received.${likeness(facts)}`,
  "prints-no-reply": ({ expected, actual, meant }) => {
    if (meant === "together")
      return `Started together with the server, the client did not print ${expected} as what came back. ${actual === "0" ? "Nothing came to it from the server." : `${actual} bytes came to it from the server.`}`;
    const arrived = "These bytes did arrive in the client: print their text there.";
    const why = {
      listener: `${arrived} What stands outside of a listener runs before they come.`,
      once: arrived,
      nothing: 'The reply comes with the event "data" of the socket, and is not there before.',
    }[meant ?? "nothing"];
    return `The server replied ${expected}, and the client did not print it after that. ${why}`;
  },
  "prints-what-it-sent": ({ expected, actual }) =>
    `The client printed what it had sent, ${actual}, but the server replied something else, ${expected}. A client that does not look at the reply cannot tell an echo server from any other: print what came back.`,
  "prints-other-reply": ({ expected, meant }) =>
    `The client printed something, but not the text that came back: ${expected}.${meant === "nothing" ? ' That is there only when the event "data" has come.' : ""}`,

  // 06
  "never-closes-connection": (_, side) =>
    `The echo came back, but the ${side} never closed the connection. The ${otherSide(side)} waits for the end of the stream, and nothing lets it know that no more will come. End your side first, then wait for the other.`,
  "resets-connection": (_, side) =>
    `The ${side} broke the connection off (RST) instead of closing it (FIN). A reset tells the ${otherSide(side)} that something failed, and bytes still on their way are lost. End the stream, receive what still comes, and then close.`,
  "loses-echo": () =>
    "The connection was closed before the whole echo had come back. Hand over everything first, and then close.",
  "closes-before-reply": () =>
    "The client closed the connection before the reply was there. Wait for the reply first, then close.",
  "never-closes-listener": () =>
    "The server closed the connection, but it goes on running: its listening socket is still open and would accept the next client. Close that one, too.",

  // 07
  "hangs-on-error": ({ detail }, side) =>
    `${detail}, and the ${side} goes on running as if it could still work. Report the error, close what is open, and let the program end.`,
  "crashes-on-error": ({ detail, meant }, side) =>
    `${detail}, and the ${side} was ended by an exception that nobody caught. Whoever runs it gets Node's stack trace. ${meant === "socket" ? 'What failed is the connection, and its error comes at its own socket: the event "error" of the server tells only of the server itself.' : "Catch the error of every socket operation, including the calls themselves: some errors are thrown, others come as an event."}`,
  "ignores-error": ({ detail }, side) =>
    `${detail}, and the ${side} ended with exit code 0, as if all had gone well. Whoever started it can only tell from the exit code: make it 1.`,
  "wrong-exit-code": ({ detail, actual }, side) =>
    `${detail}, and the ${side} ended with exit code ${actual}. Make it 1, the usual code for a failure.`,
  "silent-on-error": ({ detail, actual }, side) =>
    `${detail}, and the ${side} said nothing about it on stderr${actual === undefined ? "" : `, but on stdout: "${actual}"`}. Print what failed with console.error(): stdout is for results, stderr for what went wrong.`,
  "wordy-error": ({ detail, actual, meant }, side) =>
    `${detail}, and the ${side} printed ${actual} lines on stderr. Print one: ${meant === "stack" ? "the error's message says enough; its stack trace is for those who write the program, not for those who run it." : "who reads a log of many programs wants one line for one failure, with all that there is to say."}`,
  "error-without-place": ({ detail, expected }, side) =>
    `${detail}, and what the ${side} printed on stderr does not say where: name the port, ${expected}.`,
  "reports-undefined": ({ detail, actual }, side) =>
    `${detail}, and the ${side} reports it as "${actual}": what it prints there does not exist. What was thrown may be no Error, or have no message but a code: throw an Error, and print its message or its code.`,
  "reports-but-hangs": ({ detail }, side) =>
    `${detail}, and the ${side} reports it, but goes on running. Node ends a program by itself when nothing is left to wait for.`,
  "hangs-on-silent-client": () =>
    "A client connected and left without sending anything, and the server goes on waiting, for what can no longer come. The socket tells that the other side has ended; wait for that, too.",

  "takes-end-for-data": ({ actual }) =>
    `A client connected and left without sending anything, and the server takes its end for data: it printed "${actual}", and then it waits again. The event "close" brings a value that is not data (whether there was an error); "end" brings none.`,

  // 08
  "echoes-first-piece": () =>
    "The server echoed the first piece and took it for the whole message. TCP has no messages: what a client sends arrives in pieces of any size, and the end is where the client says so. Go on receiving until then.",
  "ends-before-client": () =>
    "The server ended its side of the connection before its client had finished. End only when the client has ended its side.",
  "echoes-at-the-end": () =>
    "The server kept what it received, and sent it back only when its client had finished. A client that waits for its echo before it goes on would wait for ever, and a long stream would fill the memory. Send each piece back when it comes.",
  "stops-echoing": ({ actual, expected }) =>
    `Of ${expected} bytes, ${actual} came back, and then nothing more, although the connection is open.`,
  "takes-silence-for-end": (_, side) =>
    `For a moment nothing came, and the ${side} took that for the end. A network may be slow, and so may a person who types: only the end of the stream says that nothing more will come.`,
  "loses-rest-of-echo": ({ actual, expected }) =>
    `Of ${expected} bytes, ${actual} came back, and then the server closed the connection: the rest, which it had not received or not sent yet, is lost. Receive until the client has finished, and let everything go out before you close.`,
  "splits-characters": (_, side) =>
    `The ${side} decoded a piece that ends in the middle of a character, and the character was lost (�). A piece of a stream may end anywhere: decode the whole, or with a decoder that keeps the beginning of a character until the rest has come, one for the whole stream.`,
  "forgets-cut-character": ({ actual }) =>
    `The stream ended in the middle of a character: its last byte, ${actual}, is the first of three. The server printed nothing for it, as if it had not come. A decoder that keeps the beginning of a character for the next piece has to be told when there is none: at the end of the stream, let it decode once more, without bytes, and print what it gives (�).`,
  "prints-first-piece": () =>
    "The client printed only a part of the reply. A long reply arrives in pieces: it is complete when the server has ended the stream.",
  "loses-reply": () =>
    "The client said that nothing more will come, and it printed nothing of the reply. To say so, end your side of the stream only: the other side still brings the reply. Receive until the server has ended its side, and print what came.",
  "rejects-right-reply": ({ actual, meant }) =>
    `The very bytes came back that the client had sent, and it ended with exit code ${actual}, as if they had not. ${meant === "equals" ? "equals() is true where the bytes are the same: does the condition ask for that, or for the opposite? And is the reply complete when you compare it?" : "Compare the whole reply, when it is complete, and compare the bytes: to === and !==, two Buffers with the same bytes are two different objects."}`,
  "waits-for-the-rest": () =>
    "Only a part of the message came back, and then the server ended the stream. The client still waited for the rest, and nothing was left that could bring it (Node's exit code 13). The end of the stream comes in any case: wait for it, and then see whether all is there.",
  "never-half-closes": () =>
    "The client sent its message, but it never said that nothing more will come. The server cannot know where the message ends: only the end of the stream tells it. Ending your side still lets you receive.",

  // 09
  "ends-after-first-client": () =>
    "The server was started with --keep-open (or -k, which means the same), and it served one client and then no other. With this option, in both forms, go back and accept the next one.",
  "keeps-open-unasked": () =>
    "The server was started without --keep-open, and after its client it went on waiting for the next. Many clients are served only with that option (process.argv tells); without it, everything is as before: one client, and then the program ends.",
  "leaks-listeners": ({ actual }) =>
    `Node warns that more and more listeners for "${actual}" wait on the same object: each client adds one, and none is ever removed. Add a listener once, where the object that it belongs to begins.`,
  "one-at-a-time": () =>
    "Several clients were connected at the same time, and some of them got no answer while others were there. While the server waits for one client, it has to accept and serve the others: start serving each, and do not wait for its end.",
  "turns-clients-away": () =>
    "Several clients connected at the same time, and the server closed the connections of some of them before they had finished. With --keep-open, it serves all of them.",
  "mixes-up-clients": () =>
    "A client got bytes that another client had sent. What belongs to one connection must not be kept in one place for all of them: let each connection have variables of its own.",
  "one-client-ends-all": ({ detail }) =>
    `${detail}, and the server did not go on serving the others. What fails in one connection is reported, and ends this connection only.`,
  "hides-failing-client": ({ detail }) =>
    `${detail}, and the server printed nothing about it. It was right to go on, but whoever runs it wants to know what failed, and for whom: print one line.`,
  "names-wrong-client": ({ detail, expected, actual }) =>
    `${detail}, and the server printed "${actual}", which does not say which client that was: ${expected}. Among many, only its address and its port tell it from the others.`,
  "mixes-up-texts": ({ expected }) =>
    `Two clients sent a character each, ${expected}, in two pieces that came in turns, and the server did not print both. A decoder remembers the beginning of a character: let each connection have its own.`,
  "dies-at-signal": ({ actual }) =>
    `At ${actual} the server ended at once, in the middle of its client's message: nobody had caught the signal. The process can listen for it, as for any event.`,
  "accepts-after-signal": ({ actual }) =>
    `The server got the signal ${actual}, and it still accepts new clients. Close the listening socket: that does not touch the connections that there are.`,
  "cuts-off-clients": ({ actual }) =>
    `At ${actual} the server broke off a connection in the middle of its client's message. Accept no more, but go on with those that are connected, until they have finished.`,
  "ignores-second-signal": () =>
    "After the first SIGINT (Ctrl+C) the server waits for its clients, and the second did not end it. Whoever presses Ctrl+C twice does not want to wait: catch the signal only once.",

  // 10
  "buffers-without-limit": () =>
    'A client sent 64 MiB and read nothing of the echo, and the server took it all: what could not be sent is now in its memory. When write() returns false, the socket has to stop receiving until "drain" comes; then TCP makes the client wait. It is not enough that your loop or listener waits while the socket goes on receiving.',
  "never-goes-on": () =>
    "The server stopped receiving while its client did not read, and that was right. But then the client read, and the server did not go on. When what was waiting has been sent, the socket whose write() had returned false says so: receive again, every time.",
  "drops-bytes": () =>
    "The server closed before all that it had taken from its client had come back. That write() returns false does not mean that it refused these bytes: they wait until the client reads. Take no more until then, leave nothing out, and close only when all has been sent.",
  "holds-all-back": () =>
    "While one client did not read, another one was not served. Waiting for a client must not stop the others: whether to wait, and for what, is a matter of each connection.",

  // 11
  "never-times-out": () =>
    "A connection was silent for longer than --idle-timeout allows, and the server kept it open. A socket can tell when nothing has happened on it for some time, also when nothing has come from the beginning; it is you who has to close it then.",
  "times-out-in-use": () =>
    "The server closed a connection too early: with --idle-timeout 1, one second without a byte is allowed, and here it was less. Start again from nothing whenever something happens, and mind the units: Node counts in milliseconds.",
  "turns-nobody-away": () =>
    "Two clients were connected, as many as --max-connections allows, and a third one was not turned away. Close its connection (or do not accept it).",
  "turns-away-too-soon": () =>
    "With --max-connections 2, only two clients were there, and the server turned away one of them. As many as the option says may be connected at the same time, and only the next one is too many.",
  "turns-away-silently": () =>
    "A client was turned away because of --max-connections, and the server did not say so. Whoever runs it wonders why people complain: print a line about it.",
  "stays-full": () =>
    "After one of two clients had left, the server still turned away the next one. --max-connections limits how many are there at the same time: count those who leave, too.",
  "obeys-control-characters": ({ actual }, side) =>
    `The ${otherSide(side)} sent ${actual} as a part of its message, and the ${side} printed it as it is: so a stranger can control the terminal. Show such characters (all of the Unicode category Cc, U+0080 to U+009F included) in a form that only looks.`,
  "prints-disguises": ({ actual }, side) =>
    `The ${otherSide(side)} sent the character U+${actual}, and the ${side} printed it as it is. It controls nothing, but it lets a line read as what it is not: U+202E turns the direction of writing, U+2028 begins a new line in some terminals and viewers. Show the characters of the Unicode categories Cf, Zl and Zp in a visible form, too, as those of Cc.`,
  "prints-foreign-lines": (_, side) =>
    `The ${otherSide(side)} sent line ends, and the ${side} printed them as they are: so a stranger can write whole lines of your log. Show line ends in a visible form, too.`,
  "shows-undefined": ({ actual }, side) =>
    `The ${otherSide(side)} sent control characters, and the ${side} printed "${actual}": "undefined" stands where the number or the name of a character should be. What does the function get that makes it visible, and which part of that does it look at?`,
  "hides-control-characters": ({ actual }, side) =>
    `The ${otherSide(side)} sent control characters (${actual}), and in what the ${side} printed they are missing without a trace. Whoever reads it should see that something was there: show each in a visible form.`,
  "keeps-silent-connection": () =>
    "A connection was silent for longer than --idle-timeout allows, and the server only ended its own side of it. A client that stays silent keeps the other side open, and its place among --max-connections, for ever: close the connection itself.",
  "counts-no-bytes": ({ expected }) =>
    `A client sent ${expected} bytes, and the server did not print how many there were. What is not shown of a long message should at least be counted: print the number at the end.`,
  "logs-everything": ({ actual }) =>
    `A client sent a mebibyte, and the server printed ${actual} bytes about it: so a stranger can fill your disk. Print how the message begins, and at the end how many bytes there were.`,
  "accepts-nonsense": ({ actual }, side) =>
    `The option ${actual} makes no sense, and the ${side} went on as if it did. ${String(actual).includes("=") ? "Look at the whole value: parseInt() and parseFloat() stop where a number ends, and Number() gives NaN where there is none, which is neither too small nor too big." : "An option that the program does not know is a slip of whoever typed it."} Report it in one line on stderr, and end with exit code 1.`,
  "misses-message": ({ expected, actual }) =>
    `The client was started with --timeout 60 ${expected}, ${actual === undefined ? "and it did not even connect." : `and what it sent is ${actual}.`} Take the options and their values out of the arguments: what is left is the message.`,
  "gives-up-too-soon": () =>
    "With --timeout 60, the client may wait a minute for the server, and it had given up after a moment. Mind the units: the option is in seconds, and Node counts in milliseconds.",
  "does-not-help": ({ expected }, side) =>
    `With --help, the ${side} should do nothing but tell its options (${expected}) on stdout, and end.`,
};
