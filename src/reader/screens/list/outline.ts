/**
 * The outline of an essay: its headings, the cursor on the heading of the current section.
 */
import { isolated } from "../../../layout/direction.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import { headingsOf } from "../../../document/anchor.ts";
import { headingText } from "../../../layout/heading-text.ts";
import { headingLines } from "../../../page/laid-essay.ts";
import type { ListItem, ListScreen, PageScreen, State } from "../../state.ts";
import { seenRows } from "../../spread.ts";
import { inView } from "./shown.ts";
import { smallest } from "../../../text/extremes.ts";

export function outline({ page }: PageScreen, state: State): ListScreen {
  const headings = headingsOf(page.document).filter(({ text }) => text !== "");
  const least = smallest(headings.map(({ depth }) => depth));
  const lines = new Map(headingLines(page.lines.slice(0, page.own)).map(({ line, block }) => [block, line]));
  const parser = state.tools.tex?.(page.document);
  const items = headings.map(({ block, depth, children }): ListItem => {
    const line = lines.get(block) ?? 0;
    return {
      text: headingText(children, parser),
      depth: depth - least,
      about: `${Math.floor((100 * line) / Math.max(1, page.own))} %`,
      essay: page.essay,
      landing: { kind: "block", block },
    };
  });
  // The current section is the one at the middle of the screen.
  const eye = page.top + Math.floor(seenRows(state) / 2);
  const here = headings.findLastIndex(({ block }) => (lines.get(block) ?? 0) <= eye);
  const cursor = Math.max(0, here);
  const title = `Outline of ${isolated(titleLabel(page.essay))}`;
  const list = { title, items, empty: "No headings in this essay.", cursor, top: 0 };
  return inView({ kind: "list", what: "outline", list }, cursor, state);
}
