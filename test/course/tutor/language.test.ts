// The languages of the course: which is chosen, and that German says all that English says.
import "../english.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test, type TestContext } from "node:test";
import { sides, steps, todosOf, twoDigits } from "../../tutor/course/course.ts";
import { german as germanExplanations } from "../../tutor/tell/explanations.de.ts";
import { english as englishExplanations } from "../../tutor/tell/explanations.en.ts";
import { hintsIn } from "../../tutor/course/lesson.ts";
import { takeLanguage } from "../../tutor/course/locale.js";
import { mistakes, type MistakeName } from "../../tutor/judge/mistakes.ts";
import { sentences } from "../../tutor/judge/sentences.ts";
import { scratchFor } from "../scratch.ts";
import { translate } from "../../tutor/tell/sentences.de.ts";
import { titleOf, todoOf, todos } from "../../tutor/tell/steps.de.ts";
import { checksOf } from "../../tutor/judge/verdict.ts";
import { german } from "../../tutor/tell/words.de.ts";
import { english } from "../../tutor/tell/words.en.ts";

/** No locale at all: what is empty does not count. */
const NONE = { LC_ALL: "", LC_MESSAGES: "", LANG: "" };
const ENGLISH = { ...NONE, LANG: "C" };
const GERMAN = { LC_ALL: "de_DE.UTF-8" };

describe("the language is", { concurrency: 2 }, () => {
  /** What the course says to a command that does not exist. */
  const said = async (t: TestContext, env: NodeJS.ProcessEnv, ...args: string[]) => {
    const { code, stderr } = await scratchFor(t).run(["dance", ...args], { ...NONE, ...env });
    assert.equal(code, 1);
    return stderr;
  };
  const inGerman = /^Verwendung: node tools\/run\.js start/;
  const inEnglish = /^Usage: node tools\/run\.js start/;

  test("German where the locale is", async (t) => {
    for (const env of [GERMAN, { LC_MESSAGES: "de_AT.UTF-8" }, { LANG: "de" }])
      assert.match(await said(t, env), inGerman, JSON.stringify(env));
  });

  test("English everywhere else", async (t) => {
    for (const env of [{ LC_ALL: "C" }, { LANG: "fr_FR.UTF-8" }, { LANG: "nds_de" }])
      assert.match(await said(t, env), inEnglish, JSON.stringify(env));
  });

  test("that of the system where no variable names a locale, as on Windows", async (t) => {
    /** Node on a system that is set to `locale`. */
    const on = (locale: string) => ({
      NODE_OPTIONS: `--import=data:text/javascript,Intl.DateTimeFormat=()=>({resolvedOptions:()=>({locale:'${locale}'})})`,
    });
    assert.match(await said(t, on("de-AT")), inGerman);
    assert.match(await said(t, on("en-GB")), inEnglish);
    assert.match(await said(t, { ...on("de-DE"), LANG: "C" }), inEnglish);
    assert.match(await said(t, { ...on("en-US"), LANG: "de" }), inGerman);
  });

  test("that of LC_ALL, before LC_MESSAGES, before LANG", async (t) => {
    assert.match(await said(t, { LC_ALL: "en_GB.UTF-8", LC_MESSAGES: "de", LANG: "de" }), inEnglish);
    assert.match(await said(t, { LC_ALL: "de", LC_MESSAGES: "C", LANG: "C" }), inGerman);
    assert.match(await said(t, { LC_MESSAGES: "C", LANG: "de" }), inEnglish);
  });

  test("that of --lang, whatever the locale is", async (t) => {
    assert.match(await said(t, ENGLISH, "--lang", "de"), inGerman);
    assert.match(await said(t, GERMAN, "--lang=en"), inEnglish);
    assert.match(await said(t, { ...ENGLISH, npm_config_lang: "de" }), inGerman);
  });

  test("no other: that is said in one line", async (t) => {
    const scratch = scratchFor(t);
    for (const args of [["--lang", "xx"], ["--lang=DE"], ["--lang"]]) {
      const { code, stdout, stderr } = await scratch.run(["test", ...args], ENGLISH);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
      assert.match(stderr, /^There is no language ".*"\. Choose .*--lang en.*--lang de\n$/);
    }
    const { stderr } = await scratch.run(["test", "--lang", "xx"], GERMAN);
    assert.match(stderr, /^Eine Sprache „xx“ gibt es nicht\..*\n$/);
  });

  test("found among the arguments, and taken out of them", () => {
    const taken = (args: string[], env: NodeJS.ProcessEnv = {}) => takeLanguage(args, env);
    assert.deepEqual(taken(["5", "--lang", "de", "--all"]), { args: ["5", "--all"], chosen: "de" });
    assert.deepEqual(taken(["--lang=en", "5"]), { args: ["5"], chosen: "en" });
    assert.deepEqual(taken(["5", "de"]), { args: ["5", "de"] });
    assert.deepEqual(taken(["5", "--", "--lang", "de"]), { args: ["5", "--", "--lang", "de"] });
    assert.deepEqual(taken(["5", "--lang"]), { args: ["5"], wrong: "" });
  });

  test("found in what npm makes of --lang without two dashes before it", () => {
    // npm 11: the letters of --lang are short options.
    const letters = { npm_config_long: "true", npm_config_all: "true", npm_config_global: "true" };
    const env = { ...letters };
    assert.deepEqual(takeLanguage(["5", "de"], env), { args: ["5"], chosen: "de" });
    assert.equal("npm_config_all" in env, false, "it would be taken for --all");
    assert.deepEqual(takeLanguage(["de", "hello"], { ...letters }), { args: ["hello"], chosen: "de" });
    assert.deepEqual(takeLanguage(["5", "xx"], { ...letters }), { args: ["5"], wrong: "xx" });
    const unknown = { npm_config_lang: "true" };
    assert.deepEqual(takeLanguage(["de", "5"], { ...unknown }), { args: ["5"], chosen: "de" });
    const all = { npm_config_all: "true" };
    assert.deepEqual(takeLanguage(["5"], all), { args: ["5"] });
    assert.deepEqual(all, { npm_config_all: "true" });
  });
});

