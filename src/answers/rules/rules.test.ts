import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mustKeepPromises, mustOweNobody, toAnswer } from './account.ts'
import { areAlike, bandsOf, likeness, ownSentences, plainWords, shingles } from './likeness.ts'
import { mustFitItsChanges, resultOf } from './replies.ts'
import { mustBeVolume, volumesOf } from './volumes.ts'

const letter =
  'Chiediamo che gli orari di apertura dei musei siano pubblicati come dati aperti, con un identificativo stabile per ogni luogo, e che ogni gestore li tenga aggiornati ogni giorno.'

describe('the account of a consultation', () => {
  const even = { received: 10, answered: 6, withdrawn: 3, moderated: 1, prepared: 0 }

  test('is even when answered, withdrawn and moderated make the received', () => {
    expect(toAnswer(even)).toBe(0)
    expect(() => mustOweNobody(even)).not.toThrow()
  })

  test('refuses the conclusion while one contribution waits, prepared replies or not', () => {
    expect(() => mustOweNobody({ ...even, received: 11, prepared: 1 })).toThrow('contributions-waiting')
  })

  test('asks that what was accepted is seen in the text', () => {
    const promises = [{ number: 'C-2020-0001', blockIds: ['a', 'b'] }]
    expect(() => mustKeepPromises(promises, new Set(['b']))).not.toThrow()
    expect(() => mustKeepPromises(promises, new Set(['c']))).toThrow('accepted-change-not-made')
  })
})

describe('a reply', () => {
  test('that accepts names what it changes, and the others change nothing', () => {
    expect(() => mustFitItsChanges('accepted', [])).toThrow('reply-change-needed')
    expect(() => mustFitItsChanges('partly-accepted', ['a'])).not.toThrow()
    expect(() => mustFitItsChanges('noted', ['a'])).toThrow('reply-without-change')
    expect(() => mustFitItsChanges('not-accepted', [])).not.toThrow()
  })

  test('to many leaves alone what is published, withdrawn or hidden, and takes over what was only prepared', () => {
    const item = { contributionId: 'c', number: 1, withdrawn: false, hidden: false, replyId: null, published: false }
    expect(resultOf(undefined, null)).toBe('unknown')
    expect(resultOf(item, null)).toBe('answered')
    expect(resultOf({ ...item, replyId: 'r' }, 'r')).toBe('answered')
    expect(resultOf({ ...item, replyId: 'r' }, null)).toBe('moved')
    expect(resultOf({ ...item, replyId: 'r', published: true }, null)).toBe('answered-already')
    expect(resultOf({ ...item, withdrawn: true, published: true, replyId: 'r' }, null)).toBe('withdrawn')
    expect(resultOf({ ...item, hidden: true }, null)).toBe('hidden')
  })
})

describe('likeness', () => {
  test('does not see case, accents, punctuation or spaces', () => {
    expect(plainWords('  Perché   NO?! È così… ')).toEqual(['perche', 'no', 'e', 'cosi'])
    expect(plainWords('È COSÌ.')).toEqual(plainWords('e cosi'))
  })

  test('takes a campaign’s letter with a few words of one’s own for nearly the same, and shows those words', () => {
    const own = 'Lo dico da guida turistica di Matera.'
    expect(areAlike(plainWords(letter), plainWords(`${letter} ${own}`))).toBe(true)
    const said = ownSentences(`${letter} ${own}`, [letter, letter.toUpperCase(), letter], 'it')
    expect(said).toEqual([
      { sentence: letter, own: false },
      { sentence: own, own: true },
    ])
  })

  test('does not take for the same two texts about the same thing', () => {
    const other =
      'Gli orari di apertura dei musei cambiano spesso e nessuno li aggiorna: servono sanzioni per i gestori, non altri dati aperti o identificativi.'
    expect(areAlike(plainWords(letter), plainWords(other))).toBe(false)
  })

  test('of short texts only the very same are alike', () => {
    expect(areAlike(plainWords('Sono d’accordo.'), plainWords('sono d’ACCORDO!'))).toBe(true)
    expect(areAlike(plainWords('Sono d’accordo.'), plainWords('Non sono d’accordo.'))).toBe(false)
    expect(bandsOf(plainWords('Sono d’accordo.'))).toEqual([])
  })

  test('texts that are nearly the same share a band, whatever they say', () => {
    const words = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('').map((c) => c.repeat(4))), {
      minLength: 40,
      maxLength: 120,
    })
    fc.assert(
      fc.property(words, fc.nat(), (text, at) => {
        const changed = text.toSpliced(at % text.length, 1, 'altro')
        fc.pre(likeness(shingles(text), shingles(changed)) >= 0.85)
        const bands = new Set(bandsOf(text))
        return bandsOf(changed).some((band) => bands.has(band))
      }),
      { numRuns: 300 },
    )
  })
})

test('outcomes on paper are as many papers as hold them, up to what only a table can hold', () => {
  expect([0, 1000, 1001, 10_000, 20_000, 20_001].map(volumesOf)).toEqual([1, 1, 2, 10, 20, 0])
  expect(mustBeVolume(1001, 2)).toEqual({ number: 2, of: 2 })
  expect(() => mustBeVolume(1001, 3)).toThrow('not-found')
  expect(() => mustBeVolume(20_001, 1)).toThrow('too-many-for-paper')
})
