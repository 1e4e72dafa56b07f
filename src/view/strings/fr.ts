// French.

import type { Language } from "./language.ts";

export const fr: Language = {
  phrases: {
    prev_page: "Précédent",
    next_page: "Suivant",
    read_time: { one: "1 min", other: "{{ .Count }} min" },
    words: { one: "{{ .Count }} mot", other: "{{ .Count }} mots" },
    toc: "Table des matières",
    translations: "Traductions",
    home: "Accueil",
    edit_post: "Modifier",
    code_copy: "Copier",
    code_copied: "Copié !",
    skip_link: "Aller au contenu",
    menu: "Menu",
    breadcrumbs: "Fil d’Ariane",
    pagination: "Pages",
    languages: "Langues",
    tags: "Étiquettes",
    share: "Partager",
    canonical: "Publié à l’origine sur",
    theme_toggle: "Clair ou sombre",
    scroll_top: "Haut de page",
    show_comments: "Afficher les commentaires",
    series: "Série",
    not_found: "Page introuvable",
    not_found_hint: "Rien n’est publié à cette adresse. La page a pu être déplacée, ou n’a jamais existé.",
    search: "Recherche",
    search_none: "Aucun résultat.",
    search_hint: "Essayez moins de mots, ou d’autres. Les mots entre guillemets doivent se suivre.",
  },
  plural: (count) => (count < 2 ? "one" : "other"),
};
