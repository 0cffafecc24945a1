/** What the program uses of hyphenopoly, which has no types of its own. */
declare module "hyphenopoly" {
  const hyphenopoly: {
    config(options: {
      readonly require: readonly string[];
      readonly hyphen: string;
      readonly sync: true;
      readonly loaderSync: (file: string) => Uint8Array;
    }): Map<string, (text: string) => string>;
  };
  export default hyphenopoly;
}
