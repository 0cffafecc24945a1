/**
 * `ibid notes import`: notes from a file, each given to its essay and anchored in its text.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import { decodeText, UnfitFileError } from "../essay/decode.ts";
import { NotesFileError, type ReadMark } from "../formats/notes/noted.ts";
import { readNotes } from "../formats/notes/read.ts";
import { readSmallFile } from "../system/read-small-file.ts";
import { BOUNDS } from "../text/bounds.ts";
import { label } from "../text/visible.ts";
import { truncate } from "../text/width.ts";
import { counted } from "../text/counted.ts";
import { importedNotes } from "./imported-notes.ts";
import { type Tally, takeNotes } from "./note-taking.ts";

/** What is said of an import that can't be stored. */
export const NOT_IMPORTED = "nothing was imported, because it can't be saved";

/** The message for a file that exceeds the limit. */
export const TOO_LARGE = `more than ${BOUNDS.imported.most.toLocaleString("en")} bytes; nothing was imported`;

/** The largest number of notes without words that are listed, and the columns of each. */
const LISTED = 20;
const COLUMNS = 120;

/**
 * Exit code 0 if notes were imported; 2 if the file contains no notes, none of them can be imported, or nothing can be
 * stored.
 */
export async function importNotes(session: Session, operands: readonly string[]): Promise<number> {
  const [file, ...rest] = operands;
  if (file === undefined || rest.length > 0)
    throw new UsageError("notes import needs one file: ibid notes import FILE, or - for standard input");
  const text = await textOf(file, session);
  if (text === undefined) return 2;
  try {
    const { marks, wordless, undated } = readNotes(text);
    const library = await (await session.library()).ready();
    const { named, nameless } = divided(marks);
    const notes = await importedNotes(named, library, (message) => session.say(message));
    const tally = session.changeMemory(NOT_IMPORTED, (memory) => takeNotes(notes, memory, Date.now()));
    if (!tally) return 2;
    for (const one of wordless.slice(0, LISTED))
      session.say(`left out, because it quotes no words of an essay: ${truncate(label(one), COLUMNS)}`);
    for (const one of undated.slice(0, LISTED))
      session.say(
        `${truncate(label(one), COLUMNS)} is not a date; without one, a note has the date of its import`,
      );
    session.say(tallyWords({ ...tally, wordless: wordless.length, nameless: nameless.length }));
    return named.length === 0 && wordless.length + nameless.length > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof NotesFileError)) throw error;
    session.say(`${file === "-" ? "standard input" : file}: ${error.message}`);
    return 2;
  }
}

/** The text of a file or of standard input; undefined if it can't be used, which is reported. */
async function textOf(file: string, session: Session): Promise<string | undefined> {
  const { most } = BOUNDS.imported;
  if (file === "-") {
    const bytes = await session.io.readInput();
    try {
      if (bytes.length <= most) return decodeText(bytes).text;
      session.say(`standard input: ${TOO_LARGE}`);
    } catch (error) {
      if (!(error instanceof UnfitFileError)) throw error;
      session.say(`standard input: ${error.message}; nothing was imported`);
    }
    return undefined;
  }
  const path = resolve(session.options.cwd, file);
  const read = readSmallFile(path, most);
  if (read && "text" in read) return read.text;
  const unread = existsSync(path) ? "can't be read" : "no such file";
  session.say(`${file}: ${read ? `${read.reason}; nothing was imported` : unread}`);
  return undefined;
}

/** Notes that name an essay, and those that do not, so that no essay could ever be theirs. */
function divided(marks: readonly ReadMark[]): Record<"named" | "nameless", ReadMark[]> {
  const isNamed = ({ essay: { file, path, slug, title, address } }: ReadMark): boolean =>
    [file, path, slug, title, address].some((name) => name !== undefined && name.trim() !== "");
  return { named: marks.filter(isNamed), nameless: marks.filter((mark) => !isNamed(mark)) };
}

function tallyWords(tally: Tally & { readonly wordless: number; readonly nameless: number }): string {
  const { taken, known, restored, orphans, unread, elsewhere, wordless, nameless } = tally;
  const count = (number: number, what: string): string[] => (number === 0 ? [] : [`${number} ${what}`]);
  return [
    `${counted(taken, "note")} imported`,
    ...count(restored, "restored"),
    ...count(known, "already known"),
    ...count(wordless, "without words left out"),
    ...count(nameless, "that name no essay left out"),
    ...count(orphans, "whose place in their essay is not certain, kept as orphans"),
    ...count(unread, "of essays that can't be read now, kept until they can be"),
    ...count(elsewhere, "of essays that are not in this library, kept until they are"),
  ].join(", ");
}
