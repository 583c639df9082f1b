import { expect, test } from 'vitest'
import { closeAll } from './close-all.ts'

test('everything is closed in order, though one thing does not close, and that is told', async () => {
  const closed: string[] = []
  const closing = closeAll(
    async () => void closed.push('jobs'),
    async () => {
      throw new Error('the connections stayed')
    },
    () => void closed.push('server'),
  )
  await expect(closing).rejects.toThrow('the connections stayed')
  expect(closed).toEqual(['jobs', 'server'])
})

test('of several failures all are told', async () => {
  const failing = (words: string) => () => Promise.reject(new Error(words))
  const error = await closeAll(failing('one'), failing('two')).catch((caught) => caught)
  expect(error).toBeInstanceOf(AggregateError)
  expect(error.errors.map(({ message }: Error) => message)).toEqual(['one', 'two'])
})
