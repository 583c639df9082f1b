import { expect, test } from 'vitest'
import { states } from '../charter/states.ts'
import { StateMark } from './state.tsx'
import { drawn } from './test-reader.tsx'

test.each(states)('the state %s is a shape and a word', (state) => {
  const mark = drawn(<StateMark state={state} />)
  expect(mark).toContain(`href="#s-${state}"`)
  expect(mark).toMatch(/<b>[a-z ]{4,}<\/b>/)
})

test('lateness is counted in days', () => {
  expect(drawn(<StateMark state="late" days={204} />)).toContain('in ritardo di 204 giorni')
  expect(drawn(<StateMark state="late" days={1} />, { lang: 'en' })).toContain('1 day late')
  expect(drawn(<StateMark state="late" days={22} compact />)).toContain('in ritardo, <span class="nb">22 giorni</span>')
})

test('the Italian word agrees with what it speaks of', () => {
  expect(drawn(<StateMark state="done" />)).toContain('concluso')
  expect(drawn(<StateMark state="done" feminine />)).toContain('conclusa')
})
