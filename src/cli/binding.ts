/**
 * Essays bound together: in a page for a browser, or in a book.
 */
import { basename } from "node:path";
import type { Session } from "../app/session.ts";
import { languageOfText } from "../essay/text-language.ts";
import { HtmlWriter } from "../formats/html/writer.ts";
import type { Markup } from "../formats/html/markup.ts";
import { htmlPage } from "../formats/html/page.ts";
import type { ShownEssay } from "../formats/shown-essay.ts";
import { Pictures } from "../library/pictures.ts";
import { siteAddress } from "../library/site-address.ts";
import { withMathematics } from "./with-mathematics.ts";
import type { Shown } from "./shown.ts";
import type { Writer } from "./writer.ts";

/** The writer of a format that binds essays: `html` or `epub`. */
export async function binding(session: Session, format: "html" | "epub"): Promise<Writer> {
  const { title, embed, places, language: usual } = session.options;
  const epub = format === "epub" ? await import("../formats/epub/book.ts") : undefined;
  const pictures = epub || embed ? new Pictures() : undefined;
  const essays: ShownEssay[] = [];
  return {
    async add(shown) {
      const { root, open, essay } = shown;
      const language = languageOfText(essay, open.source.body, usual);
      const site = places.site ?? (root === undefined ? undefined : siteAddress(root));
      const whole = {
        ...(await withMathematics(shown)),
        ...(pictures && illustrated(shown, pictures)),
        site,
        language: language === "und" ? undefined : language,
      };
      // An essay that can't be written throws here, and is left out.
      new HtmlWriter(whole, TRIAL).body();
      essays.push(whole);
      return "";
    },
    end() {
      const content = epub ? epub.epubOf(essays, title ?? titleOf(essays, session)) : htmlPage(essays, title);
      for (const reason of pictures?.refused ?? []) session.say(reason);
      return content;
    },
  };
}

const TRIAL: Markup = { prefix: "", notes: "beside", link: (href) => href, image: (_, alt) => alt };

/** The function that finds the pictures of an essay. */
function illustrated({ root, essay }: Shown, pictures: Pictures): Pick<ShownEssay, "picture"> {
  return root === undefined ? {} : { picture: (src) => pictures.at(src, essay.file, root) };
}

/** The title of a book of several essays: the tags that chose them, else the name of the library's folder. */
function titleOf(essays: readonly ShownEssay[], session: Session): string {
  if (essays.length === 1) return essays[0]!.essay.title;
  const tags = session.options.choice.tags?.flat() ?? [];
  return tags.length > 0 ? tags.join(", ") : basename(session.locate().root);
}
