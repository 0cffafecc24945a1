/**
 * The labelled figures, tables, listings, equations, theorems and sections of a text, and the text of references to them.
 *
 *     ![Bells](a.png){#fig-a}   `@fig-a`          Quarto ("Cross References")        Figure 1
 *     (\#tab:a)                 `\@ref(tab:a)`    bookdown ("Cross-references")      1
 *     \caption{…}\label{t}      `\autoref{t}`     LaTeX                              Table 1
 *     :name: a                  `{numref}`        MyST ("Cross-references")          Figure 1
 */
import { bookdownsLabel, chunkLabel } from "./block/directives/theorem-chunks.ts";
import { numberIn } from "./labels.ts";
import { tableOf } from "../text/own.ts";
import { append } from "../text/append.ts";

const KINDS = tableOf<string>({
  alg: "Algorithm",
  "code-block": "Listing",
  cnj: "Conjecture",
  code: "Listing",
  conjecture: "Conjecture",
  cor: "Corollary",
  corollary: "Corollary",
  "csv-table": "Table",
  def: "Definition",
  definition: "Definition",
  eq: "Equation",
  example: "Example",
  exercise: "Exercise",
  exm: "Example",
  exr: "Exercise",
  fig: "Figure",
  figure: "Figure",
  lem: "Lemma",
  lemma: "Lemma",
  "list-table": "Table",
  lst: "Listing",
  prp: "Proposition",
  proposition: "Proposition",
  remark: "Remark",
  tab: "Table",
  table: "Table",
  tbl: "Table",
  theorem: "Theorem",
  thm: "Theorem",
});
/** Labels of Quarto; of bookdown, in a text, a chunk of code and a div; of MyST, among the options of a directive. */
const LABEL = new RegExp(
  [
    String.raw`(?:\{[^{}\n]{0,100}#|^(?:#|%%|\/\/)\| ?label: {0,9})(?<label>(?<kind>eq|fig|lst|tbl|tab|thm|lem|cor|prp|cnj|def|exm|exr|alg)-[\w-]{1,100})`,
    String.raw`\(\\#(?<own>(?<sort>[a-z]{2,3}):[\w-]{1,100})\)`,
    String.raw`^ {0,3}\x60{3,9}\{(?<program>r|python|julia)(?: (?<chunk>[\w-]{1,100})(?=[ ,]))?[^\n}]{0,300}\bfig\.cap`,
    String.raw`^ {0,3}(?::{3,9} ?\{\.?|\x60{3,9} ?\{(?=[a-z]{5,11}[ ,](?<words>[^{}\n]{0,500})\}))(?<div>theorem|lemma|corollary|proposition|conjecture|definition|example|exercise)[ ,]{1,3}#?(?<name>[\w-]{1,100})?`,
    String.raw`^[ \t>]{0,9}(?:\x60{3,9}|:{3,9}) ?\{(?<directive>figure|table|list-table|csv-table|code-block|code)\}[^\n]{0,300}\n(?:[ \t]{0,9}:(?!name:|label:)[\w-]{1,40}:[^\n]{0,300}\n){0,9}[ \t]{0,9}:(?:name|label):[ \t]{1,9}(?<option>[\w:.-]{1,100})`,
  ].join("|"),
  "gm",
);
const SECTION = /^#{1,6}[ \t]{1,9}([^\n{}]{1,300}?)[ \t]{0,9}\{[^{}\n]{0,100}#(sec-[\w-]{1,100})/gm;
/** What may be in a text with such references. */
const REFERRING =
  /@(?:eq|fig|lst|sec|tbl|tab|thm|lem|cor|prp|cnj|def|exm|exr|alg)-\w|\\@?[A-Za-z]{0,6}ref\*?[({]|\{numref\}/;

/** Something that has a number, and its label if it has one. */
interface Counted {
  /** Its offset in the source. */
  readonly at: number;
  readonly kind: string;
  readonly label: string | undefined;
}

/** What a reference to each label says; empty if there are no references. */
export function crossReferencesIn(source: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  if (!REFERRING.test(source)) return said;
  const counts = new Map<string, number>();
  // Every syntax counts in the same order, that of the text.
  const all = [...labelledIn(source), ...floatsIn(source)].sort((a, b) => a.at - b.at);
  for (const { kind, label } of all) {
    if (label !== undefined && said.has(label)) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    if (label !== undefined) said.set(label, `${kind} ${number}`);
  }
  for (const [, title = "", label = ""] of source.matchAll(SECTION))
    if (!said.has(label)) said.set(label, title.replace(/[*_`]/g, ""));
  return said;
}

/** What Quarto, bookdown and MyST number. */
function* labelledIn(source: string): Generator<Counted> {
  for (const { groups, index } of source.matchAll(LABEL)) {
    const { kind, label, sort, own, program, chunk, div, name, words, directive, option } = groups!;
    const part = div === undefined ? undefined : words === undefined ? name : chunkLabel(words);
    const found =
      label ??
      own ??
      option ??
      (chunk ? `fig:${chunk}` : part === undefined ? undefined : bookdownsLabel(div!, part));
    const named = KINDS[kind ?? sort ?? directive ?? (program ? "fig" : div!)];
    // The number of a formula is known when formulas are set.
    if (named !== undefined && !found?.startsWith("eq:")) yield { at: index, kind: named, label: found };
  }
}

const FLOAT =
  /\\(begin|end)\{(?:(figure|wrapfigure|sidewaysfigure)|table|longtable|wraptable|sidewaystable)\*?\}|\\caption(?=[[{])|\\label\{([^{}\n]{1,100})\}/g;

/** LaTeX's figures and tables that have a caption. */
function* floatsIn(source: string): Generator<Counted> {
  if (!source.includes("\\caption")) return;
  let open: { at: number; kind: string; label: string | undefined; hasCaption: boolean } | undefined;
  for (const { 0: written, 1: edge, 2: figure, 3: label, index: at } of source.matchAll(FLOAT)) {
    if (edge === "begin")
      open ??= { at, kind: figure === undefined ? "Table" : "Figure", label: undefined, hasCaption: false };
    else if (edge === "end") {
      if (open?.hasCaption) yield open;
      open = undefined;
    } else if (open && label !== undefined) open.label ??= label;
    else if (open && written.startsWith("\\caption")) open.hasCaption = true;
  }
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

/** A reference to what Quarto numbers, or a group of references in brackets with words of their own: `[Fig. @fig-a; -@fig-b]`. */
const REFERENCE =
  /\[(?<group>[^[\]\n@]{0,100}@[\w-]{1,100}(?:[^[\]\n@]{0,100}@[\w-]{1,100}){0,9}[^[\]\n@]{0,100})\]|(?<![\w@.])@(?<label>[\w-]{1,100})/g;
/** One reference of a group: the words around it, and a hyphen that leaves out the kind. */
const IN_GROUP = /^([^@]{0,100}?)(-?)@([\w-]{1,100})([^@]{0,100})$/;
/** Labels that no user has for a name. */
const QUARTOS = /^(?:eq|fig|lst|sec|tbl|thm)-\w/;

/** A reference to a label; `said` is undefined if nothing has it. */
export interface Referring {
  readonly label: string;
  readonly said: string | undefined;
}

/** A text in parts: strings, and the labels that it refers to. */
export function partsReferring(content: string, known: ReadonlyMap<string, string>): (string | Referring)[] {
  if (!content.includes("@")) return [content];
  const parts: (string | Referring)[] = [];
  let done = 0;
  for (const { 0: written, index, groups } of content.matchAll(REFERENCE)) {
    const { group, label } = groups!;
    const found = group === undefined ? alone(label!, known) : together(group, known);
    if (!found) continue;
    append(parts, [content.slice(done, index), ...found.parts]);
    done = index + (found.length ?? written.length);
  }
  return [...parts, content.slice(done)].filter((part) => part !== "");
}

interface Found {
  readonly parts: readonly (string | Referring)[];
  /** The length of its source, if that is not everything. */
  readonly length?: number;
}

function alone(written: string, known: ReadonlyMap<string, string>): Found | undefined {
  // A hyphen at the end may belong to the sentence.
  const label = written.replace(/-{1,9}$/, "");
  const said = known.get(label);
  if (said === undefined && !QUARTOS.test(label)) return undefined;
  return { parts: [{ label, said }], length: label.length + 1 };
}

/** The references of a group, without its brackets; undefined if one of them is something else, such as a cited work. */
function together(group: string, known: ReadonlyMap<string, string>): Found | undefined {
  const parts: (string | Referring)[] = [];
  for (const one of group.split(";")) {
    const [, before = "", hyphen, label = "", after = ""] = IN_GROUP.exec(one) ?? [];
    const said = known.get(label);
    if (said === undefined && !QUARTOS.test(label)) return undefined;
    const words = before.trimStart();
    const isBare = hyphen === "-" || words !== "";
    if (parts.length > 0) parts.push(", ");
    parts.push(words, { label, said: said !== undefined && isBare ? numberIn(said) : said }, after);
  }
  return { parts };
}
