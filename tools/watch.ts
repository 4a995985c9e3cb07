// npm run watch [N]: checks a step on every save, says what is wrong with it, and listens to a few keys.
import { existsSync, readFileSync, watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { sides, steps, type Side, type Step } from "../test/tutor/course/course.ts";
import { killAll } from "../test/tutor/run/process.ts";
import { startLanguageServer } from "../test/tutor/judge/language-server.ts";
import { keepReady, prepare } from "../test/tutor/run/program.ts";
import { reset } from "../test/tutor/course/starters.ts";
import { terminalOf, wrap } from "../test/tutor/tell/terminal.ts";
import { findTypeErrors } from "../test/tutor/judge/types.ts";
import {
  judge,
  judgeAll,
  judgeIfBegun,
  runAtOnce,
  type Findings,
  type State,
  type Verdict,
} from "../test/tutor/judge/verdict.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";
import { SLOW, showStep, whileSaying } from "./report.ts";
import { showAnswer, showHints, showList, showVerdict } from "./screen.ts";

/** An editor may touch a file several times when it saves it. It is quiet after so many milliseconds. */
const QUIET = 30;
/** How often to look at the files, in milliseconds, where the system does not tell of changes (some network drives). */
const LOOKING = 1_000;
/** How many programs of each side wait for the next save at most. Each takes about 60 MB of memory. */
const READY = 5;
/** How many checks run at once on each core: programs that wait for the save start fast. */
const CHECKS_PER_CORE = 4;

const CLEAR = "\x1b[2J\x1b[H";
const CTRL_C = "\x03";

/** Watches a step: the one that is named, or the first that is not done. Goes on until the user quits. */
export async function main([name, ...rest]: string[]): Promise<never> {
  expectNoMore(rest, words.usage.watch);
  const wanted = name === undefined ? undefined : stepNamed(name);
  const verdicts =
    wanted === undefined ? await whileSaying(words.looking, () => judgeAll(findTypeErrors())) : [];
  const step = wanted ?? (verdicts.find(({ state }) => state !== "done") ?? verdicts.at(-1)!).step;
  if (process.stdin.isTTY && process.stdout.isTTY)
    onScreen(step, new Map(verdicts.map((verdict) => [verdict.step, verdict.state])));
  else onPaper(step);
  return new Promise(() => undefined);
}

/** Without a terminal: one verdict after another, until somebody ends it. */
function onPaper(step: Step): void {
  const terminal = terminalOf(process.stdout);
  startChecking({ finish: (verdict) => console.log(showStep(verdict, terminal)) }).goTo(step);
}

/** In a terminal: the screen always shows how things are, and keys do something about it. */
function onScreen(first: Step, states: Map<Step, State>): void {
  let step = first;
  let verdict: Findings | Verdict | undefined;
  let hints = 0;
  let extra: "hints" | "answer" | "list" | undefined;
  let message = "";

  const draw = () => {
    const terminal = terminalOf(process.stdout);
    const all = steps.map((each) => ({ step: each, state: states.get(each) ?? ("to do" as const) }));
    const parts =
      extra === "list"
        ? showList(all, step, terminal)
        : [
            ...showVerdict(step, verdict, all, terminal, checking.saved()),
            ...(extra === "hints" ? showHints(step, hints, terminal) : []),
            ...(extra === "answer" ? showAnswer(step, terminal) : []),
          ];
    const foot = [
      ...wrap(message, terminal.columns),
      ...wrap(words.keys, terminal.columns).map((line) => terminal.paint("dim", line)),
      "",
    ];
    process.stdout.write(CLEAR + [...parts, ...foot].join("\n"));
  };

  const checking = startChecking({
    begin() {
      verdict = undefined;
      message = "";
      extra = undefined; // What is wanted after a save is its verdict: it may need the whole screen.
      draw();
    },
    // What is wrong is told at once. That something is right can wait.
    goOn(findings) {
      verdict = findings;
      if (findings.results.some(({ mistake }) => mistake !== undefined)) draw();
    },
    finish(result) {
      verdict = result;
      states.set(step, result.state);
      draw();
    },
    // How far the other steps are, when nothing else is to be done.
    rest: () => steps.find((each) => !states.has(each)),
    finishRest({ step: other, state }) {
      states.set(other, state);
      draw();
    },
  });
  setInterval(() => {
    if (verdict === undefined || !("state" in verdict)) draw();
  }, SLOW);
  const goTo = (next: Step) => {
    [step, hints, extra] = [next, 0, undefined];
    checking.goTo(step);
  };

  const keys: { readonly [key: string]: () => void } = {
    h() {
      // After a save, the hints come back as far as they were.
      if (extra === "hints" || hints === 0) hints += 1;
      extra = "hints";
    },
    a: () => (extra = extra === "answer" ? undefined : "answer"),
    l: () => (extra = extra === "list" ? undefined : "list"),
    r() {
      const kept = reset(step);
      checking.look();
      message = kept.length === 0 ? words.nothingToReset : words.kept(kept.join(", "));
    },
    n() {
      const next = steps[steps.indexOf(step) + 1];
      if (next === undefined) message = words.isLastStep(step.number);
      else goTo(next);
    },
  };

  const end = (code: number): never => {
    process.stdin.setRawMode(false);
    process.stdout.write("\n");
    process.exit(code);
  };
  process.stdin.setRawMode(true).setEncoding("utf8");
  process.stdin.on("data", (typed: string) => {
    for (const key of typed.toLowerCase()) {
      if (key === "q") end(0);
      if (key === CTRL_C) end(130);
      if (keys[key] === undefined) continue;
      message = "";
      keys[key]();
      draw();
    }
  });
  process.stdout.on("resize", draw);
  goTo(step);
}

interface Checking {
  /** Checks another step, now and whenever one of its files has changed. */
  goTo(step: Step): void;
  /** Looks whether a file has changed. */
  look(): void;
  /** The program that has changed last, if only one has. */
  saved(): Side | undefined;
}

interface Listener {
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
function startChecking(listener: Listener): Checking {
  let current: { readonly step: Step; readonly watcher: FSWatcher } | undefined;
  /** The programs as they were checked last. */
  let checked: { readonly [side in Side]?: string | undefined } = {};
  let saved: Side | undefined;
  let running: AbortController | undefined;
  let quiet: NodeJS.Timeout | undefined;

  runAtOnce(CHECKS_PER_CORE);
  const findErrors = startLanguageServer();

  const contentOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

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
      current?.watcher.close();
      // The folder, not the files: some editors save by putting a new file in the place of the old one.
      const watcher = watch(path.dirname(step.programs.server), () => {
        clearTimeout(quiet);
        quiet = setTimeout(look, QUIET);
      });
      current = { step, watcher };
      checked = {};
      look();
    },
  };
}
