import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { type Cast, idIn, slug } from './envisioning.ts'

const items = [
  ['Il registro elettronico', 'Dentro', 'Servizi'],
  ['I trasporti scolastici', 'Al confine', 'Servizi'],
  ['Le università', 'Fuori', 'Soggetti'],
] as const

/** The lead begins perimeter and vision, the secretary writes them and freezes a first version of each. */
export async function writeTexts({ lead, secretary }: Cast): Promise<string[]> {
  const texts = []
  for (const kind of ['Perimetro', 'Visione']) {
    await lead.goTo(paths.newDocument(slug))
    await lead.fill({ 'Che documento è': kind, Titolo: `${kind} della scuola`, 'Gruppo di lavoro Scuola': 'sì' })
    await lead.press(/^Crea la bozza vuota/)
    expect(await lead.read()).toContain('Il documento è cominciato')
    texts.push(idIn(lead))
  }
  for (const [what, place, about] of items) {
    await secretary.goTo(paths.newPerimeterItem(slug))
    await secretary.fill({ 'Che cosa': what, 'Dove sta': place, 'Che cosa riguarda': about })
    await secretary.press(/^Salva nella bozza/)
    expect(await secretary.read()).toContain(what)
  }
  for (const [address, what] of [
    [paths.newObjective(slug), 'Un accesso solo per le famiglie'],
    [paths.newIntervention(slug), 'Un catalogo dei registri'],
  ] as const) {
    await secretary.goTo(address)
    await secretary.fill({ 'Che cosa': what })
    await secretary.press(/^Salva nella bozza/)
    expect(await secretary.read()).toContain(what)
  }
  for (const text of texts) {
    await secretary.goTo(paths.document(text))
    await secretary.press(/^Vai alla bozza/)
    await secretary.press(/^Congela una versione/)
    await secretary.press(/^Congela la versione 1/)
    expect(await secretary.read()).toContain('La versione è congelata')
  }
  return texts
}

/** Final, adopted by the decision of the group, published: and whoever passes by reads them. */
export async function publishTexts({ secretary, mailReader }: Cast, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await secretary.goTo(paths.version(text, 1))
    await secretary.press(/^Dichiara definitiva/)
    expect(await secretary.read()).toContain('La versione è dichiarata definitiva')
    await secretary.press(/^Registra l’adozione/)
    await secretary.fill({ 'Decisione di adozione': 'Decisione 2' })
    await secretary.press(/^Registra che la versione 1 è adottata/)
    expect(await secretary.read()).toContain('L’adozione è registrata')
    await secretary.press(/^Pubblica/)
    expect(await secretary.read()).toContain('La versione è pubblica')
    await mailReader.goTo(paths.version(text, 1))
    expect(await mailReader.read()).toContain('della scuola')
  }
}
