import bar from 'cli-progress'

/** A bar on the standard error that appears only when a run takes long. */
export interface Progress {
  /** Tells how many of how many files are done. */
  readonly step: (done: number, total: number) => void
  /** Takes the bar off the line, so that other text can be printed there; it comes back at the next step. */
  readonly clear: () => void
}

const patience = 500
const pause = 100

/** A bar on `stream` where that is a terminal, else nothing. */
export function makeProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return {step: () => undefined, clear: () => undefined}
  let since = Date.now()
  let wait = patience
  let shown: bar.SingleBar | undefined
  return {
    step(done, total) {
      if (shown === undefined) {
        if (Date.now() - since < wait || done === total) return
        shown = makeBar(stream)
        shown.start(total, done)
      }
      shown.setTotal(total)
      shown.update(done)
    },
    clear() {
      if (shown === undefined) return
      shown.stop()
      shown = undefined
      // Between lines of the report that follow fast, the bar would only flicker.
      since = Date.now()
      wait = pause
    },
  }
}

function makeBar(stream: NodeJS.WriteStream): bar.SingleBar {
  // gracefulExit would add its own signal handlers to ours.
  return new bar.SingleBar(
    {stream, clearOnComplete: true, gracefulExit: false, hideCursor: null, format: '{bar} {value} of {total} files'},
    bar.Presets.shades_classic,
  )
}
