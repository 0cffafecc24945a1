/**
 * An essay that is given by its path: it has no library behind it.
 */
import { expect, test } from "vitest";
import { essay } from "../support/library.ts";
import type { Page as PageState } from "../../src/reader/state.ts";
import { type Reader, reader } from "../support/reader.ts";

function alone(): Reader {
  const one = reader({ "two.md": essay({ title: "Two" }, "To [one](one.md).\n") }).press("enter");
  const { library } = one.state();
  one.send({ kind: "library", library: { ...library, alone: true } });
  return one;
}

test("Tab, Enter and i say the same of a link to a file that was not given", () => {
  const words = "one.md can't be opened: ibid was given only this file";
  expect(alone().press("tab").screen().at(-1)).toContain(words);
  expect(alone().press("tab", "enter").screen().at(-1)).toContain(words);
  expect(alone().press("tab", "i").screen().at(-1)).toContain(words);
});

test("Esc drops the focus, then the matches, and never leaves ibid; q does", () => {
  const one = alone().press("/", ..."one", "enter", "tab");
  const page = (): PageState => {
    const { screen } = one.state();
    if (screen.kind !== "page") throw new Error(screen.kind);
    return screen.page;
  };
  expect(page().focus).toBeDefined();
  one.press("esc");
  expect([page().focus, page().find?.text]).toEqual([undefined, "one"]);
  one.press("esc");
  expect(page().find).toBeUndefined();
  expect(one.press("esc").screen().at(-1)).toContain("q leaves ibid");
  const quit = { kind: "quit", code: 0 };
  expect(one.effects()).not.toContainEqual(quit);
  one.press("q");
  expect(one.effects()).toContainEqual(quit);
});
