/**
 * An index that is damaged, killed while it is written, short of room, or made by many at once: each answer is that of a run
 * without an index.
 */
import { spawn } from "node:child_process";
import { readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { damage, stampAnew } from "./damage.ts";
import type { Random } from "./random.ts";
import { type Answer, answerOf, expectSame, expectSane, PROGRAM, World } from "./world.ts";

const COMMANDS: readonly (readonly string[])[] = [
  ["list", "--template", "{{slug}} {{title}} {{words}}"],
  ["list", "-n", "5", "-s", "title"],
  ["tags"],
  ["search", "needle", "--template", "{{slug}}"],
  ["search", "note:note", "-0"],
  ["links", "--json"],
  ["check"],
  ["show", "essay-3"],
];

function writeLibrary({ library }: World, essays: number): void {
  const filler = Array.from({ length: 200 }, (_, nth) => `word${(nth * 7919) % 1000}`).join(" ");
  for (let nth = 0; nth < essays; nth++) {
    const needle =
      nth % 5 === 0 ? "A needle[^1].\n\n[^1]: A note." : `To [the next](/essay-${(nth + 1) % essays}).`;
    const text = `---\ntitle: Essay ${nth}\norder: ${nth}\ntags: [tag${nth % 4}]\n---\n\n${filler}\n\n${needle}\n`;
    writeFileSync(join(library, `essay-${nth}.md`), text);
  }
}

function indexIn({ cache }: World): string | undefined {
  const name = readdirSync(cache).find((one) => one.endsWith(".sqlite"));
  return name === undefined ? undefined : join(cache, name);
}

/** The answers of a run without an index, each asked once. */
class Reference {
  readonly #world: World;
  readonly #known = new Map<string, Answer>();

  constructor(world: World) {
    this.#world = world;
  }

  async of(command: readonly string[]): Promise<Answer> {
    const key = command.join(" ");
    const known = this.#known.get(key) ?? (await this.#world.run(at(command, this.#world), ""));
    this.#known.set(key, known);
    return known;
  }

  async expect(command: readonly string[], answer: Answer, after: string): Promise<void> {
    const wanted = await this.of(command);
    const of = `${command.join(" ")} after ${after}`;
    expectSane(answer, of);
    expectSame(answer.out, wanted.out, of);
    expectSame(answer.err, wanted.err, `${of}, on standard error`);
    if (answer.code !== wanted.code) throw new Error(`${of}: ended with ${answer.code}, not ${wanted.code}`);
  }
}

function at([command = "", ...rest]: readonly string[], { library }: World): string[] {
  return [command, "-d", library, ...rest];
}

async function inLibrary(
  essays: number,
  trial: (world: World, reference: Reference) => Promise<void>,
): Promise<void> {
  const world = new World();
  try {
    writeLibrary(world, essays);
    await trial(world, new Reference(world));
  } finally {
    world.close();
  }
}

/** Damage that can be seen: the file is not as ibid left it. */
export function index(chance: Random): Promise<void> {
  return inLibrary(30, async (world, reference) => {
    for (let round = 0; round < 4; round++) {
      const command = chance.one(COMMANDS);
      await reference.expect(command, await world.run(at(command, world)), "nothing");
      const file = indexIn(world);
      const how = file === undefined ? "nothing" : damage(file, chance);
      const next = chance.one(COMMANDS);
      await reference.expect(next, await world.run(at(next, world)), how);
    }
  });
}

/** Bits that flip on the disk, so that the file seems to be as ibid left it: nothing breaks, and it is the last time. */
export function disk(chance: Random): Promise<void> {
  return inLibrary(30, async (world) => {
    await world.run(at(["list"], world));
    const file = indexIn(world)!;
    const how = damage(file, chance);
    stampAnew(file);
    for (const command of [chance.one(COMMANDS), chance.one(COMMANDS), chance.one(COMMANDS)])
      expectSane(
        await world.run(at(command, world)),
        `${command.join(" ")} after ${how}, with a stamp that fits`,
      );
  });
}

/** Kills at any moment, while files change. */
export function kills(chance: Random): Promise<void> {
  return inLibrary(60, async (world, reference) => {
    for (let round = 0; round < 6; round++) {
      if (chance.next() < 0.3) rmSync(indexIn(world) ?? join(world.cache, "none"), { force: true });
      for (let nth = chance.below(40); nth > 0; nth--) {
        const now = new Date(Date.now() - chance.below(1e9));
        utimesSync(join(world.library, `essay-${chance.below(60)}.md`), now, now);
      }
      const child = world.start(at(chance.one(COMMANDS), world));
      const killed = answerOf(child);
      setTimeout(() => child.kill("SIGKILL"), chance.between(20, 250));
      await killed;
    }
    const command = chance.one(COMMANDS);
    await reference.expect(command, await world.run(at(command, world)), "kills");
  });
}

/** No room on the disk for the index: a bound on the size of files stands for it. */
export function full(chance: Random): Promise<void> {
  return inLibrary(30, async (world, reference) => {
    const command = chance.one(COMMANDS);
    const blocks = chance.below(200);
    const child = spawn(
      "bash",
      ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, PROGRAM, ...at(command, world)],
      { env: world.env(), cwd: world.folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    const answer = await answerOf(child);
    // The system may end what writes beyond the bound (SIGXFSZ); what is left must not mislead the next.
    if (answer.code !== null && answer.code < 128) {
      expectSane(answer, `${command.join(" ")} with ${blocks} blocks`);
      expectSame(answer.out, (await reference.of(command)).out, `${command.join(" ")} with ${blocks} blocks`);
    }
    await reference.expect(command, await world.run(at(command, world)), "a full disk");
  });
}

/** Twenty first starts at once. */
export function crowd(chance: Random): Promise<void> {
  return inLibrary(40, async (world, reference) => {
    rmSync(world.cache, { recursive: true });
    const commands = chance.many(20, () => chance.one(COMMANDS));
    const answers = await Promise.all(commands.map((command) => world.run(at(command, world))));
    for (const [nth, answer] of answers.entries()) {
      expectSane(answer, commands[nth]!.join(" "));
      expectSame(
        answer.out,
        (await reference.of(commands[nth]!)).out,
        `${commands[nth]!.join(" ")}, one of twenty`,
      );
    }
    await reference.expect(["tags"], await world.run(at(["tags"], world)), "a crowd");
  });
}