describe("in German", { concurrency: 2 }, () => {
  test("every command for learners answers", async (t) => {
    const scratch = scratchFor(t);
    for (const command of ["start", "server", "client", "test", "watch"]) {
      const { code, stderr } = await scratch.run([command, "99", "--lang", "de"]);
      assert.equal(code, 1);
      assert.equal(stderr, `Einen Schritt „99“ gibt es nicht. Es gibt die Schritte 1 bis ${steps.length}.\n`);
    }
    assert.match((await scratch.run(["greedy", "echo"], GERMAN)).stderr, /^Der Port ist „echo“, also keine/);
    assert.match(
      (await scratch.run(["test", "--every"], GERMAN)).stderr,
      /^Eine Option --every gibt es nicht/,
    );
    assert.match((await scratch.run(["check", "twice"], GERMAN)).stderr, /^Too much: "twice"/);
  });

  test("--help tells how every command is called, in English, too", async (t) => {
    const scratch = scratchFor(t);
    for (const command of ["start", "test", "watch", "hint", "answer", "reset", "greedy", "grade"] as const) {
      for (const [words, env] of [
        [english, ENGLISH],
        [german, GERMAN],
      ] as const) {
        const { code, stdout, stderr } = await scratch.run([command, "--help"], env);
        assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
        assert.ok(
          stdout.startsWith(`${words.usage[command]}\n\n${words.help[command].slice(0, 20)}`),
          stdout,
        );
      }
    }
    for (const command of ["check", "bench", "starters"])
      assert.match(
        (await scratch.run([command, "--help"], GERMAN)).stdout,
        new RegExp(`^n.* ${command}\\b.*\n\n[A-Z]`),
      );
  });

  test("why a course cannot be graded is told", async (t) => {
    const scratch = scratchFor(t);
    const { stderr } = await scratch.run(["grade", "--work", "nowhere"], GERMAN);
    assert.match(stderr, /^Es gibt keinen Ordner .*nowhere\.\n$/);
    assert.match(
      (await scratch.run(["grade", "--work"], GERMAN)).stderr,
      /^Die Option --work braucht einen Wert/,
    );
  });

  test("missing packages and an old Node are told", async (t) => {
    const scratch = scratchFor(t, false);
    assert.match((await scratch.run(["test"], GERMAN)).stderr, /^Die Pakete .* npm ci\n$/);
    const old =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.18.3'}})";
    const { stderr } = await scratch.run(["test"], { ...GERMAN, NODE_OPTIONS: `--import=${old}` });
    assert.match(stderr, /^Dieser Kurs braucht Node 20\.19\.0 oder neuer/);
  });

  test("TypeScript says what is wrong, and is put right where its German is", async (t) => {
    const scratch = scratchFor(t);
    const file = "steps/01-create-a-socket/echo_server.ts";
    const wrongWith = async (code: string) => {
      scratch.write(file, `${scratch.read(file)}${code}\n`);
      return (await scratch.run(["test", "1"], GERMAN)).stdout.replace(/\s+/g, " ");
    };
    assert.match(
      await wrongWith("process.env.PORT.length;"),
      /"process\.env\.PORT" ist möglicherweise "undefined"/,
    );
    scratch.write(file, "");
    assert.match(await wrongWith("for (const one of 5) one;"), /"\[Symbol\.iterator\]\(\)"/);
    scratch.write(file, "");
    assert.match(
      await wrongWith("const port: number = HOST;"),
      /TS2304: Der Name "HOST" wurde nicht gefunden\./,
    );
  });

  test("npm test shows how far the learner is, and what is wrong", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(5);
    // Two steps are enough for that.
    for (const { id } of steps.filter(({ number }) => number !== 4 && number !== 5))
      scratch.delete(`steps/${id}`);
    const server = "steps/05-echo/echo_server.ts";
    const wrong = scratch.read(server).replace(/\.write\((\w+)\)/, '.write($1.toString("utf8"))');
    assert.notEqual(wrong, scratch.read(server));
    scratch.write(server, wrong);
    const { code, stdout } = await scratch.run(["test"], GERMAN);
    assert.equal(code, 1);
    for (const part of [
      /✔ 04 senden und empfangen +fertig\n/,
      /✘ 05 das Echo +fehlerhaft ◀ Sie sind hier\n/,
      /1 von 2 Schritten fertig\n/,
      /✘ 05 das Echo · der Server sendet genau die Bytes zurück, die er empfangen hat\n/,
      /die Prüfung +Ihr Server\n/,
      /│── Verbindung ─+▶│\n[^]*│── 4096 Bytes /,
      /✘ bei Byte 128: ef bf statt 80 81\n/,
      /Die Bytes wurden unterwegs zu Text decodiert und wieder codiert\./,
      /steps\/05-echo\/echo_server\.ts:\d+ · LESSON\.de\.md#step-05-echo\n/,
      /Weiter: in steps\/05-echo den Fehler beheben, dann prüfen: npm test 5\n/,
    ])
      assert.match(stdout, part);
    const explanation = stdout.slice(stdout.indexOf("✘ 05 das Echo ·"));
    assert.doesNotMatch(explanation, /\b(the|and|your|prints|silence)\b/);
  });

  test("what is to do is told in German", async (t) => {
    const { stdout } = await scratchFor(t).run(["test"], GERMAN);
    assert.match(stdout, /· 03 annehmen und verbinden +offen\n/);
    assert.match(stdout, /^ {4}TODO\(01\): net aus node:net importieren, /m);
  });

  test("hints come from sections whose headings are German", () => {
    const hint = (number: number) =>
      `<details><summary>Hinweis 1: zu ${number}</summary>\n\nText.\n\n</details>`;
    const lesson = steps
      .map(({ number, id }) => `<a id="step-${id}"></a>\n\n## Schritt ${number}: x\n\n${hint(number)}\n`)
      .join("\n");
    for (const step of steps)
      assert.deepEqual(hintsIn(lesson, step), [{ title: `Hinweis 1: zu ${step.number}`, text: "Text." }]);
  });
});

