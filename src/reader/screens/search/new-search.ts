/**
 * A search without results.
 */
import type { SearchScreen } from "../../state.ts";

export function newSearch(query = ""): SearchScreen {
  return {
    kind: "search",
    search: {
      query,
      parsed: undefined,
      results: [],
      count: 0,
      answered: true,
      opening: false,
      suggestion: undefined,
      fault: undefined,
      cursor: 0,
      top: 0,
    },
  };
}
