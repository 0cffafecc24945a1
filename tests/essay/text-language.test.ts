import { expect, test } from "vitest";
import { detectedLanguage, languageOfText } from "../../src/essay/text-language.ts";

test("what the essay says goes before what is usual, and that before what the words are of", () => {
  const text = "The words of the text are in the language of the birds";
  expect(languageOfText({ data: { lang: "fr" }, path: "a.de.md" }, text, "it")).toBe("fr");
  expect(languageOfText({ data: {}, path: "a.de.md" }, text, "it")).toBe("de");
  expect(languageOfText({ data: {}, path: "a.md" }, text, "it")).toBe("it");
  expect(languageOfText({ data: {}, path: "a.md" }, text)).toBe("en");
});

/** The first article of the Universal Declaration of Human Rights. */
test.each([
  [
    "en",
    "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience.",
  ],
  [
    "de",
    "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
  ],
  [
    "fr",
    "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.",
  ],
  [
    "es",
    "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
  ],
  [
    "it",
    "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza.",
  ],
  [
    "pt",
    "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, devem agir uns para com os outros em espírito de fraternidade.",
  ],
  [
    "nl",
    "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen.",
  ],
  [
    "sv",
    "Alla människor är födda fria och lika i värde och rättigheter. De har utrustats med förnuft och samvete och bör handla gentemot varandra i en anda av gemenskap.",
  ],
  [
    "pl",
    "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
  ],
  ["uk", "Всі люди народжуються вільними і рівними у своїй гідності та правах."],
  ["ru", "Все люди рождаются свободными и равными в своём достоинстве и правах."],
  ["el", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."],
  ["und", "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"],
  ["und", "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند."],
  ["en", "Lorem"],
  ["en", ""],
])("%s: %s", (language, text) => {
  expect(detectedLanguage(text)).toBe(language);
});
