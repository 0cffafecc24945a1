/**
 * The labelled figures, tables, listings, equations and sections of a text, and the text of references to
 * them (quarto.org, "Cross References"): `@fig-bells` is `Figure 1`.
 */
import { tableOf } from "../text/own.ts";

const KINDS = tableOf<string>({
  eq: "Equation",
  fig: "Figure",
  lst: "Listing",
  tbl: "Table",
});
const LABEL = /(?:\{[^{}\n]{0,100}#|^(?:#|%%|\/\/)\| ?label: {0,9})((eq|fig|lst|tbl)-[\w-]{1,100})/gm;
const SECTION = /^#{1,6}[ \t]{1,9}([^\n{}]{1,300}?)[ \t]{0,9}\{[^{}\n]{0,100}#(sec-[\w-]{1,100})/gm;
const REFERRING = /@(?:eq|fig|lst|sec|tbl)-\w/;

/** The text of a reference to each label; empty if there are no references. */
export function crossReferencesIn(source: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  if (!source.includes("@") || !REFERRING.test(source)) return said;
  const counts = new Map<string, number>();
  for (const [, label = "", kind = ""] of source.matchAll(LABEL)) {
    if (said.has(label)) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    said.set(label, `${KINDS[kind]} ${number}`);
  }
  for (const [, title = "", label = ""] of source.matchAll(SECTION))
    if (!said.has(label)) said.set(label, title.replace(/[*_`]/g, ""));
  return said;
}

/** A name above a heading, with other names between them (mystmd.org, "Cross-references"). */
const NAMED_HEADING =
  /^\(([\w:.@/ -]{1,200})\)=[ \t]{0,9}\n(?=(?:(?:\([\w:.@/ -]{1,200}\)=)?[ \t]{0,9}\n){0,4}#{1,6}[ \t]{1,9}([^\n]{1,300}))/gm;

/** The title of each heading that has a name above it, by name. */
export function namedHeadingsIn(source: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  if (!source.includes(")=")) return titles;
  for (const [, name = "", title = ""] of source.matchAll(NAMED_HEADING))
    titles.set(name, title.replace(/(?<!\s)\s{1,9}#{1,9}\s{0,9}$|[*_`]/g, "").trim());
  return titles;
}

/** A reference, in brackets or without. */
const REFERENCE = /\[-?@([\w-]{1,100})\]|(?<![\w@.])@([\w-]{1,100})/g;

/** A text in parts: strings, and the labels that it refers to. */
export function partsReferring(
  content: string,
  known: ReadonlyMap<string, string>,
): (string | { readonly label: string; readonly said: string })[] {
  if (!content.includes("@")) return [content];
  const parts: (string | { label: string; said: string })[] = [];
  let done = 0;
  for (const { 0: written, 1: bracketed, 2: bare, index } of content.matchAll(REFERENCE)) {
    // A hyphen at the end may belong to the sentence.
    const label = (bracketed ?? bare ?? "").replace(/-{1,9}$/, "");
    const said = known.get(label);
    if (said === undefined) continue;
    const end = index + (bracketed === undefined ? label.length + 1 : written.length);
    parts.push(content.slice(done, index), { label, said });
    done = end;
  }
  return [...parts, content.slice(done)].filter((part) => part !== "");
}
