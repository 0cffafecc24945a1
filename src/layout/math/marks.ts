/**
 * Accents, lines, braces and frames around an expression, and arrows as long as their labels.
 *
 *     ▁▁▁▁▁               ┌───────┐        f
 *     a + b   a + b + c   │ a + b │    A ────→ B
 *             ╰───┬───╯   └───────┘
 *                 n
 */
import { combined, drawnMark, isOverMark, marked, markOf, tallMark } from "./accents.ts";
import { beside, type Box, EMPTY, isTall, stacked, textBox, textOf } from "./box.ts";
import {
  bodyOf,
  type ArrowNode,
  type BraceNode,
  type EncloseNode,
  type FormulaNode,
  type ScriptsNode,
} from "./formula.ts";
import { around } from "./narrow.ts";
import { isLinear, item, type Item, type Setting, styled } from "./setting.ts";
import { listBox } from "./spacing.ts";
import { scriptsItem } from "./scripts.ts";
import { tableOf } from "../../text/own.ts";

/** Accents of words, as in `\aa` and `\'e`, which never reach over a neighbour. */
const LETTERED = /^\\.$/;

/** A mark above or below: combining characters for a few letters or on one row, else drawn. */
export function markedItem(label: string, base: FormulaNode, setting: Setting): Item {
  const items = setting.items(bodyOf(base), setting);
  const box = listBox(items, setting);
  const small = isTall(box) ? box : textBox(marked(textOf(box), label));
  const mark = LETTERED.test(label) ? undefined : markOf(label);
  const own = mark === undefined || isTall(box) ? item(small) : { ...item(small), mark };
  if (isLinear(setting) && !isTall(box)) return { ...own, parts: items };
  const drawn = markOver(label, box);
  if (drawn === undefined) return own;
  return item(around(box, 0, (inner) => withRow(inner, markOver(label, inner) ?? drawn, isOverMark(label))));
}

function markOver(label: string, box: Box): string | undefined {
  return isTall(box) ? tallMark(label, box.columns) : drawnMark(label, box.columns);
}

function withRow(box: Box, row: string, isOver: boolean): Box {
  const mark = textBox(row);
  return isOver ? stacked([mark, box], 1) : stacked([box, mark], 0);
}

/** A brace above or below, with its script as a label. */
export function braceItem(node: BraceNode, scripts: ScriptsNode | undefined, setting: Setting): Item {
  const items = setting.items(bodyOf(node.base), setting);
  const box = listBox(items, setting);
  if (isLinear(setting)) {
    if (scripts === undefined) return { ...item(box), parts: items };
    return scriptsItem(scripts, { item: item(box), hasLimits: false, isLabelled: true }, setting);
  }
  const braced = around(box, 0, (inner) =>
    withRow(inner, drawnMark(node.label, Math.max(3, inner.columns)) ?? "", node.isOver),
  );
  if (scripts === undefined) return item(braced);
  return scriptsItem(scripts, { item: item(braced), hasLimits: true }, setting);
}

const FRAMES: ReadonlySet<string> = new Set(["\\fbox", "\\fcolorbox"]);
const STRUCK = tableOf<string>({
  "\\cancel": "\u0338",
  "\\bcancel": "\u20e5",
  "\\xcancel": "\u0338\u20e5",
  "\\sout": "\u0336",
});

export function encloseItem(node: EncloseNode, setting: Setting): Item {
  const box = listBox(setting.items(bodyOf(node.body), setting), setting);
  const mark = STRUCK[node.label];
  if (mark !== undefined) return item(around(box, 0, (inner) => struck(inner, mark)));
  if (FRAMES.has(node.label)) return item(isLinear(setting) ? linearFrame(box) : around(box, 4, framed));
  if (node.label === "\\phase") return item(beside([textBox("∠"), box]));
  if (node.label === "\\angl") return item(beside([box, textBox("⏋")]));
  return item(box);
}

function struck(box: Box, mark: string): Box {
  return { rows: box.rows.map((row) => combined(row, mark)), columns: box.columns, baseline: box.baseline };
}

function linearFrame(box: Box): Box {
  return beside([textBox("[ "), box, textBox(" ]")]);
}

function framed(box: Box): Box {
  const rule = "─".repeat(box.columns + 2);
  const rows = [`┌${rule}┐`, ...box.rows.map((row) => `│ ${row} │`), `└${rule}┘`];
  return { rows, columns: box.columns + 4, baseline: box.baseline + 1 };
}

/** Left end, shaft and right end of an arrow of any length. */
const ARROWS = tableOf<readonly [string, string, string]>({
  "\\xleftarrow": ["←", "─", "─"],
  "\\xrightarrow": ["─", "─", "→"],
  "\\xLeftarrow": ["⇐", "═", "═"],
  "\\xRightarrow": ["═", "═", "⇒"],
  "\\xleftrightarrow": ["←", "─", "→"],
  "\\xLeftrightarrow": ["⇐", "═", "⇒"],
  "\\xhookleftarrow": ["←", "─", "╯"],
  "\\xhookrightarrow": ["╰", "─", "→"],
  "\\xmapsto": ["├", "─", "→"],
  "\\xrightharpoondown": ["─", "─", "⇁"],
  "\\xrightharpoonup": ["─", "─", "⇀"],
  "\\xleftharpoondown": ["↽", "─", "─"],
  "\\xleftharpoonup": ["↼", "─", "─"],
  "\\xrightleftharpoons": ["═", "═", "⇌"],
  "\\xleftrightharpoons": ["⇋", "═", "═"],
  "\\xlongequal": ["═", "═", "═"],
  "\\xtwoheadrightarrow": ["─", "─", "↠"],
  "\\xtwoheadleftarrow": ["↞", "─", "─"],
  "\\xtofrom": ["═", "═", "⇄"],
  "\\xrightleftarrows": ["═", "═", "⇄"],
  "\\xrightequilibrium": ["═", "═", "⇌"],
  "\\xleftequilibrium": ["⇋", "═", "═"],
  "\\\\cdrightarrow": ["─", "─", "→"],
  "\\\\cdleftarrow": ["←", "─", "─"],
  "\\\\cdlongequal": ["═", "═", "═"],
});
/** Length of the shortest arrow in a diagram, in cells. */
const LEAST_ARROW = 5;

export function arrowItem(node: ArrowNode, setting: Setting): Item {
  const inner = styled(setting, "script");
  const over = listBox(setting.items(bodyOf(node.body), inner), inner);
  const under = listBox(setting.items(bodyOf(node.below), inner), inner);
  const [left, shaft, right] = ARROWS[node.label] ?? ["─", "─", "→"];
  if (setting.isInline) {
    const labels = [textOf(over), textOf(under)].filter((text) => text !== "").join("; ");
    return item(textBox(labels === "" ? left + shaft + right : `${left}${labels}${right}`), "rel");
  }
  const least = node.label.startsWith("\\\\cd") ? LEAST_ARROW : 3;
  const columns = Math.max(least, over.columns + 2, under.columns + 2);
  const arrow = textBox(left + shaft.repeat(columns - 2) + right);
  const rows = [over, arrow, under].filter((box, index) => index === 1 || (box !== EMPTY && box.columns > 0));
  return item(stacked(rows, over.columns > 0 ? 1 : 0), "rel");
}
