/**
 * Starts the reader from the options, if there is a screen.
 */
import { keepBackground } from "../app/known-background.ts";
import { themeFor } from "../app/theme.ts";
import type { NamedTheme } from "../formats/theme.ts";
import { operandOf } from "../app/operand.ts";
import type { Session } from "../app/session.ts";
import { type Choice, isEverything } from "../essay/choose.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { findEssay } from "../library/find.ts";
import { Following } from "../library/following.ts";
import type { Library } from "../library/library.ts";
import type { Typography } from "../library/locate.ts";
import { libraryAt, libraryOf } from "../library/open.ts";
import { realPath } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { hasFullText } from "../system/sqlite.ts";
import { backgroundOf, inquireBackground } from "../terminal/background.ts";
import { knowsClipboard } from "../terminal/color.ts";
import type { Screen } from "../terminal/screen.ts";
import { type RememberedLook, rememberedLook } from "./library-look.ts";
import { openReader } from "./open.ts";
import { PatientSession } from "./patient-session.ts";
import { asksBackground, orderOf, settingsOf } from "./settings.ts";
import { closeRead, type Left, type ToRead } from "./start.ts";
import { unopened } from "./unopened.ts";

/**
 * The longest wait for a reply of the terminal when the reader ends, in milliseconds; the shell would get a later
 * reply.
 */
const LATEST_REPLY = 300;

/**
 * Opens the reader with the options; returns the exit code. `commands` are the names that a mistyped operand may mean.
 */
export async function startReader(
  own: Session,
  screen: Screen,
  commands: readonly string[],
): Promise<number> {
  const session = new PatientSession(own, screen);
  try {
    return await Promise.race([readOn(session, screen, commands), screen.failure()]);
  } finally {
    await screen.replied(LATEST_REPLY);
    screen.release();
    session.sayRest();
  }
}

/** Reads one library after another, until the user leaves the reader; the exit code. */
async function readOn(session: Session, screen: Screen, commands: readonly string[]): Promise<number> {
  const memory = session.keptMemory();
  const report = (complaints: readonly string[]): void =>
    complaints.forEach((complaint) => session.say(complaint));
  const read = async (toRead: ToRead): Promise<Left> => {
    report(toRead.library.complaints);
    try {
      return await openOn(toRead, session, screen, memory);
    } finally {
      report(toRead.library.complaints);
      closeRead(toRead);
    }
  };
  try {
    let left: Left = { code: 1 };
    for (let next = await whatToRead(session, commands, memory); next; next = left.to) {
      // Otherwise this library's question would receive the reply to the last one.
      await screen.replied(LATEST_REPLY);
      left = await read(next);
    }
    return left.code;
  } finally {
    session.close();
  }
}

/** The remembered settings of a library; none for a single essay. */
function keptOf(memory: Memory, { library, following }: ToRead): RememberedLook {
  return following ? rememberedLook(memory.settings.of(realPath(library.root))) : {};
}

async function openOn(toRead: ToRead, session: Session, screen: Screen, memory: Memory): Promise<Left> {
  const { options } = session;
  const { depth, hyperlinks } = options.color;
  const kept = keptOf(memory, toRead);
  const asks = asksBackground(session, kept);
  const own = {
    ...toRead,
    another: (name: string) => shelf(session, `@${name}`, memory),
    choice: options.choice,
    memory,
    env: options.env,
    settings: await settingsOf(session, kept, memory.complaint),
    looks: { depth, hyperlinks },
    voice: options.voice,
    voiceFault: options.config.refused["voice"],
    screen,
    hasClipboard: knowsClipboard(options.env),
    ...(asks && !options.plainUi && { background: () => askedBackground(session, screen) }),
  };
  if (!options.plainUi) return openReader(own);
  return { code: await (await import("./plain/open-plain.ts")).openPlain(own) };
}

/** The theme for the terminal's background. ibid asks for it while the first frame is shown, and remembers it. */
async function askedBackground({ options }: Session, screen: Screen): Promise<NamedTheme | undefined> {
  const { memory, env } = options;
  if (backgroundOf(env) !== undefined) return undefined;
  const background = await inquireBackground(screen, env);
  keepBackground(memory, env, background ?? "none");
  return themeFor(background);
}

/** What the operands name; undefined if they name nothing, which is reported. */
async function whatToRead(
  session: Session,
  commands: readonly string[],
  memory: Memory,
): Promise<ToRead | undefined> {
  const operand = operandOf(session);
  if (operand.kind === "library") {
    try {
      return await shelf(session, operand.argument, memory);
    } catch (error) {
      const instead = operand.argument === undefined ? unopened(session, error) : undefined;
      if (instead) return instead;
      throw error;
    }
  }
  const { cwd, places } = session.options;
  const { typography } = places;
  if (operand.kind === "input") {
    const { EMPTY_INPUT, fromInput, isEmptyInput } = await import("../library/input.ts");
    const open = await fromInput(session.io);
    if (!isEmptyInput(open)) return alone(open, typography);
    session.say(EMPTY_INPUT);
    return undefined;
  }
  const library = await session.library({ toSearch: hasFullText() });
  const essay = await findEssay(library, operand.name, cwd, commands);
  const open = (await library.ready()).open(essay);
  // A file outside the library has no shelf under it.
  if (!library.essays.includes(essay)) return alone(open, typography);
  return { library, following: library.isSearchable ? new Following(library) : undefined, open };
}

async function alone(written: OpenEssay, typography: Typography | undefined): Promise<ToRead> {
  const { typeset } = await import("../library/typeset.ts");
  const open = typeset(written, typography);
  return { library: libraryOf(open, { typography }), following: undefined, open };
}

/** A folder is shown from its index at once; a library without an index is read first. */
async function shelf(session: Session, operand: string | undefined, memory: Memory): Promise<ToRead> {
  const { options, io } = session;
  const located = session.locate(operand);
  const isIndexed = hasFullText();
  const library: Library = libraryAt(located, { cache: options.cache, toSearch: isIndexed });
  if (!isIndexed) {
    await library.read();
    return { library, following: undefined };
  }
  const following = new Following(library);
  const order = orderOf(options.choice, rememberedLook(memory.settings.of(realPath(located.root))));
  const isPlain = isShelfItself({ ...options.choice, ...order }) && options.match === undefined;
  const listed = isPlain ? library.first(io.rows) : undefined;
  // Why nothing is listed, only the whole library says.
  const first = listed && listed.total > 0 ? listed : undefined;
  if (!first) await following.soon();
  return { library, following, first };
}

/** Whether a choice is the whole shelf: every essay except drafts, in the shelf's own order. */
function isShelfItself(choice: Choice): boolean {
  const { sort = "order", reverse = false, drafts = false, limit } = choice;
  return isEverything(choice) && sort === "order" && !reverse && !drafts && limit === undefined;
}
