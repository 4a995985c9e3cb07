// What a block of the lesson shows of a session: which commands are typed in which terminal, and their output.

import { words } from "../../tutor/tell/words.ts";
import { SECOND } from "./scene.ts";

/** One command, or only what it printed when the command was given elsewhere. */
export interface Typed {
  readonly terminal: string;
  readonly command: string | undefined;
  readonly output: string;
}

/** Takes a block apart. `# first terminal` begins what is seen there, and `$ ` what is typed. */
export function parseSession(text: string, terminal = SECOND): Typed[] {
  const parts: { terminal: string; command: string | undefined; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const [, name] = /^# (\w+ terminal)\b/.exec(line) ?? [];
    if (name !== undefined) terminal = name;
    else if (line.startsWith("$ ")) parts.push({ terminal, command: line.slice(2), lines: [] });
    else if (parts.at(-1)?.terminal === terminal) parts.at(-1)!.lines.push(line);
    else if (line !== "") parts.push({ terminal, command: undefined, lines: [line] });
  }
  return parts.map(({ terminal, command, lines }) => ({ terminal, command, output: lines.join("\n") }));
}

/** The port of the lesson, for which a test uses one that is free. */
const PORT = "9999";

/** `command` with the port that it has to use here. */
export function withPort(command: string, port: number): string {
  return command.replaceAll(PORT, String(port));
}

/** What a reader would see: what was printed here, at `port`, with the port and address of the lesson. */
export function asInLesson(printed: string, command: string, port: number): string {
  const isServer = /\brun server\b/.test(command);
  return printed
    .replaceAll(String(port), PORT)
    .split("\n")
    .map((line) => {
      // By default the server listens at all addresses. A test does not.
      if (isServer || line.startsWith("server │"))
        return line.replace(/127\.0\.0\.1:(9999|NaN)/g, "0.0.0.0:$1");
      return line.replace(/127\.0\.0\.1:9999( +0\.0\.0\.0:\*)/, "0.0.0.0:9999$1");
    })
    .join("\n");
}

/** `text` without what differs from run to run, and without what a terminal does not show. */
export function comparable(text: string): string {
  return text
    .replace(/^\^C/gm, "")
    .replace(/\x1b\[\d*m/g, "")
    .replace(/[\x00-\x09\x0b-\x1f]/g, "")
    .replace(/127\.0\.0\.1:(?!9999\b)\d+/g, "127.0.0.1:<port>")
    .replace(/^65[45]\d\d$/gm, "<as much as the first packets brought>")
    .replace(/ +\d+\.\d s of silence +/, " 1.5 s of silence ")
    .replaceAll(`${words.stillRunning}\n`, "") // On a slow machine.
    .replace(/ +$/gm, "")
    .trimEnd();
}
