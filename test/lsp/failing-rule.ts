import {rules} from '../../rules/index.generated.ts'
import type {Sentence} from '../../rules/kit/sentence.ts'
import type {Match} from '../../rules/kit/types.ts'

// Breaks a rule before a server is made of it: at “kaboom” the rule itself throws, which the engine expects of a rule; at “meltdown” what it
// says of a match does, which brings down the check of the whole document; “treadmill” never lets go of the server.
const rule = rules.find(({id}) => id === 'minimiser')
if (rule === undefined || rule.level === 'document') throw new Error('There is no such rule.')
const {check} = rule
Object.assign(rule, {
  check(sentence: Sentence): readonly Match[] {
    if (sentence.text.includes('kaboom')) return fail()
    while (sentence.text.includes('treadmill'));
    return check(sentence).map(match =>
      sentence.text.includes('meltdown') ? Object.defineProperty({...match}, 'span', {get: fail}) : match,
    )
  },
})

function fail(): never {
  throw new Error('A fault of a test in “the Zanzibar invoice”.')
}
