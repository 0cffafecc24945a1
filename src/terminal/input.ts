/**
 * What a terminal sends, taken apart: keys, reports of the mouse, and text that was pasted.
 *
 *     "j\e[<64;3;7Mk\e[200~two words\e[201~"  →  keys "jk", a turn of the wheel, a paste "two words"
 *
 * A paste is text, whatever keys are in it. A sequence may come in two pieces: the first waits for the second.
 */
import { MouseInput, type MouseReport } from "./mouse.ts";

export interface InputPart {
  readonly keys: string;
  readonly reports: readonly MouseReport[];
  readonly pastes: readonly string[];
}

const BEGIN = "\u001b[200~";
const END = "\u001b[201~";
/** Longer text is no paste into a field, and is cut, in UTF-16 code units. */
const LONGEST = 100_000;

export class TerminalInput {
  readonly #mouse = new MouseInput();
  /** What has been pasted so far; undefined outside a paste. */
  #paste: string | undefined;
  /** What may be the beginning of a bracket. */
  #waiting = "";

  push(chunk: string): InputPart {
    const parts = { keys: "", reports: [] as MouseReport[], pastes: [] as string[] };
    let rest = this.#waiting + chunk;
    this.#waiting = "";
    while (rest !== "") {
      const bracket = this.#paste === undefined ? BEGIN : END;
      const at = rest.indexOf(bracket);
      const end = at < 0 ? rest.length - partOf(bracket, rest) : at;
      this.#take(rest.slice(0, end), parts);
      if (at < 0) {
        this.#waiting = rest.slice(end);
        break;
      }
      if (this.#paste === undefined) this.#paste = "";
      else {
        parts.pastes.push(this.#paste);
        this.#paste = undefined;
      }
      rest = rest.slice(at + bracket.length);
    }
    return parts;
  }

  #take(text: string, parts: { keys: string; reports: MouseReport[] }): void {
    if (this.#paste !== undefined) {
      this.#paste = (this.#paste + text).slice(0, LONGEST);
      return;
    }
    const { keys, reports } = this.#mouse.push(text);
    parts.keys += keys;
    parts.reports.push(...reports);
  }
}

/** How many characters at the end of `text` are the beginning of `bracket`; an escape alone is a key. */
function partOf(bracket: string, text: string): number {
  for (let length = Math.min(bracket.length - 1, text.length); length > 2; length--)
    if (text.endsWith(bracket.slice(0, length))) return length;
  return 0;
}
