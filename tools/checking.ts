// Checks a step whenever one of its files has changed, and the others while nobody saves anything.
import { readFileSync, watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { sides, type Side, type Step } from "../test/tutor/course/course.ts";
import { killAll } from "../test/tutor/run/group.ts";
import { problemWith } from "../test/tutor/course/readable.ts";
import { startLanguageServer } from "../test/tutor/judge/language-server.ts";
import { keepReady, prepare } from "../test/tutor/run/program.ts";
import { judge, judgeIfBegun, runAtOnce, type Findings, type Verdict } from "../test/tutor/judge/verdict.ts";

/** An editor may touch a file several times when it saves it. It is quiet after so many milliseconds. */
const QUIET = 30;
/** How often to look at the files, in milliseconds, where the system does not tell of changes (some network drives). */
const LOOKING = 1_000;
/** How many programs of each side wait for the next save at most. Most of the memory of each, all but 8 MB, is shared. */
const READY = 20;
/** How many checks run at once on each core: programs that wait for the save start fast. */
const CHECKS_PER_CORE = 4;

export interface Checking {
  /** Checks another step, now and whenever one of its files has changed. */
  goTo(step: Step): void;
  /** Looks whether a file has changed. */
  look(): void;
  /** The program that has changed last, if only one has. */
  saved(): Side | undefined;
}

export interface Listener {
  /** A check begins. */
  begin?(): void;
  /** More is known than before. */
  goOn?(findings: Findings): void;
  /** All is known. */
  finish(verdict: Verdict): void;
  /** Another step, to be judged while nobody saves anything. */
  rest?(): Step | undefined;
  finishRest?(verdict: Verdict): void;
}

/** Checks a step whenever one of its files has changed. */
export function startChecking(listener: Listener): Checking {
  let current: { readonly step: Step; readonly watcher: FSWatcher | undefined } | undefined;
  /** The programs as they were checked last. */
  let checked: { readonly [side in Side]?: string | undefined } = {};
  let saved: Side | undefined;
  let running: AbortController | undefined;
  let quiet: NodeJS.Timeout | undefined;

  runAtOnce(CHECKS_PER_CORE);
  const findErrors = startLanguageServer();

  const check = async (step: Step) => {
    // A newer version of the files makes the verdict on the older one worthless.
    if (running !== undefined) {
      running.abort();
      killAll();
    }
    const mine = (running = new AbortController());
    const { signal } = mine;
    listener.begin?.();
    await prepare(Object.values(step.programs));
    const onFindings = (findings: Findings) => signal.aborted || listener.goOn?.(findings);
    const verdict = await judge(step, findErrors(step.programs), { signal, onFindings });
    if (signal.aborted) return;
    listener.finish(verdict);
    keepReady(Object.values(step.programs), READY);
    for (let other; (other = listener.rest?.()) !== undefined;) {
      const { programs } = other;
      const verdict = await judgeIfBegun(other, () => findErrors(programs), { signal });
      if (signal.aborted) return;
      listener.finishRest?.(verdict);
    }
    running = undefined;
  };

  const look = () => {
    if (current === undefined) return;
    const { server, client } = current.step.programs;
    const now = { server: contentOf(server), client: contentOf(client) };
    const changed = sides.filter((side) => !(side in checked) || now[side] !== checked[side]);
    if (changed.length === 0) return;
    saved = changed.length === 1 ? changed[0] : undefined;
    checked = now;
    void check(current.step);
  };
  setInterval(look, LOOKING);

  return {
    look,
    saved: () => saved,
    goTo(step) {
      current?.watcher?.close();
      const watcher = watchFolder(path.dirname(step.programs.server), () => {
        clearTimeout(quiet);
        quiet = setTimeout(look, QUIET);
      });
      current = { step, watcher };
      checked = {};
      look();
    },
  };
}

/** Watches the folder, not the files: some editors save by putting a new file in the place of the old one. */
function watchFolder(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    return watch(folder, onChange).on("error", () => undefined);
  } catch {
    return undefined; // It is missing, or the system watches no more: then looking every second has to do.
  }
}

/** What is in `file`; undefined if that cannot be read. */
function contentOf(file: string): string | undefined {
  return problemWith(file) === undefined ? readFileSync(file, "utf8") : undefined;
}
