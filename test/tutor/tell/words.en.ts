// What the commands say, in English. Explanations of mistakes are in explanations.en.ts.
import type { Side } from "../course/course.ts";
import type { Closing } from "../judge/closing.ts";
import type { Open } from "../judge/open.ts";
import type { State } from "../judge/verdict.ts";

const states: Readonly<Record<State, string>> = { done: "done", "to do": "to do", failing: "failing" };

/** Of which object an event is. */
function ofWhat(type: string): string {
  return { "net.Server": " of the server", "net.Socket": " of a socket" }[type] ?? "";
}

export const english = {
  /** The file of the lesson, and where in it those go on who have done all steps. */
  lesson: "LESSON.md",
  lessonEnd: "LESSON.md#where-to-go-from-here",

  /** A sentence of the checks, or anything else, which stays as it is. */
  sentence: (english: string) => english,
  /** The title of a step, and what is to do in it: "TODO(03): …". */
  title: (english: string) => english,
  todo: (english: string) => english,

  usage: {
    start:
      "npm start [step] [-- --trace] [--step] [--pieces BYTES] [--delay MS] [--drop-after BYTES] [--to server|client]",
    test: "npm test [step], or npm test -- --all",
    watch: "npm run watch [step]",
    hint: "npm run hint STEP",
    answer: "npm run answer STEP",
    reset: "npm run reset STEP",
    greedy: "npm run greedy [port]",
    server: "npm run server [step] [-- options]",
    client: 'npm run client [step] ["message"], with quotes around several words',
    grade:
      "npm run --silent grade [-- --work FOLDER | --checks FOLDER | --class FOLDER --out FOLDER] [--limit SECONDS] [--user NUMBER] [--format NAME] [--from FILE]",
  },
  /** What --help tells of a command, beside its usage. */
  help: {
    start:
      "Runs the finished server and client together, or those of a step. --trace draws what passes between them; --step holds everything on the way until you press Enter; --pieces cuts it, --delay slows it, --drop-after breaks the connection off, and --to says in which direction.",
    test: "Tells how far you are, what is wrong with the current step, and what to do next. With a step, it checks that one, and all that earlier steps asked; exit code 0 means that it is done. With --all, exit code 0 means that every step is done. With --problems, each mistake of the step also stands in one line, for editors.",
    watch: "The same on every save, beginning with a step or with the first that is not done.",
    hint: "Gives the next hint for a step.",
    answer: "Shows the answer to a step beside your files.",
    reset:
      "Puts the files of a step back as they were handed out. What you have written is kept beside them.",
    greedy:
      "A client that sends much and reads nothing, to watch what a server does about it. Without a port, that of PORT, or 9999.",
    grade:
      "Prints the score of every step as JSON. With --work, it is the course in that folder that is graded, with the checks of this one; with --checks, it is this course, with the checks of the clean copy in that folder. --format gives the score another form: markdown, github, junit, codequality, gradescope or classroom50; with --from, it is the score in that file, which this command has printed as JSON before. With --class, every course in that folder is graded with the checks of this one, and --out gets grades.csv, grades.json, class.md and a page for each student; called again, it goes on where it ended. --limit says how many seconds there are for each student: 300 without it. With --user, the programs run as the user with that number and those after it, which nobody else may have: on Linux, for root.",
  },
  helpLanguage: "--lang en or --lang de: the language.",

  // Wrong arguments, and what else keeps a command from its work
  noStep: (name: string, last: number) => `There is no step ${name}. The steps are 1 to ${last}.`,
  tooMuch: (rest: string, usage: string) => `Too much: "${rest}". Usage: ${usage}`,
  /** What Node says of options that a command does not have. */
  wrongOption: (message: string) => message,
  noPort: (name: string, text: string) =>
    `${name} is "${text}", which is not a port number. Ports are 1 to 65535.`,
  noWholeNumber: (option: string, text: string) =>
    `${option} takes a whole number of 1 or more, and not "${text}".`,
  noSide: (option: string, text: string) => `${option} takes "server" or "client", and not "${text}".`,
  thePort: "The port",
  oneProgram: (side: Side) => `npm run ${side} [step]`,
  takenByNpm: (option: string, command: string) =>
    `npm took --${option} for itself. Put two dashes before options: ${command} -- --${option} …`,
  portNotAllowed: (port: number, other: string) =>
    `You are not allowed to listen on port ${port}: those below 1024 need special rights on many systems. Choose another one: ${other}`,
  portInUse: (port: number, other: string) =>
    `Port ${port} is in use by another program. End that one, or use another port: ${other}`,

  // npm run grade
  noFolder: (folder: string) => `There is no folder ${folder}.`,
  noCopy: (folder: string, part: string) => `${folder} is not a copy of this course: it has no ${part}.`,
  noPackages: (folder: string) => `The packages of ${folder} are not installed. Run there: npm ci`,
  sameFolder: (folder: string) =>
    `${folder} cannot be its own clean copy: --checks and --work are two folders.`,
  checkIsBroken: (step: number, check: string) =>
    `Step ${step} cannot be graded: the check "${check}" does not work here.`,
  stepIsBroken: (step: number, message: string) => `Step ${step} cannot be graded: ${message}`,

  grading: {
    // Arguments, and what is in the way
    noFormat: (name: string, formats: string) =>
      `There is no format "${name}". Choose one of these: ${formats}`,
    noScore: (file: string) => `${file} is no score that this version of npm run grade has printed as JSON.`,
    needsBoth:
      "--class and --out belong together: the folder of the class, and the one for what comes of it.",
    noStudents: (folder: string) =>
      `Nobody is in ${folder}: none of its folders holds the steps of this course.`,
    mixed: (folder: string, out: string) =>
      `${folder} and ${out} have to be two folders, neither in the other.`,
    cannotWrite: (place: string, message: string) => `${place} cannot be written: ${message}`,
    courseHasChanged: (folder: string, file: string, students: string) =>
      `The course in ${folder} was changed (${file}) while these were graded: ${students}. Nothing of that counts. Restore it, and look at their programs.`,
    needsRoot: "--user is for root, on Linux: nobody else can run programs as another user.",
    unreadableFor: (user: number, folder: string) =>
      `User ${user} cannot run Node with what is in ${folder}: both have to be readable for all users.`,
    // What is not taken of a hand-in
    isLink: (file: string) => `${file} is a link, and links are not followed.`,
    isNoFile: (file: string) =>
      `${file} is there, but it is not what belongs there: a file for a program, a folder for a step.`,
    isTooLarge: (file: string, kibibytes: number) =>
      `${file} is larger than ${kibibytes} KiB: that is no program.`,
    unreadable: (file: string, message: string) => `${file} cannot be read: ${message}`,
    // Why a step is not graded
    outOfTime: (seconds: number) => `Not graded: the time (${seconds} s) was over.`,
    ended: (why: string) => `Not graded: the grading broke off (${why}).`,
    // Progress
    progress: (count: number, all: number, name: string, points: number, of: number, how: string) =>
      `${String(count).padStart(String(all).length)}/${all}  ${name}: ${points} of ${of} points (${how})`,
    asBefore: "as before",
    // The pages
    step: "step",
    state: "state",
    notGraded: "not graded",
    read: (place: string) => `Read: ${place}`,
    overview: (students: number) => `The class: ${students} ${students === 1 ? "student" : "students"}`,
    commonest: "The commonest mistakes",
    mistakeColumns: ["students", "mistake", "what one of them was told", "in the lesson"],
    alike: "Programs that are alike",
    aboutAlike:
      "These are the same but for names, comments and white space, and not as they are handed out. That is a reason to talk, not a verdict: where there is one obvious way to write it, two find it.",
    none: "None.",
    leftOut: "Folders without steps",
  },

  // How far the learner is
  states,
  looking: "Looking how far you are …",
  checkingAll: "Checking …",
  checkingStep: (number: number) => `Checking step ${number} …`,
  checking: "checking",
  youAreHere: "you are here",
  stepsDone: (done: number, all: number) => `${done} of ${all} steps done`,
  congratulation:
    "All steps are done: congratulations, you have written an echo server and an echo client that you understand down to the byte.",
  goOnAt: (place: string) => `Where to go from here: read the end of ${place}`,

  // What is wrong with a step, and what to do next
  stillAsked: (asking: number, step: number) =>
    `Step ${asking} asked for this, and it still holds in step ${step}.`,
  /** The requirements of earlier steps, as one line. */
  earlier: (count: number) =>
    `what earlier steps asked still holds (${count} ${count === 1 ? "check" : "checks"})`,
  /** What this system does not allow to check. */
  onlyOneAddress: "HOST was tried with 127.0.0.1 only: this system has no second address for itself.",
  noSignals:
    "What the server does at Ctrl+C was not checked: on Windows, nobody can send it to another program. Try it in its terminal.",
  sameCause: "(the same cause)",
  beginWithFirst: (count: number) =>
    `${count} checks fail. Begin with the first: often it explains the others.`,
  thisIsFirst: (count: number) => `(${count} checks fail. This is the first.)`,
  lastStep: (number: number) => `Step ${number} is the last one. How far are you? npm test`,
  nextStep: (number: number, title: string, place: string) => `Next: step ${number}, ${title}. Read ${place}`,
  compare: (number: number) => `Compare with the answer: npm run answer ${number}`,
  /** The parts of the lesson that are for those who have done the step. */
  afterwards: ["What really happens", "Try this", "What do you know now?"],
  remarks: {
    "exits-while-open":
      "It passes. One remark: process.exit() ends the program while something is still open, and what has not gone out by then is lost. When all is closed, it ends by itself.",
    "destroys-without-end":
      "It passes. One remark: destroy() drops what still waits to be sent, and the other side may see a reset. end() lets it go out first.",
    "adds-listeners":
      "It passes. One remark: this line adds one more listener each time that it runs, and none is ever taken away. One is enough, or once().",
    "decodes-twice":
      "It passes. One remark: the same bytes are decoded here once more. Keep the text in a variable.",
  },
  checkIt: (number: number) => `check it: npm test ${number}`,
  saveIt: "save it: it is checked at once",
  readAndDo: (place: string, check: string) => `Next: read ${place}, do this, then ${check}`,
  deleteMarks: "If some of it is done already, delete its comment.",
  mend: (place: string, check: string) => `Next: mend ${place}, then ${check}`,

  // npm run hint, answer and reset
  needsStep: (usage: string) => `Which step? Usage: ${usage}`,
  oneMoreHint: (step: number) => `One more: npm run hint ${step}`,
  thoseWereAll: (step: number) => `These are all hints. The answer: npm run answer ${step}`,

  // npm run watch
  keys: "h hint  a answer  e edit  r reset  n next  p previous  1-11 step  l list  q quit",
  askReset: (step: number) =>
    `Put the files of step ${step} back as they were handed out? Press r once more. Yours are kept.`,
  askNext: (step: number) => `Step ${step} is not done. To go on all the same, press n once more.`,
  isFirstStep: "This is the first step.",
  noEditor: "Which editor? Set the environment variable EDITOR, such as EDITOR=nano, or install `code`.",
  noSuchEditor: (command: string) => `The editor ${command} cannot be run. EDITOR or VISUAL names it.`,
  othersAreNotDone: "This step is done. Others are not: press l for the list.",
  pressN: (number: number, title: string) => `This step is done. Press n for step ${number}, ${title}:`,
  noMoreHints: "There are no more hints. The answer: press a",
  yoursAndAnswer: (yours: string, answer: string) => `${yours} (-) and ${answer} (+):`,
  isTheAnswer: "Your files are the answer, word for word.",
  goToStep: "To go to a step, type its number.",
  nothingToReset: "There is nothing to reset: the files are as they were handed out.",
  kept: (files: string) => `The files are as they were handed out. Yours are kept: ${files}`,
  isLastStep: (number: number) => `Step ${number} is the last one.`,

  // npm start, npm run server and npm run client
  stillRunning: "Still running. Press Ctrl+C to stop.",
  proxyAt: (port: number, server: number) =>
    `A proxy at port ${port} records what passes. The server is at port ${server}.`,
  stepping: "Nothing is handed on by itself. Enter: what has been held longest. a: all, from now on.",
  held: (to: Side, what: string) => `held on the way to the ${to}: ${what}`,
  finished: (side: Side) => `The finished ${side}. For that of a step: npm run ${side} N`,

  // npm run greedy
  nobodyListens: (address: string) =>
    `Nobody listens at ${address}. Start a server in another terminal: npm run server 10`,
  sending: (address: string, mebibytes: number) =>
    `Connected to ${address}. Sending up to ${mebibytes} MiB, and reading nothing.`,
  brokenOff: (message: string) => `The server broke the connection off: ${message}`,
  takenAll: (mebibytes: number) => `The server has taken all ${mebibytes} MiB.`,
  takenSome: (mebibytes: number) =>
    `The server has taken ${mebibytes} MiB, and takes no more: it holds this client back.`,
  lookNow: (seconds: number) =>
    `Look at the server's memory now. In ${seconds} seconds, this client begins to read.`,
  cameBack: (mebibytes: number) => `All ${mebibytes} MiB came back.`,
  nothingComes: (seconds: number, bytes: number) =>
    `Nothing has come for ${seconds} seconds: ${bytes} bytes came back, and the server has not closed the connection.`,
  cameBackWrong: "What came back is not what was sent.",

  // Drawings
  yours: (side: Side) => `your ${side}`,
  program: (side: Side): string => side,
  theCheck: "the check",
  starts: "starts",
  connect: "connect",
  prints: (text: string) => `prints ${text}`,
  printsOnStderr: (text: string) => `prints on stderr ${text}`,
  printsMore: (lines: number) => `prints ${lines} more lines`,
  printsEmptyLine: "prints an empty line",
  bytes: (count: number) => `${count} ${count === 1 ? "byte" : "bytes"}`,
  endOfStream: "end of the stream (FIN)",
  reset: "reset (RST)",
  floods: {
    output: "prints without an end, and is stopped",
    connection: "sends without an end, and is not read any more",
    memory: "takes more than 512 MiB of memory, and is stopped",
  },
  endsWith: (code: number | null) => `ends with exit code ${code}`,
  isEndedBy: (signal: string) => `is ended by ${signal}`,
  /** What some messages of Node's and TypeScript's mean here. */
  puzzles: {
    cast: 'Something else stands there than is claimed with "as". Often an await is missing: a promise is not what it will bring.',
    address: "address() gives null as long as the server does not listen: wait for that first.",
    iterable:
      "What is unpacked there is no array. once() gives a promise: await it, and unpack what comes then. A listener gets what the event brings as it is.",
    race: "Promise.race(), and others of its kind, take one array: their promises stand in [ ].",
    loop: "on() gives the events one after the other, as they come: a loop over it is one that waits, for await … of.",
    emitter:
      "on() and once() take what emits, the name of an event, and options: one of them does not fit. The option close, for example, is an array of names.",
    array:
      "What stands there are no bytes. Often it is the array in which once() and on() give what an event brings: unpack it.",
    unpacked:
      "What stands there is an array, whose toString() takes nothing: once() gives what an event brings in one. Unpack it.",
    oneByte:
      "What stands there is a number, a single byte: the Buffer itself was unpacked. A listener gets it as it is; only once() and on() give it in an array.",
    brackets: "That is an array, and not a function: its elements stand in [ ].",
    braced:
      "once and on are two of the names in node:events: import them from there, between braces, { once }.",
    caught:
      'What is caught may be anything, and so TypeScript takes it for "unknown": say with "as" what you take it for (Error), or ask for it with instanceof.',
    unknownName:
      "There is no such name in this line: its import is missing, it is spelt otherwise, or it was declared between other braces { } and is known only there.",
    module:
      "net is the whole module, and it has nothing of that name. What a server or a socket can do is a method of one that you have created.",
    class: "There stands what makes a socket, and not a socket: call it (a class with new).",
    noClose:
      "A socket of a connection has no close(): end() says that no more will come, destroy() closes it at once. close() is what a server has.",
    braces: "net is what the whole module is called here, not one of its names: import it without braces.",
    handedOn:
      "What a call gives is handed over there, and not a function: the call comes at once, and not with the event. Hand over a function, which calls it later.",
    notYet: "That socket is not connected yet.",
    notAnyMore: "That socket is not connected any more.",
    ended: "After end() nothing more can be sent: it has said that no more will come.",
    named:
      "A function stands there that is only named, and not called: the parentheses behind its name are missing.",
    aborted: "The socket was destroyed before it had sent everything.",
    listening: "listen() was called a second time on the same server. Once is enough.",
    premature: "A stream of the pipeline was closed before it had ended.",
  },
  waitsFor: (event: string, line: number) => `line ${line}: waits for "${event}"`,
  hangs: (event: string, type: string, line: number) =>
    `The program waits in line ${line} for "${event}"${ofWhat(type)}, which has not come: what stands below is not reached.`,
  isOpen: ({ what, line }: Open) => {
    if (what === "timer") return "A timer is set: it will make the program act again.";
    const created = line > 0 ? ` (created in line ${line})` : "";
    return what === "server"
      ? `Its listening socket${created} is still open: close it in any case, whether all went well or not.`
      : `A connection is still open: close its socket${created} in any case, whether all went well or not.`;
  },
  unheard:
    'Bytes came while nobody listened for "data": those are lost. Listen before they can come, and as long as they may.',
  closes: ({ by, line, waiting, ended }: Closing) => {
    const lost = `${waiting} ${waiting === 1 ? "byte" : "bytes"} that still waited to be sent`;
    const call = `${by}() in line ${line}`;
    if (by === "exit")
      return `process.exit() in line ${line} ended the whole program at once: what had not been received or sent by then is lost. Without it, a program ends by itself when nothing is left to wait for.`;
    if (by === "half-open")
      return `The client had ended its side, and so Node ended the server's, too: that is what it does with the sockets of a server that was created (line ${line}) without allowHalfOpen. After that, nothing more can be sent.`;
    if (by === "loop")
      return `The loop in line ${line} reads the socket itself. When such a loop is over, Node destroys the socket${waiting > 0 ? `: ${lost} were lost` : ""}. One over the events does not: on(), from node:events.`;
    if (by === "maxConnections")
      return "The server has dropped those that were more than its maxConnections allows.";
    if (by === "destroySoon")
      return `${call} closed the connection as soon as all was sent, in both directions: what comes after that is not received.`;
    if (by === "end") return `${call} closed this side: after that, nothing more can be sent.`;
    const first = ended === undefined ? "Call end() first, which lets them go out, and wait" : "Wait first";
    const after = ended === undefined ? "" : `, which end() in line ${ended} would have let go out`;
    if (waiting > 0)
      return `${call} threw away ${lost}${after}. ${first} until the socket is closed ("close").`;
    return `${call} closed the connection at once, in both directions: it waits for nothing.`;
  },
  silence: (seconds: string) => `${seconds} s of silence`,
  itself: (side: Side, line: string) => `The ${side} itself says: ${line}`,
  expected: (what: string) => `expected ${what}`,
  expectedBytes: (count: number) => `expected ${count} bytes`,
  atByte: (index: number, actual: string, expected: string) => `at byte ${index}: ${actual}, not ${expected}`,
};
