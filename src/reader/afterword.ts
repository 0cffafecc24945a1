/**
 * The afterword of an essay: the next essays, the essays that link here, and similar ones.
 *
 *     ────────────
 *     Next             Ibid.
 *     Next on history  The index at the back
 *     Links here       Reading long things
 *     Similar          In your own hand
 */
import { titleLabel } from "../essay/title-label.ts";
import type { Essay } from "../essay/essay.ts";
import { type Line, type Link, type Span, span } from "../layout/line.ts";
import { together } from "../layout/together.ts";
import { label } from "../text/visible.ts";
import { truncate, width } from "../text/width.ts";
import { alignRight, isRightToLeftFlow } from "../layout/direction.ts";
import { fewLines } from "../layout/few-lines.ts";
import { inFlow } from "../layout/flow.ts";
import { isSame } from "./arrange.ts";
import type { Look, Page } from "./state.ts";
import { largest } from "../text/extremes.ts";

export interface Afterword {
  readonly lines: readonly Line[];
  /** The essays that its links lead to. */
  readonly ends: ReadonlyMap<Link, Essay>;
}

/** The essays to continue with after an essay. */
export interface Way {
  readonly kind: "next" | "tag" | "citing" | "alike";
  readonly name: string;
  readonly essays: readonly Essay[];
}

/** The number of essays that link here, and of similar ones. */
const MOST = 4;
const RULE = 12;
const NAME_COLUMNS = 24;
const GAP = 2;
const LEAST_TITLE = 20;

export function afterword(
  page: Pick<Page, "essay" | "document" | "around">,
  columns: number,
  look: Pick<Look, "library" | "shelf">,
): Afterword {
  const ways = eachOnce(waysFrom(page, look));
  if (ways.length === 0) return { lines: [], ends: new Map() };
  const ends = new Map<Link, Essay>();
  const widest = largest(ways.map(({ name }) => width(name)));
  const names = Math.min(NAME_COLUMNS, widest);
  // If there is no room beside a name, its titles are under it.
  const isNarrow = columns < names + GAP + LEAST_TITLE;
  const indent = isNarrow ? GAP : names + GAP;
  const rows = ways.flatMap((way) => {
    const name = span(truncate(way.name, isNarrow ? columns : names), "quiet");
    const [first = [], ...others] = titlesOf(way, columns - indent, ends).map((title) =>
      title.map((line): Span[] => [span(" ".repeat(indent)), ...line]),
    );
    if (isNarrow) return [[[name], ...first], ...others].flatMap(onOneScreen);
    const [start = [], ...further] = first;
    const beside = [name, span(" ".repeat(indent - width(name.text))), ...start.slice(1)];
    return [[beside, ...further], ...others].flatMap(onOneScreen);
  });
  const block = page.document.blocks.length + 1;
  const above = onOneScreen([[], [span("─".repeat(Math.min(RULE, columns)), "rule")]]);
  const isMirrored = isRightToLeftFlow(page.document.blocks);
  const lines = [...above, ...rows].map((row): Line => ({
    ...row,
    spans: isMirrored ? mirrored(row.spans, columns) : row.spans,
    block,
  }));
  return { lines, ends };
}

/** Rows that are on one screen: a title, and the first one with the name above it. */
function onOneScreen(rows: readonly (readonly Span[])[]): readonly Pick<Line, "spans" | "part">[] {
  return together(rows.map((spans) => ({ spans })));
}

/** The ways with essays, each essay only in the first of them. */
export function eachOnce(ways: readonly Way[]): Way[] {
  const seen = new Set<string>();
  return ways.flatMap((way) => {
    const essays = way.essays.filter(({ path }) => !seen.has(path));
    for (const { path } of essays) seen.add(path);
    return essays.length === 0 ? [] : [{ ...way, essays }];
  });
}

/** In right-to-left text, names are at the right of their titles. */
function mirrored(spans: readonly Span[], columns: number): readonly Span[] {
  return spans.length === 0 ? [] : alignRight(spans.toReversed(), columns);
}

/** The most lines of a title. */
const MOST_LINES = 3;
/** The indentation of its second line and of those after it. */
const HANGING = 2;

/** The lines of each of the first titles, every title a link, and the number of further ones. */
function titlesOf({ essays }: Way, columns: number, ends: Map<Link, Essay>): (readonly Span[])[][] {
  const first = essays.slice(0, MOST);
  const titles = first.map((essay) => {
    const link: Link = { href: essay.path };
    ends.set(link, essay);
    return titleLines({ ...span(titleLabel(essay), "link"), link }, columns);
  });
  const more = essays.length - first.length;
  return more === 0 ? titles : [...titles, [[span(`and ${more} more`, "quiet")]]];
}

function titleLines(title: Span, columns: number): (readonly Span[])[] {
  const flowing = inFlow([title], { kind: "text", block: -1 });
  if (width(title.text) <= columns) return [flowing];
  const lines = fewLines(flowing, Math.max(1, columns - HANGING), MOST_LINES);
  return lines.map((line, nth) => (nth === 0 ? line : [span(" ".repeat(HANGING)), ...line]));
}

/** The ways from an essay, including those without essays. */
export function waysFrom(
  { essay, around }: Pick<Page, "essay" | "around">,
  { library, shelf }: Pick<Look, "library" | "shelf">,
): Way[] {
  if (library.alone) return [];
  const shown = shelf.entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []));
  const here = shown.findIndex((one) => isSame(one, essay));
  const rest = here < 0 ? [] : shown.slice(here + 1);
  const next = rest.find((one) => !isSame(one, essay));
  const tagged = essay.tags.flatMap((tag): Way[] => {
    const on = rest.find((one) => !isSame(one, essay) && hasTag(one, tag));
    // The next essay on the shelf is not repeated for its tag.
    return on && !(next && isSame(on, next))
      ? [{ kind: "tag", name: `Next on ${label(tag)}`, essays: [on] }]
      : [];
  });
  return [
    { kind: "next", name: "Next", essays: next ? [next] : [] },
    ...tagged,
    { kind: "citing", name: "Links here", essays: around?.citedBy ?? [] },
    { kind: "alike", name: "Similar", essays: around?.alike ?? [] },
  ];
}

function hasTag({ tags }: Essay, tag: string): boolean {
  return tags.some((one) => one.toLowerCase() === tag.toLowerCase());
}
