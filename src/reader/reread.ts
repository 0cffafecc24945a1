/**
 * Reads the user's marks again before an action on them, because another reader may have changed them.
 *
 *         key ─▶ needsMarks ─▶ effect `reread` ─▶ memory ─▶ message `reread` ─▶ the updated pages ─▶ the action
 */
import type { Essay } from "../essay/essay.ts";
import type { Action } from "./keymap.ts";
import { type EffectOf, type Message, only, type Updated } from "./messages.ts";
import { itemUnder } from "./screens/list/shown.ts";
import { markAgain } from "./screens/list/marks.ts";
import { moduleOf } from "./screens/modules.ts";
import { withHomeless, withMarksAgain } from "./screens/page/opened.ts";
import type { State } from "./state.ts";

const ON_PAGES: ReadonlySet<Action> = new Set(["highlight", "note", "unmark", "marks", "attach"]);
const ON_LISTS: ReadonlySet<Action> = new Set(["remove", "switchList"]);

/** The effect that reads the marks on which an action depends; undefined if it depends on none. */
export function needsMarks(state: State, action: Action, count: number): EffectOf<"reread"> | undefined {
  const essay = essayOf(state, action);
  return essay && { kind: "reread", essay, action, count };
}

function essayOf({ screen, below }: State, action: Action): Essay | undefined {
  if (screen.kind === "page") return ON_PAGES.has(action) ? screen.page.essay : undefined;
  if (screen.kind !== "list" || screen.what !== "marks" || !ON_LISTS.has(action)) return undefined;
  if (action === "remove") return itemUnder(screen)?.essay;
  const under = below.at(-1);
  return under?.kind === "page" ? under.page.essay : undefined;
}

const CHANGED = "changed elsewhere: this is the current list; press the key again to remove it";

/** Shows the marks as they are now, and acts. A mark that looked different is not removed before the user has seen it. */
export function reread(state: State, message: Extract<Message, { kind: "reread" }>): Updated {
  const { essay, marks, homeless, action, count } = message;
  const again = withMarksAgain(state, essay, marks);
  const now = withHomeless(again, homeless);
  const { screen } = now;
  if (screen.kind === "page" && action === "unmark" && again !== state)
    return only({ ...now, message: CHANGED });
  const seen = screen.kind === "list" && action === "remove" ? markAgain(screen, marks) : undefined;
  if (seen) return only({ ...now, screen: seen, message: CHANGED });
  return moduleOf(screen).update(now, screen, action, count);
}
