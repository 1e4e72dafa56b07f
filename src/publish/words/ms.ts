// Malay. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ms: Settings["strings"] = {
  prev_page: "Halaman sebelumnya",
  next_page: "Halaman seterusnya",
  read_time: "{{ .Count }} minit",
  words: "{{ .Count }} perkataan",
  toc: "Isi kandungan",
  translations: "Terjemahan",
  home: "Laman utama",
  edit_post: "Sunting",
  code_copy: "Salin",
  code_copied: "Disalin!",
  skip_link: "Langkau ke kandungan",
  menu: "Menu",
  breadcrumbs: "Jejak navigasi",
  pagination: "Halaman",
  languages: "Bahasa",
  tags: "Tag",
  share: "Kongsi",
  canonical: "Asalnya diterbitkan di",
  theme_toggle: "Cerah atau gelap",
  scroll_top: "Kembali ke atas",
  show_comments: "Tunjukkan komen",
  series: "Siri",
  not_found: "Halaman tidak ditemui",
  not_found_hint:
    "Tiada apa-apa yang diterbitkan di alamat ini. Halaman ini mungkin telah dipindahkan, atau tidak pernah wujud.",
  search: "Cari",
  search_none: "Tiada hasil ditemui.",
  search_hint:
    "Cuba kurangkan perkataan atau guna perkataan lain. Perkataan dalam tanda petik mesti berturutan.",
};
