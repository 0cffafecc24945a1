/**
 * References by a label, as LaTeX and bookdown write them. The parser of inlines makes a formula of each, because only the whole tree
 * knows what a label names: a formula, a theorem, a figure, a table, a section, or nothing.
 *
 *     By \eqref{sum}, see \autoref{fig:bells}.   ─▶   By (1), see Figure 2.
 *     In \ref{sec:none} and \@ref(sec:none).     ─▶   In ‹sec:none› and ‹sec:none›.
 */
import { headingAnchor } from "./anchor.ts";
import type { Document, Inline } from "./document.ts";
import { text } from "./inlines.ts";
import { plainText } from "./spelling.ts";
import { once } from "../text/once.ts";
import { allBlocks, formulasIn } from "./walk.ts";
import { sentenceCase } from "../text/sentence-case.ts";

const REFERENCE = /^\\([A-Za-z]{3,9})\{([^{}]{1,200})\}$/;
const REFERRING = /\\(?:@ref\(|[A-Za-z]{0,6}ref\*?\{)/;
const LABEL = /\\label\s{0,3}\{([^{}]{1,100})\}/g;
/** Commands that also write the kind of what has the number. */
const NAMING: ReadonlySet<string> = new Set(["autoref", "cref", "Cref", "vref", "Vref", "zcref"]);

/** Whether a text may have such references. */
export function mayRefer(source: string): boolean {
  return REFERRING.test(source);
}

/** The number at the end of `Figure 2`; a title as it is. */
export function numberIn(said: string): string {
  return /(?<=\s)\d{1,6}$/.exec(said)?.[0] ?? said;
}

/** A link to what has a label. */
export function linkTo(label: string, said: string): Inline {
  return { type: "link", href: `#${label}`, children: [text(said)] };
}

/** The labels of a document. `said` is what a reference to each figure, table or section of its source says. */
export class Labels {
  /** The labels to which the text refers and that nothing has. */
  readonly missing = new Set<string>();
  readonly #said: ReadonlyMap<string, string>;
  readonly #formulas: () => ReadonlySet<string>;
  readonly #blocks: () => ReadonlyMap<string, Named>;

  constructor(document: Document, said: ReadonlyMap<string, string>) {
    this.#said = said;
    this.#formulas = once(() => new Set(formulaLabels(document)));
    this.#blocks = once(() => namedBlocks(document));
  }

  /** The text of the reference that a formula is; undefined for any other formula. */
  referred(tex: string): Inline[] | undefined {
    const [, command = "", labels = ""] = tex.startsWith("\\") ? (REFERENCE.exec(tex) ?? []) : [];
    if (!command.endsWith("ref")) return undefined;
    const all = command === "eqref" ? [labels] : labels.split(",").map((label) => label.trim());
    return all.flatMap((label, nth) => [...(nth === 0 ? [] : [text(", ")]), ...this.#one(command, label)]);
  }

  /** The quiet sign of a label that nothing has. */
  unknown(label: string): Inline {
    this.missing.add(label);
    return { type: "shortcode", text: `‹${label}›` };
  }

  #one(command: string, label: string): Inline[] {
    const isNaming = NAMING.has(command);
    const said = this.#said.get(label);
    if (said !== undefined) return [linkTo(label, isNaming ? said : numberIn(said))];
    if (this.#formulas().has(label)) return numbered(isNaming ? "Equation" : "", command, label);
    const block = this.#blocks().get(label);
    if (block?.isNumbered) return numbered(isNaming ? block.said : "", command, label);
    if (block) return [linkTo(label, block.said)];
    const sign = this.unknown(label);
    return command === "eqref" ? [text("("), sign, text(")")] : [sign];
  }
}

/** A number that is known when the formulas are set, behind its kind. */
function numbered(kind: string, command: string, label: string): Inline[] {
  const tex = `\\${command === "eqref" ? command : "ref"}{${label}}`;
  const number: Inline = { type: "inlineMath", tex, written: tex };
  return kind === "" ? [number] : [text(`${kind}\u00a0`), number];
}

function* formulaLabels(document: Document): Generator<string> {
  for (const { tex } of formulasIn(document))
    if (tex.includes("\\label")) for (const [, label] of tex.matchAll(LABEL)) yield label!;
}

/** A block that has a name. */
interface Named {
  /** The kind of a theorem, the title of a heading, or the name itself. */
  readonly said: string;
  readonly isNumbered: boolean;
}

function namedBlocks(document: Document): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  for (const block of allBlocks(document)) {
    const title = block.type === "heading" ? plainText(block.children).trim() : "";
    const name = block.id ?? headingAnchor(title);
    if (name === "" || named.has(name)) continue;
    const isNumbered = block.type === "callout" && block.number !== undefined;
    const kind = isNumbered ? sentenceCase(block.kind) : name;
    named.set(name, { said: title || kind, isNumbered });
  }
  return named;
}
