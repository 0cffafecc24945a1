/**
 * Reading an essay aloud, sentence by sentence. The page marks the sentence and follows it.
 */
import { titleLabel } from "../../../essay/title-label.ts";
import { frontMatterValue } from "../../../essay/keys.ts";
import { sentence, type Utterance, utterancesOf } from "../../../formats/speech.ts";
import { spokenFormula } from "../../../formats/spoken/mathematics.ts";
import { isProblem } from "../../../layout/math/parser.ts";
import { placesOf } from "../../../page/spoken.ts";
import { label } from "../../../text/visible.ts";
import type { Action } from "../../keymap.ts";
import { type Message, only, type Updated } from "../../messages.ts";
import { clamp } from "../../scroll.ts";
import { lead, type View } from "../../spread.ts";
import type { Look, Page, PageMode, PageScreen, State } from "../../state.ts";
import { lineHere } from "./here.ts";
import { atLine, isInView, movePage } from "./page.ts";

export type AloudMode = Extract<PageMode, { kind: "aloud" }>;

/** Reads the essay aloud from the paragraph at the top; at the beginning, from the title. */
export function readAloud(state: State, screen: PageScreen): Updated {
  const { page } = screen;
  const heard = heardOf(page, state);
  const block = page.top === 0 && page.focus === undefined ? -1 : page.lines[lineHere(state, page)]?.block;
  const first = heard.findIndex((one) => one.note === undefined && one.block >= (block ?? 0));
  if (first < 0) return only({ ...state, message: "nothing to read aloud from here on" });
  const places = placesOf(heard, page.lines.slice(0, page.own));
  const mode: AloudMode = { kind: "aloud", heard, places, at: first, isPaused: false, turn: 0 };
  return only(following({ ...state, screen: { ...screen, mode } }));
}

/** The sentences of a page for a voice, after the title if it is above the text. */
function heardOf({ open, document }: Page, { tools }: Pick<Look, "tools">): readonly Utterance[] {
  const parse = tools.tex?.(document);
  const spoken = (tex: string, display: boolean): string | undefined => {
    const parsed = parse?.(tex, display);
    return parsed === undefined || isProblem(parsed) ? undefined : spokenFormula(parsed);
  };
  const language = ["lang", "language", "locale"]
    .map((key) => frontMatterValue(open.essay.data, key))
    .find((value) => typeof value === "string");
  const sentences = utterancesOf(document, parse && { spoken }, language);
  if (open.showsTitle) return sentences;
  return [{ text: sentence(titleLabel(open.essay)), lead: 0, block: -1, note: undefined }, ...sentences];
}

export function onAloud(
  state: State,
  screen: PageScreen,
  mode: AloudMode,
  action: Action,
  count: number,
): Updated {
  const withMode = (own: PageMode): State => ({ ...state, screen: { ...screen, mode: own } });
  switch (action) {
    case "back":
      return only({ ...withMode({ kind: "read" }), message: "" });
    case "pause":
      return only(withMode({ ...mode, isPaused: !mode.isPaused, turn: mode.turn + 1 }));
    case "nextSentence":
    case "previousSentence": {
      const step = action === "nextSentence" ? count : -count;
      const at = clamp(mode.at + step, 0, mode.heard.length - 1);
      return only(following(withMode({ ...mode, at, turn: mode.turn + 1 })));
    }
    default: {
      const page = movePage(screen.page, action, count, state);
      return only(page ? { ...state, screen: { ...screen, page } } : state);
    }
  }
}

/** Continues with the next sentence, or ends if the voice failed. */
export function heardOne(state: State, { turn, failure }: Extract<Message, { kind: "heard" }>): State {
  const { screen } = state;
  if (screen.kind !== "page" || screen.mode.kind !== "aloud" || screen.mode.turn !== turn) return state;
  const { mode } = screen;
  const ended = { ...state, screen: { ...screen, mode: { kind: "read" as const } } };
  if (failure !== undefined) return { ...ended, message: label(failure) };
  if (mode.at + 1 >= mode.heard.length) return { ...ended, message: "read to the end" };
  return following({ ...state, screen: { ...screen, mode: { ...mode, at: mode.at + 1, turn: turn + 1 } } });
}

/** The text for the voice; undefined for silence. */
export function voiceOf({ screen }: State): { readonly turn: number; readonly text: string } | undefined {
  if (screen.kind !== "page" || screen.mode.kind !== "aloud" || screen.mode.isPaused) return undefined;
  const { turn, heard, at } = screen.mode;
  return { turn, text: heard[at]!.text };
}

/** The state with the voice paused, because another program gets the terminal or ibid is suspended. */
export function paused(state: State): State {
  const { screen } = state;
  if (screen.kind !== "page" || screen.mode.kind !== "aloud") return state;
  const mode = { ...screen.mode, isPaused: true, turn: screen.mode.turn + 1 };
  return { ...state, screen: { ...screen, mode } };
}

/** The state with the spoken sentence on the screen. */
function following(state: State): State {
  const { screen } = state;
  if (screen.kind !== "page" || screen.mode.kind !== "aloud") return state;
  return { ...state, screen: { ...screen, page: pageAtSentence(screen.page, screen.mode, state) } };
}

/** The page, moved until the whole sentence is on the screen. */
export function pageAtSentence(page: Page, { places, at }: AloudMode, look: View): Page {
  const { first, last } = places[at]!;
  if (isInView(page, first, look) && isInView(page, last, look)) return page;
  return atLine(page, first - lead(look), look);
}

/** The same sentence after a new layout or an edit of the page. */
export function relaidAloud(mode: AloudMode, before: Page, page: Page, look: Look): PageMode {
  const isSame = before.open === page.open && before.marks === page.marks;
  const heard = isSame ? mode.heard : heardOf(page, look);
  if (heard.length === 0) return { kind: "read" };
  const at = isSame ? mode.at : sameSentence(mode, heard);
  return { ...mode, heard, at, places: placesOf(heard, page.lines.slice(0, page.own)) };
}

/** The nearest sentence with the same words, otherwise the one with the same index. */
function sameSentence({ heard, at }: AloudMode, now: readonly Utterance[]): number {
  const { text } = heard[at]!;
  const same = now.flatMap((one, index) => (one.text === text ? [index] : []));
  const nearest = same.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
  return nearest ?? clamp(at, 0, Math.max(0, now.length - 1));
}
