/** One complaint of the grammar checker about a text. */
export interface Complaint {
  /** Harper's own name of the check. */
  readonly check: string
  /** Its family, such as “Agreement” or “Spelling”. */
  readonly kind: string
  readonly message: string
  /** The words complained of. */
  readonly words: string
}

/** Reads a text and says what it complains of. */
export type Reader = (text: string) => Promise<readonly Complaint[]>

/** The part of Harper that is used here: it is installed on demand, so its own types may be missing. */
interface Lint {
  lint_kind(): string
  message(): string
  get_problem_text(): string
  free(): void
}

interface Linter {
  setup(): Promise<void>
  organizedLints(text: string): Promise<Readonly<Record<string, readonly Lint[]>>>
}

interface Harper {
  readonly LocalLinter: new (options: {readonly binary: unknown; readonly dialect: number}) => Linter
  readonly Dialect: {readonly American: number}
}

/** What to do where Harper is missing. */
export const remedy =
  'harper.js is not installed. Run “npm ci --prefix bench” (210 MB with the peers of the benchmark), then this again.'

/** Starts Harper in this process; undefined where it is not installed. It sends nothing anywhere. */
export async function startHarper(): Promise<Reader | undefined> {
  const harper = await installed<Harper>('harper.js')
  const {binary} = (await installed<{readonly binary: unknown}>('harper.js/binary')) ?? {}
  if (!harper || binary === undefined) return undefined
  const linter = new harper.LocalLinter({binary, dialect: harper.Dialect.American})
  await linter.setup()
  const known = new Map<string, Promise<readonly Complaint[]>>()
  return text => {
    const complaints = known.get(text) ?? read(linter, text)
    known.set(text, complaints)
    return complaints
  }
}

async function installed<Module>(name: string): Promise<Module | undefined> {
  try {
    return (await import(name)) as Module
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

async function read(linter: Linter, text: string): Promise<readonly Complaint[]> {
  const complaints: Complaint[] = []
  for (const [check, lints] of Object.entries(await linter.organizedLints(text))) {
    for (const lint of lints) {
      complaints.push({check, kind: lint.lint_kind(), message: lint.message(), words: lint.get_problem_text()})
      lint.free()
    }
  }
  return complaints
}
