// TypeScript's checker as a language server: it stays, and checks a changed program in milliseconds. An editor talks to
// it in the same way: messages of JSON, each after a header with its length (Language Server Protocol 3.17).
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { root, type Programs } from "../course/course.ts";
import { language } from "../course/locale.js";
import { problemWith } from "../course/readable.ts";
import { checker } from "./typecheck.js";
import { findTypeErrors, inOneLine, type TypeErrors } from "./types.ts";

/** What is read of a message. The one for errors is 1 in the protocol; the others are warnings and hints. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: { readonly items?: readonly Diagnostic[] };
}
interface Diagnostic {
  readonly severity: number;
  readonly code: number;
  readonly message: string;
  /** Lines and characters are counted from 0. */
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}
const ERROR = 1;

const HEADER_END = "\r\n\r\n";

/** Starts the checker. Gives a function that finds the type errors in programs as their files are now. */
export function startLanguageServer(): (programs: Programs) => Promise<TypeErrors> {
  const server = spawn(checker(), ["--lsp", "--stdio"], {
    cwd: root,
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
  });
  process.once("exit", () => server.kill());

  const asked = new Map<number, { resolve: (message: Message) => void; reject: (error: Error) => void }>();
  let gone: Error | undefined;
  const goAway = (error: Error) => {
    gone = error;
    for (const { reject } of asked.values()) reject(error);
  };
  server.once("error", goAway);
  server.once("exit", () => goAway(new Error("TypeScript's language server has ended")));
  server.stdin.on("error", goAway);

  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}${HEADER_END}${text}`);
  };
  let asking = 0;
  const ask = (method: string, params: object) =>
    new Promise<Message>((resolve, reject) => {
      if (gone) return reject(gone);
      asking += 1;
      asked.set(asking, { resolve, reject });
      send({ id: asking, method, params });
    });

  const take = (message: Message) => {
    if (message.id === undefined) return; // It only tells something.
    // What it asks for, such as settings, is not known here.
    if (message.method !== undefined)
      return send({ id: message.id, result: message.params?.items?.map(() => null) ?? null });
    asked.get(message.id)?.resolve(message);
    asked.delete(message.id);
  };
  let unread = Buffer.alloc(0);
  server.stdout.on("data", (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes]);
    for (;;) {
      const start = unread.indexOf(HEADER_END) + HEADER_END.length;
      const length = Number(/Content-Length: (\d+)/i.exec(unread.subarray(0, start).toString("latin1"))?.[1]);
      if (start < HEADER_END.length || unread.length < start + length) return;
      take(JSON.parse(unread.subarray(start, start + length).toString("utf8")) as Message);
      unread = unread.subarray(start + length);
    }
  });

  const capabilities = { textDocument: { diagnostic: {} } };
  const ready = ask("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    locale: language,
    capabilities,
  }).then(() => send({ method: "initialized", params: {} }));

  let version = 0;
  const errorsIn = async (file: string) => {
    const textDocument = { uri: pathToFileURL(file).href };
    const opened = {
      ...textDocument,
      languageId: "typescript",
      version: (version += 1),
      text: readFileSync(file, "utf8"),
    };
    send({ method: "textDocument/didOpen", params: { textDocument: opened } });
    const { result } = await ask("textDocument/diagnostic", { textDocument });
    send({ method: "textDocument/didClose", params: { textDocument } });
    return (result?.items ?? [])
      .filter(({ severity }) => severity === ERROR)
      .map(({ code, message, range }) => ({
        line: range.start.line + 1,
        column: range.start.character + 1,
        message: inOneLine(`TS${code}: ${message}`),
      }))
      .sort((one, other) => one.line - other.line);
  };

  const errorsInAll = async (programs: Programs) => {
    try {
      await ready;
      const errors = new Map<string, Awaited<ReturnType<typeof errorsIn>>>();
      for (const file of Object.values(programs))
        if (problemWith(file) === undefined) errors.set(file, await errorsIn(file));
      return errors;
    } catch {
      return findTypeErrors(); // As slow as ever, but right.
    }
  };
  // One after another, even when nobody waits for the one before any more: a file must not be opened twice.
  let last: Promise<unknown> = ready.catch(() => undefined);
  return (programs) => {
    const mine = last.then(() => errorsInAll(programs));
    last = mine.catch(() => undefined);
    return mine;
  };
}
