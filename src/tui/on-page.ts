/**
 * What keys do in an essay.
 */
import type { Essay } from "../essay/essay.ts";
import { listHeight, pageShape } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { movePage, relayPage } from "./page.ts";
import { clamp, keepInView } from "./scroll.ts";
import { toMatch } from "./on-find.ts";
import { newSearch } from "./on-search.ts";
import { isSame } from "./rearrange.ts";
import type { Screen, State, Updated } from "./state.ts";
import { ask, only } from "./updated.ts";

type PageScreen = Extract<Screen, { kind: "page" }>;

const NOTES: readonly State["notes"][] = ["auto", "inline", "margin", "end", "none"];
const MEASURE_STEP = 4;
const NARROWEST = 20;
const WIDEST = 200;

export function onPage(state: State, screen: PageScreen, action: Action, count: number): Updated {
  const { page, under } = screen;
  switch (action) {
    case "back":
      if (state.library.alone) return ask(state, { kind: "quit", code: 0 });
      return only({ ...state, screen: under });
    case "find":
      return only({ ...state, screen: { kind: "find", page, under, text: "", from: page } });
    case "nextMatch":
    case "previousMatch":
      return only(toMatch(state, screen, action === "nextMatch" ? count : -count));
    case "search":
      return only({ ...state, screen: newSearch(state.screen) });
    case "notes": {
      const next = { ...state, notes: NOTES[(NOTES.indexOf(state.notes) + 1) % NOTES.length]! };
      return only(
        relaid(
          next,
          screen,
          page.document.notes.length > 0 ? `footnotes ${noteWords(next)}` : "no footnotes here",
        ),
      );
    }
    case "wider":
    case "narrower": {
      const step = action === "wider" ? MEASURE_STEP : -MEASURE_STEP;
      const measure = clamp(state.measure + step * count, NARROWEST, WIDEST);
      return only(relaid({ ...state, measure }, screen, `measure: ${measure} columns`));
    }
    case "theme":
      return only(nextTheme(state));
    case "nextEssay":
    case "previousEssay":
      return neighbour(state, page.essay, action === "nextEssay" ? count : -count);
    default: {
      const moved = movePage(page, action, count, state);
      return only(moved ? { ...state, screen: { ...screen, page: moved } } : state);
    }
  }
}

function nextTheme(state: State): State {
  const [used, ...others] = state.themes;
  const turned = used ? [...others, used] : others;
  return { ...state, themes: turned, message: `theme: ${turned[0]?.name ?? ""}` };
}

function relaid(state: State, screen: PageScreen, message: string): State {
  return { ...state, screen: { ...screen, page: relayPage(screen.page, state) }, message };
}

/** Where notes stand, and where they would if the window were wide enough. */
function noteWords(state: State): string {
  const words = { inline: "under the paragraph", margin: "in the margin", end: "at the end", none: "hidden" };
  const shown = words[pageShape(state).notes];
  if (state.notes === "auto") return `${shown} (auto)`;
  return state.notes === "margin" && shown !== words.margin ? `${shown} (no room for a margin)` : shown;
}

/** The essay so many places further on the shelf, which moves along. */
function neighbour(state: State, essay: Essay, step: number): Updated {
  const { entries } = state.shelf;
  const essays = entries.flatMap((entry, index) =>
    entry.kind === "essay" ? [{ essay: entry.essay, index }] : [],
  );
  const here = essays.findIndex((entry) => isSame(entry.essay, essay));
  const target = essays[clamp(here + step, 0, essays.length - 1)];
  if (here < 0 || !target || isSame(target.essay, essay)) {
    return only({ ...state, message: step > 0 ? "this is the last essay" : "this is the first essay" });
  }
  const top = keepInView(target.index, state.shelf.top, listHeight(state.size), entries.length);
  return ask(
    { ...state, shelf: { ...state.shelf, cursor: target.index, top } },
    { kind: "open", essay: target.essay },
  );
}
