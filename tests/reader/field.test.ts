import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changedBefore,
  cursorRow,
  type Field,
  type FieldMove,
  fieldRows,
  inserted,
  movedInField,
  pastedText,
} from "../../src/reader/field.ts";
import { edited } from "../../src/reader/prompt.ts";
import { graphemes, width } from "../../src/text/width.ts";

/** A field written with `|` where the cursor is. */
function field(text: string): Field {
  const at = text.indexOf("|");
  return { text: text.slice(0, at) + text.slice(at + 1), at };
}

function shown({ text, at }: Field): string {
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

function rows(text: string, columns: number): string[] {
  return fieldRows(text, columns).map(({ start, end }) => text.slice(start, end));
}

describe("rows", () => {
  test.each([
    ["", [""]],
    ["one two three", ["one two ", "three"]],
    ["one\n\ntwo", ["one", "", "two"]],
    ["abcdefghijklmnop", ["abcdefghi", "jklmnop"]],
    ["世界世界世界", ["世界世界", "世界"]],
  ])("%j at 10 columns", (text, expected) => {
    expect(rows(text, 10)).toEqual(expected);
  });

  const typed = fc.string({
    unit: fc.constantFrom("a", "b", " ", "\n", "世", "é", "👩‍👩‍👧", "e\u0301"),
    maxLength: 120,
  });

  test("hold all of the text, and none is too wide", () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 4, max: 40 }), (text, columns) => {
        const all = fieldRows(text, columns);
        const whole = all.map(({ start, end }) => text.slice(start, end)).join("");
        expect(whole).toBe(text.replaceAll("\n", ""));
        for (const row of all)
          expect(width(text.slice(row.start, row.end).trimEnd())).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test("moves keep the cursor between letters, in a row that is there", () => {
    const moves = fc.array(
      fc.constantFrom<FieldMove>("left", "right", "up", "down", "lineStart", "lineEnd"),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 4, max: 20 }), moves, (text, columns, all) => {
        let own: Field = { text, at: text.length };
        const edges = new Set([0]);
        let edge = 0;
        for (const one of graphemes(text)) edges.add((edge += one.length));
        for (const move of all) {
          own = movedInField(own, move, columns);
          expect(edges).toContain(own.at);
          const row = fieldRows(text, columns)[cursorRow(fieldRows(text, columns), own.at)]!;
          expect(own.at).toBeGreaterThanOrEqual(row.start);
          expect(own.at).toBeLessThanOrEqual(row.end);
        }
      }),
    );
  });
});

describe("moves", () => {
  test.each<[string, FieldMove, string]>([
    ["one two thr|ee", "up", "one| two three"],
    ["one| two three", "down", "one two thr|ee"],
    ["one two thr|ee", "lineStart", "one two |three"],
    ["on|e two three", "lineEnd", "one two| three"],
    ["on|e", "up", "|one"],
    ["on|e", "down", "one|"],
    ["a\n|b", "left", "a|\nb"],
    ["👩‍👩‍👧|", "left", "|👩‍👩‍👧"],
    ["|", "left", "|"],
    ["|", "right", "|"],
  ])("%s %s", (from, move, to) => {
    expect(shown(movedInField(field(from), move, 10))).toBe(to);
  });
});

describe("typing", () => {
  test.each([
    ["on|e", "x", "onx|e"],
    ["on|e", "backspace", "o|e"],
    ["a\n|b", "backspace", "a|b"],
    ["|b", "backspace", "|b"],
    ["a\none two|", "ctrl+w", "a\none |"],
    ["a\none| two", "ctrl+u", "a\n| two"],
    ["on|e", "space", "on |e"],
    ["on|e", "f1", "on|e"],
  ])("%s %s", (from, key, to) => {
    expect(shown(changedBefore(field(from), (text) => edited(text, key)))).toBe(to);
  });

  test("what is pasted keeps its lines, and loses control characters", () => {
    expect(pastedText("a\r\nb\tc\u001b[31m\u0007")).toBe("a\nb c[31m");
    expect(shown(inserted(field("a|c"), "b\n"))).toBe("ab\n|c");
  });
});
