/**
 * Finds references to labels that nothing in the text has. The document knows the labels; their places are found in the text.
 */
import type { SourceText } from "../../document/source-text.ts";
import { findingAt, type OwnFinding } from "./finding.ts";

/** A reference of LaTeX, of bookdown, or of Quarto: what is before its labels, and the labels. */
const REFERENCE = /(\\[A-Za-z]{0,9}ref\*?\{|\\@ref\(|@)([^{}()\s@][^{}()\n@]{0,200})/g;

export function missingLabels(text: SourceText, missing: readonly string[]): OwnFinding[] {
  if (missing.length === 0) return [];
  const labels = new Set(missing);
  return Array.from(text.bareMatches(REFERENCE)).flatMap(({ found, place }) =>
    labelsIn(found)
      .filter((label) => labels.has(label))
      .map((label) => findingAt(place, "warning", "label-missing", `nothing has the label “${label}”`)),
  );
}

function labelsIn(written: string): string[] {
  const [opening = ""] = /^(?:\\[^{(]{0,12}[{(]|@)/.exec(written) ?? [];
  const all = written.slice(opening.length);
  return opening === "@" ? (all.match(/^[\w-]{1,100}(?<!-)/) ?? []) : all.split(",").map((one) => one.trim());
}
