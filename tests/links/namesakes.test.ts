import fc from "fast-check";
import { expect, test } from "vitest";
import type { Essay } from "../../src/essay/essay.ts";
import { meantOf } from "../../src/links/namesakes.ts";

function essays(paths: readonly string[], date?: (path: string) => string): Essay[] {
  return paths.map((path) => ({ path, date: date?.(path) }) as Essay);
}

/** The folders that two files share from the root on, and those of the second that the first lacks. */
function nearness(from: string, path: string): number {
  const [here, there] = [from, path].map((one) => one.split("/").slice(0, -1)) as [string[], string[]];
  let shared = 0;
  while (shared < there.length && there[shared] === here[shared]) shared++;
  return shared - (there.length - shared);
}

test("the essay is meant that shares most folders with the link's file, and has the fewest others; of two, the first", () => {
  const path = fc
    .array(fc.constantFrom("a", "b"), { maxLength: 4 })
    .map((folders) => [...folders, "x.md"].join("/"));
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 6 }), path, (paths, from) => {
      const best = Math.max(...paths.map((one) => nearness(from, one)));
      const wanted = paths.findIndex((one) => nearness(from, one) === best);
      const all = essays(paths);
      expect(all.indexOf(meantOf(all, "x", from)!)).toBe(wanted);
    }),
  );
});

test("the date of an address decides before folders do, and only if an essay has it", () => {
  const all = essays(["near/x.md", "far/x.md"], (path) =>
    path.startsWith("far") ? "2016-03-24" : "2017-01-01",
  );
  const meant = (address: string): string | undefined => meantOf(all, address, "near/a.md")?.path;
  expect(meant("/2016/03/24/x")).toBe("far/x.md");
  expect(meant("/2016/3/x")).toBe("far/x.md");
  expect(meant("/2018/03/x")).toBe("near/x.md");
  expect(meant("/x")).toBe("near/x.md");
});
