/**
 * `ibid links`: where an essay leads, what leads to it, and what leads nowhere.
 */
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import type { Essay } from "../essay/essay.ts";
import { alignRows, type Column } from "../formats/rows.ts";
import { findEssay } from "../library/find.ts";
import type { EssayLink } from "../library/links.ts";
import { label } from "../text/visible.ts";
import { print } from "./print.ts";

const LAYOUT: readonly Column[] = [{ role: "quiet" }, { role: "strong" }, {}, { role: "quiet" }];
const WIDE: readonly Column[] = [LAYOUT[0]!, {}, ...LAYOUT.slice(1)];

/** Exit code 0 when there is a link, 1 when there is none. */
export async function run(session: Session): Promise<number> {
  const { operands, all: isAll, cwd } = session.options;
  const [name] = operands;
  const library = await session.library({ toSearch: true });
  const links = await library.asked(() => library.links());
  if (!isAll && name === undefined)
    throw new UsageError("links needs an argument: ibid links ESSAY, or ibid links --all");
  const chosen = isAll || name === undefined ? undefined : await findEssay(library, name, cwd);
  const rows = chosen ? [...leadingOut(links, chosen), ...leadingIn(links, chosen)] : all(links);
  await print<Row>(session, {
    items: rows,
    json: () => ({ version: 1, links: rows.map(linkJson) }),
    jsonLine: linkJson,
    cells: (row) => [cells(row, true)],
    rows: (columns) => [
      alignRows(
        isAll ? WIDE : LAYOUT,
        rows.map((row) => cells(row, isAll)),
        columns,
      ),
    ],
    others: { dot: () => graph(rows) },
  });
  session.reportSkipped(library);
  return rows.length > 0 ? 0 : 1;
}

interface Row extends EssayLink {
  readonly direction: "out" | "in" | "broken";
}

function leadingOut(links: readonly EssayLink[], essay: Essay): Row[] {
  return all(links.filter(({ from }) => from.path === essay.path));
}

function leadingIn(links: readonly EssayLink[], essay: Essay): Row[] {
  return links
    .filter(({ from, to }) => to?.path === essay.path && from.path !== essay.path)
    .map((link) => ({ ...link, direction: "in" }));
}

function all(links: readonly EssayLink[]): Row[] {
  return links.map((link) => ({ ...link, direction: link.broken ? "broken" : "out" }));
}

/** Direction, the essay that the link stands in (if `wide`), the other end's slug and title, and what is wrong. */
function cells({ direction, from, to, href, text, heading, broken }: Row, wide: boolean): string[] {
  const other = direction === "in" ? from : to;
  const words = broken ?? (direction === "in" ? text : (heading && `#${heading}`) || text);
  return [direction, ...(wide ? [from.slug] : []), other?.slug ?? href, other?.title ?? "", words];
}

function linkJson({ from, to, href, text, heading, broken }: Row): object {
  return {
    from: from.slug,
    to: to?.slug ?? null,
    href,
    heading: heading ?? null,
    text,
    broken: broken ?? null,
  };
}

/** A graph for Graphviz (graphviz.org/doc/info/lang.html). */
function graph(rows: readonly Row[]): string {
  const ends = new Map<string, string>();
  const edges = new Set<string>();
  for (const { from, to, href } of rows) {
    ends.set(from.slug, from.title);
    ends.set(to?.slug ?? href, to?.title ?? href);
    edges.add(`  ${quoted(from.slug)} -> ${quoted(to?.slug ?? href)}${to ? "" : " [style=dashed]"};`);
  }
  const nodes = Array.from(ends, ([slug, title]) => `  ${quoted(slug)} [label=${quoted(title)}];`);
  return ["digraph essays {", "  rankdir=LR;", "  node [shape=box];", ...nodes, ...edges, "}", ""].join("\n");
}

function quoted(text: string): string {
  return `"${label(text).replace(/[\\"]/g, "\\$&")}"`;
}
