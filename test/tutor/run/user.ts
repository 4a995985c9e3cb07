// As which user the learner's programs run: the one who runs the checks, or another, who may do less.
import { chownSync } from "node:fs";

/** The environment variable with the number of that other user. Only root can choose one. */
export const USER = "ECHO_USER";

const number = process.env[USER];

/** The user and the group of the programs, where it is another. Nobody else needs to be in either. */
export const user = number === undefined ? {} : { uid: Number(number), gid: Number(number) };

/** Makes `folder` the programs' own. */
export function handOver(folder: string): void {
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
}
