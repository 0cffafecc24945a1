/**
 * Signs whose words depend on the signs beside them, such as colons, bars, exclamation marks and ⊥⊥, and the ends of brackets.
 */
import type { FormulaNode } from "../../layout/math/formula.ts";
import { type Enclosed, isFactorial, isList, isOpening, symbolIn } from "./brackets.ts";
import { holdsFraction, isOperand, shownAfter } from "./context.ts";

/** The words for the sign at `index`; undefined if its neighbours do not matter. */
export function signInPlace(
  nodes: readonly FormulaNode[],
  index: number,
  isOutermost: boolean,
): string[] | undefined {
  const node = nodes[index]!;
  if (isColonOfMap(nodes, index)) return ["from"];
  const before = nodes[index - 1];
  if (isFactorial(node) && (before === undefined || (before.type === "atom" && before.family !== "close")))
    return ["exclamation mark"];
  const product =
    isVector(before) && isVector(shownAfter(nodes, index)) ? PRODUCTS.get(symbolIn(node)) : undefined;
  if (product !== undefined) return [product];
  if (node.type === "textord" && symbolIn(node) === "⊥") return ["bottom"];
  if (node.type !== "atom" || node.family !== "rel") return undefined;
  const sign = symbolIn(node);
  if (sign === "⊥" && isUpright(shownAfter(nodes, index))) return ["is independent of"];
  if (sign === "⊥" && isUpright(nodes.slice(0, index).findLast((own) => own.type !== "kern"))) return [];
  if (/^[|∣]$/.test(sign) && isOutermost) return [nodes.some(isUpright) ? "given" : "divides"];
  if (/^[⇒⟹]$/.test(sign) && nodes.slice(0, index).some(isPunctuation)) return ["to"];
  const colon = sign === ":" ? colonOf(nodes, index) : undefined;
  return colon === undefined ? undefined : [colon];
}

/** The products of two vectors. */
const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ["×", "cross"],
  ["·", "dot"],
  ["⋅", "dot"],
]);

function isVector(node: FormulaNode | undefined): boolean {
  if (node?.type === "supsub") return isVector(node.base ?? undefined);
  return node?.type === "accent"
    ? node.label === "\\vec"
    : node?.type === "font" && /^math(?:bf|bm)|^bold/.test(node.font);
}

/** Whether it is ⊥, two of which make the sign of independence. */
function isUpright(node: FormulaNode | undefined): boolean {
  return node !== undefined && symbolIn(node) === "⊥";
}

/** Whether the node is the colon of f: A → B. */
function isColonOfMap(nodes: readonly FormulaNode[], index: number): boolean {
  const arrows = isPunctuation(nodes[index]!) ? /^[→⟶↪↠⇒⟹]$/ : /^[→⟶↪↠]$/;
  return isColon(nodes[index]!) && nodes.slice(index).some((own) => arrows.test(symbolIn(own)));
}

/** Whether it is the colon of `\colon`, which names a map or a transformation: η: F ⇒ G. */
function isPunctuation(node: FormulaNode): boolean {
  return node.type !== "atom" && isColon(node);
}

function isColon(node: FormulaNode): boolean {
  const only =
    (node.type === "mclass" || node.type === "ordgroup") && node.body.length === 1 ? node.body[0]! : node;
  return symbolIn(only) === ":";
}

/** The marks for the colon of a ratio, and for that of a type; both are "such that" in a set. */
const RATIO = ":";
const TYPE = "colon";

/** The mark for the colon at `index`; undefined if it is a pause, as after a quantifier. */
function colonOf(nodes: readonly FormulaNode[], index: number): string | undefined {
  if (nodes.some((own) => /^[∀∃∄≔]$/.test(symbolIn(own)))) return undefined;
  const before = termKind(nodes[index - 1]);
  const isJudgement = nodes.some((own) => /^[⊢λ]$/.test(symbolIn(own)));
  return before !== undefined && !isJudgement && before === termKind(nodes[index + 1]) ? RATIO : TYPE;
}

/** The kind of a number or a letter, which a ratio has at both sides: 2:1, a:b. A type has another name than its value: e:τ, x:A. */
function termKind(node: FormulaNode | undefined): string | undefined {
  if (node?.type === "supsub") return termKind(node.base ?? undefined);
  const sign = node === undefined ? "" : symbolIn(node);
  if (/^\d$/.test(sign)) return "number";
  if (/^[a-z]$/.test(sign)) return "small letter";
  return /^[A-Z]$/.test(sign) ? "capital letter" : undefined;
}

/** In a set, a bar means "such that" and not "given". */
export function inSet(word: string): string {
  return word === "given" || word === RATIO || word === TYPE ? "such that" : word;
}

/** The words after a bracket whose end a listener would not hear from what follows. */
export function endOf(
  own: Enclosed,
  isCall: boolean,
  next: FormulaNode | undefined,
  depth: number,
): string[] {
  const isRelated = next === undefined || (next.type === "atom" && next.family === "rel");
  if (own.kind === "set") return isRelated ? [] : [", end set", isOperand(next) ? "times" : ","];
  if (own.kind === "brackets" && isCall && isList(own.content))
    return isRelated && depth === 0 ? [] : [", end bracket", next && isOperand(next) ? "times" : ","];
  if (next === undefined || !isOperand(next) || isFactorial(next) || symbolIn(next) === "d") return [];
  const isState = own.kind === "bra" || own.kind === "ket";
  const isTold = isState || own.scripts !== undefined || isOpening(next) || holdsFraction([next]);
  return isTold ? [] : [", times"];
}

/** Whether brackets hold a composition of functions, which has an argument: (f ∘ g)(x). */
export function isComposed(content: readonly FormulaNode[]): boolean {
  return content.some((node) => symbolIn(node) === "∘");
}
