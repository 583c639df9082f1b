import type { EcosystemView } from '../../ecosystems/index.ts'
import type { Deed } from '../history.ts'
import { culturePerimeter, cultureVision } from './culture-vision.ts'
import { developmentPerimeter, developmentVision } from './development-perimeter.ts'
import { livesOfText } from './lives.ts'
import type { SampleText } from './sample.ts'

const samples: readonly SampleText[] = [culturePerimeter, cultureVision, developmentPerimeter, developmentVision]

/** Who leads each ecosystem's texts: the chair of its group works for the lead administration. */
export const leads: Readonly<Record<string, string>> = {
  culture: 'Elena Bassani',
  development: 'Antonella Ricciardelli',
  'public-finance': 'Roberto Gallinari',
  welfare: 'Maria Teresa Colaianni',
  health: 'Lorenza Quaglia',
}

/** Perimeters and visions: adopted and in force for culture, still in draft for development. */
export function livesOfTexts(ecosystems: readonly EcosystemView[]): Deed[] {
  return samples.flatMap((sample) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === sample.ecosystem)
    return ecosystem ? livesOfText(sample, ecosystem, leads[sample.body] ?? '') : []
  })
}
