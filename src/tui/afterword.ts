/**
 * What is said at the end of an essay: which comes next, which leads here, and which is like it.
 *
 *     ────────────
 *     Next             How I ship projects at big tech companies
 *     Next on staff    Glue work considered harmful
 *     Links here       The one-person essay
 *     Most alike       Crushing JIRA tickets is a party trick
 */
import type { Essay } from "../essay/essay.ts";
import { type Line, type Link, type Span, span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { truncate, width } from "../text/width.ts";
import type { Look } from "./page.ts";
import { isSame } from "./rearrange.ts";
import type { Page } from "./state.ts";

export interface Afterword {
  readonly lines: readonly Line[];
  /** The essays that its links lead to. */
  readonly ends: ReadonlyMap<Link, Essay>;
}

interface Way {
  readonly name: string;
  readonly essays: readonly Essay[];
}

/** So many essays that lead here, and that are like it. */
const MOST = 4;
const RULE = 12;
const NAME_COLUMNS = 24;
const GAP = 2;

export function afterword(
  page: Pick<Page, "essay" | "document" | "around">,
  columns: number,
  look: Pick<Look, "library" | "shelf">,
): Afterword {
  const ways = waysFrom(page, look).filter(({ essays }) => essays.length > 0);
  if (ways.length === 0) return { lines: [], ends: new Map() };
  const block = page.document.blocks.length + 1;
  const ends = new Map<Link, Essay>();
  const names = Math.min(NAME_COLUMNS, Math.max(...ways.map(({ name }) => width(name))));
  const isNarrow = columns < names + GAP + 20;
  const rows = ways.flatMap(({ name, essays }) => {
    const shownName = span(truncate(name, Math.max(1, isNarrow ? columns : names)), "quiet");
    const room = isNarrow ? columns - GAP : columns - names - GAP;
    const titles = essays.slice(0, MOST).map((essay): Span => {
      const link: Link = { href: essay.path };
      ends.set(link, essay);
      return { ...span(truncate(label(essay.title), Math.max(1, room)), "link"), link };
    });
    const indent = isNarrow ? GAP : names + GAP;
    const own = titles.map((title) => [span(" ".repeat(indent)), title]);
    if (isNarrow) return [[shownName], ...own];
    own[0]![0] = span(" ".repeat(indent - width(shownName.text)));
    own[0]!.unshift(shownName);
    return own;
  });
  const all: Span[][] = [[], [span("─".repeat(Math.min(RULE, columns)), "rule")], ...rows];
  return { lines: all.map((spans) => ({ spans, block })), ends };
}

function waysFrom(
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
    // What is next anyhow need not be told again.
    return on && !(next && isSame(on, next)) ? [{ name: `Next on ${label(tag)}`, essays: [on] }] : [];
  });
  return [
    { name: "Next", essays: next ? [next] : [] },
    ...tagged,
    { name: "Links here", essays: around?.citedBy ?? [] },
    { name: "Most alike", essays: around?.alike ?? [] },
  ];
}

function hasTag({ tags }: Essay, tag: string): boolean {
  return tags.some((one) => one.toLowerCase() === tag.toLowerCase());
}
