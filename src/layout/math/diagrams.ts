/**
 * Vertical arrows of commutative diagrams, with a label on each side:
 *
 *     A ──→ B
 *     │     │
 *    f│     │g
 *     ↓     ↓
 *     C ──→ D
 */
import { beside, type Box, textBox, textOf, widened } from "./box.ts";
import { delimiterOf, stretched } from "./delimiters.ts";
import { bodyOf, type FormulaNode } from "./formula.ts";
import { type Setting, styled } from "./setting.ts";
import { listBox } from "./spacing.ts";

const ROWS = 3;

export function diagramArrow(fragment: FormulaNode, setting: Setting): Box {
  const inner = styled(setting, "script");
  const labels: Record<"left" | "right", Box> = { left: textBox(""), right: textBox("") };
  let sign = "";
  for (const node of bodyOf(fragment)) {
    if (node.type === "cdlabel") labels[node.side] = listBox(setting.items(bodyOf(node.label), inner), inner);
    else if (node.type === "delimsizing") sign = delimiterOf(node.delim);
  }
  if (setting.isInline) return textBox([textOf(labels.left), sign, textOf(labels.right)].join(""));
  // Both sides get the same width, so that the arrow stays in the middle of its column.
  const columns = Math.max(labels.left.columns, labels.right.columns);
  return beside([
    widened(labels.left, columns, "right"),
    stretched(sign, ROWS, 1),
    widened(labels.right, columns, "left"),
  ]);
}
