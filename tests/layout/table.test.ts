import { describe, expect, test } from "vitest";
import { page } from "../support/page.ts";

const markdown = "| Name | Text |\n|:--|--:|\n| one | a few words in a cell |\n| two | b |";

describe("a table", () => {
  test("takes what it needs where it has it", () => {
    expect(page(markdown)).toEqual([
      "Name                   Text",
      "────  ─────────────────────",
      "one   a few words in a cell",
      "two                       b",
    ]);
  });

  test("wraps its cells where it is narrower, rows then parted", () => {
    expect(page(markdown, { width: 20 })).toEqual([
      "Name            Text",
      "────  ──────────────",
      "one   a few words in",
      "              a cell",
      "",
      "two                b",
    ]);
  });

  test("becomes records where even its words do not fit", () => {
    const wide =
      "| Alphabet | Bravissimo | Charleston |\n|---|---|---|\n| aaaaaaaa | bbbbbbbbbb | cccccccccc |\n| d | | f |";
    expect(page(wide, { width: 24 })).toEqual([
      "Alphabet: aaaaaaaa",
      "Bravissimo: bbbbbbbbbb",
      "Charleston: cccccccccc",
      "────────",
      "Alphabet: d",
      "Charleston: f",
    ]);
  });

  test("keeps code, marks and alignment in its cells", () => {
    expect(
      page("| a | b |\n|:-:|---|\n| `x\\|y` | **b**[^1] |\n| longer | |\n\n[^1]: Note.", { notes: "none" }),
    ).toEqual(["  a     b", "──────  ────", " x|y    b[1]", "longer"]);
  });
});
