/**
 * Lists of the user's marks in an essay, and of orphans to set on selected words; the keys of all lists of marks.
 */
import { isolated } from "../../../layout/direction.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import type { Anchor, Mark } from "../../../marks/mark.ts";
import type { MarkPlace } from "../../../marks/place.ts";
import { caretOf } from "../../../page/caret.ts";
import { label } from "../../../text/visible.ts";
import { truncate } from "../../../text/width.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { emptyWords } from "../../bars.ts";
import { seenRows } from "../../spread.ts";
import { popped } from "../../stack.ts";
import type { ListItem, ListScreen, Page, PageScreen, Screen, State } from "../../state.ts";
import { galleyOf } from "../../../marks/galley.ts";
import { homelessItem, itemOf, markingHints } from "./mark-items.ts";
import { inView, itemUnder, shownOf, withList } from "./shown.ts";

/** Columns of the words by which a title names a passage. */
const WORDS = 30;

/** The marks of the open essay in the order of the text, the orphans at the end. */
export function marksOfEssay({ page }: PageScreen, state: State): ListScreen {
  const standing = page.placed.filter(({ placed }) => placed);
  const orphans = page.placed.filter(({ placed }) => !placed);
  const items = [
    ...standing.map((place) => standingItem(page, place)),
    ...(orphans.length > 0 ? [headingItem(page)] : []),
    ...orphans.map((place) => orphanItem(page, place)),
  ];
  // The first mark on the screen, otherwise the last one above it; never the heading of the orphans.
  const isSeen = ({ line = -1 }: Lined): boolean => line >= page.top && line < page.top + seenRows(state);
  const seen = items.findIndex(isSeen);
  const above = seen < 0 ? items.findLastIndex(({ line = Infinity }) => line < page.top) : seen;
  const cursor = Math.max(above, standing.length === 0 && orphans.length > 0 ? 1 : 0);
  const gone = page.homeless.length === 0 ? "" : `; ${page.homeless.length} of essays not found (all essays)`;
  const title = `Your marks in ${isolated(titleLabel(page.essay))}${gone}`;
  const empty = emptyWords("You have no marks here yet", markingHints(state.keymap, ""));
  const list = { title, items: items.map(({ item }) => item), empty, cursor, top: 0 };
  return inView({ kind: "list", what: "marks", list }, cursor, state);
}

interface Lined {
  readonly item: ListItem;
  /** The line of the page on which it begins. */
  readonly line?: number | undefined;
}

function standingItem(page: Page, { mark, placed }: MarkPlace): Lined {
  const { document } = page.open;
  const galley = galleyOf(document);
  const stretch = placed && galley.stretchOf(placed.range);
  const line = stretch && caretOf(document, page.lines.slice(0, page.own), stretch[0])?.line;
  const percent = `${Math.floor((100 * (line ?? 0)) / Math.max(1, page.own))} %`;
  const about = placed?.isExact === false ? `reworded, ${percent}` : percent;
  return { line, item: itemOf(page.essay, mark, about) };
}

function headingItem({ essay }: Page): Lined {
  const text = "Not found now, with their old places:";
  return { item: { text, depth: 0, about: "", essay, isHeading: true } };
}

function orphanItem(page: Page, place: MarkPlace): Lined {
  return { item: { ...itemOf(page.essay, place.mark, whereWas(place)), depth: 1 } };
}

/** `under “A heading”, line 12`; and that the words are there, if it is only not certain that they are the marked ones. */
function whereWas({ mark: { anchor }, lost }: MarkPlace): string {
  const { heading, lines } = anchor;
  const where = `${heading === undefined ? "" : `under “${label(heading)}”, `}line ${lines[0]}`;
  return lost === "uncertain" ? `${where}; uncertain which words` : where;
}

/** A list of the essay's orphans and of marks whose essays are not found, to set one on the selected words; undefined if there are none. */
export function orphansOf({ page }: PageScreen, anchor: Anchor): ListScreen | undefined {
  const orphans = page.placed.filter(({ placed }) => !placed);
  if (orphans.length + page.homeless.length === 0) return undefined;
  const title = `Which mark belongs to “${truncate(label(anchor.words), WORDS)}”?`;
  const items = [
    ...orphans.map((place) => itemOf(page.essay, place.mark, whereWas(place))),
    ...page.homeless.map((mark) => homelessItem(page.essay, mark)),
  ];
  return {
    kind: "list",
    what: "orphans",
    list: { title, items, empty: "", cursor: 0, top: 0 },
    attach: anchor,
  };
}

