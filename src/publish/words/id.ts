// Indonesian. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const id: Settings["strings"] = {
  prev_page: "Sebelumnya",
  next_page: "Selanjutnya",
  read_time: "{{ .Count }} menit",
  words: "{{ .Count }} kata",
  toc: "Daftar isi",
  translations: "Terjemahan",
  home: "Beranda",
  edit_post: "Sunting",
  code_copy: "Salin",
  code_copied: "Disalin!",
  skip_link: "Langsung ke isi",
  menu: "Menu",
  breadcrumbs: "Jejak navigasi",
  pagination: "Halaman",
  languages: "Bahasa",
  tags: "Tag",
  share: "Bagikan",
  canonical: "Pertama kali terbit di",
  theme_toggle: "Terang atau gelap",
  scroll_top: "Kembali ke atas",
  show_comments: "Tampilkan komentar",
  series: "Seri",
  not_found: "Halaman tidak ditemukan",
  not_found_hint:
    "Tidak ada yang terbit di alamat ini. Halamannya mungkin dipindahkan, atau tidak pernah ada.",
  search: "Cari",
  search_none: "Tidak ada hasil.",
  search_hint: "Coba lebih sedikit kata, atau kata lain. Kata dalam tanda kutip harus berurutan.",
};
