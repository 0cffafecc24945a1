/**
 * Fractions, binomials and roots.
 *
 *     a + b        ⎛n⎞       ┌───────
 *     ─────        ⎝k⎠      √│ x + y       and on one row: (a + b)/c, (n choose k), √(x + y)
 *       c
 */
import { beside, blankBox, type Box, isTall, ruleBox, stacked, textBox, textOf } from "./box.ts";
import { around, aroundAll, centredIfBroken } from "./narrow.ts";
import { bracketed, delimiterOf, enclosed } from "./delimiters.ts";
import { bodyOf, type FormulaNode, type FractionNode, type RootNode } from "./formula.ts";
import { isDerivative, isRadicand, isSingle, isSum } from "./operands.ts";
import { isLinear, item, type Item, type Setting, styled } from "./setting.ts";
import { listBox } from "./spacing.ts";
import { raised } from "./raised.ts";
import { tableOf } from "../../text/own.ts";

/** Fractions that Unicode has (block Number Forms, and Latin-1). */
const VULGAR = tableOf<string>({
  "1/2": "½",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/4": "¼",
  "3/4": "¾",
  "1/5": "⅕",
  "2/5": "⅖",
  "3/5": "⅗",
  "4/5": "⅘",
  "1/6": "⅙",
  "5/6": "⅚",
  "1/7": "⅐",
  "1/8": "⅛",
  "3/8": "⅜",
  "5/8": "⅝",
  "7/8": "⅞",
  "1/9": "⅑",
  "1/10": "⅒",
});

export function fractionItem(node: FractionNode, setting: Setting): Item {
  const inner = setting.style === "display" ? styled(setting, "text") : setting;
  const numerator = setting.items(bodyOf(node.numer), inner);
  const denominator = setting.items(bodyOf(node.denom), inner);
  if (isLinear(setting)) return linearFraction(node, numerator, denominator, inner);
  const over = listBox(numerator, inner);
  const under = listBox(denominator, inner);
  if (!node.hasBarLine || node.leftDelim !== null || node.rightDelim !== null)
    return item(aroundAll([over, under], 2, ([own, other]) => enclosedPair(node, own!, other!)));
  // The bar of an outer fraction is longer than the inner ones, so that they can be distinguished.
  const isNested = [...numerator, ...denominator].some(
    ({ class: given, box }) => given === "inner" && isTall(box),
  );
  const longer = isNested ? 2 : 0;
  const box = aroundAll([over, under], longer, ([own, other]) => overBar(own!, other!, longer));
  return { ...item(box, "inner"), isQuotient: true };
}

function overBar(over: Box, under: Box, longer: number): Box {
  const columns = Math.max(1, over.columns, under.columns);
  return stacked([over, ruleBox("─", columns + longer), under], 1);
}

/** A pair in delimiters, such as a binomial, or without a bar. */
function enclosedPair(node: FractionNode, over: Box, under: Box): Box {
  const [left, right] = [delimiterOf(node.leftDelim ?? "."), delimiterOf(node.rightDelim ?? ".")];
  if (node.hasBarLine) return enclosed(left, overBar(over, under, 0), right);
  const isAiry = isTall(over) || isTall(under);
  const body = stacked([over, ...(isAiry ? [textBox("")] : []), under], 1);
  return enclosed(left, isAiry ? body : { ...body, baseline: Math.max(0, over.rows.length - 1) }, right);
}

function linearFraction(
  node: FractionNode,
  numerator: readonly Item[],
  denominator: readonly Item[],
  inner: Setting,
): Item {
  const over = listBox(numerator, inner);
  const under = listBox(denominator, inner);
  const isDelimited = node.leftDelim !== null || node.rightDelim !== null;
  const delimited = (body: Box): Box =>
    enclosed(delimiterOf(node.leftDelim ?? "."), body, delimiterOf(node.rightDelim ?? "."));
  if (!node.hasBarLine) {
    const body = beside([over, textBox(choice(node)), under]);
    return item(isDelimited ? delimited(body) : bracketed(body));
  }
  const vulgar = inner.style === "script" ? undefined : VULGAR[`${textOf(over)}/${textOf(under)}`];
  if (vulgar !== undefined && !isTall(over) && !isTall(under)) return item(delimited(textBox(vulgar)));
  const isBare = isDerivative(over, under) || isSingle(denominator, under);
  const box = beside([
    isBlank(over) ? NOTHING : isSum(numerator, over) ? bracketed(over) : over,
    textBox("/"),
    isBlank(under) ? NOTHING : isBare ? under : bracketed(under),
  ]);
  return isDelimited ? item(delimited(box)) : { ...item(box), isQuotient: true };
}

/** A numerator or a denominator without content, such as the premises of an axiom. */
const NOTHING = textBox("( )");

function isBlank(box: Box): boolean {
  return !isTall(box) && textOf(box).trim() === "";
}

/** The words between numerator and denominator without a bar: in round brackets it is a binomial. */
function choice(node: FractionNode): string {
  return node.leftDelim === "(" ? " choose " : " over ";
}

const ROOTS: ReadonlyMap<string, string> = new Map(Object.entries({ "": "√", 2: "√", 3: "∛", 4: "∜" }));

export function rootItem(node: RootNode, setting: Setting): Item {
  const items = setting.items(bodyOf(node.body), setting);
  const body = listBox(items, setting);
  const index = indexOf(node.index, setting);
  const hasIndex = !ROOT_SIGN.test(textOf(index));
  if (isRadicand(items, body) && !textOf(index).endsWith("]") && !/[√∛∜]/.test(textOf(body)))
    return { ...item(beside([index, body])), isLoose: true, isRoot: true, hasIndex };
  if (isLinear(setting)) return { ...item(beside([index, bracketed(body)])), isRoot: true, hasIndex };
  const drawn = around(body, index.columns + 2, (inner) => drawnRoot(index, centredIfBroken(inner, body)));
  return { ...item(drawn), isLoose: true };
}

const ROOT_SIGN = /^[√∛∜]/;

/** The root sign with its index: ∛, ⁿ√, or √[q] as in TeX if Unicode lacks the small characters. */
function indexOf(node: FormulaNode | null | undefined, setting: Setting): Box {
  const script = styled({ ...setting, isInline: true }, "script");
  const text = textOf(listBox(setting.items(bodyOf(node), script), script)).trim();
  const small = raised(text);
  return textBox(ROOTS.get(text) ?? (small === undefined ? `√[${text}]` : `${small}√`));
}

function drawnRoot(sign: Box, body: Box): Box {
  const rows = [`┌${"─".repeat(body.columns + 1)}`, ...body.rows.map((row) => `│ ${row}`)];
  const drawn: Box = { rows, columns: body.columns + 2, baseline: body.baseline + 1 };
  // The sign is in the last row, where its stroke begins.
  const foot = body.rows.length - 1 - body.baseline;
  const left: Box = {
    rows: [...Array.from({ length: foot }, () => blankBox(sign.columns).rows[0] ?? ""), sign.rows[0] ?? ""],
    columns: sign.columns,
    baseline: 0,
  };
  return beside([left, drawn]);
}
