// TypeScript's own messages are German on a German screen. What is wrong with them is mended here: one says the opposite
// of what it means, others translate names of the language, or have been damaged on their way.

const FAULTS = [
  [/möglicherweise nicht "nicht definiert"/, 'möglicherweise "undefined"'],
  [/"nicht definiert"/, '"undefined"'],
  [/"NULL"/, '"null"'],
  [/"unbekannt"/, '"unknown"'],
  [/(Symbol\.\w+\])5D;/, "$1"],
  [/(Variable ".*?") Blockbereich/, "$1"],
] as const;

/** `message`, which is TypeScript's, as it is meant. */
export function mended(message: string): string {
  return FAULTS.reduce((text, [fault, right]) => text.replace(fault, right), message);
}
