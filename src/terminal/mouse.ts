/**
 * The mouse: asked for, and what it sends understood (xterm's control sequences, “Mouse Tracking”: modes 1000 and
 * 1006).
 */

export const MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
export const MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

export type MouseReport =
  | { readonly kind: "wheel"; readonly rows: number; readonly row: number; readonly column: number }
  | { readonly kind: "click"; readonly row: number; readonly column: number };

const REPORTS = /\u001b\[<(\d+);(\d+);(\d+)([Mm])/g;
/** A report of which the rest is still to come. */
const BEGUN = /\u001b\[<[\d;]*$/;
const WHEEL_ROWS = 3;

/** Takes the reports out of what the terminal sends; what is left are keys. */
export class MouseInput {
  #waiting = "";

  push(chunk: string): { keys: string; reports: MouseReport[] } {
    const reports: MouseReport[] = [];
    const whole = this.#waiting + chunk;
    this.#waiting = BEGUN.exec(whole)?.[0] ?? "";
    const keys = whole
      .slice(0, whole.length - this.#waiting.length)
      .replace(REPORTS, (_, button: string, x: string, y: string, end: string) => {
        const report = reportOf(Number(button), Number(x) - 1, Number(y) - 1, end === "M");
        if (report) reports.push(report);
        return "";
      });
    return { keys, reports };
  }
}

/** The wheel, or the left button pressed; undefined for all else. */
function reportOf(button: number, column: number, row: number, isPress: boolean): MouseReport | undefined {
  if (!isPress) return undefined;
  // Shift, Meta and Control are told in bits 2 to 4.
  const pressed = button & ~0b11100;
  if (pressed === 64) return { kind: "wheel", rows: -WHEEL_ROWS, row, column };
  if (pressed === 65) return { kind: "wheel", rows: WHEEL_ROWS, row, column };
  return pressed === 0 ? { kind: "click", row, column } : undefined;
}
