// `deckle new`: begins a post: a file with front matter and nothing else, named after its title.

import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { HugoConfig } from "../hugo/config/config.ts";
import { writeContentFile } from "../hugo/content/edit-front-matter.ts";
import { contentPathsOf } from "../hugo/content/path.ts";
import { foldToAscii } from "../hugo/content/slug.ts";
import { mainSectionsOf } from "../publish/open-site.ts";
import { parseFilePath } from "../site/change-set.ts";
import { formatRfc3339 } from "../site/moment.ts";
import { parseOptions, type Verb } from "./command-line.ts";
import { CommandFailure, errorCode } from "./failure.ts";
import { readFolderConfig } from "./folder-config.ts";
import { openSiteFolder } from "./site-folder.ts";
import { momentOfThisMachine } from "./this-moment.ts";

const help = `deckle new TITLE [--site DIR] [--section NAME] [--draft]

Makes content/<section>/<title in ASCII>.md with front matter, and prints its path; where the default
language has a content folder of its own (content/vi), the file lies there.

  --site DIR      the site's folder (the current one)
  --section NAME  the folder below content/ (the first of mainSections, else the one with most pages, else posts)
  --draft         not to be seen by readers yet`;

const options = {
  site: { type: "string", default: "." },
  section: { type: "string" },
  draft: { type: "boolean", default: false },
} as const;

/** Characters: a file system takes 255 bytes, and an address should be read. */
const LONGEST_NAME = 120;

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, options, ["TITLE"]);
  const title = positionals[0]?.trim().normalize("NFC") ?? "";
  if (title === "") throw new CommandFailure('What is its title? npx deckle new "My first post"', 2);
  const name = foldToAscii(title).slice(0, LONGEST_NAME).replace(/-+$/, "");
  if (name === "")
    throw new CommandFailure(
      `'${title}' has no letter or digit to name a file after: choose another title.`,
      2,
    );
  const { folder } = await openSiteFolder(resolve(values.site));
  const config = await readFolderConfig(folder);
  const section = values.section ?? (await mainSection(folder, config)) ?? "posts";
  const path = parseFilePath(`${contentFolder(config)}/${section}/${name}.md`);
  if (path === null) throw new CommandFailure(`'${section}' cannot be a section's name.`, 2);
  const disk = join(folder, path);
  await mkdir(dirname(disk), { recursive: true });
  await writeFile(disk, beginPost(title, values.draft), { flag: "wx" }).catch((error: unknown) => {
    if (errorCode(error) === "EEXIST")
      throw new CommandFailure(`${disk} exists already, and was not touched.`);
    throw error;
  });
  console.log(relative(process.cwd(), disk));
}

/** The first of the default language's, as its folder is written; `null` when it has no posts yet. */
async function mainSection(folder: string, config: HugoConfig): Promise<string | null> {
  const names = await readdir(join(folder, "content"), { recursive: true }).catch(() => []);
  const files = names.map((name) => `content/${name.split(sep).join("/")}`);
  const lang = config.defaultContentLanguage;
  const main = mainSectionsOf(files, config)[lang]?.[0];
  if (main === undefined) return null;
  const there = files
    .flatMap((file) => contentPathsOf(file, config))
    .find(({ section, language }) => section === main && language.lang === lang);
  return there?.originalPath.split("/")[1] ?? main;
}

/** Of the default language. */
const contentFolder = ({ languages, defaultContentLanguage }: HugoConfig): string =>
  languages.find(({ lang }) => lang === defaultContentLanguage)?.contentDir ?? "content";

function beginPost(title: string, draft: boolean): string {
  const date = formatRfc3339(momentOfThisMachine());
  return writeContentFile({ title, date, body: "", ...(draft ? { draft } : {}) });
}

export const newPost: Verb = { help, run };
