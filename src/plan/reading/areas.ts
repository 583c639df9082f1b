import { oneLine } from '../../platform/rst.ts'

export type Horizon = 'short' | 'medium' | 'long'

export interface Impact {
  readonly horizons: readonly Horizon[]
  readonly text: string
  readonly subjects: readonly string[]
}

const term = String.raw`(?:breve|medio|lungo)(?:(?:\s+e\s+|\s*,\s*|\s*[/-]\s*)(?:breve|medio|lungo))*`
const lead = new RegExp(
  String.raw`(?:^|[.;,]\s+|\s+e,?\s+)(?:nel\s+(${term})(?:\s+(?:periodo|termine))?[\s,]*(?:impatto[\s,]*)?|impatto\s+a\s+(${term})\s+termine[\s,]*)`,
  'gi',
)
const horizonOf: Record<string, Horizon> = { breve: 'short', medio: 'medium', lungo: 'long' }
const preposition = /^(?:su|sul|sullo|sulla|sui|sugli|sulle|verso)\s+(?:(?:il|lo|la|i|gli|le)\s+)?|^(?:sull['’]|verso l['’])/i

/** 'Nel breve periodo, impatto sulle PA; nel lungo periodo sui cittadini' → who feels it, and when. Null when irregular. */
export function readAreas(written: string): readonly Impact[] | null {
  const text = oneLine(written)
  const leads = [...text.matchAll(lead)]
  if (leads[0]?.index !== 0) return null
  const impacts = leads.map((found, position) => {
    const end = leads[position + 1]?.index ?? text.length
    const subject = text
      .slice(found.index + found[0].length, end)
      .trim()
      .replace(/[.;,]$/, '')
    const words = (found[1] ?? found[2] ?? '').toLowerCase().match(/breve|medio|lungo/g) ?? []
    return { horizons: words.flatMap((word) => horizonOf[word] ?? []), text: subject, subjects: splitSubjects(subject) }
  })
  const regular = impacts.every((impact) => preposition.test(impact.text) && impact.subjects.length > 0 && !/[.;:]\s/.test(impact.text))
  return regular ? impacts : null
}

const genitive = /^(?:dell['’]|della|dello|delle|degli|dei|del|di)(?![a-z])|^dell['’]/

function splitSubjects(text: string): string[] {
  const subjects: string[] = []
  let depth = 0
  let current = ''
  for (const piece of text.split(/(,\s*(?:e\s+)?|\s+e\s+(?=\S)|[()])/)) {
    if (piece === '(') depth++
    if (piece === ')') depth--
    const separates = depth === 0 && /^(?:,|\s+e\s)/.test(piece)
    if (!separates) current += piece
    else {
      subjects.push(current, piece)
      current = ''
    }
  }
  subjects.push(current)
  const joined: string[] = []
  for (let i = 0; i < subjects.length; i += 2) {
    const subject = subjects[i] ?? ''
    if (i > 0 && genitive.test(subject)) joined.push(`${joined.pop()}${subjects[i - 1]}${subject}`)
    else joined.push(subject)
  }
  return joined.map((subject) => subject.trim().replace(preposition, '')).filter((subject) => subject !== '')
}
