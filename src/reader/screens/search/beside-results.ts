/**
 * The pane beside the results of a search: the passage under the cursor, in its essay.
 */
import type { Passage } from "../../../search/passages.ts";
import type { Query } from "../../../search/query.ts";
import { NARROWEST_PANE, PANE } from "../../preview/pane.ts";
import type { Beside, MatchLanding, Search, Size, State } from "../../state.ts";
import { type ResultRow, rowsOf, WIDEST } from "./rows.ts";

/** What is beside the results; undefined without results, or if there is no room beside the widest of them. */
export function besideResults({ size, wantsPreview }: State, search: Search): Beside | undefined {
  const columns = wantsPreview ? paneColumns(size) : 0;
  const row = columns > 0 ? rowsOf(search).find(({ opens }) => opens === search.cursor) : undefined;
  if (!row || !search.parsed) return undefined;
  return { essay: row.result.essay, passage: landingOf(search.parsed, row), columns };
}

function paneColumns({ columns }: Size): number {
  const left = columns - WIDEST - PANE.divider - PANE.edge;
  return left < NARROWEST_PANE ? 0 : left;
}

/** The place of a passage; the beginning of an essay that matches by its title. */
export function landingOf(query: Query, { result, passage }: ResultRow): MatchLanding {
  const found = passage === undefined ? undefined : result.passages[passage];
  if (!found) return { kind: "match", query, block: -1, note: undefined };
  const { block, note, mark } = found;
  const own = { kind: "match", query, block, note, words: wordsAround(found) } as const;
  return mark === undefined ? own : { ...own, mark };
}

/** Characters before and after a match that identify its paragraph. */
const AROUND = 40;

/** The words around the first match, without the dots where the passage is cut. */
function wordsAround({ text, ranges: [first] }: Passage): string {
  return first ? text.slice(Math.max(0, first[0] - AROUND), first[1] + AROUND) : "";
}
