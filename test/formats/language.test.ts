import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isEnglish} from '../../server/formats/language/language.ts'

const foreign: Readonly<Record<string, string>> = {
  German:
    'Hallo {{name}}, vielen Dank für Ihre Nachricht. Wir haben die Bestellung geprüft und melden uns bis Freitag.',
  French: 'Bonjour, nous avons bien reçu votre message et nous vous répondrons avant la fin de la semaine. Merci.',
  Spanish:
    'Hola, gracias por tu mensaje. El paquete está en camino y llega antes del viernes a la dirección que nos diste.',
  Italian:
    'Ciao, grazie per il messaggio. Il pacco è in viaggio e arriva prima di venerdì, come ci hai chiesto nella mail.',
  Portuguese:
    'Olá, obrigado pela sua mensagem. A encomenda está a caminho e não chega antes de sexta, mas já foi paga.',
  Dutch: 'Hallo, bedankt voor je bericht. Het pakket is onderweg en wij denken dat het voor vrijdag bij je is.',
  Polish:
    'Dzień dobry, dziękujemy za wiadomość. Paczka jest w drodze i będzie u Pani przed piątkiem, o ile nie ma opóźnień.',
  Turkish:
    'Merhaba, mesajınız için teşekkür ederiz. Paketiniz yolda ve cuma gününe kadar sizin için hazır olacak, lütfen bekleyin.',
  Swedish:
    'Hej, tack för ditt meddelande. Paketet är på väg och vi tror att det är hos dig före fredag, om inte något händer.',
  Indonesian:
    'Halo, terima kasih untuk pesan Anda. Paket sudah dikirim dan akan tiba pada hari Jumat, mohon tunggu di rumah.',
  Russian: 'Здравствуйте, {{ticket.requester.first_name}}! Ваша посылка уже в пути.',
  Greek: 'Καλημέρα, το δέμα σας είναι στον δρόμο.',
  Japanese: 'お荷物は金曜日に届きます。',
  Arabic: 'مرحبا، طردك في الطريق.',
  Vietnamese: 'Chào bạn, chúng tôi đã nhận được tin của bạn và sẽ trả lời trong hôm nay, cảm ơn bạn.',
}

const english: Readonly<Record<string, string>> = {
  nothing: '',
  'a few words': 'Danke für die Nachricht!',
  'a reply': 'Hi Ana, your parcel is on its way and reaches you before Friday.',
  'no function words':
    'Order shipped yesterday. Tracking number attached. Delivery expected Friday afternoon. Contact support anytime.',
  'foreign names': 'The office of La Casa de los Ríos in San Juan de la Cruz is open, and you can send the form there.',
  'two languages':
    'Hi, we have sent the parcel and it is on the way. Bonjour, nous avons envoyé le colis et il est en route.',
  'markup around it':
    '<div class="der die das und ist nicht" style="und"><p>Hi, you have a parcel that waits for you.</p></div>',
  'placeholders and addresses':
    'Hi {{ der.die.das }} {% und %}, see https://example.com/der/das/und/ist/nicht/wir and write to wir.und.sie@example.com.',
}

describe('language', () => {
  for (const [name, text] of Object.entries(foreign)) it(`tells ${name}`, () => assert.equal(isEnglish(text), false))
  for (const [name, text] of Object.entries(english))
    it(`takes ${name} for English`, () => assert.equal(isEnglish(text), true))

  it('takes time that grows with the text alone', () => {
    for (const piece of ['<', '{', 'a', '<style>', 'a@', 'a://', '<p', 'и', 'the ']) {
      const text = piece.repeat(300_000 / piece.length)
      const began = performance.now()
      isEnglish(text)
      assert.ok(performance.now() - began < 1000, piece)
    }
  })
})
