/**
 * ^Z.
 */

/** Lends the terminal to another program for the time of the callback. */
export type Suspend = (callback: () => Promise<void>) => Promise<void>;

/** Gives the terminal back and stops, as ^Z does, the whole job with it; goes on when the shell says so. */
export async function suspendProcess(suspend: Suspend | undefined, onStop: () => void): Promise<void> {
  await suspend?.(
    () =>
      new Promise((resolve) => {
        process.off("SIGTSTP", onStop);
        process.once("SIGCONT", () => {
          process.on("SIGTSTP", onStop);
          resolve();
        });
        process.kill(0, "SIGTSTP");
      }),
  );
}
