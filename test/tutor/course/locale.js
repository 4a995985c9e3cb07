// In which language learners are spoken to: that of the option --lang, or else of the locale. Plain JavaScript, so that
// tools/run.js can ask before anything else is loaded.

/** @typedef {"en" | "de"} Language */

/** @type {(name: string | undefined) => name is Language} */
function isLanguage(name) {
  return name === "en" || name === "de";
}

/**
 * The language of the locale, which is the first of these variables that is not empty (POSIX). Windows sets none of
 * them: there, what Node has found out about the system decides.
 */
function languageOfLocale(/** @type {NodeJS.ProcessEnv} */ env) {
  const named = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return (named || Intl.DateTimeFormat().resolvedOptions().locale).startsWith("de") ? "de" : "en";
}

/** @type {Language} */
export let language = languageOfLocale(process.env);

/** Decides for `chosen`. Words that have been loaded do not change any more. */
export function setLanguage(/** @type {Language} */ chosen) {
  language = chosen;
}

/**
 * Whether npm has taken --lang for itself, as in `npm test --lang de`: then only the value is left, as an argument. npm
 * of today reads the letters as short options (long, all, no, global), any other name as an option that it passes on.
 * @type {(env: NodeJS.ProcessEnv) => boolean}
 */
function isTakenByNpm(env) {
  const letters = ["long", "all", "global"].every((name) => env[`npm_config_${name}`] === "true");
  return letters || env["npm_config_lang"] === "true";
}

/**
 * Takes --lang and its value out of `args`, and what npm made of it out of `env`. Gives the arguments that are left,
 * and the language, or a value that is none.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ args: string[], chosen?: Language, wrong?: string }}
 */
export function takeLanguage(args, env) {
  const left = [...args];
  /** @type {string | undefined} */
  let value;
  const end = left.indexOf("--");
  const at = (end < 0 ? left : left.slice(0, end)).findIndex((text) => /^--lang(=|$)/.test(text));
  if (at >= 0) {
    const [option = ""] = left.splice(at, 1);
    value = option.includes("=") ? option.slice("--lang=".length) : (left.splice(at, 1)[0] ?? "");
  } else if (isTakenByNpm(env)) {
    delete env["npm_config_all"]; // Else it would be taken for `npm test --all`.
    const named = left.findIndex(isLanguage);
    const other = left.findIndex((text) => !/^\d/.test(text));
    const index = named < 0 ? other : named;
    value = index < 0 ? "" : left.splice(index, 1)[0];
  } else {
    value = env["npm_config_lang"];
  }
  if (value === undefined) return { args: left };
  return isLanguage(value) ? { args: left, chosen: value } : { args: left, wrong: value };
}
