import { readIpa } from '../src/organisations/csv.ts'
import { importOrganisations } from '../src/organisations/import.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure, secondsOf } from './figure.ts'

const lines = 25_000
const longest = 15

/** The file of the index, at its real size: brought in whole, then again, then with every tenth name changed. */
export async function run(): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const bring = (text: string) => importOrganisations(desk, readIpa([Buffer.from(text)]))
    const first = await secondsOf(() => bring(fileWith((n) => `Comune di Prova ${n}`)))
    const again = await secondsOf(() => bring(fileWith((n) => `Comune di Prova ${n}`)))
    const renamed = await secondsOf(() => bring(fileWith((n) => (n % 10 === 0 ? `Unione di Prova ${n}` : `Comune di Prova ${n}`))))
    return [
      figure('organisations-import', first, 's', longest),
      figure('organisations-import-again', again, 's', longest),
      figure('organisations-import-renamed', renamed, 's', longest),
    ]
  })
}

/** As many columns as the real file has, the others being noise. */
function fileWith(nameOf: (n: number) => string): string {
  const noise = Array.from({ length: 25 }, (_, n) => `Altra_${n}`)
  const head = [
    'Codice_IPA',
    'Denominazione_ente',
    'Codice_fiscale_ente',
    'Codice_Categoria',
    'Acronimo',
    'Data_aggiornamento',
    ...noise,
  ].join(',')
  const categories = ['L6', 'L33', 'C1', 'L17', 'L8']
  const rows = Array.from({ length: lines }, (_, n) =>
    [`p_${n}`, `"${nameOf(n)}, in breve"`, taxCode(n), categories[n % categories.length], '', '2024-01-31', ...noise].join(','),
  )
  return [head, ...rows].join('\n')
}

/** Eleven digits whose check digit adds up. */
function taxCode(n: number): string {
  const ten = String(8_000_000_000 + n)
  const sum = [...ten].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${ten}${(10 - (sum % 10)) % 10}`
}
