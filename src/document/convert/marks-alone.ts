/**
 * Paragraphs that are instructions to the generator: a table of contents, the end of a printed page, the code
 * that is shown here.
 */
import type { Inline } from "../document.ts";
import { plainText } from "../spelling.ts";

/** The mark of a table of contents in Python-Markdown, GitLab, VuePress and others. */
const CONTENTS = /^(?:\[\[?_?toc_?\]\]?|@\[toc\]|\$\{toc\})$/i;
/** Page breaks of LaTeX, which Pandoc passes on. */
const PAGE_BREAK = /^\\(?:newpage|pagebreak|clearpage)(?:\{\})?$/;
/** Code that is inserted, as in "Crafting Interpreters": `^code name (2 before, 1 after)`. */
const CODE_HERE = /^\^(code\s[^\n]{1,200})$/;
/** A file that is inserted, as MkDocs, VitePress and Markdown-Include write it. */
const FILE_HERE =
  /^(?:-{1,9}8<-{1,9}\s{1,9}["“]?|<<<\s{1,9}@?\/?|\{! ?)([^"”!]{1,200}?)(?:["”]| ?!\}|\s-{1,9}8<-{1,9})?$/;

/** Which of its lines, and how they look (VitePress). */
const LINES = /\s?\{[^{}\n]{0,200}\}$/;

/** Whether a paragraph asks for a table of contents. */
export function isContentsMark(inlines: readonly Inline[]): boolean {
  const [first] = inlines;
  const mayBe = first?.type === "wikiLink" || (first?.type === "text" && /^[@$[]/.test(first.text));
  if (!mayBe) return false;
  const content = inlines.map((one) => (one.type === "wikiLink" ? one.raw : plainText([one]))).join("");
  return content.length < 20 && CONTENTS.test(content.trim());
}

/** The quiet sign of such a paragraph; undefined for others. */
export function markAlone(inlines: readonly Inline[]): Inline | undefined {
  const only = inlines[0];
  if (only?.type !== "text" || inlines.length > 1 || !/^[\\^<{-]/.test(only.text)) return undefined;
  if (PAGE_BREAK.test(only.text)) return { type: "shortcode", text: "‹page break›" };
  const file = FILE_HERE.exec(only.text)?.[1];
  const code = CODE_HERE.exec(only.text)?.[1] ?? file?.replace(LINES, "");
  return code === undefined ? undefined : { type: "shortcode", text: `‹${code}›` };
}
