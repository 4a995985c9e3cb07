// A program without its types: what tsx makes of it at every start, made once. Plain JavaScript starts three times
// faster, and every check starts several programs.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What is used of esbuild, which tsx brings with it and removes the types with. */
interface Esbuild {
  transform(text: string, options: object): Promise<{ code: string }>;
}

let loaded: Esbuild | undefined;

/** Loads it when it is first wanted. */
export function esbuild(): Esbuild {
  loaded ??= createRequire(fileURLToPath(import.meta.resolve("tsx")))("esbuild") as Esbuild;
  return loaded;
}

/**
 * What depends on where a program is, on how it was started (forks are started in the same way), or on what tsx adds to
 * Node: such programs run with tsx itself.
 */
const NEEDS_TSX =
  /["']\.{1,2}\/|\bimport\s*\(|\bimport\.meta\b|\brequire\b|\b__(file|dir)name\b|["'](node:)?(cluster|child_process|worker_threads)\b/;

/** What was written last, by the copies: the text that it was made from, and whether it could be. */
const written = new Map<string, { readonly text: string; readonly isPlain: Promise<boolean> }>();

/**
 * Removes the types of `file`, and writes the JavaScript to `copy`, unless it is there. Gives false where only tsx can
 * run it, or tell why not.
 */
export async function writePlain(file: string, copy: string): Promise<boolean> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return false;
  }
  const last = written.get(copy);
  if (last?.text === text) return last.isPlain;
  const isPlain = write(file, text, copy);
  written.set(copy, { text, isPlain });
  return isPlain;
}

async function write(file: string, text: string, copy: string): Promise<boolean> {
  if (!file.endsWith(".ts") || NEEDS_TSX.test(text)) return false;
  try {
    const { code } = await esbuild().transform(text, {
      loader: "ts",
      format: "esm",
      target: `node${process.versions.node}`,
      keepNames: true,
      sourcefile: pathToFileURL(file).href,
      sourcemap: "inline",
      sourcesContent: false,
    });
    mkdirSync(path.dirname(copy), { recursive: true });
    // In one go: a program that starts meanwhile reads the old one or the new one.
    writeFileSync(`${copy}.new`, code);
    renameSync(`${copy}.new`, copy);
    return true;
  } catch {
    return false; // tsx tells what is wrong with it.
  }
}
