// Where the blocks of text in README.md come from.
import { fileOf, SECOND, type Origin } from "../scene.ts";

/** The blocks of README.md in their order, by section. */
export const README: { readonly [place: string]: readonly Origin[] } = {
  // Before the first section.
  "": [{ before: [[SECOND, "npm start"]], anyOrder: true }],
  "A check that teaches": [
    { solved: 2, before: [[SECOND, "npm test"]], shortened: true },
    {
      solved: 5,
      edits: [[fileOf(5, "server"), "socket.write(data);", 'socket.write(data.toString("utf8"));']],
      // What two processes do at once is drawn in the order in which it was noticed.
      anyOrder: true,
      before: [[SECOND, "npm test 5"]],
      shortened: true,
    },
  ],
  "For teachers and contributors": [{ byHand: "names files" }],
};
