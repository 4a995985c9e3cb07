// npm run watch [N]: checks a step on every save, says what is wrong with it, and listens to a few keys.
import { steps, todosOf, type Step } from "../test/tutor/course/course.ts";
import { reset } from "../test/tutor/course/starters.ts";
import { findTypeErrors } from "../test/tutor/judge/types.ts";
import { judgeAll, type Findings, type State, type Verdict } from "../test/tutor/judge/verdict.ts";
import { canErase, terminalOf, wrap } from "../test/tutor/tell/terminal.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";
import { startChecking } from "./checking.ts";
import { findEditor, openIn } from "./editor.ts";
import { firstMistake, SLOW, showStep, whileSaying } from "./report.ts";
import { fit, showAnswer, showHints, showList, showVerdict } from "./screen.ts";

/** How long, in milliseconds, to wait after a 1 for the second digit of 10 or 11. */
const SECOND_DIGIT = 600;

/** How many rows a terminal has that does not tell. */
const ROWS = 24;

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
  /** The key that does something only when it is pressed twice, if it was pressed now, and if it was before. */
  let asked: string | undefined;
  let askedBefore: string | undefined;
  let digit: NodeJS.Timeout | undefined;
  let isEditing = false;

  const draw = () => {
    if (isEditing) return;
    const terminal = terminalOf(process.stdout);
    const all = steps.map((each) => ({ step: each, state: states.get(each) ?? ("to do" as const) }));
    const foot = [
      "",
      ...wrap(message, terminal.columns),
      ...wrap(words.keys, terminal.columns).map((line) => terminal.paint("dim", line)),
    ];
    const rows = (process.stdout.rows || ROWS) - foot.length;
    const shown = showVerdict(step, verdict, all, terminal, checking.saved());
    const parts = {
      list: () => showList(all, step, terminal),
      hints: () => [...shown.brief, ...showHints(step, hints, terminal)],
      answer: () => [...shown.brief, ...showAnswer(step, terminal)],
      verdict: () => fit(shown, rows, terminal),
    };
    process.stdout.write(
      (canErase(process.stdout) ? CLEAR : "\n") + [...parts[extra ?? "verdict"](), ...foot].join("\n"),
    );
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
  const goTo = (next: Step | undefined) => {
    if (next === undefined) return;
    [step, hints, extra] = [next, 0, undefined];
    checking.goTo(step);
  };
  /** Does it if `key` was pressed twice, and asks for that the first time. */
  const askFirst = (key: string, question: string, act: () => void) => {
    if (askedBefore === key) return act();
    asked = key;
    message = question;
  };
  const keys: { readonly [key: string]: () => void } = {
    h() {
      // After a save, the hints come back as far as they were.
      if (extra === "hints" || hints === 0) hints += 1;
      extra = "hints";
    },
    a: () => (extra = extra === "answer" ? undefined : "answer"),
    l: () => (extra = extra === "list" ? undefined : "list"),
    r: () =>
      askFirst("r", words.askReset(step.number), () => {
        const kept = reset(step);
        checking.look();
        message = kept.length === 0 ? words.nothingToReset : words.kept(kept.join(", "));
      }),
    n() {
      const next = steps[steps.indexOf(step) + 1];
      if (next === undefined) message = words.isLastStep(step.number);
      else if (states.get(step) === "done") goTo(next);
      else askFirst("n", words.askNext(step.number), () => goTo(next));
    },
    p() {
      const previous = steps[steps.indexOf(step) - 1];
      if (previous === undefined) message = words.isFirstStep;
      else goTo(previous);
    },
    e: () => void edit(),
  };

  /** Opens the place that the screen tells of: of what is wrong, or of what is to do. */
  const edit = async () => {
    const editor = findEditor();
    if (editor === undefined) {
      message = words.noEditor;
      return;
    }
    const mistake = verdict && firstMistake(verdict, checking.saved());
    const [todo] = todosOf(step);
    const file = mistake?.program?.file ?? todo?.file ?? step.programs.server;
    const line = mistake?.program ? (mistake.facts.line ?? mistake.line) : todo?.line;
    isEditing = true;
    process.stdin.setRawMode(false).pause();
    const hasRun = await openIn(editor, file, line);
    process.stdin.setRawMode(true).resume();
    isEditing = false;
    if (!hasRun) message = words.noSuchEditor(editor.command);
    draw();
  };

  /** Goes to the step of that number; a 1 may be the beginning of 10 or 11. */
  const typeDigit = (typed: string) => {
    const number = (digit === undefined ? 0 : 10) + Number(typed);
    const wasFirst = digit !== undefined;
    clearTimeout(digit);
    digit = undefined;
    if (number === 1 && !wasFirst && steps.length >= 10) {
      digit = setTimeout(() => {
        digit = undefined;
        goTo(steps[0]);
      }, SECOND_DIGIT);
      return;
    }
    const wanted = steps.find((each) => each.number === number);
    if (wanted === undefined) message = words.noStep(String(number), steps.length);
    else goTo(wanted);
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
      const act = /\d/.test(key) ? () => typeDigit(key) : keys[key];
      [askedBefore, asked] = [asked, undefined];
      if (act === undefined) continue;
      message = "";
      act();
      draw();
    }
  });
  process.stdout.on("resize", draw);
  // After Ctrl+Z and fg the terminal is as it was before.
  process.on("SIGCONT", () => {
    process.stdin.setRawMode(true);
    draw();
  });
  goTo(step);
}
