// Portuguese. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const pt: Settings["strings"] = {
  prev_page: "Página anterior",
  next_page: "Próxima página",
  read_time: { one: "1 minuto", other: "{{ .Count }} minutos" },
  words: { one: "{{ .Count }} palavra", other: "{{ .Count }} palavras" },
  toc: "Conteúdo",
  translations: "Traduções",
  home: "Início",
  edit_post: "Editar",
  code_copy: "Copiar",
  code_copied: "Copiado!",
  skip_link: "Ir para o conteúdo",
  menu: "Menu",
  breadcrumbs: "Localização",
  pagination: "Páginas",
  languages: "Idiomas",
  tags: "Tags",
  share: "Compartilhar",
  canonical: "Publicado originalmente em",
  theme_toggle: "Claro ou escuro",
  scroll_top: "Voltar ao topo",
  show_comments: "Mostrar comentários",
  series: "Série",
  not_found: "Página não encontrada",
  not_found_hint:
    "Nada foi publicado neste endereço. A página pode ter mudado de lugar ou nunca ter existido.",
  search: "Buscar",
  search_none: "Nada foi encontrado.",
  search_hint: "Tente menos palavras, ou outras. Palavras entre aspas devem vir uma após a outra.",
};
