/**
 * Runs the user's commands, one at a time, with an essay or a passage as input.
 */
import { titleLabel } from "../essay/title-label.ts";
import { holdsMath } from "../document/walk.ts";
import type { Essay } from "../essay/essay.ts";
import { paintPlain } from "../formats/plain.ts";
import { layoutDocument } from "../layout/layout.ts";
import type { Library } from "../library/library.ts";
import { withWikiLinks } from "../links/wiki-links.ts";
import { type RunningCommand, runUserCommand } from "../terminal/user-command.ts";
import type { EffectOf } from "./messages.ts";
import type { Store } from "./store.ts";

type Env = Readonly<Record<string, string | undefined>>;

export class Piping {
  readonly #library: Library;
  readonly #env: Env;
  #running: RunningCommand | undefined;
  /** The number of the latest command; output of earlier commands is dropped. */
  #nth = 0;

  constructor(library: Library, env: Env) {
    this.#library = library;
    this.#env = env;
  }

  /** Stops the running command and runs another. Throws if the essay can't be read. */
  async run({ command, essay, passage }: EffectOf<"pipe">, send: Store["send"]): Promise<void> {
    this.stop();
    const own = this.#nth;
    const text = passage ?? (await this.#textOf(essay));
    if (own !== this.#nth) return;
    this.#running = runUserCommand(command, text, this.#env, (answer) => {
      if (own === this.#nth) send({ kind: "answer", ...answer });
    });
  }

  stop(): void {
    this.#nth++;
    this.#running?.stop();
    this.#running = undefined;
  }

  /** The text of an essay, as `ibid show` prints it to a pipe. */
  async #textOf(essay: Essay): Promise<string> {
    const open = this.#library.open(essay);
    const { targets } = this.#library;
    const document = withWikiLinks(open.document, (href) => targets.resolve(href, essay.path));
    const tex = holdsMath(document) ? (await import("../formats/mathematics.ts")).texOf : undefined;
    const tools = tex ? { tex } : {};
    const options = { width: Infinity, notes: "inline", marks: "brackets", tools } as const;
    const lines = layoutDocument(document, options, open.showsTitle ? {} : { title: titleLabel(essay) });
    return lines.map((line) => `${paintPlain(line)}\n`).join("");
  }
}
