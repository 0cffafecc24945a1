/**
 * The meaning of a part of a formula from its neighbours, and the places where a listener must hear its end:
 * `\sqrt{x}y` and `\sqrt{xy}` differ only in this.
 */
import {
  bodyOf,
  type FontNode,
  type FormulaNode,
  type FractionNode,
  type OperatorNameNode,
  type OperatorNode,
  type ScriptsNode,
  type SymbolNode,
} from "../../layout/math/formula.ts";
import { isFactorial, isFunction, isOpening, symbolIn } from "./brackets.ts";
import { RANGES } from "./signs.ts";

/** The words after a root, a fraction or a script, if the next node is a factor. */
export function ending(node: FormulaNode, next: FormulaNode | undefined): string[] {
  if (next === undefined || !(isOperand(next) || (isFactorial(next) && node.type !== "supsub"))) return [];
  if (node.type === "sqrt") return ["end root"];
  if (node.type === "genfrac" && !node.hasBarLine) return [", times"];
  if (node.type === "genfrac") return isNamedPart(node) ? [] : ["end fraction"];
  if (node.type !== "supsub" || isOpening(next)) return [];
  if (node.base?.type === "op" || node.base?.type === "operatorname") return endOfName(node.base, node);
  return endsOpen(node) ? [", times"] : [];
}

/** The word between a name with scripts and its argument; that of a large operator follows its limits. */
function endOfName(base: OperatorNode | OperatorNameNode, scripts: ScriptsNode): string[] {
  const isLarge = base.limits || (base.type === "op" && RANGES.has(base.name ?? ""));
  // "Sine squared x" needs no word.
  const isClear = !scripts.sub && !endsOpen(scripts);
  return isLarge || isClear ? [] : ["of"];
}

/** Whether it can be a factor: a letter, a number, a root, a fraction or a bracket. */
export function isOperand(node: FormulaNode): boolean {
  if (node.type === "atom") return isOpening(node);
  if (node.type === "textord") return /^[\p{L}\p{N}]$/u.test(symbolIn(node));
  if (node.type === "supsub") return node.base ? isOperand(node.base) : false;
  return ["mathord", "sqrt", "genfrac", "ordgroup", "font", "accent", "leftright"].includes(node.type);
}

/** Whether the last script is an index or a power that could continue, unlike "squared". */
function endsOpen({ sub, sup }: ScriptsNode): boolean {
  const last = bodyOf(sup ?? sub).at(-1);
  if (last === undefined) return false;
  if (!sup) return true;
  return last.type === "mathord" || (last.type === "textord" && /^[014-9\p{L}]$/u.test(symbolIn(last)));
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ["1/2", "one half"],
  ["1/3", "one third"],
  ["2/3", "two thirds"],
  ["1/4", "one quarter"],
  ["3/4", "three quarters"],
]);

/** The name of a simple fraction, such as "one half". */
export function namedPart({ numer, denom, hasBarLine }: FractionNode): string | undefined {
  const digits = (node: FormulaNode): string => bodyOf(node).map(symbolIn).join("");
  return hasBarLine ? PARTS.get(`${digits(numer)}/${digits(denom)}`) : undefined;
}

function isNamedPart(node: FractionNode): boolean {
  return namedPart(node) !== undefined;
}

/**
 * Whether nodes contain a fraction that is spoken with "over", which a listener hears as one operand only if it is
 * announced.
 */
export function holdsFraction(nodes: readonly FormulaNode[]): boolean {
  return nodes.some((node) => {
    if (node.type === "genfrac") return node.hasBarLine && !isNamedPart(node);
    const isGroup = node.type === "ordgroup" || node.type === "styling" || node.type === "color";
    return isGroup && holdsFraction(node.body);
  });
}

/** The words for ∇ before a product sign: "the divergence of", "the curl of". */
export function derivativeOfField(node: FormulaNode, next: FormulaNode | undefined): string | undefined {
  if (symbolIn(node) !== "∇" || next === undefined) return undefined;
  const sign = symbolIn(next);
  if (sign === "·" || sign === "⋅") return "the divergence of";
  return sign === "×" ? "the curl of" : undefined;
}

const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** The order of f^{(3)}, "third"; undefined for other scripts. */
export function derivativeOrder({ base, sub, sup }: ScriptsNode): string | undefined {
  if (base?.type !== "mathord" || sub || !isFunction(base)) return undefined;
  const signs = bodyOf(sup).map(symbolIn);
  if (signs[0] !== "(" || signs.at(-1) !== ")") return undefined;
  const order = signs.slice(1, -1).join("");
  if (/^\d{1,3}$/.test(order)) return ORDINALS[Number(order)] ?? `${order}th`;
  return /^[kmnp]$/.test(order) ? `${order}-th` : undefined;
}

/** The next node that shows something. */
export function shownAfter(nodes: readonly FormulaNode[], index: number): FormulaNode | undefined {
  return nodes.slice(index + 1).find(({ type }) => !["kern", "spacing", "internal"].includes(type));
}

/** Whether it is a word in upright letters, such as softmax. */
export function isName(node: FontNode): boolean {
  return (
    ["mathrm", "mathsf", "mathit", "mathtt", "mathbf"].includes(node.font) && bodyOf(node.body).length > 1
  );
}

/** Whether its superscript is above it: `\overset` and `\stackrel` make operators without a name. */
export function isMarked({
  name,
  suppressBaseShift,
  limits: hasLimits,
  alwaysHandleSupSub,
}: OperatorNode): boolean {
  return suppressBaseShift === true || (name === undefined && hasLimits && alwaysHandleSupSub === true);
}

export function isDigit(node: FormulaNode | null | undefined): node is SymbolNode {
  return node?.type === "textord" && /^[\d.]$/.test(node.text);
}

/** Whether it is the comma within a number: `10{,}000`. */
export function isDigitComma(node: FormulaNode, number: string, next: FormulaNode | undefined): boolean {
  const isComma = node.type === "ordgroup" && node.body.length === 1 && symbolIn(node.body[0]!) === ",";
  return isComma && number !== "" && isDigit(next);
}
