// German. Months, days and the order of a date as the Unicode locale data has them, so that dates read as Hugo's do.

import { type Language, TIME_24, words } from "./language.ts";

export const de: Language = {
  phrases: {
    prev_page: "Zurück",
    next_page: "Weiter",
    read_time: { one: "1 Minute", other: "{{ .Count }} Minuten" },
    words: { one: "1 Wort", other: "{{ .Count }} Wörter" },
    toc: "Inhaltsverzeichnis",
    translations: "Übersetzungen",
    home: "Startseite",
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
  calendar: {
    months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    monthsShort: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
    days: words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
    daysShort: words("So. Mo. Di. Mi. Do. Fr. Sa."),
    date: {
      full: "Monday, 2. January 2006",
      long: "2. January 2006",
      medium: "02.01.2006",
      short: "02.01.06",
    },
    time: TIME_24,
  },
  plural: (count) => (count === 1 ? "one" : "other"),
};
