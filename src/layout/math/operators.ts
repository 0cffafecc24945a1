/**
 * Operators: sums, integrals, names such as sin and lim, and their scripts.
 */
import { beside, type Box, isTall, textBox, textOf } from "./box.ts";
import { stretched } from "./delimiters.ts";
import type { FormulaNode, OperatorNameNode, OperatorNode, ScriptsNode } from "./formula.ts";
import { fencedItem } from "./fences.ts";
import { item, type Item, type ItemClass, type Setting } from "./setting.ts";
import { listBox } from "./spacing.ts";
import { type Carrier, scriptsItem } from "./scripts.ts";
import { symbolOf } from "./symbols.ts";
import { tableOf } from "../../text/own.ts";

/** Integrals drawn over several rows, with their number of strokes. */
const STROKES = tableOf<number>({
  "\\int": 1,
  "\\intop": 1,
  "\\iint": 2,
  "\\iiint": 3,
});

/** Signs that KaTeX returns as operators for MathML, with their real classes. */
const CLASSES: ReadonlyMap<string, ItemClass> = new Map([
  ["⌜", "open"],
  ["⌞", "open"],
  ["⌝", "close"],
  ["⌟", "close"],
  ...["∷", "≔", "≕", "∹", "∷=", ":−", "∷−", "=∷", "−∷", ":≈", "∷≈", ":∼", "∷∼"].map(
    (sign) => [sign, "rel"] as const,
  ),
]);

/** An operator without scripts. */
export function operatorItem(node: OperatorNode | OperatorNameNode, setting: Setting): Item {
  if (node.type === "op" && node.symbol)
    return integralItem(node, setting, 0) ?? item(textBox(symbolOf(node.name ?? "")), "op");
  if (node.type === "op" && node.name !== undefined)
    return {
      ...item(textBox(node.name.replace("\\", "")), "op"),
      isName: true,
      ...(node.limits && { hasLimits: true }),
    };
  const items = setting.items(node.body ?? [], { ...setting, font: undefined });
  const box = listBox(items, setting);
  const isName = node.type === "operatorname" || items.some((own) => own.isName);
  return { ...item(box, CLASSES.get(textOf(box)) ?? "op"), isName, ...(node.limits && { hasLimits: true }) };
}

/** A base with its scripts; those of an operator may be limits. */
export function withScripts(node: ScriptsNode, setting: Setting): Item {
  return scriptsItem(node, carrierOf(node.base, setting), setting);
}

function carrierOf(base: FormulaNode | null | undefined, setting: Setting): Carrier {
  if (base === null || base === undefined) return { item: item(textBox("")), hasLimits: false };
  if (base.type === "op" || base.type === "operatorname") {
    const drawn = base.type === "op" ? integralItem(base, setting, 1) : undefined;
    if (drawn) return { item: drawn, hasLimits: false, isDrawn: true };
    const own = operatorItem(base, setting);
    if (base.type === "op" && setting.isInline && isCaptioned(base, own, setting))
      return { item: item(own.box), hasLimits: false, isLabelled: true };
    const isOver = hasLimits(base, setting.style === "display");
    return {
      item: own,
      hasLimits: isOver && !setting.isInline,
      prefersLimits:
        !setting.isInline && (base.limits || base.type === "operatorname") && hasLimits(base, true),
    };
  }
  if (base.type === "leftright") return { item: fencedItem(base, setting), hasLimits: false };
  const items = setting.items([base], setting);
  if (items.length === 1) return { item: items[0]!, hasLimits: false };
  return { item: item(listBox(items, setting)), hasLimits: false };
}

/** Whether the scripts are limits. Names with a star have limits in display only, unless \\limits is written. */
function hasLimits(base: OperatorNode | OperatorNameNode, isDisplay: boolean): boolean {
  const always = base.alwaysHandleSupSub === true;
  return base.type === "op" ? base.limits && (isDisplay || always) : always && (isDisplay || base.limits);
}

/** Whether the scripts are captions: true unless the base is an operator, which has limits, or a relation, which has no powers. */
function isCaptioned(base: OperatorNode, own: Item, setting: Setting): boolean {
  if (base.suppressBaseShift !== true || own.isName === true) return false;
  return !setting
    .items(base.body ?? [], setting)
    .some(({ class: given }) => given === "op" || given === "rel");
}

/** An integral in a display, as high as its integrand, with at least `least` rows above and below the baseline. */
function integralItem(node: OperatorNode, setting: Setting, least: number): Item | undefined {
  const strokes = node.limits ? 0 : (STROKES[node.name ?? ""] ?? 0);
  if (strokes === 0 || setting.style !== "display" || setting.isInline) return undefined;
  const sign = textBox(symbolOf(node.name ?? ""));
  const draw = (stroke: Box): Box =>
    isTall(stroke) ? beside(Array.from({ length: strokes }, () => stroke)) : sign;
  const rows = 2 * least + 1;
  return { ...item(draw(stretched("∫", rows, least)), "op"), big: { sign: "∫", least, with: draw } };
}
