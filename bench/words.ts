/** Repeatable chance: the same numbers in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const syllables =
  'ba be bo ca ce co da di do fa fe fi ga gi go la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  )

/** Invented names of places, as many as one asks for, sounding Italian. */
export function places(count: number): string[] {
  const pick = chance(7)
  const found = new Set<string>()
  while (found.size < count) {
    const name = Array.from({ length: 2 + pick(3) }, () => syllables[pick(syllables.length)]).join('')
    found.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...found]
}

export const bodies = [
  'Comune di',
  'Comune di',
  'Istituto comprensivo',
  'Istituto di istruzione superiore',
  'Azienda sanitaria locale di',
  'Provincia di',
  'Ordine degli ingegneri di',
  'Camera di commercio di',
  'Unione dei comuni di',
  'Università degli studi di',
  'Liceo scientifico',
  'Consorzio di bonifica di',
  'Agenzia regionale per la protezione ambientale di',
]

export const matters =
  'piattaforma servizi digitali interoperabilità amministrazioni cittadini imprese turismo cultura sanità giustizia welfare scuola ricerca mobilità agricoltura pagamenti identità notifiche anagrafe catalogo dati ontologie vocabolari sicurezza cloud accessibilità monitoraggio consultazione ecosistemi fascicolo ricette prenotazioni musei biblioteche archivi trasporti imposte bilancio fatture appalti concorsi'.split(
    ' ',
  )

export const englishMatters = ['museum', 'health', 'platform', 'payments', 'justice', 'open data', 'schools']

/** A word as somebody in a hurry types it: two letters swapped, or one left out. */
export function mistyped(word: string, pick: (below: number) => number): string {
  const at = 1 + pick(Math.max(1, word.length - 2))
  return pick(2) === 0
    ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    : word.slice(0, at) + word.slice(at + 1)
}
