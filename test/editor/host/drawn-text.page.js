// Runs in the page, where it is read as a script: its last value is what `drawn-text.ts` takes.
;({
  wordsOver(classes) {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor')
    const lines = [...editor.querySelectorAll('.view-line')].map(line => ({line, box: line.getBoundingClientRect()}))
    const range = document.createRange()
    const words = []
    for (const squiggle of editor.querySelectorAll(classes)) {
      const {left, right, top, bottom} = squiggle.getBoundingClientRect()
      const middle = (top + bottom) / 2
      let text = ''
      for (const {line, box} of lines) {
        if (box.top > middle || box.bottom < middle) continue
        for (const node of this.textsIn(line)) {
          for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const letter = range.getBoundingClientRect()
            const centre = (letter.left + letter.right) / 2
            if (centre > left && centre < right) text += node.data.charAt(at)
          }
        }
      }
      words.push({top, left, text: text.replaceAll('\u00a0', ' ')})
    }
    return words.sort((a, b) => a.top - b.top || a.left - b.left).map(word => word.text)
  },

  coloursOf(text) {
    for (const line of document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line')) {
      const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text)
      if (start < 0) continue
      const colours = new Set()
      let at = 0
      for (const node of this.textsIn(line)) {
        const end = at + node.length
        if (at < start + text.length && end > start) colours.add(getComputedStyle(node.parentElement).color)
        at = end
      }
      return [...colours]
    }
    return []
  },

  *textsIn(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node
  },
})
