// Runs in the page, where it is read as a script: its last value is what `worker-scan.ts` takes. A client that speaks to the
// server in a worker by plain messages, and has its files in memory.
;({
  async scan(script, folder, files) {
    const worker = new Worker(script)
    const published = {}
    const waiting = new Map()
    let ids = 0
    const send = message => worker.postMessage({jsonrpc: '2.0', ...message})
    const ask = (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++ids, {resolve, reject})
        send({id: ids, method, params})
      })
    worker.onerror = ({message}) => {
      for (const {reject} of waiting.values()) reject(new Error(message))
    }
    worker.onmessage = ({data: {id, method, params, result, error}}) => {
      if (method === undefined) {
        const {resolve, reject} = waiting.get(id)
        waiting.delete(id)
        error ? reject(new Error(error.message)) : resolve(result)
      } else if (id !== undefined) send({id, result: this.answer(method, params, folder, files)})
      else if (method === 'textDocument/publishDiagnostics') published[params.uri] = params.diagnostics
    }
    const workspaceFolders = [{uri: folder, name: 'help'}]
    await ask('initialize', {processId: null, capabilities: {}, workspaceFolders, initializationOptions: {files: true}})
    send({method: 'initialized', params: {}})
    await ask('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
    await ask('shutdown')
    send({method: 'exit'})
    return published
  },
  answer(method, {uri, limit, length}, folder, files) {
    const path = uri === folder ? '' : decodeURIComponent(uri.slice(folder.length + 1))
    const below = Object.keys(files).filter(name => path === '' || name.startsWith(`${path}/`))
    const type = files[path] !== undefined ? 'file' : below.length > 0 ? 'folder' : null
    if (method === 'poise/typeOf') return type
    if (method === 'poise/list') {
      const rest = below.map(name => name.slice(path === '' ? 0 : path.length + 1))
      const folders = new Set(rest.filter(name => name.includes('/')).map(name => name.split('/')[0]))
      const own = rest.filter(name => !name.includes('/')).map(name => ({name, type: 'file'}))
      return [...own, ...[...folders].map(name => ({name, type: 'folder'}))]
    }
    if (!uri.startsWith(folder) || type === null) return {failure: 'missing'}
    if (type === 'folder') return {failure: 'folder'}
    const bytes = atob(files[path])
    if (method === 'poise/readHead') return {base64: btoa(bytes.slice(0, length))}
    return bytes.length > limit ? {failure: 'too-large', size: bytes.length} : {base64: files[path]}
  },
})
