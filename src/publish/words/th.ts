// Thai. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const th: Settings["strings"] = {
  prev_page: "ก่อนหน้า",
  next_page: "ถัดไป",
  read_time: "{{ .Count }} นาที",
  words: "{{ .Count }} คำ",
  toc: "สารบัญ",
  translations: "การแปล",
  home: "หน้าหลัก",
  edit_post: "แก้ไข",
  code_copy: "คัดลอก",
  code_copied: "คัดลอกแล้ว!",
  skip_link: "ข้ามไปยังเนื้อหา",
  menu: "เมนู",
  breadcrumbs: "เส้นทาง",
  pagination: "หน้า",
  languages: "ภาษา",
  tags: "แท็ก",
  share: "แชร์",
  canonical: "เผยแพร่ครั้งแรกที่",
  theme_toggle: "สว่างหรือมืด",
  scroll_top: "กลับขึ้นด้านบน",
  show_comments: "ดูความคิดเห็น",
  series: "ชุดบทความ",
  not_found: "ไม่พบหน้านี้",
  not_found_hint: "ไม่มีเนื้อหาเผยแพร่ในที่อยู่นี้ หน้านี้อาจถูกย้ายไปแล้ว หรือไม่เคยมีอยู่",
  search: "ค้นหา",
  search_none: "ไม่พบผลลัพธ์",
  search_hint: "ลองใช้คำให้น้อยลงหรือใช้คำอื่น คำในเครื่องหมายคำพูดต้องอยู่ติดกัน",
};
