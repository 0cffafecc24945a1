/**
 * Runs the reader line by line.
 */
import { createInterface } from "node:readline";
import { safeAddress } from "../../text/address.ts";
import { width } from "../../text/width.ts";
import { openInBrowser } from "../../terminal/browser.ts";
import type { ReaderOptions } from "../opening.ts";
import { PlainReader } from "./plain-reader.ts";

/** Resolves with the exit code when it is left. */
export async function openPlain(options: ReaderOptions): Promise<number> {
  const { stdin, stdout, source, choice, open } = options;
  await source?.follow({
    onProgress: () => undefined,
    onEssays: () => undefined,
    onCurrent: () => undefined,
    onError: () => undefined,
  });
  const known = source ? await source.essays() : options;
  const write = (lines: readonly string[]): void => {
    const columns = stdout.columns || Infinity;
    for (const line of lines) {
      stdout.write(`${wrapped(line, columns)}\n`);
    }
  };
  const reader = new PlainReader({
    ...options,
    essays: known.essays,
    choice,
    now: Date.now,
    browse: (href) => {
      const address = safeAddress(href);
      const fail = (): void => write(["No browser could be opened."]);
      if (address === "") fail();
      else openInBrowser(address, fail).catch(fail);
    },
  });
  const lines = createInterface({ input: stdin, output: stdout, terminal: true });
  let code = 0;
  // As the screen does: ^C leaves with what a signal would have given.
  lines.on("SIGINT", () => {
    code = 130;
    lines.close();
  });
  write(reader.begin(open?.essay).lines);
  lines.setPrompt(reader.prompt);
  lines.prompt();
  for await (const line of lines) {
    const { lines: said, done } = reader.answer(line);
    write(said);
    if (done) break;
    lines.setPrompt(reader.prompt);
    lines.prompt();
  }
  reader.keep();
  lines.close();
  if (code === 130) write([""]);
  return code;
}

/** Broken at blanks only: what is broken at a hyphen would be heard as two words. */
function wrapped(text: string, columns: number): string {
  let used = 0;
  return text
    .split(" ")
    .map((word, index) => {
      const own = width(word);
      const fits = index === 0 || used + 1 + own <= columns;
      used = fits ? used + own + (index === 0 ? 0 : 1) : own;
      return index === 0 ? word : `${fits ? " " : "\n"}${word}`;
    })
    .join("");
}
