// The conversation between client and server, as it is drawn.
import "../english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startDrawing } from "../../tutor/tell/draw.ts";
import { plain, widthOf, type Terminal } from "../../tutor/tell/terminal.ts";
import type { Event, TimedEvent } from "../../tutor/run/transcript.ts";

const ascii: Terminal = { ...plain, sign: (_, text) => text };
const names = { client: "your client", server: "the check" };

/** Draws `events`, one tenth of a second apart unless they say when they are. */
function draw(
  events: (Event & { at?: number })[],
  terminal: Terminal,
  notes: { [index: number]: string } = {},
): string[] {
  const drawing = startDrawing(names, terminal);
  const lines = events.flatMap((event, index) =>
    drawing.add({ at: index * 100, ...event } as TimedEvent, notes[index]),
  );
  return [...drawing.heading, ...lines];
}

const conversation: Event[] = [
  { kind: "start", from: "client" },
  { kind: "probe", from: "client", report: { kind: "loaded", printed: 0 } },
  { kind: "connect", from: "client" },
  { kind: "print", from: "client", stream: "stdout", text: "Connected to 127.0.0.1:9999\nSent: Hi\n" },
  { kind: "data", from: "client", bytes: Buffer.from("Hi") },
  { kind: "data", from: "server", bytes: Buffer.from([0xff, 0xfe, 0, 0x80]) },
  { kind: "end", from: "server" },
  { kind: "reset", from: "client" },
  { kind: "exit", from: "client", code: 1, signal: null },
];

describe("a drawing", () => {
  test("shows who did what, in the order of time", () => {
    assert.deepEqual(draw(conversation, plain), [
      "    your client                       the check",
      "      │ starts                         │",
      "      │── connect ────────────────────▶│",
      '      │ prints "Connected to 127.0.0.1:9999"',
      '      │ prints "Sent: Hi"              │',
      '      │── 2 bytes  "Hi" ──────────────▶│',
      "      │◀─────── 4 bytes  ff fe 00 80 ──│",
      "      │◀──── end of the stream (FIN) ──│",
      "      │── reset (RST) ────────────────▶│",
      "      │ ends with exit code 1          │",
    ]);
  });

  test("is plain ASCII where nothing else is safe", () => {
    for (const line of draw(conversation, ascii, { 5: "expected Hi" })) assert.match(line, /^[\x20-\x7e]*$/);
  });

  test("fits into any terminal, with letters of any width", () => {
    const wide: Event[] = [
      ...conversation,
      { kind: "data", from: "server", bytes: Buffer.from("世界 👋 ".repeat(20)) },
      { kind: "print", from: "server", stream: "stdout", text: "世界 👋 ".repeat(20) },
      { kind: "print", from: "client", stream: "stderr", text: "Error: 世界 👋 ".repeat(20) },
    ];
    for (const columns of [40, 50, 60, 80, 100]) {
      const lines = draw(
        wide,
        { ...plain, columns },
        { 5: "expected something that is long", 9: "expected 世界" },
      );
      for (const line of lines) assert.ok(widthOf(line) <= columns, `${widthOf(line)} > ${columns}: ${line}`);
      // The right line of life is straight: every arrow ends or begins there.
      const ends = lines
        .filter((line) => /[▶◀]/.test(line))
        .map((line) => widthOf(line.replace(/ *✘.*/, "")));
      assert.equal(new Set(ends).size, 1, lines.join("\n"));
    }
  });

  test("marks what is wrong, and says what was expected", () => {
    const lines = draw(conversation, plain, { 5: "expected 48 69" });
    assert.match(
      lines.find((line) => line.includes("ff fe"))!,
      /✘ expected 48 69$/,
    );
    assert.equal(lines.filter((line) => line.includes("✘")).length, 1);
  });

  test("tells of silence, with its duration, but not while a program is being loaded", () => {
    const lines = draw(
      [
        { kind: "start", from: "client", at: 0 },
        { kind: "connect", from: "client", at: 3_000 },
        { kind: "end", from: "server", at: 7_040 },
      ],
      plain,
    );
    assert.deepEqual(
      lines.filter((line) => line.includes("silence")).map((line) => line.trim().replace(/ +/g, " ")),
      ["│ 4.0 s of silence │"],
    );
  });

  test("numbers connections from the second on, and never hands on what could control the terminal", () => {
    const lines = draw(
      [
        { kind: "connect", from: "client", connection: 1 },
        { kind: "connect", from: "client", connection: 2 },
        { kind: "data", from: "client", bytes: Buffer.from("\x1b[2J\x9b"), connection: 2 },
        { kind: "print", from: "server", stream: "stdout", text: "\x1b[2J\x9b\x07" },
      ],
      plain,
    );
    assert.match(lines.join("\n"), /── connect ─[^]*── #2 connect ─[^]*── #2 \d+ bytes/);
    assert.doesNotMatch(lines.join(""), /[\x00-\x1f\x7f-\x9f]/);
  });
});
