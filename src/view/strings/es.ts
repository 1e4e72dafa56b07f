// Spanish. Months, days and the order of a date as the Unicode locale data has them, so that dates read as Hugo's do.

import { type Language, TIME_24, words } from "./language.ts";

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
  calendar: {
    months: words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    monthsShort: words("ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic."),
    days: words("domingo lunes martes miércoles jueves viernes sábado"),
    daysShort: words("dom. lun. mar. mié. jue. vie. sáb."),
    date: {
      full: "Monday, 2 de January de 2006",
      long: "2 de January de 2006",
      medium: "2 Jan 2006",
      short: "2/1/06",
    },
    time: TIME_24,
  },
  plural: (count) => (count === 1 ? "one" : "other"),
};
