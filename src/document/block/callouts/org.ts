/**
 * Org blocks, which Logseq uses for callouts: `#+BEGIN_NOTE` to `#+END_NOTE`.
 */
import type { Limits } from "../../limits.ts";
import type { CalloutSource } from "./source.ts";

const ORGS = /^ {0,3}#\+BEGIN_(CAUTION|CENTER|IMPORTANT|NOTE|PINNED|QUOTE|TIP|VERSE|WARNING)\b[^\n]*\n/i;

/** The block at the start of `src`. */
export function orgs(src: string, limits: Limits): CalloutSource | undefined {
  const [opening, kind = ""] = ORGS.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const closing = new RegExp(String.raw`^[ \t]{0,40}#\+END_${kind}[ \t]*(?:\n|$)`, "gim");
  const end = limits.endIn(src, opening.length, closing);
  if (!end) return undefined;
  const isPlain = /^(?:center|verse)$/i.test(kind);
  const content = src.slice(opening.length, end.start);
  return { raw: src.slice(0, end.end), kind: isPlain ? "" : kind, title: "", content };
}
