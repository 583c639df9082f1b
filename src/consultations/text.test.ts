import { describe, expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { selectionIn, wordsNotThere, wordsTooMany } from './rules/selection.ts'
import { contributed, delegate, opened, person } from './test-consultation.ts'

describe('words chosen in a paragraph', () => {
  const text = 'Un solo biglietto per tutti. Il biglietto vale un anno.'

  test('are found where the browser says, with a little of what is around', () => {
    expect(selectionIn(text, { starts: 32, exact: 'biglietto' })).toEqual({
      starts: 32,
      ends: 41,
      exact: 'biglietto',
      prefix: 'Un solo biglietto per tutti. Il ',
      suffix: ' vale un anno.',
    })
  })

  test('are found again when the place is told wrong, but only if they stand there once', () => {
    expect(selectionIn(text, { starts: 3, exact: 'vale un anno' })).toMatchObject({ starts: 42 })
    expect(() => selectionIn(text, { starts: 3, exact: 'biglietto' })).toThrow(wordsNotThere.slug)
    expect(() => selectionIn(text, { starts: 0, exact: 'altre parole' })).toThrow(wordsNotThere.slug)
    expect(() => selectionIn(text, { starts: 27, exact: '. ' })).toThrow(wordsTooMany.slug)
  })
})

describe('the text of a consultation', () => {
  test('is read with the number of each paragraph, its heat and its notes', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const ticket = blocks[3]?.id
    for (const text of ['Anche i parchi.', 'Anche le biblioteche.', 'Anche gli archivi.', 'Anche i teatri.'])
      await contributed(whole, ada, { target: 'block', blockId: ticket, text, showsName: true })
    const address = `/consultazioni/${consultation.id}/testo`
    const page = await house.read(address)
    expect(page).toContain('mancano 51 giorni')
    expect(page).toContain('¶ 2')
    expect(page).toContain('Ada Cittadina')
    expect(page).toContain('Leggi le altre 1')
    expect(page).not.toContain('Anche i parchi.')
    expect(page).toContain('Commenta per primo')
    const part = await house.read(`${address}?parte=${blocks[0]?.id}`)
    expect(part).not.toContain('Un solo biglietto')
    const block = await house.read(`/en${address}/${ticket}`)
    expect(block).toContain('Anche i parchi.')
    expect((await house.ask(`${address}/${newId()}`)).status).toBe(404)
    for (const odd of ['?parte=x&chi=x&ordine=x', '?parte=%00', '?chi=persone&ordine=supported'])
      expect((await house.ask(address + odd)).status).toBe(200)
  })

  test('invites to write only while one can', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    await contributed(whole, await person(house), { target: 'block', blockId: blocks[3]?.id, text: 'Anche i parchi.', showsName: true })
    house.at('2020-12-01T10:00:00+01:00')
    const page = await house.read(`/consultazioni/${consultation.id}/testo`)
    expect(page).toContain('Anche i parchi.')
    expect(page).toContain('Che cosa è stato osservato su ogni paragrafo')
    expect(page).not.toMatch(/[Cc]ommenta /)
    expect(page).not.toContain('data-words')
    expect(await house.read(`/consultazioni/${consultation.id}`)).toContain('Leggi il testo e le osservazioni')
  })

  test('costs as many statements however much was written', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const address = `/consultazioni/${consultation.id}/testo`
    await contributed(whole, ada, { target: 'block', blockId: blocks[3]?.id, text: 'Uno.', showsName: true })
    await house.read(address)
    const few = await house.countQueries(() => house.read(`${address}?chi=persone`))
    for (const block of blocks)
      for (let times = 0; times < 4; times += 1)
        await contributed(whole, ada, { target: 'block', blockId: block.id, text: 'Due.', showsName: true })
    expect(await house.countQueries(() => house.read(`${address}?chi=persone&ordine=supported`))).toBe(few)
  })

  test('takes comments on some words, found again in the stored text', async () => {
    const { house, consultation, blocks } = await opened()
    const ada = await person(house)
    const block = blocks[3]?.id ?? ''
    const takePart = `/consultazioni/${consultation.id}/partecipa`
    const form = await house.read(`${takePart}?blocco=${block}&da=8&parole=biglietto%20per%20tutti`, ada)
    expect(form).toContain('>biglietto per tutti</blockquote>')
    expect(form).toContain('name="starts" value="8"')
    const send = (exact: string) =>
      house.ask(takePart, {
        as: ada,
        form: {
          target: 'words',
          blockId: block,
          starts: '8',
          exact,
          text: 'Anche i parchi.',
          key: newId(),
          doing: 'send',
        },
      })
    expect((await send('parole mai scritte')).status).toBe(422)
    expect((await send('biglietto per tutti')).status).toBe(303)
    const page = await house.read(`/consultazioni/${consultation.id}/testo`)
    expect(page).toContain('data-starts="8" data-ends="27"')
    expect(page).toContain('<q lang="it">biglietto per tutti</q>')
    const [, one] = /osservazioni\/(\d+)"/.exec(page) ?? []
    const itself = await house.read(`/consultazioni/${consultation.id}/osservazioni/${one}`)
    expect(itself).toContain('<blockquote lang="it">biglietto per tutti</blockquote>')
  })

  test('shows the others of the same kind only, and links to them', async () => {
    const whole = await opened()
    const { house, consultation, blocks } = whole
    const ada = await person(house)
    const { actor, organisationId } = await delegate(house)
    const target = { target: 'block', blockId: blocks[3]?.id }
    for (let times = 0; times < 4; times += 1) await contributed(whole, ada, { ...target, text: `Da persona, ${times}.` })
    await contributed(whole, actor, { ...target, text: 'Da ente.', organisationId, mandate: 'Delibera 3' })
    const address = `/consultazioni/${consultation.id}/testo`
    const page = await house.read(`${address}?chi=persone`)
    expect(page).toContain(`${address}/${blocks[3]?.id}?chi=persone`)
    expect(page).not.toContain('Da ente.')
    const block = await house.read(`${address}/${blocks[3]?.id}?chi=persone`)
    expect(block).toContain('Da persona, 0.')
    expect(block).not.toContain('Da ente.')
    expect(await house.read(`${address}?chi=organizzazioni`)).not.toContain('?chi=organizzazioni">Leggi le altre')
  })

  test('keeps the chosen words with a draft', async () => {
    const { house, consultation, blocks } = await opened()
    const ada = await person(house)
    const takePart = `/consultazioni/${consultation.id}/partecipa`
    const draft = newId()
    const form = {
      target: 'words',
      blockId: blocks[3]?.id ?? '',
      starts: '8',
      exact: 'biglietto per tutti',
      text: 'A metà.',
      key: newId(),
      draft,
    }
    expect((await house.ask(takePart, { as: ada, form: { ...form, doing: 'draft' } })).status).toBe(303)
    const again = await house.read(`${takePart}?bozza=${draft}`, ada)
    expect(again).toContain('>biglietto per tutti</blockquote>')
    expect(again).toContain('name="starts" value="8"')
    expect(again).toContain('name="target" value="words"')
    expect(again).toContain('A metà.')
  })
})
