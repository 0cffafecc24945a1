/**
 * A monkey at the keyboard: keys, pastes, the mouse, windows of every size, files that change, signals. After each hundred
 * actions the screen is what is drawn from nothing, and at the end the terminal is as it was.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import type { Random } from "./random.ts";
import { hostileText } from "./texts.ts";
import { PROGRAM, World } from "./world.ts";

const KEYS = [
  ...Array.from("jjjkkkqghGHbdunNmMxstTfFcoLJKYyvaeH?/[]{}+-=0123456789'\"zl "),
  "\r",
  "\t",
  "\u001b",
  "\u001b[Z",
  "\u001b[A",
  "\u001b[B",
  "\u001b[C",
  "\u001b[D",
  "\u001b[5~",
  "\u001b[6~",
  "\u007f",
  "\u0015",
  "\u0017",
  "\u000f",
  "\u0004",
];
const PASTES = ["see", "a b\nc\tq", "\u001b[2Jq", "e\u001a", "x".repeat(3_000), "世界\u202e"];
/** Milliseconds without output and without work after which nothing more is expected. */
const QUIET = 120;
const STEP = 30;
/** Milliseconds that the work on a hundred actions may take: the machine may be busy, and the texts are hostile. */
const LONGEST_QUIET = 60_000;

interface Terminal {
  readonly type: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  readonly settled: () => Promise<void>;
  /** Waits until the reader has the terminal, and has nothing more to do. */
  readonly ready: () => Promise<void>;
  readonly cells: () => string[];
  readonly pid: number;
  readonly ended: () => boolean;
  readonly exit: Promise<number>;
}

function opened(world: World): Terminal {
  const size = { cols: 80, rows: 24 };
  const pty = spawn(process.execPath, [PROGRAM, world.library], {
    ...size,
    cwd: world.folder,
    env: { ...world.env(), EDITOR: "true", BROWSER: "true" },
    name: "xterm-256color",
  });
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true });
  const state = { last: Date.now(), pending: 0, ended: false };
  pty.onData((data) => {
    state.last = Date.now();
    state.pending++;
    screen.write(data, () => state.pending--);
  });
  const exit = new Promise<number>((resolve) =>
    pty.onExit(({ exitCode, signal }) => {
      state.ended = true;
      resolve(signal ? 128 + signal : exitCode);
    }),
  );
  const own: Terminal = {
    type: (text) => unlessGone(() => pty.write(text)),
    resize(columns, rows) {
      screen.resize(columns, rows);
      unlessGone(() => pty.resize(columns, rows));
    },
    kill: (signal) => unlessGone(() => pty.kill(signal)),
    async settled() {
      const begun = Date.now();
      let worked = workOf(pty.pid);
      let quiet = 0;
      while (!state.ended && quiet < QUIET && Date.now() - begun < LONGEST_QUIET) {
        await new Promise((resolve) => setTimeout(resolve, STEP));
        const now = workOf(pty.pid);
        const isBusy =
          now !== worked || isRunnable(pty.pid) || Date.now() - state.last < STEP || state.pending > 0;
        quiet = isBusy ? 0 : quiet + STEP;
        worked = now;
      }
      if (Date.now() - begun >= LONGEST_QUIET)
        throw new Error(`the reader is busy for ${LONGEST_QUIET / 1000} seconds`);
    },
    async ready() {
      const begun = Date.now();
      while (screen.buffer.active.type !== "alternate") {
        if (state.ended || Date.now() - begun >= LONGEST_QUIET) throw new Error("the reader does not begin");
        await new Promise((resolve) => setTimeout(resolve, STEP));
      }
      await own.settled();
    },
    cells: () => cellsOf(screen),
    pid: pty.pid,
    ended: () => state.ended,
    exit,
  };
  return own;
}

/** What a reader that has only just ended can't be told any more, is not told. */
function unlessGone(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    if (!(error instanceof Error) || !/ESRCH|EBADF|EIO/.test(error.message)) throw error;
  }
}

/** Every row: its characters, and how they look. */
function cellsOf(screen: xterm.Terminal): string[] {
  const { active } = screen.buffer;
  return Array.from({ length: screen.rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    return Array.from({ length: screen.cols }, (__, column) => {
      const cell = line?.getCell(column);
      const looks = [
        cell?.getFgColor(),
        cell?.getBgColor(),
        cell?.isBold(),
        cell?.isInverse(),
        cell?.isUnderline(),
      ];
      return `${cell?.getChars() || " "}\u0002${looks.join(".")}`;
    }).join("\u0001");
  });
}

export interface MonkeyReport {
  actions: number;
  /** Resident memory, in megabytes: after the first hundred actions, and at the end. */
  readonly memory: number[];
}

