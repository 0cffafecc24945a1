/**
 * Items of what other nodes hold together: groups, text, fonts, and what only changes how its content is spaced.
 */
import { type Box, isTall, phantomOf, textOf } from "./box.ts";
import type { FormulaNode } from "./formula.ts";
import { isLinear, item, type Item, type ItemClass, type Setting } from "./setting.ts";
import { breakable, listBox, spaced } from "./spacing.ts";

/** A group in braces is one ordinary item, whatever its content. */
export function groupItem(nodes: readonly FormulaNode[], setting: Setting): Item {
  const items = setting.items(nodes, setting);
  const shown = items.filter((own) => own.class !== "space");
  if (shown.length === 1 && items.length === 1) return asOrdinary(shown[0]!);
  const last = shown.at(-1);
  return {
    ...together(items, setting),
    isLoose: last?.isLoose === true,
    isWritten: last?.isWritten === true,
  };
}

/** One item whose parts remain visible to the functions that decide about brackets. */
function together(items: readonly Item[], setting: Setting): Item {
  return { ...item(listBox(items, setting)), parts: items };
}

function asOrdinary(own: Item): Item {
  const isKept = own.class === "inner" && isTall(own.box);
  const { rightClass: _, ...rest } = own;
  return isKept ? own : { ...rest, class: "ord" };
}

export function textItem(nodes: readonly FormulaNode[], setting: Setting): Item {
  const inner: Setting = { ...setting, font: undefined };
  const pieces = spaced(setting.items(nodes, inner), inner);
  const box = breakable(pieces, inner);
  return { ...item(box), pieces, isWord: isWord(box) };
}

export function wrapperItems(type: string, body: FormulaNode, setting: Setting): readonly Item[] {
  const items = setting.items([body], setting);
  if (type === "vphantom") {
    const box = listBox(items, setting);
    const { baseline } = box;
    return isLinear(setting) ? [] : [item({ columns: 0, rows: box.rows.map(() => ""), baseline })];
  }
  return items.length === 1 ? items : [together(items, setting)];
}

/** The room of what is not shown. */
export function phantomItem(body: readonly FormulaNode[], setting: Setting): Item {
  return item(phantomOf(listBox(setting.items(body, setting), setting)));
}

/** Fonts of names: `\mathrm{Hom}` and `\mathfrak{gl}` are one name each, `\mathbf{ab}` is a product. */
const NAMING: ReadonlySet<string> = new Set(["mathrm", "mathit", "mathsf", "mathtt", "mathsfit", "mathfrak"]);

export function fontItems(font: string, body: FormulaNode, setting: Setting): readonly Item[] {
  const items = setting.items([body], {
    ...setting,
    font: font === "mathrm" || font === "mathit" ? undefined : font,
  });
  if (NAMING.has(font)) return items.map(asName);
  return items.map((own) => (CATEGORY.test(textOf(own.box)) ? asName(own) : own));
}

/** A word in a font of letters, as categories are named: `\mathbf{Set}`. */
const CATEGORY = /^\p{Lu}\p{Ll}{2,}$/u;

function asName(own: Item): Item {
  const { parts: _, ...whole } = own;
  if (isTall(own.box) || !/^[\p{L}\p{N}]+$/u.test(textOf(own.box))) return own;
  return { ...whole, isWord: isWord(own.box) };
}

/** Whether it begins like a word; the ending of an ordinal number, as in `n\text{th}`, does not. */
function isWord(box: Box): boolean {
  return !isTall(box) && /^\p{L}{2}/u.test(textOf(box)) && !/^(?:th|st|nd|rd)\b/.test(textOf(box));
}

const CLASSES: ReadonlySet<string> = new Set(["bin", "close", "inner", "open", "punct", "rel", "op"]);

export function classItem(given: string, nodes: readonly FormulaNode[], setting: Setting): Item {
  const items = setting.items(nodes, setting);
  const own = items.length === 1 ? items[0]! : together(items, setting);
  if (given === "ord" && own.isName === true) return own;
  const { rightClass: _, ...rest } = own;
  if (given === "inner") return { ...rest, class: "open", rightClass: "close" };
  return { ...rest, class: CLASSES.has(given) ? (given as ItemClass) : "ord" };
}
