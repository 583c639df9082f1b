import { oneLine } from '../../platform/rst.ts'

const genitive = /^(?:della|dello|delle|degli|dei|del|di)(?!\p{L})|^dell['’]/u
const adjective = /^(?:centrali|regionali|locali|territoriali)(?!\p{L})/iu
const continuation = new RegExp(`^(?:e )?(?:${genitive.source})|${adjective.source}`, 'u')

/**
 * Splits 'Ministero della Salute, INAIL' at its commas. A piece that begins as 'dell’Università e della Ricerca'
 * goes on with the name before it; commas in parentheses belong to the name.
 */
export function splitNames(text: string): string[] {
  const names: string[] = []
  for (const piece of outsideParentheses(oneLine(text), /,\s*/g)) {
    const name = piece.trim().replace(/[.;]$/, '')
    if (name === '') continue
    if (continuation.test(name) && names.length > 0) names[names.length - 1] = `${names.at(-1)}, ${name}`
    else names.push(name)
  }
  return names
}

const acronym = /^\p{Lu}{2,}(?![\p{L}\d])/u
const wholeAcronym = /^\p{Lu}{2,}$/u
const properName = /^\p{Lu}[\p{L}’']+ /u

/**
 * An 'e' joins two actors when it stands beside an acronym ('AGID e Regioni', 'Comuni e PA') or before a proper name
 * ('… e Banca d’Italia'). Otherwise it is part of the name.
 */
export function splitActors(text: string): string[] {
  return splitNames(text).flatMap((name) => {
    const actors: string[] = []
    for (const piece of outsideParentheses(name, / e /g)) {
      const before = actors.at(-1)
      const joins =
        before === undefined || wholeAcronym.test(before) || acronym.test(piece) || (/^\p{Lu}/u.test(before) && properName.test(piece))
      if (joins && !genitive.test(piece) && !adjective.test(piece)) actors.push(piece)
      else actors[actors.length - 1] = `${before} e ${piece}`
    }
    return actors
  })
}

/** True where an 'e' left inside a name may well join two actors: for a person to decide. */
export function mayBeTwo(name: string): boolean {
  const pieces = outsideParentheses(name, / e /g)
  return pieces
    .slice(1)
    .some((piece) => !genitive.test(piece) && !adjective.test(piece) && !/^(?:relativ|lor|alt?r|su[aoe]i?)\p{L}* /u.test(piece))
}

/** A clause among the names ('sentito il …') names nobody who acts. */
export function isClause(name: string): boolean {
  return /^(?:sentit[oaie]|previ[oa]|su proposta|d['’]intesa|in collaborazione) /i.test(name)
}

function outsideParentheses(text: string, separator: RegExp): string[] {
  const pieces: string[] = []
  let start = 0
  let seen = 0
  let depth = 0
  for (const found of text.matchAll(separator)) {
    for (; seen < found.index; seen++) depth += text[seen] === '(' ? 1 : text[seen] === ')' ? -1 : 0
    if (depth > 0) continue
    pieces.push(text.slice(start, found.index))
    start = found.index + found[0].length
  }
  return [...pieces, text.slice(start)]
}
