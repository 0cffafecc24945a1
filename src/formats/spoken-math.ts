/**
 * Short formulas in words, as a reader would say them aloud: "x squared plus 1", "the sum from i equals 1 to n of x sub i".
 * A long one can't be followed by ear; whoever speaks announces it instead.
 */
import { bodyOf, type FormulaNode, type FractionNode, type ScriptsNode } from "../layout/math/formula.ts";
import { inlineText } from "../layout/math/inline.ts";
import { symbolOf } from "../layout/math/symbols.ts";
import { ACCENTS, OPERATORS, signInWords } from "./spoken-signs.ts";

/** Words of a formula that is still read aloud. */
const MOST_WORDS = 12;
/** Groups within each other, of what can be followed by ear. */
const DEEPEST = 12;

/** Thrown where a formula has something that is not read aloud. */
const UNSPOKEN = new Error("not read aloud");

/** The formula in at most 12 words; undefined for one that is longer, or has what can't be read aloud. */
export function spokenFormula(nodes: readonly FormulaNode[]): string | undefined {
  try {
    const text = joined(spoken(nodes, 0));
    return text === "" || text.split(" ").length > MOST_WORDS ? undefined : text;
  } catch (error) {
    if (error === UNSPOKEN) return undefined;
    throw error;
  }
}

function joined(words: readonly string[]): string {
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replaceAll(" ,", ",");
}

function spoken(nodes: readonly FormulaNode[], depth: number): string[] {
  if (depth > DEEPEST || nodes.length > 4 * MOST_WORDS) throw UNSPOKEN;
  const words: string[] = [];
  let number = "";
  const close = (): void => {
    if (number !== "") words.push(number);
    number = "";
  };
  for (const [index, node] of nodes.entries()) {
    if (node.type === "textord" && /^[\d.]$/.test(node.text)) number += node.text;
    else {
      close();
      if (isOpening(node)) words.push(...opening(nodes, index));
      else words.push(...spokenNode(node, depth));
    }
  }
  close();
  return words;
}

function isOpening(node: FormulaNode): boolean {
  return node.type === "atom" && node.family === "open";
}

/**
 * Brackets are not heard: they may stand around an argument, f(x), or a list, (x, y), but not around a sum, because
 * "2 x plus 1" is something else than 2(x + 1).
 */
function opening(nodes: readonly FormulaNode[], index: number): string[] {
  const end = nodes.findIndex((own, at) => at > index && own.type === "atom" && own.family === "close");
  const isClosed = end >= 0 && !isCompound(nodes.slice(index + 1, end));
  if (!isClosed) throw UNSPOKEN;
  const before = nodes[index - 1]?.type;
  return before !== undefined &&
    ["mathord", "op", "operatorname", "supsub", "font", "accent"].includes(before)
    ? ["of"]
    : [];
}

/** Whether it has operators or relations at its outside, a sign at its beginning left out. */
function isCompound(nodes: readonly FormulaNode[]): boolean {
  return nodes.some(
    (own, index) => own.type === "atom" && (own.family === "rel" || (own.family === "bin" && index > 0)),
  );
}

/** What has to be one thing so that it is heard where it ends. */
function simple(node: FormulaNode | null | undefined, depth: number): string[] {
  const nodes = bodyOf(node);
  if (isCompound(nodes)) throw UNSPOKEN;
  return spoken(nodes, depth);
}

