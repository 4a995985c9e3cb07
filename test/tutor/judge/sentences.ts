// Every sentence that checks say: what they require, and what went wrong. %s stands for whatever is filled in. Each
// language has each of them: a check that says anything else is a type error.

export const sentences = [
  // Any step
  "the server has no type errors",
  "the client has no type errors",
  "there is a file %s",
  "the server is complete in its one file",
  "the client is complete in its one file",
  "the server does what earlier steps asked",
  "the client does what earlier steps asked",
  "started together, the client prints what it sent, received back from the server",

  // 01
  "the server creates a server socket, prints a line, and ends",
  "the client creates a socket, prints a line, and ends",

  // 02
  "the server accepts connections at HOST and PORT",
  "the server prints a line with the port, once it really listens",

  // 03
  "the client prints a line with the server's port, once it is connected",
  "the server prints the address and port of the client that connected",

  // 04
  "the client sends exactly the UTF-8 bytes of its argument, and prints it",
  'without an argument, the client sends "%s"',
  "the server prints the text that arrived",

  // 05
  "the server sends back exactly the bytes that it received",
  "the client prints the text that came back",

  // 06
  "after the echo, the server closes the connection and its listening socket, and ends",
  "after the echo, the client closes the connection, and ends",

  // 07
  "the client reports that nobody listens",
  "the client reports that the server reset the connection",
  "the client reports that the server closed without a reply",
  "the server reports that its port is in use",
  "the server reports that the client reset the connection",
  "the server ends when a client leaves without a word",
  "the server reports that PORT is not a port number",
  "the client reports that PORT is not a port number",
  "Nobody listens at the port",
  "The server reset the connection (RST)",
  "The server closed the connection without a reply",
  "The port is in use by another program",
  "The client reset the connection (RST)",
  "A client connected and left without sending anything",
  "PORT was %s, which is not a port number",

  // 08
  "the server echoes bytes that come one at a time, and waits for the next",
  "the server echoes a mebibyte, and closes when its client has finished",
  "the server loses nothing when its client reads late",
  "the server closes when its client has sent nothing",
  "the server prints a character that comes in two pieces",
  "the server prints what came of a character that is cut off",
  "the client says that it has finished, and then prints the whole reply",
  "the client reports a reply that differs from its message",
  "the client reports a reply that is cut short",
  "The reply differed from the message",
  "Only a part of the message came back",

  // 09
  "at %s, the server accepts no more, but finishes its echo",
  "a second SIGINT ends the server at once",
  "without --keep-open, the server still serves one client, and ends",
  "with --keep-open, the server serves one client after another",
  "with -k, the server serves %s clients at once",
  "a client that is silent, leaves or fails disturbs no other",
  "with --keep-open, the server keeps the texts of its clients apart",
  "one line says which client has failed",
  "One client reset its connection in the middle of its message",
  "One client left without a word",
  "One client vanished as soon as it had connected",

  // 10
  "the server holds back a client that does not read, and echoes it all later",
  "the server serves others while it holds one client back",

  // 11
  "--idle-timeout closes a silent connection",
  "--idle-timeout spares a connection that is in use",
  "--max-connections turns away one client too many, and says so",
  "a connection that was silent for too long takes no place",
  "what a client sends cannot control the terminal",
  "the log of a connection does not grow with what a client sends",
  "--timeout gives up on a server that does not answer",
  "with options, the client still sends its message, and awaits the answer",
  "what the server sends cannot control the terminal",
  "the server refuses options that make no sense",
  "the client refuses options that make no sense",
  "with --help, the server tells its options, and ends",
  "with --help, the client tells its options, and ends",
  "The server did not answer, with the option --timeout 1",
  "The option %s makes no sense",
  "%s, with control characters in it",
] as const;

type Filled<Text> = Text extends `${infer Before}%s${infer After}` ? `${Before}${string}${After}` : Text;

/** A sentence that there is in every language. */
export type Sentence = Filled<(typeof sentences)[number]>;
