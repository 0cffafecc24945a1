/**
 * What the user of the plain reader has at hand: the list of the shelf, and the essay that is open, if one is.
 */
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Essay } from "../../essay/essay.ts";
import type { Effect } from "../messages.ts";
import type { State } from "../state.ts";
import { type PlainPage, plainPage } from "./plain-page.ts";
import { PlainShelf } from "./plain-shelf.ts";
import { type Answered, type PlainWorld, said, sentBy, wordsOf } from "./plain-world.ts";

/** The number of essays for which a search lists passages, and the characters of a passage. */
const SEARCH = { most: 50, length: 200 };

export class Desk {
  readonly world: PlainWorld;
  readonly shelf: PlainShelf;
  #page: PlainPage | undefined;

  constructor(world: PlainWorld, state: State) {
    this.world = world;
    this.shelf = new PlainShelf(state);
  }

  /** The open essay. */
  get page(): PlainPage | undefined {
    return this.#page;
  }

  /** The messages that an effect sends. */
  sent(effect: Effect): ReturnType<typeof sentBy> {
    return sentBy(this.world, effect);
  }

  /** Performs an effect, and answers with its words. */
  ask(effect: Effect): Answered {
    const sent = this.sent(effect);
    this.shelf.heard(sent);
    return { lines: sent.flatMap(wordsOf) };
  }

  /** Opens an essay, at a block or where the user stopped. Throws if it can't be read. */
  open(essay: Essay, block?: number): Answered {
    const opened = this.sent({ kind: "open", essay }).find((message) => message.kind === "opened");
    if (!opened) throw new Error(`${essay.path}: can't be read`);
    return this.read(opened.open, block);
  }

  read(open: OpenEssay, block?: number): Answered {
    const { targets } = this.shelf.state.library;
    this.#page = plainPage(open, targets, this.world);
    return this.#page.begin(block);
  }

  search(query: string): Answered {
    if (!this.world.isSearchable) return said("Nothing to search here.");
    const found = this.sent({ kind: "search", query, ...SEARCH }).find((message) => message.kind === "found");
    this.#close();
    return { lines: found ? this.shelf.found(found) : [] };
  }

  list(effect: Extract<Effect, { kind: "list" }>): Answered {
    const listed = this.sent(effect).find((message) => message.kind === "listed");
    this.#close();
    return { lines: listed ? this.shelf.listed(listed.listed) : [] };
  }

  /** Lists the essays around an essay. */
  around(essay: Essay): Answered {
    const known = this.sent({ kind: "around", essay }).find((message) => message.kind === "around");
    this.#close();
    return { lines: this.shelf.around(essay, known?.around ?? { citedBy: [], alike: [] }) };
  }

  /** Goes back to the list; if there is none, ends. */
  leave(): Answered {
    this.#close();
    const { essays, state } = this.shelf;
    return essays.length === 0 || state.library.alone
      ? { lines: [], done: true }
      : { lines: this.shelf.again() };
  }

  #close(): void {
    this.#page?.keep();
    this.#page = undefined;
  }
}
