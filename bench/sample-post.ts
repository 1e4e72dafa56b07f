// Posts for the benchmark, the same in every run: Vietnamese and English prose of the length, and with the
// constructs, of an ordinary blog. In 6,499 posts of 92 public Hugo blogs, 6 KB of Markdown have in the mean 7
// headings, 11 list items, 4 links, 6 bold words, 8 code spans, 2 quotes, 0.3 tables, and 2 to 3 fences with
// 0.7 KB of code in a named language.

import type { SourceText } from "./site.ts";

const WORDS =
  "sáng nay trời mưa nhỏ phố vắng quán cà phê đầu ngõ mở cửa muộn hơn mọi ngày ngồi đọc lại những ghi chép cũ thấy chỗ buồn cười vẫn còn đúng giấy dó làm từ vỏ cây ngâm nấu giã rồi xeo từng tờ mép không bao giờ thẳng đường sau sáng như gương ai cũng đi chậm một chút nghệ thuật bếp lửa thuở hương khói quyển sách người thợ khắc gỗ edge paper press letter reader writer night train window harbour quiet margin draft ink folding honest morning slow page light measure city river bridge kitchen".split(
    " ",
  );

const CODE = `// Finds the posts that nobody has folded yet.
export async function unfolded(posts, { limit = 10 } = {}) {
  const found = posts.filter((post) => !post.folded && post.words > 200);
  for (const { title, date } of found.slice(0, limit)) {
    console.log(\`\${date.toISOString()}: \${title.trim()}\`);
  }
  return found.length === 0 ? null : found;
}
`;

const DAYS = 7_000;

/** `bytes` of Markdown, about; `n` varies words, tags and date (2010 to 2029). */
export function samplePost(n: number, bytes = 6000): SourceText {
  const day = new Date(Date.UTC(2010, 0, 1) + (n % DAYS) * 86_400_000).toISOString().slice(0, 10);
  const tags = [`tag ${n % 40}`, n % 2 === 0 ? "chung" : "riêng"];
  return {
    path: `content/posts/bai-${n}.md`,
    text: `---\ntitle: "Bài viết số ${n}: mưa và giấy"\ndate: ${day}T08:00:00+07:00\ntags: ${JSON.stringify(tags)}\ndescription: "Ghi chép thứ ${n}."\n---\n\n${sampleBody(n, bytes)}`,
  };
}

export function sampleBody(n: number, bytes: number): string {
  const next = randomNumbers(n);
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
  const sentence = () => `${words(14)}, ${words(6)}.`;
  const link = (k: number) => `[${words(2)}](https://example.org/${k})`;
  let body = "";
  for (let k = 0; Buffer.byteLength(body) < bytes; k++) {
    body += `## ${words(5)}\n\n${sentence()} **${words(2)}** ${sentence()} \`${words(1)}\` ${sentence()}\n\n`;
    if (k % 2 === 1) body += `- ${words(8)}\n- ${link(k)}\n- ${words(7)}\n- ${words(9)}\n\n`;
    else body += `${sentence()} ${sentence()} ${sentence()}\n\n`;
    if (k % 3 === 1) body += `\`\`\`js\n${CODE}\`\`\`\n\n`;
    if (k % 4 === 2) body += `> ${sentence()} ${link(k)}\n\n`;
    if ((n + k) % 20 === 3)
      body += `| ${words(1)} | ${words(2)} |\n|---|--:|\n| ${words(2)} | 41 |\n| ${words(3)} | 7 |\n\n`;
  }
  return body;
}

/** From 0 to 1, the same for the same seed (xorshift). */
function randomNumbers(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const SAMPLE_CONFIG = `baseURL: https://blog.example/
title: Sổ tay
languageCode: vi
timeZone: Asia/Ho_Chi_Minh
pagination: { pagerSize: 10 }
services: { rss: { limit: 10 } }
menu:
  main:
    - { name: Bài viết, url: /posts/, weight: 1 }
    - { name: Thẻ, url: /tags/, weight: 2 }
params:
  ShowReadingTime: true
  ShowPostNavLinks: true
  ShowBreadCrumbs: true
markup: { highlight: { noClasses: false } }
`;