/** So many actions; `report` is kept up to date. */
export async function monkey(chance: Random, actions: number, report: MonkeyReport): Promise<void> {
  const world = new World();
  try {
    for (let nth = 0; nth < 12; nth++)
      writeFileSync(join(world.library, `essay-${nth}.md`), essay(nth, chance));
    let terminal = opened(world);
    await terminal.ready();
    for (let done = 0; done < actions; done += 100) {
      const log: string[] = [];
      for (let nth = 0; nth < 100 && !terminal.ended(); nth++) {
        log.push(act(terminal, world, chance));
        if (chance.next() < 0.2) await new Promise((resolve) => setTimeout(resolve, chance.below(15)));
      }
      report.actions += 100;
      await terminal.settled();
      if (terminal.ended()) {
        const code = await terminal.exit;
        if (code !== 0) throw new Error(`the reader ended with ${code} after ${log.slice(-20).join(" ")}`);
        terminal = opened(world);
        await terminal.ready();
        continue;
      }
      await expectRedrawn(terminal, log);
      report.memory.push(residentMemory(terminal.pid));
    }
    await ended(terminal);
  } finally {
    world.close();
  }
}

function essay(nth: number, chance: Random): string {
  const body =
    nth < 6 ? "## A part\n\nWords and a note[^1], a [link](/essay-1).\n\n".repeat(12) : hostileText(chance);
  return `---\ntitle: Essay ${nth}\ntags: [tag${nth % 3}]\n---\n\n${body}\n\n[^1]: The note.\n`;
}

function act(terminal: Terminal, world: World, chance: Random): string {
  const kind = chance.next();
  if (kind < 0.8) {
    const key = chance.one(KEYS);
    terminal.type(key);
    return JSON.stringify(key);
  }
  if (kind < 0.84) {
    const paste = chance.one(PASTES);
    terminal.type(`\u001b[200~${paste}\u001b[201~`);
    return "paste";
  }
  if (kind < 0.92) {
    const button = chance.one([0, 2, 64, 65]);
    terminal.type(
      `\u001b[<${button};${chance.between(1, 200)};${chance.between(1, 60)}${chance.one(["M", "m"])}`,
    );
    return `mouse ${button}`;
  }
  if (kind < 0.96) {
    const [columns, rows] = chance.one<readonly [number, number]>([
      [80, 24],
      [chance.between(1, 500), chance.between(1, 200)],
      [chance.between(1, 130), chance.between(1, 50)],
    ]);
    terminal.resize(columns, rows);
    return `resize ${columns}x${rows}`;
  }
  if (kind < 0.99) return change(world, chance);
  // A stop and a continuation, as a shell has them.
  terminal.kill(chance.one(["SIGWINCH", "SIGCONT"]));
  return "signal";
}

function change({ library }: World, chance: Random): string {
  const nth = chance.below(14);
  const file = join(library, `essay-${nth}.md`);
  if (nth > 1 && existsSync(file) && chance.next() < 0.3) rmSync(file);
  else writeFileSync(file, essay(nth, chance));
  return `change ${nth}`;
}

/** Whether the screen is what the reader draws when it draws all of it (`^L`). */
async function expectRedrawn(terminal: Terminal, log: readonly string[]): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const before = terminal.cells();
    terminal.type("\u000c");
    await terminal.settled();
    const after = terminal.cells();
    const row = after.findIndex((line, nth) => line !== before[nth]);
    if (row < 0) return;
    // A file that has changed may be read meanwhile.
    if (attempt < 5) continue;
    const shown = (cells: readonly string[]): string => textOf(cells[row]!);
    throw new Error(
      `row ${row + 1} is ${JSON.stringify(shown(before))}, and drawn anew ${JSON.stringify(shown(after))}, after ${log.slice(-30).join(" ")}`,
    );
  }
}

/** The characters of a row of cells. */
function textOf(row: string): string {
  return row
    .split("\u0001")
    .map((cell) => cell.split("\u0002", 1)[0])
    .join("")
    .trimEnd();
}

/** The processor's time that a process took, in clock ticks (proc(5)); 0 where the system does not tell. */
function workOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/**
 * Whether a thread of a process has work, or waits for a disk (proc_pid_stat(5)). On a busy machine it may get no processor for as
 * long as a pause that would mean that it has nothing to do. False where the system does not tell.
 */
function isRunnable(pid: number): boolean {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.some((thread) => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8");
      return /^[RD]/.test(stat.slice(stat.lastIndexOf(")") + 2));
    });
  } catch {
    return false;
  }
}

/** In megabytes; 0 where the system does not tell. */
function residentMemory(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return Math.round((pages * 4_096) / 1e6);
  } catch {
    return 0;
  }
}

async function ended(terminal: Terminal): Promise<void> {
  terminal.resize(80, 24);
  for (let nth = 0; nth < 50 && !terminal.ended(); nth++) {
    terminal.type(nth % 2 === 0 ? "\u001b" : "\u0003");
    await terminal.settled();
  }
  if (!terminal.ended()) {
    terminal.kill("SIGKILL");
    throw new Error(`the reader can't be left: ${terminal.cells().map(textOf).join("\n")}`);
  }
}
