/**
 * Nodes to items, by node type. Nested nodes come back here through the setting.
 */
import { arrayBox } from "./arrays.ts";
import { markedItem, arrowItem, braceItem, encloseItem } from "./marks.ts";
import { inFont } from "./alphabets.ts";
import { isBar, withBars } from "./bars.ts";
import { blankBox, type Box, EMPTY, isTall, phantomOf, stacked, textBox, textOf } from "./box.ts";
import { diagramArrow } from "./diagrams.ts";
import type { AtomNode, FormulaNode, KernNode, SymbolNode } from "./formula.ts";
import { fractionItem, rootItem } from "./fractions.ts";
import { bigDelimiter, fencedItem, fencedItems } from "./fences.ts";
import { operatorItem, withScripts } from "./operators.ts";
import { brokenLines } from "./breaking.ts";
import {
  DEEPEST,
  isLinear,
  item,
  type Item,
  type ItemClass,
  type Setting,
  styled,
  styleOf,
} from "./setting.ts";
import { breakable, listBox, spaced } from "./spacing.ts";
import { NEGATION, symbolOf, textSymbolOf } from "./symbols.ts";
import { unitsOf } from "./units.ts";
import { Work } from "./work.ts";

/** The setting of an outermost list. */
export function settingOf(isInline: boolean): Setting {
  return {
    style: isInline ? "text" : "display",
    isInline,
    depth: 0,
    work: new Work(),
    items: itemsOf,
    broken: brokenLines,
  };
}

export function itemsOf(nodes: readonly FormulaNode[], outer: Setting): Item[] {
  const setting = { ...outer, depth: outer.depth + 1 };
  if (setting.depth > DEEPEST) return [item(textBox("…"))];
  const items: Item[] = [];
  for (const node of nodes) {
    setting.work.spend(0);
    for (const own of setNode(node, setting)) {
      setting.work.spend(own.box.rows.length * own.box.columns);
      push(items, own);
    }
  }
  return withBars(items);
}

/** Adds an item. `\not` is a combining character before the item that it strikes through. */
function push(items: Item[], own: Item): void {
  const before = items.at(-1);
  if (before === undefined || textOf(before.box) !== NEGATION || own.box.columns === 0) items.push(own);
  else items[items.length - 1] = negated(own);
}

function negated(own: Item): Item {
  if (isTall(own.box)) return own;
  const [first = "", ...rest] = textOf(own.box);
  return { ...own, box: textBox(`${first}${NEGATION}`.normalize("NFC") + rest.join("")) };
}

function setNode(node: FormulaNode, setting: Setting): readonly Item[] {
  switch (node.type) {
    case "mathord":
    case "textord":
      return [symbolItem(node, setting)];
    case "spacing":
      return spacingItems(node);
    case "atom":
      return [atomItem(node, setting)];
    case "ordgroup":
      return [groupItem(node.body, setting)];
    case "color":
    case "href":
    case "html":
    case "sizing":
      return setting.items(node.body, setting);
    case "text":
    case "hbox":
      return [textItem(node.body, setting)];
    case "pmb":
      return [groupItem(node.body, { ...setting, font: "mathbf" })];
    case "phantom":
      return [phantom(listBox(setting.items(node.body, setting), setting))];
    case "vphantom":
    case "lap":
    case "smash":
    case "vcenter":
    case "raisebox":
    case "reflectbox":
      return wrapperItems(node.type, node.body, setting);
    case "overline":
    case "underline":
      return [markedItem(`\\${node.type}`, node.body, setting)];
    case "styling":
      return setting.items(node.body, styled(setting, styleOf(node.style, setting)));
    case "mathchoice":
      return setting.items(
        node[setting.isInline && setting.style === "display" ? "text" : setting.style],
        setting,
      );
    case "font":
      return fontItems(node.font, node.body, setting);
    case "mclass":
      return [classItem(node.mclass.slice(1), node.body, setting)];
    case "op":
    case "operatorname":
      return [operatorItem(node, setting)];
    case "supsub":
      return [
        node.base?.type === "horizBrace" ? braceItem(node.base, node, setting) : withScripts(node, setting),
      ];
    case "genfrac":
      return [fractionItem(node, setting)];
    case "sqrt":
      return [rootItem(node, setting)];
    case "accent":
    case "accentUnder":
      return [markedItem(node.label, node.base, setting)];
    case "horizBrace":
      return [braceItem(node, undefined, setting)];
    case "xArrow":
      return [arrowItem(node, setting)];
    case "enclose":
      return [encloseItem(node, setting)];
    case "leftright":
      return setting.isInline ? fencedItems(node, setting) : [fencedItem(node, setting)];
    case "middle":
    case "delimsizing":
      return [bigDelimiter(node)];
    case "kern":
      return [kernItem(node)];
    case "rule":
      return [item(ruleOf(unitsOf(node.width), unitsOf(node.height)))];
    case "htmlmathml":
      return setting.items(node.mathml, setting);
    case "verb":
      return [item(textBox(node.body.replaceAll("\\", "∖")))];
    case "array":
      return [item(arrayBox(node, setting).box, "inner")];
    case "tag":
      return [
        ...setting.items(node.body, setting),
        { class: "space", box: EMPTY, units: 9 },
        ...setting.items(node.tag, setting),
      ];
    case "cdlabel":
      return setting.items([node.label], styled(setting, "script"));
    case "cdlabelparent":
      return [item(diagramArrow(node.fragment, setting), "rel")];
    default:
      return unknown(node, setting);
  }
}

