/**
 * docs/recipes.md: each shell command there is run, on a copy of the essays that ship. Programs that take keys, make a
 * sound or may be missing have stand-ins in `tests/fixtures/recipes`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { expect, test } from "vitest";
import { commandsIn } from "../support/commands.ts";
import { temporaryLibrary } from "../support/library.ts";
import { shell, shippedEssays } from "../support/program.ts";

const recipes = recipesOf(readFileSync(join(import.meta.dirname, "../../docs/recipes.md"), "utf8"));

/** The shell code of each recipe, by its heading. */
function recipesOf(page: string): Map<string, string> {
  const found = new Map<string, string>();
  let heading = "";
  for (const token of marked.lexer(page)) {
    if (token.type === "heading") heading = token["text"] as string;
    if (token.type === "code" && token["lang"] === "sh") found.set(heading, token["text"] as string);
  }
  return found;
}

/** What a recipe prints, or leaves in a file, by its heading. */
const expected: Record<
  string,
  { prints?: RegExp[]; file?: [name: string, content: RegExp]; needs?: string }
> = {
  "Choose with fzf": { prints: [/^# Start here$/m] },
  "Search the sources with ripgrep": { prints: [/marginalia\/index\.md:.*ogham/i] },
  "List what you have not read": { prints: [/marginalia/, /the-measure/] },
  "Count and extract with jq": { prints: [/^\d{4,}$/m, /^1\. \S/m, /\.md:\d+$/m], needs: "jq" },
  "Give a library to a language model": {
    prints: [/asked "What do these essays say about footnotes\?" of \d{3,} words/],
    file: ["history.jsonl", /^\{.*"marginalia".*\}$/m],
  },
  "Draw a map of the library": { file: ["essays.svg", /<text>[1-9]\d* arrows/] },
  "Have an essay read out": { prints: [/Marginalia/] },
  "Send a page to somebody": { file: ["marginalia.html", /^<!doctype html>[^]*<\/html>\s*$/i] },
  "Read a tag on an e-reader": { file: ["history.epub", /^PK.*mimetypeapplication\/epub\+zip/] },
  "Read a feed in newsboat": { prints: [/^ *A feed's article, set by ibid\.$/m] },
  "Go through the findings of check in vim": { prints: [/broken\.md:1:\d+: .*gone/] },
  "Fix what can be fixed safely": { file: ["fixes.patch", /^-\[\^1\] A note\.\n\+\[\^1\]: A note\.$/m] },
  "Check before each commit": {},
  "Read an Obsidian vault": { prints: [/Reading/, /Notes on Reading|notes-on-reading/i] },
  "Read the checkout of a Hugo site": { prints: [/First post/] },
};

/** The folder that the recipes are run in: a library with two faults, a vault, a site, a feed; and `ibid` as a command. */
function workplace(): { folder: string; env: Record<string, string> } {
  const folder = temporaryLibrary({
    "broken.md": "A citation.[^1] [Nowhere](gone.md)\n\n[^1] A note.\n",
    "vault/Reading.md": "See [[Notes on Reading]]. %% private %%\n",
    "vault/Notes on Reading.md": "> [!tip] Slowly\n> Read it twice.\n",
    "site/hugo.toml": 'baseURL = "https://example.org/"\n',
    "site/content/posts/first.md":
      "---\ntitle: First post\ndate: 2024-03-01\n---\nIt leads [on](https://example.org/posts/second/).\n",
    "site/content/posts/second.md": "---\ntitle: Second post\ndate: 2024-03-02\n---\nIt ends here.\n",
    "feed.xml":
      "<rss><item><description><![CDATA[<p>A feed's <em>article</em>, set by ibid.</p>]]></description></item></rss>\n",
  });
  cpSync(shippedEssays, join(folder, "essays"), { recursive: true });
  cpSync(join(folder, "broken.md"), join(folder, "essays/broken.md"));
  const PATH = commandsIn(folder);
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  return { folder, env: { HOME: folder, PATH, IBID_STATE: join(folder, "state"), IBID_CONFIG: "" } };
}

function isInstalled(command: string | undefined): boolean {
  if (command === undefined) return true;
  try {
    execFileSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("every recipe with a command is expected to do something, and no other", () => {
  expect(Object.keys(expected).sort()).toEqual([...recipes.keys()].sort());
});

const known = Object.entries(expected).map(([heading, wanted]) => ({ heading, ...wanted }));

test.for(known)("$heading", async ({ heading, prints = [], file, needs }, { skip }) => {
  if (!isInstalled(needs))
    skip(`${needs} has no stand-in, for its work is the recipe, and it is not installed`);
  const { folder, env } = workplace();
  const command = recipes.get(heading) ?? "";
  const { out, err, code } = await shell(`unset -f ibid; set -o pipefail\n${command}`, [], {
    cwd: folder,
    env,
  });
  const left = file === undefined ? "" : readFileSync(join(folder, file[0]), "utf8");
  for (const pattern of prints) expect(out, err).toMatch(pattern);
  expect(left, err).toMatch(file?.[1] ?? /^$/);
  // `check` exits with 1, for the library has two faults.
  expect([0, command.includes("ibid check") ? 1 : 0], err).toContain(code);
});

test("the hook refuses a commit with a fault, and lets one without pass", async () => {
  const { folder, env } = workplace();
  const commit =
    "git -c user.name=A -c user.email=a@example.org commit --quiet -m x && echo committed || echo refused";
  const command = `set -e\n${recipes.get("Check before each commit")}\ngit add essays/marginalia\n${commit}\ngit add essays/broken.md\n${commit}`;
  const { out } = await shell(command, [], { cwd: folder, env });
  expect(out).toMatch(/^committed\n[^]*refused\n$/);
});
