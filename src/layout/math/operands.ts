/**
 * Which expressions on one row need brackets where they become part of another: in (a + b)/c the sum, in a/(bc) the product.
 */
import { type Box, isTall, textOf } from "./box.ts";
import { isBracketed } from "./delimiters.ts";
import type { Item } from "./setting.ts";

const NUMBER = /^\d[\d.,]*$/;
/** A differential, or a partial one, of one letter: what a derivative is by. */
const DIFFERENTIAL = /^[d∂δΔ𝑑]\p{L}[\u0300-\u036f\u20d0-\u20ff\u00b2\u00b3\u00b9\u2070-\u209c]*$/u;

/** The items as they are seen: what TeX's braces keep together has no brackets on the page. */
function seen(items: readonly Item[]): readonly Item[] {
  return items.some(({ parts }) => parts !== undefined)
    ? items.flatMap((own) => (own.parts === undefined ? [own] : seen(own.parts)))
    : items;
}

/** Whether it holds operators, relations or commas, a quotient, or a name with its argument, at its outside. */
export function isSum(items: readonly Item[], box: Box): boolean {
  if (isTall(box)) return true;
  let depth = 0;
  return seen(items).some(({ class: given, rightClass, isQuotient, box: own }, index) => {
    if (given === "open" && rightClass === undefined) depth++;
    if (given === "close") depth--;
    if (depth > 0) return false;
    const isOperator = given === "rel" || given === "punct" || (given === "bin" && index > 0);
    return isOperator || isQuotient === true || (given === "op" && own.columns < box.columns);
  });
}

/** Whether it is one thing: a letter with its scripts, a number, what is in brackets, a function with its argument. */
export function isSingle(items: readonly Item[], box: Box): boolean {
  if (isTall(box)) return true;
  const shown = seen(items).filter(({ class: given, box: own }) => given !== "space" && own.columns > 0);
  const text = textOf(box);
  if (shown.length <= 1) return isBracketed(text) || (shown[0]?.isQuotient !== true && !/[\s/]/.test(text));
  return NUMBER.test(text) || DIFFERENTIAL.test(text) || isCall(shown);
}

/** One letter or name, and after it an argument in brackets that closes at the end. */
function isCall(items: readonly Item[]): boolean {
  const first = items[0]!;
  const opening = first.class === "open" ? 0 : 1;
  if (opening === 1 && first.class !== "ord" && first.class !== "op") return false;
  let depth = 0;
  for (let at = opening; at < items.length; at++) {
    const { class: given, rightClass } = items[at]!;
    if (given === "open") depth++;
    if ((rightClass ?? given) === "close") depth--;
    if (depth <= 0) return at === items.length - 1 && (given === "close" || rightClass === "close");
  }
  return false;
}
