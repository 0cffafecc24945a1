/**
 * A text in which blanks replace everything that is not prose: front matter, code, comments. So
 * the rest keeps its offsets.
 */

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

export interface BareText {
  /** The lines, with blanks in place of front matter, fenced code, code spans and comments. */
  readonly lines: readonly string[];
  /** The index of the line on which a comment begins that never ends; undefined if there is none. */
  readonly openComment: number | undefined;
}

/** The lines without what is not prose; `bodyStart` is the index, from 0, of the first line below the front matter. */
export function bareText(lines: readonly string[], bodyStart: number): BareText {
  let fence: string | undefined;
  let comment = false;
  let opened = 0;
  const bare = lines.map((line, index) => {
    if (index < bodyStart) return blanks(line);
    const marker = comment ? undefined : FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (
        marker?.startsWith(fence) &&
        line
          .trim()
          .replace(/^[>\s]+/, "")
          .replace(/[`~]/g, "") === ""
      )
        fence = undefined;
      return blanks(line);
    }
    if (marker !== undefined) {
      fence = marker;
      return blanks(line);
    }
    const parted = withoutComments(line, comment);
    if (!comment) opened = index;
    comment = parted.open;
    return withoutCode(parted.line);
  });
  return { lines: bare, openComment: comment ? opened : undefined };
}

/** A line with blanks in place of code spans, which are between two runs of equally many backticks (CommonMark 6.1). */
function withoutCode(line: string): string {
  if (!line.includes("`")) return line;
  const runs = Array.from(line.matchAll(/(?<!`)`+/g), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  /** For each run, the next one of the same length. */
  const closing = runs.map((): number | undefined => undefined);
  const next = new Map<number, number>();
  for (const [nth, { start, end }] of [...runs.entries()].toReversed()) {
    closing[nth] = next.get(end - start);
    next.set(end - start, nth);
  }
  let kept = "";
  let at = 0;
  for (let nth = 0; nth < runs.length; nth++) {
    const close = closing[nth];
    if (close === undefined) continue;
    const { start } = runs[nth]!;
    const { end } = runs[close]!;
    kept += line.slice(at, start) + blanks(line.slice(start, end));
    at = end;
    nth = close;
  }
  return kept + line.slice(at);
}

function withoutComments(line: string, open: boolean): { line: string; open: boolean } {
  if (!open && !line.includes("<!--")) return { line, open };
  let inside = open;
  let kept = "";
  for (const part of line.split(/(<!--|-->)/)) {
    if (part === "<!--") inside = true;
    kept += inside ? blanks(part) : part;
    if (part === "-->") inside = false;
  }
  return { line: kept, open: inside };
}

function blanks(text: string): string {
  return " ".repeat(text.length);
}
