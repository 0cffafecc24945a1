/**
 * Which modules go into one file of `dist/`.
 *
 * Node.js takes about as long to find and open a file as to compile ten kilobytes, so there are few files; and none holds
 * what a command that needs little would load in vain. A file begins where a command needs more than the ones before:
 *
 *     start ─▶ list ─▶ search ─▶ lines ─▶ reader ─▶ open ─▶ show ─▶ check ─▶ formulas ─▶ spoken ─▶ ink
 *     │        │       │         │        │         │       │                │           │          the reader after its first frame
 *     │        │       │         │        │         │       │                │           formulas in words
 *     │        │       │         │        │         │       │                the parser of TeX
 *     │        │       │         │        │         │       a page: layout and formats
 *     │        │       │         │        │         the parser
 *     │        │       │         │        the reader's first frame
 *     │        │       │         how lines are broken
 *     │        │       full-text search
 *     │        what the index answers
 *     the command line
 *
 * A module goes into the first of them that reaches it by static imports, so imports run from right to left only. What
 * none of these reach stands alone. A page needs neither a search nor the reader: what it shares with a
 * search stands in `list`, what it shares with the reader in `lines`.
 */
import type { CodeSplittingGroup, Plugin } from "rolldown";

const SEARCH = ["cli/search.ts", "library/searching.ts"];
const READER = ["reader/reader.ts", "terminal/screen.ts"];
const SHOW = ["cli/show.ts", "cli/read.ts"];
const CHUNKS: readonly (readonly [name: string, ...from: string[]])[] = [
  ["start", "start.ts"],
  ["list", "cli/session-of.ts", "cli/list.ts", "cli/tags.ts", "cli/path.ts", "cli/complete.ts"],
  ["search", ...SEARCH],
  ["lines"],
  ["reader", ...READER],
  ["open", "library/opening.ts"],
  ["show", ...SHOW],
  ["check", "cli/check.ts", "cli/links.ts"],
  ["formulas", "library/title-setting.ts"],
  ["spoken", "formats/spoken/mathematics.ts"],
  ["ink", "reader/run.ts", "reader/plain/open-plain.ts"],
];

/** The groups for Rolldown, and the plugin that tells them the modules; `src` is the folder of the sources. */
export function chunks(src: string): { plugin: Plugin; groups: CodeSplittingGroup[] } {
  const chunkOf = new Map<string, string>();
  const plugin: Plugin = {
    name: "chunks",
    buildEnd() {
      const reached = (from: readonly string[]): Set<string> => {
        const found = new Set(from.map((file) => `${src}/${file}`));
        for (const id of found) {
          const module = this.getModuleInfo(id);
          if (!module) throw new Error(`scripts/chunks.ts: ${id} is no module of the program`);
          for (const other of module.importedIds) found.add(other);
        }
        return found;
      };
      const [ofSearch, ofReader, ofPages] = [reached(SEARCH), reached(READER), reached(SHOW)];
      const shared: Readonly<Record<string, Iterable<string>>> = {
        list: [...ofSearch].filter((id) => ofReader.has(id) || ofPages.has(id)),
        lines: [...ofReader].filter((id) => ofPages.has(id)),
      };
      for (const [chunk, ...from] of CHUNKS)
        for (const id of [...reached(from), ...(shared[chunk] ?? [])])
          if (!chunkOf.has(id)) chunkOf.set(id, chunk);
    },
  };
  const groups = CHUNKS.map(([name], nth) => ({
    name,
    priority: CHUNKS.length - nth,
    test: (id: string) => chunkOf.get(id) === name,
  }));
  return { plugin, groups };
}
