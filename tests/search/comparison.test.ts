import { describe, expect, test } from "vitest";
import { faultOf, holds, onDay, parseTest } from "../../src/search/comparison.ts";

describe("values of the front matter", () => {
  const cases: readonly [key: string, asked: string, value: unknown, expected: boolean][] = [
    // Words, whatever their case and accents.
    ["author", "ann", "Ann Lee", true],
    ["author", "Ann Lee", ["Bo", "ann lee"], true],
    ["author", "Ann", "Annette", false],
    ["author", "Ann*", "Annette", true],
    ["author", "maelle", "Maëlle Salmon", true],
    ["author", "Lee Ann", "Ann Lee", false],
    ["draft", "true", true, true],
    ["author", "Ann", undefined, false],
    ["author", "Ann", { name: "Ann" }, false],
    ["symbol", "++", "++", true],
    // Numbers.
    ["score", ">3", 3, false],
    ["score", ">3", 3.5, true],
    ["score", ">=3", "3", true],
    ["score", "<10", 9, true],
    ["score", "2..4", 4, true],
    ["score", "2..4", 5, false],
    ["score", "03", 3, true],
    ["score", ">3", "many", false],
    ["score", "=3", 3, true],
    // Dates: of less than a day's precision, all of its days.
    ["date", "2024", "2024-05-06", true],
    ["date", "2024-05", "2024", true],
    ["date", ">2024", "2024-12-31", false],
    ["date", ">2024", "2025-01-01", true],
    ["date", ">=2024", "2024-01-01", true],
    ["date", "<2024", "2023-12-31", true],
    ["date", "<2024", "2024", false],
    ["date", "2024-03..2025", "2024-02-29", false],
    ["date", "2024-03..2025", "2024-03-01", true],
    ["date", "2024-03..2025", "2025-12-31", true],
    ["date", "..2024", "1999", true],
    ["date", "2024..", "2031", true],
    ["updated", ">2024-06", "2024-07-01T10:00:00Z", true],
    ["updated", "2024", "2024-07-01", true],
    ["updated", ">2024", "soon", false],
    // Dates before the 6th of May 2026.
    ["date", ">30d", "2026-04-07", true],
    ["date", ">30d", "2026-04-06", false],
    ["date", "yesterday", "2026-05-05", true],
    ["date", "yesterday", "2026-05-06", false],
    ["date", "1y..2w", "2025-05-06", true],
    ["date", "1y..2w", "2026-04-23", false],
    ["updated", ">=today", "2026-05-06T10:00:00Z", true],
    ["length", "30d", "30d", true],
  ];
  test.each(cases)("%s:%s of %j", (key, asked, value, expected) => {
    const one = onDay(key, parseTest(asked), "2026-05-06");
    expect(faultOf(key, one)).toBeUndefined();
    expect(holds(value, key, one)).toBe(expected);
  });

  const faults: readonly [key: string, asked: string][] = [
    ["words", "many"],
    ["words", ">"],
    ["order", "1..x"],
    ["date", "soon"],
    ["date", "2024-13"],
    ["date", ">2024-02-30"],
    ["score", ">high"],
    ["author", "="],
  ];
  test.each(faults)("%s:%s can't be asked", (key, asked) => {
    expect(faultOf(key, parseTest(asked))).toContain(key);
  });
});
