import { byHand, type Hands } from './by-hand.ts'
import type { Site } from './site.ts'

export const slug = 'scuola'

export interface Cast {
  readonly administrator: Hands
  readonly lead: Hands
  readonly secretary: Hands
  readonly member: Hands
  /** Somebody who reads the mails of the demonstration and has not entered. */
  readonly mailReader: Hands
}

/** The people of the story, on a phone's width and without script. */
export async function castOf(site: Site): Promise<Cast> {
  const as = async (name?: string) => byHand(await site.visit({ script: false, width: 320, ...(name ? { as: name } : {}) }))
  return {
    administrator: await as('Marco Tavella'),
    lead: await as('Elena Bassani'),
    secretary: await as('Paolo Righetti'),
    member: await as('Luca Ansaldi'),
    mailReader: await as(),
  }
}

/** The id of what a page shows stands in its address. */
export const idIn = ({ page }: Hands): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? ''
