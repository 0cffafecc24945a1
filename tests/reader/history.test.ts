/**
 * The history of the fields.
 */
import { describe, expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = {
  "a.md": essay({ title: "Tea", order: 1 }, "Some tea, some milk, some sugar.\n"),
  "b.md": essay({ title: "Team", order: 2 }, "No tea.\n"),
};

const shelf = (): Reader => reader(sources);
const line = (one: Reader): string => one.screen().at(-1)!.trim();

describe("in an essay", () => {
  const found = (): Reader => shelf().press("enter", "/", ..."tea", "enter", "/", ..."milk", "enter");

  test("↑ goes back, ↓ forward again", () => {
    const one = found().press("/", "up");
    expect(line(one)).toMatch(/^\/ milk/);
    expect(line(one.press("up"))).toMatch(/^\/ tea/);
    expect(line(one.press("up"))).toMatch(/^\/ tea/);
    expect(line(one.press("down"))).toMatch(/^\/ milk/);
    expect(line(one.press("down"))).toMatch(/^\/ +(?!milk)/);
  });

  test("a recalled text is searched, and can be edited", () => {
    const one = found().press("/", "up", "up", "enter");
    expect(line(one)).toContain("1 of 2 for tea");
    expect(line(found().press("/", "up", "backspace"))).toMatch(/^\/ mil /);
  });

  test("the memory stores the texts", () => {
    expect(
      found()
        .effects()
        .filter(({ kind }) => kind === "typed"),
    ).toEqual([
      { kind: "typed", field: "find", text: "tea" },
      { kind: "typed", field: "find", text: "milk" },
    ]);
    expect(
      line(reader(sources, undefined, { history: { find: ["sugar"] } }).press("enter", "/", "up")),
    ).toMatch(/^\/ sugar/);
  });
});

describe("in a field with a list", () => {
  test("↑ moves in the list, and recalls a text from its first row", () => {
    const one = shelf().press("/", ..."tea", "tab", "/", "down");
    expect(one.state().shelf.cursor).toBe(1);
    expect(one.press("up").state().shelf).toMatchObject({ cursor: 0, query: "tea" });
    const other = shelf().press("/", ..."team", "tab", "esc", "/", ..."x", "up");
    expect(other.state().shelf.query).toBe("team");
  });

  test("↑ in an empty filter recalls, wherever the cursor was, unless the cursor was moved since", () => {
    const filtered = shelf().press("/", ..."team", "enter", "q", "esc");
    expect(filtered.state().shelf).toMatchObject({ cursor: 1, query: "" });
    expect(filtered.press("/", "up").state().shelf.query).toBe("team");
    const moved = shelf().press("/", ..."tea", "tab", "esc", "/", "down", "up");
    expect(moved.state().shelf).toMatchObject({ cursor: 0, query: "" });
  });

  test("each field has its own history", () => {
    const one = shelf().press("/", ..."tea", "tab", "esc", "F", ..."milk", "enter", "q", "esc", "F", "up");
    expect(line(one)).toMatch(/^F milk/);
    expect(line(one.press("esc", ":", "up"))).toMatch(/^: +(?!milk|tea)/);
  });

  test("the command field has a history", () => {
    const one = shelf().press("|", ..."wc", "enter", "q", "|", "up");
    expect(line(one)).toMatch(/^\| wc/);
  });
});

describe("Enter in an empty field", () => {
  test("takes the row under the cursor where a list is seen, as in fzf", () => {
    const one = shelf().press("j", "/", "enter");
    expect(one.state().screen).toMatchObject({ kind: "page", page: { essay: { title: "Team" } } });
  });

  test("repeats the last text where no list is seen, as in less, in another essay too", () => {
    const one = shelf().press("enter", "/", ..."tea", "enter", "J", "/", "enter");
    expect(one.state().screen).toMatchObject({ kind: "page", page: { essay: { title: "Team" } } });
    expect(line(one)).toContain("1 of 2 for tea");
  });

  test("shows a command before it runs", () => {
    const one = shelf().press("|", ..."wc", "enter", "q", "|", "enter");
    expect(line(one)).toMatch(/^\| wc/);
    expect(one.effects().filter(({ kind }) => kind === "pipe")).toHaveLength(1);
    expect(shelf().press("|", "enter").state().screen.kind).toBe("shelf");
  });
});
