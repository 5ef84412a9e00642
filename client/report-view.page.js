// Runs in the report's view: follows its links, hands its buttons on, and remembers what a reload would lose.
const editor = acquireVsCodeApi()
const {summary} = document.body.dataset
const kept = editor.getState() ?? {}

function remember() {
  const unfolded = [...document.querySelectorAll('details[open]')].map(({id}) => id)
  editor.setState({...(summary && {summary}), unfolded, scroll: window.scrollY})
}

for (const id of kept.unfolded ?? []) document.getElementById(id)?.setAttribute('open', '')
window.scrollTo(0, kept.scroll ?? 0)
remember()
document.addEventListener('toggle', remember, true)
document.addEventListener('scrollend', remember)

// Before the editor's own hearing of links, which knows none of these.
window.addEventListener(
  'click',
  event => {
    const target = event.target.closest?.('a, button')
    if (!target) return
    const {command, uri, line, rule} = target.dataset
    if (target.matches('a') && uri === undefined && rule === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (command === 'scan') wait()
    editor.postMessage({command, uri, line, rule})
  },
  true,
)

function wait() {
  for (const button of document.querySelectorAll('button')) button.disabled = true
  const status = document.querySelector('[role=status]')
  status.textContent = status.dataset.busy
}
