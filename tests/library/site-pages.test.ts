import { expect, test } from "vitest";
import { SitePages } from "../../src/library/check/site-pages.ts";
import { temporaryLibrary } from "../support/library.ts";

test.each([
  ["_redirects", "/old  /new  301\n/*  /index.html  200\n"],
  ["netlify.toml", '[[redirects]]\nfrom = "/old/"\nto = "/new"\n'],
  ["vercel.json", '{"redirects":[{"source":"/old"}]}'],
  ["hugo.toml", "[redirects]\nfrom = ['https://site.example/old.html']\n"],
])("redirects of %s are pages of the site", (name, text) => {
  const pages = new SitePages(temporaryLibrary({ [name]: text }));
  for (const path of ["/old", "/old/", "/old.html"]) expect([path, pages.has(path)]).toEqual([path, true]);
  for (const path of ["/ol", "/older", "/nowhere"]) expect([path, pages.has(path)]).toEqual([path, false]);
});
