import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('words are quoted, and quotes inside are doubled', () => {
  const rows = [
    ['a', 'b "c"', null, -3],
    ['uno\ndue', 'x,y', '', 0],
  ]
  expect(csvOf(rows)).toBe('"a","b ""c""","",-3\r\n"uno\ndue","x,y","",0\r\n')
})

test.each(['=1+1', '+39', '-1', '@a', ' =1', '\t=1', '\r=1', '\n=1', '＝1'])('a spreadsheet does not run %j', (text) => {
  expect(csvOf([[text]])).toBe(`"'${text}"\r\n`)
})
