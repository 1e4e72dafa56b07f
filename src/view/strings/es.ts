// Spanish.

import type { Language } from "./language.ts";

export const es: Language = {
  phrases: {
    prev_page: "Anterior",
    next_page: "Siguiente",
    read_time: { one: "1 min", other: "{{ .Count }} min" },
    words: { one: "1 palabra", other: "{{ .Count }} palabras" },
    toc: "Tabla de contenidos",
    translations: "Traducciones",
    home: "Inicio",
    edit_post: "Editar",
    code_copy: "Copiar",
    code_copied: "¡Copiado!",
    skip_link: "Ir al contenido",
    menu: "Menú",
    breadcrumbs: "Ruta de la página",
    pagination: "Páginas",
    languages: "Idiomas",
    tags: "Etiquetas",
    share: "Compartir",
    canonical: "Publicado originalmente en",
    theme_toggle: "Claro u oscuro",
    scroll_top: "Volver arriba",
    show_comments: "Mostrar los comentarios",
    series: "Serie",
    not_found: "Página no encontrada",
    not_found_hint:
      "No hay nada publicado en esta dirección. Puede que la página se haya movido, o que nunca existiera.",
    search: "Buscar",
    search_none: "No se ha encontrado nada.",
    search_hint: "Pruebe con menos palabras o con otras. Las palabras entre comillas deben ir seguidas.",
  },
  plural: (count) => (count === 1 ? "one" : "other"),
};
