// What every language has to give: an explanation of each mistake.
import type { Side } from "../course/course.ts";
import type { Facts } from "../judge/mistake.ts";
import type { MistakeName } from "../judge/mistakes.ts";

/** Says what happened and what to do. Never the code. */
export type Explanation = (facts: Facts, side: Side) => string;

/** Explains every mistake in one language. */
export type Explanations = { readonly [name in MistakeName]: Explanation };
