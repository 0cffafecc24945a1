/**
 * `ibid list`: lists essays, one per line.
 */
import { titleLabel } from "../essay/title-label.ts";
import type { Session } from "../app/session.ts";
import type { Essay } from "../essay/essay.ts";
import { essayJson } from "../formats/essay-json.ts";
import { alignRows, type Column, type Yield } from "../formats/rows.ts";
import type { Library } from "../library/library.ts";
import { minutes } from "../text/words.ts";
import { asksForMemory } from "./asks-memory.ts";
import { checkKey, chooseEssays } from "./choice.ts";
import { asksForLinks, linkFilter } from "./linked.ts";
import { print } from "./print.ts";
import { checkTemplate, templateOf } from "./template.ts";

const LAYOUT: readonly Column[] = [
  { role: "quiet", align: "right" },
  { role: "strong" },
  {},
  { role: "quiet" },
  { role: "quiet", align: "right" },
  { role: "tag" },
];
const [SLUG, TITLE, DATE, MINUTES, TAGS] = [1, 2, 3, 4, 5];

/** Columns that shrink if room is short: titles last, because the beginning of a slug still names its essay. */
const YIELDS: readonly Yield[] = [
  { column: TAGS, to: 12 },
  { column: SLUG, to: 24 },
  { column: TAGS, to: 0 },
  { column: SLUG, to: 12 },
  { column: TITLE, to: 40 },
  { column: MINUTES, to: 0 },
  { column: DATE, to: 0 },
  { column: SLUG, to: 0 },
  { column: TITLE, to: 8 },
];

/** Returns exit code 0 if an essay was listed, else 1. */
export async function run(session: Session): Promise<number> {
  const argument = session.options.operands[0];
  return listEssays(await session.library({ argument, toSearch: asksForLinks(session) }), session);
}

export async function listEssays(library: Library, session: Session): Promise<number> {
  const { choice, template = "", isSortTyped } = session.options;
  if (isSortTyped && choice.sort !== undefined) await checkKey(library, choice.sort, `--sort ${choice.sort}`);
  const isAsked = asksForMemory(session.options);
  if (isAsked) await (await import("./moved.ts")).adoptMoved(library, session);
  // A script that chooses by what is remembered can print it, too; the others need no memory.
  const jsonOf = (essay: Essay): object => essayJson(essay, isAsked ? choice.read : undefined);
  const essays = await chosen(library, session);
  await checkTemplate(template, library);
  await print<Essay>(session, {
    items: essays,
    name: ({ slug }) => slug,
    filled: (text) => templateOf(text, choice.read),
    json: () => listJson(library, essays.map(jsonOf)),
    jsonLine: jsonOf,
    columns: ["order", "slug", "title", "date", "minutes", "tags"],
    cells: (essay) => [cellsOf(essay)],
    rows: (columns) => [alignRows(LAYOUT, essays.map(shownCells), columns, YIELDS)],
  });
  if (essays.length === 0) session.say(await emptyWords(library, session));
  session.reportSkipped(library);
  session.reportProblems(essays);
  return essays.length > 0 ? 0 : 1;
}

/** The chosen essays, also by links. */
async function chosen(library: Library, session: Session): Promise<readonly Essay[]> {
  const accepts = await linkFilter(library, session);
  if (!accepts) return chooseEssays(library, session.options);
  const { choice, match } = session.options;
  const { limit, ...rest } = choice;
  const essays = await chooseEssays(library, { choice: rest, match });
  return essays.filter(accepts).slice(0, limit);
}

/** The reason why the list is empty. */
async function emptyWords(library: Library, { options }: Session): Promise<string> {
  const essays = await library.all();
  if (essays.length === 0) return `${library.root}: no essays here`;
  if (options.match !== undefined) return `${options.match}: no essay matches`;
  const areDrafts = options.choice.drafts !== true && essays.every(({ draft }) => draft);
  return areDrafts ? "all essays here are drafts; --drafts lists them" : "no essay matches these options";
}

/** An essay's cells for other programs. */
function cellsOf({ order, slug, title, date = "", words, tags }: Essay): string[] {
  return [String(order ?? ""), slug, title, date, String(minutes(words)), tags.join(", ")];
}

/** An essay's cells as a row shows them. */
function shownCells(essay: Essay): string[] {
  const { order, slug, date = NONE, words, tags } = essay;
  return [String(order ?? NONE), slug, titleLabel(essay), date, `${minutes(words)} min`, tags.join(", ")];
}

const NONE = "-";

function listJson({ root, source, skipped }: Library, essays: readonly object[]): object {
  return { version: 1, library: { root, source }, essays, skipped };
}
