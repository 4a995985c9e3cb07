// The course's own TypeScript as JavaScript, in one file that is made once: to make it anew at every start takes longer
// than most checks do.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = path.join(root, "node_modules/.cache/echo-from-scratch");
/** Where the commands are, and what they need. */
const SOURCES = ["tools", "test/tutor", "test/checks"];

/** So much of a hash tells one thing from another. */
const hash = (/** @type {string[]} */ texts) =>
  createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16);

/**
 * Imports `file` of tools/, which is one of `files`. Gives undefined where nothing can be kept beside the packages.
 * @param {string} file
 * @param {readonly string[]} files
 */
export async function importCompiled(file, files) {
  const bundle = await bundleOf(files);
  return bundle && (await import(pathToFileURL(bundle).href)).load[file]();
}

/**
 * The file with the JavaScript of `files`, as they are now; undefined if it cannot be written.
 * @param {readonly string[]} files
 */
async function bundleOf(files) {
  const sources = SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join(root, folder, name)),
  );
  const texts = [...sources, fileURLToPath(import.meta.url)].map((file) => readFileSync(file, "utf8"));
  // Packages may be shared by several copies of the course.
  const own = `tool-${hash([root])}-`;
  const bundle = path.join(cache, `${own}${hash([...files, ...sources, ...texts])}.mjs`);
  if (existsSync(bundle)) return bundle;
  const text = await build(files);
  try {
    mkdirSync(cache, { recursive: true });
    const isOld = (/** @type {string} */ name) =>
      name.startsWith(own) && name.endsWith(".mjs") && name !== path.basename(bundle);
    const old = readdirSync(cache).filter(isOld);
    // In one go: another command that starts meanwhile finds all of it, or nothing.
    writeFileSync(`${bundle}.${process.pid}`, text);
    renameSync(`${bundle}.${process.pid}`, bundle);
    for (const name of old) rmSync(path.join(cache, name), { force: true });
    return bundle;
  } catch {
    return undefined;
  }
}

/**
 * `files` and all that they import, as one module: `load` has a function for each that imports it.
 * @param {readonly string[]} files
 * @returns {Promise<string>}
 */
async function build(files) {
  // tsx brings it with it, and removes the types with it.
  const esbuild = createRequire(createRequire(import.meta.url).resolve("tsx"))("esbuild");
  const loaders = files.map((file) => `"${file}": () => import(${JSON.stringify(`./${file}`)})`);
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export const load = { ${loaders.join(", ")} };`,
      resolveDir: path.join(root, "tools"),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "silent",
    plugins: [{ name: "in place", setup: keepPlaces }],
  });
  return outputFiles[0].text;
}

/**
 * Whatever a module finds by its own address stays where it is; and what is JavaScript is not taken in, for run.js
 * imports it, too, and there should be one of it.
 * @param {any} build
 */
function keepPlaces(build) {
  build.onResolve({ filter: /^\..*\.js$/ }, (/** @type {any} */ { path: name, resolveDir }) => ({
    path: pathToFileURL(path.resolve(resolveDir, name)).href,
    external: true,
  }));
  build.onLoad({ filter: /\.ts$/ }, (/** @type {any} */ { path: file }) => ({
    loader: "ts",
    contents: readFileSync(file, "utf8").replaceAll(
      "import.meta.url",
      JSON.stringify(pathToFileURL(file).href),
    ),
  }));
}
