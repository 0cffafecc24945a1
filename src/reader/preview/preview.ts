/**
 * The preview beside a list: what the list wants there, and what was read of it.
 *
 *     a key ─▶ the cursor is on another item ─▶ effect `preview` ─ after the keys ─▶ `previewed` ─▶ rows, if it is still wanted
 */
import type { Updated } from "../messages.ts";
import { moduleOf } from "../screens/modules.ts";
import type { Beside, PreviewEssay, State } from "../state.ts";
import { previewOf, reasonRows } from "./preview-rows.ts";

/** What the list on the screen wants beside it; undefined without such a list. A box over the list does not change it. */
export function besideOf(state: State): Beside | undefined {
  const { screen, below } = state;
  const list = moduleOf(screen).isOver ? below.findLast((one) => !moduleOf(one).isOver) : screen;
  return list && moduleOf(list).beside?.(state, list);
}

/** The updated state, with an effect that reads what the list wants if that is something else. */
export function withPreview({ state, effects }: Updated): Updated {
  const of = besideOf(state);
  if (!of) return { state: withoutPreview(state), effects };
  if (state.previewing && isSameBeside(of, state.previewing)) return { state, effects };
  return { state: { ...state, previewing: of }, effects: [...effects, { kind: "preview", of }] };
}

function withoutPreview(state: State): State {
  if (!state.preview && !state.previewing) return state;
  return { ...state, preview: undefined, previewing: undefined };
}

/** Whether two are the same place of the same essay. */
export function isSameBeside(a: Beside, b: Beside): boolean {
  if (a.essay.path !== b.essay.path || !a.passage !== !b.passage) return false;
  const [one, other] = [a.passage, b.passage];
  return (["query", "block", "note", "words", "mark"] as const).every((key) => one?.[key] === other?.[key]);
}

/** What the list wants, if that is `of`. */
function stillWanted(state: State, of: Beside): Beside | undefined {
  const now = besideOf(state);
  return now && isSameBeside(now, of) ? now : undefined;
}

/** The state with a preview of what was read, if the list still wants it. */
export function previewed(state: State, of: Beside, essay: PreviewEssay): State {
  const now = stillWanted(state, of);
  return now ? { ...state, preview: previewOf(state, now, essay) } : state;
}

/** The state with the reason why there is no preview, if the list still wants it. */
export function unpreviewed(state: State, of: Beside, reason: string): State {
  const now = stillWanted(state, of);
  if (!now) return state;
  return { ...state, preview: { of: now, essay: undefined, rows: reasonRows(reason, now.columns) } };
}

/** The state with its preview laid out for the current size. */
export function relaidPreview(state: State): State {
  const { preview } = state;
  const now = besideOf(state);
  if (!preview?.essay || !now) return withoutPreview(state);
  const of = { ...preview.of, columns: now.columns };
  return { ...state, preview: previewOf(state, of, preview.essay) };
}
