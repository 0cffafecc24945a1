/**
 * Works that are cited by their keys in a bibliography (Pandoc's manual, "Citation syntax"): `[@doe99, p. 3; see @roe01]`.
 *
 * Only brackets cite, because `@doe` in a text may be a user name. So may `[@doe]`, so a key must have a
 * digit, a colon or an underscore, unless a page or another key follows it.
 */
import { once } from "../../text/once.ts";
import { matchAt } from "./destination.ts";

const KEY = String.raw`-?@(?:\{[^{}\s]{1,200}\}|[\p{L}\d_][\p{L}\d_:.#$%&+?<>~/-]{0,100})`;
const cited = once(
  () =>
    new RegExp(
      String.raw`\[(?:(?:but )?see (?:also )?|cf\. |e\.g\.,? |also )?${KEY}[^[\]\n@]{0,200}(?:;[^[\]\n@]{0,100}${KEY}[^[\]\n@]{0,200}){0,20}\](?![[({:])`,
      "uy",
    ),
);
/** What each of them begins with. V8 takes 5 ms to compile the whole pattern, and most brackets cite nothing. */
const BEGINNING = /\[[a-z., ]{0,14}-?@/y;
const citationKeys = once(() => new RegExp(KEY, "gu"));
const LETTERS_ALONE = /^\[@[\p{L}-]+\]$/u;
/** A reference to a number without its kind (quarto.org, "Cross References"). */
const NUMBER = /^\[-@(?:eq|fig|lst|sec|tbl|thm)-[\w-]+\]$/;
const SAYS_MORE = /[\d:_]|\bpp?\.|\bchap|^\[-@/;

/** The brackets that begin at `at`, with the keys without their signs, and the offset after them; undefined if they cite nothing. */
export function worksCitedAt(
  text: string,
  at: number,
): { readonly inner: string; readonly label: string; readonly end: number } | undefined {
  if (!matchAt(BEGINNING, text, at)) return undefined;
  const [raw] = matchAt(cited(), text, at) ?? [];
  if (raw === undefined || LETTERS_ALONE.test(raw) || !SAYS_MORE.test(raw) || NUMBER.test(raw))
    return undefined;
  const inner = raw.slice(1, -1);
  const shown = inner.replace(citationKeys(), (key) => key.replace(/^-?@\{?|\}$/g, ""));
  return { inner: shown, label: inner, end: at + raw.length };
}
