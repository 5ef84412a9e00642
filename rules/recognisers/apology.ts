import {isQuestion} from '../kit/clauses.ts'
import {apology} from '../kit/empathy.ts'
import {pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'

const apologies = pattern(apology)

export default defineRecogniser({
  id: 'apology',
  scope: ['macro'],
  triggers: ['sorry', 'apologies', 'apology', 'apologize', 'apologise', 'regret', 'excuse', 'forgive', 'pardon'],
  examples: [
    {yes: "I'm so sorry about the second charge."},
    {yes: 'Our apologies for the late reply.'},
    {yes: 'We sincerely apologize.'},
    {yes: 'Sorry to hear that the export failed.'},
    {no: 'Are you sorry you switched?'},
    {no: 'The form asks for an excuse note.'},
    {no: "You don't need to apologize."},
  ],
  find(sentence) {
    if (isQuestion(sentence)) return undefined
    const found = apologies
      .all(sentence)
      .find(({from}) => !/^(?:an?|the|no|to|not|that)$/.test(sentence.words[from - 1]?.norm ?? ''))
    return found && spanOf(sentence, found)
  },
})
