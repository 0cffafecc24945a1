/**
 * Times as programs exchange them (RFC 3339), from milliseconds of Unix time and back; always in UTC.
 */

const DAY = 86_400_000;
/** The first millisecond of the year 0 and the last one of 9999: RFC 3339 writes years with four digits. */
const [FIRST, LAST] = [-62_167_219_200_000, 253_402_300_799_999];

/** Whether a value is a time in whole milliseconds that can be written. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= FIRST && Number(value) <= LAST;
}

/** `2026-11-28T18:20:00.000Z`. */
export function timestamp(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const rest = milliseconds - days * DAY;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const [hours, minutes, seconds] = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map(two);
  return `${dayOf(days)}T${hours}:${minutes}:${seconds}.${String(rest % 1000).padStart(3, "0")}Z`;
}

/** The day of a time: `2026-11-28`. */
export function day(milliseconds: number): string {
  return timestamp(milliseconds).slice(0, 10);
}

const BLANK = /^\d{4}-\d\d-\d\d (?=\d\d:\d\d)/;
const ZONE = /(?:Z|[-+]\d\d:?\d\d)$/i;

/**
 * Milliseconds of Unix time; undefined if the text is not a time, or its day is not in the calendar. `2026-11-28 18:20:00` without a zone is
 * in UTC. `28.11.2026` is a day.
 */
export function readTimestamp(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const text = value
    .trim()
    .replace(DOTTED, (_, own: string, month: string, year: string) =>
      [year, month.padStart(2, "0"), own.padStart(2, "0")].join("-"),
    );
  const isBlank = BLANK.test(text);
  const parsed = Date.parse(isBlank ? `${text.replace(" ", "T")}${ZONE.test(text) ? "" : "Z"}` : text);
  return isTime(parsed) && isInCalendar(text) ? parsed : undefined;
}

const DOTTED = /^(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)/;
const ISO_DAY = /^\d{4}-\d\d-\d\d/;

/** Whether the day of a date is in its month. `Date.parse` takes 30 February for 1 March. */
function isInCalendar(text: string): boolean {
  const [iso] = ISO_DAY.exec(text) ?? [];
  if (iso !== undefined) {
    const start = Date.parse(`${iso}T00:00Z`);
    return isTime(start) && day(start) === iso;
  }
  const time = text.indexOf(":");
  const date = time < 0 ? text : text.slice(0, Math.max(0, time - 2));
  const parsed = Date.parse(`${date} UTC`);
  const numbers = (date.match(/\d+/g) ?? []).map(Number);
  const hasName = /\p{L}/u.test(date);
  if (!isTime(parsed) || numbers.length < (hasName ? 2 : 3)) return true;
  const [, month, ownDay] = day(parsed).split("-").map(Number);
  return numbers.includes(ownDay!) && (hasName || numbers.includes(month!));
}

/** A day by its number since 1970-01-01, in the Gregorian calendar: years begin in March, so that leap days come last. */
function dayOf(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
