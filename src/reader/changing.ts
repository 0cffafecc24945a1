/**
 * The change to another library. The next one is opened while the current one is still shown, so a
 * library that can't be opened only causes a message. Keys typed in the meantime are for the library
 * that is shown afterwards.
 */
import { messageOf } from "../text/message-of.ts";
import { label } from "../text/visible.ts";
import type { Message } from "./messages.ts";
import { closeRead, type ToRead, type Typed } from "./start.ts";

/** Keys that end or suspend the reader; they do not wait. */
const AT_ONCE: ReadonlySet<string> = new Set(["ctrl+c", "ctrl+z"]);

export class Changing {
  readonly #open: (name: string) => Promise<ToRead>;
  readonly #send: (message: Message) => void;
  /** The keys typed since a change began; undefined if there is no change. */
  #waiting: Typed[] | undefined;
  #isOver = false;

  /** `open` opens the library of a name; `send` passes messages to the reader of the current one. */
  constructor(open: (name: string) => Promise<ToRead>, send: (message: Message) => void) {
    this.#open = open;
    this.#send = send;
  }

  /** Passes on the user's input, or keeps it until the other library is open. */
  heard(message: Typed | Extract<Message, { kind: "mouse" }>): void {
    const isAtOnce = message.kind === "key" && AT_ONCE.has(message.key);
    if (!this.#waiting || isAtOnce) this.#send(message);
    else if (message.kind !== "mouse") this.#waiting.push(message);
  }

  /** Opens the library of a name and passes it to `leave`; reports the reason of a failure. */
  async to(name: string, leave: (to: ToRead) => void): Promise<void> {
    const typed: Typed[] = [];
    this.#waiting = typed;
    try {
      const next = await this.#open(name);
      if (this.#isOver) closeRead(next);
      else leave({ ...next, typed });
    } catch (error) {
      if (this.#isOver) return;
      this.#waiting = undefined;
      this.#send({ kind: "said", message: label(messageOf(error)) });
      for (const message of typed) this.heard(message);
    }
  }

  /** The user leaves the reader: a library that is still being opened is closed. */
  stop(): void {
    this.#isOver = true;
  }
}
