/**
 * The mouse: turns it on and parses its reports (xterm's control sequences, “Mouse Tracking”: modes 1000 and
 * 1006).
 */

export const MOUSE_ON = "\u001b[?1000h\u001b[?1002h\u001b[?1006h";
export const MOUSE_OFF = "\u001b[?1006l\u001b[?1002l\u001b[?1000l";

/** A cell of the screen, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export type MouseReport =
  | ({ readonly kind: "wheel"; readonly rows: number } & Cell)
  /** The left button was pressed and released in one cell. */
  | ({ readonly kind: "click" } & Cell)
  /** The mouse moves while the left button is pressed, since `from`. */
  | ({ readonly kind: "drag"; readonly from: Cell } & Cell);

const REPORTS = /\u001b\[<(\d+);(\d+);(\d+)([Mm])/g;
/** The beginning of a report whose rest has not arrived. */
const BEGUN = /\u001b\[<[\d;]*$/;
const WHEEL_ROWS = 3;

/** Separates mouse reports from the other input, which are keys. */
export class MouseInput {
  #waiting = "";
  /** The cell where the left button was pressed, and whether the mouse has moved since. */
  #pressed: { readonly at: Cell; readonly isDragged: boolean } | undefined;

  /** Keys and reports in their order. */
  push(chunk: string): (string | MouseReport)[] {
    const whole = this.#waiting + chunk;
    this.#waiting = BEGUN.exec(whole)?.[0] ?? "";
    const parts: (string | MouseReport)[] = [];
    let from = 0;
    const keysUpTo = (end: number): void => {
      if (end > from) parts.push(whole.slice(from, end));
    };
    for (const match of whole.matchAll(REPORTS)) {
      const [sequence, button, x, y, end] = match;
      keysUpTo(match.index);
      from = match.index + sequence.length;
      const report = this.#reportOf(
        Number(button),
        { row: Number(y) - 1, column: Number(x) - 1 },
        end === "M",
      );
      if (report) parts.push(report);
    }
    keysUpTo(whole.length - this.#waiting.length);
    return parts;
  }

  /** An event of the wheel or the left button; undefined for any other. */
  #reportOf(button: number, at: Cell, isPress: boolean): MouseReport | undefined {
    // Bits 2 to 4 are Shift, Meta and Control.
    const pressed = button & ~0b11100;
    if (isPress && pressed === 64) return { kind: "wheel", rows: -WHEEL_ROWS, ...at };
    if (isPress && pressed === 65) return { kind: "wheel", rows: WHEEL_ROWS, ...at };
    if (pressed === MOVED) return this.#dragged(at);
    if (pressed !== 0) return undefined;
    const before = this.#pressed;
    this.#pressed = isPress ? { at, isDragged: false } : undefined;
    return !isPress && before && !before.isDragged && isSame(before.at, at)
      ? { kind: "click", ...at }
      : undefined;
  }

  #dragged(at: Cell): MouseReport | undefined {
    const before = this.#pressed;
    if (!before || (!before.isDragged && isSame(before.at, at))) return undefined;
    this.#pressed = { ...before, isDragged: true };
    return { kind: "drag", from: before.at, ...at };
  }
}

/** The left button, and the bit of a motion. */
const MOVED = 32;

function isSame(one: Cell, other: Cell): boolean {
  return one.row === other.row && one.column === other.column;
}
