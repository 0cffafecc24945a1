/**
 * A document in the typography of its language: the marks of quotation, dashes and ellipses of its text. Code, mathematics, addresses
 * and alternative texts stay as they are.
 */
import { OBJECT, typographic } from "../text/typographic.ts";
import type { Document, Inline } from "./document.ts";
import { plainText } from "./spelling.ts";
import { allBlocks, inlineRuns, mapInlines } from "./walk.ts";

type Text = Extract<Inline, { type: "text" }>;

/** The document with its text set; the language is a BCP 47 tag. */
export function inTypography(document: Document, language: string): Document {
  const set = new Map<Inline, Inline>();
  for (const block of allBlocks(document))
    for (const run of inlineRuns(block)) for (const [from, to] of setTexts(run, language)) set.set(from, to);
  return set.size === 0 ? document : mapInlines(document, (inline) => set.get(inline) ?? inline);
}

/** The texts of a run that change, each with its replacement. Marks of notes are ignored. */
function setTexts(run: readonly Inline[], language: string): [Text, Text][] {
  const leaves = leavesOf(run).filter(({ type }) => type !== "citation");
  const texts = leaves.map((leaf) =>
    leaf.type === "text" ? leaf.text : leaf.type === "hardBreak" ? "\n" : OBJECT,
  );
  if (!texts.some((text) => /["']|--|\.{3}| [;!?:]/.test(text))) return [];
  const set = typographic(texts, language);
  return leaves.flatMap((leaf, nth): [Text, Text][] =>
    leaf.type === "text" && set[nth] !== leaf.text ? [[leaf, { ...leaf, text: set[nth]! }]] : [],
  );
}

/** The leaves of a run in order. A link whose text is its address counts as one leaf. */
function leavesOf(run: readonly Inline[]): Inline[] {
  return run.flatMap((inline): Inline[] =>
    !("children" in inline) || isAddress(inline) ? [inline] : leavesOf(inline.children),
  );
}

function isAddress(inline: Inline): boolean {
  if (inline.type !== "link") return false;
  const shown = plainText(inline.children).trim();
  return shown === inline.href || /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+$/i.test(shown);
}
