/**
 * The files of a library, opened: those that are read for a command are held until they are opened, so that none is read twice.
 */
import type { EssayText, OpenEssay } from "../document/open-essay.ts";
import { withTransclusions } from "../document/transclusion.ts";
import type { Essay } from "../essay/essay.ts";
import type { LinkIndex } from "../links/link-target.ts";
import type { Files } from "./files.ts";
import type { Located } from "./locate.ts";
import type * as OpeningModule from "./opening.ts";

/** What opens the files of a library. */
export type Opening = typeof OpeningModule;

export class EssayFiles {
  /** Files that were read and not opened yet, by path; and what is in no file. */
  readonly #held = new Map<string, EssayText | OpenEssay>();
  #opening: Opening | undefined;

  constructor(opening: Opening | undefined) {
    this.#opening = opening;
  }

  /** Loads what opens files, parser and all. */
  async ready(): Promise<void> {
    this.#opening ??= await import("./opening.ts");
  }

  /** Reads every file. */
  read(located: Pick<Located, "root" | "follow">): Files {
    const files = this.#ready.readFiles(located);
    for (const text of files.texts) this.#held.set(text.essay.path, text);
    return files;
  }

  /** Holds an essay that is in no file. */
  hold(open: OpenEssay): void {
    this.#held.set(open.essay.path, open);
  }

  /** An essay with its text, read now. Throws `UnreadableError`. */
  openAlone(essay: Essay): OpenEssay {
    const held = this.#held.get(essay.path);
    if (held && "document" in held) return held;
    // Held once: what is opened again is read again, for it may have changed.
    this.#held.delete(essay.path);
    const opened = this.#ready.opened(essay, held);
    return { ...opened, essay: { ...opened.essay, slug: essay.slug } };
  }

  /** An essay with its text, read now, and the pages that it wants within it. Throws `UnreadableError`. */
  open(essay: Essay, targets: () => LinkIndex): OpenEssay {
    const open = this.openAlone(essay);
    const document = withTransclusions(open.document, essay.path, (href, from) => {
      const target = targets().resolve(href, from);
      if (target.kind === "here")
        return { key: from, title: essay.title, part: target.heading, document: () => open.document };
      if (target.kind !== "essay") return undefined;
      const { essay: page, heading } = target;
      return {
        key: page.path,
        title: page.title,
        part: heading,
        document: () => this.openAlone(page).document,
      };
    });
    return document === open.document ? open : { ...open, document };
  }

  /** As `open`, the beginning alone, and the notes that are defined below it: enough for a preview. */
  glance(essay: Essay): OpenEssay {
    const held = this.#held.get(essay.path);
    return held && "document" in held ? held : { ...this.#ready.glanced(essay), essay };
  }

  get #ready(): Opening {
    if (!this.#opening) throw new Error("the library was not made ready to open files");
    return this.#opening;
  }
}
