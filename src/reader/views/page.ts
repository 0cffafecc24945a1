/**
 * An essay on the screen: its lines in the middle, and below where one is in it.
 */
import { cutLine, spansWidth, spread } from "../../layout/cut.ts";
import { type Line, type Span, span } from "../../layout/line.ts";
import { label } from "../../text/visible.ts";
import { truncate, width } from "../../text/width.ts";
import { minutes } from "../../text/words.ts";
import { boxFrame, pageUnder } from "../box.ts";
import { pageHeight, pageMargin } from "../geometry.ts";
import { withMatchHere } from "../find.ts";
import { hint } from "../keymap.ts";
import { selected } from "../on-select.ts";
import { percent } from "../page.ts";
import { spotOf, withFocus } from "../../page/spots.ts";
import type { BoxScreen, Page, Screen, State } from "../state.ts";
import { prompt, statusLine } from "./bars.ts";

type WithPage = Extract<Screen, { page: Page }>;

export function pageView(state: State, screen: WithPage): Line[] {
  const { page } = screen;
  const height = pageHeight(state.size);
  return [...pageLines(state, page, screen, height), bottom(state, screen, height)];
}

/** The page, and a box over it. */
export function boxView(state: State, screen: BoxScreen): Line[] {
  const { page } = pageUnder(screen);
  const height = pageHeight(state.size);
  const lines = pageLines(state, page, pageUnder(screen), height);
  const { row, column, inner } = boxFrame(state, screen);
  framed(screen, inner).forEach((line, index) => {
    lines[row + index] = { ...line, spans: [span(" ".repeat(column)), ...line.spans] };
  });
  const { keymap, message, size } = state;
  const isAddress = screen.box.holds.kind === "address";
  const hints = [
    ...(isAddress ? hint(keymap, "box", "follow", "open in the browser") : []),
    ...(screen.box.focus === undefined ? [] : hint(keymap, "box", "follow", "follow")),
    ...hint(keymap, "box", "back", "close"),
    ...(screen.box.spots.length > 1 ? hint(keymap, "box", "nextLink", "links") : []),
    ...hint(keymap, "box", "copy", "copy"),
  ];
  return [...lines, statusLine(message, hints, "", size.columns)];
}

/** `╭─ note 3 ───╮`, the lines, and the frame's other end. */
function framed({ box }: BoxScreen, { columns, rows }: { columns: number; rows: number }): Line[] {
  const { holds, lines, top } = box;
  const title = holds.kind === "note" ? ` note ${holds.number} ` : " to the browser ";
  const spot = spotOf(box.spots, box.focus);
  const more = top + rows < lines.length ? " more below " : "";
  const inside = lines.slice(top, top + rows).map((line, index): Line => {
    const shown = withFocus(line, top + index, spot);
    const blanks = " ".repeat(Math.max(0, columns - spansWidth(shown.spans)));
    return { ...shown, spans: [span("│ ", "rule"), ...shown.spans, span(blanks), span(" │", "rule")] };
  });
  return [edge("╭─", title, "╮", columns), ...inside, edge("╰─", more, "╯", columns)];
}

function edge(left: string, title: string, right: string, columns: number): Line {
  const text = truncate(title, columns);
  const rule = "─".repeat(Math.max(0, columns + 1 - width(text)));
  return { spans: [span(left, "rule"), span(text, "quiet"), span(rule + right, "rule")], block: 0 };
}

function pageLines(state: State, page: Page, screen: Screen, height: number): Line[] {
  const margin = pageMargin(state.size, page);
  const focus = spotOf(page.spots, page.focus);
  const [first, last] = screen.kind === "select" ? selected(screen) : [-1, -1];
  const lines = page.lines.slice(page.top, page.top + height).map((line, index) => {
    const at = page.top + index;
    const shown = withFocus(withMatchHere(line, page.matches[page.here]), at, focus);
    const sign = signOf(line, at >= first && at <= last, page);
    if (shown.spans.length === 0 && sign === " ") return shown;
    const left: Span[] = [
      span(" ".repeat(Math.max(0, margin - 1))),
      ...(margin > 0 ? [span(sign, "changed")] : []),
    ];
    return { ...shown, spans: [...left, ...shown.spans] };
  });
  while (lines.length < height) lines.push({ spans: [], block: 0 });
  return lines;
}

/** What stands in the margin: a bar beside lines that are selected, and beside those that changed. */
function signOf(line: Line, isSelected: boolean, { changed }: Page): string {
  if (isSelected) return "┃";
  return line.spans.length > 0 && changed.has(line.block) ? "▎" : " ";
}

/** What is typed while one finds, else where one is. */
function bottom(state: State, screen: WithPage, height: number): Line {
  const { size, keymap } = state;
  const { page } = screen;
  if (screen.kind === "select") {
    const [first, last] = selected(screen);
    const hints = [...hint(keymap, "select", "copy", "copy"), ...hint(keymap, "select", "back", "back")];
    return statusLine(state.message, [`${last - first + 1} selected`, ...hints], "", size.columns);
  }
  if (screen.kind === "page") return status(state, page, height);
  const isSought = screen.text === (page.find?.text ?? "");
  const found = screen.text.trim() === "" ? "" : isSought ? count(page) : "…";
  const hints = [
    ...hint(keymap, "find", "accept", "keep"),
    ...hint(keymap, "find", "nextMatch", "next"),
    ...hint(keymap, "find", "clear", "back"),
  ];
  return prompt("/", screen.text, hints, found, size.columns);
}

function count({ matches, here }: Page): string {
  return matches.length === 0 ? "not in this essay" : `${here + 1} of ${matches.length}`;
}

function status(state: State, page: Page, height: number): Line {
  const { columns } = state.size;
  const done = percent(page, height);
  const left = minutesLeft(page, done);
  const place = columns < 40 ? `${done} %` : `${left}  ·  ${done} %`;
  // A message that needs it has the whole line.
  if (state.message !== "" && width(state.message) > columns - width(place) - 4)
    return cutLine({ spans: [span(` ${truncate(state.message, columns - 2)}`)], block: 0 }, columns);
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
