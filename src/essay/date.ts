/**
 * Dates as essays write them: a year, a month or a day, kept as precise as it was written.
 *
 * They are never made into `Date` objects, so no time zone can shift a day. As strings they sort correctly.
 */

const ISO = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_MONTH_YEAR = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const MONTH_DAY_YEAR = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const MONTH_YEAR = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The date in `text` as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601's calendar dates), or undefined when there
 * is none or the calendar has no such day. A time of day is dropped.
 */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (iso) return calendarDate(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_MONTH_YEAR.exec(trimmed);
  if (dayFirst) return calendarDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_DAY_YEAR.exec(trimmed);
  if (monthFirst) return calendarDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const monthOnly = MONTH_YEAR.exec(trimmed);
  if (monthOnly) return calendarDate(monthOnly[2], monthNumber(monthOnly[1]), undefined);
  return undefined;
}

const TIME = /^\d{4}-\d{1,2}-\d{1,2}[T ]\s{0,9}(\d{1,3}):(\d{1,3})(?::(\d{1,3}))?/;

/** Whether a date in numbers is followed by a time that no clock shows; ISO 8601 has 24:00, and seconds up to 60. */
export function hasImpossibleTime(text: string): boolean {
  const [, hours = "0", minutes = "0", seconds = "0"] = TIME.exec(text.trim()) ?? [];
  return Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60;
}

/**
 * The date in a path: `2024-05-06-` before a name, or a year's folder with the rest of the date in folders or before the name
 * (`2024/05/06/x`, `2024/05-06-x`, `2024/05/06-x`).
 */
export function dateInPath(path: string): string | undefined {
  const found =
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-[^/]*$/.exec(path) ??
    /(?:^|\/)(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2})(?=[-/]|$))?(?:[-/]|$)/.exec(path);
  return found ? calendarDate(found[1], found[2], found[3]) : undefined;
}

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date for a page: `8 July 2025`, `July 2025` or `2025`. */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month === undefined ? undefined : MONTH_NAMES[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/**
 * A date for a list, in at most `columns`, of which eight hold every date: `8 Jul` under its year, else `Jul 2025`. Where
 * that does not fit, the month or the year alone.
 */
export function shortDate(date: string, isUnderYear: boolean, columns: number): string {
  const [year, month, day] = date.split("-");
  const name = month === undefined ? undefined : MONTH_NAMES[Number(month) - 1]?.slice(0, 3);
  const parts = isUnderYear ? [day && String(Number(day)), name] : [name, year];
  const known = parts.filter((part) => part !== undefined);
  const whole = known.join(" ");
  return whole.length <= columns ? whole : known.at(-1)!;
}

function monthNumber(name: string | undefined): string {
  const index = MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase());
  return index < 0 ? "99" : String(index + 1);
}

function calendarDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return yearMonth;
  const d = Number(day);
  return d >= 1 && d <= daysIn(Number(year), m) ? `${yearMonth}-${day.padStart(2, "0")}` : undefined;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The first day that a date stands for, for comparisons: a year or a month stands for all of its days. */
export function firstDay(date: string): string {
  return date + "-01-01".slice(0, 10 - date.length);
}

/**
 * The last day that a date stands for, for comparisons: no day of its month or year is later, but the calendar may not
 * contain it.
 */
export function lastDay(date: string): string {
  return date + "-99-99".slice(0, 10 - date.length);
}
