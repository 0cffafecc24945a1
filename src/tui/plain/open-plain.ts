/**
 * Runs the reader line by line.
 */
import { createInterface } from "node:readline";
import { safeAddress } from "../../text/address.ts";
import { openInBrowser } from "../../terminal/browser.ts";
import { span } from "../../layout/line.ts";
import { wrapRuns } from "../../layout/wrap.ts";
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
      const wrapped = line === "" ? [[]] : wrapRuns([span(line)], columns, "greedy");
      for (const spans of wrapped)
        stdout.write(`${spans.map(({ text }) => text).join("")}
`);
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
