/**
 * Short formulas in words, as a person would read them aloud: "x squared plus 1", "the sum from i equals 1 to n of x sub i".
 * Long formulas can't be followed by ear; the caller announces them instead.
 */
import {
  bodyOf,
  type FontNode,
  type FormulaNode,
  type FractionNode,
  type RootNode,
  type ScriptsNode,
  type SymbolNode,
} from "../layout/math/formula.ts";
import { inlineText } from "../layout/math/inline.ts";
import { symbolOf } from "../layout/math/symbols.ts";
import { type Enclosed, enclosedAt, isCompound, isFactor, linkTo, textOf } from "./spoken-brackets.ts";
import { ACCENTS, OPERATORS, signInWords, UNSPOKEN } from "./spoken-signs.ts";

/** The longest formula that is read aloud, in words. */
const MOST_WORDS = 12;
/** The deepest nesting that is read aloud. */
const DEEPEST = 12;

/** The formula in at most 12 words; empty if it shows nothing; undefined if it is longer or can't be read aloud. */
export function spokenFormula(nodes: readonly FormulaNode[]): string | undefined {
  try {
    const text = joined(spoken(nodes, 0));
    return text.split(" ").length > MOST_WORDS ? undefined : text;
  } catch (error) {
    if (error === UNSPOKEN) return undefined;
    throw error;
  }
}

function joined(words: readonly string[]): string {
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replace(/(?: ,)+/g, ",")
    .replace(/,$/, "");
}

function spoken(nodes: readonly FormulaNode[], depth: number): string[] {
  if (depth > DEEPEST || nodes.length > 4 * MOST_WORDS) throw UNSPOKEN;
  const words: string[] = [];
  let number = "";
  const close = (): void => {
    if (number !== "") words.push(number);
    number = "";
  };
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    const enclosed = enclosedAt(nodes, index);
    if (isDigit(node)) number += node.text;
    else if (node.type === "supsub" && isDigit(node.base)) {
      // The parser attaches a script to the last digit only.
      words.push(number + node.base.text, ...scripts(node, depth + 1));
      number = "";
    } else if (enclosed !== undefined) {
      const isNumber = number !== "";
      close();
      words.push(...spokenEnclosed(enclosed, isNumber ? "number" : nodes[index - 1], depth + 1));
      index = enclosed.end;
    } else {
      close();
      words.push(...(isColonOfMap(nodes, index) ? ["from"] : spokenNode(node, depth)));
    }
  }
  close();
  return words;
}

function isDigit(node: FormulaNode | null | undefined): node is SymbolNode {
  return node?.type === "textord" && /^[\d.]$/.test(node.text);
}

/** Whether the node is the colon of f: A → B. */
function isColonOfMap(nodes: readonly FormulaNode[], index: number): boolean {
  return isColon(nodes[index]!) && nodes.slice(index).some((own) => /^[→⟶↪↠]$/.test(textOf(own)));
}

function isColon(node: FormulaNode): boolean {
  const only =
    (node.type === "mclass" || node.type === "ordgroup") && node.body.length === 1 ? node.body[0]! : node;
  return textOf(only) === ":";
}

const VALUES: Readonly<Record<"set" | "value" | "norm", string>> = {
  set: "the set of",
  value: "the absolute value of",
  norm: "the norm of",
};

/** A bracket with the words before it: an argument after a function, a product after a factor. */
function spokenEnclosed(own: Enclosed, before: FormulaNode | "number" | undefined, depth: number): string[] {
  const after = own.scripts === undefined ? [] : scripts(own.scripts, depth);
  if (own.kind !== "brackets") {
    const times = isFactor(before) ? ["times"] : [];
    const isSet = own.kind === "set";
    const words = isSet ? spoken(own.content, depth).map(inSet) : quantity(own.content, depth);
    return [...times, VALUES[own.kind], ...words, ...after];
  }
  return [...linkTo(before, own.content), ...quantity(own.content, depth), ...after];
}

