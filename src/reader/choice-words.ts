/**
 * The options of the command line that choose the essays of the shelf, in words.
 */
import type { Choice } from "../essay/choose.ts";
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
export function noneChosen({ is, has }: ChoiceWords): string {
  const parts = [
    ...(is.length === 0 ? [] : [`is ${is.join(" and ")}`]),
    ...(has.length === 0 ? [] : [`has ${has.join(" and ")}`]),
  ];
  return parts.length === 0 ? NOTHING : `No essay here ${parts.join(" and ")}.`;
}
