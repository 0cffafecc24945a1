/**
 * The options of the command line that choose the essays of the shelf, in words.
 */
import type { Choice } from "../essay/choose.ts";
import { counted } from "../text/counted.ts";
import { label } from "../text/visible.ts";

/** What every listed essay is (`tagged tea`, `dated 2025 or later`), and what its front matter has (`author=Ann`). */
export interface ChoiceWords {
  readonly is: readonly string[];
  readonly has: readonly string[];
}

export function choiceWords({ tags = [], withoutTags = [], where = [], since, until }: Choice): ChoiceWords {
  return {
    is: [
      ...tags.map((anyOf) => `tagged ${anyOf.map(label).join(" or ")}`),
      ...withoutTags.map((tag) => `not tagged ${label(tag)}`),
      ...(since === undefined ? [] : [`dated ${label(since)} or later`]),
      ...(until === undefined ? [] : [`dated ${label(until)} or earlier`]),
    ],
    has: where.map(({ key, operator, value }) => label(`${key}${operator}${value}`)),
  };
}

const NOTHING = "The options choose no essay.";

/** The sentence of a shelf from which the options leave nothing: `No essay here is tagged tea and has author=Ann.` */
function noneChosen({ is, has }: ChoiceWords): string {
  const parts = [
    ...(is.length === 0 ? [] : [`is ${is.join(" and ")}`]),
    ...(has.length === 0 ? [] : [`has ${has.join(" and ")}`]),
  ];
  return parts.length === 0 ? NOTHING : `No essay here ${parts.join(" and ")}.`;
}

/** What of a library says why its shelf is empty, as `Shelved` has it. */
interface Library {
  readonly root: string;
  readonly all: readonly unknown[];
  readonly chosen: ChoiceWords;
  readonly from: number | undefined;
}

/** Why a shelf is empty: the options leave out its essays, or these are drafts; nothing if it has none. */
export function leftOut({ root, all, chosen, from = 0 }: Library): string[] {
  if (from > 0) {
    const essays = from === 1 ? "the only essay" : `all ${from} essays`;
    return [noneChosen(chosen), `The options of the command line leave out ${essays} of ${label(root)}.`];
  }
  if (all.length === 0) return [];
  const drafts = counted(all.length, "draft");
  const them = all.length === 1 ? "it" : "them";
  return [`No essays in ${label(root)}, but ${drafts}.`, `ibid --drafts ${label(root)} shows ${them}.`];
}
