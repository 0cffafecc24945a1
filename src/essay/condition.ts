/**
 * A condition on a field or a front matter key, as `--where` takes it.
 *
 *     author=Ann  author!=Ann    equal, in any case; a list needs one equal value
 *     author~nn                  contains these characters, in any case and with any accents
 *     words<800   order>=10      numbers
 *     updated>2024-03 date=2026  dates; a year or a month stands for all of its days
 *     date>30d                   this number of days before today
 */
import { fold } from "../text/fold.ts";
import { firstDay, lastDay, parseDate } from "./date.ts";
import { fieldNamed } from "./field-table.ts";
import { numberIn } from "./number.ts";
import { boundOn, dateBefore } from "./relative-date.ts";
import { tableOf } from "../text/own.ts";

export type Operator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "~";

export interface Condition {
  readonly key: string;
  readonly operator: Operator;
  readonly value: string;
}

const CONDITION = /^([^=!<>~]+)([=!<>~]{1,3})(.*)$/s;

/** The operator that each run of signs means. */
const OPERATORS = tableOf<Operator>({
  "=": "=",
  "==": "=",
  "!=": "!=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  "~": "~",
});

/** The operator that the user probably meant by signs of other languages, or by reversed signs. */
const MEANT = tableOf<Operator>({
  "=<": "<=",
  "=>": ">=",
  "<>": "!=",
  "=!": "!=",
  "!==": "!=",
  "===": "=",
  "=~": "~",
  "~=": "~",
});

/**
 * The condition in a text such as `words<800`; undefined if there is none; a string with the reason if the
 * value can't be compared. Relative dates are relative to the day `today`.
 */
export function parseCondition(text: string, today: string): Condition | string | undefined {
  const [, key = "", signs, value = ""] = CONDITION.exec(text) ?? [];
  if (key.trim() === "" || signs === undefined) return undefined;
  const operator = OPERATORS[signs];
  if (operator === undefined) {
    const meant = `${key.trim()}${MEANT[signs] ?? "="}${value.trim()}`;
    return `${signs} is not an operator; write ${meant}, or put a space before a value that begins with an operator`;
  }
  const condition = { key: key.trim(), operator, value: value.trim() };
  const isOrdered = operator.startsWith("<") || operator.startsWith(">");
  const bound = isOrdered ? boundOn(condition.value, today) : dayOf(condition, today);
  if (bound === undefined)
    return `${condition.value === "" ? "nothing" : condition.value} is neither a number nor a date`;
  return { ...condition, value: bound };
}

/** The value of an equation; of a date, the day that a relative date means. */
function dayOf({ key, operator, value }: Condition, today: string): string {
  if (fieldNamed(key)?.kind !== "date" || operator === "~") return value;
  return (parseDate(value) === undefined ? dateBefore(value, today) : undefined) ?? value;
}

/**
 * Whether a value satisfies a condition; for a list, whether at least one of its values does, and for `!=` whether all
 * do.
 */
export function satisfies(value: unknown, { operator, value: wanted }: Condition): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = values.map(textOf);
  switch (operator) {
    case "=":
      return texts.some((own) => isSame(own, wanted));
    case "!=":
      return !texts.some((own) => isSame(own, wanted));
    case "~":
      return texts.some((own) => fold(own).includes(fold(wanted)));
    default:
      return texts.some((own) => isOrdered(own, operator, wanted));
  }
}

function isSame(own: string, wanted: string): boolean {
  const [a, b] = [numberIn(own), numberIn(wanted)];
  if (a !== undefined && b !== undefined) return a === b;
  return own.toLowerCase() === wanted.toLowerCase() || isSameDate(own, wanted);
}

/**
 * Whether both are dates and one contains the other. A text that begins with a year and continues with words is not a
 * date here.
 */
function isSameDate(own: string, wanted: string): boolean {
  if (YEAR_AND_WORDS.test(own.trim())) return false;
  const [date, limit] = [parseDate(own), parseDate(wanted)];
  return date !== undefined && limit !== undefined && (date.startsWith(limit) || limit.startsWith(date));
}

/** How titles such as `2001 nights` begin. */
const YEAR_AND_WORDS = /^\d{4} \D/;

/** Compares by number if both are numbers that can't be dates, otherwise by date. */
function isOrdered(own: string, operator: "<" | ">" | "<=" | ">=", wanted: string): boolean {
  const [number, bound] = [numberIn(own), numberIn(wanted)];
  if (number !== undefined && bound !== undefined) return compared(number, bound, number, bound, operator);
  const [date, limit] = [parseDate(own), parseDate(wanted)];
  if (date === undefined || limit === undefined) return false;
  return compared(firstDay(date), firstDay(limit), lastDay(date), lastDay(limit), operator);
}

/** Compares the range from `a` to `aEnd` with the range from `b` to `bEnd`. */
function compared<Value extends number | string>(
  a: Value,
  b: Value,
  aEnd: Value,
  bEnd: Value,
  operator: "<" | ">" | "<=" | ">=",
): boolean {
  if (operator === "<") return aEnd < b;
  if (operator === ">") return a > bEnd;
  return operator === "<=" ? a <= bEnd : aEnd >= b;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
