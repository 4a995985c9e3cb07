// Where the blocks of text in README.md come from.
import { fileOf, SECOND, type Origin } from "../support/scene.ts";

/** The blocks of README.md in their order, by section. */
export const README: { readonly [place: string]: readonly Origin[] } = {
  "See it run": [{ before: [[SECOND, "npm start"]], anyOrder: true }],
  "See how far you are": [
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
  "What is where": [{ byHand: "names files" }],
};
