/**
 * The callout that a theorem becomes.
 */
import type { TheoremToken } from "../block/theorems.ts";
import type { Block, Callout, Inline } from "../document.ts";
import { text } from "../inlines.ts";

/** The tombstone at the end of a proof. */
const QED = "∎";
/** A tombstone that the author wrote, in text or in a formula. */
const ENDED = /(?:[∎■□▪◻◼]|\\(?:blacksquare|square|Box|qed|qedsymbol|qedhere))\s*$/;

/** The callout of a theorem; a proof ends with a tombstone. `number` applies only to a theorem with a label. */
export function theoremOf(
  { kind, label }: Pick<TheoremToken, "kind" | "label">,
  title: readonly Inline[],
  children: readonly Block[],
  number: number,
): Callout {
  return {
    type: "callout",
    kind,
    title,
    children: kind === "proof" ? withTombstone(children) : children,
    ...(label !== undefined && { id: label, number }),
  };
}

function withTombstone(children: readonly Block[]): Block[] {
  const last = children.at(-1);
  if (last?.type !== "paragraph") return [...children, { type: "paragraph", children: [text(QED)] }];
  const end = last.children.at(-1);
  const written = end?.type === "text" ? end.text : end?.type === "inlineMath" ? end.tex : "";
  if (ENDED.test(written)) return [...children];
  return [...children.slice(0, -1), { ...last, children: [...last.children, text(` ${QED}`)] }];
}
