import { day } from '../../kernel/day.ts'
import {
  beginRanking,
  closeRanking,
  criteriaOf,
  fieldOfScore,
  freezeMethod,
  giveScores,
  optionsOf,
  setMethod,
} from '../../portfolio/index.ts'
import { memberKey } from '../groups/names.ts'
import type { Deed } from '../history.ts'
import { inOffice, whoever } from '../people.ts'

const body = 'culture'
const key = `${body}/ranking`

const criteria = [
  {
    name: 'Quante persone ne hanno beneficio',
    explanation: 'Quante visite, o quanti enti, cambiano in meglio nel primo anno.',
    weight: 35,
    direction: 'more',
  },
  {
    name: 'Quanto è grave il problema',
    explanation: 'Ciò che hanno detto le audizioni: chi rinuncia, chi perde tempo, chi spende due volte.',
    weight: 30,
    direction: 'more',
  },
  { name: 'Che cosa abilita', explanation: 'Quanti altri interventi diventano possibili.', weight: 20, direction: 'more' },
  { name: 'Quanto costa', explanation: 'Spesa e lavoro fino al primo uso.', weight: 15, direction: 'less' },
] as const

/** By member, a row for each intervention in the order of the vision, a score for each criterion. */
const scores: Readonly<Record<string, readonly string[]>> = {
  'Elena Bassani': ['3452', '5433', '5424', '4532', '3343', '3322'],
  'Sara Colonnese': ['4553', '5422', '4434', '4423', '3453', '2332'],
  'Tommaso Verdini': ['2343', '5422', '5535', '3423', '4444', '4332'],
  'Beatrice Altomare': ['3343', '5322', '5524', '4422', '4343', '4422'],
  'Niccolò Serra': ['3553', '4423', '4425', '4533', '2344', '3423'],
}

/** Interventions put in order before the vision was frozen, by a method agreed on first. */
export function livesOfRanking({ id, slug }: { readonly id: string; readonly slug: string }): Deed[] {
  const secretary = inOffice(id, body, 'Paolo Righetti', 'secretary')
  const rapporteur = inOffice(id, body, 'Sara Colonnese', 'rapporteur')
  return [
    {
      on: day('2019-11-11'),
      key,
      by: rapporteur,
      run: (desk) => beginRanking(desk, slug, { title: 'Che cosa viene prima nel 2020' }),
    },
    {
      on: day('2019-11-11'),
      key: `${key}/method`,
      by: rapporteur,
      run: (desk, memory) => setMethod(desk, memory.id(key), { criteria: criteria.map((criterion) => ({ ...criterion })) }),
    },
    { on: day('2019-11-12'), key: `${key}/frozen`, by: secretary, run: (desk, memory) => freezeMethod(desk, memory.id(key)) },
    ...Object.entries(scores).map(
      ([name, rows], index): Deed => ({
        on: day(index < 3 ? '2019-11-14' : '2019-11-18'),
        key: `${key}/scores/${name}`,
        by: (memory) => ({
          ...whoever(memberKey(body, name))(memory),
          grants: [{ role: 'member', scope: { kind: 'body', id: memory.id(body) } }],
        }),
        run: async (desk, memory) => {
          const options = await optionsOf(desk.db, memory.id(key))
          const counts = await criteriaOf(desk.db, memory.id(key))
          const given = options.flatMap((option, row) =>
            counts.map((criterion, at) => [fieldOfScore(option.id, criterion.id), Number(rows[row]?.[at])] as const),
          )
          return giveScores(desk, memory.id(key), new Map(given))
        },
      }),
    ),
    { on: day('2019-11-19'), key: `${key}/closed`, by: secretary, run: (desk, memory) => closeRanking(desk, memory.id(key)) },
  ]
}
