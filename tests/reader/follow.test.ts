import { describe, expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const filler = Array.from({ length: 40 }, (_, nth) => `Paragraph ${nth + 1}.`).join("\n\n");

const sources = {
  "one.md": essay(
    { title: "One", order: 1, tags: ["tech companies"] },
    `To [two](/two), [part](#part), [nothing](/nothing), [the tag](/tags/Tech-Companies/), [a picture](x.png), [a script](javascript:x) and out[^1].\n\n${filler}\n\n## Part\n\nEnd.\n\n[^1]: To [three](three.md), and a note of its own[^2].\n\n[^2]: The other note.\n`,
  ),
  "two.md": essay({ title: "Two", order: 2 }, `Back to [[one]].\n\n${filler}\n`),
  "three.md": essay({ title: "Three", order: 3, tags: ["tech companies"] }, "Words.\n"),
};

function one(): Reader {
  return reader(sources).press("enter");
}

function status(own: Reader): string {
  return own.screen().at(-1)!.trim();
}

function title(own: Reader): string {
  const { screen } = own.state();
  return screen.kind === "page" ? screen.page.essay.title : screen.kind;
}

/** The reader with the focus on the link of this text, as the status line has it. */
function tabbedTo(own: Reader, words: string): Reader {
  for (let nth = 0; nth < 20 && !status(own).startsWith(words); nth++) own.press("tab");
  expect(status(own)).toContain(words);
  return own;
}

describe("Tab", () => {
  test("goes through links and marks in their order, and from the last to the first", () => {
    const own = one();
    const seen = Array.from({ length: 7 }, () => status(own.press("tab")).replace(/ {2,}.*/, ""));
    expect(seen).toEqual([
      "to “Two”",
      "to #part",
      "/nothing leads nowhere: no essay here has this name",
      "to the essays tagged tech companies",
      "to x.png",
      "to javascript:x",
      "to note 1",
    ]);
    expect(status(own.press("shift+tab"))).toMatch(/^to javascript:x/);
    expect(status(one().press("2", "tab"))).toMatch(/^to #part/);
  });

  test("begins at the screen, not at the essay's beginning", () => {
    expect(status(one().press("G", "shift+tab"))).not.toMatch(/note|part/);
  });
});

describe("Enter", () => {
  test("goes to an essay, and Backspace comes back with the focus where it was", () => {
    const own = tabbedTo(one(), "to “Two”").press("enter");
    expect(title(own)).toBe("Two");
    own.press("backspace");
    expect([title(own), title(own.press("enter"))]).toEqual(["One", "Two"]);
  });

  test("goes to a heading of the same essay, and ^O comes back to the very line", () => {
    const own = tabbedTo(one(), "to #part");
    const before = own.screen().slice(0, -1);
    own.press("enter");
    expect(own.screen().join("\n")).toContain("Part\n");
    expect(own.press("ctrl+o").screen().slice(0, -1)).toEqual(before);
  });

  test("says where nothing is to be followed, and opens nothing", () => {
    expect(status(tabbedTo(one(), "to x.png").press("enter"))).toContain(
      "x.png is not an essay, and ibid can't open it",
    );
    const script = tabbedTo(one(), "to javascript:x").press("enter");
    expect(status(script)).toContain("ibid can't open it");
    expect(script.effects().some(({ kind }) => kind === "browse")).toBe(false);
  });

  test("on a link to a tag's page shows the essays with that tag", () => {
    const own = tabbedTo(one(), "to the essays tagged").press("enter");
    expect(own.screen()[0]).toContain("tagged tech companies");
  });

  test("on a mark goes to the note where it is on the screen, and from the note back", () => {
    const own = tabbedTo(one(), "to note 1").press("enter");
    expect(status(own)).toContain("Enter goes back to its number");
    expect(own.state().screen).toMatchObject({ kind: "page", mode: { kind: "read" } });
    expect(status(own.press("enter", "tab"))).toContain("“Three”");
  });

  test("in a box follows what is in the note: another note, an essay, and back again", () => {
    const own = one().press("f", "f", "f", "f");
    tabbedTo(own, "to note 1").press("enter");
    expect(own.screen().join("\n")).toContain("note 1 ─");
    own.press("tab", "tab", "enter");
    expect(own.screen().join("\n")).toContain("The other note.");
    own.press("esc", "tab", "tab");
    own.press("tab", "enter");
    expect(title(own)).toBe("Three");
    // The way back leads to the note that one left.
    own.press("backspace");
    expect(own.screen().join("\n")).toContain("note 1 ─");
    expect(title(own.press("esc"))).toBe("One");
  });
});

test("Backspace goes back through essays and jumps, as often as it is asked", () => {
  const own = tabbedTo(one(), "to “Two”").press("enter", "J");
  expect(title(own)).toBe("Three");
  expect(title(own.press("2", "backspace"))).toBe("One");
  expect(status(own.press("backspace"))).toContain("nothing to go back to");
});

test("what links here is listed, and leads to the passage", () => {
  const own = one().press("L");
  expect(own.rows()[0]).toMatch(/▌ +Two/);
  expect(title(own.press("enter"))).toBe("Two");
  expect(title(own.press("q"))).toBe("shelf");
});

test("a click on a row that is held back for the next screen follows nothing", () => {
  const text = Array.from({ length: 9 }, () => "Words.").join("\n\n");
  const sources = {
    "a.md": essay({ title: "A", order: 1 }, `${text}\n\n## To [the other](b.md)\n\n${text}\n`),
    "b.md": essay({ title: "B", order: 2 }, text),
  };
  const sizes = Array.from({ length: 8 }, (_, more) => ({ columns: 80, rows: 18 + more }));
  const held = sizes.flatMap((size) => {
    const own = reader(sources, size).press("enter");
    const { screen } = own.state();
    if (screen.kind !== "page") throw new Error("no page");
    const row = screen.page.lines.findIndex(({ spans }) => spans.some(({ link }) => link));
    return row < size.rows - 1 && !own.screen()[row]!.includes("the other") ? [{ own, row }] : [];
  });
  expect(held.length).toBeGreaterThan(0);
  for (const { own, row } of held) {
    for (let column = 0; column < 80; column++)
      own.send({ kind: "mouse", event: { kind: "click", row, column } });
    expect(own.state().screen).toMatchObject({ kind: "page", page: { essay: { title: "A" } } });
  }
});
