/**
 * Beginnings of essays for the preview beside the shelf; those next to the cursor are read before they are asked for.
 */
import type { Document } from "../document/document.ts";
import { markdownFormat, parseDocument } from "../document/parse.ts";
import type { Essay } from "../essay/essay.ts";
import { holdsOf } from "../links/link-target.ts";
import { readEssaySource } from "../library/library.ts";
import type { State } from "./state.ts";

/** No more than this is read of an essay, in characters; the notes are defined below. */
const BEGINNING = 10_000;
const DEFINITION = /^\[\^[^\]\s]+\]:.*$/gm;
/** So many are kept: the one that is shown, and those around it. */
const KEPT = 12;
/** Rows above and below the cursor whose essays are read ahead. */
const AHEAD = [1, 2, -1];
/** Milliseconds after a key in which another may come, before anything is read ahead. */
const PAUSE = 30;

export class Previews {
  /** The least recently asked for first. An essay whose file was changed is another essay. */
  readonly #known = new Map<Essay, Document>();
  readonly #state: () => State;
  #timer: NodeJS.Timeout | undefined;

  constructor(state: () => State) {
    this.#state = state;
  }

  /** The beginning of an essay; undefined if it can't be read, which is told when it is opened. */
  of(essay: Essay): Document | undefined {
    const document = this.#read(essay);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAhead(), PAUSE).unref();
    return document;
  }

  #readAhead(): void {
    const { entries, cursor } = this.#state().shelf;
    for (const step of AHEAD) {
      const entry = entries[cursor + step];
      if (entry?.kind === "essay") this.#read(entry.essay);
    }
  }

  #read(essay: Essay): Document | undefined {
    const known = this.#known.get(essay);
    this.#known.delete(essay);
    const document = known ?? this.#parsed(essay);
    if (document) this.#known.set(essay, document);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return document;
  }

  #parsed(essay: Essay): Document | undefined {
    try {
      const { body } = readEssaySource(essay);
      const holds = holdsOf(this.#state().library.all, essay.path);
      return parseDocument(beginningOf(body), markdownFormat(essay.path), holds);
    } catch {
      return undefined;
    }
  }
}

function beginningOf(body: string): string {
  if (body.length <= BEGINNING) return body;
  const definitions = body.slice(BEGINNING).match(DEFINITION) ?? [];
  return `${body.slice(0, BEGINNING)}\n\n${definitions.join("\n\n")}\n`;
}
