/**
 * `ibid show`: prints essays in the format of the options.
 */
import { UsageError } from "../app/arguments.ts";
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { type OpenEssay, reasonOf } from "../document/open-essay.ts";
import { UnfitFileError } from "../essay/decode.ts";
import type { Essay } from "../essay/essay.ts";
import { NoEssayError, UnreadableError } from "../library/errors.ts";
import { EMPTY_INPUT, fromInput, STANDARD_INPUT } from "../library/input.ts";
import type { Library } from "../library/library.ts";
import { chooseEssays } from "./choice.ts";
import { showFormat } from "./formats.ts";
import { outputOf } from "./output.ts";
import { ALONE, type Named, namedBySlug, namedFile, namedIn } from "./named.ts";
import { shownOf } from "./shown.ts";
import { writerOf } from "./writers.ts";

/** Returns exit code 2 if an essay can't be shown; the others are shown. */
export async function run(session: Session): Promise<number> {
  const { operands, isSelection } = session.options;
  if (isSelection && operands.length > 0)
    throw new UsageError("name essays or choose them with flags such as --tag and --all, not both");
  if (isSelection) return showSelection(session);
  if (operands.length === 0)
    throw new UsageError("show needs an argument: ibid show ESSAY..., or ibid show --tag TAG, or --all");
  return showNamed(session);
}

async function showNamed(session: Session): Promise<number> {
  const { operands, cwd } = session.options;
  let library: Library | undefined;
  const named: Named[] = [];
  for (const name of operands) {
    try {
      const alone =
        name === "-" ? { open: await fromInput(session.io), targets: ALONE } : await namedFile(name, session);
      const read = async (): Promise<Library> => (library ??= await session.library());
      if (alone) named.push(alone);
      else named.push(await (library ? namedIn(library, name, cwd) : namedBySlug(name, session, read)));
    } catch (error) {
      session.say(missingWords(error, name));
    }
  }
  if ((await showEssays(named, session)) < operands.length) return 2;
  const isEmpty = ({ open: { source, essay } }: Named): boolean =>
    source.body.trim() === "" && essay.path === STANDARD_INPUT;
  if (named.some(isEmpty)) session.say(EMPTY_INPUT);
  return named.every(isEmpty) ? 1 : 0;
}

/** Shows the chosen essays in their order; returns exit code 1 if there are none. */
async function showSelection(session: Session): Promise<number> {
  const library = await (await session.library()).ready();
  const essays = await chooseEssays(library, session.options);
  session.reportSkipped(library);
  if (essays.length === 0) {
    session.say("no essay matches these options");
    return 1;
  }
  return (await showEssays(openedOf(library, essays, session), session)) === essays.length ? 0 : 2;
}

/** The essays, each opened when it is its turn, so that the tree of only one of them is in memory. One that can't be opened is reported. */
function* openedOf(library: Library, essays: readonly Essay[], session: Session): Generator<Named> {
  const { root } = library;
  for (const essay of essays) {
    let open: OpenEssay;
    try {
      open = library.open(essay);
    } catch (error) {
      session.say(missingWords(error, essay.slug));
      continue;
    }
    yield { open, targets: () => library.targets, root };
  }
}

/** The essays with the user's marks, if the options request them; only then the memory is loaded. */
async function withMarks(named: Iterable<Named>, session: Session): Promise<Iterable<Named>> {
  return session.options.mine ? (await import("./marked.ts")).marked(named, session) : named;
}

/** The reason why an essay can't be opened; throws any other error. */
function missingWords(error: unknown, name: string): string {
  if (error instanceof UnfitFileError) return `${name === "-" ? STANDARD_INPUT : name}: ${error.message}`;
  if (error instanceof NoEssayError || error instanceof UnreadableError) return error.message;
  throw error;
}

/** Formats whose output is valid without an essay; a page or a book needs one. */
const LISTS: ReadonlySet<ShowFormat> = new Set<ShowFormat>(["json", "jsonl"]);

/** Prints each essay; returns how many. One that can't be shown is reported. */
export async function showEssays(named: Iterable<Named>, session: Session): Promise<number> {
  const output = outputOf(session);
  const writer = await writerOf(session);
  let [seen, written] = [0, 0];
  for (const one of await withMarks(named, session)) {
    seen += 1;
    session.reportProblems([one.open.essay]);
    try {
      output.write(await writer.add(shownOf(one, session)));
      written += 1;
    } catch (error) {
      // An error in one essay does not stop the others.
      session.say(unshownWords(error, one));
    }
  }
  const isList = seen === 0 && session.options.output === undefined && LISTS.has(showFormat(session));
  if (written > 0 || isList) {
    output.write(writer.end());
    await output.end();
  }
  return written;
}

function unshownWords(error: unknown, { open: { essay } }: Named): string {
  return error instanceof NoEssayError ? error.message : `${essay.path}: can't be shown: ${reasonOf(error)}`;
}
