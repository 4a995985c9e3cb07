// Text from anywhere, fit to be shown.
import { printable } from "../course/printable.js";

/** `text` in quotation marks, with nothing in it that could control a terminal, and with what JSON has its own signs for, such as \n. */
export function harmless(text: string): string {
  return printable(JSON.stringify(text));
}

/** `text` in quotation marks, shortened. */
export function quote(text: string): string {
  return harmless(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
