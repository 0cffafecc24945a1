/**
 * Nodes to items, by node type. Nested nodes come back here through the setting.
 */
import { arrayBox } from "./arrays.ts";
import { withBars } from "./bars.ts";
import { EMPTY, isTall, textBox, textOf } from "./box.ts";
import { brokenLines } from "./breaking.ts";
import { diagramArrow } from "./diagrams.ts";
import { bigDelimiter, fencedItem, fencedItems } from "./fences.ts";
import type { FormulaNode } from "./formula.ts";
import { fractionItem, rootItem } from "./fractions.ts";
import { classItem, fontItems, groupItem, phantomItem, textItem, wrapperItems } from "./group-items.ts";
import { arrowItem, braceItem, encloseItem, markedItem } from "./marks.ts";
import { operatorItem, withScripts } from "./operators.ts";
import { DEEPEST, item, type Item, type Setting, styled, styleOf } from "./setting.ts";
import { atomItem, kernItem, ruleOf, spacingItems, symbolItem } from "./symbol-items.ts";
import { NEGATION, symbolOf } from "./symbols.ts";
import { unitsOf } from "./units.ts";
import { Work } from "./work.ts";
import { normalized } from "../../text/normalized.ts";

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
  return { ...own, box: textBox(normalized(`${first}${NEGATION}`, "NFC") + rest.join("")) };
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
      return [phantomItem(node.body, setting)];
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
