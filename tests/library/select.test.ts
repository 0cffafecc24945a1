/**
 * What the index answers about a choice of essays is what the essays themselves would.
 */
import { chmodSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Choice, choose, groupByTag } from "../../src/essay/choose.ts";
import type { Essay } from "../../src/essay/essay.ts";
import type { Library } from "../../src/library/library.ts";
import type { Located } from "../../src/library/locate.ts";
import { libraryAt } from "../../src/library/open.ts";
import { essayAtOnce } from "../../src/library/at-once.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const TAGS = ["one", "One", "two", "Éclair", "éclair", "ß", "SS", "three words"];

const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, nth) => [
    `${nth % 3 === 0 ? "in/" : ""}essay-${nth}.md`,
    essay({
      title: `Title ${(nth * 7) % 13}`,
      tags: TAGS.filter((__, at) => (nth + at) % 4 === 0),
      ...(nth % 5 === 0 && { draft: true }),
      ...(nth % 2 === 0 && { order: (nth * 11) % 17 }),
      ...(nth % 3 !== 1 && { date: `20${10 + (nth % 9)}${nth % 4 === 0 ? "" : "-05-1" + (nth % 10)}` }),
    }),
  ]),
);

interface Place {
  readonly located: Located;
  readonly cache: string;
  readonly essays: readonly Essay[];
  /** The library as a command finds it: its index, and nothing read of it yet. */
  readonly asFound: () => Promise<Library>;
}

async function place(): Promise<Place> {
  const cache = temporaryLibrary({});
  const located: Located = { root: temporaryLibrary(FILES), source: "command line" };
  // A file that was changed just now is read again by whoever asks.
  const changed = Object.keys(FILES).map((path) => statSync(join(located.root, path)).ctimeMs);
  await vi.waitUntil(() => Date.now() - Math.max(...changed) > 100);
  const asFound = async (): Promise<Library> => {
    const library = libraryAt(located, { cache });
    await library.read();
    return library;
  };
  const library = await asFound();
  const { essays } = library;
  library.close();
  return { located, cache, essays, asFound };
}

const choices: fc.Arbitrary<Choice> = fc.record(
  {
    tags: fc.array(fc.array(fc.constantFrom(...TAGS, "none"), { minLength: 1, maxLength: 2 }), {
      maxLength: 2,
    }),
    withoutTags: fc.array(fc.constantFrom(...TAGS), { maxLength: 2 }),
    drafts: fc.boolean(),
    sort: fc.constantFrom("order", "date", "title", "words", "slug"),
    reverse: fc.boolean(),
    limit: fc.constantFrom(0, 1, 7, 1_000, 1e20),
    since: fc.constantFrom("2012", "2013-05-14"),
  },
  { requiredKeys: [] },
);

test("whatever is chosen, the index gives the same essays in the same order", async () => {
  const { essays, asFound } = await place();
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const library = await asFound();
      expect((await library.selected(choice)).map(({ path }) => path)).toEqual(
        choose(essays, choice).map(({ path }) => path),
      );
      library.close();
    }),
    { numRuns: 120 },
  );
});

test("tags are counted and spelled as the essays on the shelf have them", async () => {
  const { essays, asFound } = await place();
  for (const choice of [{}, { drafts: true }, { tags: [["éclair"]] }, { withoutTags: ["one", "SS"] }]) {
    const library = await asFound();
    const groups = groupByTag(choose(essays, choice));
    expect(await library.tags(choice)).toEqual(
      groups.map((group) => ({ tag: group.tag, count: group.essays.length })),
    );
    library.close();
  }
});

test("an essay is found at once by its slug: by the index, and without one by what its file is called", async () => {
  const { located, cache } = await place();
  const byIndex = await essayAtOnce("Essay-4", located, cache);
  expect([byIndex?.open.essay.path, byIndex?.library !== undefined]).toEqual(["essay-4.md", true]);
  const byName = await essayAtOnce("essay-4", located, undefined);
  expect([byName?.open.essay.path, byName?.library]).toEqual(["essay-4.md", undefined]);
  expect(await essayAtOnce("nowhere", located, cache)).toBeUndefined();
});

test("an index whose mode was changed is the same index", async () => {
  const { cache, asFound } = await place();
  for (const name of readdirSync(cache)) chmodSync(join(cache, name), 0o600);
  const library = await asFound();
  expect(library.complaints).toEqual([]);
  library.close();
  for (const name of readdirSync(cache).filter((one) => one.endsWith(".stamp"))) rmSync(join(cache, name));
  const again = await asFound();
  expect(again.remark).toMatch(/being rebuilt/);
  again.close();
});
