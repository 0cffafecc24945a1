/**
 * Code and formulas within text that runs from right to left. They run from left to right, and so does a line of code, whatever
 * its letters. What stands between two signs of code keeps its place: letters of a right-to-left script are ordered within
 * their string, their comment or their run alone (UTS #55, 3).
 *
 *     logical   f("אב", "גד") // הו זח
 *     parts        ├┤    ├┤     ├───┤
 *     visual    f("בא", "דג") // חז וה
 */
import { hasRightToLeft, isRightToLeft, isRightToLeftLetter } from "./direction.ts";
import { append } from "../text/append.ts";
import type { Direction, Isolate, IsolateRole, Span } from "./line.ts";

const OUTER: readonly IsolateRole[] = ["codeBlock", "code", "math", "mathSource"];
const TOKENS: readonly IsolateRole[] = ["codeString", "codeComment"];

/** The ranges of code and formulas in spans whose text is `text`, each before the strings and comments in it. */
export function isolatesIn(spans: readonly Span[], text: string): Isolate[] {
  if (!hasRightToLeft(text)) return [];
  const found = [...rangesOf(spans, OUTER), ...rangesOf(spans, TOKENS)];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The ranges of neighbouring spans with the same one of some roles. */
function rangesOf(spans: readonly Span[], roles: readonly IsolateRole[]): Isolate[] {
  const ranges: Isolate[] = [];
  let at = 0;
  for (const own of spans) {
    const role = roles.find((one) => own.roles.includes(one));
    const end = at + own.text.length;
    const last = ranges.at(-1);
    if (role && last?.role === role && last.end === at) ranges[ranges.length - 1] = { ...last, end };
    else if (role) ranges.push({ start: at, end, role });
    at = end;
  }
  return ranges;
}

/** A part of a text that is ordered by itself, and the parts in it. Offsets are in UTF-16 code units of the text around it. */
export interface OwnOrder {
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  readonly parts: readonly OwnOrder[];
}

/** The parts of a text that are ordered by themselves: its code and its formulas. */
export function partsOf(text: string, isolates: readonly Isolate[]): OwnOrder[] {
  const outer = isolates.filter(({ role }) => OUTER.includes(role));
  const tokens = isolates.filter(({ role }) => TOKENS.includes(role));
  let next = 0;
  return outer.map(({ start, end, role }) => {
    const first = next;
    while (next < tokens.length && tokens[next]!.start < end) next++;
    const own = tokens.slice(first, next).map((one) => ({
      ...one,
      start: one.start - start,
      end: one.end - start,
    }));
    const parts = role === "math" ? [] : partsOfCode(text.slice(start, end), own);
    return { start, end, direction: "ltr", parts };
  });
}

/** The strings and comments of a line of code, without their signs, and the runs of right-to-left letters between them. */
function partsOfCode(code: string, tokens: readonly Isolate[]): OwnOrder[] {
  const parts: OwnOrder[] = [];
  let at = 0;
  for (const token of tokens) {
    append(parts, runsOf(code, at, token.start));
    const [start, end] = withoutSigns(code.slice(token.start, token.end), token.role);
    if (start < end) parts.push(ordered(code, token.start + start, token.start + end));
    at = token.end;
  }
  return [...parts, ...runsOf(code, at, code.length)];
}

function ordered(code: string, start: number, end: number): OwnOrder {
  const isTurned = isRightToLeft([{ text: code.slice(start, end), roles: [] }]);
  return { start, end, direction: isTurned ? "rtl" : "ltr", parts: [] };
}

/** What a comment begins with in the languages that are highlighted, and what it ends with. */
const COMMENT_START = /^ *(?:\/\/[/!]?|\/\*[*!]?|\*|#+!?|--+|;+|%+|<!--|\(\*|\{-|') */;
const COMMENT_ENDS = ["*/", "-->", "*)", "-}"];
const STRING_START = /^[A-Za-z]{0,2}["'`]{1,3}/;
const QUOTE = /["'`]/;

/** The range of the text in a comment or a string. */
function withoutSigns(token: string, role: IsolateRole): [start: number, end: number] {
  const start = (role === "codeComment" ? COMMENT_START : STRING_START).exec(token)?.[0].length ?? 0;
  let end = token.trimEnd().length;
  if (role === "codeComment") {
    const sign = COMMENT_ENDS.find((one) => token.endsWith(one, end)) ?? "";
    end = token.slice(0, end - sign.length).trimEnd().length;
  } else while (end > start && QUOTE.test(token[end - 1]!)) end--;
  return [start, end];
}

/** Runs of right-to-left letters, with the blanks and figures between them. Every sign of ASCII ends a run. */
function runsOf(code: string, from: number, to: number): OwnOrder[] {
  const runs: OwnOrder[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) runs.push({ start, end, direction: "rtl", parts: [] });
    start = -1;
  };
  for (let at = from; at < to; at++) {
    const character = code[at]!;
    if (isRightToLeftLetter(character)) {
      if (start < 0) start = at;
      end = at + 1;
    } else if (start >= 0 && end === at && ATTACHED.test(character)) end = at + 1;
    else if (ENDS_RUN.test(character)) close();
  }
  close();
  return runs;
}

/** What belongs to the letter before it: marks and figures. */
const ATTACHED = /[\p{M}\p{N}\u200c\u200d]/u;
/** Other letters, and the signs of ASCII but for the one that joins names. */
const ENDS_RUN = /\p{L}|[!-/:-@[-^`{-~]/u;
