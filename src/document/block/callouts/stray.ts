/**
 * Lines that look like callouts, and have no content that ibid could show: a quiet sign takes their place.
 */
import type { Tokens } from "marked";
import { kindIn, OBJECT } from "./colons.ts";

const STRAY = /^ {0,3}(:{3,})(?!:)[ \t]{0,9}(?:([A-Za-z][\w-]{0,40})|\{([^{}\n]{1,200})\})?([^\n]*)(?:\n|$)/;

/** A question that Logseq answers ("Advanced queries"). */
const QUERY =
  /^ {0,3}#\+BEGIN_QUERY[^\n]{0,200}\n(?:(?![ \t]{0,40}#\+END_QUERY)[^\n]{0,500}\n){0,60}[ \t]{0,40}#\+END_QUERY[ \t]{0,40}(?:\n|$)/i;

/** A fence of colons without its counterpart: the quiet sign of its kind, and the rest of its line. */
export function strayAt(src: string): Tokens.Generic | undefined {
  const [object, path] = OBJECT.exec(src) ?? [];
  if (object !== undefined) return { type: "stray", raw: object, text: `‹${path}›`, rest: "" };
  const [query] = QUERY.exec(src) ?? [];
  if (query !== undefined)
    return {
      type: "stray",
      raw: query,
      text: "‹query›",
      rest: /:title "([^"\n]{1,200})"/.exec(query)?.[1] ?? "",
    };
  const [raw, colons, name, attributes, rest = ""] = STRAY.exec(src) ?? [];
  if (raw === undefined || (name === undefined && attributes === undefined && rest.trim() !== ""))
    return undefined;
  const kind = name ?? (attributes && (kindIn(attributes) || attributes.trim().slice(0, 40)));
  return { type: "stray", raw, text: kind === undefined ? colons! : `‹${kind}›`, rest: rest.trim() };
}
