/**
 * Where links and images lead.
 */
import type { Bracket } from "./bracket.ts";
import { citedAt } from "./cited.ts";
import { inlineDestination, labelAt, linkLabel } from "./destination.ts";
import type { Definitions } from "./tokens.ts";

/**
 * The destination of the link whose text ends at `at`: from the parentheses that follow, from a definition
 * (CommonMark 6.3), or, if a label follows, the heading with that text; and the offset after it.
 */
export function targetOf(
  text: string,
  { start, holdsBracket, opens }: Bracket,
  at: number,
  definitions: Definitions,
): { readonly href: string; readonly end: number } | undefined {
  const inline = inlineDestination(text, at + 1);
  if (inline) return inline;
  const named = citedAt(text, at + 1, definitions) ? undefined : labelAt(text, at + 1);
  if (!named?.label && holdsBracket) return undefined;
  const label = named?.label || text.slice(start, at);
  if (label.trim() === "" || label.length > 999) return undefined;
  // An element of an array is not a reference: `list[0][key]`; neither is a single word, which
  // may be an editor's: "[Moloch] always offers the same deal".
  const mayNameHeading =
    opens === "[" &&
    !/[\w\])]/.test(text[start - 2] ?? "") &&
    (named !== undefined || /\p{L}\s+\p{L}/u.test(label));
  const href =
    definitions.link(linkLabel(label)) ?? (mayNameHeading ? definitions.heading(label) : undefined);
  return href === undefined ? undefined : { href, end: named?.end ?? at + 1 };
}
