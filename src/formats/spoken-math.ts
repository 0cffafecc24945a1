/**
 * Short formulas in words, as a person would read them aloud: "x squared plus 1", "the sum from i equals 1 to n of x sub i".
 * Long formulas can't be followed by ear; the caller announces them instead.
 */
import { isAligned } from "../layout/math/array-text.ts";
import {
  type ArrayNode,
  bodyOf,
  type FormulaNode,
  type OperatorNode,
  type RootNode,
  type ScriptsNode,
} from "../layout/math/formula.ts";
import { inlineText } from "../layout/math/inline.ts";
import { symbolOf } from "../layout/math/symbols.ts";
import {
  type Enclosed,
  enclosedAt,
  isCompound,
  isFactor,
  isList,
  isOpening,
  isFactorial,
  isGroup,
  isPrefix,
  linkTo,
  symbolIn,
} from "./spoken-brackets.ts";
import {
  derivativeOfField,
  derivativeOrder,
  ending,
  holdsFraction,
  isDigit,
  isDigitComma,
  isMarked,
  isName,
  shownAfter,
} from "./spoken-context.ts";
import { endOf, inSet, isComposed, signInPlace } from "./spoken-places.ts";
import { fraction, held, index, listed, quantity, type Say, within } from "./spoken-operands.ts";
import { inFace, markedLetter, withKinds } from "./spoken-letters.ts";
import { POWERS, RANGES, rangeInWords, UNSPOKEN, VALUES } from "./spoken-signs.ts";
import { accent, bracketName, joined, operator, spokenOperator, spokenSign } from "./spoken-words.ts";

/** The longest formula that is read aloud, in words. */
const MOST_WORDS = 12;
/** The deepest nesting that is read aloud. */
const DEEPEST = 12;

/** The formula in at most 12 words; empty if it shows nothing; undefined if it is longer or can't be read aloud. */
export function spokenFormula(nodes: readonly FormulaNode[]): string | undefined {
  try {
    const text = withKinds(joined(spoken(nodes, 0)));
    return text.split(" ").length > MOST_WORDS ? undefined : text;
  } catch (error) {
    if (error === UNSPOKEN) return undefined;
    throw error;
  }
}

/** What reads a part at a depth. */
function sayAt(depth: number): Say {
  return (nodes) => spoken(nodes, depth);
}

