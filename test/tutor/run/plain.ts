// A program without its types: what tsx makes of it at every start, made once. Plain JavaScript starts three times
// faster, and every check starts several programs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What is used of esbuild, which tsx brings with it and removes the types with. */
interface Esbuild {
  transform(text: string, options: object): Promise<{ code: string }>;
}

/** What depends on where a program is, or on what tsx adds to Node: such programs run with tsx itself. */
const NEEDS_TSX = /["']\.{1,2}\/|\bimport\s*\(|\bimport\.meta\b|\brequire\b|\b__(file|dir)name\b/;

let esbuild: Esbuild | undefined;

/** Removes the types of `file`, and writes the JavaScript to `copy`. Gives false where only tsx can run it, or tell why not. */
export async function writePlain(file: string, copy: string): Promise<boolean> {
  try {
    const text = readFileSync(file, "utf8");
    if (!file.endsWith(".ts") || NEEDS_TSX.test(text)) return false;
    esbuild ??= createRequire(fileURLToPath(import.meta.resolve("tsx")))("esbuild") as Esbuild;
    const { code } = await esbuild.transform(text, {
      loader: "ts",
      format: "esm",
      target: `node${process.versions.node}`,
      keepNames: true,
      sourcefile: pathToFileURL(file).href,
      sourcemap: "inline",
      sourcesContent: false,
    });
    if (!existsSync(path.dirname(copy))) mkdirSync(path.dirname(copy), { recursive: true });
    writeFileSync(copy, code);
    return true;
  } catch {
    return false; // tsx tells what is wrong with it.
  }
}
