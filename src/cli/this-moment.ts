// Now, in the zone of the machine that the author sits at.

import type { Moment } from "../site/moment.ts";

export function momentOfThisMachine(): Moment {
  const now = new Date();
  return { epoch: Math.floor(now.getTime() / 1000), offset: -now.getTimezoneOffset() };
}
