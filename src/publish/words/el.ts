// Greek. Its dates and plurals are the platform's.

import type { Settings } from "../../site/settings.ts";

export const el: Settings["strings"] = {
  prev_page: "Προηγούμενη",
  next_page: "Επόμενη",
  read_time: { one: "{{ .Count }} λεπτό", other: "{{ .Count }} λεπτά" },
  words: { one: "{{ .Count }} λέξη", other: "{{ .Count }} λέξεις" },
  toc: "Πίνακας περιεχομένων",
  translations: "Μεταφράσεις",
  home: "Αρχική",
  edit_post: "Επεξεργασία",
  code_copy: "Αντιγραφή",
  code_copied: "Αντιγράφηκε!",
  skip_link: "Μετάβαση στο περιεχόμενο",
  menu: "Μενού",
  breadcrumbs: "Διαδρομή",
  pagination: "Σελίδες",
  languages: "Γλώσσες",
  tags: "Ετικέτες",
  share: "Κοινοποίηση",
  canonical: "Πρώτη δημοσίευση στο",
  theme_toggle: "Φωτεινό ή σκούρο θέμα",
  scroll_top: "Επιστροφή στην κορυφή",
  show_comments: "Εμφάνιση σχολίων",
  series: "Σειρά",
  not_found: "Η σελίδα δεν βρέθηκε",
  not_found_hint:
    "Σε αυτή τη διεύθυνση δεν έχει δημοσιευτεί τίποτα. Η σελίδα ίσως μεταφέρθηκε ή δεν υπήρξε ποτέ.",
  search: "Αναζήτηση",
  search_none: "Δεν βρέθηκε τίποτα.",
  search_hint:
    "Δοκιμάστε λιγότερες ή άλλες λέξεις. Οι λέξεις μέσα σε εισαγωγικά πρέπει να βρίσκονται η μία δίπλα στην άλλη.",
};
