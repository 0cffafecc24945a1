/**
 * Stores the place in the open essay, a moment after a move and when the user leaves it.
 */
import type { Reading } from "../essay/reading.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { seenRows, type View } from "./spread.ts";
import { textPlaceOf } from "../page/laid-essay.ts";
import { percent } from "./screens/page/page.ts";
import { isSame } from "./arrange.ts";
import type { Page, State } from "./state.ts";
import type { Store } from "./store.ts";
import { isInFile } from "../memory/key.ts";

export interface Keeper {
  /** Stores what is not stored yet, and stops. */
  readonly flush: () => void;
}

/** The time at a place after which it is stored, in milliseconds. */
const STAY = 400;

/**
 * Follows the state until the end; `now` returns the time in milliseconds. An essay that the user opened
 * without scrolling stays unread.
 */
export function keepPlaces(store: Store, memory: Memory, now: () => number): Keeper {
  let kept: Page | undefined;
  let timer: NodeJS.Timeout | undefined;
  const keep = (page: Page, isLeft: boolean): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!isInFile(page.essay)) return;
    const state = store.get();
    const before = state.readings.get(page.essay.path);
    const reading = readingOf(page, state, isLeft, before);
    if (before === undefined && reading.state === "begun" && page.top === 0) return;
    memory.stopped(
      keyOf(page.essay),
      textPlaceOf(page.document, page.place),
      reading.percent,
      reading.state === "yes",
      now(),
    );
    if (before?.state !== reading.state || before.percent !== reading.percent)
      store.send({ kind: "read", path: page.essay.path, reading });
  };
  const follow = (): void => {
    const page = openPageOf(store.get());
    const last = kept;
    if (page === last) return;
    kept = page;
    if (last && !(page && isSame(page.essay, last.essay))) keep(last, true);
    if (!page || (last?.top === page.top && isSame(last.essay, page.essay))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (kept) keep(kept, false);
    }, STAY);
  };
  const unsubscribe = store.subscribe(follow);
  return {
    flush() {
      unsubscribe();
      if (kept) keep(kept, true);
      kept = undefined;
    },
  };
}

/**
 * Whether an essay was read to its end: the end was on the screen after a move, or when the user left the essay. A jump
 * that passes unseen text, to a link or a match, is not reading.
 */
function readingOf(page: Page, view: View, isLeft: boolean, before: Reading | undefined): Reading {
  const done = percent(page, seenRows(view));
  const isAtEnd = done === 100 && !page.hasSkipped && (isLeft || page.top > 0);
  const state = isAtEnd || before?.state === "yes" ? "yes" : "begun";
  return { state, percent: done };
}

/** The open page, even if another screen is visible. */
export function openPageOf({ screen, below }: Pick<State, "screen" | "below">): Page | undefined {
  const page = [...below, screen].findLast((one) => one.kind === "page");
  return page?.page;
}
