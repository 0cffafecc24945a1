/**
 * The list of tags on the screen, each with its number of essays.
 */
import { isChosen } from "../../../essay/choose.ts";
import { cutLine, marked } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { label } from "../../../text/visible.ts";
import { fit, truncate } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import { mirroredRow } from "../../mirrored.ts";
import { nothingShown, rangesOf } from "../../narrowing.ts";
import type { State, TagList, TagsScreen } from "../../state.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";
import { shownTags } from "./tag-list.ts";
import { counted } from "../../../text/counted.ts";

const NONE = "No essay here has a tag. Tags are set in front matter: tags: [one, two]";

export function tagsView(state: State, screen: TagsScreen): Row[] {
  const { list } = screen;
  const words = screen.narrowing?.words ?? "";
  const { columns } = state.size;
  const height = listHeight(state.size);
  const rows = shownTags(screen)
    .slice(list.top, list.top + height)
    .map(({ tag, count }, index): Row => {
      const selected = list.top + index === list.cursor;
      const name = truncate(label(tag), Math.max(1, columns - 11));
      const spans = [
        span(selected ? " ▌" : "  ", "bullet"),
        span(list.chosen.includes(tag) ? "✓" : " ", "bullet"),
        span(`${fit(String(count), 5, "right")}  `, "quiet"),
        ...marked(name, rangesOf(words, name), "found", ["tag", ...(selected ? (["strong"] as const) : [])]),
      ];
      const row = cutLine({ spans }, columns);
      return state.library.isMirrored ? mirroredRow(row, columns) : row;
    });
  return [
    ...header("Tags", summary(state, list), state.size),
    ...filled(
      rows.length > 0 ? rows : emptyRows(nothingShown(screen, NONE, state.keymap), state.size),
      height,
    ),
  ];
}

function summary({ library }: State, { tags, chosen, are }: TagList): string {
  if (chosen.length > 1) {
    const choice = { drafts: true, tags: are === "any" ? [chosen] : chosen.map((tag) => [tag]) };
    const count = library.essays.filter((essay) => isChosen(essay, choice)).length;
    return `${chosen.length} ticked  ·  ${counted(count, "essay")} with ${are} of them`;
  }
  return counted(tags.length, "tag");
}

export function tagsBottom({ keymap }: State, screen: TagsScreen): StatusLine {
  const { are, cursor } = screen.list;
  const tags = shownTags(screen);
  const hints = [
    ...hint(keymap, "tags", "accept", "show"),
    ...hint(keymap, "tags", "tick", "tick"),
    ...hint(keymap, "tags", "anyOrAll", are === "any" ? "all of them" : "any of them"),
    ...hint(keymap, "tags", "filter", "filter"),
  ];
  const isEmpty = tags.length === 0;
  const place = isEmpty ? [] : [`${cursor + 1}/${tags.length}`];
  return { kind: "status", hints: isEmpty ? [] : hints, leave: ["back", "back"], place };
}
