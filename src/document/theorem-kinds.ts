/**
 * Theorems, definitions, proofs and their kin: in the tree, each is a callout of its kind, with a heading of its own.
 */
import type { Callout, Inline } from "./document.ts";
import { text } from "./inlines.ts";
import { sentenceCase } from "../text/sentence-case.ts";

/** Kinds by the names of environments, and by the prefixes of Quarto's anchors. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ...(
    "theorem lemma corollary proposition definition example exercise remark proof claim conjecture fact observation " +
    "assumption axiom hypothesis problem solution question notation algorithm"
  )
    .split(" ")
    .map((kind) => [kind, kind] as const),
  ...(
    "thm=theorem lem=lemma lemm=lemma cor=corollary coro=corollary prop=proposition prp=proposition defn=definition " +
    "def=definition dfn=definition ex=example exm=example eg=example exr=exercise rem=remark rmk=remark pf=proof " +
    "conj=conjecture cnj=conjecture obs=observation"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
]);

/** Kinds that are also used for ordinary callouts, and keep the heading of those. */
const COMMON: ReadonlySet<string> = new Set(["example", "exercise", "problem", "solution", "question"]);
const NAMES: ReadonlySet<string> = new Set([...KINDS.values()].filter((kind) => !COMMON.has(kind)));

/** The kind for a name in a source, such as `thm`; undefined if it is not a theorem. */
export function theoremKind(name: string): string | undefined {
  return KINDS.get(name.toLowerCase());
}

/** Whether a callout of this kind has the heading of a theorem. */
export function isTheorem(kind: string): boolean {
  return NAMES.has(kind);
}

/** The heading of a theorem, `Theorem 1 (Pythagoras).`; a proof with a title is headed by the title alone. */
export function theoremHead({ kind, title, number }: Callout): Inline[] {
  const name = sentenceCase(kind) + (number === undefined ? "" : ` ${number}`);
  if (title.length === 0) return [text(`${name}.`)];
  if (kind === "proof") return [...title, text(".")];
  return [text(`${name} (`), ...title, text(").")];
}
