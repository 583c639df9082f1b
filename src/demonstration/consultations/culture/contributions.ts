import { day } from '../../../kernel/day.ts'
import { momentsBetween } from '../calendar.ts'
import type { SampleContribution, Topic } from '../sample.ts'
import { closings, nameOf, openings, voices } from '../voices.ts'
import { campaign } from './campaign.ts'
import { passages } from './passages.ts'
import { writingOrganisations } from './people.ts'
import { singular } from './singular.ts'
import { topicsOfPeople } from './topics-people.ts'
import { topicsOfPlaces } from './topics-places.ts'
import { topicsOfServices } from './topics-services.ts'

const topics: readonly Topic[] = [...topicsOfPlaces, ...topicsOfServices, ...topicsOfPeople]
const each = 9

type Part = 'voice' | 'sees' | 'lives' | 'asks' | 'closing' | 'new-paragraph'

/** The ways in which people put together what they have to say: some write a line, some a letter. */
const forms: readonly (readonly Part[])[] = [
  ['voice', 'sees', 'new-paragraph', 'lives', 'asks'],
  ['sees'],
  ['lives', 'asks'],
  ['voice', 'sees', 'asks'],
  ['asks'],
  ['sees', 'lives'],
  ['lives', 'sees', 'new-paragraph', 'asks', 'closing'],
  ['voice', 'lives', 'new-paragraph', 'asks'],
  ['sees', 'asks'],
]

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T

/** Nine ways of speaking of each subject, no two alike, in an order that mixes them. */
function ordinary(): SampleContribution[] {
  const many = topics.length * each
  const moments = momentsBetween('2020-06-15', '2020-07-21', many)
  return moments.map(({ on, minute }, place) => {
    // Every subject comes up once in a round, in an order that changes, told each time in another way.
    const round = Math.floor(place / topics.length)
    const about = (place * 11 + round * 5) % topics.length
    const turn = (round + about * 2) % each
    const index = about * each + turn
    const topic = pick(topics, about)
    const form = pick(forms, turn + about)
    const speaker = form.includes('lives') || (about + turn) % 3 > 0 ? null : pick(writingOrganisations, about + turn * 5)
    return {
      key: `${topic.key}-${turn + 1}`,
      on,
      minute,
      name: speaker?.delegate ?? nameOf(index),
      ...(speaker ? { organisation: speaker.name } : {}),
      showsName: speaker !== null || index % 5 < 3,
      at: placeOf(topic, index),
      ...wordsOf(topic, index),
      text: told(topic, turn, speaker ? ['voice', ...form.filter((part) => part !== 'voice')] : form, index, speaker !== null),
      topic: topic.key,
      ...(index % 53 === 20 && on < '2020-07-15' ? { withdrawnOn: day('2020-07-19') } : {}),
    }
  })
}

/** Most speak of a paragraph, some of its section, a few of the whole. */
function placeOf({ at }: Topic, index: number): string | null {
  if (index % 17 === 9) return null
  return index % 6 === 4 ? (at.split('.')[0] ?? at) : at
}

/** Some chose a few words of the paragraph. */
function wordsOf(topic: Topic, index: number): { words?: string } {
  const among = passages[topic.key]
  if (!among || index % 4 !== 1 || placeOf(topic, index) !== topic.at) return {}
  return { words: pick(among, Math.floor(index / 4)) }
}

function told({ sees, lives, asks }: Topic, turn: number, form: readonly Part[], index: number, together: boolean): string {
  const round = Math.floor(turn / 3)
  const words: Record<Part, string> = {
    voice: together ? pick(openings, index) : pick(voices, index * 3 + 1),
    sees: pick(sees, turn),
    lives: pick(lives, turn + round),
    asks: pick(asks, turn + 2 * round),
    closing: pick(closings, index),
    'new-paragraph': '\n\n',
  }
  return form
    .map((part) => words[part])
    .join(' ')
    .replace(/ *\n\n */g, '\n\n')
}

/** Everything that was written by 21 July 2020, the first that arrived first. */
export const cultureContributions: readonly SampleContribution[] = [...ordinary(), ...campaign(), ...singular].sort((a, b) =>
  a.on === b.on ? a.minute - b.minute : a.on < b.on ? -1 : 1,
)
