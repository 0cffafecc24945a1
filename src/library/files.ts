/**
 * Reads every file of a library, without an index.
 */
import type { Located } from "./locate.ts";
import type { EssayText } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { distinctSlugs } from "../essay/slug.ts";
import { eachWithinTime } from "../system/time-limit.ts";
import { isSkipped, withFile } from "./boundary.ts";
import { discover, type Skipped } from "./discover.ts";

export interface Files {
  /** By path, each with a unique slug. */
  readonly essays: readonly Essay[];
  /** The texts of the essays, in the same order. */
  readonly texts: readonly EssayText[];
  readonly skipped: readonly Skipped[];
  /** The real paths of the folders that were searched. */
  readonly folders: readonly string[];
}

/** Reads the files under `root`, or `root` itself if it is a file. */
export function readFiles({ root, followLinks }: Pick<Located, "root" | "followLinks">): Files {
  const { files, skipped, folders } = discover(root, followLinks);
  const texts: EssayText[] = [];
  const all = [...skipped];
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const read = eachWithinTime(sorted, (found) => withFile(found, withFields));
  for (const [nth, text] of read.entries()) {
    if (isSkipped(text)) all.push({ path: sorted[nth]!.path, message: text.skipped });
    else texts.push(text);
  }
  const slugs = distinctSlugs(texts.map(({ essay }) => essay));
  return {
    essays: texts.map(({ essay }, nth) => ({ ...essay, slug: slugs[nth]! })),
    texts,
    skipped: all,
    folders,
  };
}

/** Reads the fields now, within the boundary. */
function withFields(text: EssayText): EssayText {
  void text.essay;
  return text;
}
