/**
 * Liquid's blocks within HTML, which are filled in before HTML is read: a comment is nothing, and highlighted code is preformatted text.
 *
 *     <div>{% comment %}…{% endcomment %}{# … #}{% highlight ruby %}…{% endhighlight %}</div>   ─▶   <div><pre>…</pre></div>
 */
const OPENING = /\{%-?\s{0,9}(comment|highlight)\b[^%{}\n]{0,200}%\}|\{#[^{}#\n]{0,300}#\}/g;

/** HTML without these blocks; `passed` returns what takes the place of the source of each. */
export function withoutLiquidsBlocks(html: string, passed: (source: string) => string): string {
  if (!/\{[%#]/.test(html)) return html;
  const next = new RegExp(OPENING);
  const missing = new Set<string>();
  let kept = "";
  let at = 0;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [opening, name] = match;
    const from = match.index + opening.length;
    const end =
      name === undefined
        ? { start: from, end: from }
        : missing.has(name)
          ? undefined
          : endOf(html, name, from);
    if (!end) {
      missing.add(name!);
      continue;
    }
    kept += html.slice(at, match.index) + passed(html.slice(match.index, end.end));
    if (name === "highlight") kept += preformatted(html.slice(from, end.start));
    at = next.lastIndex = end.end;
  }
  return kept + html.slice(at);
}

function endOf(
  html: string,
  name: string,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  const closing = new RegExp(String.raw`\{%-?\s{0,9}end${name}\s{0,9}-?%\}`, "g");
  closing.lastIndex = from;
  const match = closing.exec(html);
  return match ? { start: match.index, end: closing.lastIndex } : undefined;
}

function preformatted(code: string): string {
  return `<pre>${code.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
}
