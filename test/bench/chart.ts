// The results as a drawing (SVG) that can be read on a light and on a dark page.
import type { Results } from "./echo.ts";
import { FINISHED, PIPE } from "./servers.ts";
import { summarize, type Row } from "./summary.ts";
import { byLoad, perSecond } from "./table.ts";

/** Lengths in pixels. */
const [NAMES, PANEL, GAP, MARGIN, LINE, HEADER] = [140, 250, 30, 20, 19, 56];
/** What the longest bar leaves for its figure. */
const FIGURE = 70;

const STYLE = `
  svg { font: 12px system-ui, sans-serif; --page: #fff; --text: #1f2328; --soft: #59636e; }
  svg { --finished: #0969da; --pipe: #54aeff; --other: #c8d1da; }
  @media (prefers-color-scheme: dark) {
    svg { --page: #0d1117; --text: #f0f6fc; --soft: #9198a1; }
    svg { --finished: #4493f8; --pipe: #1f5aa8; --other: #3d444d; }
  }
  .page { fill: var(--page); }
  text { fill: var(--text); }
  .soft { fill: var(--soft); }
  .title { font-size: 16px; font-weight: 600; }
  .load, .finished-name { font-weight: 600; }
  .name { text-anchor: end; }
  .finished { fill: var(--finished); }
  .pipe { fill: var(--pipe); }
  .other { fill: var(--other); }
`;

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const write = (x: number, y: number, text: string, kind: string): string =>
  `<text x="${x}" y="${y}" class="${kind}">${escape(text)}</text>`;

function bar(row: Row, longest: number, x: number, y: number): string {
  const kind = row.server === FINISHED ? "finished" : row.server === PIPE ? "pipe" : "other";
  const width = Math.max(1, (row.messagesPerSecond / longest) * (PANEL - FIGURE)).toFixed(1);
  const rectangle = `<rect x="${x}" y="${y}" width="${width}" height="${LINE - 5}" rx="2" class="${kind}"/>`;
  return rectangle + write(x + Number(width) + 5, y + 11, perSecond(row.messagesPerSecond), "soft");
}

/** The messages per second of every server under one load, the longest bar being the most of them. */
function panel(
  title: string,
  rows: readonly Row[],
  servers: readonly string[],
  x: number,
  y: number,
): string {
  const longest = Math.max(...rows.map(({ messagesPerSecond }) => messagesPerSecond));
  const bars = rows.map((row) => bar(row, longest, x, y + 8 + servers.indexOf(row.server) * LINE));
  return [write(x, y, title, "load"), ...bars].join("\n");
}

/** A complete SVG document. */
export function chart({ machine, cells }: Pick<Results, "machine" | "cells">): string {
  const rows = summarize(cells);
  const servers = [...new Set(rows.map(({ server }) => server))];
  const columns = new Set(rows.map(({ size }) => size)).size;
  const groups = byLoad(rows);
  const panelHeight = LINE * (servers.length + 2);
  const left = (column: number) => MARGIN + NAMES + column * (PANEL + GAP);
  const top = (line: number) => MARGIN + HEADER + line * panelHeight;
  const lines = Math.ceil(groups.length / columns);
  const [width, height] = [left(columns), top(lines)];

  const names = Array.from({ length: lines }, (_, line) =>
    servers.map((server, index) => {
      const kind = server === FINISHED ? "name finished-name" : "name";
      return write(left(0) - 10, top(line) + 19 + index * LINE, server, kind);
    }),
  );
  const panels = groups.map(([title, of], index) =>
    panel(title, of, servers, left(index % columns), top(Math.floor(index / columns))),
  );
  const { processor, cores, system, date } = machine;
  const where = `${processor}, ${cores} cores, ${system}, ${date.slice(0, 10)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>Messages echoed per second</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" class="page"/>`,
    write(MARGIN, MARGIN + 14, "Messages echoed per second (longer is faster)", "title"),
    write(MARGIN, MARGIN + 32, `Node ${machine.versions["node"]} on ${where}`, "soft"),
    ...names.flat(),
    ...panels,
    `</svg>\n`,
  ].join("\n");
}
