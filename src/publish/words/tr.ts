// Turkish. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const tr: Settings["strings"] = {
  prev_page: "Önceki",
  next_page: "Sonraki",
  read_time: "{{ .Count }} dk",
  words: "{{ .Count }} sözcük",
  toc: "İçindekiler",
  translations: "Çeviriler",
  home: "Ana sayfa",
  edit_post: "Düzenle",
  code_copy: "Kopyala",
  code_copied: "Kopyalandı!",
  skip_link: "İçeriğe geç",
  menu: "Menü",
  breadcrumbs: "Konum",
  pagination: "Sayfalar",
  languages: "Diller",
  tags: "Etiketler",
  share: "Paylaş",
  canonical: "İlk yayımlandığı yer",
  theme_toggle: "Açık ya da koyu",
  scroll_top: "Başa dön",
  show_comments: "Yorumları göster",
  series: "Dizi",
  not_found: "Sayfa bulunamadı",
  not_found_hint: "Bu adreste yayımlanmış bir şey yok. Sayfa taşınmış olabilir ya da hiç olmamıştır.",
  search: "Ara",
  search_none: "Sonuç bulunamadı.",
  search_hint: "Daha az ya da başka kelimeler deneyin. Tırnak içindeki kelimeler yan yana olmalıdır.",
};
