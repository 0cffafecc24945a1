/**
 * An essay that is given by its path: it has no library behind it.
 */
import { expect, test } from "vitest";
import { essay } from "../support/library.ts";
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
