/**
 * The list of tags, with how many essays carry each.
 */
import { cutLine } from "../../layout/cut.ts";
import { type Line, span } from "../../layout/line.ts";
import { label } from "../../text/visible.ts";
import { fit, truncate } from "../../text/width.ts";
import { listHeight } from "../geometry.ts";
import type { State, TagList } from "../state.ts";
import { header, statusLine } from "./bars.ts";

const HINTS = ["Enter essays with this tag", "q back"];

export function tagsView(state: State, list: TagList): Line[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const rows = list.tags.slice(list.top, list.top + height).map(({ tag, count }, index): Line => {
    const selected = list.top + index === list.cursor;
    const spans = [
      span(selected ? " ▌" : "  ", "bullet"),
      span(`${fit(String(count), 5, "right")}  `, "quiet"),
      span(
        truncate(label(tag), Math.max(1, columns - 10)),
        "tag",
        ...(selected ? (["strong"] as const) : []),
      ),
    ];
    return cutLine({ spans, block: 0 }, columns);
  });
  if (rows.length === 0) rows.push({ spans: [span("   no essay has a tag", "quiet")], block: 0 });
  while (rows.length < height) rows.push({ spans: [], block: 0 });
  const count = list.tags.length;
  return [
    header("Tags", `${count} ${count === 1 ? "tag" : "tags"}`, columns),
    ...rows,
    statusLine(state.message, HINTS, "", columns),
  ];
}
