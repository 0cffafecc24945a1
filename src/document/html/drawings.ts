/**
 * Elements that show what a script draws or a plug-in plays. Nothing of it is in the text, so a placeholder stands for it.
 *
 *     <canvas id="sales" aria-label="Sales by month"></canvas>     ‹canvas› Sales by month
 *     <svg viewBox="0 0 600 400"><path d="…"/></svg>               ‹svg›
 */
import { shownText, text } from "../inlines.ts";
import { isBlankText, type Node } from "../nodes.ts";
import { type Attributes, isDisplayed } from "./elements.ts";

/** Players are among them if they have no address, since a script may give them one. */
const DRAWN = new Set("applet audio canvas model-viewer object svg video".split(" "));
/** The content of these is for browsers that can't draw them. */
const ALWAYS_DRAWN = new Set(["canvas"]);

/** The placeholder of an element that a browser fills with a drawing; nothing for an element with text, or one that shows nothing. */
export function drawingNodes(name: string, attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  if (!DRAWN.has(name) || !isDisplayed(attributes) || isDecorative(name, attributes)) return [];
  if (!ALWAYS_DRAWN.has(name) && !nodes.every(isBlankText)) return [];
  const label = shownText(attributes["aria-label"] ?? attributes["title"] ?? "").trim();
  const sign: Node = { type: "shortcode", text: `‹${name}›` };
  return label === "" ? [sign] : [sign, text(` ${label}`)];
}

/** The height of the largest icon, in pixels: such a drawing is part of a button or of a link. */
const LARGEST_ICON = 32;

function isDecorative(name: string, attributes: Attributes): boolean {
  if (attributes["aria-hidden"] === "true" || /^(?:none|presentation)$/.test(attributes["role"] ?? ""))
    return true;
  return name === "svg" && heightOf(attributes) <= LARGEST_ICON;
}

/** The height of a drawing in pixels; 0 if it is not known, as that of an icon whose size is set by a style. */
function heightOf({ height = "", viewbox = "" }: Attributes): number {
  const [, size = "", unit] = /^\s?([\d.]{1,9})(px|em|rem|ex)?\s?$/.exec(height) ?? [];
  if (size !== "") return unit === undefined || unit === "px" ? Number(size) : Number(size) * 16;
  const [, , , high = ""] = viewbox.trim().split(/[\s,]+/, 4);
  return Number(high);
}
