/**
 * Which modules go into one file of `dist/`.
 *
 * Node.js takes about as long to find and open a file as to compile ten kilobytes, so there are few files; and none holds
 * what a command that needs little would load in vain. A file begins where a command needs more than the ones before:
 *
 *     start ─▶ list ─▶ search ─▶ reader ─▶ open ─▶ show ─▶ check ─▶ ink
 *     │        │       │         │         │       │                what hosts the reader after its first frame
 *     │        │       │         │         │       a page: layout and formats
 *     │        │       │         │         the parser
 *     │        │       │         the reader's first frame
 *     │        │       full-text search
 *     │        what the index answers
 *     the command line
 *
 * A module goes into the first of them that reaches it by static imports, so imports run from right to left only. What
 * none of these reach stands alone.
 */
import type { CodeSplittingGroup, Plugin } from "rolldown";

const CHUNKS: readonly (readonly [name: string, ...from: string[]])[] = [
  ["start", "start.ts"],
  ["list", "cli/session-of.ts", "cli/list.ts", "cli/tags.ts", "cli/path.ts", "cli/complete.ts"],
  ["search", "cli/search.ts"],
  ["reader", "reader/reader.ts", "terminal/screen.ts"],
  ["open", "library/opening.ts"],
  ["show", "cli/show.ts", "cli/read.ts"],
  ["check", "cli/check.ts", "cli/links.ts"],
  ["ink", "reader/run.ts", "reader/plain/open-plain.ts"],
];

/** The groups for Rolldown, and the plugin that tells them the modules; `src` is the folder of the sources. */
export function chunks(src: string): { plugin: Plugin; groups: CodeSplittingGroup[] } {
  const chunkOf = new Map<string, string>();
  const plugin: Plugin = {
    name: "chunks",
    buildEnd() {
      for (const [chunk, ...from] of CHUNKS) {
        const todo = from.map((file) => `${src}/${file}`);
        for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
          if (chunkOf.has(id)) continue;
          const module = this.getModuleInfo(id);
          if (!module) throw new Error(`scripts/chunks.ts: ${id} is no module of the program`);
          chunkOf.set(id, chunk);
          todo.push(...module.importedIds);
        }
      }
    },
  };
  const groups = CHUNKS.map(([name], nth) => ({
    name,
    priority: CHUNKS.length - nth,
    test: (id: string) => chunkOf.get(id) === name,
  }));
  return { plugin, groups };
}
