import {Tokenizer} from 'htmlparser2'

/** What a text of HTML is made of, in its order; `from` and `to` are the whole token. */
export interface Tokens {
  text(from: number, to: number): void
  /** `empty` where the tag closes itself. */
  open(name: string, from: number, to: number, empty: boolean): void
  close(name: string, from: number, to: number): void
  comment(from: number, to: number, innerFrom: number, innerTo: number): void
}

/** Reads the tags of `text`; it keeps no stack, so that nesting costs nothing. */
export function readTokens(text: string, tokens: Tokens): void {
  let [textFrom, textTo] = [0, 0]
  let [name, from] = ['', 0]
  const flush = (): void => {
    if (textFrom < textTo) tokens.text(textFrom, textTo)
    textFrom = textTo
  }
  const opened = (to: number, empty: boolean): void => {
    flush()
    tokens.open(name, from, to, empty)
  }
  const nothing = (): void => undefined
  const tokenizer = new Tokenizer(
    {decodeEntities: false},
    {
      ontext(start, end) {
        // So the tokeniser tells of what follows a closing tag's name where the file ends inside of the tag.
        if (start < 0) return
        if (start !== textTo) {
          flush()
          textFrom = start
        }
        textTo = end
      },
      onopentagname(start, end) {
        name = text.slice(start, end).toLowerCase()
        from = start - 1
      },
      onopentagend: end => opened(end + 1, false),
      onselfclosingtag: end => opened(end + 1, true),
      onclosetag(start, end) {
        flush()
        const close = text.indexOf('>', end)
        tokens.close(text.slice(start, end).toLowerCase(), start - 2, close < 0 ? text.length : close + 1)
      },
      oncomment(start, end, offset) {
        flush()
        const open = Math.max(0, text.lastIndexOf('<', start - 1))
        tokens.comment(open, Math.min(end + 1, text.length), start, Math.max(start, end - offset))
      },
      oncdata: nothing,
      ondeclaration: flush,
      onprocessinginstruction: flush,
      ontextentity: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: flush,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
}
