import type {BuildOptions} from 'esbuild'

export function commonOptions(dev: boolean): BuildOptions
export function bundlesOf(common: BuildOptions): readonly BuildOptions[]
export function libraryBundleOf(common: BuildOptions): BuildOptions
