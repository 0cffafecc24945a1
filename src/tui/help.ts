/**
 * The help screen, made from the keymap.
 */
import { type Line, span } from "../layout/line.ts";
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
  const left = Math.min(Math.max(...rows.map(([keys]) => width(keys))), Math.floor(columns / 2));
  const title: Line = { spans: [span(TITLES[kind], "heading")], block: 0 };
  return [
    title,
    ...rows.map(([keys, help]) => line(` ${keys}${" ".repeat(Math.max(1, left - width(keys) + 2))}`, help)),
  ];
}

function line(keys = "", help = ""): Line {
  return { spans: keys === "" ? [] : [span(keys, "strong"), span(help)], block: 0 };
}
