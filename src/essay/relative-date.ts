/**
 * Dates as people say them: `yesterday`, `3 weeks ago`, `last month`, `30d`.
 */
import { parseDate } from "./date.ts";
import { numberIn } from "./number.ts";
import { tableOf } from "../text/own.ts";

/** `30d`, `2w`, `6m`, `1y`: days, weeks, months or years ago. */
const SHORT = /^(\d{1,5})([dwmy])$/i;
const UNITS = tableOf<string>({ d: "day", w: "week", m: "month", y: "year" });
const AGO = /^(?:(\d{1,5}|an?|one|last)\s+)(day|week|month|year)s?(?:\s+ago)?$/i;

/**
 * The day that `text` means on the day `today` (`YYYY-MM-DD`), or a date as `parseDate` returns it; undefined if it is
 * neither. `last week` is seven days ago.
 */
export function dateBefore(text: string, today: string): string | undefined {
  const said = text.trim().toLowerCase();
  if (said === "today") return today;
  if (said === "yesterday") return daysBefore(today, 1);
  const short = SHORT.exec(said);
  if (short) return ago(Number(short[1]), UNITS[short[2]!]!, today);
  const match = AGO.exec(said);
  if (!match) return parseDate(text);
  return ago(/^\d/.test(match[1]!) ? Number(match[1]) : 1, match[2]!, today);
}

/**
 * The value to compare with, for `--where` and queries: a number as it is, or the date that a text means on
 * the day `today`; undefined if it is neither.
 */
export function boundOn(text: string, today: string): string | undefined {
  return numberIn(text) === undefined ? dateBefore(text, today) : text;
}

function ago(count: number, unit: string, today: string): string {
  switch (unit) {
    case "day":
      return daysBefore(today, count);
    case "week":
      return daysBefore(today, count * 7);
    case "month":
      return monthsBefore(today, count);
    default:
      return monthsBefore(today, count * 12);
  }
}

function daysBefore(date: string, days: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return dateOf(dayNumber(year, month, day) - days);
}

/** The same day of an earlier month, or that month's last day if it is shorter. */
function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const whole = year * 12 + month - 1 - months;
  const [thatYear, thatMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const next = dayNumber(thatYear + (thatMonth === 12 ? 1 : 0), (thatMonth % 12) + 1, 1);
  const first = dayNumber(thatYear, thatMonth, 1);
  return dateOf(Math.min(first + day - 1, next - 1));
}

/** Days since 1 March of the year 0 (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, 2013). */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const fromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * fromMarch + 2) / 5) + day - 1;
}

function dateOf(dayNumberOf: number): string {
  let year = Math.floor(dayNumberOf / 365.2425) + 1;
  while (dayNumber(year, 1, 1) > dayNumberOf) year--;
  let month = 12;
  while (dayNumber(year, month, 1) > dayNumberOf) month--;
  const day = dayNumberOf - dayNumber(year, month, 1) + 1;
  return [String(year).padStart(4, "0"), pad(month), pad(day)].join("-");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
