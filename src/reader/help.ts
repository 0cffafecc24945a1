/**
 * The help screen, made from the keymap.
 */
import { type Line, span } from "../layout/line.ts";
import { wrapRuns } from "../layout/wrap.ts";
import { width } from "../text/width.ts";
import { keyName, type Keymap, type ScreenKind } from "./keymap.ts";

const TITLES: Readonly<Record<ScreenKind, string>> = {
  shelf: "On the shelf",
  page: "In an essay",
  select: "While you select lines",
  box: "In a note or an address that stands in a box",
  outline: "In the outline",
  bookmarks: "In the list of bookmarks",
  citing: "In the list of what links here",
  recent: "In the list of what you read last",
  filter: "While you filter",
  search: "While you search the full text",
  find: "While you find in an essay",
  tags: "In the list of tags",
  help: "In this help",
};

/** Every key of every screen, those of the screen that asked first. */
export function helpLines(keymap: Keymap, asked: ScreenKind, columns: number): Line[] {
  const kinds = (Object.keys(TITLES) as ScreenKind[]).sort(
    (a, b) => Number(b === asked) - Number(a === asked),
  );
  return kinds.flatMap((kind, index) => [
    ...(index === 0 ? [] : [line()]),
    ...section(keymap, kind, columns),
  ]);
}

function section(keymap: Keymap, kind: ScreenKind, columns: number): Line[] {
  const rows = keymap[kind]
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, help }) => [keys.map(keyName).join(" "), help] as const);
  const widest = Math.max(...rows.map(([keys]) => width(keys)));
  const left = Math.min(widest, Math.floor(columns / 2)) + 3;
  const title: Line = { spans: [span(TITLES[kind], "heading")], block: 0 };
  return [title, ...rows.flatMap(([keys, help]) => row(keys, help, left, columns))];
}

/** Keys, and beside them what they do, on as many lines as that takes. */
function row(keys: string, help: string, left: number, columns: number): Line[] {
  const lines = wrapRuns([span(help)], Math.max(1, columns - Math.max(left, width(keys) + 2)), "greedy");
  return lines.map((spans, index) => {
    const own = index === 0 ? ` ${keys} ` : " ";
    return { spans: [span(own + " ".repeat(Math.max(0, left - width(own))), "strong"), ...spans], block: 0 };
  });
}

function line(): Line {
  return { spans: [], block: 0 };
}
