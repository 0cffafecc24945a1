/**
 * What the reader asks of the world, done: each kind of effect by a function of its own.
 */
import { holdsCode } from "../document/code.ts";
import type { Document } from "../document/document.ts";
import { markdownFormat, parseDocument } from "../document/parse.ts";
import { type Choice, isChosen, isEverything } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { holdsOf } from "../links/link-target.ts";
import { systemReason } from "../system/reason.ts";
import type { LibrarySource } from "../library/index/source.ts";
import { readEssaySource, rereadEssay } from "../library/library.ts";
import { toGoOn } from "../memory/go-on.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { SourceLines } from "../document/source-lines.ts";
import { openInBrowser } from "../terminal/browser.ts";
import { clipboardSequence, copyByTool } from "../terminal/clipboard.ts";
import { runEditor } from "../terminal/editor.ts";
import { safeAddress } from "../text/address.ts";
import { label } from "../text/visible.ts";
import { bookmarksMenu, citingMenu, recentMenu } from "./menus.ts";
import { Previews } from "./previews.ts";
import type { Effect } from "./messages.ts";
import type { Landing, Menu, State } from "./state.ts";
import type { Store } from "./store.ts";
import type { Suspend } from "./suspend.ts";

/** What the effects are performed with. */
export interface World {
  readonly source: LibrarySource | undefined;
  readonly choice: Choice;
  readonly memory: Memory;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly color: boolean;
  /** Writes to the terminal what is no part of a frame. */
  readonly write: (sequence: string) => void;
  /** Lends the terminal to another program; undefined until there is a frame. */
  readonly suspend: () => Suspend | undefined;
  readonly state: () => State;
  readonly now: () => number;
}

type Of<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;
type Performers = { readonly [Kind in Effect["kind"]]?: (effect: Of<Kind>, send: Store["send"]) => void };

/** Performs effects; those that are for the frame itself (`suspend`, `redraw`, `quit`) are left to the caller. */
export function performerOf(world: World): (effect: Effect, send: Store["send"]) => void {
  const previews = new Previews(world.state);
  const performers: Performers = {
    open: (effect, send) => open(world, effect, send),
    preview: latest(({ essay }, send) => {
      const document = previews.of(essay);
      if (document) send({ kind: "previewed", essay, document });
    }),
    around: latest((effect, send) => around(world, effect, send), afterTheFrame),
    search: latest((effect, send) => search(world, effect, send), afterTheFrame),
    seek: latest((_, send) => send({ kind: "seek" }), afterTheFrame),
    continue: (_, send) => continueReading(world, send),
    list: (effect, send) => list(world, effect, send),
    bookmark: (effect, send) => bookmark(world, effect, send),
    unbookmark: ({ bookmark: id }) => world.memory.unbookmark(id),
    mark: (effect, send) => mark(world, effect, send),
    browse: (effect, send) => void browse(effect, send),
    copy: (effect, send) => void copy(world, effect, send),
    edit: (effect, send) => void edit(world, effect, send),
    settle: latest((_, send) => void setTimeout(() => send({ kind: "settled" }), MOMENT).unref()),
  };
  return (effect, send) => {
    const perform = performers[effect.kind] as ((effect: Effect, send: Store["send"]) => void) | undefined;
    try {
      perform?.(effect, send);
    } catch (error) {
      send({ kind: "failed", message: reasonOf(error) });
    }
  };
}

/** How long it is shown what changed, in milliseconds. */
const MOMENT = 2_500;

/** What takes long is not to keep the frame waiting. */
function afterTheFrame(act: () => void): void {
  setImmediate(() => setImmediate(act));
}

/** Performs the last of several effects, when the keys that have arrived are dealt with. */
function latest<One>(
  perform: (effect: One, send: Store["send"]) => void,
  schedule: (act: () => void) => void = setImmediate,
): typeof perform {
  let waiting: One | undefined;
  return (effect, send) => {
    const isFirst = waiting === undefined;
    waiting = effect;
    if (!isFirst) return;
    schedule(() => {
      const last = waiting!;
      waiting = undefined;
      try {
        perform(last, send);
      } catch (error) {
        send({ kind: "failed", message: reasonOf(error) });
      }
    });
  };
}

function reasonOf(error: unknown): string {
  return label(error instanceof Error ? error.message : String(error));
}

function documentOf(essay: Essay, all: readonly Essay[]): Document {
  const { body } = readEssaySource(essay);
  return parseDocument(body, markdownFormat(essay.path), holdsOf(all, essay.path));
}

function open(world: World, { essay, landing }: Of<"open">, send: Store["send"]): void {
  try {
    const document = documentOf(essay, world.state().library.all);
    const where = landing ?? whereStopped(world.memory, essay);
    send({ kind: "opened", essay, document, ...(where && { landing: where }) });
    if (world.color) void loadHighlighter(document, send);
  } catch (error) {
    send({ kind: "failed", message: `${label(essay.path)}: ${systemReason(error)}` });
  }
}

