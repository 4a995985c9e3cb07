// Plays a scene of the lesson in a copy of the course, and compares what can be seen with what the lesson shows.
import type { TestContext } from "node:test";
import { freePort } from "../../tutor/run/peer.ts";
import { FIRST, type Command, type Scene } from "./scene.ts";
import { createScratch } from "../scratch.ts";
import { asInLesson, comparable, parseSession, withPort } from "./session.ts";
import { CTRL_C, openTerminals } from "./terminals.ts";

/** How long, in milliseconds, nothing more must follow. */
const SILENCE = 500;
/** How often to look again, and how long to wait in between, in milliseconds. */
const LOOKS = 100;
const PAUSE = 100;

/** What a terminal shows that differs from what the lesson says. */
export interface Difference {
  readonly command: string;
  readonly shown: string;
}

/** Plays `scene`, to which `text` belongs, in step `number`. Gives the first difference, if there is one. */
export async function play(
  t: TestContext,
  scene: Scene,
  text: string,
  number: number,
): Promise<Difference | undefined> {
  const scratch = createScratch();
  const port = await freePort();
  const terminals = openTerminals(scratch, port);
  t.after(async () => {
    await terminals.close();
    scratch.remove();
  });
  if (scene.or !== undefined && !narrowed(comparable(text)).includes(scene.or[0]))
    throw new Error(`The lesson does not show ${scene.or[0]}`);
  scratch.solve(scene.solved ?? number);
  for (const [file, from, to] of scene.edits ?? []) {
    const edited = scratch.read(file).replace(from, to);
    if (edited === scratch.read(file)) throw new Error(`The lesson cannot change ${from} in ${file}`);
    scratch.write(file, edited);
  }

  /** Which command can be seen in which terminal. */
  const commands = new Map<string, string>();
  const type = async (...[terminal, command]: Command) => {
    await terminals.type(terminal, withPort(command, port));
    commands.set(terminal, command);
  };
  for (const command of scene.before ?? []) await type(...command);
  const session = parseSession(text, scene.terminal);
  for (const { terminal, command } of session) {
    if (command === undefined) continue;
    await type(terminal, command);
    if (terminal === FIRST) for (const other of scene.between ?? []) await type(...other);
  }

  const shown = (terminal: string) =>
    asInLesson(terminals.shown(terminal), commands.get(terminal) ?? "", port);
  for (const { terminal, output } of session) {
    const [before, after] = output.split(`\n${CTRL_C}`);
    if (after === undefined) continue;
    await terminals.until(() => isSame(scene, shown(terminal), before!));
    await terminals.type(terminal, CTRL_C);
  }
  const difference = () => session.find(({ terminal, output }) => !isSame(scene, shown(terminal), output));
  const isOver = () => session.every(({ terminal }) => terminals.hasEnded(terminal));
  const compare = async () => {
    do await terminals.until(() => difference() === undefined || isOver());
    while (
      !isOver() &&
      difference() === undefined &&
      (await terminals.until(() => difference() !== undefined, SILENCE))
    );
  };

  await compare();
  for (let looks = 0; scene.lookAgain && difference() !== undefined && looks < LOOKS; looks += 1) {
    await terminals.until(() => false, PAUSE);
    await type(...scene.before!.at(-1)!);
    await compare();
  }
  const different = difference();
  if (different === undefined) return undefined;
  const { terminal } = different;
  return { command: commands.get(terminal) ?? "", shown: shown(terminal) };
}

/** The columns of ss without their widths, which differ from version to version; some have one more. */
function narrowed(text: string): string {
  return text.replace(/ *Process$/gm, "").replace(/ +/g, " ");
}

/** Whether what was shown is what the lesson says, in the way that `scene` is to be compared. */
function isSame(scene: Scene, shown: string, lesson: string): boolean {
  const linesOf = (text: string) => {
    const even = comparable(scene.anyNumbers ? text.replace(/\d+/g, "1") : text);
    const narrow = scene.lookAgain ? narrowed(even) : even;
    const lines = (scene.or ? narrow.replace(scene.or[1], scene.or[0]) : narrow).split("\n");
    return scene.anyOrder ? lines.sort() : lines;
  };
  const [actual, expected] = [linesOf(shown), linesOf(lesson)];
  if (!scene.shortened) return actual.join("\n") === expected.join("\n");
  let next = 0;
  for (const line of actual) if (line === expected[next]) next += 1;
  return next === expected.length;
}
