/**
 * Expressions on one row that need brackets inside another: the sum in (a + b)/c, the product in a/(bc), the factorial in √(n!).
 *
 * One rule decides all of them: the neighbours of an expression on its line never change what belongs to it.
 * So a part needs no brackets only if nothing can come between its first and its last sign: a letter with its
 * scripts, a number, a part in brackets or bars, and a name with its argument in brackets. A letter before a
 * bracket is a factor, except for letters that always name functions and probabilities.
 */
import { type Box, isTall, textOf } from "./box.ts";
import { isBracketed } from "./delimiters.ts";
import type { Item } from "./setting.ts";

/** A root's sign, in front of a bracket. */
const ROOT = /^[√∛∜](?=\()/;
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
  if (hasOuterBlank(textOf(box))) return true;
  const shown = seen(items);
  const isOneCall = isCall(shown.filter(isVisible));
  return shown.some(({ class: given, rightClass, isQuotient, box: own }, index) => {
    if (given === "open" && rightClass === undefined) depth++;
    if (given === "close") depth--;
    if (depth > 0) return false;
    const isOperator = given === "rel" || given === "punct" || (given === "bin" && index > 0);
    const isParted = isQuotient === true || textOf(own) === "/";
    return isOperator || isParted || (given === "op" && own.columns < box.columns && !isOneCall);
  });
}

/** Whether it is a single operand: a letter with its scripts, a number, a bracket, a function with its argument, a factorial. */
export function isSingle(items: readonly Item[], box: Box): boolean {
  if (isTall(box)) return true;
  const shown = seen(items).filter(isVisible);
  const end = shown.findLastIndex((own) => !isBang(own)) + 1;
  const operand = shown.slice(0, end);
  return isAtom(operand, textOf(box).slice(0, end === shown.length ? undefined : -1)) || isCall(operand);
}

/** Whether a root's sign needs no brackets after it: a letter with its scripts, a number, something in brackets. */
export function isRadicand(items: readonly Item[], box: Box): boolean {
  const shown = seen(items).filter(isVisible);
  return !isTall(box) && isAtom(shown, textOf(box)) && shown[0]?.isRoot !== true;
}

/** Whether a group shows by itself where it ends, so that its scripts need no brackets. */
export function isWhole(items: readonly Item[], box: Box): boolean {
  const shown = seen(items).filter(isVisible);
  return isTall(box) || isAtom(shown, textOf(box)) || (shown[0]?.class === "open" && isCall(shown));
}

/** Whether two parts of a fraction are a derivative's: ∂f over ∂t, d over dx. */
export function isDerivative(over: Box, under: Box): boolean {
  const sign = String.fromCodePoint(textOf(under).codePointAt(0) ?? 32);
  return DIFFERENTIAL.test(textOf(under)) && textOf(over).startsWith(sign) && !hasOuterBlank(textOf(over));
}

function isAtom(shown: readonly Item[], text: string): boolean {
  if (shown.length <= 1)
    return isBracketed(text.replace(ROOT, "")) || (shown[0]?.isQuotient !== true && !/[\s/]/.test(text));
  return (NUMBER.test(text) && shown.every((own) => own.class !== "punct")) || NORM.test(text);
}

function isBang({ class: given, box }: Item): boolean {
  return given === "close" && textOf(box).startsWith("!");
}

/** Whether a blank is outside of all brackets. */
function hasOuterBlank(text: string): boolean {
  let depth = 0;
  for (const sign of text.trim()) {
    if (OPENING.has(sign)) depth++;
    else if (CLOSING.has(sign)) depth--;
    else if (sign === " " && depth <= 0) return true;
  }
  return false;
}

const OPENING: ReadonlySet<string> = new Set("([{⟨⌊⌈⟦");
const CLOSING: ReadonlySet<string> = new Set(")]}⟩⌋⌉⟧");
/** Letters before a bracket that always name a function, a probability or an expectation. */
const FUNCTION = /^[fgPℙ𝔼]/u;

export function isVisible({ class: given, box }: Item): boolean {
  return given !== "space" && box.columns > 0;
}

/** Whether the items are brackets from the first to the last, or a function with such an argument. */
function isCall(items: readonly Item[]): boolean {
  const [first] = items;
  if (!first) return false;
  const opening = first.class === "open" ? 0 : 1;
  if (opening === 1 && first.class !== "op" && first.isWord !== true && !FUNCTION.test(textOf(first.box)))
    return false;
  let depth = 0;
  for (let at = opening; at < items.length; at++) {
    const { class: given, rightClass } = items[at]!;
    if (given === "open") depth++;
    if ((rightClass ?? given) === "close") depth--;
    if (depth <= 0) return at === items.length - 1 && (given === "close" || rightClass === "close");
  }
  return false;
}
