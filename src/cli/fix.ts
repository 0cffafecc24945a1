/**
 * `ibid check --fix`: prints the fixes that leave no doubt as a patch. On a terminal it asks whether to apply them.
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
import { counted } from "../text/counted.ts";

interface Change {
  readonly file: string;
  readonly before: Buffer;
  readonly after: string;
  readonly fixed: readonly Finding[];
}

/** Returns the findings that are left: all of them, unless the user confirms the changes. */
export async function fix(findings: readonly Finding[], session: Session): Promise<readonly Finding[]> {
  const { io, options } = session;
  const changes = changesOf(findings, session);
  if (changes.length === 0) {
    session.say("no safe fixes");
    return findings;
  }
  const patch = changes
    .map(({ file, before, after }) =>
      unifiedDiff(pathFrom(options.cwd, file), before.toString("utf8"), after),
    )
    .join("");
  // A terminal must not get control sequences of a file; a patch needs them unchanged.
  session.out(io.outIsTerminal ? visibleLines(patch) : patch);
  if (!io.confirm) return findings;
  const count = changes.reduce((sum, change) => sum + change.fixed.length, 0);
  const what = `${counted(count, "repair")} in ${counted(changes.length, "file")}`;
  if (!(await io.confirm(`Write ${what}?`))) return findings;
  const fixed = new Set(changes.filter((change) => write(change, session)).flatMap((change) => change.fixed));
  return findings.filter((finding) => !fixed.has(finding));
}

function changesOf(findings: readonly Finding[], session: Session): Change[] {
  const byFile = Map.groupBy(
    findings.filter((finding) => finding.fix),
    ({ file }) => resolve(session.options.cwd, file),
  );
  return [...byFile].flatMap(([file, own]): Change[] => {
    const before = contentOf(file);
    // Bytes that are not UTF-8 would be changed.
    if (!before || !Buffer.from(before.toString("utf8")).equals(before)) return [];
    const { text, fixed } = mended(before.toString("utf8"), own);
    return fixed.length === 0 ? [] : [{ file, before, after: text, fixed }];
  });
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a file, unless it has changed since it was checked. */
function write({ file, before, after }: Change, session: Session): boolean {
  try {
    if (contentOf(file)?.equals(before) !== true) {
      session.say(`${file}: changed in the meantime; left as it is`);
      return false;
    }
    replaceFile(file, after);
    return true;
  } catch (error) {
    session.say(`${file}: can't be written: ${systemReason(error)}`);
    return false;
  }
}

/** A path with slashes, relative to the current folder if the file is in it, as `git apply` and `patch -p1` expect. */
function pathFrom(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join("/");
}
