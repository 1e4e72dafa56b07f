// `deckle init`: a new blog in an empty folder, for somebody who never used Hugo. Few files, each one
// meant to be changed.

import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { formatRfc3339 } from "../site/moment.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure, errorCode } from "./failure.ts";
import { momentOfThisMachine } from "./this-moment.ts";

const help = `deckle init DIR

Makes a new blog in DIR: a short hugo.yaml, an about page, an archive and a first post.`;

async function run(args: string[]): Promise<void> {
  const { positionals } = parseOptions(args, {}, ["DIR"]);
  const [given] = positionals;
  if (given === undefined) throw new CommandFailure("Where? Name a folder: npx deckle init ../my-blog", 2);
  const folder = resolve(given);
  const there = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    if (errorCode(error) === "ENOTDIR") throw new CommandFailure(`${folder} is a file. Name another folder.`);
    throw error;
  });
  if (there.length > 0) {
    throw new CommandFailure(
      `${folder} is not empty (${there.slice(0, 3).join(", ")}${there.length > 3 ? ", …" : ""}), and nothing in it was touched. ` +
        "Name a new folder; a Hugo site that you have already needs no init.",
    );
  }
  for (const [name, text] of Object.entries(newBlog(basename(folder)))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text, { flag: "wx" });
  }
  const shown = relative(process.cwd(), folder) || ".";
  console.log(`A new blog is in ${folder}. What next:

  npm start -- --site ${shown}
  npx deckle new "My second post" --site ${shown}`);
}

export function newBlog(name: string): { [path: string]: string } {
  const now = formatRfc3339(momentOfThisMachine());
  const title = name.replace(/[-_]+/g, " ").replace(/^./, (letter) => letter.toUpperCase());
  return {
    "hugo.yaml": `# The whole configuration. What Hugo knows of it means the same here:
# https://gohugo.io/configuration/all/

title: ${JSON.stringify(title)}
# The blog's address once it is public. On this machine it is not needed.
baseURL: ""
languageCode: en
# Dates without a zone are read, and new posts are dated, in this one.
timeZone: ${JSON.stringify(Intl.DateTimeFormat().resolvedOptions().timeZone)}

params:
  description: "Notes, written in Markdown."
  homeInfoParams:
    Title: ${JSON.stringify(title)}
    Content: "Change this text, and everything else, in hugo.yaml."

menu:
  main:
    - { name: Archive, url: /archives/, weight: 10 }
    - { name: Tags, url: /tags/, weight: 20 }
    - { name: About, url: /about/, weight: 30 }
`,
    "content/about.md": `---
title: About
---

Who writes here, and about what.
`,
    "content/archives.md": `---
title: Archive
layout: archives
---
`,
    "content/posts/hello.md": `---
title: Hello
date: ${now}
tags: [first]
---

This is the first post. It is the file \`content/posts/hello.md\`: change it, save it, and look at the page.

<!--more-->

What stands above this line is shown in lists. Below it may stand whatever Markdown can say:

- **bold**, *emphasised*, ~~struck out~~, \`code\`;
- [links](https://gohugo.io/content-management/), footnotes[^1], tables and pictures.

A picture lies best beside its text: make a folder \`content/posts/my-trip/\`, write \`index.md\` in it, put
\`sea.jpg\` next to that, and show it with \`![The sea](sea.jpg)\`.

[^1]: This is one.
`,
    ".gitignore":
      "# What Deckle keeps on this machine.\n.deckle/\n# What Hugo builds.\npublic/\nresources/\n",
  };
}

export const init: Verb = { help, run };
