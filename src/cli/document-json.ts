/**
 * An essay's text as JSON. What is written here is a promise, as in json.ts.
 */
import type { Block, Document, Inline, Note } from "../document/document.ts";
import { plainText } from "../document/document.ts";
import { toInlines } from "../document/flow.ts";
import type { Essay } from "../essay/essay.ts";
import { essayJson } from "./json.ts";

/** An essay with its text: blocks with the notes they cite, notes, headings and links. */
export function documentJson(essay: Essay, document: Document): object {
  const links: object[] = [];
  collectLinks(document.blocks, links);
  for (const note of document.notes) collectLinks(note.blocks, links);
  return {
    ...essayJson(essay),
    headings: document.blocks.flatMap((block) =>
      block.type === "heading" ? [{ depth: block.depth, text: plainText(block.children) }] : [],
    ),
    blocks: document.blocks.map(blockJson),
    notes: document.notes.map(noteJson),
    links,
  };
}

function blockJson(block: Block): object {
  const inlines = toInlines([block]);
  const text = block.type === "codeBlock" ? block.text : linesOf(inlines);
  return { type: block.type, text, notes: citedIn(inlines) };
}

function noteJson(note: Note): object {
  const inlines = toInlines(note.blocks);
  return { number: note.number, label: note.label, text: linesOf(inlines), notes: citedIn(inlines) };
}

/** The text of inlines, a hard break as a line feed. */
function linesOf(inlines: readonly Inline[]): string {
  const text = inlines.map((inline) => (inline.type === "hardBreak" ? "\n" : plainText([inline]))).join("");
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ *\n */g, "\n")
    .trim();
}

function citedIn(inlines: readonly Inline[]): number[] {
  const cited = inlines.flatMap((inline): number[] => {
    if (inline.type === "citation") return [inline.number];
    return "children" in inline ? citedIn(inline.children) : [];
  });
  return [...new Set(cited)];
}

function collectLinks(blocks: readonly Block[], links: object[]): void {
  const visit = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.type === "link") links.push({ href: inline.href, text: plainText(inline.children) });
      if ("children" in inline) visit(inline.children);
    }
  };
  visit(toInlines(blocks));
}
