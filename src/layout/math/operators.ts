/**
 * Operators: sums and integrals, names such as sin and lim, and what they carry.
 */
import { type Box, textBox } from "./box.ts";
import type { FormulaNode, OperatorNameNode, OperatorNode, ScriptsNode } from "./formula.ts";
import { item, type Item, type Setting } from "./setting.ts";
import { listBox } from "./spacing.ts";
import { type Carrier, scriptsItem } from "./scripts.ts";
import { symbolOf } from "./symbols.ts";

/** Integrals that are drawn over three rows, and of how many strokes. */
const STROKES: Readonly<Record<string, number>> = {
  "\\int": 1,
  "\\intop": 1,
  "\\iint": 2,
  "\\iiint": 3,
};

/** An operator without scripts. */
export function operatorItem(node: OperatorNode | OperatorNameNode, setting: Setting): Item {
  if (node.type === "op" && node.symbol) return { ...item(textBox(symbolOf(node.name ?? "")), "op") };
  if (node.type === "op" && node.name !== undefined)
    return { ...item(textBox(node.name.replace("\\", "")), "op"), isName: !node.limits };
  const body = listBox(setting.items(node.body ?? [], { ...setting, font: undefined }), setting);
  return { ...item(body, "op"), isName: node.type === "operatorname" && !node.limits };
}

/** Scripts on whatever they stand on; operators have limits. */
export function withScripts(node: ScriptsNode, setting: Setting): Item {
  return scriptsItem(node, carrierOf(node.base, setting), setting);
}

function carrierOf(base: FormulaNode | null | undefined, setting: Setting): Carrier {
  if (base === null || base === undefined) return { item: item(textBox("")), hasLimits: false };
  if (base.type === "op" || base.type === "operatorname") {
    const strokes = base.type === "op" && !base.limits ? (STROKES[base.name ?? ""] ?? 0) : 0;
    if (strokes > 0 && setting.style === "display" && !setting.isInline)
      return { item: item(integral(strokes), "op"), hasLimits: false, isDrawn: true };
    const isOver = base.limits && (setting.style === "display" || base.alwaysHandleSupSub === true);
    return { item: operatorItem(base, setting), hasLimits: isOver && !setting.isInline };
  }
  const items = setting.items([base], setting);
  if (items.length === 1) return { item: items[0]!, hasLimits: false };
  return { item: item(listBox(items, setting)), hasLimits: false };
}

/** An integral over three rows. */
function integral(strokes: number): Box {
  return { rows: ["⌠", "⎮", "⌡"].map((sign) => sign.repeat(strokes)), columns: strokes, baseline: 1 };
}
