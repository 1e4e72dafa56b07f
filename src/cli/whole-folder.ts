// A folder that is made elsewhere and then renamed: one that is there is whole.

import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";

/** `fill` is given the folder to fill. Whoever comes second, in this process or another one, made the same: the first stays. */
export async function makeWholeFolder(
  folder: string,
  fill: (fresh: string) => Promise<unknown>,
): Promise<void> {
  const fresh = `${folder}.${crypto.randomUUID().slice(0, 8)}`;
  await mkdir(fresh, { recursive: true });
  try {
    await fill(fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
}
