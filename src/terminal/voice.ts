/**
 * The user's voice: a command that reads a sentence aloud and ends when it has been heard. Each sentence is
 * one process, so stopping means ending a process.
 *     espeak-ng -s 170                                    the sentence is on standard input
 *     piper -m en.onnx --output-raw | aplay -r 22050 …    in a pipe, the first program reads it
 *     spd-say -w {}                                       `{}` is replaced by the sentence, as one argument
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { argumentOf, shellOf } from "./voice-command.ts";
import { messageOf } from "../text/message-of.ts";

/** The longest message of a voice that is shown, in characters. */
const LONGEST = 200;

export class Voice {
  readonly #command: string;
  #child: ChildProcess | undefined;

  constructor(command: string) {
    this.#command = command;
    // The voice ends with ibid, however ibid ends.
    process.on("exit", this.hush);
  }

  /**
   * Stops what is being read, and reads a text aloud; `onEnd` receives the reason of a failure, if any,
   * unless the voice is hushed before.
   */
  speak(text: string, onEnd: (failure: string | undefined) => void): void {
    this.hush();
    let complaint = "";
    const end = (failure: string | undefined): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      onEnd(failure);
    };
    const child = this.#started(text);
    if (typeof child === "string") return onEnd(child);
    this.#child = child;
    child.stderr?.setEncoding("utf8").on("data", (more: string) => {
      complaint = (complaint + more).slice(0, LONGEST);
    });
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => {
      const name = this.#command.trim().split(/\s+/, 1)[0] ?? "";
      if (code === 0) end(undefined);
      // POSIX, `sh`: the command was not found.
      else if (code === 127) end(`${name}: there is no such program`);
      else end(`${name} ended with ${signal ?? code}${complaint === "" ? "" : `: ${complaint.trim()}`}`);
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(`${text}\n`);
  }

  /** Ends what is being read, the whole group of its processes. */
  readonly hush = (): void => {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid !== undefined) endGroup(child.pid);
  };

  /** The process, or the reason of a failure: Node.js may not be allowed to start programs. */
  #started(text: string): ChildProcess | string {
    try {
      const stdio: ["pipe", "ignore", "pipe"] = ["pipe", "ignore", "pipe"];
      if (process.platform === "win32") return spawn(this.#command, { shell: true, stdio });
      return spawn("sh", ["-c", shellOf(this.#command), "sh", argumentOf(text)], { detached: true, stdio });
    } catch (error) {
      return messageOf(error);
    }
  }
}

function endGroup(pid: number): void {
  try {
    if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
    else process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
