import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isMailTemplate} from '../../server/formats/html/mail-templates.ts'

const late = (greeting: string, end = '<p>Kind regards,<br>The parcel team</p>') =>
  `<p>${greeting},</p>\n<p>Your parcel is late, and we have asked the carrier about it.</p>\n${end}`

describe('a mail template', () => {
  const templates: Readonly<Record<string, string>> = {
    'site/late.html': late('Hi {{ customer.first_name }}'),
    'site/late.htm': late(`Dear <b>\${order.name}</b>`),
    'mail/late.ftl': late(`Hello <#if name??>\${name}</#if>`, ''),
    'email/late.liquid': `<link href="https://fonts.example/css" rel="stylesheet">${late('Good morning {{ name }}', '')}`,
    'macros/late.html': late('Hello'),
    'canned/thanks.html': '<p>You are welcome. Write to us when your parcel is here.</p><p>Best,</p><p>Ana</p>',
    'emails/late.txt': 'Hi {{name}},\n\nyour parcel is late.\n\nBest regards,\nAna\n',
  }
  for (const [path, text] of Object.entries(templates)) it(path, () => assert.equal(isMailTemplate(path, text), true))
})

describe('no mail template', () => {
  const page = late('Hi {{ name }}')
  const others: Readonly<Record<string, string>> = {
    'macros/page.html': `<nav><a href="/">Home</a></nav>${page}`,
    'mail/view.html': `<script src="app.js"></script>${page}`,
    'site/styled.html': `<link rel="stylesheet" href="site.css">${page}`,
    'mail/layout.html': `{% extends "base.html" %}${page}`,
    'components/card.html': `<div v-if="user">${page}</div>`,
    'components/hello.hbs': '<h1>Hello {{name}}</h1><p>Here are your tasks.</p>',
    'docs/index.html': '<h1>Welcome</h1><p>You find the manual here.</p>',
    'mail/list.html': '<table><tr><td>{{ total }}</td><td>Your parcels</td></tr></table>',
    'notes/late.txt': 'Hi {{name}},\n\nyour parcel is late.\n\nBest regards,\nAna\n',
    'mail/late.vue': page,
    'emails/robots.txt': 'User-agent: *\nDisallow: /\n',
  }
  for (const [path, text] of Object.entries(others)) it(path, () => assert.equal(isMailTemplate(path, text), false))
})

it('is quick to say no', () => {
  for (const piece of ['<', '<p>Hi ', '{', 'Hi &nbsp;', '<style>', '> ', '<link ', '\n', ' ']) {
    const text = `Hi {{name}}, Best, ${piece.repeat(150_000 / piece.length)}`
    const began = performance.now()
    isMailTemplate('mail/a.html', text)
    assert.ok(performance.now() - began < 1000, piece)
  }
})
