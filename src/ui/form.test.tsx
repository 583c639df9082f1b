import { expect, test } from 'vitest'
import { CheckGroup, RadioGroup, SelectField } from './choice.tsx'
import { TextArea, TextField } from './field.tsx'
import { ErrorSummary } from './form.tsx'
import { SuggestField } from './suggest.tsx'
import { drawn } from './test-reader.tsx'

const errors = { code: 'Il codice ha sei lettere.' }
const values = { code: '"><script>', rooms: ['plan', 'acts'], kind: 'b', notes: '\nprima' }

test('a rejected field comes back with what was written, escaped, tied to its help and its error', () => {
  const field = drawn(<TextField name="code" label="Codice" help="Sei lettere" values={values} errors={errors} />)
  expect(field).toContain('value="&quot;&gt;&lt;script&gt;"')
  expect(field).toContain('aria-describedby="field-code-help field-code-error" aria-invalid="true"')
  expect(field).toContain('id="field-code-error"')
})

test('a required field says so to machines, an optional one says so in words', () => {
  const required = drawn(<TextField name="code" label="Codice" values={{}} errors={{}} />)
  expect(required).toContain('required')
  expect(required).not.toContain('facoltativo')
  const optional = drawn(<TextField name="code" label="Codice" optional values={{}} errors={{}} />)
  expect(optional).not.toContain('required')
  expect(optional).toContain('(facoltativo)')
})

test('the summary leads to every field at fault', () => {
  const summary = drawn(<ErrorSummary errors={{ ...errors, '': 'La pagina è scaduta.' }} labels={{ code: 'Codice IPA' }} />)
  expect(summary).toContain('Ci sono 2 cose da correggere')
  expect(summary).toContain('<a href="#field-code">Codice IPA: Il codice ha sei lettere.</a>')
  expect(summary).toContain('<li>La pagina è scaduta.</li>')
  expect(drawn(<ErrorSummary errors={{}} />)).toBe('')
})

test('choices come back as they were made', () => {
  const options = ['plan', 'acts', 'x'].map((value) => ({ value, label: value }))
  expect(drawn(<CheckGroup name="rooms" label="Stanze" options={options} values={values} errors={{}} />).match(/checked/g)).toHaveLength(2)
  const kinds = ['a', 'b'].map((value) => ({ value, label: value }))
  expect(drawn(<RadioGroup name="kind" label="Genere" options={kinds} values={values} errors={{}} />)).toMatch(/value="b" checked/)
  expect(drawn(<SelectField name="kind" label="Genere" options={kinds} values={values} errors={{}} />)).toMatch(/value="b" selected/)
})

test('a text that begins with an empty line keeps it', () => {
  expect(drawn(<TextArea name="notes" label="Note" values={values} errors={{}} />)).toContain('>\n\nprima</textarea>')
})

test('without a script the suggestions found are circles to pick from', () => {
  const options = [{ value: '7', label: 'Ministero della Salute', detail: 'm_sal' }]
  const field = drawn(
    <SuggestField
      name="parent"
      label="Da chi dipende"
      source="/organizzazioni/suggerimenti"
      options={options}
      values={{ 'parent-query': 'salu' }}
      errors={{}}
    />,
    { lang: 'en' },
  )
  expect(field).toContain('data-suggest="/en/organizzazioni/suggerimenti"')
  expect(field).toContain('name="parent-query" value="salu"')
  expect(field).toMatch(/type="radio" id="field-parent-found-1" name="parent" value="7"/)
})
