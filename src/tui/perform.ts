/**
 * What the reader asks of the world: essays read, the full text searched.
 */
import { holdsCode } from "../document/code.ts";
import type { Document } from "../document/document.ts";
import { markdownFormat, parseDocument } from "../document/parse.ts";
import { type Choice, isChosen, isEverything } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { holdsOf } from "../essay/link-target.ts";
import type { LibrarySource } from "../library/index/source.ts";
import { readEssaySource } from "../library/library.ts";
import type { Effect } from "./state.ts";
import type { Store } from "./store.ts";

/** What is searched. */
export interface Searched {
  readonly source: LibrarySource | undefined;
  readonly choice: Choice;
}

type SearchEffect = Extract<Effect, { kind: "search" }>;

/** Searches when the keys that have arrived are dealt with, and only for the last of them. */
export function searcherOf({
  source,
  choice,
}: Searched): (effect: SearchEffect, send: Store["send"]) => void {
  let waiting: SearchEffect | undefined;
  const accepts = isEverything(choice) ? undefined : (essay: Essay) => isChosen(essay, choice);
  return (effect, send) => {
    const isFirst = waiting === undefined;
    waiting = effect;
    if (!isFirst) return;
    setImmediate(() => {
      const { query, most, length } = waiting!;
      waiting = undefined;
      const options = { most, length, drafts: choice.drafts === true, accepts };
      if (source) send({ kind: "found", query, ...source.search(query, options) });
      else send({ kind: "failed", message: "nothing to search here; / finds in an essay" });
    });
  };
}

export function openEssay(
  { essay, landing }: OpenEffect,
  essays: readonly Essay[],
  send: Store["send"],
  color: boolean,
): void {
  try {
    const { body } = readEssaySource(essay);
    const document = parseDocument(body, markdownFormat(essay.path), holdsOf(essays, essay.path));
    send({ kind: "opened", essay, document, ...(landing && { landing }) });
    if (color) void loadHighlighter(document, send);
  } catch (error) {
    send({
      kind: "failed",
      message: `${essay.path}: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

type OpenEffect = Extract<Effect, { kind: "open" }>;

/** The essay is shown first; its code is coloured when the highlighter has come. */
export async function loadHighlighter(document: Document, send: Store["send"]): Promise<void> {
  if (!holdsCode(document)) return;
  const { highlighter } = await import("../paint/highlighter.ts");
  send({ kind: "highlighting", highlighter });
}
