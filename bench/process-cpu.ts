// CPU time of a process, all threads, from Linux's /proc: the clock that a busy neighbour disturbs least.

import { readdirSync, readFileSync } from "node:fs";

/** Nanoseconds that the process has computed since it began. */
export function cpuNanoseconds(pid: number): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // the thread ended between the two calls
    }
  }
  return sum;
}

/** Processes that this one started, by the name of their program. */
export function childrenNamed(name: string): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry) && statOf(entry).startsWith(`(${name}) `))
    .filter((entry) => statOf(entry).split(" ")[2] === String(process.pid))
    .map(Number);
}

/** From the program's name on: `(workerd) S 4711 …`. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^\d+ /, "");
  } catch {
    return ""; // it ended between the two calls
  }
}

/** CPU of the children that have ended; in steps of 10 ms. */
export function endedChildrenNanoseconds(): number {
  const [user, system] = statOf(String(process.pid)).split(" ").slice(14);
  return (Number(user) + Number(system)) * 1e7;
}

export function assertMeasurable(): void {
  if (process.platform !== "linux") {
    throw new Error("CPU time per request is read from /proc: run the benchmark on Linux.");
  }
}

export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
