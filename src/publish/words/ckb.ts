// Central Kurdish. Its plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const ckb: Settings["strings"] = {
  prev_page: "پەڕەی پێشتر",
  next_page: "پەڕەی دواتر",
  read_time: "{{ .Count }} خولەک",
  words: "{{ .Count }} وشە",
  toc: "پێڕست",
  translations: "وەرگێڕانەکان",
  home: "ماڵەوە",
  edit_post: "دەستکاری",
  code_copy: "لەبەری بگرەوە",
  code_copied: "لەبەر گیرایەوە!",
  skip_link: "بڕۆ بۆ ناوەڕۆک",
  menu: "مێنیو",
  breadcrumbs: "ڕێڕەو",
  pagination: "پەڕەکان",
  languages: "زمانەکان",
  tags: "تاگەکان",
  share: "هاوبەشکردن",
  canonical: "یەکەم جار بڵاوکراوەتەوە لە",
  theme_toggle: "ڕووناک یان تاریک",
  scroll_top: "گەڕانەوە بۆ سەرەوە",
  show_comments: "پیشاندانی لێدوانەکان",
  series: "زنجیرە",
  not_found: "پەڕەکە نەدۆزرایەوە",
  not_found_hint:
    "هیچ شتێک لەم ناونیشانەدا بڵاو نەکراوەتەوە. لەوانەیە پەڕەکە گوازرابێتەوە، یان هەرگیز نەبووبێت.",
  search: "گەڕان",
  search_none: "هیچ نەدۆزرایەوە.",
  search_hint: 'وشەی کەمتر یان وشەی تر تاقی بکەنەوە. ئەو وشانەی لەنێو " " دان دەبێت بە دوای یەکدا بێن.',
};
