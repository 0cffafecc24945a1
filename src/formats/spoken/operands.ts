/**
 * Operands in formulas that are read aloud: what a listener must hear as one part is announced as a quantity, or the commas in it
 * are said.
 */
import { bodyOf, type FormulaNode, type FractionNode } from "../../layout/math/formula.ts";
import { symbolOf } from "../../layout/math/symbols.ts";
import { isCompound, isFactorial, isGroup, isList, listParts, symbolIn } from "./brackets.ts";
import { holdsFraction, namedPart } from "./context.ts";
import { POWERS } from "./signs.ts";
import { bracketName, joined } from "./words.ts";

/** Reads a part of the formula, at its depth. */
export type Say = (nodes: readonly FormulaNode[]) => string[];

/** Reads a part, or a node that is not read by the nodes beside it. */
export interface Voice {
  readonly say: Say;
  readonly node: (node: FormulaNode) => string[];
}

/** A part before a script, a factorial or an accent: a group is announced as a quantity, because its end would not be heard. */
export function held(nodes: readonly FormulaNode[], say: Say): string[] {
  return isGroup(nodes) ? ["the quantity", ...say(nodes), ","] : say(nodes);
}

/** An operand; a sum is announced as a quantity and ends with a comma, so that the listener hears its end. */
export function quantity(nodes: readonly FormulaNode[], say: Say): string[] {
  if (isList(nodes)) return listed(nodes, say);
  const words = say(nodes);
  return isCompound(nodes) || holdsFraction(nodes) ? ["the quantity", ...words, ","] : words;
}

/** A list, whose commas are said: a pause would seem to end it, in |a, b| and f(a, b). */
export function listed(nodes: readonly FormulaNode[], say: Say): string[] {
  return listParts(nodes).flatMap((part, index) => [...(index > 0 ? ["comma"] : []), ...say(part)]);
}

/** A script or a radicand, whose factorial would be heard as that of the whole. */
export function within(node: FormulaNode | null | undefined, say: Say): string[] {
  const nodes = bodyOf(node);
  const [only] = nodes;
  if (nodes.length === 1 && POWERS.get(symbolIn(only!)) === "star") return ["star"];
  return nodes.some(isFactorial) ? held(nodes, say) : quantity(nodes, say);
}

/** A subscript. In x_{i^n}, the power would be heard as that of x. */
export function index(node: FormulaNode | null | undefined, say: Say): string[] {
  const nodes = bodyOf(node);
  return nodes.some((own) => own.type === "supsub" && own.sup) ? held(nodes, say) : within(node, say);
}

/** A fraction or a pair without a bar. Other brackets than those of a binomial are said. */
export function fraction(node: FractionNode, say: Say): string[] {
  const { hasBarLine, leftDelim, rightDelim } = node;
  const words = hasBarLine ? quotient(node, say) : pair(node, say);
  if (leftDelim === null || (leftDelim === "(" && !hasBarLine)) return words;
  if (symbolOf(leftDelim) === "{") return [...words, "in braces"];
  const signs = [leftDelim, rightDelim ?? ""] as const;
  return [bracketName(leftDelim, signs), ...words, `, end ${bracketName(signs[1], signs)}`];
}

function quotient(node: FractionNode, say: Say): string[] {
  const numerator = bodyOf(node.numer);
  const isLong = isCompound(numerator) || holdsFraction(numerator);
  const under = joined(quantity(bodyOf(node.denom), say));
  return [namedPart(node) ?? `${joined(say(numerator))}${isLong ? ", all over" : " over"} ${under}`];
}

/** A binomial, or a pair such as Stirling's numbers. */
function pair({ numer, denom, leftDelim }: FractionNode, say: Say): string[] {
  const word = leftDelim === "(" ? "choose" : "above";
  return [...quantity(bodyOf(numer), say), word, ...quantity(bodyOf(denom), say)];
}