function spokenNode(node: FormulaNode, depth: number): string[] {
  const inner = depth + 1;
  switch (node.type) {
    case "mathord":
    case "textord":
    case "atom":
      return [spokenSign(symbolOf(node.text))];
    case "spacing":
    case "kern":
    case "internal":
      return [];
    case "ordgroup":
    case "color":
    case "styling":
    case "mclass":
    case "sizing":
      return spoken(node.body, inner);
    case "htmlmathml":
      return spoken(node.mathml, inner);
    case "text":
      return [inlineText([node])];
    case "font":
      return spoken(bodyOf(node.body), inner);
    case "op":
      return node.name === undefined ? spoken(node.body ?? [], inner) : operator(node.name);
    case "operatorname":
      return [inlineText(node.body)];
    case "supsub":
      return spokenScripts(node, inner);
    case "genfrac":
      return spokenFraction(node, inner);
    case "sqrt":
      return [
        node.index
          ? `the root of order ${joined(spoken(bodyOf(node.index), inner))} of`
          : "the square root of",
        ...simple(node.body, inner),
      ];
    case "accent":
      return [...spoken(bodyOf(node.base), inner), accent(node.label)];
    case "overline":
      return [...spoken(bodyOf(node.body), inner), accent("\\overline")];
    case "mathchoice":
      return spoken(node.text, inner);
    case "leftright":
      if (isCompound(node.body)) throw UNSPOKEN;
      return spoken(node.body, inner);
    default:
      throw UNSPOKEN;
  }
}

function spokenSign(sign: string): string {
  const word = signInWords(sign);
  if (word === undefined) throw UNSPOKEN;
  return word;
}

function spokenOperator(name: string): string {
  return OPERATORS[name] ?? name.replace("\\", "");
}

/** A sum is of something; a sine has its argument. */
function operator(name: string): string[] {
  return RANGES.has(name) ? [spokenOperator(name), "of"] : [spokenOperator(name)];
}

function accent(label: string): string {
  const word = ACCENTS[label];
  if (word === undefined) throw UNSPOKEN;
  return word;
}

const POWERS: ReadonlyMap<string, string> = new Map([
  ["2", "squared"],
  ["3", "cubed"],
]);
/** Operators that go from one limit to another. */
const RANGES: ReadonlySet<string> = new Set(["\\sum", "\\prod", "\\int", "\\oint", "\\bigcup", "\\bigcap"]);

function spokenScripts(node: ScriptsNode, depth: number): string[] {
  const base = node.base ?? undefined;
  if (base?.type === "op" && base.name !== undefined && (base.limits || RANGES.has(base.name))) {
    return limits(base.name, node, depth);
  }
  if (base?.type === "atom" || base?.type === "leftright") throw UNSPOKEN;
  const words = base === undefined ? [] : spokenNode(base, depth);
  if (node.sub) words.push("sub", ...simple(node.sub, depth));
  if (node.sup) words.push(...power(bodyOf(node.sup), depth));
  return words;
}

function power(nodes: readonly FormulaNode[], depth: number): string[] {
  const primes = nodes.filter((own) => own.type === "textord" && own.text === "\\prime").length;
  if (primes > 0) {
    if (primes < nodes.length || primes > 2) throw UNSPOKEN;
    return [primes === 1 ? "prime" : "double prime"];
  }
  if (isCompound(nodes)) throw UNSPOKEN;
  const text = joined(spoken(nodes, depth));
  return [POWERS.get(text) ?? `to the ${text}`];
}

function limits(name: string, node: ScriptsNode, depth: number): string[] {
  const from = node.sub ? joined(spoken(bodyOf(node.sub), depth)) : undefined;
  const to = node.sup ? joined(spoken(bodyOf(node.sup), depth)) : undefined;
  if (from === undefined && to !== undefined) throw UNSPOKEN;
  return [spokenOperator(name), rangeInWords(name, from, to), "of"];
}

function rangeInWords(name: string, from: string | undefined, to: string | undefined): string {
  if (from === undefined) return "";
  if (to !== undefined) return `from ${from} to ${to}`;
  return name === "\\lim" ? `as ${from.replace(" to ", " approaches ")}` : `over ${from}`;
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ["1/2", "one half"],
  ["1/3", "one third"],
  ["1/4", "one quarter"],
]);

function spokenFraction(node: FractionNode, depth: number): string[] {
  const over = joined(spoken(bodyOf(node.numer), depth));
  const under = joined(simple(node.denom, depth));
  if (!node.hasBarLine) return [over, "choose", under];
  return [
    PARTS.get(`${over}/${under}`) ??
      `${over}${isCompound(bodyOf(node.numer)) ? ", all over" : " over"} ${under}`,
  ];
}
