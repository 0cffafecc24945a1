/**
 * Short formulas in words, as a person would read them aloud: "x squared plus 1", "the sum from i equals 1 to n of x sub i".
 * Long formulas can't be followed by ear; the caller announces them instead.
 */
import { isAligned } from "../layout/math/arrays.ts";
import {
  type ArrayNode,
  bodyOf,
  type FontNode,
  type FormulaNode,
  type FractionNode,
  type OperatorNode,
  type RootNode,
  type ScriptsNode,
  type SymbolNode,
} from "../layout/math/formula.ts";
import { inlineText } from "../layout/math/inline.ts";
import { symbolOf } from "../layout/math/symbols.ts";
import { type Enclosed, enclosedAt, isCompound, isFactor, linkTo, symbolIn } from "./spoken-brackets.ts";
import {
  RATIO,
  derivativeOfField,
  derivativeOrder,
  ending,
  holdsFraction,
  inSet,
  isColonOfMap,
  isRatio,
  namedPart,
  shownAfter,
} from "./spoken-context.ts";
import {
  ACCENTS,
  OPERATORS,
  POWERS,
  RANGES,
  rangeInWords,
  signInWords,
  UNSPOKEN,
  VALUES,
} from "./spoken-signs.ts";

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
    .replace(/: equals/g, "is defined as")
    .replace(/(^| ):(?= |$)/g, "$1to")
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
      const isNumber = number !== "";
      close();
      const field = derivativeOfField(node, nodes[index + 1]);
      const isProduct = holdsFraction([node]) && isFactor(isNumber ? "number" : nodes[index - 1]);
      if (field !== undefined) index++;
      words.push(
        ...(isProduct ? ["times"] : []),
        ...(field === undefined ? inPlace(nodes, index, depth) : [field]),
      );
      words.push(...ending(node, shownAfter(nodes, index)));
    }
  }
  close();
  return words;
}

/** The words for a node by the nodes beside it. */
function inPlace(nodes: readonly FormulaNode[], index: number, depth: number): string[] {
  const node = nodes[index]!;
  if (isColonOfMap(nodes, index)) return ["from"];
  const relation = node.type === "atom" && node.family === "rel" ? symbolIn(node) : "";
  if (depth === 0 && /^[|∣]$/.test(relation)) return ["divides"];
  if (relation === ":" && isRatio(nodes)) return [RATIO];
  return spokenNode(node, depth);
}

function isDigit(node: FormulaNode | null | undefined): node is SymbolNode {
  return node?.type === "textord" && /^[\d.]$/.test(node.text);
}

/** A bracket with the words before it: an argument after a function, a product after a factor. */
function spokenEnclosed(own: Enclosed, before: FormulaNode | "number" | undefined, depth: number): string[] {
  const after = own.scripts === undefined ? [] : scripts(own.scripts, depth);
  if (own.kind === "norm" && own.scripts?.sub) {
    const order = joined(spoken(bodyOf(own.scripts.sub), depth));
    const power = scripts({ type: "supsub", sup: own.scripts.sup ?? null }, depth);
    return [
      ...(isFactor(before) ? ["times"] : []),
      `the ${order} norm of`,
      ...quantity(own.content, depth),
      ...power,
    ];
  }
  if (own.kind !== "brackets") {
    const times = isFactor(before) && own.kind !== "ket" && own.kind !== "bra" ? ["times"] : [];
    const isSet = own.kind === "set";
    const words = isSet ? spoken(own.content, depth).map(inSet) : quantity(own.content, depth);
    return [...times, VALUES[own.kind], ...words, ...after];
  }
  return [...linkTo(before, own.content), ...quantity(own.content, depth), ...after];
}

/** An operand; a sum is announced as a quantity and ends with a comma, so that the listener hears its end. */
function quantity(nodes: readonly FormulaNode[], depth: number): string[] {
  const words = spoken(nodes, depth);
  return isCompound(nodes) || holdsFraction(nodes) ? ["the quantity", ...words, ","] : words;
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
      return isName(node) ? [inlineText(bodyOf(node.body))] : spoken(bodyOf(node.body), inner);
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
    case "array":
      return spokenRows(node, inner);
    case "tag":
      return spoken(node.body, inner);
    case "mathchoice":
      return spoken(node.text, inner);
    default:
      throw UNSPOKEN;
  }
}

/** Whether it is a word in upright letters, such as softmax. */
function isName(node: FontNode): boolean {
  return (
    ["mathrm", "mathsf", "mathit", "mathtt", "mathbf"].includes(node.font) && bodyOf(node.body).length > 1
  );
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

function spokenScripts(node: ScriptsNode, depth: number): string[] {
  const base = node.base ?? undefined;
  if (base?.type === "op" && base.name !== undefined && (base.limits || RANGES.has(base.name))) {
    return limits(base.name, node, depth);
  }
  if (base?.type === "op" && isMarked(base)) return marked(base, node, depth);
  if (base?.type === "atom" || base?.type === "leftright") throw UNSPOKEN;
  const order = derivativeOrder(node);
  if (order !== undefined) return [`the ${order} derivative of`, ...spokenNode(base!, depth)];
  if (base?.type === "sqrt") return [...spokenNode(base, depth), "end root", ...scripts(node, depth)];
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
  const sign = nodes.length === 1 ? symbolIn(nodes[0]!) : "";
  const known = POWERS.get(sign);
  return known === undefined ? ["to", isCompound(nodes) ? "" : "the", ...quantity(nodes, depth)] : [known];
}

function limits(name: string, node: ScriptsNode, depth: number): string[] {
  const from = node.sub ? joined(spoken(bodyOf(node.sub), depth)) : undefined;
  const to = node.sup ? joined(spoken(bodyOf(node.sup), depth)) : undefined;
  if (from === undefined && to !== undefined) throw UNSPOKEN;
  return [spokenOperator(name), rangeInWords(name, from, to), "of"];
}

function spokenFraction(node: FractionNode, depth: number): string[] {
  const over = joined(spoken(bodyOf(node.numer), depth));
  const under = joined(simple(node.denom, depth));
  if (!node.hasBarLine) return [over, "choose", under];
  const isLong = isCompound(bodyOf(node.numer)) || holdsFraction(bodyOf(node.numer));
  return [namedPart(node) ?? `${over}${isLong ? ", all over" : " over"} ${under}`];
}

/** The rows of aligned formulas, one after the other. */
function spokenRows(node: ArrayNode, depth: number): string[] {
  // Only an environment with numbers, such as equation, has tags.
  if (!isAligned(node) && node.tags === undefined) throw UNSPOKEN;
  return node.body.flatMap((row) => [...row.flatMap((cell) => spoken(bodyOf(cell), depth)), ","]);
}

/** Whether its superscript stands above it: `\overset` and `\stackrel` make operators without a name. */
function isMarked({ name, suppressBaseShift, limits: hasLimits, alwaysHandleSupSub }: OperatorNode): boolean {
  return suppressBaseShift === true || (name === undefined && hasLimits && alwaysHandleSupSub === true);
}

/** A relation with a sign above it: `\overset{!}{=}`. */
function marked(base: OperatorNode, { sub, sup }: ScriptsNode, depth: number): string[] {
  const relation = joined(spoken(base.body ?? [], depth));
  const above = joined(spoken(bodyOf(sup), depth));
  if (sub) throw UNSPOKEN;
  if (relation === "equals" && above === "factorial") return ["must equal"];
  return [relation, ", with", above, "above ,"];
}
