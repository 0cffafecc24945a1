import fc from "fast-check";
import { expect, test } from "vitest";
import { dateBefore } from "../../src/essay/relative-date.ts";

test.each([
  ["today", "2024-03-01", "2024-03-01"],
  ["yesterday", "2024-03-01", "2024-02-29"],
  ["yesterday", "2023-01-01", "2022-12-31"],
  ["3 days ago", "2024-03-01", "2024-02-27"],
  ["3 weeks ago", "2024-03-01", "2024-02-09"],
  ["a month ago", "2024-03-31", "2024-02-29"],
  ["last month", "2023-03-31", "2023-02-28"],
  ["1 year ago", "2024-02-29", "2023-02-28"],
  ["2 years ago", "2024-05-06", "2022-05-06"],
  ["14 months ago", "2024-01-15", "2022-11-15"],
  ["Last Week", "2024-03-01", "2024-02-23"],
  ["30d", "2024-03-01", "2024-01-31"],
  ["2w", "2024-03-01", "2024-02-16"],
  ["6M", "2024-08-31", "2024-02-29"],
  ["1y", "2024-02-29", "2023-02-28"],
  ["3x", "2024-03-01", undefined],
  ["2025-07", "2024-03-01", "2025-07"],
  ["8 July 2025", "2024-03-01", "2025-07-08"],
  ["tomorrow", "2024-03-01", undefined],
  ["weeks ago", "2024-03-01", undefined],
  ["2025-02-30", "2024-03-01", undefined],
])("%s on %s is %s", (text, today, expected) => expect(dateBefore(text, today)).toBe(expected));

test("days are counted as the calendar counts them", () => {
  const day = 86_400_000;
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.integer({ min: 0, max: 30_000 }),
      (at, back) => {
        const iso = (days: number): string => new Date(days * day).toISOString().slice(0, 10);
        expect(dateBefore(`${back} days ago`, iso(at))).toBe(iso(at - back));
      },
    ),
  );
});
