/**
 * `ibid notes`: exports highlights and notes in the formats of other programs, and imports them.
 */
import { createHash } from "node:crypto";
import type { NotesFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { notesAnki } from "../formats/notes/anki.ts";
import { notesCsv } from "../formats/notes/csv.ts";
import { notesMarkdown } from "../formats/notes/markdown.ts";
import { notesMrsf } from "../formats/notes/mrsf.ts";
import type { NotedEssay } from "../formats/notes/noted.ts";
import { noteJson, notesJson } from "../formats/notes/notes-json.ts";
import { notesW3c } from "../formats/notes/w3c.ts";
import { toJson, toJsonLines } from "../formats/json.ts";
import type { Essay } from "../essay/essay.ts";
import { findEssay } from "../library/find.ts";
import { NoEssayError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { label } from "../text/visible.ts";
import { chooseEssays } from "./choice.ts";
import { goneEssays, notedIn } from "./noted.ts";
import { importNotes } from "./notes-import.ts";

/** Exit code 0 if there are notes, 1 if there are none, 2 if a named essay is not found. */
export async function run(session: Session): Promise<number> {
  const [first, ...rest] = session.options.operands;
  if (first === "import") return importNotes(session, rest);
  const library = await session.library();
  const { essays, isWhole } = await chosen(library, session);
  const memory = session.memory();
  const noted = await notedIn(essays, library, memory, session);
  const isAll = first === undefined;
  const gone = isAll ? goneEssays(memory, library, session.options.all) : [];
  const all = [...noted, ...gone];
  const format = session.options.formats.notes ?? "markdown";
  if (all.length > 0 || LISTS.has(format)) session.out(WRITTEN[format](all));
  if (!isWhole) return 2;
  const whose = isAll ? "" : ` on ${session.options.operands.map(label).join(", ")}`;
  if (all.length === 0)
    session.say(`no highlights or notes yet${whose}; in the reader, h highlights and a adds a note`);
  return all.length > 0 ? 0 : 1;
}

/** Formats whose output is valid even without notes. */
const LISTS: ReadonlySet<NotesFormat> = new Set<NotesFormat>(["json", "csv", "w3c"]);

/** The named essays, or those that the options choose; `isWhole` if every name was found. */
async function chosen(
  library: Library,
  session: Session,
): Promise<{ essays: readonly Essay[]; isWhole: boolean }> {
  const { operands, choice, cwd } = session.options;
  if (operands.length === 0)
    return {
      essays: await chooseEssays(library, { ...session.options, choice: { ...choice, drafts: true } }),
      isWhole: true,
    };
  const essays: Essay[] = [];
  for (const name of operands) {
    try {
      essays.push(await findEssay(library, name, cwd));
    } catch (error) {
      if (!(error instanceof NoEssayError)) throw error;
      session.say(error.message);
    }
  }
  return { essays, isWhole: essays.length === operands.length };
}

const WRITTEN: Readonly<Record<NotesFormat, (essays: readonly NotedEssay[]) => string>> = {
  json: (essays) => toJson(notesJson(essays)),
  jsonl: (essays) => toJsonLines(essays.flatMap((essay) => essay.notes.map((note) => noteJson(essay, note)))),
  csv: notesCsv,
  w3c: (essays) => toJson(notesW3c(essays)),
  mrsf: (essays) =>
    notesMrsf(essays, sha256)
      .map((sidecar) => toJson(sidecar))
      .join("---\n"),
  anki: notesAnki,
  markdown: notesMarkdown,
};

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
