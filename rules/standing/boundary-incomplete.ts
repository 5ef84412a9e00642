import {unmetDuties} from '../kit/duties.ts'
import {defineRule} from '../kit/rule.ts'

export default defineRule({
  id: 'boundary-incomplete',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This boundary doesn’t say {missing}.',
  why: 'A boundary holds when it names the behaviour, keeps the wish to help, and says what follows and who takes over. Without one of them it reads as a threat or a farewell.',
  sources: [
    'Navigating User Pushback: set clear boundaries; respect is a non-negotiable part of the interaction',
    'Navigating User Pushback: end the conversation and involve management if necessary',
  ],
  serves: ['set-boundaries', 'record', 'stay-calm', 'standing'],
  examples: [
    {title: 'Abusive language warning', bad: 'Hi {name},\n\n«Stop using that language.»'},
    {
      title: 'Boundary',
      bad: 'I want to help you with the export. «Please keep the messages free of insults.»',
      better:
        "I want to help you with the export. Please keep the messages free of insults. If it continues, I'll end this conversation, and [who] will write to you by [time].",
    },
    {title: 'Ending the chat', bad: '«Your messages are offensive.»'},
    {
      title: 'Code of conduct',
      bad: "«Your messages break our code of conduct, and we'll close the chat.»",
    },
    {
      title: 'Abusive language warning',
      good: "Hi {name},\n\nI want to help you get this fixed. I can only do that while our messages stay respectful. If the insults continue, I'll end this chat and pass the case to my manager, who will email you today.",
    },
    {
      title: 'Boundary',
      good: "I'd like to keep working on this with you. Please keep the messages free of personal attacks. If it continues, I'll pause the chat and involve my supervisor.",
    },
    {title: 'Data export', good: "Here's how to export your data."},
    {title: 'Report abuse', good: 'To report abusive content, open the post and select **Report**.'},
  ],
  check: outline => unmetDuties(outline, 'boundary'),
})
