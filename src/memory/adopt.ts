/**
 * Moves marks along with their essay.
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { belongTo } from "../marks/belongs.ts";
import type { Mark } from "../marks/mark.ts";
import { isInFile, keyOf } from "./key.ts";
import type { Marks } from "./marks.ts";

/**
 * Returns the marks of an open essay. Marks of an essay whose file is gone, and which had this text, become its own; `at` is the
 * present time in milliseconds of Unix time.
 */
export function marksOf(marks: Marks, open: OpenEssay, at: number): Mark[] {
  const { essay } = open;
  if (!isInFile(essay)) return [];
  const file = keyOf(essay);
  for (const own of homeless(marks))
    if (belongTo(own, open))
      for (const { id } of own)
        marks.change(id, { essay: { file, slug: essay.slug, title: essay.title } }, at);
  return marks.of(file);
}

/** The marks whose essays are not found: neither among these essays nor as a file. The oldest come first. */
export function homelessOf(marks: Marks, essays: readonly Essay[]): Mark[] {
  const files = new Set(essays.map(keyOf));
  return homeless(marks)
    .flat()
    .filter(({ essay }) => !files.has(essay.file));
}

/** Returns whether an essay is called the same as one that has marks and whose file is gone. */
export function calledAsGone(marks: readonly Mark[]): (essay: Pick<Essay, "slug" | "title">) => boolean {
  const gone = marks.filter(({ essay }) => !existsSync(essay.file)).map(({ essay }) => essay);
  const [slugs, titles] = [new Set(gone.map(({ slug }) => slug)), new Set(gone.map(({ title }) => title))];
  return ({ slug, title }) => slugs.has(slug) || titles.has(title);
}

/** The marks of each essay whose file is gone. */
function homeless(marks: Marks): Mark[][] {
  const byFile = Map.groupBy(marks.all(), ({ essay }) => essay.file);
  return Array.from(byFile).flatMap(([file, own]) => (existsSync(file) ? [] : [own]));
}
