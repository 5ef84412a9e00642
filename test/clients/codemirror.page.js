// Runs in the page behind the code of docs/editors.md, which gives it `showEditor`: the page's end of the pipe to a server.
const handlers = new Set()

window.fromServer = message => {
  for (const handler of handlers) handler(message)
}

window.showDocument = (text, uri) =>
  showEditor(document.body, text, uri, {
    send: message => void toServer(message),
    subscribe: handler => handlers.add(handler),
    unsubscribe: handler => handlers.delete(handler),
  })
