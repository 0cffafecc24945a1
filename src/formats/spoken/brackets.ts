/**
 * Brackets and bars in formulas that are read aloud. A listener does not hear them, so their content is announced as a quantity, an
 * argument, a set, or an absolute value.
 */
import type { FormulaNode, ScriptsNode, SymbolNode } from "../../layout/math/formula.ts";
import { delimiterOf } from "../../layout/math/delimiters.ts";
import { symbolOf } from "../../layout/math/symbols.ts";
import { UNSPOKEN } from "./signs.ts";

/** The content of brackets or bars, the scripts after them, and the index of the last node. */
export interface Enclosed {
  readonly kind: "brackets" | "set" | "value" | "norm" | "floor" | "ceiling" | "bra" | "ket";
  readonly content: readonly FormulaNode[];
  readonly scripts?: ScriptsNode | undefined;
  readonly end: number;
  /** The signs of brackets. */
  readonly signs?: readonly [left: string, right: string] | undefined;
}

const BARS: ReadonlyMap<string, Enclosed["kind"]> = new Map([
  ["|", "value"],
  ["∣", "value"],
  ["‖", "norm"],
  ["∥", "norm"],
]);
/** Kinds by the opening bracket. */
const KINDS: ReadonlyMap<string, Enclosed["kind"]> = new Map([
  ["{", "set"],
  ["⌊", "floor"],
  ["⌈", "ceiling"],
]);

