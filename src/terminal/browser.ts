/**
 * The system's browser.
 */

/** Passes an address to the browser, without a shell; throws if there is none, or if it fails at once. */
export async function openInBrowser(address: string, onFailure: () => void): Promise<void> {
  const { default: open } = await import("open");
  const started = await open(address);
  // Without a browser, the launcher may still start, and then fail.
  started.once("exit", (code) => {
    if (code !== 0) onFailure();
  });
}
