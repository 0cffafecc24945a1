/**
 * Items of single signs: letters, operators, brackets, blanks and rules.
 */
import { inFont } from "./alphabets.ts";
import { isBar } from "./bars.ts";
import { blankBox, type Box, EMPTY, stacked, textBox } from "./box.ts";
import type { AtomNode, KernNode, SymbolNode } from "./formula.ts";
import { isLinear, item, type Item, type Setting } from "./setting.ts";
import { symbolOf, textSymbolOf } from "./symbols.ts";
import { unitsOf } from "./units.ts";

export function symbolItem(node: SymbolNode, setting: Setting): Item {
  const character =
    node.mode === "text" ? textSymbolOf(node.text) : inFont(symbolOf(node.text), setting.font);
  const own = item(textBox(character));
  if (!isBar(character)) return own;
  return { ...own, isBar: true, ...stretchable(character, setting) };
}

export function atomItem(node: AtomNode, setting: Setting): Item {
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
export function spacingItems(node: SymbolNode): Item[] {
  const text = symbolOf(node.text);
  if (node.mode === "text") return [item(textBox(text))];
  return text === "" ? [] : [{ class: "space", box: EMPTY, units: 6 }];
}

export function kernItem({ dimension, mode }: KernNode): Item {
  const units = unitsOf(dimension);
  if (mode === "math") return { class: "space", box: EMPTY, units };
  return item(blankBox(units < 2.5 ? 0 : Math.max(1, Math.round(units / 9))));
}

/** A filled rectangle; nothing for a strut, which has no width or height. */
export function ruleOf(width: number, height: number): Box {
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
