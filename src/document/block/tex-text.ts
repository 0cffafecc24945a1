/**
 * What TeX means by single characters in the content of theorems, which is otherwise Markdown: `Theorem~1` has a blank that does not
 * break, and `\qed` is the tombstone that ibid sets itself. Commands with arguments are inlines: see `inline/tex.ts`.
 */
import { sourcesWithMath } from "../inline/math-parts.ts";

const TOKEN = /`[^`\n]{0,300}`|\\qed(?:here|symbol)?(?![a-zA-Z])(?:\{\})?|\\[^]|(?<=[^\s~])~(?=[^\s~])/g;

/** The text with blanks in place of tildes, and without `\qed`. */
export function fromTexText(text: string): string {
  if (!/[\\~]/.test(text) || text.includes("```")) return text;
  const rewritten = (written: string): string =>
    written === "~" ? "\u00a0" : written.startsWith("\\qed") ? "" : written;
  return sourcesWithMath(text)
    .map(({ written, isMath }) => (isMath ? written : written.replace(TOKEN, rewritten)))
    .join("");
}
