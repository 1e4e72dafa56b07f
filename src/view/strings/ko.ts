// Korean.

import type { Language } from "./language.ts";

export const ko: Language = {
  phrases: {
    prev_page: "이전 페이지",
    next_page: "다음 페이지",
    read_time: "{{ .Count }} 분",
    words: "{{ .Count }} 단어",
    toc: "목차",
    translations: "번역",
    home: "홈",
    edit_post: "편집",
    code_copy: "복사",
    code_copied: "복사 완료!",
    skip_link: "본문으로",
    menu: "메뉴",
    breadcrumbs: "현재 위치",
    pagination: "페이지",
    languages: "언어",
    tags: "태그",
    share: "공유",
    canonical: "원문",
    theme_toggle: "밝게 또는 어둡게",
    scroll_top: "맨 위로",
    show_comments: "댓글 보기",
    series: "연재",
    not_found: "페이지를 찾을 수 없습니다",
    not_found_hint: "이 주소에는 게시된 글이 없습니다. 옮겨졌거나 처음부터 없던 페이지입니다.",
    search: "검색",
    search_none: "찾은 글이 없습니다.",
    search_hint: "낱말을 줄이거나 바꿔 보세요. 따옴표 안의 낱말은 나란히 있어야 합니다.",
  },
  plural: () => "other",
};
