/**
 * The reader that works line by line, for screen readers, braille displays and simple terminals: it never
 * redraws, prints each answer under the last one, and reads lines instead of keys.
 *
 * It uses the same core as the screen: the same state of the shelf, and the same effects,
 * performed by the same world.
 */
import type { OpenEssay } from "../../document/open-essay.ts";
import { sentence } from "../../formats/speech.ts";
import { toGoOn } from "../../memory/go-on.ts";
import { counted } from "../../text/counted.ts";
import { messageOf } from "../../text/message-of.ts";
import { label } from "../../text/visible.ts";
import type { State } from "../state.ts";
import { ON_A_SCREEN_ONLY, plainAction } from "./commands.ts";
import { Desk } from "./desk.ts";
import { EssayAnswers } from "./essay-answers.ts";
import { offerLines } from "./plain-offer.ts";
import { type Answered, type PlainWorld, said } from "./plain-world.ts";
import { ShelfAnswers } from "./shelf-answers.ts";

export class PlainReader {
  readonly #desk: Desk;
  readonly #onShelf: ShelfAnswers;
  readonly #inEssay: EssayAnswers;

  constructor(world: PlainWorld, state: State) {
    this.#desk = new Desk(world, state);
    this.#onShelf = new ShelfAnswers(this.#desk);
    this.#inEssay = new EssayAnswers(this.#desk);
  }

  /** The first output. */
  begin(open?: OpenEssay): Answered {
    if (open) return this.#desk.read(open);
    const { shelf, world } = this.#desk;
    const words = `${label(shelf.state.library.root)}: ${counted(shelf.essays.length, "essay")}.`;
    return { lines: [words, ...shelf.more(), ...offerLines(toGoOn(world.memory, shelf.essays))] };
  }

  /** The prompt. */
  get prompt(): string {
    return this.#desk.page ? "essay> " : "shelf> ";
  }

  /** The answer to a line. */
  answer(line: string): Answered {
    const whole = line.trim();
    const [word = ""] = /^(?:[?/]|\S*)/.exec(whole) ?? [];
    const rest = whole.slice(word.length).trim();
    const { page, shelf } = this.#desk;
    const action = /^\d+$/.test(word)
      ? undefined
      : plainAction(shelf.state.keymap, page ? "page" : "shelf", word);
    try {
      const answer = action && (page ? this.#inEssay.to(action, page, rest) : this.#onShelf.to(action, rest));
      if (answer) return answer;
      const why = action && ON_A_SCREEN_ONLY.get(action);
      if (why !== undefined) return said(`${label(word)} does nothing here: ${why}.`);
      return page ? this.#inEssay.paragraph(page, word) : this.#onShelf.number(word);
    } catch (error) {
      return said(sentence(label(messageOf(error))));
    }
  }

  /** Stores the user's place; call this also at the end. */
  keep(): void {
    this.#desk.page?.keep();
  }
}
