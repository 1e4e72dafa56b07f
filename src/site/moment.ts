// An instant as an author wrote it: the second it names and the offset it was written in, so that
// a date prints in the author's zone for ever, whatever zone the machine that prints it is in.

export interface Moment {
  /** Seconds since 1970-01-01T00:00:00Z. */
  epoch: number;
  /** Minutes east of UTC: 420 for `+07:00`. */
  offset: number;
}

/** 0001-01-01T00:00:00Z, Go's zero time: a date that nobody gave. */
export const ZERO_TIME: Moment = { epoch: -62_135_596_800, offset: 0 };

const two = (n: number): string => String(n).padStart(2, "0");

/** The moment's own calendar fields, as seen in its offset. `month` is 1 to 12, `weekday` 0 for Sunday. */
export function fieldsOf(moment: Moment) {
  const local = new Date((moment.epoch + moment.offset * 60) * 1000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay(),
  };
}

/** `+07:00`, `Z` for UTC. */
export function formatOffset(offset: number): string {
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/** RFC 3339 in the moment's own offset: `2024-03-09T10:11:33+07:00`. */
export function formatRfc3339(moment: Moment): string {
  const f = fieldsOf(moment);
  const date = `${String(f.year).padStart(4, "0")}-${two(f.month)}-${two(f.day)}`;
  return `${date}T${two(f.hour)}:${two(f.minute)}:${two(f.second)}${formatOffset(moment.offset)}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 1123 with a numeric zone, as Hugo writes `pubDate`: `Sat, 09 Mar 2024 10:11:33 +0700`. */
export function formatRfc1123(moment: Moment): string {
  const f = fieldsOf(moment);
  const zone = moment.offset === 0 ? "+0000" : formatOffset(moment.offset).replace(":", "");
  const time = `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
  return `${WEEKDAYS[f.weekday]}, ${two(f.day)} ${MONTHS[f.month - 1]} ${f.year} ${time} ${zone}`;
}