/** Handles the actions that only these lists have; undefined for the others. */
export function onMarks(state: State, screen: ListScreen, action: Action): Updated | undefined {
  const item = itemUnder(screen);
  switch (action) {
    case "switchList":
      return switched(state, screen);
    case "undo":
      return restored(state, screen);
    case "open":
      if (screen.what === "orphans") return attached(state, screen, item);
      if (item?.isHomeless) return only({ ...state, message: GONE });
      return item && item.mark === undefined ? only(state) : undefined;
    case "peek":
      return item?.isHomeless ? only({ ...state, message: GONE }) : undefined;
    case "remove":
      return item ? removed(state, screen, item) : only(state);
    default:
      return undefined;
  }
}

const GONE = "its essay is not found: select words elsewhere, then H attaches it to them";

/** Changes between the marks of the essay and those of the library. */
function switched(state: State, screen: ListScreen): Updated {
  const under = popped(state);
  if (under.screen.kind !== "page") return only({ ...state, message: "no essay is open" });
  if (screen.isOfLibrary) return only({ ...state, screen: marksOfEssay(under.screen, state) });
  return ask(under, { kind: "list", what: "marks", essay: under.screen.page.essay });
}

function attached(state: State, { attach }: ListScreen, item: ListItem | undefined): Updated {
  if (!attach || item?.mark === undefined) return only(state);
  const change = { do: "attach", id: item.mark, anchor: attach } as const;
  return ask(popped(state), { kind: "annotate", essay: item.essay, change });
}

function removed(state: State, screen: ListScreen, item: ListItem): Updated {
  if (item.mark === undefined) return only(state);
  const { list } = screen;
  const gone = [...(screen.removed ?? []), { item, at: list.items.indexOf(item) }];
  const items = list.items.filter((one) => one !== item);
  const next = inView(withList({ ...screen, removed: gone }, { items }), list.cursor, state);
  const change = { do: "remove", id: item.mark } as const;
  return ask({ ...state, screen: next }, { kind: "annotate", essay: item.essay, change });
}

/** The list with the row at the cursor as its mark is now; undefined if the row shows that already, or the mark is gone. */
export function markAgain(screen: ListScreen, marks: readonly Mark[]): ListScreen | undefined {
  const { list } = screen;
  const item = itemUnder(screen);
  const mark = item && !item.isHomeless && marks.find(({ id }) => id === item.mark);
  const now = mark && { ...itemOf(item.essay, mark, item.about), depth: item.depth };
  if (!now || now.text === item.text) return undefined;
  return withList(screen, { items: list.items.with(list.items.indexOf(item), now) });
}

function restored(state: State, screen: ListScreen): Updated {
  const last = screen.removed?.at(-1);
  if (last?.item.mark === undefined) return only({ ...state, message: "nothing to undo" });
  const items = screen.list.items.toSpliced(last.at, 0, last.item);
  const back = withList({ ...screen, removed: screen.removed!.slice(0, -1) }, { items });
  const row = shownOf(back).indexOf(last.item);
  const next = inView(back, row < 0 ? screen.list.cursor : row, state);
  const change = { do: "restore", id: last.item.mark } as const;
  const below = state.below.map((one) => withoutUndo(one, change.id));
  return ask(
    { ...state, screen: next, below },
    { kind: "annotate", essay: last.item.essay, change, isUndo: true },
  );
}

/** The page under the list, without the change that restores the mark, because it is restored. */
function withoutUndo(screen: Screen, id: string): Screen {
  if (screen.kind !== "page") return screen;
  const { undo } = screen.page;
  const at = undo.findLastIndex((change) => change.do === "restore" && change.id === id);
  return at < 0 ? screen : { ...screen, page: { ...screen.page, undo: undo.toSpliced(at, 1) } };
}
