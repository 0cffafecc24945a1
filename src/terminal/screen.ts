/**
 * The one owner of the terminal, from the first byte to the last.
 *     resting ─ hold ─▶ held ─ lend ─▶ lent          resting   the shell has it: no raw mode, the normal screen
 *      ▲   ▲              │  ◀─ (back) ──┘           held      ibid has it: raw mode, the alternate screen, frames
 *      │   └── release ───┘                          lent      another program has it, until that program ends
 *      └── ask ─▶ asking                             asking    raw mode on the normal screen, until the terminal replies
 *
 * Raw mode, alternate screen, cursor, mouse, bracketed paste, signals and suspension are changed only here.
 * Signal handlers are installed once, before the terminal is first used, and never removed: a signal that
 * arrives while modules load waits for its handler. However the program ends, short of SIGKILL, the terminal is
 * restored.
 */
import { type Frame, frameChange, type FrameRow } from "./frame.ts";
import { leavingKeys, onEndingSignal } from "./ending-signals.ts";
import { Keyboard, type KeyboardListener } from "./keyboard.ts";
import { MOUSE_OFF, MOUSE_ON } from "./mouse.ts";
import { ENTER, LEAVE } from "./sequences.ts";
import { canBeContinued } from "./job-control.ts";

/** The functions that the owner calls while it holds the terminal. */
export interface ScreenListener extends KeyboardListener {
  /** Called to draw a frame: the window has another size, or the screen's content is unknown. */
  readonly onResize: () => void;
  /** Called if the system requests a suspension, as ^Z does. */
  readonly onStop: () => void;
}

type State = "resting" | "asking" | "held" | "lent";

/** Milliseconds. */
const DAY = 86_400_000;

export class Screen {
  readonly #stdin: NodeJS.ReadStream;
  readonly #stdout: NodeJS.WriteStream;
  readonly #keyboard: Keyboard;
  readonly #onBug: (error: unknown) => void;
  #state: State = "resting";
  #mouse = false;
  #frame: Frame | undefined;
  #listener: ScreenListener | undefined;
  #continued: (() => void) | undefined;
  #fail: ((error: unknown) => void) | undefined;
  #isGuarded = false;

  /** `onBug` reports an uncaught error; the process then ends. */
  constructor(
    stdin: NodeJS.ReadStream,
    stdout: NodeJS.WriteStream,
    onBug: (error: unknown) => void = () => undefined,
  ) {
    this.#stdin = stdin;
    this.#stdout = stdout;
    this.#keyboard = new Keyboard(stdin);
    this.#onBug = onBug;
  }

