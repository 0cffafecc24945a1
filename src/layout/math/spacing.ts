/**
 * Gaps between items: TeX's table of classes (The TeXbook, chapter 18), in cells.
 *
 *     2x + sin y ≤ f(a, b)         x = −1         a_(i,j)
 *       bin op  rel    punct          unary       scripts have none but after names
 *
 * TeX's spaces are 3, 4 and 5 units wide, 18 to the em, and commands such as `\,` add units or subtract them. The sum is converted
 * to cells last, so that each gap of `\;=\;` is one blank.
 */
import { isDivider } from "./bars.ts";
import { heightened } from "./big.ts";
import { beside, blankBox, type Box, isTall, textBox, textOf } from "./box.ts";
import { bracketed } from "./delimiters.ts";
import { type Item, type ItemClass, isLinear, type Setting, type Spaced } from "./setting.ts";
import { tableOf } from "../../text/own.ts";

type Shown = Exclude<ItemClass, "space">;
const ORDER: readonly Shown[] = ["ord", "op", "bin", "rel", "open", "close", "punct", "inner"];
/** A row for the left class, a column for the right: 1 is thin; a, b and c are thin, medium and thick, but nothing in scripts. */
const TABLE: Readonly<Record<Shown, string>> = {
  ord: "01bc000a",
  op: "110c000a",
  bin: "bb00b00b",
  rel: "cc00c00c",
  open: "00000000",
  close: "01bc000a",
  punct: "aa0aaaaa",
  inner: "a1bca00a",
};
const UNITS = tableOf<number>({ "0": 0, "1": 3, a: 3, b: 4, c: 5 });

function unitsBetween(left: Shown, right: Shown, isTight: boolean): number {
  const entry = TABLE[left][ORDER.indexOf(right)] ?? "0";
  return isTight && entry >= "a" ? 0 : (UNITS[entry] ?? 0);
}

/** Units in cells: one blank for a thin space up to two thick ones; above that, a cell per half em. */
function cells(units: number): number {
  if (units < 2.5) return 0;
  return units <= 12 ? 1 : Math.round(units / 9);
}

/** The items, with each binary operator that lacks an operand turned into a sign: −1, (+), ±. */
function withSigns(items: readonly Item[]): Item[] {
  const signed: Item[] = [];
  let previous = -1;
  for (const own of items) {
    const before = signed[previous];
    const given = before?.rightClass ?? before?.class;
    const isLogic = before !== undefined && QUANTIFIER.test(textOf(before.box));
    const isBare =
      given === undefined ||
      isLogic ||
      (before !== undefined && isDivider(before)) ||
      ["bin", "op", "rel", "open", "punct"].includes(given);
    if (own.class === "bin" && isBare) signed.push({ ...own, class: "ord", rightClass: "open" });
    else {
      if (before?.class === "bin" && ["rel", "close", "punct"].includes(own.class))
        signed[previous] = { ...before, class: "ord" };
      signed.push(own);
    }
    if (own.class !== "space") previous = signed.length - 1;
  }
  if (signed[previous]?.class === "bin") signed[previous] = { ...signed[previous]!, class: "ord" };
  return signed;
}

/** The items with their gaps. Spaces become gaps; a space at the end becomes a blank item. */
export function spaced(items: readonly Item[], setting: Setting): Spaced[] {
  const isTight = setting.style === "script";
  const outcome: Spaced[] = [];
  const hasFullStops = items.some(({ box }) => QUANTIFIER.test(textOf(box)));
  let units = 0;
  let last: Item | undefined;
  for (const own of protectedItems(withSigns(heightened(items, setting)), setting)) {
    if (own.class === "space") {
      units += own.units ?? 0;
      continue;
    }
    if (last !== undefined)
      units += unitsBetween(shown(last.rightClass ?? last.class), shown(own.class), isTight);
    // An empty group separates its neighbours, but has no width itself.
    const isEmpty = own.box.columns === 0 && own.class === "ord" && !isTall(own.box);
    const gap = isEmpty
      ? 0
      : Math.max(
          last && (isParted(last, own) || (hasFullStops && isFullStop(last, own))) ? 1 : 0,
          cells(units),
        );
    outcome.push({ item: own, gap });
    if (!isEmpty) units = 0;
    last = own;
  }
  const trailing = cells(units);
  if (trailing > 0) outcome.push({ item: { class: "ord", box: blankBox(trailing) }, gap: 0 });
  return outcome;
}

/** Whether two items would be misread without a blank between them. */
function isParted(last: Item, own: Item): boolean {
  // A bracket right after ∑ would seem to be its only argument, and a brace after x_q its script.
  if (last.class === "op" && own.class === "open")
    return isTall(last.box) || last.isName !== true || (last.isLoose === true && textOf(own.box) === "{");
  if (isEdgeMisread(last, own)) return true;
  // Negative space does not join limits to the next term.
  if (last.class === "op" && isTall(last.box)) return true;
  if (own.class !== "ord") return false;
  const isBehindLetter = isTall(last.box) || /[\p{L}\p{N}\p{M})\]]$/u.test(textOf(last.box));
  if (QUANTIFIER.test(textOf(own.box)) || (own.isWord === true && last.isWord !== true))
    return isBehindLetter;
  const isWordEnd = last.isWord === true && own.isWord !== true && /\p{L}$/u.test(textOf(last.box));
  return (last.isLoose === true || isWordEnd) && startsWithLetter(own.box);
}

