/**
 * Splits what a terminal sends into keys, mouse reports and pasted text, in order.
 *
 *     "j\e[<64;3;7Mk\e[200~two words\e[201~"  →  keys "j", the wheel, keys "k", a paste "two words"
 *
 * A paste is text, whatever it contains. A sequence may arrive in two pieces: the first waits for the second. ^C that arrives alone
 * ends a paste, so that the user is not locked out if the end of a paste is lost.
 */
import { MouseInput, type MouseReport } from "./mouse.ts";
import { append } from "../text/append.ts";

export type InputPart =
  | { readonly kind: "keys"; readonly keys: string }
  | { readonly kind: "mouse"; readonly report: MouseReport }
  | { readonly kind: "paste"; readonly text: string };

const BEGIN = "\u001b[200~";
const END = "\u001b[201~";
const INTERRUPT = "\u0003";
/** The longest paste, in UTF-16 code units; the rest is cut off. */
const LONGEST = 100_000;

export class TerminalInput {
  readonly #mouse = new MouseInput();
  /** What has been pasted so far; undefined outside a paste. */
  #paste: string | undefined;
  /** Text that may be the beginning of a bracket. */
  #waiting = "";

  /** Whether it withholds a paste, or the possible beginning of one. */
  get isUnfinished(): boolean {
    return this.#paste !== undefined || this.#waiting !== "";
  }

  /** The withheld input, as if it were complete. */
  rest(): InputPart[] {
    const text = this.#waiting;
    const paste = this.#paste;
    this.#waiting = "";
    this.#paste = undefined;
    return paste === undefined ? this.#keys(text) : [{ kind: "paste", text: paste + text }];
  }

  push(chunk: string): InputPart[] {
    const isEnded = this.#paste !== undefined && chunk === INTERRUPT;
    const parts = isEnded ? this.rest() : [];
    let rest = this.#waiting + chunk;
    this.#waiting = "";
    while (rest !== "") {
      const bracket = this.#paste === undefined ? BEGIN : END;
      const at = rest.indexOf(bracket);
      const end = at < 0 ? rest.length - partOf(bracket, rest) : at;
      const text = rest.slice(0, end);
      if (this.#paste === undefined) append(parts, this.#keys(text));
      else this.#paste = (this.#paste + text).slice(0, LONGEST);
      if (at < 0) {
        this.#waiting = rest.slice(end);
        break;
      }
      if (this.#paste !== undefined) parts.push({ kind: "paste", text: this.#paste });
      this.#paste = this.#paste === undefined ? "" : undefined;
      rest = rest.slice(at + bracket.length);
    }
    return parts;
  }

  #keys(text: string): InputPart[] {
    return this.#mouse
      .push(text)
      .map((part) =>
        typeof part === "string" ? { kind: "keys", keys: part } : { kind: "mouse", report: part },
      );
  }
}

/** The number of characters at the end of `text` that begin `bracket`; an escape alone is a key. */
function partOf(bracket: string, text: string): number {
  for (let length = Math.min(bracket.length - 1, text.length); length > 2; length--)
    if (text.endsWith(bracket.slice(0, length))) return length;
  return 0;
}
