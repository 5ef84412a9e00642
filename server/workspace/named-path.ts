import type {FileSystem} from './files.ts'
import {isWithin, pathFrom} from './path.ts'

/** Where a name in a configuration leads, or what is wrong with it, with the remedy. */
export type NamedPath =
  | {readonly path: string; readonly mistake?: never}
  | {readonly mistake: string; readonly path?: never}

/** Follows a path that is relative to `folder` and stays in `root`, links included. */
export async function namedPath(
  name: string,
  {folder, root, files}: {readonly folder: string; readonly root: string; readonly files: FileSystem},
): Promise<NamedPath> {
  if (name.includes('\\')) return {mistake: `“${name}” has a backslash. Write forward slashes, on Windows too.`}
  if (/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(name))
    return {
      mistake: `“${name}” is not a path from this file. Write it from the folder of this file on, such as "./base.json".`,
    }
  const path = pathFrom(folder, name)
  if (path === undefined || !isWithin(root, path))
    return {mistake: `“${name}” leads out of ${root}, so it is left out. Name something inside.`}
  return (await staysInside(path, root, files))
    ? {path}
    : {mistake: `“${name}” is a link that leads out of ${root}, so it is left out. Copy what it leads to.`}
}

/** Whether a path is still inside of a folder when the links on the way are followed; what is not there leads nowhere. */
export async function staysInside(path: string, root: string, {realPath}: FileSystem): Promise<boolean> {
  if (realPath === undefined) return true
  const [real, realRoot] = await Promise.all([realPath(path), realPath(root)])
  return real === undefined || realRoot === undefined || isWithin(realRoot, real)
}