/** What came down a pipe is in none. */
export function isInFile({ file, path }: Essay): boolean {
  return file !== path;
}

/** Where one stopped in an essay that was begun; one that was read to its end begins again. */
export function whereStopped(memory: Memory, essay: Essay): Landing | undefined {
  const known = isInFile(essay) ? memory.of(keyOf(essay)) : undefined;
  return known?.state === "begun" ? { kind: "text", place: known.place } : undefined;
}

/** The essay is shown first; its code is coloured when the highlighter has come. */
export async function loadHighlighter(document: Document, send: Store["send"]): Promise<void> {
  if (!holdsCode(document)) return;
  const { highlighter } = await import("../formats/highlighter.ts");
  send({ kind: "highlighting", highlighter });
}

function around({ source, state }: World, { essay }: Of<"around">, send: Store["send"]): void {
  if (!source) return;
  const { citedBy, alike } = source.around(essay, state().library.all);
  const citing = [...new Set(citedBy.map(({ from }) => from))];
  send({ kind: "around", essay, around: { citedBy: citing, alike } });
}

function search({ source, choice }: World, effect: Of<"search">, send: Store["send"]): void {
  const { query, most, length } = effect;
  const accepts = isEverything(choice) ? undefined : (essay: Essay) => isChosen(essay, choice);
  const options = { most, length, drafts: choice.drafts === true, accepts };
  if (source) send({ kind: "found", query, ...source.search(query, options) });
  else send({ kind: "failed", message: "nothing to search here; / finds in an essay" });
}

function continueReading(world: World, send: Store["send"]): void {
  const last = toGoOn(world.memory, world.state().library.essays);
  if (last) open(world, { kind: "open", essay: last.essay }, send);
  else send({ kind: "said", message: "no essay here that you began and did not finish" });
}

function list(world: World, { what, essay }: Of<"list">, send: Store["send"]): void {
  const menus: Readonly<Record<typeof what, () => Menu>> = {
    bookmarks: () => bookmarksMenu(world, essay),
    recent: () => recentMenu(world),
    citing: () => citingMenu(world, essay),
  };
  send({ kind: "listed", what, menu: menus[what]() });
}

function bookmark({ memory }: World, { essay, place, line }: Of<"bookmark">, send: Store["send"]): void {
  memory.bookmark(keyOf(essay), place, line);
  const until = memory.isKept ? "" : " until you leave, for it can't be kept";
  send({ kind: "said", message: `bookmarked${until}: ${label(line)}` });
}

function mark({ memory, now }: World, { essay, state }: Of<"mark">, send: Store["send"]): void {
  memory.mark(keyOf(essay), state, now());
  send({ kind: "read", path: essay.path, reading: { state, percent: state === "yes" ? 100 : 0 } });
}

async function browse({ href }: Of<"browse">, send: Store["send"]): Promise<void> {
  const address = safeAddress(href);
  const fail = (): void => send({ kind: "said", message: `no browser could open ${label(href)}` });
  if (address === "") return fail();
  send({ kind: "said", message: `${label(href)} goes to the browser` });
  try {
    await openInBrowser(address, fail);
  } catch {
    fail();
  }
}

async function copy({ write, env }: World, { text, what }: Of<"copy">, send: Store["send"]): Promise<void> {
  const sequence = clipboardSequence(text);
  if (sequence !== "") write(sequence);
  send({ kind: "said", message: `copied: ${what}` });
  const isCopied = await copyByTool(text, env);
  if (sequence === "" && !isCopied) send({ kind: "said", message: "too long for the terminal's clipboard" });
}

/** Opens the editor and waits until it is left; what it saved is shown then, for files are watched. */
async function edit(
  world: World,
  { essay, line, end, words }: Of<"edit">,
  send: Store["send"],
): Promise<void> {
  const suspend = world.suspend();
  if (!suspend) return;
  let at = 1;
  try {
    if (line > 0) {
      const { body, bodyLine } = readEssaySource(essay);
      const lines = new SourceLines(body, bodyLine);
      at = lines.holding(words, lines.ofBody(line), lines.ofBody(end));
    }
  } catch {
    // The editor will say that there is no such file.
  }
  let failure: string | undefined;
  await suspend(async () => {
    failure = await runEditor(world.env, essay.file, at);
  });
  if (failure !== undefined) send({ kind: "said", message: label(failure) });
}

/** Reads an essay again whose file was saved, front matter too. */
export function readAgain(essay: Essay, { get, send }: Store, color: boolean): void {
  try {
    const now = rereadEssay(essay);
    const document = documentOf(now, get().library.all);
    send({ kind: "changed", essay: now, document });
    if (color) void loadHighlighter(document, send);
  } catch (error) {
    send({ kind: "said", message: `${label(essay.path)}: ${systemReason(error)}` });
  }
}
