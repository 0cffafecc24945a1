/**
 * `ibid review`: a few of the user's old highlights and notes, different ones each day.
 */
import type { Session } from "../app/session.ts";
import { openEssay } from "../document/open-essay.ts";
import { notesMarkdown } from "../formats/notes/markdown.ts";
import type { NotedEssay } from "../formats/notes/noted.ts";
import { layoutDocument } from "../layout/layout.ts";
import { fnv1a } from "../text/hash.ts";
import { day } from "../text/timestamp.ts";
import { reviewFormat } from "./formats.ts";
import { painterOf } from "./print.ts";
import { indented, measureOf } from "./shown-text.ts";
import { goneEssays, notedIn } from "./noted.ts";

const A_DAY = 5;
const DAY = 86_400_000;

/** Exit code 0 if there is something to review, 1 if nothing is old enough. */
export async function run(session: Session): Promise<number> {
  const { choice, io } = { choice: session.options.choice, io: session.io };
  const library = await session.library();
  const memory = session.memory();
  const noted = await notedIn(await library.selected({ drafts: true }), library, memory, session);
  const all = [...noted, ...goneEssays(memory, library, false)];
  const chosen = ofTheDay(all, io.today, choice.limit ?? A_DAY);
  if (chosen.length === 0) {
    session.say("nothing to review yet: highlights and notes appear here from the day after you make them");
    return 1;
  }
  session.out(await painted(notesMarkdown(chosen), session));
  return 0;
}

/**
 * The notes of a day: the next five of those that are older, or the first `count` of these, in an order
 * independent of their essays. They are the same all day, and with five notes a day none is repeated before
 * all others have been shown.
 */
export function ofTheDay(essays: readonly NotedEssay[], today: string, count: number): NotedEssay[] {
  const old = essays
    .flatMap(({ notes }) => notes.map(({ mark }) => mark))
    .filter(({ made }) => day(made) < today)
    .map(({ id }) => ({ id, place: fnv1a(id) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const start = Math.floor(Date.parse(today) / DAY) * A_DAY;
  const ids = new Set(
    Array.from({ length: Math.min(count, old.length) }, (_, nth) => old[(start + nth) % old.length]!.id),
  );
  return essays
    .map((essay) => ({ ...essay, notes: essay.notes.filter(({ mark }) => ids.has(mark.id)) }))
    .filter(({ notes }) => notes.length > 0);
}

/** A page of Markdown, laid out as an essay for a terminal, or unchanged. */
async function painted(markdown: string, session: Session): Promise<string> {
  const format = reviewFormat(session);
  if (format === "markdown") return markdown;
  const paint = await painterOf(session, format);
  // The titles of the essays are headings of the page, so none of them may be its title.
  const text = `---\ntitle: Review\n---\n\n${markdown}`;
  const { document } = openEssay({ text, problems: [] }, "review.md", "review.md");
  const { width, margin } = measureOf(session);
  const marks = format === "ansi" ? "superscript" : "brackets";
  return layoutDocument(document, { width, notes: "inline", marks })
    .map((line) => indented(paint(line), margin))
    .join("");
}
