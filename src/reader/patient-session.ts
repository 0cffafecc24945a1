/**
 * A session whose messages wait while the reader has the terminal, because standard error would overwrite its
 * frames.
 */
import { Session } from "../app/session.ts";
import type { Screen } from "../terminal/screen.ts";

export class PatientSession extends Session {
  readonly #screen: Pick<Screen, "isResting">;
  readonly #said = new Set<string>();
  #waiting: string[] = [];

  constructor({ options, io }: Session, screen: Pick<Screen, "isResting">) {
    super(options, io);
    this.#screen = screen;
  }

  /** Prints a message once: immediately if the shell has the terminal, otherwise when `sayRest` is called. */
  override say(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    if (this.#screen.isResting) super.say(message);
    else this.#waiting.push(message);
  }

  /** Prints the waiting messages. */
  sayRest(): void {
    for (const message of this.#waiting) super.say(message);
    this.#waiting = [];
  }
}
