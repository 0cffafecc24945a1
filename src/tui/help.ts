/**
 * The help screen, made from the keymap.
 */
import { type Line, span } from "../layout/line.ts";
import { width } from "../text/width.ts";
import { keyName, keymap } from "./keymap.ts";
import type { Screen } from "./state.ts";

const TITLES: Readonly<Record<Screen["kind"], string>> = {
  shelf: "On the shelf",
  filter: "While you filter",
  search: "While you search the full text",
  find: "While you find in an essay",
  tags: "In the list of tags",
  page: "In an essay",
  help: "In this help",
};

const ORDER: readonly Screen["kind"][] = ["shelf", "page", "filter", "search", "find", "tags"];

/** Every key of every screen, those of the screen that asked first. */
export function helpLines(asked: Screen["kind"], columns: number): Line[] {
  const kinds = [...ORDER].sort((a, b) => Number(b === asked) - Number(a === asked));
  return kinds.flatMap((kind, index) => [...(index === 0 ? [] : [line()]), ...section(kind, columns)]);
}

function section(kind: Screen["kind"], columns: number): Line[] {
  const rows = keymap[kind].map(({ keys, help }) => [keys.map(keyName).join(" "), help] as const);
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
