// A language of the site, and the engine itself, as a template sees them.

import type { LanguageConfig } from "../../config/config.ts";
import { fromParam, GoObject, type Value } from "../value.ts";

export class Language extends GoObject {
  readonly typeName = "*langs.Language";
  readonly #language: LanguageConfig;

  constructor(language: LanguageConfig) {
    super();
    this.#language = language;
  }

  member(name: string): Value | undefined {
    const { lang, languageCode, languageName, languageDirection, weight, title, params } = this.#language;
    switch (name) {
      case "Lang":
        return lang;
      case "LanguageCode":
        return languageCode || lang;
      case "LanguageName":
        return languageName;
      case "LanguageDirection":
        return languageDirection;
      case "Weight":
        return weight;
      case "Title":
        return title;
      case "Params":
        return fromParam(params);
    }
    return undefined;
  }

  override identity(): string {
    return this.#language.lang;
  }

  print(): string {
    return this.#language.lang;
  }
}

/** The version whose output Deckle follows. */
const VERSION = "0.147.6";

export class Engine extends GoObject {
  readonly typeName = "hugo.HugoInfo";
  readonly #data: Value;
  readonly #languages: number;

  constructor(data: Value, languages: number) {
    super();
    this.#data = data;
    this.#languages = languages;
  }

  member(name: string): Value | undefined {
    switch (name) {
      case "Version":
        return VERSION;
      case "Environment":
        return "production";
      case "IsProduction":
      case "IsExtended":
        return true;
      case "IsServer":
      case "IsDevelopment":
      case "IsMultihost":
        return false;
      case "IsMultilingual":
        return this.#languages > 1;
      case "Generator":
        return `<meta name="generator" content="Hugo ${VERSION}">`;
      case "WorkingDir":
      case "CommitHash":
      case "BuildDate":
        return "";
      case "Data":
        return this.#data;
    }
    return undefined;
  }

  print(): string {
    return VERSION;
  }
}
