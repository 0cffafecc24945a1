/**
 * Scripts in formulas that are read aloud: subscripts, powers, derivatives, and what is above and below large operators.
 */
import { bodyOf, type FormulaNode, type OperatorNode, type ScriptsNode } from "../../layout/math/formula.ts";
import { isCompound, isFactorial, isGroup, symbolIn } from "./brackets.ts";
import { derivativeOrder, isDigit, isMarked } from "./context.ts";
import { held, index, quantity, type Voice } from "./operands.ts";
import { POWERS, RANGES, rangeInWords, UNSPOKEN } from "./signs.ts";
import { joined, spokenOperator } from "./words.ts";

export function spokenScripts(node: ScriptsNode, voice: Voice): string[] {
  const base = node.base ?? undefined;
  if (base?.type === "op" && base.name !== undefined && (base.limits || RANGES.has(base.name))) {
    return limits(base.name, node, voice);
  }
  if (base?.type === "op" && isMarked(base)) return marked(base, node, voice);
  if (base && node.sub && !node.sup && /^[|∣]$/.test(symbolIn(base))) {
    const where = bodyOf(node.sub);
    return [isCompound(where) ? "at" : "restricted to", ...voice.say(where)];
  }
  if (base?.type === "atom" || base?.type === "leftright") throw UNSPOKEN;
  const order = derivativeOrder(node);
  if (order !== undefined) return [`the ${order} derivative of`, ...voice.node(base!)];
  if (base?.type === "sqrt") return [...voice.node(base), "end root", ...scripts(node, voice)];
  const own = base === undefined ? [] : isGroup([base]) ? held(bodyOf(base), voice.say) : voice.node(base);
  return [...own, ...scripts(node, voice)];
}

/** The words for scripts, after those of their base. */
export function scripts({ base, sub, sup }: ScriptsNode, voice: Voice): string[] {
  return [
    ...(sub ? [isLogarithm(base) ? "base" : "sub", ...index(sub, voice.say)] : []),
    ...(sup ? power(bodyOf(sup), voice, isDigit(base)) : []),
  ];
}

function isLogarithm(base: FormulaNode | null | undefined): boolean {
  return base?.type === "op" && base.name === "\\log";
}

function power(nodes: readonly FormulaNode[], voice: Voice, isNumeric = false): string[] {
  const [only] = nodes;
  // MathML has a group for each number.
  if (nodes.length === 1 && only?.type === "ordgroup") return power(only.body, voice, isNumeric);
  const primes = nodes.filter((own) => own.type === "textord" && own.text === "\\prime").length;
  if (primes > 0) {
    if (primes < nodes.length || primes > 2) throw UNSPOKEN;
    return [primes === 1 ? "prime" : "double prime"];
  }
  const sign = nodes.length === 1 ? symbolIn(nodes[0]!) : "";
  const known = sign === "T" && isNumeric ? undefined : POWERS.get(sign);
  if (known !== undefined) return [known];
  const words = nodes.some(isFactorial) ? held(nodes, voice.say) : quantity(nodes, voice.say);
  return ["to", words[0]?.startsWith("the ") === true ? "" : "the", ...words];
}

function limits(name: string, node: ScriptsNode, voice: Voice): string[] {
  const from = node.sub ? joined(voice.say(bodyOf(node.sub))) : undefined;
  const to = node.sup ? joined(voice.say(bodyOf(node.sup))) : undefined;
  if (from === undefined && to !== undefined) throw UNSPOKEN;
  return [spokenOperator(name), rangeInWords(name, from, to), "of"];
}

/** A relation with a sign above it: `\overset{!}{=}`. */
function marked(base: OperatorNode, { sub, sup }: ScriptsNode, voice: Voice): string[] {
  const relation = joined(voice.say(base.body ?? []));
  const above = joined(voice.say(bodyOf(sup)));
  if (sub) throw UNSPOKEN;
  if (relation === "equals" && above === "exclamation mark") return ["must equal"];
  return [relation, ", with", above, "above ,"];
}