/** The bracket or bars that begin at a node; undefined if none do. */
export function enclosedAt(nodes: readonly FormulaNode[], index: number): Enclosed | undefined {
  const node = nodes[index]!;
  const scripted = node.type === "supsub" && node.base?.type === "leftright" ? node : undefined;
  const fence = scripted?.base ?? node;
  if (fence.type === "leftright") {
    if (!/^[([|<⟨\\]/.test(fence.left) || fence.right === ".") throw UNSPOKEN;
    const [left, right] = [delimiterOf(fence.left), delimiterOf(fence.right)];
    const state =
      left === "⟨" && isBarSign(right) ? "bra" : isBarSign(left) && right === "⟩" ? "ket" : undefined;
    const kind = state ?? BARS.get(left) ?? KINDS.get(left) ?? "brackets";
    const signs = state === undefined ? signsOf(left, right) : undefined;
    return { kind, content: fence.body, scripts: scripted, end: index, signs };
  }
  if (node.type !== "atom" && node.type !== "textord") return undefined;
  const bar = isRelation(node) ? undefined : BARS.get(symbolOf(node.text));
  if (bar === undefined && !(node.type === "atom" && node.family === "open")) return undefined;
  const state = stateAt(nodes, index, bar);
  if (state !== undefined) return state;
  const end = bar === undefined ? closing(nodes, index) : closingBar(nodes, index, bar);
  if (end === undefined) {
    if (bar === "value") return undefined;
    throw UNSPOKEN;
  }
  const last = nodes[end]!;
  const kind = bar ?? KINDS.get(symbolIn(node)) ?? "brackets";
  const content = nodes.slice(index + 1, end);
  const scripts = last.type === "supsub" ? last : undefined;
  return { kind, content, scripts, end, signs: signsOf(symbolIn(node), symbolIn(baseOf(last))) };
}

function signsOf(left: string, right: string): Enclosed["signs"] {
  return /[([⟨]/.test(left) ? [left, right] : undefined;
}

function isBarSign(sign: string): boolean {
  return sign === "|" || sign === "∣";
}

/**
 * Whether words alone would not keep it together before a script, a factorial or an accent: anything but a letter, a number or a name.
 * (ab)ⁿ and abⁿ would be the same words.
 */
export function isGroup(nodes: readonly FormulaNode[]): boolean {
  const shown = nodes.filter(({ type }) => !["kern", "spacing", "internal"].includes(type));
  const [first] = shown;
  if (first === undefined) return false;
  if (shown.length > 1) return shown.some((own) => !/^[\d.]$/.test(symbolIn(own)));
  if (first.type === "ordgroup") return isGroup(first.body);
  return first.type === "supsub" || first.type === "sqrt" || (first.type === "genfrac" && first.hasBarLine);
}

/** Whether brackets hold a list, such as arguments. */
export function isList(nodes: readonly FormulaNode[]): boolean {
  return listParts(nodes).length > 1;
}

/** The parts between the commas outside of all brackets. */
export function listParts(nodes: readonly FormulaNode[]): FormulaNode[][] {
  const parts: FormulaNode[][] = [[]];
  let depth = 0;
  for (const node of nodes) {
    const own = baseOf(node);
    if (own.type === "atom" && own.family === "open") depth++;
    if (own.type === "atom" && own.family === "close" && !isFactorial(own)) depth--;
    if (depth === 0 && own.type === "atom" && symbolIn(own) === ",") parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts;
}

/** Whether it is the sign of a factorial. */
export function isFactorial(node: FormulaNode | undefined): boolean {
  return node?.type === "atom" && node.family === "close" && symbolIn(node) === "!";
}

/** Whether what follows it is its operand, and no factor: ¬, ∇, a slash, the name of a function. */
export function isPrefix(node: FormulaNode | "number" | undefined): boolean {
  if (node === undefined || node === "number") return false;
  const own = baseOf(node);
  return own.type === "op" || own.type === "operatorname" || /^[¬∇∂∀∃/−-]$/.test(symbolIn(own));
}

/** A state of quantum mechanics: ⟨ψ| or |ψ⟩. In ⟨φ|ψ⟩, both share a bar, which is left for the second. */
function stateAt(
  nodes: readonly FormulaNode[],
  index: number,
  bar: string | undefined,
): Enclosed | undefined {
  const isBra = symbolIn(nodes[index]!) === "⟨";
  if (!isBra && bar !== "value") return undefined;
  const signs = nodes.slice(index + 1, index + STATE).map((own) => symbolIn(baseOf(own)));
  const close = signs.indexOf("⟩");
  const first = signs.findIndex(isBarSign);
  if (!isBra) {
    const isKet = close > 0 && (first < 0 || first > close);
    if (!isKet) return undefined;
    const end = index + 1 + close;
    return { kind: "ket", content: nodes.slice(index + 1, end), end };
  }
  if (first <= 0 || (close >= 0 && close < first)) return undefined;
  const end = index + 1 + first;
  const isShared = close >= 0 && !signs.slice(first + 1, close).some(isBarSign);
  return { kind: "bra", content: nodes.slice(index + 1, end), end: isShared ? end - 1 : end };
}

/** The longest state, in nodes. */
const STATE = 12;

/** The base of a node with scripts; else the node itself. */
function baseOf(node: FormulaNode): FormulaNode {
  return node.type === "supsub" ? (node.base ?? node) : node;
}

/** Whether it is a bar between two operands, such as \\mid. */
function isRelation(node: FormulaNode): boolean {
  return node.type === "atom" && node.family === "rel";
}

function closing(nodes: readonly FormulaNode[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < nodes.length; at++) {
    const own = baseOf(nodes[at]!);
    if (own.type !== "atom") continue;
    if (own.family === "open") depth++;
    else if (own.family === "close" && symbolIn(own) !== "!") depth--;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The index of the closing bar, at least one node after the opening one. */
function closingBar(nodes: readonly FormulaNode[], from: number, kind: Enclosed["kind"]): number | undefined {
  for (let at = from + 2; at < nodes.length; at++) {
    const own = baseOf(nodes[at]!);
    if (BARS.get(symbolIn(own)) === kind && !isRelation(own)) return at;
  }
  return undefined;
}

/** The character of a symbol node; empty for other nodes. */
export function symbolIn(node: FormulaNode): string {
  return "text" in node && typeof node.text === "string" ? symbolOf(node.text) : "";
}

/** The words between a name or a factor and a bracket after it: "of" in f(x), "times" in 2(x + 1). */
export function linkTo(
  before: FormulaNode | "number" | undefined,
  content: readonly FormulaNode[],
): string[] {
  // (mod n) is neither an argument nor a factor.
  const [first] = content;
  if (!isFactor(before) || (first?.type === "ordgroup" && first.body[0]?.type === "font")) return [];
  const own = before === "number" ? undefined : baseOf(before);
  if (own === undefined) return ["times"];
  if (own.type === "textord" && (isPrefix(own) || /^[ℜℑ]$/.test(symbolIn(own)))) return [];
  if (own.type === "mathord" || isCapital(own))
    return isCompound(content) && !isFunction(own) ? ["times"] : ["of"];
  return ["op", "operatorname", "font", "text", "accent"].includes(own.type) ? ["of"] : ["times"];
}

/** Letters that name functions more often than factors. */
export function isFunction({ text }: SymbolNode): boolean {
  return /^(?:[f-hopqA-Z]|\\(?:phi|varphi|psi|Phi|Psi|Gamma|Theta|Omega|sigma|pi|zeta|mathcal))$/.test(text);
}

/** Whether it is a capital Greek letter, which the parser returns as an upright sign. */
function isCapital(node: FormulaNode): node is SymbolNode {
  return node.type === "textord" && /^\p{Lu}$/u.test(symbolIn(node));
}

export function isOpening(node: FormulaNode): boolean {
  return node.type === "leftright" || (node.type === "atom" && node.family === "open");
}

/** Whether a bracket after it is its argument or a factor. */
export function isFactor(before: FormulaNode | "number" | undefined): before is FormulaNode | "number" {
  if (before === undefined || before === "number") return before === "number";
  const own = baseOf(before);
  return own.type === "atom" ? own.family === "close" : !["kern", "spacing", "internal"].includes(own.type);
}

/** Whether it has an outermost operator, relation or slash, apart from a leading sign. */
export function isCompound(nodes: readonly FormulaNode[]): boolean {
  let depth = 0;
  return nodes.some((own, index) => {
    const base = baseOf(own);
    if (base.type !== "atom") return depth === 0 && index > 0 && symbolIn(base) === "/";
    if (base.family === "open") depth++;
    if (base.family === "close") depth--;
    return (
      depth === 0 && (base.family === "rel" ? !BARS.has(symbolIn(base)) : base.family === "bin" && index > 0)
    );
  });
}
