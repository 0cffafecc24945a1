/**
 * Finds the essays that a typed name means: by an order number, a slug, or the beginning of a slug.
 *
 *     #108  108      by its number
 *     on-ships       by its slug, or by the last part of it
 *     on-sh          by the beginning of either
 */
import { trimmed } from "../text/trim.ts";
import { label } from "../text/visible.ts";
import type { Essay } from "./essay.ts";
import { frontMatterValue } from "./keys.ts";

/** A number with `#`, which can only be an order number; a plain number may also be a slug. */
export const ORDER = /^#(-?[\d.]+)$/;
export const BARE_ORDER = /^(\d+(?:\.\d+)?)$/;

/** The essays of an order number; the number is the first group of the pattern. */
export function essaysByOrder(essays: readonly Essay[], name: string, pattern: RegExp): readonly Essay[] {
  const number = pattern.exec(name)?.[1];
  if (number === undefined) return [];
  return shownFirst(essays.filter((essay) => essay.order === Number(number)));
}

/** The essays with this slug; if there are none, those whose slug ends with this part. */
export function essaysBySlug(essays: readonly Essay[], name: string): readonly Essay[] {
  const wanted = trimmed(name, "/").toLowerCase();
  if (wanted === "") return essays.filter((essay) => essay.slug === "").slice(0, 1);
  const exact = essays.find((essay) => essay.slug === wanted || essay.slug.toLowerCase() === wanted);
  // A slug as a list or completion shows it: without characters that a terminal or a shell would interpret.
  const asShown = exact ?? essays.find((essay) => label(essay.slug).toLowerCase() === wanted);
  if (asShown) return [asShown];
  const own = essays.filter((essay) => String(frontMatterValue(essay.data, "slug")).toLowerCase() === wanted);
  return own.length > 0 ? own : essays.filter((essay) => essay.slug.toLowerCase().endsWith(`/${wanted}`));
}

/** The essays whose slug, or whose last part of it, begins with `name`. */
export function essaysByBeginning(essays: readonly Essay[], name: string): readonly Essay[] {
  const wanted = trimmed(name, "/").toLowerCase();
  if (wanted === "") return [];
  const begins = ({ slug }: Essay): boolean => {
    const own = label(slug).toLowerCase();
    return own.startsWith(wanted) || own.slice(own.lastIndexOf("/") + 1).startsWith(wanted);
  };
  return shownFirst(essays.filter(begins));
}

/** The essays that are not drafts; if all are drafts, all of them. */
function shownFirst(essays: readonly Essay[]): readonly Essay[] {
  const shown = essays.filter((essay) => !essay.draft);
  return shown.length > 0 ? shown : essays;
}
