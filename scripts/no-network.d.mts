/** How to run a program without a network, and what wanted one. */
export interface WithoutNetwork {
  readonly isCut: boolean
  readonly command: (program: string, args: readonly string[]) => readonly [string, ...string[]]
  readonly env: NodeJS.ProcessEnv
  readonly tried: () => readonly string[]
}

export function withoutNetwork(): WithoutNetwork
