/**
 * TeX's commands for text in the content of theorems, which is otherwise Markdown:
 *
 *     \emph{so}  \textbf{so}  Theorem~1   →   *so*  **so**  Theorem 1, with a blank that does not break
 */
import { sourcesWithMath } from "./inline/math.ts";

/** Marks of Markdown by command. */
const MARKS: Readonly<Record<string, string>> = {
  emph: "*",
  textit: "*",
  textsl: "*",
  textbf: "**",
  textup: "",
  textrm: "",
  textnormal: "",
};
const TOKEN =
  /`[^`\n]{0,300}`|\\(emph|text(?:it|sl|bf|up|rm|normal))\{|\\qed(?:here|symbol)?(?![a-zA-Z])(?:\{\})?|\\[^]|[{}]|(?<=[^\s~])~(?=[^\s~])/g;

/** The text with Markdown's marks in place of TeX's commands, and without `\qed`; unchanged if its braces do not match. */
export function fromTexText(text: string): string {
  if (!/[\\~]/.test(text) || text.includes("```")) return text;
  const closers: string[] = [];
  let isMatched = true;
  const rewritten = (written: string, command: string | undefined): string => {
    if (command !== undefined) {
      closers.push(MARKS[command] ?? "");
      return closers.at(-1)!;
    }
    if (written === "{") closers.push("}");
    if (written !== "}") return written === "~" ? "\u00a0" : written.startsWith("\\qed") ? "" : written;
    const closer = closers.pop();
    isMatched &&= closer !== undefined;
    return closer ?? "}";
  };
  const outcome = sourcesWithMath(text).map(({ written, isMath }) =>
    isMath ? written : written.replace(TOKEN, rewritten),
  );
  return isMatched && closers.length === 0 ? outcome.join("") : text;
}
