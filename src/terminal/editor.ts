/**
 * The user's editor: `$VISUAL`, else `$EDITOR`, else vi.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { basename } from "node:path";
import { messageOf } from "../text/message-of.ts";
import { outliving } from "./ending-signals.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Editors that take the line after the file's name. */
const AFTER_NAME =
  /^(?:code|code-insiders|codium|vscodium|cursor|subl|sublime_text|zed|hx|helix|lapce)(?:\.exe|\.cmd)?$/;

/**
 * The editor's command line as the user wrote it, and the arguments that open a file at a line. Without a line, the file is the only
 * argument, as in git: a script that the user wrote may know no other.
 */
export function editorCommand(env: Env, file: string, line?: number): { command: string; args: string[] } {
  const command = env["VISUAL"] || env["EDITOR"] || "vi";
  if (line === undefined) return { command, args: [file] };
  const name = basename(command.trim().split(/\s+/)[0] ?? "").toLowerCase();
  if (!AFTER_NAME.test(name)) return { command, args: [`+${line}`, file] };
  const isCode = /^(?:code|codium|vscodium|cursor)/.test(name);
  return { command, args: [...(isCode ? ["--goto"] : []), `${file}:${line}`] };
}

/** A command line that is one program with its arguments: no list of commands, no variable before it, none of the shell's own. */
const ONE_PROGRAM =
  /^\s*(?!(?:builtin|command|eval|exec)\s)[\w./~"'$\\+-][^\s;&|<>()=]*(?:\s[^\n;&|<>()]*)?$/;

/** The script of sh that runs a command line. Where it can, the shell becomes the program, so that a signal reaches that. */
function scriptOf(command: string): string {
  return `${ONE_PROGRAM.test(command) ? "exec " : ""}${command} "$@"`;
}

/**
 * Runs the editor until the user leaves it; resolves with the reason of a failure, or undefined. As in git,
 * the shell reads the command line, because it is the user's own, but not the arguments that ibid adds.
 */
export async function runEditor(env: Env, file: string, line?: number): Promise<string | undefined> {
  const { command, args } = editorCommand(env, file, line);
  try {
    const editor =
      process.platform === "win32"
        ? spawn([command, ...args.map((arg) => `"${arg}"`)].join(" "), { shell: true, stdio: "inherit" })
        : spawn("sh", ["-c", scriptOf(command), command, ...args], { stdio: "inherit" });
    return await outliving(editor, () => failureOf(editor, command));
  } catch (error) {
    // There is no shell, or the permission model allows no program.
    return messageOf(error);
  }
}

/** Waits for the end of the editor; the reason if it failed. */
async function failureOf(editor: ChildProcess, command: string): Promise<string | undefined> {
  const [code, signal] = (await once(editor, "close")) as [number | null, NodeJS.Signals | null];
  if (code === 0) return undefined;
  // POSIX, `sh`: the command was not found.
  if (code === 127) return `${command}: there is no such program`;
  return `${command} ended with ${signal ?? code}`;
}
