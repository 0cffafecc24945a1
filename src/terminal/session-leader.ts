/**
 * Whether this process leads its session: then no shell is there to which ^Z could give the terminal back.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export function leadsSession(): boolean {
  try {
    // proc(5): the session is the fourth field after the command's name, which stands in brackets.
    const stat = readFileSync("/proc/self/stat", "utf8");
    const [, , , session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(session) === process.pid;
  } catch {
    return process.platform !== "win32" && sessionOf(process.pid) !== sessionOf(process.ppid);
  }
}

/** What `ps` says of a process's session; systems write it in different ways. */
function sessionOf(pid: number): string {
  return spawnSync("ps", ["-o", "sess=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}
