/**
 * The smallest parts of a query: the names of parts of the text, and the spellings of a word or a phrase.
 */
import { FIELD_NAMES } from "../essay/field-table.ts";
import { type Field, FIELDS, type Phrase, type QueryPlace, type Way } from "./query.ts";
import { once } from "../text/once.ts";
import { tableOf } from "../text/own.ts";

/** Other names of fields of the text. */
const ALIASES = tableOf<Field>({
  description: "about",
  summary: "about",
  footnote: "note",
  url: "link",
});

/** The part of the text that a name stands for, in the singular or the plural; undefined if it is a key. */
export function fieldOf(name: string): Field | undefined {
  const lower = name.toLowerCase();
  const singular = lower.replace(/s$/, "");
  return ALIASES[singular] ?? FIELDS.find((field) => field === singular || field === lower);
}

/** The names that can be before a colon, each once; any key of the front matter can, too. */
export const QUERY_FIELDS: readonly string[] = [
  ...FIELDS.map((field) => (field === "about" ? "description" : field)),
  ...FIELD_NAMES.filter((name) => fieldOf(name) === undefined),
];

/** A sign that addresses have and words do not, between letters. */
const likeAnAddress = once(() => /[\p{L}\p{N}](?:[.:/]|:\/\/)[\p{L}\p{N}]/u);

/** Undefined without a letter or a digit: such signs occur between the words of titles and mean nothing. */
export function phraseOf(
  [first, ...others]: readonly Way[],
  typed: string,
  { field, ...rest }: Pick<Phrase, "prefix" | "bare"> & QueryPlace & { readonly field: Field | undefined },
): Phrase | undefined {
  if (!first || first.length === 0) return undefined;
  const isAddress = field === "link" || (field === undefined && likeAnAddress().test(typed));
  return {
    type: "phrase",
    ways: [first, ...others],
    ...rest,
    ...(field && { field }),
    ...(isAddress && { address: typed.toLowerCase() }),
  };
}
