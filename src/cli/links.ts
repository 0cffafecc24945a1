/**
 * `ibid links`: where an essay leads, what leads to it, and what leads nowhere.
 */
import type { Essay } from "../essay/essay.ts";
import { findEssay } from "../library/find.ts";
import { type EssayLink, essayLinks } from "../library/links.ts";
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { flags } from "./flags.ts";
import { columnsOf, formatOf, painterOf, toJson, toJsonLines } from "./output.ts";
import { alignRows, type Column, toTsv } from "../formats/rows.ts";
import { openIndexFor, reportSkipped } from "./session.ts";

const LAYOUT: readonly Column[] = [{ role: "quiet" }, { role: "strong" }, {}, { role: "quiet" }];

/** Exit code 0 when there is a link, 1 when there is none. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const opened = await openIndexFor(args, io);
  const links = await opened.ask(essayLinks);
  const chosen = await opened.ask((index) => {
    if (args.flags.has("all")) return undefined;
    const [name] = args.operands;
    if (name === undefined) throw new UsageError("ibid links needs an operand: ESSAY, or --all");
    return findEssay({ root: "", essays: index.essays(), skipped: [] }, name, io.cwd);
  });
  const rows = chosen ? [...leadingOut(links, chosen), ...leadingIn(links, chosen)] : all(links);
  await print(rows, args, io);
  reportSkipped(opened, io);
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

async function print(rows: readonly Row[], args: Arguments, io: Io): Promise<void> {
  const format = formatOf(args, flags.linksFormat, io);
  if (format === "json") return io.out(toJson({ version: 1, links: rows.map(linkJson) }));
  if (format === "jsonl") return io.out(toJsonLines(rows.map(linkJson)));
  if (format === "dot") return io.out(graph(rows));
  const wide = args.flags.has("all");
  if (format === "tsv") return io.out(toTsv(rows.map((row) => cells(row, true))));
  const paint = await painterOf(format, args, io);
  const layout: readonly Column[] = wide ? [LAYOUT[0]!, {}, ...LAYOUT.slice(1)] : LAYOUT;
  const lines = alignRows(
    layout,
    rows.map((row) => cells(row, wide)),
    columnsOf(args, io),
  );
  io.out(lines.map((line) => `${paint(line)}\n`).join(""));
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
