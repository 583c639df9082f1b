import { crc32 } from 'node:zlib'
import { planInZip } from './sources.ts'

/** A small plan of our own, as its source would be written. */
export function smallPlan(changes: Partial<Record<'title' | 'results' | 'extra', string>> = {}): Record<string, string> {
  const { title = 'Catalogo dei servizi', results = 'Il catalogo è pubblico (entro giugno 2020).', extra = '' } = changes
  return {
    'index.rst': [
      'Piano di prova',
      '++++++++++++++',
      '',
      '.. toctree::',
      '   :numbered:',
      '',
      '   01_servizi.rst',
      '   02_dati.rst',
      '',
    ].join('\n'),
    '01_servizi.rst': [
      ...heading('Servizi', '='),
      'Come le amministrazioni offrono servizi.',
      '',
      ...heading('Linee di azione', '-'),
      ...action(
        '01',
        title,
        'Da gennaio 2019',
        'AGID, Comuni',
        'Si scrive il catalogo.',
        results,
        'Nel breve periodo, impatto su PA e cittadini.',
      ),
      ...action(
        '02',
        'Sportelli',
        'In corso',
        'Comuni',
        'Si aprono gli sportelli.',
        'Gli sportelli sono aperti.',
        'Nel medio periodo, impatto sui cittadini.',
      ),
    ].join('\n'),
    '02_dati.rst': [
      ...heading('Dati', '='),
      'Come si tengono i dati.',
      '',
      ...heading('Linee di azione', '-'),
      ...action(
        '03',
        'Basi di dati',
        'Da gennaio 2021',
        'AGID',
        'Si collegano le basi.',
        'Le basi sono collegate (dicembre 2021).',
        'Nel lungo periodo, impatto sulle PA.',
      ),
      extra,
    ].join('\n'),
  }
}

const heading = (text: string, line: string) => [text, line.repeat(text.length), '']

function action(code: string, title: string, ...values: [string, string, string, string, string]): string[] {
  const names = ['Tempi', 'Attori', 'Descrizione', 'Risultati', 'Aree di intervento']
  const head = [`.. rubric:: **LA${code} - ${title}**`, '   :class: ref', `   :name: la${code}`, '']
  return [...head, ...names.flatMap((name, index) => [`**${name}**`, `  ${values[index]}`, ''])]
}

export function smallPlanImport(changes?: Parameters<typeof smallPlan>[0], edition = '2018-2022') {
  return planInZip(zipOf(smallPlan(changes)), edition)
}

/** A zip archive with its files stored as they are. `mode` is that of a Unix file: 0o120777 makes symbolic links. */
export function zipOf(files: Readonly<Record<string, string>>, mode = 0o100644): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, data])
    const more = Buffer.alloc(14)
    more.writeUInt32LE((mode << 16) >>> 0, 6)
    more.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, more, path]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(locals.length, 8)
  end.writeUInt16LE(locals.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
