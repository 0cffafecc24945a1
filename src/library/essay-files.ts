/**
 * Opens the files of a library. A file that was read for a command is kept until it is opened, so that no file is read twice.
 */
import type { EssayText, OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { LinkIndex } from "../links/link-target.ts";
import type { FileNames } from "./file-names.ts";
import type { Files } from "./files.ts";
import type { Located, Typography } from "./locate.ts";
import type * as OpeningModule from "./opening.ts";

/** The module that opens files. */
export type Opening = typeof OpeningModule;

export class EssayFiles {
  /** Files that were read but not opened yet, by path; and essays that are not in a file. */
  readonly #held = new Map<string, EssayText | OpenEssay>();
  #opening: Opening | undefined;
  readonly #typography: Typography | undefined;

  readonly #root: string;
  #names: FileNames | undefined;

  /** `root` is the folder of the library, or its file. */
  constructor(root: string, opening: Opening | undefined, typography?: Typography) {
    this.#root = root;
    this.#opening = opening;
    this.#typography = typography;
  }

  /** Loads the parser and whatever else opens files. */
  async ready(): Promise<void> {
    this.#opening ??= await import("./opening.ts");
  }

  /** Forgets the names of files, so that the next request reads them again. */
  forgetNames(): void {
    this.#names = undefined;
  }

  /** Reads every file. */
  read(located: Pick<Located, "root" | "followLinks">): Files {
    const files = this.#ready.readFiles(located);
    for (const text of files.texts) this.#held.set(text.essay.path, text);
    return files;
  }

  /** Keeps an essay that is not in a file. */
  hold(open: OpenEssay): void {
    this.#held.set(open.essay.path, open);
  }

  /** An essay with its text, read now. Throws `UnreadableError`. */
  openAlone(essay: Essay): OpenEssay {
    const held = this.#held.get(essay.path);
    if (held && "document" in held) return held;
    // Kept for one opening: the next one reads the file again, because it may have changed.
    this.#held.delete(essay.path);
    const opened = this.#ready.opened(essay, held);
    return { ...opened, essay: { ...opened.essay, slug: essay.slug } };
  }

  /** An essay with its text, read now, with the pages and the files that it embeds by name. Throws `UnreadableError`. */
  open(essay: Essay, targets: () => LinkIndex): OpenEssay {
    const { FileNames: Names, typeset, withEmbeddedFiles, withTransclusions } = this.#ready;
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
    const fileAddress = (name: string): string | undefined => {
      this.#names ??= new Names(this.#root);
      return this.#names.fileAddress(name, essay.file);
    };
    return typeset({ ...open, document: withEmbeddedFiles(document, fileAddress) }, this.#typography);
  }

  /** As `open`, but only the beginning, and the notes that are defined below it: enough for a preview. */
  glance(essay: Essay): OpenEssay {
    const held = this.#held.get(essay.path);
    const open = held && "document" in held ? held : { ...this.#ready.glanced(essay), essay };
    return this.#ready.typeset(open, this.#typography);
  }

  get #ready(): Opening {
    if (!this.#opening) throw new Error("the library was not made ready to open files");
    return this.#opening;
  }
}
