/**
 * Changes and remarks of editors within the text (CriticMarkup, "Syntax").
 *
 *     {++inserted++}   {--deleted--}   {~~before~>after~~}   {==marked==}   {>>a remark<<}
 */
import type { Reach } from "./reach.ts";

export interface Edit {
  readonly parts: readonly { readonly type: "ins" | "del" | "mark" | "inlineNote"; readonly inner: string }[];
  readonly end: number;
}

const KINDS = [
  ["{++", "++}", "ins"],
  ["{--", "--}", "del"],
  ["{==", "==}", "mark"],
  ["{>>", "<<}", "inlineNote"],
  ["{~~", "~~}", "del"],
] as const;

/** The edit that begins at `at`, if one does. */
export function editAt(text: string, at: number, reach: Reach): Edit | undefined {
  const kind = KINDS.find(([opens]) => text.startsWith(opens, at));
  if (!kind) return undefined;
  const [opens, closes, type] = kind;
  const found = reach.closing(closes, at + opens.length);
  if (found < 0) return undefined;
  const inner = text.slice(at + opens.length, found);
  const end = found + closes.length;
  if (opens !== "{~~") return inner.trim() === "" ? undefined : { parts: [{ type, inner }], end };
  // Without the sign in the middle, it is struck text in braces.
  const sign = inner.indexOf("~>");
  if (sign < 0) return undefined;
  const parts = [
    { type: "del" as const, inner: inner.slice(0, sign) },
    { type: "ins" as const, inner: inner.slice(sign + 2) },
  ];
  return { parts: parts.filter((part) => part.inner !== ""), end };
}
