/**
 * Reads the essays of previews. Those to which the next key may lead are read and laid out ahead, while no key comes.
 *
 * A beginning is read at once. A passage needs the whole essay, for the numbers of its notes and what it refers to: it is read when the
 * cursor has rested on it, so that a held key passes without reading.
 */
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Essay } from "../../essay/essay.ts";
import type { Library } from "../../library/library.ts";
import type { Mark } from "../../marks/mark.ts";
import { anchorsOf, type MarkPlace } from "../../marks/place.ts";
import { lastMade } from "../../text/last-made.ts";
import type { Action } from "../keymap.ts";
import { moduleOf } from "../screens/modules.ts";
import type { Beside, PreviewEssay, State } from "../state.ts";
import { besideOf, isSameBeside } from "./preview.ts";
import { previewOf } from "./preview-rows.ts";
import { Recent } from "./recent.ts";

/** The number of essays in the cache. */
const KEPT = { beginnings: 20, whole: 6 };
/** The moves whose essays are read ahead, the likeliest first. */
const MOVES: readonly (readonly [action: Action, count: number])[] = [
  ["down", 1],
  ["down", 2],
  ["up", 1],
  ["pageDown", 1],
  ["halfDown", 1],
  ["pageUp", 1],
  ["halfUp", 1],
];
/** The pause after a key before reading ahead, in milliseconds. */
const PAUSE = 30;
/** The pause before a whole essay is read, in milliseconds: longer than between the keys that a held key sends. */
const REST = 60;
/** The words of an essay for which the pause is a millisecond longer, because a key that comes meanwhile waits until it is read. */
const WORDS_A_MILLISECOND = 400;
/** The most words of a whole essay that is read ahead. */
const MOST_AHEAD = 8_000;

const NO_PLACES: readonly MarkPlace[] = [];

/** What previews need from outside the state. */
interface Sources {
  readonly library: Pick<Library, "glance" | "open">;
  /** The user's marks of an essay. */
  readonly marks: (essay: Essay) => readonly Mark[];
  readonly state: () => State;
}

/** Receives an essay, or the error that was thrown when it was read. */
interface Receiver {
  readonly shown: (essay: PreviewEssay) => void;
  readonly failed: (error: unknown) => void;
}

export class Previews {
  // An essay whose file has changed is another essay.
  readonly #beginnings = new Recent<Essay, OpenEssay>(KEPT.beginnings);
  readonly #whole = new Recent<Essay, OpenEssay>(KEPT.whole);
  readonly #places = lastMade<readonly MarkPlace[]>();
  readonly #sources: Sources;
  #ahead: NodeJS.Timeout | undefined;
  /** The essay that is read after a pause, and what is then shown of it. */
  #waiting: { readonly timer: NodeJS.Timeout; readonly essay: Essay; show: () => void } | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Reads an essay for a preview, at once or after a pause; `receiver` receives it, if it is still wanted then. */
  show(of: Beside, receiver: Receiver): void {
    const show = (): void => this.#show(of, receiver);
    const { essay } = of;
    if (this.#waiting?.essay === essay) {
      this.#waiting.show = show;
      return;
    }
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
    if (!isOfWhole(of) || this.#whole.has(essay)) return show();
    clearTimeout(this.#ahead);
    const act = (): void => {
      const waited = this.#waiting?.show;
      this.#waiting = undefined;
      waited?.();
    };
    const timer = setTimeout(act, REST + essay.words / WORDS_A_MILLISECOND).unref();
    this.#waiting = { timer, essay, show };
  }

  #show(of: Beside, { shown, failed }: Receiver): void {
    const now = besideOf(this.#sources.state());
    if (!now || !isSameBeside(now, of)) return;
    this.#readAhead(MOVES, PAUSE);
    let essay: PreviewEssay;
    try {
      essay = this.#read(of);
    } catch (error) {
      return failed(error);
    }
    shown(essay);
  }

  /** Reads ahead after a pause, one essay at a time, so that a key that comes meanwhile waits for no more than that. */
  #readAhead([move, ...others]: typeof MOVES, pause: number): void {
    clearTimeout(this.#ahead);
    if (!move) return;
    const act = (): void => {
      this.#prepare(...move);
      this.#readAhead(others, 0);
    };
    this.#ahead = setTimeout(act, pause).unref();
  }

  /** Reads and lays out the essay to which a move of the cursor leads. */
  #prepare(action: Action, count: number): void {
    const state = this.#sources.state();
    const moved = moduleOf(state.screen).update(state, state.screen, action, count).state;
    const of = besideOf(moved);
    if (!of || (isOfWhole(of) && of.essay.words > MOST_AHEAD)) return;
    try {
      previewOf(moved, of, this.#read(of));
    } catch {
      // The cursor is on another essay, whose preview is seen.
    }
  }

  #read(of: Beside): PreviewEssay {
    const { library, marks } = this.#sources;
    if (!isOfWhole(of))
      return { open: this.#beginnings.of(of.essay, (essay) => library.glance(essay)), placed: NO_PLACES };
    const open = this.#whole.of(of.essay, (essay) => library.open(essay));
    const own = marks(of.essay);
    const by = own.flatMap(({ id, changed }) => [id, changed]);
    return {
      open,
      placed: this.#places(open, by, () => (own.length === 0 ? NO_PLACES : anchorsOf(open, own))),
    };
  }
}

/** Whether more than the beginning of the essay is shown. */
function isOfWhole({ passage }: Beside): boolean {
  return passage !== undefined && passage.block >= 0;
}
