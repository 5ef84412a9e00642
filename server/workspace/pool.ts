/** Threads that do jobs of one kind beside this one. */
export interface Pool<Job, Answer> {
  /** How many threads there are. */
  readonly size: number
  /** Rejects where the thread has ended. */
  readonly run: (job: Job) => Promise<Answer>
  /** Ends the threads; jobs that are not done reject. */
  readonly close: () => void
}

/** How jobs are shared out. */
export interface Sharing<Job, Answer> {
  /** Does a job in this thread. */
  readonly here: (job: Job) => Promise<Answer>
  /** The threads to share with, asked for before each job; undefined as long as they are not worth their start. */
  readonly pool: () => Pool<Job, Answer> | undefined
}

/** Jobs that each thread has: one at work, and one that waits so that it need not. */
const perThread = 2
/** Jobs that may be done before the one whose answer is next. */
const farthest = 64

/** Does jobs in this thread and in those of a pool, and gives the answers in the order of the jobs. */
export async function* inOrder<Job, Answer>(
  jobs: AsyncIterable<Job>,
  {here, pool: poolNow}: Sharing<Job, Answer>,
): AsyncGenerator<Answer> {
  const answers: {readonly answer: Promise<Answer>; done: boolean}[] = []
  let away = 0

  function add(answer: Promise<Answer>): void {
    const entry = {answer, done: false}
    const settled = () => {
      entry.done = true
    }
    answer.then(settled, settled)
    answers.push(entry)
  }
  async function there(pool: Pool<Job, Answer>, job: Job): Promise<Answer> {
    away++
    try {
      return await pool.run(job)
    } catch {
      // A thread that ended takes nothing with it: what it had is done here.
      return here(job)
    } finally {
      away--
    }
  }

  for await (const job of jobs) {
    const pool = poolNow()
    if (pool !== undefined && away < pool.size * perThread) {
      add(there(pool, job))
      continue
    }
    const own = here(job)
    add(own)
    // Whoever reads the answers hears of an error in its turn.
    await own.catch(() => undefined)
    while (answers[0]?.done || answers.length > farthest) {
      const first = answers.shift()
      if (first !== undefined) yield await first.answer
    }
  }
  for (const {answer} of answers) yield await answer
}
