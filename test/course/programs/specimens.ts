// Programs that the checks are tried on: right ones in styles/, wrong ones in mistakes/. Each is a complete
// program whose first comments say what it is:
//   styles/NAME.server.ts            // right for: 02-07
//   mistakes/NN-slug/NAME.client.ts  // mistake: adds-newline
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  answerTo,
  findStep,
  root,
  steps,
  type Programs,
  type Side,
  type Step,
} from "../../tutor/course/course.ts";

/** A program for one side, with the answer of its step for the other side. */
export interface Specimen {
  readonly name: string;
  readonly step: Step;
  readonly side: Side;
  readonly programs: Programs;
}

/** All specimens in `folder`, with what their comment `// LABEL: …` says. */
export function specimensIn(folder: string, label: string): { file: string; side: Side; text: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => {
      const file = path.join(root, folder, name);
      const text = new RegExp(`^// ${label}: (.*)$`, "m").exec(readFileSync(file, "utf8"))?.[1];
      const side = /\.(server|client)\.ts$/.exec(name)?.[1];
      if (text === undefined || side === undefined) {
        throw new Error(
          `${folder}/${name} should be called NAME.server.ts or NAME.client.ts and say "// ${label}: …"`,
        );
      }
      return { file, side: side as Side, text: text.trim() };
    });
}

/** The program in `file`, as one of `step`. */
export function specimen(file: string, side: Side, step: Step): Specimen {
  return {
    name: path.basename(file, ".ts"),
    step,
    side,
    programs: { ...answerTo(step), [side]: file },
  };
}

/** The right programs, once for each step that they are right for. */
export function rightPrograms(): Specimen[] {
  return specimensIn("test/course/programs/styles", "right for").flatMap(({ file, side, text }) => {
    const [first, last] = text.split("-").map(Number);
    return steps
      .filter(({ number }) => number >= first! && number <= (last ?? first!))
      .map((step) => specimen(file, side, step));
  });
}

/** The wrong programs, each with the name of the mistake that it has to be told. */
export function wrongPrograms(): (Specimen & { readonly mistake: string })[] {
  return specimensIn("test/course/programs/mistakes", "mistake").map(({ file, side, text }) => {
    const step = findStep(path.basename(path.dirname(file)));
    if (step === undefined) throw new Error(`${file} should be in a folder that is called like a step`);
    return { ...specimen(file, side, step), mistake: text };
  });
}
