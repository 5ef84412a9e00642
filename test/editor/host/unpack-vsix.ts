import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {inflateRawSync} from 'node:zlib'

const PREFIX = 'extension/'

/** Unpacks the extension of a VSIX into a folder and returns that folder. */
export function unpackVsix(vsix: string, folder: string): string {
  const zip = readFileSync(vsix)
  const end = zip.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06))
  if (end < 0) throw new Error(`${vsix} is not a VSIX`)
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(entry + 28)
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength)
    if (name.startsWith(PREFIX) && !name.endsWith('/')) {
      const target = path.join(folder, path.normalize(`/${name.slice(PREFIX.length)}`))
      mkdirSync(path.dirname(target), {recursive: true})
      writeFileSync(target, readEntry(zip, entry))
    }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return folder
}

function readEntry(zip: Buffer, entry: number): Uint8Array {
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  // The local header may have other extra fields than the directory has.
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(start, start + size)
  return zip.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data)
}
