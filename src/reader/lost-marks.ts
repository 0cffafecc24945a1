/**
 * Finds which marks in a list of all essays have lost their place. Each essay with marks is read for it, one after another and
 * after the keys that have arrived, so the list is there at once and says so a little later.
 */
import type { Essay } from "../essay/essay.ts";
import type { Library } from "../library/library.ts";
import { anchorsOf } from "../marks/place.ts";
import type { MarkOf, Message } from "./messages.ts";
import type { State } from "./state.ts";

interface World {
  readonly library: Pick<Library, "open">;
  readonly state: () => State;
  /** Runs a function after the keys that have arrived, and after their frame. */
  readonly later: (act: () => void, takesLong: true) => void;
}

/** Sends, essay by essay, the ids of the marks that are orphans, as long as the list is on the screen or under a box. */
export function findLost(
  all: readonly MarkOf[],
  { library, state, later }: World,
  send: (message: Message) => void,
): void {
  const left = [...Map.groupBy(all, ({ essay }) => essay)];
  const next = (): void => {
    const own = left.shift();
    if (!own || !isListed(state())) return;
    const ids = lostOf(own[0], own[1], library);
    if (ids.size > 0) send({ kind: "lost", ids });
    later(next, true);
  };
  later(next, true);
}

function lostOf(essay: Essay, marks: readonly MarkOf[], library: World["library"]): Set<string> {
  try {
    const places = anchorsOf(
      library.open(essay),
      marks.map(({ mark }) => mark),
    );
    return new Set(places.flatMap(({ mark, placed }) => (placed ? [] : [mark.id])));
  } catch {
    // An essay that can't be read says so when it is opened.
    return new Set();
  }
}

function isListed({ screen, below }: State): boolean {
  return [screen, ...below].some((one) => one.kind === "list" && one.what === "marks" && one.isOfLibrary);
}
