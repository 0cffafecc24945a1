/**
 * An essay on the screen: its lines in the middle, and below where one is in it.
 */
import { cutLine, spread } from "../../layout/cut.ts";
import { type Line, span } from "../../layout/line.ts";
import { label } from "../../text/visible.ts";
import { truncate, width } from "../../text/width.ts";
import { minutes } from "../../text/words.ts";
import { pageHeight } from "../geometry.ts";
import { withMatchHere } from "../find.ts";
import { percent } from "../page.ts";
import type { Page, State } from "../state.ts";
import { prompt } from "./bars.ts";

export function pageView(state: State, page: Page): Line[] {
  const { size } = state;
  const height = pageHeight(size);
  const margin = span(" ".repeat(Math.max(0, Math.floor((size.columns - page.width) / 2))));
  const lines = page.lines
    .slice(page.top, page.top + height)
    .map((line) => withMatchHere(line, page.matches[page.here]))
    .map((line): Line => (line.spans.length === 0 ? line : { ...line, spans: [margin, ...line.spans] }));
  while (lines.length < height) lines.push({ spans: [], block: 0 });
  return [...lines, bottom(state, page, height)];
}

/** What is typed while one finds, else where one is. */
function bottom(state: State, page: Page, height: number): Line {
  const { screen, size } = state;
  if (screen.kind !== "find") return status(state, page, height);
  const found = screen.text.trim() === "" ? "" : count(page);
  return prompt("/", screen.text, ["Enter keep", "↑↓ others", "Esc back"], found, size.columns);
}

function count({ matches, here }: Page): string {
  return matches.length === 0 ? "not in this essay" : `${here + 1} of ${matches.length}`;
}

function status(state: State, page: Page, height: number): Line {
  const { columns } = state.size;
  const done = percent(page, height);
  const left = minutesLeft(page, done);
  const place = columns < 40 ? `${done} %` : `${left}  ·  ${done} %`;
  const room = columns - width(place) - 4;
  const words =
    state.message === ""
      ? span(` ${truncate(label(page.essay.title), room)}`, "quiet")
      : span(` ${state.message}`);
  return cutLine(spread([words], [span(`${place} `, "quiet")], columns), columns);
}

function minutesLeft(page: Page, done: number): string {
  if (done === 100) return "the end";
  return `${minutes((page.essay.words * (100 - done)) / 100)} min left`;
}
