/**
 * Short formulas in words, as a person would read them aloud: "x squared plus 1", "the sum from i equals 1 to n of x sub i".
 * Long formulas can't be followed by ear; the caller announces them instead.
 */
import { isAligned } from "../../layout/math/array-text.ts";
import { type ArrayNode, bodyOf, type FormulaNode, type RootNode } from "../../layout/math/formula.ts";
import { inlineText } from "../../layout/math/inline.ts";
import { symbolOf } from "../../layout/math/symbols.ts";
import { enclosedAt, isFactor, isFactorial, isOpening, isPrefix, linkTo, symbolIn } from "./brackets.ts";
import {
  derivativeOfField,
  ending,
  holdsFraction,
  isDigit,
  isDigitComma,
  isName,
  shownAfter,
} from "./context.ts";
import { spokenEnclosed } from "./enclosed.ts";
import { inFace, markedLetter, withKinds } from "./letters.ts";
import { fraction, held, type Say, type Voice, within } from "./operands.ts";
import { endOf, isComposed, signInPlace } from "./places.ts";
import { scripts, spokenScripts } from "./scripts.ts";
import { UNSPOKEN } from "./signs.ts";
import { accent, joined, operator, spokenSign } from "./words.ts";
import { append } from "../../text/append.ts";

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

function voiceAt(depth: number): Voice {
  return { say: sayAt(depth), node: (node) => spokenNode(node, depth) };
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
      append(words, [number + node.base.text, ...scripts(node, voiceAt(depth + 1))]);
      number = "";
    } else if (enclosed !== undefined) {
      const isNumber = number !== "";
      close();
      const isHeld = enclosed.scripts !== undefined || isFactorial(shownAfter(nodes, enclosed.end));
      const before = isNumber ? "number" : nodes[index - 1];
      // The next bracket belongs to the same function: f(g)(x), (f ∘ g)(x).
      const isApplied = isOpening(node) && called === index;
      if (isApplied) words.push(", of");
      append(words, spokenEnclosed(enclosed, isApplied ? undefined : before, voiceAt(depth + 1), isHeld));
      const isCall =
        isApplied || linkTo(before, enclosed.content)[0] === "of" || isComposed(enclosed.content);
      const next = shownAfter(nodes, enclosed.end);
      if (isCall && next !== undefined && isOpening(next)) called = nodes.indexOf(next);
      else append(words, endOf(enclosed, isCall, next, depth));
      index = enclosed.end;
    } else {
      const isNumber = number !== "";
      close();
      const field = derivativeOfField(node, nodes[index + 1]);
      const before = isNumber ? "number" : nodes[index - 1];
      const isProduct = holdsFraction([node]) && isFactor(before) && !isPrefix(before);
      if (field !== undefined) index++;
      if (isProduct) words.push("times");
      append(words, field === undefined ? inPlace(nodes, index, depth) : [field]);
      append(words, ending(node, shownAfter(nodes, index)));
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
      return spokenScripts(node, voiceAt(inner));
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

/** The rows of aligned formulas, one after the other. */
function spokenRows(node: ArrayNode, depth: number): string[] {
  // Only an environment with numbers, such as equation, has tags.
  if (!isAligned(node) && node.tags === undefined) throw UNSPOKEN;
  return node.body.flatMap((row) => [...row.flatMap((cell) => spoken(bodyOf(cell), depth)), ","]);
}