/** Whether two items would be read as one without a blank: √2 (x), n ⁿ√x, A̅ B̅. */
function isEdgeMisread(last: Item, own: Item): boolean {
  const before = last.rightClass ?? last.class;
  const ends = edgeOf(last, -1);
  const begins = edgeOf(own, 0);
  if (own.class === "open" && ends.some(({ isRoot, isLoose }) => isRoot === true && isLoose === true))
    return true;
  if (begins.some(({ hasIndex }) => hasIndex === true) && textOf(last.box) !== "/")
    return before !== "open" && before !== "rel" && before !== "bin" && before !== "punct";
  return ends.some(({ mark }) => mark !== undefined && begins.some((other) => other.mark === mark));
}

/** The item and, from group to group, the items within it at its beginning (0) or end (-1). */
function edgeOf(own: Item, side: 0 | -1): Item[] {
  const edge = [own];
  for (let at: Item | undefined = own; at !== undefined;) {
    at = at.parts?.filter(({ box }) => box.columns > 0).at(side);
    if (at !== undefined) edge.push(at);
  }
  return edge;
}

/** Whether it is the full stop between a quantifier's variables and its formula, and not that of a number or one of three dots. */
function isFullStop(last: Item, own: Item): boolean {
  return textOf(last.box) === "." && /^[^\d.]/.test(textOf(own.box));
}

/** A quantifier or a negation, which belongs to the expression after it. */
const QUANTIFIER = /^[∀∃∄¬]$/;

function shown(given: ItemClass): Shown {
  return given === "space" ? "ord" : given;
}

function startsWithLetter(box: Box): boolean {
  return isTall(box) || /^[\p{L}\p{N}√∛∜]/u.test(textOf(box));
}

/** The items, with roots before a factorial in brackets, and quotients beside factors if all is on one row: (a/b)x, log(a/b). */
function protectedItems(items: readonly Item[], setting: Setting): Item[] {
  if (!items.some(({ isQuotient, isRoot }) => isQuotient === true || isRoot === true)) return [...items];
  return items.map((own, index) => {
    if (own.isRoot === true && isFactorial(neighbour(items, index, 1)))
      return { class: "ord", box: bracketed(own.box) };
    if (own.isQuotient !== true || !isLinear(setting)) return own;
    const before = neighbour(items, index, -1);
    const after = neighbour(items, index, 1);
    const isFactor = (other: Item | undefined, given: ItemClass | undefined, side: ItemClass): boolean =>
      other !== undefined && (given === "ord" || given === "inner" || given === side);
    const left = before?.rightClass ?? before?.class;
    const isName = before?.isName === true && before.hasLimits !== true;
    const isWrapped =
      isFactor(before, left, "close") ||
      isName ||
      isFactor(after, after?.class, "open") ||
      after?.class === "op" ||
      isFactorial(after) ||
      isDivision(before) ||
      isDivision(after);
    if (!isWrapped) return own;
    return { class: isName ? "open" : "ord", rightClass: "close", box: bracketed(own.box) };
  });
}

function isFactorial(own: Item | undefined): boolean {
  return own?.class === "close" && textOf(own.box).startsWith("!");
}

/** Whether it divides, as a stretched slash does, which is a relation. */
function isDivision(own: Item | undefined): boolean {
  return own !== undefined && /^[/÷∕]$/.test(textOf(own.box));
}

/** The next item on one side that is not a space; undefined after a space of two thirds of an em or more. */
function neighbour(items: readonly Item[], index: number, step: 1 | -1): Item | undefined {
  let at = index + step;
  while (items[at]?.class === "space" && (items[at]?.units ?? 0) < 12) at += step;
  const found = items[at];
  return found?.class === "space" || (found && found.box.columns === 0) ? undefined : found;
}

/** A list of items as one box. */
export function listBox(items: readonly Item[], setting: Setting): Box {
  return breakable(spaced(items, setting), setting);
}

/** A list as one box, which can be broken into lines unless everything must be on one row. */
export function breakable(list: readonly Spaced[], setting: Setting): Box {
  const box = spacedBox(list);
  if (setting.isInline || box.columns < 2) return box;
  return {
    ...box,
    narrow(columns) {
      setting.work.repeat(box.rows.length * box.columns);
      return setting.broken(list, columns);
    },
  };
}

export function spacedBox(list: readonly Spaced[]): Box {
  const boxes: Box[] = [];
  for (const { item, gap } of list) {
    if (gap > 0) boxes.push(blankBox(gap));
    boxes.push(item.box);
  }
  return boxes.length === 0 ? textBox("") : beside(boxes);
}
