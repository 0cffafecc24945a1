/**
 * Essays whose files go while they are read, and what stands beside them.
 */
import { describe, expect, test } from "vitest";
import { shelve } from "../../src/reader/shelve.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = Object.fromEntries(
  ["A", "B", "C", "D", "E"].map((title, nth) => [`${title}.md`, essay({ title, order: nth + 1 })]),
);

/** The library without some of its files is read again. */
function lose(own: Reader, ...paths: readonly string[]): Reader {
  const { root, targets } = own.library;
  const essays = own.state().library.all.filter(({ path }) => !paths.includes(path));
  const library = shelve({ root, essays, targets, skipped: [], choice: {}, isLibrary: true });
  own.send({ kind: "library", library });
  return own;
}

function openTitle(own: Reader): string {
  const { screen } = own.state();
  return screen.kind === "page" ? screen.page.essay.title : screen.kind;
}

describe("an essay that was named on the command line", () => {
  const { root, targets, all: essays } = reader(sources).state().library;
  const asked = essays.find(({ path }) => path === "B.md")!;
  const common = { root, targets, skipped: [], asked };

  test("is on the shelf whatever the choice, as long as its file is there", () => {
    const shown = shelve({ ...common, essays, choice: { tags: [["none"]] }, isLibrary: true });
    expect(shown.essays.map(({ title }) => title)).toEqual(["B"]);
    const without = essays.filter((one) => one !== asked);
    const after = shelve({ ...common, essays: without, choice: {}, isLibrary: true });
    expect(after.essays.map(({ title }) => title)).toEqual(["A", "C", "D", "E"]);
    expect(shelve({ ...common, essays: [], choice: {}, isLibrary: true }).total).toBe(0);
  });

  test("that lies in no library stays", () => {
    const alone = shelve({ ...common, essays: [], choice: {}, isLibrary: false });
    expect(alone).toMatchObject({ total: 1, alone: true });
  });
});

describe("when the open essay goes", () => {
  test("J and K lead to those that stood beside it", () => {
    const own = (): Reader => lose(reader(sources).press("j", "j", "enter"), "C.md");
    expect(openTitle(own())).toBe("C");
    expect(openTitle(own().press("J"))).toBe("D");
    expect(openTitle(own().press("2", "J"))).toBe("E");
    expect(openTitle(own().press("K"))).toBe("B");
    expect(openTitle(own().press("J", "K"))).toBe("B");
  });

  test("the shelf's cursor goes with an essay that is renamed, wherever its row is now", () => {
    const own = reader(sources).press("j", "j", "enter");
    const { root, targets } = own.library;
    const essays = own
      .state()
      .library.all.map((one) => (one.title === "C" ? { ...one, path: "a/new.md", order: 1 } : one));
    own.send({
      kind: "library",
      library: shelve({ root, essays, targets, skipped: [], choice: {}, isLibrary: true }),
    });
    expect(
      own
        .press("q")
        .screen()
        .find((line) => line.startsWith(" ▌")),
    ).toMatch(/ C /);
  });

  test("the shelf's cursor is on the essay that took its place", () => {
    const own = lose(reader(sources).press("j", "j", "enter"), "C.md").press("q");
    expect(own.screen().find((line) => line.startsWith(" ▌"))).toContain("D");
    lose(own, "D.md", "E.md");
    expect(own.screen().find((line) => line.startsWith(" ▌"))).toContain("B");
  });
});

test("the only essay that the filter matches is the only match", () => {
  const own = reader(sources).press("/", "B", "enter");
  expect(openTitle(own.press("J"))).toBe("B");
  expect(own.state().message).toBe("this is the only match");
  expect(
    reader({ "A.md": essay({ title: "A" }) })
      .press("enter", "J")
      .state().message,
  ).toBe("this is the only essay");
});
