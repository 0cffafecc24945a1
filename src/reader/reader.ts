/**
 * From the options to the reader: what `ibid` does where there is a screen.
 */
import { statSync } from "node:fs";
import { flags } from "../app/flags.ts";
import { keepBackground } from "../app/known-background.ts";
import { expectedTheme, type NamedTheme, themeFor } from "../app/theme.ts";
import { isFolder, type Session } from "../app/session.ts";
import { type Choice, isEverything } from "../essay/choose.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { themes } from "../formats/theme.ts";
import { findEssay } from "../library/find.ts";
import { Following } from "../library/following.ts";
import type { Library } from "../library/library.ts";
import { libraryAt, libraryOf } from "../library/open.ts";
import { Memory } from "../memory/memory.ts";
import { hasFullText } from "../system/sqlite.ts";
import { backgroundOf, inquireBackground } from "../terminal/background.ts";
import type { Screen } from "../terminal/screen.ts";
import { label } from "../text/visible.ts";
import { openReader, type ReaderOptions } from "./open.ts";
import { remapped } from "./remap.ts";
import type { Settings } from "./start.ts";

/** What is opened: a shelf, or an essay with the shelf behind it. */
type ToRead = Pick<ReaderOptions, "library" | "following" | "first" | "open">;

/** Opens the reader as the options say; the exit code. `commands` are names that an essay's may be a slip of. */
export async function startReader(
  session: Session,
  screen: Screen,
  commands: readonly string[],
): Promise<number> {
  const { options } = session;
  const toRead = await whatToRead(session, commands);
  const { library, following } = toRead;
  const memory = new Memory(options.memory);
  const reported = new Set<string>();
  const report = (): void => {
    for (const complaint of [
      ...library.complaints,
      ...(memory.complaint === undefined ? [] : [memory.complaint]),
    ]) {
      if (!reported.has(complaint)) session.say(complaint);
      reported.add(complaint);
    }
  };
  report();
  const { depth, hyperlinks } = options.color;
  const own = {
    ...toRead,
    choice: options.choice,
    memory,
    env: options.env,
    settings: await settingsOf(session, memory.complaint),
    looks: { depth, hyperlinks },
    voice: options.voice,
    screen,
    ...(isAuto(session) && !options.plainUi && { background: () => askedBackground(session, screen) }),
  };
  const code = options.plainUi
    ? await (await import("./plain/open-plain.ts")).openPlain(own)
    : await openReader(own);
  report();
  if (following) following.close();
  else library.close();
  memory.close();
  return code;
}

function isAuto({ options }: Session): boolean {
  return options.theme.name === "auto";
}

/** The theme for the terminal's background, which is asked for while the first frame is shown, and remembered. */
async function askedBackground({ options }: Session, screen: Screen): Promise<NamedTheme | undefined> {
  const { memory, env } = options;
  if (backgroundOf(env) !== undefined) return undefined;
  const background = await inquireBackground(screen, env);
  keepBackground(memory, env, background ?? "none");
  return themeFor(background);
}

/** How the reader is to be; `complaint` is shown on its first screen. */
async function settingsOf(session: Session, complaint: string | undefined): Promise<Settings> {
  const { choice, notes, width, wrap, hyphens, language, match = "", mouse, preview } = session.options;
  const { sort = "order", reverse = false } = choice;
  // The first frame does not wait for the terminal's answer.
  const asked = isAuto(session) ? expectedTheme(session.options) : await session.theme();
  const others = Object.entries(themes).filter(([, theme]) => theme !== asked.theme);
  const { keymap, message } = keysOf(session);
  const notice = message === "" ? label(complaint ?? "") : message;
  return {
    keymap,
    mouse,
    wantsPreview: preview,
    wrap,
    hyphens,
    language,
    themes: [asked, ...others.map(([name, theme]) => ({ name, theme }))],
    shelf: { sort, reverse, query: match },
    ...(notice !== "" && { message: notice }),
    ...(notes && { notes }),
    ...(width !== undefined && { measure: width }),
  };
}

/** The user's own keys. What is wrong in the config file is reported before the screen is taken, and on it. */
function keysOf(session: Session): Required<Pick<Settings, "keymap" | "message">> {
  const { keys, complaints: own, placeOf } = session.options.config;
  const { keymap, complaints } = remapped(keys);
  const more = complaints.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  for (const complaint of more) session.say(complaint);
  const [first, ...others] = [...own, ...more];
  const rest = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const message = first === undefined ? "" : label(first.replace(/^.*[/\\](?=[^/\\]*:)/, "") + rest);
  return { keymap, message };
}

async function whatToRead(session: Session, commands: readonly string[]): Promise<ToRead> {
  const { operands, given } = session.options;
  const isPiped = session.io.inIsPiped === true && !given.has(flags.dir.name);
  const operand = operands[0] ?? (isPiped ? "-" : undefined);
  if (operand === undefined || isFolder(operand, session.options.cwd)) return shelf(session, operand);
  if (operand === "-") return alone(await (await import("../library/input.ts")).fromInput(session.io));
  const library = await session.library({ toSearch: hasFullText() });
  const essay = await findEssay(library, operand, session.options.cwd, commands);
  const open = (await library.ready()).open(essay);
  // A file that lies elsewhere has no shelf behind it.
  if (!library.essays.includes(essay)) return alone(open);
  return { library, following: library.isSearchable ? new Following(library) : undefined, open };
}

function alone(open: OpenEssay): ToRead {
  return { library: libraryOf(open), following: undefined, open };
}

/** A folder is shown from its index at once; a file is read. */
async function shelf(session: Session, operand: string | undefined): Promise<ToRead> {
  const { options, io } = session;
  const located = session.locate(operand);
  const isIndexed = !statSync(located.root).isFile() && hasFullText();
  const library: Library = libraryAt(located, { cache: options.cache, toSearch: isIndexed });
  if (!isIndexed) return { library, following: undefined };
  const following = new Following(library);
  const isPlain = isShelf(options.choice) && options.match === undefined;
  const first = isPlain ? library.first(io.rows) : undefined;
  if (!first) await following.soon();
  return { library, following, first };
}

/** Whether a choice is the shelf as it is: every essay but drafts, in the shelf's own order. */
function isShelf(choice: Choice): boolean {
  const { sort = "order", reverse = false, drafts = false, limit } = choice;
  return isEverything(choice) && sort === "order" && !reverse && !drafts && limit === undefined;
}
