/**
 * The mouse: asked for, and what it sends understood (xterm's control sequences, “Mouse Tracking”: modes 1000 and
 * 1006).
 */

export const MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
export const MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

export type MouseReport =
  | { readonly kind: "wheel"; readonly rows: number; readonly row: number; readonly column: number }
  | { readonly kind: "click"; readonly row: number; readonly column: number };

const REPORT = /^\u001b?\[<(\d+);(\d+);(\d+)([Mm])$/;
const WHEEL_ROWS = 3;

/** Whether a text is a report of the mouse, perhaps of something that nobody asked for. */
export function isMouseReport(sequence: string): boolean {
  return REPORT.test(sequence);
}

/** What the mouse did: the wheel, or the left button pressed; rows and columns from 0. Undefined for all else. */
export function mouseReport(sequence: string): MouseReport | undefined {
  const [, button, x, y, end] = REPORT.exec(sequence) ?? [];
  if (button === undefined || end === "m") return undefined;
  const at = { row: Number(y) - 1, column: Number(x) - 1 };
  // Shift, Meta and Control are told in bits 2 to 4.
  const pressed = Number(button) & ~0b11100;
  if (pressed === 64) return { kind: "wheel", rows: -WHEEL_ROWS, ...at };
  if (pressed === 65) return { kind: "wheel", rows: WHEEL_ROWS, ...at };
  return pressed === 0 ? { kind: "click", ...at } : undefined;
}
