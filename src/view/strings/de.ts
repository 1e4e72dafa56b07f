// German.

import type { Language } from "./language.ts";

export const de: Language = {
  phrases: {
    prev_page: "Vorherige",
    next_page: "Nächste",
    read_time: { one: "1 Minute", other: "{{ .Count }} Minuten" },
    words: { one: "1 Wort", other: "{{ .Count }} Wörter" },
    toc: "Inhaltsverzeichnis",
    translations: "Übersetzungen",
    home: "Home",
    edit_post: "Bearbeiten",
    code_copy: "Kopieren",
    code_copied: "Kopiert!",
    skip_link: "Zum Inhalt",
    menu: "Menü",
    breadcrumbs: "Standort",
    pagination: "Seiten",
    languages: "Sprachen",
    tags: "Schlagwörter",
    share: "Teilen",
    canonical: "Zuerst erschienen bei",
    theme_toggle: "Hell oder dunkel",
    scroll_top: "Nach oben",
    show_comments: "Kommentare anzeigen",
    series: "Reihe",
    not_found: "Seite nicht gefunden",
    not_found_hint:
      "Unter dieser Adresse ist nichts veröffentlicht. Die Seite ist umgezogen, oder es gab sie nie.",
    search: "Suche",
    search_none: "Nichts gefunden.",
    search_hint:
      "Versuchen Sie weniger oder andere Wörter. Wörter in Anführungszeichen müssen nebeneinander stehen.",
  },
  plural: (count) => (count === 1 ? "one" : "other"),
};
