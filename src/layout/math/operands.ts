/**
 * Expressions on one row that need brackets inside another: the sum in (a + b)/c, the product in a/(bc).
 */
import { type Box, isTall, textOf } from "./box.ts";
import { isBracketed } from "./delimiters.ts";
import type { Item } from "./setting.ts";

const NUMBER = /^\d[\d.,]*$/;
/** A differential of one letter, as in the denominator of a derivative: dx, ∂t. */
const DIFFERENTIAL = /^[d∂δΔ𝑑]\p{L}[\u0300-\u036f\u20d0-\u20ff\u00b2\u00b3\u00b9\u2070-\u209c]*$/u;

/** An absolute value or a norm: |x|, ‖x‖. */
const NORM = /^(?:\|[^|]+\||‖[^‖]+‖)$/;

/** The items as the user sees them: TeX's braces are not visible, so groups are replaced by their parts. */
function seen(items: readonly Item[]): readonly Item[] {
  return items.some(({ parts }) => parts !== undefined)
    ? items.flatMap((own) => (own.parts === undefined ? [own] : seen(own.parts)))
    : items;
}

/** Whether it has an outermost operator, relation, comma, quotient or blank, or a name with an argument without brackets. */
export function isSum(items: readonly Item[], box: Box): boolean {
  if (isTall(box)) return true;
  let depth = 0;
  const shown = seen(items);
  const isOneCall = isCall(shown.filter(isVisible));
  return shown.some(({ class: given, rightClass, isQuotient, box: own }, index) => {
    if (given === "open" && rightClass === undefined) depth++;
    if (given === "close") depth--;
    if (depth > 0) return false;
    const isOperator = given === "rel" || given === "punct" || (given === "bin" && index > 0);
    const isParted = isQuotient === true || textOf(own) === "/" || /\S\s+\S/.test(textOf(own));
    return isOperator || isParted || (given === "op" && own.columns < box.columns && !isOneCall);
  });
}

/** Whether it is a single operand: a letter with its scripts, a number, a bracket, a function with its argument. */
export function isSingle(items: readonly Item[], box: Box): boolean {
  if (isTall(box)) return true;
  const shown = seen(items).filter(isVisible);
  const text = textOf(box);
  if (shown.length <= 1) return isBracketed(text) || (shown[0]?.isQuotient !== true && !/[\s/]/.test(text));
  const isNumber = NUMBER.test(text) && shown.every((own) => own.class !== "punct");
  return isNumber || DIFFERENTIAL.test(text) || NORM.test(text) || isCall(shown);
}

function isVisible({ class: given, box }: Item): boolean {
  return given !== "space" && box.columns > 0;
}

/** Whether the items are a letter or a name, and an argument in brackets up to the end. */
function isCall(items: readonly Item[]): boolean {
  const [first] = items;
  if (!first) return false;
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
