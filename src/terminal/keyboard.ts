/**
 * What the terminal sends while ibid reads it: raw mode, and the way from its bytes to whoever listens.
 *
 *     bytes ─▶ Replies ─▶ TerminalInput ─▶ keys, pastes, mouse reports ─▶ the listener; without one, they wait
 *                 └─▶ the reply to a question
 *
 * A reply or a paste whose end is lost would withhold every later key, so what is unfinished is passed on after a pause.
 */
import { setImmediate, setTimeout as later } from "node:timers/promises";
import { type InputPart, TerminalInput } from "./input.ts";
import type { MouseReport } from "./mouse.ts";
import { Replies } from "./replies.ts";

export interface KeyboardListener {
  /** Keys, as the terminal sends them. */
  readonly onKeys: (keys: string) => void;
  readonly onPaste: (text: string) => void;
  readonly onMouse: (report: MouseReport) => void;
}

/** Milliseconds without input after which a reply that has begun is taken for keys. */
const REPLY_PAUSE = 500;
/** The same for a paste. It is longer, because the rest of a paste that comes later is taken for keys. */
const PASTE_PAUSE = 3_000;
const INTERRUPT = "\u0003";

export class Keyboard {
  readonly #stdin: NodeJS.ReadStream;
  #isOpen = false;
  #listener: KeyboardListener | undefined;
  #input = new TerminalInput();
  /** Input that was not handed over yet. */
  readonly #parts: InputPart[] = [];
  #isHandingOver = false;
  #replies: Replies | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(stdin: NodeJS.ReadStream) {
    this.#stdin = stdin;
  }

  /** Whether ^C is among the input that waits. */
  get isInterrupted(): boolean {
    return this.#parts.some((part) => part.kind === "keys" && part.keys.includes(INTERRUPT));
  }

  /** Makes the terminal raw, and reads it. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#stdin.setRawMode(true);
    this.#stdin.setEncoding("utf8");
    this.#stdin.on("data", this.#heard);
    this.#stdin.resume();
  }

  /** Makes the terminal cooked, and leaves what it sends to others. */
  close(): void {
    this.#isOpen = false;
    clearTimeout(this.#pause);
    this.#stdin.off("data", this.#heard);
    this.#stdin.pause();
    this.#stdin.setRawMode(false);
    this.#input = new TerminalInput();
  }

  /** Keeps the process from waiting for keys: a terminal opened only for them would keep it from ending. */
  unref(): void {
    this.#stdin.unref();
  }

  /** Hands the input to `listener`, beginning with what waited; undefined lets it wait again. */
  listen(listener: KeyboardListener | undefined): void {
    this.#listener = listener;
    if (!this.#isHandingOver) void this.#handOver();
  }

  /** Keeps the reply to a question from the keys; resolves with it. The question is to be sent now. */
  reply(): Promise<string> {
    this.#replies = new Replies();
    return this.#replies.whole;
  }

  /** Waits for a reply that is still to come, but no longer than `bound` milliseconds. */
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

  /** Takes what has come of a reply for all of it. */
  endReply(): void {
    this.#take(this.#replies?.end() ?? "");
  }

  readonly #heard = (heard: string): void => {
    const data = this.#replies?.push(heard) ?? heard;
    // The driver makes a line feed of Enter until the terminal is raw.
    this.#take(this.#listener ? data : data.replaceAll("\n", "\r"));
  };

  #take(data: string): void {
    this.#parts.push(...this.#input.push(data));
    this.#awaitRest();
    if (!this.#isHandingOver) void this.#handOver();
  }

  /** Passes on what is unfinished, if its rest does not come. */
  #awaitRest(): void {
    clearTimeout(this.#pause);
    const replies = this.#replies?.isUnfinished ? this.#replies : undefined;
    if (!replies && !this.#input.isUnfinished) return;
    const passOn = (): void => {
      if (replies) return this.#take(replies.rest());
      this.#parts.push(...this.#input.rest());
      this.#take("");
    };
    this.#pause = setTimeout(passOn, replies ? REPLY_PAUSE : PASTE_PAUSE).unref();
  }

  /** Hands over the input in order; keys take a turn of the event loop to reach the reader. */
  async #handOver(): Promise<void> {
    this.#isHandingOver = true;
    while (this.#listener && this.#parts.length > 0) {
      const listener = this.#listener;
      const part = this.#parts.shift()!;
      // It is not meant for the reader if another program has the terminal by now.
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
