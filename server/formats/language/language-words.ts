/** Words that hold a sentence together, and that a text of any length is full of. */
const english =
  'the and to of a an in is it you that for on with as are be this have i we your our my at not or if from by was will can but has had do does did so no been would could should there their they them he she his her its what which who when how any all please thank thanks more about into out up just also then than here where why because these those me us am were get let been being after before may might'

/** The same of others; a word that is also English is left out, since it tells nothing. */
const others: Readonly<Record<string, string>> = {
  german:
    'der das und ist nicht sie ich wir ein eine einen einem einer eines mit für auf den dem des zu zur zum von vom im sich auch bei oder wenn ihre ihr ihren ihrem ihnen uns haben hat wird werden kann können sind dass nach aus noch nur wie über vielen dank bitte sehr geehrte hallo diese dieser dieses unser unsere als aber bis durch keine kein mehr gerne',
  french:
    'le la les des du et est une un vous nous votre vos notre nos que qui dans pour pas avec sur ce cette ces je il elle ils sont avez avons été être au aux ou mais plus si bonjour merci afin par ne en se sa son ses leur cordialement très bien tout toute avoir pouvez',
  spanish:
    'el la los las de del y en que es una por con para su sus se lo le les no al como más pero este esta esto estos ha han hemos usted nosotros nuestro nuestra muy gracias hola favor ser está están puede sin sobre cuando también le saludos tu tus si ya hay',
  italian:
    'il lo la gli le di del della dei delle dello che è e un una per con non si sono su come ha hanno abbiamo suo sua nostro nostra questo questa grazie ciao alla al dal nel nella più anche ma se ci vi può essere stato cordiali saluti buongiorno sul tuo tua',
  portuguese:
    'o os as de do da dos das e em que é uma um para com não por se na no nos nas ao mais como mas seu sua seus suas você nós nosso nossa está estão foi ser ter este esta isso obrigado obrigada olá muito pelo pela também quando já pode',
  dutch:
    'de het een en van is dat niet je u uw wij ik met voor op te zijn er aan ook als bij naar om dan maar onze ons deze dit hebben heeft wordt worden kunt kunnen wel nog geen bedankt hartelijk groeten graag jouw hun door over uit',
  polish:
    'i w na z się nie do to jest że o jak za od po dla ale czy lub oraz przez tak przy ze pana pani państwa proszę dziękujemy dzień dobry może można są być został jeśli już nas nam twój twoje który która które tym tego',
  czech:
    'a se v na je že s z do o k ve jsem jsme jste pro jako ale nebo by si pokud děkujeme dobrý den prosím vás vám není být který která bylo jsou po při',
  turkish:
    'bir ve bu için ile de da çok daha olarak olan gibi ne en siz sizin size bizim biz lütfen teşekkür ederiz merhaba değil var kadar sonra ya ama veya olduğunu üzere ederim tarafından',
  swedish:
    'och att det är en ett på som för av med den inte till har om vi du jag ni din ditt er era kan ska från eller men så var hej tack vänliga hälsningar detta denna dina när hos också',
  danish:
    'og at det er en et på som for af med den ikke til har om vi du jeg dig din dit kan skal fra eller men så hej tak venlig hilsen dette denne dine når hos også være blev deres vores',
  finnish:
    'ja on ei että se hän tai kun mutta ovat olet olemme kiitos hei voit teidän meidän jos myös niin kuin tämä sinun ole voi ystävällisin terveisin',
  romanian:
    'și si de la în cu pe nu este sunt un o care din pentru că mai să vă dumneavoastră noastră mulțumim bună ziua sau dar a al ale fi fost acest această',
  hungarian:
    'a az és hogy nem is egy van ez meg de ha csak vagy már még kérjük köszönjük önnek tisztelt üdvözlettel kell lehet volt fog',
  indonesian:
    'yang dan di untuk dengan dari ini itu tidak kami anda saya akan pada ke atau bisa dapat sudah telah adalah jika karena oleh juga silakan silahkan terima kasih mohon maaf halo dalam kepada agar tersebut kak ya apa',
  tagalog: 'ang ng sa na mga po ay ako ko mo ninyo hindi namin kayo ito para kung lang natin salamat siya naming nang',
  vietnamese: 'và của không bạn chúng tôi cho được là có với các này đã để trong một vui lòng cảm ơn khi những',
}

/** How many languages are told apart. */
export const languageCount = Object.keys(others).length

export interface WordUse {
  readonly english: boolean
  /** Indexes of the other languages that use it. */
  readonly others: readonly number[]
}

/** Function words in lower case, with the languages that use them. */
export const functionWords: ReadonlyMap<string, WordUse> = index()

function index(): ReadonlyMap<string, WordUse> {
  const words = new Map<string, WordUse>(english.split(' ').map(word => [word, {english: true, others: []}]))
  for (const [language, list] of Object.values(others).entries()) {
    for (const word of new Set(list.split(' '))) {
      const known = words.get(word)
      if (known?.english) continue
      words.set(word, {english: false, others: [...(known?.others ?? []), language]})
    }
  }
  return words
}
