/**
 * The output of the user's command, in a box that scrolls. Control characters are shown, not sent.
 */
import { marked } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { takeColumns, truncate, width } from "../../../text/width.ts";
import { label, visibleLines } from "../../../text/visible.ts";
import type { StatusLine } from "../../bottom.ts";
import { FRAME, frameColumns, layFramed } from "../../framed.ts";
import { listHeight, pageHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { ask, only } from "../../messages.ts";
import { hasWords, nothingShown, rangesOf } from "../../narrowing.ts";
import { columnOverBelow } from "../../over-text.ts";
import { clamp, moveTop } from "../../scroll.ts";
import { popped, pushed } from "../../stack.ts";
import type { AnswerScreen, PipeScreen, Size, State } from "../../state.ts";
import { narrowable } from "../narrowable.ts";

export const answerScreen = narrowable<AnswerScreen>(
  {
    context: () => "answer",
    isOver: true,
    title: (_, { command }) => label(command),
    update(state, screen, action, count) {
      switch (action) {
        case "back":
          return ask(popped(state), { kind: "stopPipe" });
        case "pipe":
          return ask(pushed(popped(state), screen.from), { kind: "stopPipe" });
        case "copy":
          return ask(state, { kind: "copy", text: screen.text, what: "the output" });
        default: {
          const extent = { height: heightOf(screen, state.size), length: screen.lines.length };
          const top = moveTop(action, count, screen.top, extent);
          return only(top === undefined ? state : { ...state, screen: { ...screen, top } });
        }
      }
    },
    relaid: ({ size }, screen) => inBox(screen, size),
    bottom: answerBottom,
    view: answerView,
  },
  { refit: ({ size }, screen) => inBox({ ...screen, top: 0 }, size) },
);

export function newAnswer(from: PipeScreen, command: string): AnswerScreen {
  return { kind: "answer", from, command, text: "", ending: undefined, lines: [], top: 0 };
}

/** The state with more output of the command, or with its end. */
export function commandAnswered(state: State, text: string, ending: string | undefined): State {
  const answered = (screen: State["screen"]): State["screen"] =>
    screen.kind === "answer" ? inBox({ ...screen, text, ending }, state.size) : screen;
  return { ...state, screen: answered(state.screen), below: state.below.map(answered) };
}

/** The output, broken for a box on a screen of this size. */
function inBox(screen: AnswerScreen, size: Size): AnswerScreen {
  const columns = frameColumns(size);
  const text = visibleLines(screen.text.replaceAll("\r\n", "\n"));
  const whole = text.endsWith("\n") ? text.slice(0, -1) : text;
  const has = hasWords(screen.narrowing?.words ?? "");
  const own = whole === "" ? [] : whole.split("\n").filter(has);
  const lines = own.flatMap((line) => broken(untabbed(line), columns));
  const top = clamp(screen.top, 0, Math.max(0, lines.length - heightOf({ lines }, size)));
  return { ...screen, lines, top };
}

const TAB = 8;

/** A line with blanks in place of tabs, which stop every 8 columns as in a terminal. */
function untabbed(line: string): string {
  if (!line.includes("\t")) return line;
  let at = 0;
  return line
    .split("\t")
    .map((part, index, parts) => {
      at += width(part);
      const blanks = index === parts.length - 1 ? 0 : TAB - (at % TAB);
      at += blanks;
      return part + " ".repeat(blanks);
    })
    .join("");
}

/** The least part of a line that stays on its row when the line is broken at a blank. */
const LEAST = 1 / 2;

/**
 * A line broken at `columns`: at a blank if one is near enough, otherwise within a word. All other blanks stay, because programs lay out
 * their output.
 */
function broken(line: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (width(rest.slice(0, columns + 1)) > columns || rest.length > columns) {
    // A grapheme is at most this long.
    const taken = takeColumns(rest.slice(0, columns * LONGEST_GRAPHEME), columns);
    // A grapheme wider than the box is still used, so that the loop ends.
    const length = Math.max(1, taken.length);
    const blank = rest.lastIndexOf(" ", length);
    const end = blank > length * LEAST ? blank : length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(rest[end] === " " ? end + 1 : end);
  }
  return rest === "" && lines.length > 0 ? lines : [...lines, rest];
}

const LONGEST_GRAPHEME = 16;

/** The rows inside the box. */
function heightOf({ lines }: Pick<AnswerScreen, "lines">, size: Size): number {
  return clamp(lines.length, 1, Math.max(1, listHeight(size) - FRAME.rows));
}

function answerView(state: State, screen: AnswerScreen, under: () => Row[]): Row[] {
  const { size } = state;
  const rows = under().slice(0, size.rows - 1);
  const inner = { columns: frameColumns(size), rows: heightOf(screen, size) };
  const seen = screen.lines.slice(screen.top, screen.top + inner.rows);
  const nothing = nothingShown(screen, screen.ending === undefined ? "…" : "no output", state.keymap);
  const words = screen.narrowing?.words ?? "";
  const shown =
    seen.length > 0
      ? seen.map((line): Row => ({ spans: marked(line, rangesOf(words, line), "found", []) }))
      : [{ spans: [span(truncate(nothing, inner.columns), "quiet")] }];
  const more = screen.top + inner.rows < screen.lines.length ? "more below" : "";
  const foot = [screen.ending ?? "running", more].filter((part) => part !== "").join(" · ");
  const at = {
    row: Math.max(0, pageHeight(size) - inner.rows - FRAME.rows),
    column: columnOverBelow(state, inner.columns),
  };
  layFramed(rows, { title: `| ${label(screen.command)}`, rows: shown, foot, inner }, at, size);
  return rows;
}

function answerBottom({ keymap }: State, { ending }: AnswerScreen): StatusLine {
  const hints = [
    ...hint(keymap, "answer", "down", "down"),
    ...hint(keymap, "answer", "copy", "copy"),
    ...hint(keymap, "answer", "filter", "filter"),
  ];
  return { kind: "status", hints, leave: ["back", ending === undefined ? "stop" : "close"], place: [] };
}
