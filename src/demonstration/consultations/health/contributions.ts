import { addDays, day } from '../../../kernel/day.ts'
import { momentsBetween } from '../calendar.ts'
import type { SampleContribution } from '../sample.ts'
import { nameOf } from '../voices.ts'
import { onServices } from './on-services.ts'
import { onTheRecord } from './on-the-record.ts'
import { onTheWhole } from './on-the-whole.ts'
import { writingOrganisations } from './people.ts'
import type { Said } from './sample.ts'

export const closesOn = day('2019-01-31')
const lastToArrive = '2019-01-28'

interface Told extends Said {
  readonly topic: string
  readonly key: string
}

const all: readonly Told[] = [...onTheRecord, ...onServices, ...onTheWhole].flatMap(({ topic, at, said }) =>
  said.map((one, index) => ({ at, ...one, topic, key: `${topic}-${index + 1}` })),
)

/** Has no divisor in common with how many there are: the subjects come up mixed, each text once. */
const step = 31
if (all.length % step === 0) throw new Error('the contributions on health would not all come up')

const sent: readonly SampleContribution[] = momentsBetween('2018-11-05', lastToArrive, all.length).map(({ on, minute }, place) => {
  const { text, at = null, words, lang, who, organisation, topic, key, ...fate } = all[(place * step + 5) % all.length] as Told
  const delegate = writingOrganisations.find(({ name }) => name === organisation)?.delegate
  const { hidden, appeal, withdrawn, later, comments } = fate
  return {
    ...{ key, on, minute, at, text, topic },
    name: delegate ?? who ?? nameOf(2000 + place),
    showsName: organisation !== undefined || place % 3 > 0,
    ...(organisation ? { organisation } : {}),
    ...(words ? { words } : {}),
    ...(lang ? { lang } : {}),
    ...(withdrawn ? { withdrawnOn: addDays(on, 2) } : {}),
    ...(later ? { changed: { on: addDays(on, 2), text: later } } : {}),
    ...(hidden ? { hidden: { on: addDays(on, 1), ...hidden } } : {}),
    ...(appeal ? { appeal: { on: addDays(on, 3), settledOn: addDays(on, 8), ...appeal } } : {}),
    ...(comments ? { comments: comments.map((said, index) => ({ on: addDays(on, 1 + index), ...said })) } : {}),
  }
})

/** Those that came by other ways, keyed in by the secretary. */
const otherways: readonly SampleContribution[] = [
  {
    key: 'paper-1',
    ...{ on: '2018-12-04', minute: 200, name: 'Ersilia Bonfanti', showsName: true, at: '5.1', topic: 'booking' },
    text: 'Ho settantanove anni e la visita la prenoto di persona, con la stessa impiegata da sempre. Se la togliete, vado di persona dal ministro.',
    channel: { kind: 'paper', protocol: '2018-0031177' },
  },
  {
    key: 'pec-1',
    ...{ on: '2019-01-15', minute: 150, name: 'Bruna Spadaccini', organisation: 'Voce dei Malati Cronici', showsName: true, at: '6' },
    topic: 'telemedicine',
    text: 'Si trasmette la posizione approvata dall’assemblea: il telemonitoraggio delle malattie croniche deve essere gratuito per chi lo usa, compreso l’apparecchio, e non può sostituire la visita di controllo.',
    channel: { kind: 'certified-mail', protocol: '2019-0001204' },
  },
]

/** Everything that was written between November 2018 and January 2019. */
export const healthContributions: readonly SampleContribution[] = [...sent, ...otherways]