  get size(): { readonly columns: number; readonly rows: number } {
    // A terminal that reports 0 columns does not know its size.
    return { columns: this.#stdout.columns || 80, rows: this.#stdout.rows || 24 };
  }

  /** The terminal's two streams, for the plain reader, which works line by line and never holds the terminal. */
  get streams(): { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream } {
    return { stdin: this.#stdin, stdout: this.#stdout };
  }

  /** Whether the shell has the terminal. */
  get isResting(): boolean {
    return this.#state === "resting";
  }

  /** Whether another program has the terminal; its keys are not for the reader. */
  get isLent(): boolean {
    return this.#state === "lent";
  }

  /** Takes the terminal. Keys that arrive before `listen` wait for it. */
  hold(): void {
    if (this.#state !== "resting" && this.#state !== "asking") return;
    this.#guard();
    this.#take();
  }

  /** Passes keys, pastes, mouse reports and size changes to `listener`, beginning with the waiting ones. */
  listen(listener: ScreenListener): void {
    this.#listener = listener;
    this.#keyboard.listen(listener);
  }

  /** Ends `listen`: input waits for the next listener. */
  unlisten(): void {
    this.#listener = undefined;
    this.#keyboard.listen(undefined);
  }

  /** Shows these rows, by writing those that differ from the last ones. */
  draw(rows: readonly FrameRow[]): void {
    if (this.#state !== "held") return;
    const frame = { columns: this.size.columns, rows };
    const change = frameChange(this.#frame, frame);
    this.#frame = frame;
    if (change !== "") this.#stdout.write(change);
  }

  /** Forgets the screen's content and asks for the window's size; the next frame is drawn whole. */
  refresh(): void {
    this.#frame = undefined;
    // Node.js asks for the size only on SIGWINCH, which a stopped process may miss. `resize` follows if it has changed.
    process.emit("SIGWINCH");
    this.#listener?.onResize();
  }

  /** Sends a sequence that is not part of a frame, such as text for the clipboard. */
  write(sequence: string): void {
    if (this.#state === "held") this.#stdout.write(sequence);
  }

  /** Asks for the mouse, or gives it back to the terminal. */
  setMouse(on: boolean): void {
    if (this.#mouse === on) return;
    this.#mouse = on;
    if (this.#state === "held") this.#stdout.write(on ? MOUSE_ON : MOUSE_OFF);
  }

  /**
   * Sends a question that `Replies` knows, while the shell has the terminal; returns the reply, or its
   * received part after `bound` milliseconds. Keys typed in the meantime wait for the reader, but ^C
   * ends the program as usual.
   */
  async ask(question: string, bound: number): Promise<string> {
    if (this.#state !== "resting") return "";
    this.#guard();
    this.#state = "asking";
    this.#keyboard.open();
    const reply = this.#keyboard.reply();
    this.#stdout.write(question);
    await this.#keyboard.replied(bound);
    this.#keyboard.endReply();
    if (this.#state === "asking") {
      this.#keyboard.close();
      this.#state = "resting";
    }
    if (this.#keyboard.isInterrupted) process.kill(process.pid, "SIGINT");
    return reply;
  }

  /** Sends a question while the reader continues; resolves with the reply, which is separated from the keys. */
  inquire(question: string): Promise<string> {
    if (this.#state !== "held") return Promise.resolve("");
    const reply = this.#keyboard.reply();
    this.#stdout.write(question);
    return reply;
  }

  /** Waits for an outstanding reply, but no longer than `bound` milliseconds; otherwise the shell would receive it. */
  async replied(bound: number): Promise<void> {
    if (this.#state === "held") await this.#keyboard.replied(bound);
  }

  /** Lends the terminal to another program until `work` is done; does nothing while it is lent already. */
  async lend(work: () => Promise<void>): Promise<void> {
    if (this.#state !== "held") return;
    this.#give();
    this.#state = "lent";
    try {
      await leavingKeys(work);
    } finally {
      this.#take();
      this.refresh();
    }
  }

  /** As `lend`, for the plain reader: the terminal becomes cooked for the other program, and then again as it was. */
  async lendLines(work: () => Promise<void>): Promise<void> {
    if (this.#state !== "resting") return;
    const { isRaw } = this.#stdin;
    this.#guard();
    this.#stdin.setRawMode(false);
    this.#state = "lent";
    try {
      await leavingKeys(work);
    } finally {
      this.#state = "resting";
      this.#stdin.setRawMode(isRaw);
    }
  }

  /** Suspends the whole job, as ^Z does, unless no shell could continue it. */
  async suspend(): Promise<void> {
    if (!canBeContinued()) return;
    await this.lend(async () => {
      // A signal handler does not keep the event loop alive, and the terminal, being lent, is not read.
      const alive = setInterval(() => undefined, DAY);
      await new Promise<void>((resolve) => {
        this.#continued = resolve;
        process.kill(0, "SIGSTOP");
      });
      clearInterval(alive);
    });
  }

  /** Returns the terminal to the shell for the rest of the run. */
  release(): void {
    if (this.#state === "held") this.#give();
    else if (this.#state === "asking") this.#keyboard.close();
    this.#state = "resting";
    this.unlisten();
    this.#keyboard.unref();
  }

  /** Rejects on an uncaught error. */
  failure(): Promise<never> {
    return new Promise((_, reject) => (this.#fail = reject));
  }

  #take(): void {
    // Raw mode comes before any drawing, so that no key reaches the terminal driver: ^Z would stop the reader
    // without restoring the screen.
    this.#keyboard.open();
    this.#stdout.write(ENTER + (this.#mouse ? MOUSE_ON : ""));
    this.#frame = undefined;
    this.#state = "held";
  }

  /** Takes the terminal back after a stop from outside, which left it in an unknown state. */
  #resume(): void {
    this.#give();
    this.#take();
    this.refresh();
  }

  #give(): void {
    this.#stdout.write((this.#mouse ? MOUSE_OFF : "") + LEAVE);
    this.#keyboard.close();
  }

  /** Installs the signal handlers, once for the whole process. */
  #guard(): void {
    if (this.#isGuarded) return;
    this.#isGuarded = true;
    process.on("exit", () => {
      if (this.#state === "held") this.#give();
      else if (this.#state === "asking") this.#keyboard.close();
    });
    onEndingSignal((code) => process.exit(code));
    process.on("SIGTSTP", () => {
      // The program that has the terminal stops its whole group, including ibid, if a shell could continue it.
      if (this.isLent) {
        if (canBeContinued()) process.kill(process.pid, "SIGSTOP");
      } else if (this.#listener) this.#listener.onStop();
      else if (this.#state === "resting") process.kill(process.pid, "SIGSTOP");
    });
    process.on("SIGCONT", () => {
      const continued = this.#continued;
      this.#continued = undefined;
      if (continued) continued();
      else if (this.#state === "held") this.#resume();
    });
    this.#stdout.on("resize", () => {
      this.#frame = undefined;
      if (this.#state === "held") this.#listener?.onResize();
    });
    process.on("uncaughtException", (error) => {
      if (this.#fail && (this.#state === "held" || this.#state === "lent")) {
        this.#fail(error);
        return;
      }
      this.release();
      this.#onBug(error);
      process.exit(2);
    });
  }
}
