/**
 * Text within HTML.
 */
import { visibleLines } from "../../text/visible.ts";
import { tableOf } from "../../text/own.ts";

const ENTITIES = tableOf<string>({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
});

/** Text escaped for HTML, with visible control characters. */
export function escapedHtml(text: string): string {
  return visibleLines(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
