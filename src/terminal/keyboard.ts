/**
 * The input of the terminal while ibid reads it: raw mode, and the way from bytes to the listener.
 *
 *     bytes ─▶ Replies ─▶ TerminalInput ─▶ keys, pastes, mouse reports ─▶ the listener; without one, they wait
 *                 └─▶ the reply to a question
 *
 * A reply or a paste whose end is lost would withhold every later key, so unfinished input is passed on after
 * a pause.
 */
import { TerminalError } from "./terminal-error.ts";
import { setImmediate, setTimeout as later } from "node:timers/promises";
import { type InputPart, TerminalInput } from "./input.ts";
import type { MouseReport } from "./mouse.ts";
import { Replies } from "./replies.ts";
import { append } from "../text/append.ts";

export interface KeyboardListener {
  /** Keys, as the terminal sends them. */
  readonly onKeys: (keys: string) => void;
  readonly onPaste: (text: string) => void;
  readonly onMouse: (report: MouseReport) => void;
}

/** Milliseconds without input after which an unfinished reply counts as keys. */
const REPLY_PAUSE = 500;
/** The same for a paste. It is longer, because a later rest of the paste would count as keys. */
const PASTE_PAUSE = 3_000;
const INTERRUPT = "\u0003";

export class Keyboard {
  readonly #stdin: NodeJS.ReadStream;
  #isOpen = false;
  #listener: KeyboardListener | undefined;
  #input = new TerminalInput();
  /** Input that was not passed on yet. */
  readonly #parts: InputPart[] = [];
  #isHandingOver = false;
  #replies: Replies | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(stdin: NodeJS.ReadStream) {
    this.#stdin = stdin;
  }

  /** Whether the waiting input contains ^C. */
  get isInterrupted(): boolean {
    return this.#parts.some((part) => part.kind === "keys" && part.keys.includes(INTERRUPT));
  }

  /** Makes the terminal raw, and reads it. Throws a TerminalError if the terminal refuses. */
  open(): void {
    if (this.#isOpen) return;
    try {
      this.#stdin.setRawMode(true);
    } catch (error) {
      throw new TerminalError(error);
    }
    this.#isOpen = true;
    this.#stdin.setEncoding("utf8");
    this.#stdin.on("data", this.#heard);
    this.#stdin.resume();
  }

  /** Ends raw mode, and leaves the input to other programs. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearTimeout(this.#pause);
    this.#stdin.off("data", this.#heard);
    this.#stdin.pause();
    this.#stdin.setRawMode(false);
    this.#input = new TerminalInput();
  }

  /** Lets the process end although the terminal is open for keys. */
  unref(): void {
    this.#stdin.unref();
  }

  /** Passes the input to `listener`, beginning with the waiting input; with undefined, input waits again. */
  listen(listener: KeyboardListener | undefined): void {
    this.#listener = listener;
    if (!this.#isHandingOver) void this.#handOver();
  }

  /** Separates the reply to a question from the keys, and resolves with it. Send the question right after this call. */
  reply(): Promise<string> {
    this.#replies = new Replies();
    return this.#replies.whole;
  }

  /** Waits for an outstanding reply, but no longer than `bound` milliseconds. */
  async replied(bound: number): Promise<void> {
    const replies = this.#replies;
    if (!replies || replies.isWhole) return;
    const late = new AbortController();
    await Promise.race([
      replies.whole,
      later(bound, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }

  /** Treats the received part of a reply as the whole. */
  endReply(): void {
    this.#take(this.#replies?.end() ?? "");
  }

  readonly #heard = (heard: string): void => {
    const data = this.#replies?.push(heard) ?? heard;
    // The terminal driver turns Enter into a line feed until the terminal is in raw mode.
    this.#take(this.#listener ? data : data.replaceAll("\n", "\r"));
  };

  #take(data: string): void {
    append(this.#parts, this.#input.push(data));
    this.#awaitRest();
    if (!this.#isHandingOver) void this.#handOver();
  }

  /** Passes on unfinished input if its rest does not arrive. */
  #awaitRest(): void {
    clearTimeout(this.#pause);
    const replies = this.#replies?.isUnfinished ? this.#replies : undefined;
    if (!replies && !this.#input.isUnfinished) return;
    const passOn = (): void => {
      if (replies) return this.#take(replies.rest());
      append(this.#parts, this.#input.rest());
      this.#take("");
    };
    this.#pause = setTimeout(passOn, replies ? REPLY_PAUSE : PASTE_PAUSE).unref();
  }

  /** Passes on the input in order; keys need a turn of the event loop to reach the reader. */
  async #handOver(): Promise<void> {
    this.#isHandingOver = true;
    while (this.#listener && this.#parts.length > 0) {
      const listener = this.#listener;
      const part = this.#parts.shift()!;
      // The input is not meant for the reader if another program now has the terminal.
      if (!this.#isOpen) continue;
      if (part.kind === "paste") listener.onPaste(part.text);
      else if (part.kind === "mouse") listener.onMouse(part.report);
      else {
        listener.onKeys(part.keys);
        if (this.#parts.length > 0) await setImmediate();
      }
    }
    this.#isHandingOver = false;
  }
}
