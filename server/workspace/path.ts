/** The folder that holds `path`, or undefined at the top. Paths of the workspace are absolute, with forward slashes. */
export function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  if (slash < 0 || slash === path.length - 1) return undefined
  if (slash === 0) return '/'
  // What two slashes lead to is a machine or an authority, not a name in a folder.
  if (path[slash - 1] === '/') return undefined
  const parent = path.slice(0, slash)
  return parent.endsWith(':') ? `${parent}/` : parent
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of the entry `name` of a folder. */
export function entryOf(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** `path` as seen from `folder`, or undefined where it does not lie inside. */
export function pathInside(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(prefix) && path.length > prefix.length ? path.slice(prefix.length) : undefined
}

/** The path that `relative` leads to from a folder, through `.` and `..`; undefined where it leads above the top. */
export function pathFrom(folder: string, relative: string): string | undefined {
  const [drive, ...above] = folder.split('/')
  const parts = above.filter(part => part !== '')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return `${drive}/${parts.join('/')}`
}

/** Whether `path` is a folder or lies inside it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || pathInside(folder, path) !== undefined
}

/** The outermost of some folders that holds `folder`, or else that folder itself. */
export function outermost(folder: string, folders: readonly string[]): string {
  const holding = folders.filter(each => isWithin(each, folder))
  return holding.reduce((outer, each) => (each.length < outer.length ? each : outer), folder)
}
