/**
 * `ibid links`: lists the links of an essay: out, in and broken.
 */
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import type { Essay } from "../essay/essay.ts";
import { texMacros } from "../essay/tex-macros.ts";
import { titleLabel } from "../essay/title-label.ts";
import { alignRows, type Column, type Yield } from "../formats/rows.ts";
import { findEssay } from "../library/find.ts";
import type { EssayLink } from "../library/links.ts";
import { setTitle } from "../library/title-formulas.ts";
import { label } from "../text/visible.ts";
import { print } from "./print.ts";
import { filledIn, keysOf } from "./template.ts";

const LAYOUT: readonly Column[] = [{ role: "quiet" }, { role: "strong" }, {}, { role: "quiet" }];
/** Columns that shrink if room is short: titles last. */
const YIELDS: readonly Yield[] = [
  { column: 3, to: 24 },
  { column: 1, to: 24 },
  { column: 3, to: 0 },
  { column: 2, to: 24 },
  { column: 1, to: 0 },
];
const WIDE_YIELDS: readonly Yield[] = [
  { column: 1, to: 16 },
  ...YIELDS.map(({ column, to }) => ({ column: column + 1, to })),
];
const WIDE: readonly Column[] = [LAYOUT[0]!, {}, ...LAYOUT.slice(1)];

/** Returns exit code 0 if there is a link, otherwise 1. */
export async function run(session: Session): Promise<number> {
  const { operands, all: isAll, cwd, choice } = session.options;
  const [name] = operands;
  if (!isAll && name === undefined)
    throw new UsageError("links needs an argument: ibid links ESSAY, or ibid links --all");
  if (isAll && name !== undefined) throw new UsageError("name an essay or use --all, not both");
  const library = await session.library({ toSearch: true });
  const links = await library.links();
  const chosen = isAll || name === undefined ? undefined : await findEssay(library, name, cwd);
  const found = chosen ? [...leadingOut(links, chosen), ...leadingIn(links, chosen)] : all(links);
  const rows = found.slice(0, choice.limit);
  for (const key of keysOf(session.options.template ?? ""))
    if (!KEYS.includes(key))
      throw new UsageError(`--template {{${key}}}: the fields of a link are ${KEYS.join(", ")}`);
  const { formats, template } = session.options;
  if (formats.links === "dot" && template === undefined) session.out(graph(rows));
  else await printLinks(rows, isAll, session);
  if (rows.length === 0) session.say(`${chosen?.slug ?? library.root}: no links to or from other essays`);
  session.reportSkipped(library);
  return rows.length > 0 ? 0 : 1;
}

function printLinks(rows: readonly Row[], isAll: boolean, session: Session): Promise<void> {
  return print<Row>(session, {
    items: rows,
    json: () => ({ version: 1, links: rows.map(linkJson) }),
    jsonLine: linkJson,
    filled: (template) => (row) => filledIn(template, (key) => fieldsOf(row)[key]),
    columns: KEYS,
    cells: (row) => [KEYS.map((key) => fieldsOf(row)[key] ?? "")],
    rows: (columns) => [
      alignRows(
        isAll ? WIDE : LAYOUT,
        rows.map((row) => cells(row, isAll)),
        columns,
        isAll ? WIDE_YIELDS : YIELDS,
      ),
    ],
  });
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

/** Direction, the essay of the link (if `wide`), slug and title of the other end, and the text or the fault. */
function cells({ direction, from, to, href, text, heading, broken }: Row, wide: boolean): string[] {
  const other = direction === "in" ? from : to;
  const broke = broken && `${heading ? `#${heading}: ` : ""}${broken}`;
  const said = setTitle(text, texMacros(from.data)) ?? text;
  const words = broke ?? (direction === "in" ? said : (heading && `#${heading}`) || said);
  return [
    direction,
    ...(wide ? [from.slug] : []),
    other?.slug ?? href,
    other ? titleLabel(other) : "",
    words,
  ];
}

/** The columns of tables, and the keys of templates. */
const KEYS: readonly string[] = ["direction", "from", "to", "title", "text", "href", "heading", "broken"];

function fieldsOf({
  direction,
  from,
  to,
  href,
  text,
  heading,
  broken,
}: Row): Readonly<Record<string, string>> {
  const title = (direction === "in" ? from : to)?.title ?? "";
  return {
    direction,
    from: from.slug,
    to: to?.slug ?? "",
    title,
    text,
    href,
    heading: heading ?? "",
    broken: broken ?? "",
  };
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
    ends.set(from.slug, titleLabel(from));
    ends.set(to?.slug ?? href, to ? titleLabel(to) : href);
    edges.add(`  ${quoted(from.slug)} -> ${quoted(to?.slug ?? href)}${to ? "" : " [style=dashed]"};`);
  }
  const nodes = Array.from(ends, ([slug, title]) => `  ${quoted(slug)} [label=${quoted(title)}];`);
  return ["digraph essays {", "  rankdir=LR;", "  node [shape=box];", ...nodes, ...edges, "}", ""].join("\n");
}

function quoted(text: string): string {
  return `"${label(text).replace(/[\\"]/g, "\\$&")}"`;
}
