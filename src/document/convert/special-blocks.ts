/**
 * Blocks that need more than their tokens: code with its language and its title, and mathematics in a fence.
 */
import type { Token, Tokens } from "marked";
import { visible, visibleCode } from "../../text/visible.ts";
import { infoOf, namedByFirstLine } from "./code-fence.ts";
import type { Block } from "../document.ts";
import { decode } from "../../text/entities.ts";
import { text } from "../inlines.ts";
import { withoutEscapes, withoutProtection } from "../tags/tag.ts";

/** Code that is a file which mdBook inserts. */
const INSERTED = /^\s{0,9}\{\{#(?:rustdoc_)?include\s{1,9}([^\s{}:]{1,200})[^{}\n]{0,100}\}\}\s{0,9}$/;

const MATH = /^math\b/;

/** Whether it is a display in a fence. */
export function isMathFence(token: Token): boolean {
  return token.type === "code" && MATH.test((token as Tokens.Code).lang ?? "");
}

/** Code; with a title, a figure. */
export function codeBlock({ lang = "", text: written }: Tokens.Code): Block {
  // GitHub's way to write a display ("Writing mathematical expressions").
  if (MATH.test(lang)) return { type: "math", tex: visibleCode(written).trim() };
  const info = infoOf(lang);
  const { options, code: own } = lang.startsWith("{") ? cellOf(written) : { options: "", code: written };
  const child = own.trim() === "" ? CHILD.exec(`${lang}\n${options}`)?.[1] : undefined;
  if (child !== undefined) return signOf(child);
  const language = info.language.replace(/,$/, "");
  const title = info.title || captionIn(options);
  const first = language === "" ? namedByFirstLine(own) : undefined;
  const code: Extract<Block, { type: "codeBlock" }> = {
    type: "codeBlock",
    language: visible(decode(first?.language ?? language)),
    text: visibleCode(withoutProtection(withoutEscapes(first?.code ?? own))),
  };
  const file = INSERTED.exec(code.text)?.[1];
  if (file !== undefined) return signOf(file);
  if (title === "") return code;
  return { type: "figure", children: [code], caption: [text(visible(decode(title)))] };
}

function signOf(file: string): Block {
  return { type: "paragraph", children: [{ type: "shortcode", text: visible(`‹${file}›`) }] };
}

/** A document in the place of a chunk (R Markdown, "Child documents"). */
const CHILD = /\bchild ?[=:] ?["']?([^"'\s,{}]{1,200})/;
/** The lines of options at the beginning of a cell (quarto.org, "Execution Options"). */
const OPTIONS = /^(?:[ \t]{0,9}(?:#|%%|\/\/|--)\|[^\n]{0,1000}(?:\n|$)){1,99}/;
const CAPTION =
  /\| ?(?:fig|lst|tbl)-cap: {0,9}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})'|([^\n|>"'][^\n]{0,500}))/;

/** A cell of a notebook: its options, and its code below them. */
function cellOf(written: string): { readonly options: string; readonly code: string } {
  const [options = ""] = OPTIONS.exec(written) ?? [];
  return { options, code: written.slice(options.length) };
}

/** Whether the caption of code is that of a chunk or a cell, which is Markdown; other titles are names of files. */
export function hasChunkCaption({ lang = "", text: written }: Tokens.Code): boolean {
  return (
    lang.startsWith("{") &&
    (/\b(?:fig|lst|tab|tbl)[.-]cap\b/.test(lang) || CAPTION.test(cellOf(written).options))
  );
}

function captionIn(options: string): string {
  const [, double, single, bare] = CAPTION.exec(options) ?? [];
  return (double ?? single ?? bare ?? "").trim();
}
