/**
 * A library in memory: essays given as path and source, with an index of them.
 */
import { openEssay } from "../../src/document/open-essay.ts";
import { EssayIndex } from "../../src/library/index/index.ts";
import { indexedEssay } from "../../src/library/index/row.ts";
import * as opening from "../../src/library/opening.ts";
import * as searching from "../../src/library/searching.ts";
import { Library } from "../../src/library/library.ts";

export function memoryLibrary(
  sources: Readonly<Record<string, string>>,
  root = "/home/reader/essays",
): Library {
  const index = new EssayIndex(undefined, "");
  const opened = Object.entries(sources).map(([path, text]) =>
    openEssay({ text, problems: [] }, path, `${root}/${path}`),
  );
  for (const open of opened)
    index.put({ path: open.essay.path, size: 0, modified: 0, content: indexedEssay(open) });
  index.commit();
  const library = new Library({ root, source: "command line" }, index, { opening, searching });
  const essays = opened.map((open) => ({
    ...open,
    essay: { ...library.essays.find(({ path }) => path === open.essay.path)!, file: open.essay.file },
  }));
  for (const open of essays) library.hold(open);
  return library;
}
