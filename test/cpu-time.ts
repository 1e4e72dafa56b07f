// How long hostile input keeps a process busy. Not by the clock, which other work on the machine holds up.

/** Milliseconds of processor time that this process has had. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
