// How one text becomes another, line by line.

export interface Line {
  /** Whether the line is in both texts, only in the first, or only in the second. */
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** The lines of both texts, in an order that keeps as many as possible in common. */
export function difference(from: readonly string[], to: readonly string[]): Line[] {
  // common[i][j]: how many lines from.slice(i) and to.slice(j) have in common, in the same order.
  const common = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      common[i]![j] =
        from[i] === to[j] ? 1 + common[i + 1]![j + 1]! : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && from[i] === to[j]) {
      lines.push({ sign: " ", text: from[i]! });
      i += 1;
      j += 1;
    } else if (j === to.length || (i < from.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      lines.push({ sign: "-", text: from[i]! });
      i += 1;
    } else {
      lines.push({ sign: "+", text: to[j]! });
      j += 1;
    }
  }
  return lines;
}

/** Only what differs, with `around` lines before and after. Undefined stands for lines that are left out. */
export function onlyChanges(lines: readonly Line[], around: number): (Line | undefined)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== " "),
  );
  return lines.flatMap((line, index) =>
    near[index] ? [line] : index > 0 && near[index - 1] ? [undefined] : [],
  );
}
