/**
 * The settings of the reader: from the command line and the config file, otherwise from the last visit to the
 * library, otherwise the defaults.
 */
import type { Session } from "../app/session.ts";
import { expectedTheme } from "../app/theme.ts";
import type { Choice } from "../essay/choose.ts";
import { themes } from "../formats/theme.ts";
import { folderOf } from "../library/locate.ts";
import { statsOf } from "../system/stats.ts";
import { label } from "../text/visible.ts";
import type { RememberedLook } from "./library-look.ts";
import { remapped } from "./remap.ts";
import type { Settings } from "./start.ts";
import type { NamedLibrary } from "./state.ts";

/** The settings of the reader; `kept` are those of the last visit to the library. */
export async function settingsOf(
  session: Session,
  kept: RememberedLook,
  complaint: string | undefined,
): Promise<Settings> {
  const { options } = session;
  const {
    choice,
    notes,
    width,
    wrap,
    hyphens,
    language,
    reorders,
    spread,
    match = "",
    mouse,
    preview,
  } = options;
  const measure = width ?? kept.measure;
  const { keymap, message } = keysOf(session);
  const notice = message === "" ? label(complaint ?? "") : message;
  const shownNotes = notes ?? kept.notes;
  return {
    keymap,
    mouse,
    wantsPreview: preview,
    wrap,
    hyphens,
    language,
    reorders,
    spread: kept.spread ?? spread,
    themes: await themesOf(session, kept),
    ...(options.color.depth === "none" && { colorless: colorlessWords(options.env) }),
    libraries: librariesOf(session),
    shelf: { ...orderOf(choice, kept), query: match },
    ...(notice !== "" && { message: notice }),
    ...(shownNotes && { notes: shownNotes }),
    ...(measure !== undefined && { measure }),
  };
}

/** The reason why there are no colours, for the status line. */
function colorlessWords(env: Readonly<Record<string, string | undefined>>): string {
  return env["NO_COLOR"] ? "NO_COLOR is set" : "they are off, or the terminal has none";
}

/** The order of the shelf: the requested one, otherwise that of the last visit. */
export function orderOf(choice: Choice, kept: RememberedLook): { sort: string; reverse: boolean } {
  const isAsked = choice.sort !== undefined || choice.reverse === true;
  const { sort = "order", reverse = false } = isAsked ? choice : kept;
  return { sort, reverse };
}

/** All themes, the one in use first: the requested one, otherwise that of the last visit. */
async function themesOf(session: Session, kept: RememberedLook): Promise<Required<Settings>["themes"]> {
  // The first frame does not wait for the terminal's answer.
  const asked = isAuto(session) ? expectedTheme(session.options) : await session.theme();
  const others = Object.entries(themes).filter(([, theme]) => theme !== asked.theme);
  const all = [asked, ...others.map(([name, theme]) => ({ name, theme }))];
  const at = Math.max(
    0,
    all.findIndex(({ name }) => name === keptTheme(session, kept)),
  );
  return [...all.slice(at), ...all.slice(0, at)];
}

function isAuto({ options }: Session): boolean {
  return options.theme.name === "auto";
}

/** The theme of the last visit; undefined if the command line or the config file names one. */
function keptTheme({ options }: Session, { theme }: RememberedLook): string | undefined {
  return options.theme.from === "default" ? theme : undefined;
}

/** Whether the theme depends on the terminal's background. */
export function asksBackground(session: Session, kept: RememberedLook): boolean {
  return isAuto(session) && keptTheme(session, kept) === undefined;
}

/** The libraries of the config file, with their folders. */
function librariesOf({ options }: Session): NamedLibrary[] {
  const { places, cwd } = options;
  return Object.keys(places.libraries ?? {}).map((name) => {
    const root = folderOf(`@${name}`, { ...places, cwd });
    return { name, root, isMissing: statsOf(root) === undefined };
  });
}

/** The most complaints that are named on the screen. */
const MOST_COMPLAINTS = 3;

/** The errors in the config file, without its folder, and the number of those that are not named. */
function complaintsWords(all: readonly string[]): string {
  const named = all.slice(0, MOST_COMPLAINTS).map((one) => one.replace(/^.*[/\\](?=[^/\\]*:)/, ""));
  const left = all.length - named.length;
  return label([...named, ...(left === 0 ? [] : [`${left} more, shown when you leave`])].join("; "));
}

/** The user's own keys. Errors in the config file are reported before the reader takes the screen, and on it. */
function keysOf(session: Session): Required<Pick<Settings, "keymap" | "message">> {
  const { keys, complaints: own, placeOf } = session.options.config;
  const { keymap, complaints } = remapped(keys);
  const more = complaints.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  for (const complaint of more) session.say(complaint);
  return { keymap, message: complaintsWords([...own, ...more]) };
}
