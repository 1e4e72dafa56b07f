// Goldmark with what GFM has, and nothing else.

export const GFM = `markup:
  highlight: { codeFences: false }
  goldmark:
    renderer: { unsafe: true }
    parser: { autoHeadingID: false, attribute: { title: false } }
    extensions: { definitionList: false, footnote: false, typographer: { disable: true } }
`;