function spoken(nodes: readonly FormulaNode[], depth: number): string[] {
  if (depth > DEEPEST || nodes.length > 4 * MOST_WORDS) throw UNSPOKEN;
  const words: string[] = [];
  let number = "";
  /** The index of a bracket that holds a further argument. */
  let called = -1;
  const close = (): void => {
    if (number !== "") words.push(number);
    number = "";
  };
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    const enclosed = enclosedAt(nodes, index);
    if (isDigit(node) || isDigitComma(node, number, nodes[index + 1]))
      number += isDigit(node) ? node.text : ",";
    else if (node.type === "supsub" && isDigit(node.base)) {
      // The parser attaches a script to the last digit only.
      words.push(number + node.base.text, ...scripts(node, depth + 1));
      number = "";
    } else if (enclosed !== undefined) {
      const isNumber = number !== "";
      close();
      const isHeld = enclosed.scripts !== undefined || isFactorial(shownAfter(nodes, enclosed.end));
      const before = isNumber ? "number" : nodes[index - 1];
      // The next bracket belongs to the same function: f(g)(x), (f ∘ g)(x).
      const isApplied = isOpening(node) && called === index;
      words.push(...(isApplied ? [", of"] : []));
      words.push(...spokenEnclosed(enclosed, isApplied ? undefined : before, depth + 1, isHeld));
      const isCall =
        isApplied || linkTo(before, enclosed.content)[0] === "of" || isComposed(enclosed.content);
      const next = shownAfter(nodes, enclosed.end);
      if (isCall && next !== undefined && isOpening(next)) called = nodes.indexOf(next);
      else words.push(...endOf(enclosed, isCall, next, depth));
      index = enclosed.end;
    } else {
      const isNumber = number !== "";
      close();
      const field = derivativeOfField(node, nodes[index + 1]);
      const before = isNumber ? "number" : nodes[index - 1];
      const isProduct = holdsFraction([node]) && isFactor(before) && !isPrefix(before);
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
  const sign = signInPlace(nodes, index, depth === 0);
  if (sign !== undefined) return sign;
  const before = nodes[index - 1];
  // a/(b/c), whose second part would be heard as a further division.
  if (before && symbolIn(before) === "/" && holdsFraction([node])) return held(bodyOf(node), sayAt(depth));
  return spokenNode(node, depth);
}

/** A bracket with the words before it: an argument after a function, a product after a factor. */
function spokenEnclosed(
  own: Enclosed,
  before: FormulaNode | "number" | undefined,
  depth: number,
  isHeld: boolean,
): string[] {
  const after = own.scripts === undefined ? [] : scripts(own.scripts, depth);
  if (own.kind === "norm" && own.scripts?.sub) {
    const order = joined(spoken(bodyOf(own.scripts.sub), depth));
    const power = scripts({ type: "supsub", sup: own.scripts.sup ?? null }, depth);
    return [
      ...(isFactor(before) ? ["times"] : []),
      `the ${order} norm of`,
      ...quantity(own.content, sayAt(depth)),
      ...power,
    ];
  }
  if (own.kind !== "brackets") {
    const times = isFactor(before) && own.kind !== "ket" && own.kind !== "bra" ? ["times"] : [];
    const isSet = own.kind === "set";
    const words = isSet ? spoken(own.content, depth).map(inSet) : quantity(own.content, sayAt(depth));
    return [...times, VALUES[own.kind], ...words, ...after];
  }
  const link = linkTo(before, own.content);
  const isListed = isList(own.content);
  const isNamed = isListed && own.signs !== undefined && (link[0] !== "of" || own.signs[0] !== "(");
  const words =
    own.signs && isNamed
      ? [
          bracketName(own.signs[0], own.signs),
          ...spoken(own.content, depth),
          `, end ${bracketName(own.signs[1], own.signs)}`,
        ]
      : isListed
        ? listed(own.content, sayAt(depth))
        : isHeld
          ? held(own.content, sayAt(depth))
          : quantity(own.content, sayAt(depth));
  return [...link, ...words, ...after];
}

function spokenNode(node: FormulaNode, depth: number): string[] {
  const inner = depth + 1;
  switch (node.type) {
    case "mathord":
    case "textord":
    case "atom":
      return [markedLetter(symbolOf(node.text), spokenSign(symbolOf(node.text)))];
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
      return isName(node)
        ? [inlineText(bodyOf(node.body))]
        : spoken(bodyOf(node.body), inner).map((word) => inFace(word, node.font));
    case "op":
      return node.name === undefined ? spoken(node.body ?? [], inner) : operator(node.name);
    case "operatorname":
      return [inlineText(node.body)];
    case "supsub":
      return spokenScripts(node, inner);
    case "genfrac":
      return fraction(node, sayAt(inner));
    case "sqrt":
      return [rootWords(node, inner), ...within(node.body, sayAt(inner))];
    case "accent":
      return [...held(bodyOf(node.base), sayAt(inner)), accent(node.label)];
    case "overline":
      return [...held(bodyOf(node.body), sayAt(inner)), accent("\\overline")];
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

function rootWords(node: RootNode, depth: number): string {
  if (!node.index) return "the square root of";
  const order = joined(spoken(bodyOf(node.index), depth));
  return order === "3" ? "the cube root of" : `the root of order ${order} of`;
}

function spokenScripts(node: ScriptsNode, depth: number): string[] {
  const base = node.base ?? undefined;
  if (base?.type === "op" && base.name !== undefined && (base.limits || RANGES.has(base.name))) {
    return limits(base.name, node, depth);
  }
  if (base?.type === "op" && isMarked(base)) return marked(base, node, depth);
  if (base && node.sub && !node.sup && /^[|∣]$/.test(symbolIn(base))) {
    const where = bodyOf(node.sub);
    return [isCompound(where) ? "at" : "restricted to", ...spoken(where, depth)];
  }
  if (base?.type === "atom" || base?.type === "leftright") throw UNSPOKEN;
  const order = derivativeOrder(node);
  if (order !== undefined) return [`the ${order} derivative of`, ...spokenNode(base!, depth)];
  if (base?.type === "sqrt") return [...spokenNode(base, depth), "end root", ...scripts(node, depth)];
  const own =
    base === undefined ? [] : isGroup([base]) ? held(bodyOf(base), sayAt(depth)) : spokenNode(base, depth);
  return [...own, ...scripts(node, depth)];
}

/** The words for scripts, after those of their base. */
function scripts({ base, sub, sup }: ScriptsNode, depth: number): string[] {
  return [
    ...(sub ? ["sub", ...index(sub, sayAt(depth))] : []),
    ...(sup ? power(bodyOf(sup), depth, isDigit(base)) : []),
  ];
}

function power(nodes: readonly FormulaNode[], depth: number, isNumeric = false): string[] {
  const primes = nodes.filter((own) => own.type === "textord" && own.text === "\\prime").length;
  if (primes > 0) {
    if (primes < nodes.length || primes > 2) throw UNSPOKEN;
    return [primes === 1 ? "prime" : "double prime"];
  }
  const sign = nodes.length === 1 ? symbolIn(nodes[0]!) : "";
  const known = sign === "T" && isNumeric ? undefined : POWERS.get(sign);
  if (known !== undefined) return [known];
  const words = nodes.some(isFactorial) ? held(nodes, sayAt(depth)) : quantity(nodes, sayAt(depth));
  return ["to", words[0]?.startsWith("the ") === true ? "" : "the", ...words];
}

function limits(name: string, node: ScriptsNode, depth: number): string[] {
  const from = node.sub ? joined(spoken(bodyOf(node.sub), depth)) : undefined;
  const to = node.sup ? joined(spoken(bodyOf(node.sup), depth)) : undefined;
  if (from === undefined && to !== undefined) throw UNSPOKEN;
  return [spokenOperator(name), rangeInWords(name, from, to), "of"];
}

/** The rows of aligned formulas, one after the other. */
function spokenRows(node: ArrayNode, depth: number): string[] {
  // Only an environment with numbers, such as equation, has tags.
  if (!isAligned(node) && node.tags === undefined) throw UNSPOKEN;
  return node.body.flatMap((row) => [...row.flatMap((cell) => spoken(bodyOf(cell), depth)), ","]);
}

/** A relation with a sign above it: `\overset{!}{=}`. */
function marked(base: OperatorNode, { sub, sup }: ScriptsNode, depth: number): string[] {
  const relation = joined(spoken(base.body ?? [], depth));
  const above = joined(spoken(bodyOf(sup), depth));
  if (sub) throw UNSPOKEN;
  if (relation === "equals" && above === "exclamation mark") return ["must equal"];
  return [relation, ", with", above, "above ,"];
}
