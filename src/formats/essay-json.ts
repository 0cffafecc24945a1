/**
 * Essays as JSON. The format is stable: `version` changes with every incompatible change.
 */
import type { Essay } from "../essay/essay.ts";
import type { ReadOf } from "../essay/reading.ts";
import { minutes } from "../text/words.ts";

/**
 * An essay's metadata; `data` is its front matter as written. With `read`, it contains also how far the user has read the essay,
 * and the number of the user's marks.
 */
export function essayJson(essay: Essay, read?: ReadOf): Record<string, unknown> {
  return {
    slug: essay.slug,
    title: essay.title,
    order: essay.order ?? null,
    date: essay.date ?? null,
    tags: essay.tags,
    description: essay.description ?? null,
    draft: essay.draft,
    words: essay.words,
    minutes: minutes(essay.words),
    path: essay.path,
    file: essay.file,
    data: essay.data,
    problems: essay.problems,
    ...(read && { read: read(essay), marks: read.marks?.(essay) ?? 0 }),
  };
}
