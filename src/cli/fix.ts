/**
 * `ibid check --fix`: what can be mended without a doubt, as a patch. Only where the user is there to say so is it written.
 */
import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Session } from "../app/session.ts";
import type { Finding } from "../library/check/finding.ts";
import { mended } from "../library/check/fix.ts";
import { replaceFile } from "../system/replace-file.ts";
import { systemReason } from "../system/reason.ts";
import { unifiedDiff } from "../text/unified-diff.ts";
import { visibleLines } from "../text/visible.ts";

interface Change {
  readonly file: string;
  readonly before: Buffer;
  readonly after: string;
  readonly count: number;
}

/** Exit code 0 when nothing is left to mend: there was nothing, or it was written; else 1. */
export async function fix(findings: readonly Finding[], session: Session): Promise<number> {
  const { io, options } = session;
  const changes = changesOf(findings, session);
  if (changes.length === 0) {
    session.say("nothing that can be mended without a doubt");
    return 0;
  }
  const patch = changes
    .map(({ file, before, after }) =>
      unifiedDiff(pathFrom(options.cwd, file), before.toString("utf8"), after),
    )
    .join("");
  // On a terminal no byte of a file is a control sequence; a patch must have them as they are.
  session.out(io.outIsTerminal ? visibleLines(patch) : patch);
  if (!io.confirm) return 1;
  const count = changes.reduce((sum, change) => sum + change.count, 0);
  const what = `${count} ${count === 1 ? "repair" : "repairs"} in ${changes.length} ${changes.length === 1 ? "file" : "files"}`;
  if (!(await io.confirm(`Write ${what}?`))) return 1;
  const written = changes.map((change) => write(change, session));
  return written.every(Boolean) ? 0 : 1;
}

function changesOf(findings: readonly Finding[], session: Session): Change[] {
  const byFile = Map.groupBy(
    findings.filter((finding) => finding.fix),
    ({ file }) => resolve(session.options.cwd, file),
  );
  return [...byFile].flatMap(([file, own]): Change[] => {
    const before = contentOf(file);
    // What is no UTF-8 would not come out as it went in.
    if (!before || !Buffer.from(before.toString("utf8")).equals(before)) return [];
    const { text, count } = mended(before.toString("utf8"), own);
    return count === 0 ? [] : [{ file, before, after: text, count }];
  });
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a file that still is as it was found. */
function write({ file, before, after }: Change, session: Session): boolean {
  try {
    if (contentOf(file)?.equals(before) !== true) {
      session.say(`${file}: has changed meanwhile, and is left as it is`);
      return false;
    }
    replaceFile(file, after);
    return true;
  } catch (error) {
    session.say(`${file}: can't be written: ${systemReason(error)}`);
    return false;
  }
}

/** Parted by `/`, from the current folder where the file lies in it: that is where `git apply` and `patch -p1` begin. */
function pathFrom(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join("/");
}
