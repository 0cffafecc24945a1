/**
 * Finds an essay by its slug without reading the whole library.
 *
 *     slug ─┬─ the index of the last run ─ one essay, whose file has not changed ─┐
 *           └─ no index ─ one file with this name ────────────────────────────────┴─▶ opened; its slug must be the requested one
 *
 * If this gives no clear answer, `findEssay` reads the library.
 */
import { statSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { slugOf } from "../essay/slug.ts";
import { fileStamp } from "../system/file-stamp.ts";
import { discover, type FoundFile } from "./discover.ts";
import type { Library } from "./library.ts";
import type { Located } from "./locate.ts";
import { libraryAsLeft } from "./open.ts";

export interface AtOnce {
  readonly open: OpenEssay;
  /** The library as its index describes it, perhaps out of date; undefined if there is no index. */
  readonly library: Library | undefined;
}

/** The essay; undefined if the library must be read to know. Throws `UnreadableError`. */
export async function essayAtOnce(
  slug: string,
  located: Located,
  cache: string | undefined,
): Promise<AtOnce | undefined> {
  const wanted = slug.toLowerCase();
  if (wanted === "" || !statSync(located.root).isDirectory()) return undefined;
  const library = libraryAsLeft(located, cache);
  let found: AtOnce | undefined;
  try {
    found = await foundIn(library, wanted, located);
  } finally {
    // Whoever reads the library opens its index again.
    if (!found) library?.close();
  }
  return found;
}

async function foundIn(
  library: Library | undefined,
  wanted: string,
  located: Located,
): Promise<AtOnce | undefined> {
  const known = library && unchanged(library.withSlug(wanted));
  const file = library ? known : fileCalled(wanted, located);
  if (!file) return undefined;
  const { opened } = await import("./opening.ts");
  const open = opened(file);
  if (known) return { open: { ...open, essay: { ...open.essay, slug: known.slug } }, library };
  return open.essay.slug.toLowerCase() === wanted ? { open, library } : undefined;
}

/** An essay of the index whose file has not changed since. */
function unchanged(found: ReturnType<Library["withSlug"]>): Essay | undefined {
  const now = found && fileStamp(found.essay.file);
  const isSame = now?.size === found?.stamp.size && now?.modified === found?.stamp.modified;
  return isSame ? found?.essay : undefined;
}

/** The only file of a folder whose name gives this slug. */
function fileCalled(slug: string, { root, followLinks }: Located): FoundFile | undefined {
  const found = discover(root, followLinks).files.filter(
    ({ path }) => slugOf(new Map(), path).toLowerCase() === slug,
  );
  return found.length === 1 ? found[0] : undefined;
}