/** In a set, a bar means "such that" and not "given". */
function inSet(word: string): string {
  return word === "given" ? "such that" : word;
}

/** An operand; a sum is announced as a quantity and ends with a comma, so that the listener hears its end. */
function quantity(nodes: readonly FormulaNode[], depth: number): string[] {
  const words = spoken(nodes, depth);
  return isCompound(nodes) ? ["the quantity", ...words, ","] : words;
}

function simple(node: FormulaNode | null | undefined, depth: number): string[] {
  return quantity(bodyOf(node), depth);
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
      return isName(node) ? [inlineText([node])] : spoken(bodyOf(node.body), inner);
    case "op":
      return node.name === undefined ? spoken(node.body ?? [], inner) : operator(node.name);
    case "operatorname":
      return [inlineText(node.body)];
    case "supsub":
      return spokenScripts(node, inner);
    case "genfrac":
      return spokenFraction(node, inner);
    case "sqrt":
      return [rootWords(node, inner), ...simple(node.body, inner)];
    case "accent":
      return [...spoken(bodyOf(node.base), inner), accent(node.label)];
    case "overline":
      return [...spoken(bodyOf(node.body), inner), accent("\\overline")];
    case "mathchoice":
      return spoken(node.text, inner);
    default:
      throw UNSPOKEN;
  }
}

/** Whether it is a word in upright letters, such as softmax. */
function isName(node: FontNode): boolean {
  return ["mathrm", "mathsf", "mathit", "mathtt"].includes(node.font) && bodyOf(node.body).length > 1;
}

function rootWords(node: RootNode, depth: number): string {
  if (!node.index) return "the square root of";
  const order = joined(spoken(bodyOf(node.index), depth));
  return order === "3" ? "the cube root of" : `the root of order ${order} of`;
}

function spokenSign(sign: string): string {
  const word = signInWords(sign);
  if (word === undefined) throw UNSPOKEN;
  return word;
}

function spokenOperator(name: string): string {
  return OPERATORS[name] ?? name.replace("\\", "");
}

/** The words for an operator: a sum is followed by "of", a sine by its argument. */
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
  ["∘", "degrees"],
  ["°", "degrees"],
  ["⊤", "transposed"],
  ["T", "transposed"],
  ["†", "dagger"],
  ["∗", "star"],
  ["*", "star"],
  ["+", "plus"],
  ["−", "minus"],
]);
/** Operators with a range, from one limit to another. */
const RANGES: ReadonlySet<string> = new Set(["\\sum", "\\prod", "\\int", "\\oint", "\\bigcup", "\\bigcap"]);

function spokenScripts(node: ScriptsNode, depth: number): string[] {
  const base = node.base ?? undefined;
  if (base?.type === "op" && base.name !== undefined && (base.limits || RANGES.has(base.name))) {
    return limits(base.name, node, depth);
  }
  if (base?.type === "atom" || base?.type === "leftright") throw UNSPOKEN;
  return [...(base === undefined ? [] : spokenNode(base, depth)), ...scripts(node, depth)];
}

/** The words for scripts, after those of their base. */
function scripts({ sub, sup }: ScriptsNode, depth: number): string[] {
  return [...(sub ? ["sub", ...simple(sub, depth)] : []), ...(sup ? power(bodyOf(sup), depth) : [])];
}

function power(nodes: readonly FormulaNode[], depth: number): string[] {
  const primes = nodes.filter((own) => own.type === "textord" && own.text === "\\prime").length;
  if (primes > 0) {
    if (primes < nodes.length || primes > 2) throw UNSPOKEN;
    return [primes === 1 ? "prime" : "double prime"];
  }
  const sign = nodes.length === 1 ? textOf(nodes[0]!) : "";
  const known = POWERS.get(sign);
  return known === undefined ? ["to", isCompound(nodes) ? "" : "the", ...quantity(nodes, depth)] : [known];
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
  ["2/3", "two thirds"],
  ["1/4", "one quarter"],
  ["3/4", "three quarters"],
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
