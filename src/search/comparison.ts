/**
 * Tests of front matter values: equality and ranges.
 *
 *     author:Ann                  contains these words, in any case and with any accents
 *     words:<800  order:1..10     numbers
 *     date:>2024  date:2024-03..  dates; a year or a month stands for all of its days
 *     date:>30d  date:yesterday   dates before today
 */
import { firstDay, lastDay, parseDate } from "../essay/date.ts";
import { fieldNamed } from "../essay/field-table.ts";
import { numberIn } from "../essay/number.ts";
import { boundOn, dateBefore } from "../essay/relative-date.ts";
import { fold } from "../text/fold.ts";
import { wordsOf } from "./tokens.ts";

/** The value, as typed. */
export interface Is {
  readonly type: "is";
  readonly text: string;
  /** Whether its last word may be the beginning of a word. */
  readonly prefix: boolean;
}

/** Bounds as they were typed, `from` and `to` included unless they are `strict`. */
export interface InRange {
  readonly type: "range";
  readonly from?: string;
  readonly to?: string;
  readonly strict: boolean;
}

export type Test = Is | InRange;

/** How values are compared. */
type Kind = "number" | "date" | "any";

/** How the values of a key are compared. */
function kindOf(key: string): Kind {
  const kind = fieldNamed(key)?.kind;
  return kind === "number" || kind === "date" ? kind : "any";
}

/** The test typed after a key. */
export function parseTest(typed: string): Test {
  const compared = /^(>=|<=|>|<|=)(.*)$/s.exec(typed);
  if (compared) {
    const [, sign = "", bound = ""] = compared;
    if (sign === "=") return { type: "is", text: bound, prefix: false };
    return { type: "range", [sign.startsWith(">") ? "from" : "to"]: bound, strict: sign.length === 1 };
  }
  const dots = typed.indexOf("..");
  if (dots >= 0 && typed !== "..") {
    const [from, to] = [typed.slice(0, dots), typed.slice(dots + 2)];
    return { type: "range", strict: false, ...(from !== "" && { from }), ...(to !== "" && { to }) };
  }
  const prefix = typed.endsWith("*");
  return { type: "is", text: prefix ? typed.slice(0, -1) : typed, prefix };
}

/** A test with its relative dates resolved for the day `today`. */
export function onDay(key: string, test: Test, today: string): Test {
  const kind = kindOf(key);
  if (test.type === "is")
    return kind === "date" ? { ...test, text: dateBefore(test.text, today) ?? test.text } : test;
  if (kind === "number") return test;
  const { from, to } = test;
  return {
    ...test,
    ...(from !== undefined && { from: boundOn(from, today) ?? from }),
    ...(to !== undefined && { to: boundOn(to, today) ?? to }),
  };
}

/** The error in a test of a key's values; undefined if there is none. */
export function faultOf(key: string, test: Test): string | undefined {
  const kind = kindOf(key);
  const bounds = test.type === "is" ? [test.text] : [test.from, test.to].filter((one) => one !== undefined);
  for (const bound of bounds) {
    if (bound.trim() === "") return `${key}: a value is missing`;
    if (kind === "number" && numberIn(bound) === undefined) return `${key}: ${bound} is not a number`;
    if (kind === "date" && parseDate(bound) === undefined)
      return `${key}: ${bound} is not a date; write 2024, 2024-03, 2024-03-18, 30d or yesterday`;
    if (kind === "any" && test.type === "range" && numberIn(bound) === undefined && !parseDate(bound))
      return `${key}: ${bound} is neither a number nor a date`;
  }
  return undefined;
}

/** Whether a value, or one of a list, passes a test. */
export function holds(value: unknown, key: string, test: Test): boolean {
  if (Array.isArray(value)) return value.some((one) => holds(one, key, test));
  const text = textOf(value);
  if (text === undefined) return false;
  if (test.type === "range") return isWithin(text, key, test);
  const wanted = numberIn(test.text);
  const own = numberIn(text);
  if (wanted !== undefined && own !== undefined) return wanted === own;
  if (kindOf(key) === "date" || (parseDate(test.text) && parseDate(text)))
    return isWithin(text, key, { type: "range", from: test.text, to: test.text, strict: false });
  return holdsWords(text, test);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isScalar = typeof value === "number" || typeof value === "boolean" || typeof value === "bigint";
  return isScalar ? String(value) : undefined;
}

function isWithin(text: string, key: string, { from, to, strict }: InRange): boolean {
  const bounds = [from, to].filter((one) => one !== undefined);
  const own = numberIn(text);
  const areNumbers =
    kindOf(key) !== "date" && own !== undefined && bounds.every((one) => numberIn(one) !== undefined);
  if (areNumbers)
    return (
      (from === undefined || (strict ? own > Number(from) : own >= Number(from))) &&
      (to === undefined || (strict ? own < Number(to) : own <= Number(to)))
    );
  const date = parseDate(text);
  if (date === undefined) return false;
  const [first, last] = [firstDay(date), lastDay(date)];
  const [begin, end] = [from && parseDate(from), to && parseDate(to)];
  if ((from && begin === undefined) || (to && end === undefined)) return false;
  return (
    (!begin || (strict ? first > lastDay(begin) : last >= firstDay(begin))) &&
    (!end || (strict ? last < firstDay(end) : first <= lastDay(end)))
  );
}

/** Whether the words are side by side in the text. */
function holdsWords(text: string, { text: wanted, prefix }: Is): boolean {
  const among = wordsOf(text).map((word) => word.text);
  const sought = wordsOf(wanted).map((word) => word.text);
  // Signs alone contain no words, so they are compared unchanged.
  if (sought.length === 0) return fold(text).trim() === fold(wanted).trim();
  const last = sought.length - 1;
  return among.some((_, at) =>
    sought.every((word, nth) =>
      prefix && nth === last ? among[at + nth]?.startsWith(word) : among[at + nth] === word,
    ),
  );
}
