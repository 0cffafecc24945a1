/**
 * Where a formula may be broken: each place has a rank, from the best to the worst. As in a book, the best
 * place is before the operator that binds least:
 *
 *     wide gaps · implications · connectives · relations · sums · products · commas · blanks between factors · factors behind a bracket ·
 *     the same within brackets · any blank
 *
 *     p ⟹ a = b + c · d
 *       1   3   4   5
 *
 * A line may also end at the blanks of a text, as at a sum, or in a sentence, as at a connective:
 * `if x > 0 and y > 0`. Signs such as ∧ join propositions only if there are propositions: in `a ∧ b = b ∧ a` they bind
 * more tightly than the relation.
 */
import { textOf } from "./box.ts";
import type { Item, Spaced } from "./setting.ts";
import { isBlank } from "./lines.ts";

export const RANK = {
  formula: 0,
  implication: 1,
  connective: 2,
  relation: 3,
  sum: 4,
  product: 5,
  comma: 6,
  factor: 7,
  beside: 8,
} as const;
/** The least gap between two separate formulas, in columns. */
const QUAD = 2;
/**
 * The first rank of places within brackets; each level of brackets has four ranks, up to the deepest level that is
 * distinguished.
 */
export const NESTED = 9;
const DEEPEST = 6;
/** Any blank. */
export const BLANK = NESTED + 4 * DEEPEST;
/** No place to break a line. */
const NONE = BLANK + 1;

const IMPLICATIONS: ReadonlySet<string> = new Set("⟹⟸⟺⇒⇐⇔⊢⊨⊩⇛".split(""));
/** The bar after the variables of a set or before a condition. */
const BARS: ReadonlySet<string> = new Set("|∣".split(""));
const CONNECTIVES: ReadonlySet<string> = new Set("∧∨⊻".split(""));
const SUMS: ReadonlySet<string> = new Set("+−±∓∪∨⊕⊖⊎⊔∖⊻∔∸".split(""));
/** What begins a formula of its own. */
const CONCLUSIONS: ReadonlySet<string> = new Set("∴∵".split(""));
const QUANTIFIERS: ReadonlySet<string> = new Set("∀∃∄¬".split(""));

/** The rank of a line break before each item of a list. */
export function ranksOf(list: readonly Spaced[]): number[] {
  const hasPropositions = joinsPropositions(list);
  let depth = 0;
  const ranks = list.map((own, index) => {
    if (own.item.class === "close" && depth > 0) depth--;
    const rank = rankBefore(own, list[index - 1], depth, hasPropositions);
    if (own.item.class === "open" && own.item.rightClass === undefined) depth++;
    return rank;
  });
  return hasPropositions ? ranks : withWordsBetween(list, ranks);
}

/** Words between two relations separate two formulas: `y = x² for all x ∈ X`. */
function withWordsBetween(list: readonly Spaced[], ranks: readonly number[]): number[] {
  const [first, last] = [ranks.indexOf(RANK.relation), ranks.lastIndexOf(RANK.relation)];
  return ranks.map((rank, at) =>
    at > first && at < last && rank === RANK.sum && isBlank(list[at]!.item) ? RANK.formula : rank,
  );
}

function rankBefore(
  own: Spaced,
  before: Spaced | undefined,
  depth: number,
  hasPropositions: boolean,
): number {
  // An operator stays with its right operand.
  if (before === undefined || isOperator(before)) return NONE;
  const plain = plainRank(own, before, hasPropositions);
  const isConclusion = CONCLUSIONS.has(textOf(own.item.box));
  if (depth === 0 && (isConclusion || (own.gap >= QUAD && !isOperator(own)))) return RANK.formula;
  if (plain === undefined && own.gap === 0)
    return depth === 0 && isFactor(own.item, before.item) ? RANK.beside : NONE;
  if (plain === undefined) return depth === 0 && !isArgument(before) ? RANK.factor : BLANK;
  if (depth === 0) return hasPropositions && plain === RANK.comma ? RANK.connective : plain;
  const isWeakest = plain === RANK.comma || BARS.has(textOf(own.item.box));
  const within = isWeakest ? 0 : Math.max(0, plain - RANK.connective);
  return NESTED + 4 * (Math.min(depth, DEEPEST) - 1) + within;
}

/** Whether it is a factor right behind a closing bracket, as in `[a + b]f(x)`: no sign between them is lost at a line's end. */
function isFactor({ class: given, box }: Item, before: Item): boolean {
  if ((before.rightClass ?? before.class) !== "close" || textOf(before.box).startsWith("!")) return false;
  return (
    (given === "ord" && /^\p{L}/u.test(textOf(box))) ||
    given === "open" ||
    (given === "op" && before.class === "close")
  );
}

/** Whether its successor is its argument: that of a name, or the scope of a quantifier or an operator. */
function isArgument({ item }: Spaced): boolean {
  return item.class === "op" || QUANTIFIERS.has(textOf(item.box));
}

function isOperator({ item }: Spaced): boolean {
  return item.class === "bin" || item.class === "rel";
}

function plainRank({ item }: Spaced, before: Spaced, hasPropositions: boolean): number | undefined {
  const text = textOf(item.box);
  if (isBlank(item)) return hasPropositions ? RANK.connective : RANK.sum;
  if (item.class === "rel") return IMPLICATIONS.has(text) ? RANK.implication : RANK.relation;
  const side = before.item.rightClass ?? before.item.class;
  // A sum stays with a sign or a bracket before it.
  if (item.class === "op" && item.isName !== true && side !== "op" && side !== "open") return RANK.product;
  if (item.class === "bin") {
    if (hasPropositions && CONNECTIVES.has(text)) return RANK.connective;
    return SUMS.has(text) ? RANK.sum : RANK.product;
  }
  return before.item.class === "punct" || isFullStop(before, item) ? RANK.comma : undefined;
}

/** Whether it is the full stop after a quantifier's variables, and not that of a number. */
function isFullStop(before: Spaced, next: Item): boolean {
  return textOf(before.item.box) === "." && !/^\d/.test(textOf(next.box));
}

/** Whether it begins with a word and a blank, as the condition of a case does. */
function isSentence(list: readonly Spaced[]): boolean {
  const end = list.findIndex(({ item }) => !/^\p{L}$/u.test(textOf(item.box)));
  return end > 0 && isBlank(list[end]!.item);
}

const DOTS: ReadonlySet<string> = new Set(["…", "⋯", ""]);

/**
 * Whether connectives and commas join propositions: there is an implication, a quantifier or a negation, or each operand has a
 * relation.
 */
function joinsPropositions(list: readonly Spaced[]): boolean {
  if (isSentence(list)) return true;
  let [depth, operands, relations] = [0, 1, 0];
  let hasRelation = false;
  for (const { item } of list) {
    const text = textOf(item.box);
    if (item.class === "close") depth = Math.max(0, depth - 1);
    if (depth === 0) {
      if (QUANTIFIERS.has(text) || (item.class === "rel" && IMPLICATIONS.has(text))) return true;
      if (item.class === "rel" || DOTS.has(text)) hasRelation = true;
      else if (item.class === "punct" || (item.class === "bin" && CONNECTIVES.has(text))) {
        operands++;
        relations += hasRelation ? 1 : 0;
        hasRelation = false;
      }
    }
    if (item.class === "open" && item.rightClass === undefined) depth++;
  }
  return operands > 1 && relations + (hasRelation ? 1 : 0) === operands;
}
