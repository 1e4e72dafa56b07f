// Vietnamese. Months and days as the Unicode locale data has them, so that dates read as Hugo's do.

import { type Language, numbered, TIME_24 } from "./language.ts";

export const vi: Language = {
  phrases: {
    prev_page: "Trang trước",
    next_page: "Trang tiếp theo",
    read_time: "{{ .Count }} phút",
    words: "{{ .Count }} từ",
    toc: "Mục lục",
    translations: "Bản dịch",
    home: "Trang chủ",
    edit_post: "Chỉnh sửa",
    code_copy: "Sao chép",
    code_copied: "Đã sao chép!",
    skip_link: "Đến nội dung chính",
    menu: "Trình đơn",
    breadcrumbs: "Vị trí trang",
    pagination: "Phân trang",
    languages: "Ngôn ngữ",
    tags: "Thẻ",
    share: "Chia sẻ",
    canonical: "Bài gốc đăng tại",
    theme_toggle: "Sáng hay tối",
    scroll_top: "Lên đầu trang",
    show_comments: "Xem bình luận",
    series: "Loạt bài",
    not_found: "Không tìm thấy trang",
    not_found_hint: "Không có gì ở địa chỉ này. Có thể trang đã được dời đi, hoặc chưa từng có.",
    search: "Tìm kiếm",
    search_none: "Không tìm thấy gì.",
    search_hint: "Thử ít từ hơn hoặc từ khác. Các từ trong ngoặc kép phải đứng liền nhau.",
  },
  calendar: {
    months: numbered("", "tháng "),
    monthsShort: numbered("", "thg "),
    days: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
    daysShort: ["CN", "Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7"],
    date: {
      full: "Monday, 2 January, 2006",
      long: "2 January, 2006",
      medium: "2 Jan, 2006",
      short: "2/1/06",
    },
    time: TIME_24,
  },
  plural: () => "other",
};
