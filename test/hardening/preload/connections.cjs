/**
 * Refuses every connection that leaves this machine, and writes down who tried: NODE_OPTIONS=--require makes every process
 * of Node load it, its threads too. POISE_CONNECTIONS names the file; a line of it is one attempt.
 */
const {appendFileSync} = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const {syncBuiltinESMExports} = require('node:module')
const net = require('node:net')

const file = process.env.POISE_CONNECTIONS
const isHere = host => /^(?:localhost|127(?:\.\d+){3}|(?:::ffff:)?127(?:\.\d+){3}|::1|0\.0\.0\.0|::)$/i.test(host)

function refused(what, host) {
  if (file)
    appendFileSync(file, `${JSON.stringify({what, host, pid: process.pid, program: process.argv.slice(0, 3)})}\n`)
  return Object.assign(new Error(`No connection to ${host}: only this machine can be reached.`), {code: 'ENETUNREACH'})
}

/** The host that is connected to, in any of the ways in which one is named; undefined for a path. */
function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null)
    return first.path === undefined ? (first.host ?? 'localhost') : undefined
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined
  return typeof second === 'string' ? second : 'localhost'
}

const {connect} = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const host = hostOf(args)
  if (host === undefined || isHere(host)) return connect.apply(this, args)
  const error = refused('connect', host)
  process.nextTick(() => this.destroy(error))
  return this
}

for (const name of ['send', 'connect']) {
  const original = dgram.Socket.prototype[name]
  dgram.Socket.prototype[name] = function (...args) {
    const host = args.slice(1).find(each => typeof each === 'string') ?? 'localhost'
    if (isHere(host)) return original.apply(this, args)
    throw refused(`datagram ${name}`, host)
  }
}

const asks = /^(?:lookup|resolve|reverse)/
for (const name of Object.keys(dns).filter(each => asks.test(each))) {
  const original = dns[name]
  dns[name] = (host, ...args) => {
    if (isHere(host)) return original(host, ...args)
    const error = refused(`dns ${name}`, host)
    process.nextTick(args.at(-1), error)
  }
}
for (const name of Object.keys(dns.promises).filter(each => asks.test(each))) {
  const original = dns.promises[name]
  dns.promises[name] = async (host, ...args) => {
    if (isHere(host)) return original(host, ...args)
    throw refused(`dns ${name}`, host)
  }
}
syncBuiltinESMExports()
