/**
 * Essays that the index gives in the shelf's own order are not sorted again: the first frame shows them as they come.
 */
import { expect, test } from "vitest";
import { shelve } from "../../src/reader/shelve.ts";
import { initialState } from "../../src/reader/start.ts";
import { essay } from "../support/library.ts";
import { reader } from "../support/reader.ts";

test("the order of the index is kept, unless an essay that was named is added", () => {
  const { library } = reader({
    "a.md": essay({ title: "A" }),
    "b.md": essay({ title: "B" }),
    "c.md": essay({ title: "C" }),
  }).state();
  const { root, targets, all } = library;
  const asked = all.find(({ title }) => title === "B")!;
  const given = all.filter((one) => one !== asked).toReversed();
  const titles = (named?: typeof asked): string[] => {
    const common = { root, targets, skipped: [], choice: {}, isLibrary: false };
    const shelved = shelve({ ...common, essays: given, isInOwnOrder: true, asked: named });
    const { shelf } = initialState(shelved, { columns: 80, rows: 24 });
    return shelf.entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay.title] : []));
  };
  expect(titles()).toEqual(["C", "A"]);
  expect(titles(asked)).toEqual(["A", "B", "C"]);
});
