// The part of Mermaid's sequence diagrams that the lesson uses, read more strictly than Mermaid does.

/** A line of a diagram that is wrong. The first line of the diagram is line 0. */
export interface Wrong {
  readonly line: number;
  readonly message: string;
}

/** An arrow such as `C->>S`, without its label. */
export type Arrow = string;

/** What a diagram draws, and what is wrong with it. */
export interface Diagram {
  readonly participants: readonly string[];
  readonly arrows: readonly Arrow[];
  readonly wrong: readonly Wrong[];
}

const PARTICIPANT = /^ {4}participant ([A-Z]) as (\S.*)$/;
const MESSAGE = /^ {4}([A-Z])(-?->>)([A-Z]): (\S.*)$/;
const NOTE = /^ {4}Note over ([A-Z](?:,[A-Z])*): (\S.*)$/;

/** Reads a diagram of participants, messages and notes. */
export function readDiagram(text: string): Diagram {
  const [first, ...lines] = text.split("\n");
  const participants: string[] = [];
  const arrows: Arrow[] = [];
  const used: string[] = [];
  const wrong: Wrong[] = [];
  if (first !== "sequenceDiagram") wrong.push({ line: 0, message: "a diagram begins with sequenceDiagram" });

  lines.forEach((content, index) => {
    const say = (message: string) => wrong.push({ line: index + 1, message });
    const participant = PARTICIPANT.exec(content);
    const message = MESSAGE.exec(content);
    const note = NOTE.exec(content);
    const label = (participant?.[2] ?? message?.[4] ?? note?.[2]) || undefined;
    if (label === undefined) return say(`"${content.trim()}" is no participant, message or note`);
    // Mermaid ends a statement at ";", and takes "#" for the beginning of an entity.
    if (/[;#]/.test(label)) say(`"${label}" contains ";" or "#", which mean something in Mermaid`);
    if (participant) return void participants.push(participant[1]!);
    if (message) arrows.push(`${message[1]}${message[2]}${message[3]}`);
    for (const name of message ? [message[1]!, message[3]!] : note![1]!.split(",")) {
      used.push(name);
      if (!participants.includes(name)) say(`nothing above declares the participant ${name}`);
    }
  });
  for (const name of participants.filter((name) => !used.includes(name)))
    wrong.push({ line: 0, message: `the participant ${name} takes no part` });
  return { participants, arrows, wrong };
}
