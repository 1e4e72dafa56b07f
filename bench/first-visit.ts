// What a first visit of a text post carries besides the article: brotli bytes of the page less those of
// the article's own HTML, and how many requests the page makes for its looks.

import { brotliCompressSync, constants } from "node:zlib";
import type { Figure } from "./figure.ts";
import { addressOf, answerReader } from "./reader.ts";
import { samplePost } from "./sample-post.ts";
import { type BenchSite, NOW, urlPath } from "./site.ts";

/** The first window of a TCP connection: ten segments of 1,460 bytes. */
const FIRST_WINDOW = 14_600;
const LONG_ARTICLE = 10_000;

export async function measureFirstVisit(site: BenchSite): Promise<Figure> {
  const path = urlPath("/posts/bai-92000/");
  await site.publish([samplePost(92_000, LONG_ARTICLE)]);
  const html = await (await answerReader(site, new Request(addressOf(path)))).text();
  const { answer } = await site.reader.find(path, NOW);
  if (answer.type !== "page") throw new Error(`${path} is no page`);
  const { content } = answer.page;
  const [page, article] = [compressed(html), compressed(content)];
  const others =
    html.match(
      /<(?:script(?! defer)|img|iframe)\b[^>]*\ssrc=|<link\b[^>]*\srel="(?:stylesheet|icon|preload)"/g,
    ) ?? [];
  return {
    name: "first-visit-extra-bytes",
    value: page - article,
    raw: `${page} of brotli for a page with ${article} of article (${Buffer.byteLength(content)} uncompressed), ${1 + others.length} request`,
    broken: [
      ...(page > FIRST_WINDOW ? [`${page} bytes do not fit into the first ${FIRST_WINDOW}`] : []),
      ...(others.length > 0 ? [`the page asks for more: ${others.join(" ")}`] : []),
    ],
  };
}

/** As a cache compresses on its way out. */
const compressed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
