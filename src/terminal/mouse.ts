/**
 * The mouse: turns it on and parses its reports (xterm's control sequences, “Mouse Tracking”: modes 1000 and
 * 1006).
 */

export const MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
export const MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

export type MouseReport =
  | { readonly kind: "wheel"; readonly rows: number; readonly row: number; readonly column: number }
  | { readonly kind: "click"; readonly row: number; readonly column: number };

const REPORTS = /\u001b\[<(\d+);(\d+);(\d+)([Mm])/g;
/** The beginning of a report whose rest has not arrived. */
const BEGUN = /\u001b\[<[\d;]*$/;
const WHEEL_ROWS = 3;

/** Takes the reports out of what the terminal sends; the rest are keys. */
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

/** A turn of the wheel or a press of the left button; undefined for anything else. */
function reportOf(button: number, column: number, row: number, isPress: boolean): MouseReport | undefined {
  if (!isPress) return undefined;
  // Bits 2 to 4 are Shift, Meta and Control.
  const pressed = button & ~0b11100;
  if (pressed === 64) return { kind: "wheel", rows: -WHEEL_ROWS, row, column };
  if (pressed === 65) return { kind: "wheel", rows: WHEEL_ROWS, row, column };
  return pressed === 0 ? { kind: "click", row, column } : undefined;
}
