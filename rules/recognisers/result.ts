import {defineRecogniser} from '../kit/rule.ts'
import {hasNumber, type NumberSet, numberSet} from '../kit/vocabulary.ts'
import {objectCharacter} from '../kit/words.ts'

const oneOf = (words: string): NumberSet => numberSet(words.split(' '))

const done =
  '(?:displayed|shown|added|created|saved|enabled|disabled|deleted|removed|updated|installed|sent|listed|visible|active|complete|completed|activated|deactivated|imported|exported|applied|connected|disconnected|restored|verified|available|ready|set up|redirected|notified|prompted|published|uploaded|downloaded|generated|downgraded|upgraded|charged|refunded|reset|changed|logged|signed|selected|running|live|done|configured|on|off|green|unlocked|linked|paired|synced|attached|printed|opened|closed|deployed|stored|registered|invited|moved|renamed|unsubscribed|emailed|back)'
const happens =
  '(?:appears?|opens?|displays?|shows?(?: up)?|loads?|starts?|begins?|turns?|changes?|updates?|lights?|blinks?|closes?|returns?|disappears?|launches|refreshes|expands?|pops? up|arrives?|restarts?|reloads?|asks?|prompts?|confirms?|takes you|redirects?|lists?|downloads?|receives?|gets?|becomes?|contains?|looks?|reads?|goes away|works?)'
/** The forms of a result, each with words of which a sentence must hold one; of two at the same place the first counts. */
const results: readonly {readonly words?: NumberSet; readonly form: RegExp}[] = [
  {
    words: oneOf('you'),
    form: /\byou(?:['’]ll| will| should| can| must)?(?: now| then| also| immediately| automatically)* (?:see|notice|receive|get|hear|end up|be (?:taken|prompted|redirected|asked|notified|presented|returned|able|signed|logged))\b/i,
  },
  {
    words: oneOf('you'),
    form: /\byou(?:['’]ve| have)(?: now| just)? (?:successfully |now )?(?:\w+ed|set|built|sent|made|run|done)\b|\byou (?:now have|can now|are now|successfully)\b|\byou['’]re (?:now|all set|done|ready|good)\b/i,
  },
  {
    words: oneOf('will should'),
    form: new RegExp(
      `\\b(?:will|should)(?: now| then| also| immediately| automatically)* (?:be (?:now |automatically |successfully )?${done}|${happens})\\b`,
      'i',
    ),
  },
  {
    words: oneOf(
      'appears opens displays shows loads turns closes returns disappears launches pops arrives becomes takes goes',
    ),
    form: /^(?:an?|the|your|this|it|all|any|new|each|both|after (?:that|this|you|the)|once|when|[A-Z]\w+(?: [A-Z]\w+)*)\b.{0,90}? (?:now |then |also |immediately |automatically )*(?:appears|opens|displays|shows(?: up)?|loads|turns|closes|returns|disappears|launches|pops up|arrives|becomes|takes effect|goes live)\b/i,
  },
  {
    words: oneOf('now then automatically successfully immediately'),
    form: new RegExp(
      `\\b(?:is|are|has been|have been)(?: now| then| automatically| successfully| immediately)+ ${done}\\b`,
      'i',
    ),
  },
  {
    form: /^(?:that['’]s it|congratulations|success|done|all done|you did it|voil|expected (?:result|output)|result|the (?:result|output))\b/i,
  },
  {
    words: oneOf('confirm verify check make ensure'),
    form: new RegExp(
      `\\b(?:confirm|verify|check|make sure|ensure)(?: that)? (?:the|your|it|you|this|all|everything|that)\\b(?!.*(?:check ?box|option\\b)).{0,60}\\b(?:${done}|${happens}|correct|correctly|successful|successfully|working|worked)\\b`,
      'i',
    ),
  },
  {
    words: oneOf('after once when'),
    form: new RegExp(`^(?:after|once|when)\\b.{0,90}, .{0,60}\\b(?:is|are) (?:now )?${done}\\b`, 'i'),
  },
  {
    words: oneOf('see sees successfully confirmation success'),
    form: /\bwhat (?:the reader|you) sees?\b|\bsuccessfully\b|\b(?:confirmation|success) (?:message|email|dialog|page|screen|notification|window)\b/i,
  },
  {
    words: oneOf('effect look looks output response result returns'),
    form: /\b(?:takes?|take) effect\b|\b(?:look|looks) (?:something )?(?:like|similar to) (?:this|the (?:following|one|image|example|screenshot))\b|\b(?:output|response|result) (?:is|will be|should be|looks)\b|\breturns? (?:the following|an? )/i,
  },
]
/** A placeholder for the result, not for a picture. */
const slot = /^(?:\[|\{\{)(?!.*(?:ima?ge?|include|url|snippet))/i
/** Conditions and warnings speak of another case than success. */
const other =
  /^(?:before|if|in case|unless|note|warning|caution|until|whether)\b|\b(?:won['’]t|will not|can['’]t|cannot|not be able)\b/i

export default defineRecogniser({
  id: 'result',
  scope: ['article'],
  triggers: [
    objectCharacter,
    ...'you,you’ll,will,should,appears,opens,displays,shows,loads,turns,closes,returns,disappears,launches,pops,arrives,becomes,takes,take,goes,now,then,automatically,successfully,immediately,that’s,congratulations,success,done,all,voilà,voila,expected,result,output,confirm,verify,check,make,ensure,after,once,when,sees,see,confirmation,effect,look,looks,response'
      .replaceAll('’', "'")
      .split(','),
  ],
  examples: [
    {yes: 'You see the new invoice in the list.'},
    {yes: 'The sign-in page opens.'},
    {yes: 'The user appears in the list as **Invited**.'},
    {yes: 'Your changes are now saved.'},
    {yes: "You've added a member."},
    {yes: 'The light turns green.'},
    {yes: 'A confirmation email arrives within a minute.'},
    {yes: 'Verify that the status is active.'},
    {no: 'Select **Reset**.'},
    {no: 'Enter the name of the list.'},
    {no: 'If you see a warning, close it.'},
    {no: 'You can also export the list.'},
    {no: 'The export writes one file for each list.'},
  ],
  find({text, start, end, marks, setting, known}) {
    if (setting.block === 'heading' || setting.block === 'cell') return undefined
    const named = marks.find(mark => mark.kind === 'placeholder' && mark.start >= start && mark.end <= end)
    if (named && end - start < 4) return slot.test(named.text ?? '') ? {start, end} : undefined
    if (other.test(text)) return undefined
    let first: RegExpExecArray | undefined
    for (const {words, form} of results) {
      if (first?.index === 0 || (words && !known.some(number => hasNumber(words, number)))) continue
      const match = form.exec(text)
      if (match && (first === undefined || match.index < first.index)) first = match
    }
    return first && {start: start + first.index, end: start + first.index + first[0].length}
  },
})
