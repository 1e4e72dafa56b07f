// Vietnamese.

import type { Language } from "./language.ts";

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
  plural: () => "other",
};
