/**
 * Effects that reach other programs: the browser, the clipboard, the editor.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SourceText } from "../document/source-text.ts";
import { WordLines } from "../document/word-lines.ts";
import type { Essay } from "../essay/essay.ts";
import type { Library } from "../library/library.ts";
import { systemReason } from "../system/reason.ts";
import { openInBrowser } from "../terminal/browser.ts";
import { clipboardSequence, copyByTool } from "../terminal/clipboard.ts";
import { runEditor } from "../terminal/editor.ts";
import type { Screen } from "../terminal/screen.ts";
import { safeAddress } from "../text/address.ts";
import { label } from "../text/visible.ts";
import type { EffectOf } from "./messages.ts";
import type { Store } from "./store.ts";

/** The ways to other programs. */
export interface Outside {
  readonly library: Library;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Pick<Screen, "write" | "lend">;
  /** Whether the terminal may take text for the clipboard. */
  readonly hasClipboard: boolean;
}

type Send = Store["send"];

/** Opens an address in the browser; reports a failure to the user. */
export async function browse({ href }: EffectOf<"browse">, send: Send): Promise<void> {
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

/** Copies through the terminal and through a tool of the system, because either may be missing. */
export async function copy(
  { terminal, env, hasClipboard }: Outside,
  { text, what }: EffectOf<"copy">,
  send: Send,
): Promise<void> {
  const said = (message: string): void => send({ kind: "said", message });
  const sequence = hasClipboard ? clipboardSequence(text) : "";
  if (sequence !== "") {
    terminal.write(sequence);
    said(`copied: ${what}`);
  }
  const isCopied = await copyByTool(text, { env });
  if (sequence !== "") return;
  if (isCopied) said(`copied: ${what}`);
  else said(hasClipboard ? "too long for the terminal's clipboard" : "this terminal has no clipboard");
}

/** Opens the editor and waits for its end. The watcher of the file shows what it saved. */
export async function edit(
  world: Outside,
  { essay, line, end, words }: EffectOf<"edit">,
  send: Send,
): Promise<void> {
  if (!existsSync(essay.file)) {
    send({ kind: "said", message: `${label(essay.path)}: there is no file to edit` });
    return;
  }
  const at = line === 0 ? 1 : lineOf(world, essay, { line, end, words });
  let failure: string | undefined;
  await world.terminal.lend(async () => {
    failure = await runEditor(world.env, essay.file, at);
  });
  if (failure !== undefined) send({ kind: "said", message: label(failure) });
}

/** Lets the user edit a text in the editor, in a temporary file. */
export async function compose(
  { terminal, env }: Outside,
  { text }: EffectOf<"compose">,
  send: Send,
): Promise<void> {
  try {
    const folder = mkdtempSync(join(tmpdir(), "ibid-note-"));
    const file = join(folder, "note.md");
    try {
      writeFileSync(file, text === "" ? "" : `${text}\n`, { mode: 0o600 });
      let failure: string | undefined;
      await terminal.lend(async () => {
        failure = await runEditor(env, file);
      });
      send({ kind: "composed", text: readFileSync(file, "utf8"), failure: failure && label(failure) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    send({ kind: "composed", text, failure: label(systemReason(error)) });
  }
}

/** The line of the file with the words; the first line if the file can't be read, which the editor will report. */
function lineOf(
  { library }: Outside,
  essay: Essay,
  { line, end, words }: Pick<EffectOf<"edit">, "line" | "end" | "words">,
): number {
  try {
    const text = new SourceText(library.open(essay).source);
    return new WordLines(text).holding(words, text.ofBody(line), text.ofBody(end));
  } catch {
    return 1;
  }
}
