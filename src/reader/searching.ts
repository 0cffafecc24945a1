/**
 * Performs the searches of the full text.
 */
import { type Choice, isChosen, isEverything } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Following } from "../library/following.ts";
import type { Library } from "../library/library.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { type MinePart, partOf } from "../memory/mine.ts";
import { checkComplete, parseTyped } from "../search/parse-query.ts";
import { QueryError } from "../search/query.ts";
import { dayOf } from "../terminal/io.ts";
import type { EffectOf } from "./messages.ts";
import type { Store } from "./store.ts";

/** What a search needs from outside the state. */
interface Searched {
  readonly library: Library;
  /** Undefined if there is only one essay, and nothing to search. */
  readonly following: Pick<Following, "recover"> | undefined;
  readonly choice: Choice;
  readonly memory: Memory;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
}

type Send = Store["send"];

/** Searches the full text, and sends the results or the error in the query. */
export function search(
  { library, following, choice, memory, now }: Searched,
  { query, most, length }: EffectOf<"search">,
  send: Send,
): void {
  if (!following || !library.isSearchable)
    return send({ kind: "failed", message: "nothing to search here; / finds in an essay" });
  const accepts = isEverything(choice) ? undefined : (essay: Essay) => isChosen(essay, choice);
  const today = dayOf(new Date(now()));
  try {
    const wanted = {
      most,
      length,
      drafts: choice.drafts === true,
      accepts,
      read: choice.read,
      mine: mineIn(memory),
      setsFormulas: true,
    };
    const { query: parsed, results, count } = library.search(parseTyped(query, today), wanted);
    // An unfinished query finds what it may become; if that is nothing, the user sees the error.
    if (count === 0) checkComplete(query, today);
    const suggestion = count > 0 ? undefined : library.betterSpelling(parsed);
    following.recover();
    send({ kind: "found", query, parsed, results, count, suggestion });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    send({
      kind: "found",
      query,
      parsed: undefined,
      results: [],
      count: 0,
      suggestion: undefined,
      fault: error,
    });
  }
}

/** The user's marks as parts for a search. */
function mineIn({ marks }: Memory): (essay: Essay) => MinePart[] {
  return (essay) => marks.of(keyOf(essay)).map((mark) => ({ ...partOf(mark), mark: mark.id }));
}

/** Sends the number of essays whose text matches; sends nothing if they can't be searched. */
export function tally(
  { library, following, choice, memory, now }: Searched,
  { query, among }: EffectOf<"tally">,
  send: Send,
): void {
  if (!following || !library.isSearchable) return;
  const isEvery = isEverything(choice) && among === undefined;
  const accepts = isEvery
    ? undefined
    : (essay: Essay) => isChosen(essay, choice) && among?.has(essay.path) !== false;
  const drafts = choice.drafts === true;
  try {
    const wanted = { most: 0, length: 1, drafts, accepts, read: choice.read, mine: mineIn(memory) };
    const { count } = library.search(parseTyped(query, dayOf(new Date(now()))), wanted);
    following.recover();
    send({ kind: "tallied", query, count });
  } catch (error) {
    // Text typed into the filter may be an invalid query.
    if (!(error instanceof QueryError)) throw error;
  }
}
