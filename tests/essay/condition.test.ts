import { describe, expect, test } from "vitest";
import { type Condition, parseCondition, satisfies } from "../../src/essay/condition.ts";

const TODAY = "2026-05-06";

function holds(value: unknown, condition: string): boolean {
  return satisfies(value, parseCondition(`key${condition}`, TODAY) as Condition);
}

describe("a condition holds", () => {
  test.each<[unknown, string]>([
    ["Ann", "=ann"],
    [["Bo", "Ann"], "=ANN"],
    [10, "=10.0"],
    [true, "=true"],
    [undefined, "="],
    ["a=b", "=a=b"],
    ["Ann", "!=Bo"],
    [undefined, "!=Bo"],
    ["Éva Szabó", "~szabo"],
    [["sea", "harbours"], "~harbour"],
    [799, "<800"],
    ["9", "<10"],
    [800, "<=800"],
    [801, ">800"],
    [-1, ">=-1"],
    ["2024-05-06", ">2024-05-05"],
    ["2025", ">2024-12"],
    ["2024-05", ">=2024"],
    ["2024", ">=2024-12-31"],
    ["2024-12-31", "<=2024"],
    ["8 July 2025", "<2025-07-09"],
    ["2026-05-06", "=2026"],
    ["2026-05-06", "=2026-05"],
    ["6 May 2026", "=2026-05-06"],
    ["2026", "=2026-05"],
    ["2025-12-31", "!=2026"],
    ["Ann", "==ann"],
    ["<b>", "= <b>"],
  ])("%o key%s", (value, condition) => {
    expect(holds(value, condition)).toBe(true);
  });
});

describe("a condition does not hold", () => {
  test.each<[unknown, string]>([
    ["Anna", "=ann"],
    [["Bo", "Ann"], "!=Ann"],
    [undefined, "=x"],
    [undefined, "<800"],
    ["many", "<800"],
    [800, "<800"],
    ["2024-05", ">2024"],
    ["2024", "<2024-06"],
    ["a day", ">2024-01-01"],
    ["2026-05-06", "=2025"],
    ["2026-05-06", "=2026-06"],
    ["2026-05-06", "!=2026"],
    ["2001 nights", "=2001-01"],
    [[], "~a"],
  ])("%o key%s", (value, condition) => {
    expect(holds(value, condition)).toBe(false);
  });
});

test.each([
  ["date>30d", ">", "2026-04-06"],
  ["updated<=1y", "<=", "2025-05-06"],
  ["date=yesterday", "=", "2026-05-05"],
  ["date=2024-03", "=", "2024-03"],
  ["words>30", ">", "30"],
  // Only dates are said to lie so far back; another key may have such a value.
  ["length=30d", "=", "30d"],
  ["date~2w", "~", "2w"],
])("%s: compared with %s %s", (text, operator, value) => {
  expect(parseCondition(text, TODAY)).toMatchObject({ operator, value });
});

test.each(["author", "=x", "", "~"])("%o is no condition", (text) => {
  expect(parseCondition(text, TODAY)).toBeUndefined();
});

test.each([
  ["author<ann", "ann is neither a number nor a date"],
  ["words>", "nothing is neither a number nor a date"],
  [
    "words=<800",
    "=< is not an operator; write words<=800, or put a space before a value that begins with an operator",
  ],
  [
    "words=>800",
    "=> is not an operator; write words>=800, or put a space before a value that begins with an operator",
  ],
  [
    "author<>Ann",
    "<> is not an operator; write author!=Ann, or put a space before a value that begins with an operator",
  ],
  [
    "author!==Ann",
    "!== is not an operator; write author!=Ann, or put a space before a value that begins with an operator",
  ],
  [
    "title=~how",
    "=~ is not an operator; write title~how, or put a space before a value that begins with an operator",
  ],
])("%s: %s", (text, why) => {
  expect(parseCondition(text, TODAY)).toBe(why);
});
