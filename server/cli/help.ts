/** What `poise --help` prints. */
export const help = `Poise marks the phrases in help-centre articles and macros that make a customer push back.

Usage
  poise check [PATHS…]            reads files and folders; the working folder without any
  poise check --stdin             reads the standard input
  poise baseline [PATHS…]         records today's findings in .poise-baseline.json, so that poise check shows what is new
  poise style test [PATHS…]       tries the examples of your own phrase rules, and says which don't hold
  poise mcp [FOLDER]              serves an assistant over the Model Context Protocol, by the house style of FOLDER
  poise macros import EXPORT --to FOLDER
                                  writes each reply of an export as a file of its own
  poise macros export FOLDER --into EXPORT
                                  puts the edited ones back, and leaves every other byte of the export

How to report
  --format F                      text, compact (a line for each finding), json (described by report.schema.json), sarif, github
                                  (annotations of a workflow), gitlab (code quality), junit, checkstyle, markdown, or html (a
                                  report for whoever leads the team)
  --quiet                         warnings only
  --watch                         checks again what changes, until Ctrl+C
  --timing                        says on the standard error where the time went, by stage and rule

Only what is new
  --changed                       in the working files, compared with the last commit
  --staged                        in what is staged for the next one
  --since REF                     in the working files, since this branch left REF
  --baseline F, --no-baseline     beside the file of what is recorded (default the nearest .poise-baseline.json), or all the same
  --prune                         of baseline: takes out what is gone, and records nothing new

What fails a run
  --max-warnings N                more than N warnings and suggestions (default 0)
  --fail-under N                  a document whose quality, which is 100 less its risk, is below N; findings alone then fail nothing

What to fix
  --fix                           applies the suggestions that change wording only
  --fix-dry-run                   shows what --fix would change, and writes nothing
  --dry-run                       of macros: shows what would be written, and writes nothing

What to read, and how
  --config F                      the one configuration file that counts, instead of the nearest .poise.json
  --stdin-filename F              the name that says what the standard input is (default stdin.md)
  --workers N                     how many threads check (default: by the cores, at most 4)
  --cache, --cache=F              remembers what was found, and checks again what has changed; F is the file to keep it in (default
                                  node_modules/.cache/poise/check.json, or .poise-cache)
  -h, --help; -v, --version       this text; the version

Exit codes
  0  nothing to change (hints alone count as nothing)
  1  warnings, suggestions, or mistakes in a configuration file; of macros: something is left for you, a conflict for example
  2  Poise could not run, or could not read or write a file that was named

Ignored files stay out: those of .gitignore, of "ignore" in .poise.json, node_modules, and hidden folders.
`
