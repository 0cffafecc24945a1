/**
 * Pandoc's title block (its manual, "Extension: pandoc_title_block"): up to three lines that begin with a
 * percent sign, then a blank line. Each may continue in indented lines.
 *
 *     % On margins
 *     % Ann Author; Bo Writer
 *     % 2024-05-06
 *
 *     The essay.
 */
import type { Header } from "./header.ts";

const FIELDS = ["title", "author", "date"] as const;
/** The most lines that a title block may have. */
const MOST_LINES = 100;

/** The title block of a text (line feeds only); undefined if it has none. */
export function titleBlockOf(text: string): Header | undefined {
  if (!/^%(?:[ \t]|\n)/.test(text)) return undefined;
  const lines = text.split("\n", MOST_LINES);
  const end = lines.findIndex((line) => line.trim() === "");
  const block = end < 0 ? lines : lines.slice(0, end);
  const said: string[][] = [];
  for (const line of block) {
    if (/^%(?:[ \t]|$)/.test(line)) said.push([line.slice(1).trim()]);
    else if (/^[ \t]/.test(line)) said.at(-1)!.push(line.trim());
    else return undefined;
  }
  if (said.length > FIELDS.length || said.every((parts) => parts.join("") === "")) return undefined;
  const [title = [], authors = [], date = []] = said;
  const data = {
    ...withText("title", title.join(" ").replace(/[*`]/g, "")),
    ...withText("author", namesIn(authors.join(";"))),
    ...withText("date", date.join(" ")),
  };
  const length = block.reduce((sum, line) => sum + line.length + 1, 0);
  return { data, body: text.slice(length), bodyLine: block.length + 1 };
}

function withText(field: (typeof FIELDS)[number], said: string): Record<string, string> {
  return said.trim() === "" ? {} : { [field]: said.trim() };
}

/** Names that are separated by semicolons, now separated by commas. */
function namesIn(authors: string): string {
  return authors
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .join(", ");
}
