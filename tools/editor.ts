// Opens a place in the user's editor.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** An editor, with the arguments that it is given beside the place. */
interface Editor {
  readonly command: string;
  readonly args: readonly string[];
}

/** Those that take a line as +LINE before the file. */
const PLUS = /^(vi|vim|nvim|nano|pico|emacs|emacsclient|micro|kak|joe|mcedit|gedit|kate)$/;
/** Those that take file:line. */
const COLON = /^(hx|subl|zed|mate)$/;
/** Visual Studio Code and what is made of it. */
const GOTO = /^(code|code-insiders|codium|cursor)$/;

/** The editor that the environment names ($VISUAL, then $EDITOR), or else `code`, if it is there. */
export function findEditor(env = process.env): Editor | undefined {
  const named = env["VISUAL"] || env["EDITOR"];
  if (named) {
    const [command = "", ...args] = named.split(/\s+/);
    return { command, args };
  }
  const names = process.platform === "win32" ? ["code.cmd"] : ["code"];
  const folders = (env["PATH"] ?? "").split(path.delimiter);
  const isThere = folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
  return isThere ? { command: "code", args: [] } : undefined;
}

/** What `editor` is given to show `line` of `file`. */
export function argumentsFor({ command, args }: Editor, file: string, line: number | undefined): string[] {
  const { name } = path.parse(command);
  if (line === undefined) return [...args, file];
  if (PLUS.test(name)) return [...args, `+${line}`, file];
  if (GOTO.test(name)) return [...args, "--goto", `${file}:${line}`];
  return [...args, COLON.test(name) ? `${file}:${line}` : file];
}

/** Shows `line` of `file` in `editor`, which has the terminal for itself until it has ended. Gives whether it ran. */
export function openIn(editor: Editor, file: string, line: number | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(editor.command, argumentsFor(editor, file, line), {
      stdio: "inherit",
      shell: process.platform === "win32", // `code` is a script there.
    });
    child.once("error", () => resolve(false));
    child.once("exit", () => resolve(true));
  });
}
