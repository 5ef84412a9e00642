/** What stands above a page that is made from the rules' files; it quotes phrases that the rules find. */
export const generatedNote = `<!-- Generated from the rules' files. Never edit it. -->
<!-- poise-ignore-file: this page quotes the phrases that the rules find -->
`
