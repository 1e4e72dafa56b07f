// A blog's configuration as the oracle is given it: one table, merged by Hugo's rules, without what
// belongs to a theme; names that 0.147 refuses are told by their new ones.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { parseYaml as parseAsHugo } from "../../src/hugo/config/parse-yaml.ts";

export type Table = { [key: string]: unknown };

export function readSiteConfig(dir: string): Table {
  const names = ["hugo", "config"].flatMap((n) => ["toml", "yaml", "yml", "json"].map((e) => `${n}.${e}`));
  const rootFile = names.find((name) => existsSync(path.join(dir, name)));
  const folders = ["config/_default", "config/production"].filter((folder) =>
    existsSync(path.join(dir, folder)),
  );
  if (!rootFile && folders.length === 0)
    throw new Error(`${dir} has no configuration file (hugo.yaml and the like)`);
  const config = rootFile ? lowered(parse(path.join(dir, rootFile))) : {};
  for (const folder of folders) {
    for (const name of readdirSync(path.join(dir, folder)).sort()) {
      if (/\.(toml|ya?ml|json)$/.test(name))
        merge(config, nested(name, lowered(parse(path.join(dir, folder, name)))));
    }
  }
  return withoutTheme(withNewNames(config));
}

function parse(file: string): Table {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  if (file.endsWith(".toml")) return parseToml(text, { integersAsBigInt: "asNeeded" });
  return (file.endsWith(".json") ? JSON.parse(text) : yaml(text)) ?? {};
}

/** What the package refuses and go-yaml does not is read as publishing reads it. */
function yaml(text: string): unknown {
  try {
    return parseYaml(text, { uniqueKeys: false });
  } catch {
    return parseAsHugo(text).root;
  }
}

const isTable = (value: unknown): value is Table =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** TOML has no null. */
function lowered(table: Table): Table {
  const out: Table = {};
  for (const [key, value] of Object.entries(table)) {
    if (value === null || value === undefined) continue;
    out[key.toLowerCase()] = isTable(value)
      ? lowered(value)
      : Array.isArray(value)
        ? value.filter((item) => item !== null).map((item) => (isTable(item) ? lowered(item) : item))
        : value;
  }
  return out;
}

/** `menus.vi.toml` is `languages.vi.menus`. */
function nested(file: string, value: Table): Table {
  const [name = "", lang] = file
    .toLowerCase()
    .replace(/\.\w+$/, "")
    .split(".");
  const isRoot = name === "hugo" || name === "config";
  const own =
    isRoot || (name === "languages" && lang) ? value : { [name === "menu" ? "menus" : name]: value };
  return lang ? { languages: { [lang]: own } } : own;
}

function merge(target: Table, source: Table): void {
  for (const [key, value] of Object.entries(source)) {
    const old = target[key];
    if (isTable(old) && isTable(value)) merge(old, value);
    else target[key] = value;
  }
}

const NEW_NAMES: { [old: string]: [string, string] } = {
  paginate: ["pagination", "pagersize"],
  paginatepath: ["pagination", "path"],
};

function withNewNames(config: Table): Table {
  const languages = isTable(config.languages) ? Object.values(config.languages).filter(isTable) : [];
  for (const owner of [config, ...languages]) {
    for (const [old, [table, name]] of Object.entries(NEW_NAMES)) {
      if (owner[old] !== undefined) merge(owner, { [table]: { [name]: owner[old] } });
      delete owner[old];
    }
    owner.menus ??= owner.menu;
    if (owner.menus === undefined) delete owner.menus;
    delete owner.menu;
  }
  if (config.rsslimit !== undefined) merge(config, { services: { rss: { limit: config.rsslimit } } });
  return config;
}

function withoutTheme(config: Table): Table {
  for (const key of "theme module rsslimit author minify enablegitinfo publishdir build".split(" "))
    delete config[key];
  return config;
}