describe("German says what English says", () => {
  const facts = {
    actual: "ACTUAL",
    expected: "EXPECTED",
    detail: "DETAIL",
  };
  /** What has to be the same in every language: facts, options, calls, variables and abbreviations, numbers. */
  const FACT = /--[a-z-]+|\w+\(\)|\b[A-Z]{3,}\b|\b\d+\b|[^\x00-\x7f„“…’]/gu;

  for (const name of Object.keys(mistakes) as MistakeName[]) {
    test(name, () => {
      for (const side of sides) {
        for (const given of [facts, { expected: "EXPECTED" }]) {
          const inEnglish = englishExplanations[name](given, side);
          const inGerman = germanExplanations[name](given, side);
          assert.notEqual(inGerman, inEnglish);
          for (const [fact] of inEnglish.matchAll(FACT))
            assert.ok(inGerman.includes(fact), `${fact} is not in: ${inGerman}`);
          for (const word of [/\bthe (server|client)\b/i, /\bder (server|client)\b/, /"/])
            assert.doesNotMatch(inGerman, word);
        }
      }
    });
  }

  test("in the words of the commands", () => {
    const compare = (inEnglish: unknown, inGerman: unknown, path: string) => {
      // These are for what is said elsewhere: see below.
      if (["/sentence", "/title", "/todo", "/wrongOption"].includes(path)) return;
      if (typeof inEnglish === "object") {
        for (const [key, value] of Object.entries(inEnglish as object))
          compare(value, (inGerman as { [key: string]: unknown })[key], `${path}/${key}`);
        return;
      }
      const text = (word: unknown) =>
        typeof word === "function" ? (word("server", "FACT-2", "FACT-3") as string) : String(word);
      assert.notEqual(text(inGerman), text(inEnglish), path);
      for (const [fact] of text(inEnglish).matchAll(/server|FACT-\d|--[a-z-]+/gi))
        assert.ok(text(inGerman).toLowerCase().includes(fact.toLowerCase()), `${path}: ${text(inGerman)}`);
    };
    compare(english, german, "");
  });

  test("the keys are the same", () => {
    const letters = (keys: string) => keys.split("   ").map((key) => key.slice(0, 2));
    assert.deepEqual(letters(german.keys), letters(english.keys));
  });

  test("every check has a German name, of its own", async () => {
    const names = (await Promise.all(steps.map(checksOf))).flat().map(({ name }) => name);
    for (const name of names) assert.notEqual(translate(name), name);
    assert.equal(new Set(names.map(translate)).size, new Set(names).size);
    assert.equal(
      translate("at SIGINT, the server accepts no more, but finishes its echo"),
      "bei SIGINT nimmt der Server niemanden mehr an, bringt aber sein Echo zu Ende",
    );
  });

  test("every step has the title that it has in the lesson", () => {
    const lesson = readFileSync(new URL("../../../LESSON.de.md", import.meta.url), "utf8");
    for (const { number, title } of steps)
      assert.ok(lesson.includes(`\n## Schritt ${twoDigits(number)}: ${titleOf(title)}\n`), titleOf(title));
  });

  test("every TODO is told in German, and no other", () => {
    const texts = steps.flatMap(todosOf).map(({ text }) => text);
    for (const text of texts) {
      assert.notEqual(todoOf(text), text);
      assert.equal(todoOf(text).slice(0, 10), text.slice(0, 10));
      for (const [fact] of text.matchAll(FACT))
        assert.ok(todoOf(text).includes(fact), `${fact}: ${todoOf(text)}`);
    }
    const unused = Object.keys(todos).filter((text) => !texts.some((todo) => todo.endsWith(`: ${text}`)));
    assert.deepEqual(unused, []);
    assert.equal(todoOf("TODO(03): ask the teacher"), "TODO(03): ask the teacher");
  });

  test("no sentence is translated that nobody says", () => {
    const source = ["checks", "tutor/judge"]
      .flatMap((folder) => {
        const url = new URL(`../../${folder}/`, import.meta.url);
        const files = readdirSync(url).filter((file) => file.endsWith(".ts") && file !== "sentences.ts");
        return files.map((file) => readFileSync(new URL(file, url), "utf8"));
      })
      .join("\n");
    for (const sentence of sentences) {
      const forms = [sentence, sentence.replace(/server|client/, "${side}")];
      const patterns = forms.map((form) => {
        const parts = form.split("%s").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        return new RegExp(`["'\`]${parts.join("\\$\\{.*\\}")}["'\`]`);
      });
      assert.ok(
        patterns.some((pattern) => pattern.test(source)),
        sentence,
      );
    }
  });
});
