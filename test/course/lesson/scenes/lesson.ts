// Where the blocks of text in the lesson come from.
import type { Origin } from "../scene.ts";
import { PART_1 } from "./part-1.ts";
import { PART_2 } from "./part-2.ts";
import { QUESTIONS } from "./questions.ts";

/** The blocks of each place in their order. */
export const LESSON: { readonly [place: string]: readonly Origin[] } = { ...PART_1, ...PART_2, ...QUESTIONS };