/** The parser's internal nodes show nothing; node types that KaTeX may add show their content. */
function unknown(node: { readonly type: string }, setting: Setting): readonly Item[] {
  const { body, text } = node as { body?: unknown; text?: unknown };
  if (node.type === "cr") return [{ class: "space", box: EMPTY, units: 18 }];
  if (Array.isArray(body)) return setting.items(body as FormulaNode[], setting);
  return typeof text === "string" ? [item(textBox(symbolOf(text)))] : [];
}

function symbolItem(node: SymbolNode, setting: Setting): Item {
  const character =
    node.mode === "text" ? textSymbolOf(node.text) : inFont(symbolOf(node.text), setting.font);
  const own = item(textBox(character));
  if (!isBar(character)) return own;
  return { ...own, isBar: true, ...stretchable(character, setting) };
}

function atomItem(node: AtomNode, setting: Setting): Item {
  const sign = inFont(symbolOf(node.text), setting.font);
  const own = item(textBox(sign), node.mode === "text" ? "ord" : node.family);
  const isBracket = own.class === "open" || own.class === "close";
  return isBracket ? { ...own, ...stretchable(sign, setting) } : own;
}

/** The fields that make a bracket, or a bar that becomes one, as high as its content. */
function stretchable(sign: string, setting: Setting): Pick<Item, "big"> {
  return isLinear(setting) ? {} : { big: { sign, isPlain: true, with: (delimiter) => delimiter } };
}

/** A written blank is a cell wide, as in text. */
function spacingItems(node: SymbolNode): Item[] {
  const text = symbolOf(node.text);
  if (node.mode === "text") return [item(textBox(text))];
  return text === "" ? [] : [{ class: "space", box: EMPTY, units: 6 }];
}

function kernItem({ dimension, mode }: KernNode): Item {
  const units = unitsOf(dimension);
  if (mode === "math") return { class: "space", box: EMPTY, units };
  return item(blankBox(units < 2.5 ? 0 : Math.max(1, Math.round(units / 9))));
}

/** A group in braces is one ordinary item, whatever its content. */
function groupItem(nodes: readonly FormulaNode[], setting: Setting): Item {
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

function textItem(nodes: readonly FormulaNode[], setting: Setting): Item {
  const inner: Setting = { ...setting, font: undefined };
  const pieces = spaced(setting.items(nodes, inner), inner);
  const box = breakable(pieces, inner);
  return { ...item(box), pieces, isWord: isWord(box) };
}

function wrapperItems(type: string, body: FormulaNode, setting: Setting): readonly Item[] {
  const items = setting.items([body], setting);
  if (type === "vphantom") {
    const box = listBox(items, setting);
    const { baseline } = box;
    return isLinear(setting) ? [] : [item({ columns: 0, rows: box.rows.map(() => ""), baseline })];
  }
  return items.length === 1 ? items : [together(items, setting)];
}

function phantom(box: Box): Item {
  return item(phantomOf(box));
}

/** Fonts of names: `\mathrm{Hom}` and `\mathfrak{gl}` are one name each, `\mathbf{ab}` is a product. */
const NAMING: ReadonlySet<string> = new Set(["mathrm", "mathit", "mathsf", "mathtt", "mathsfit", "mathfrak"]);

function fontItems(font: string, body: FormulaNode, setting: Setting): readonly Item[] {
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

function classItem(given: string, nodes: readonly FormulaNode[], setting: Setting): Item {
  const items = setting.items(nodes, setting);
  const own = items.length === 1 ? items[0]! : together(items, setting);
  if (given === "ord" && own.isName === true) return own;
  const { rightClass: _, ...rest } = own;
  if (given === "inner") return { ...rest, class: "open", rightClass: "close" };
  return { ...rest, class: CLASSES.has(given) ? (given as ItemClass) : "ord" };
}

/** A filled rectangle; nothing for a strut, which has no width or height. */
function ruleOf(width: number, height: number): Box {
  if (width <= 0 || height <= 0) return EMPTY;
  const columns = Math.max(1, Math.round(width / 9));
  const rows = Math.max(1, Math.min(5, Math.round(height / 18)));
  const sign = height < 4 ? "─" : "█";
  const bar = textBox(sign.repeat(Math.min(40, columns)));
  return stacked(
    Array.from({ length: rows }, () => bar),
    rows - 1,
  );
}
