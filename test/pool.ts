// What costs a second to open is opened once and emptied for the next test that asks: a test has it for
// itself until it ends, and it is closed with the test file.

import { after } from "node:test";

export interface Pooled<T> {
  open(): Promise<T>;
  /** Makes it as it was when it was opened. */
  empty(thing: T): Promise<void>;
  close(thing: T): Promise<void>;
}

/** To be called while the file's modules load: then it outlives every test of it. */
export function createPool<T>({ open, empty, close }: Pooled<T>): () => Promise<T> {
  const idle: T[] = [];
  let isOver = false;
  after(async () => {
    isOver = true;
    await Promise.all(idle.map(close));
  });

  return async () => {
    const used = idle.pop();
    if (used !== undefined) await empty(used);
    const thing = used ?? (await open());
    after(async () => {
      if (isOver) await close(thing);
      else idle.push(thing);
    });
    return thing;
  };
}
