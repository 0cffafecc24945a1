/**
 * The lines that the user types. While another program has the terminal, ibid neither reads nor prompts: both would get
 * parts of what is typed.
 */
import { createInterface, type Interface } from "node:readline";
import type { Screen } from "../../terminal/screen.ts";

export class Typing implements AsyncIterable<string> {
  readonly #lines: Interface;
  readonly #screen: Screen;
  #isLent = false;

  constructor(screen: Screen) {
    const { stdin, stdout } = screen.streams;
    this.#screen = screen;
    this.#lines = createInterface({ input: stdin, output: stdout, terminal: true });
  }

  /** Calls a function when the user interrupts, as with ^C. */
  onInterrupt(act: () => void): void {
    this.#lines.on("SIGINT", act);
  }

  /** Asks for the next line; if the terminal is lent, when it is back. */
  prompt(words: string): void {
    this.#lines.setPrompt(words);
    // Readline would read again.
    if (!this.#isLent) this.#lines.prompt();
  }

  /** Lends the terminal to another program, which gets all input until it ends. */
  async lend(work: () => Promise<void>): Promise<void> {
    this.#isLent = true;
    this.#lines.pause();
    try {
      await this.#screen.lendLines(work);
    } finally {
      this.#isLent = false;
      this.#lines.prompt();
    }
  }

  [Symbol.asyncIterator](): AsyncIterator<string> {
    return this.#lines[Symbol.asyncIterator]();
  }

  close(): void {
    this.#lines.close();
  }
}
