/**
 * The clipboard. OSC 52 passes text to the terminal, which also works over ssh. The system's own tool, if
 * there is one, is for terminals that do not know OSC 52.
 */
import { spawn } from "node:child_process";

type Env = Readonly<Record<string, string | undefined>>;

const ESC = "\u001b";
/** The longest text that terminals accept (xterm's limit is the lowest known), in Base64 characters. */
const LONGEST = 100_000;

/** The sequence that sets the clipboard (xterm's control sequences, OSC 52); empty if the text is too long. */
export function clipboardSequence(text: string): string {
  const encoded = Buffer.from(text).toString("base64");
  return encoded.length > LONGEST ? "" : `${ESC}]52;c;${encoded}${ESC}\\`;
}

/** A system's clipboard tools, the most likely first. */
function toolsOf(platform: NodeJS.Platform, env: Env): readonly (readonly [string, ...string[]])[] {
  if (platform === "darwin") return [["pbcopy"]];
  if (platform === "win32") return [["clip.exe"]];
  return [
    ...(env["WAYLAND_DISPLAY"] ? [["wl-copy"] as const] : []),
    ...(env["DISPLAY"]
      ? ([
          ["xclip", "-selection", "clipboard"],
          ["xsel", "--clipboard", "--input"],
        ] as const)
      : []),
    ...(env["WSL_DISTRO_NAME"] ? [["clip.exe"] as const] : []),
    ...(env["TERMUX_VERSION"] ? [["termux-clipboard-set"] as const] : []),
  ];
}

/** How text is passed to a tool. */
export interface Copying {
  readonly env: Env;
  readonly platform: NodeJS.Platform;
  /** Milliseconds after which a tool that still runs has taken the text: some run until it is pasted. */
  readonly lasting: number;
}

/** Long enough for a tool to fail on a busy machine; the usual tools end at once. */
const LASTING = 2_000;

/** Passes text to the system's tool. Returns whether one took it. */
export async function copyByTool(
  text: string,
  { env, platform = process.platform, lasting = LASTING }: Partial<Copying> & Pick<Copying, "env">,
): Promise<boolean> {
  for (const tool of toolsOf(platform, env)) if (await isTaken(tool, text, lasting)) return true;
  return false;
}

function isTaken(
  [tool, ...args]: readonly [string, ...string[]],
  text: string,
  lasting: number,
): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const child = spawn(tool, args, { stdio: ["pipe", "ignore", "ignore"] });
    const timer = setTimeout(() => resolve(true), lasting);
    const end = (isOne: boolean): void => {
      clearTimeout(timer);
      resolve(isOne);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.once("spawn", () => child.unref());
    child.stdin.on("error", () => undefined);
    child.stdin.end(text);
  }).catch(() => false);
}
