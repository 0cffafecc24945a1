/**
 * Separates the reply of a terminal from the keys that the user types meanwhile.
 *
 *     "j\e]11;rgb:1e1e/1e1e/1e1e\e\\k\e[?62;4c"  →  keys "jk", and the reply
 *
 * Every terminal answers the last question (DA1, ECMA-48 8.3.24), so its answer marks the end of the reply.
 * The reply may arrive in pieces, and at any time.
 */

// oxlint-disable-next-line no-control-regex
const REPLY = /\u001b\]\d{1,3};[^\u0007\u001b]{0,100}(?:\u0007|\u001b\\)|\u001b\[\?[\d;]{0,60}c/g;
/** The beginning of a reply at the end of a piece. A single escape is a key. */
// oxlint-disable-next-line no-control-regex
const BEGUN = /\u001b(?:\][^\u0007\u001b]{0,100}\u001b?|\[\?[\d;]{0,60})$/;
// oxlint-disable-next-line no-control-regex
const LAST = /\u001b\[\?[\d;]*c$/;

export class Replies {
  /** The whole reply, once it has come. */
  readonly whole: Promise<string>;
  #isWhole = false;
  #heard = "";
  #waiting = "";
  #resolve: (reply: string) => void = () => undefined;

  constructor() {
    this.whole = new Promise((resolve) => (this.#resolve = resolve));
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Whether it withholds the possible beginning of a reply. */
  get isUnfinished(): boolean {
    return this.#waiting !== "";
  }

  /** The withheld input, which is not a reply after all. */
  rest(): string {
    const rest = this.#waiting;
    this.#waiting = "";
    return rest;
  }

  /** Treats the received part as the whole reply; returns the withheld input. */
  end(): string {
    this.#isWhole = true;
    this.#resolve(this.#heard);
    return this.rest();
  }

  /** Takes a piece of input; returns it without the reply. */
  push(piece: string): string {
    if (this.#isWhole) return piece;
    const text = this.#waiting + piece;
    this.#waiting = "";
    const typed = text.replace(REPLY, (reply) => {
      // After the last answer, everything is typed.
      if (this.#isWhole) return reply;
      this.#heard += reply;
      this.#isWhole = LAST.test(reply);
      return "";
    });
    if (this.#isWhole) {
      this.#resolve(this.#heard);
      return typed;
    }
    const begun = BEGUN.exec(typed);
    if (!begun) return typed;
    this.#waiting = begun[0];
    return typed.slice(0, begun.index);
  }
}
