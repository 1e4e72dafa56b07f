// Which frames a page's policy must allow: the ones that its markup has, and no others.

const ANY = ["'self'", "https:"];

/** Sources of its `frame-src`: where a click leads (publish/enrich/embed.ts); all for a frame of the author's own. */
export function frameSources(markup: string): string[] {
  const frames = markup.match(/<iframe\b[^<>]*/gi) ?? [];
  return [...new Set(frames.flatMap((frame) => /\sdata-frame="([^"]+)"/.exec(frame)?.[1] ?? ANY))];
}
