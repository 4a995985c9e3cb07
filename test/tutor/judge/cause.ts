// What is behind a mistake: what was seen inside of the program tells why it shows what it shows outside.
import { readFileSync } from "node:fs";
import { errorLines, uncaught } from "./diagnose.ts";
import { closesListenerAtOnce, destroysBeforeData, destroysSocketAtOnce, notAwaited } from "./early.ts";
import { Mistake } from "./mistake.ts";
import { mistakes } from "./mistakes.ts";
import { notCalled, notMade, notThrown } from "./named.ts";
import { textForPort } from "./output.ts";
import { printsFunction, saysOnStderr } from "./printed.ts";
import { misnamesError, waitsInVain } from "./vain.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";

/** What Node and V8 say of a program's own mistakes: of its code, not of the network. */
const OWN_ERROR =
  /is not (a function|iterable|defined|a constructor)|Cannot (read|set) properties of|Cannot destructure|Cannot access '|Assignment to constant|argument must be (of type|one of|an instance of)|Invalid (regular expression|left-hand)/;

/** The cause of `mistake` that was seen in `program`, which has made it; or `mistake` itself. */
export function causeSeen(mistake: Mistake, program: Program): Mistake {
  const reports = program.reports();
  const own = atFile(program) ?? notThrown(mistake, program) ?? ownError(mistake, program);
  if (own !== undefined) return notAwaited(own, program, reports) ?? own;
  return (
    saysOnStderr(mistake, program) ??
    notMade(mistake, program) ??
    listensAsClient(program) ??
    printsFunction(mistake, program) ??
    (mistakes[mistake.name].inVain ? (notCalled(program) ?? waitsInVain(mistake, program)) : undefined) ??
    notAwaited(mistake, program, reports) ??
    destroysBeforeData(mistake, program, reports) ??
    closesListenerAtOnce(mistake, program, reports) ??
    destroysSocketAtOnce(mistake, program, reports) ??
    (mistake.name === "crashes-on-error" ? misnamesError(program) : undefined) ??
    mistake
  );
}

/**
 * What Node says where it has taken what stands in the place of the port for the name of a file: that there is none to
 * connect to, or, on Windows, that nobody may listen there. After an address on the network comes a port.
 */
const AT_FILE = /\b(?:connect ENOENT|listen EACCES: permission denied(?! \S*[^:]:\d)) (\S+)/;

function atFile(program: Program): Mistake | undefined {
  const file = AT_FILE.exec(program.stderr())?.[1];
  return file === undefined ? undefined : textForPort(program, file);
}

/** A client that waits for clients itself, and connects to nobody. */
function listensAsClient(program: Program): Mistake | undefined {
  const calls = ofKind(program.reports(), "called");
  const listen = calls.find(({ method }) => method === "listen");
  if (program.side === "server" || listen === undefined) return undefined;
  if (calls.some(({ method }) => method === "connect")) return undefined;
  return new Mistake("creates-other-socket", program, { line: listen.line });
}

/** An error of its own code that the program has caught and reported, as if it were one of the network. */
function ownError({ name }: Mistake, program: Program): Mistake | undefined {
  if (/^(crash|does-not|foreign|missing|type-)/.test(name) || uncaught(program)) return undefined;
  const words = errorLines(program).find((line) => OWN_ERROR.test(line));
  if (words === undefined) return undefined;
  const detail = words.replace(/\.$/, "");
  return new Mistake("own-error", program, { detail, ...lineOf(detail, program) });
}

/** The line that has the expression which an error of V8 names, if there is only one. */
function lineOf(message: string, { file, reports }: Program): { line?: number } {
  // Promise.race() and its like were not given an array.
  if (/\bobject is not iterable/.test(message)) {
    const line = ofKind(reports(), "wait").findLast(({ way }) => way === "combined")?.line;
    return line === undefined ? {} : { line };
  }
  const expression =
    /([\w$.]+(?:\(\.\.\.\))?[\w$.]*) is not (?:a function|iterable|defined|a constructor)/.exec(
      message,
    )?.[1] ??
    /\(reading '([^']+)'\)/.exec(message)?.[1] ??
    /Cannot destructure property '([^']+)'/.exec(message)?.[1];
  if (expression === undefined) return {};
  // "once is not a function or its return value is not iterable": it was called.
  const called = /or its return value/.test(message) ? `${expression}(` : expression;
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  // V8 shows arguments as "(...)". Where a cast stands in between, the name of the property is left.
  for (const parts of [called.split("(...)"), [`.${expression.split(".").at(-1)}`]]) {
    const found = lines.flatMap((text, index) =>
      parts.every((part) => wholeWord(part).test(text)) && !/^\s*(\/\/|import )/.test(text)
        ? [index + 1]
        : [],
    );
    if (found.length === 1) return { line: found[0]! };
  }
  return {};
}

/** `text` as it stands in code: not as a part of a longer name. */
function wholeWord(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `${/^\w/.test(text) ? "(?<![\\w$])" : ""}${escaped}${/\w$/.test(text) ? "(?![\\w$])" : ""}`,
  );
}
