/** How many cases a scenario tries: all by `npm run hardening`, a share of them in the tests of each day. */
export function cases(all: number, share: number): number {
  return process.env['POISE_HARDENING'] === 'full' ? all : share
}
