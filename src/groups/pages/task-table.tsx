import { paths } from '../../charter/paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { bodyWords } from '../messages/bodies.ts'
import { taskWords } from '../messages/tasks.ts'
import type { Seat } from '../people.ts'
import { type Task, taskState } from '../rules/tasks.ts'
import { Who } from './composition.tsx'

interface TaskTableProps {
  readonly tasks: readonly Task[]
  readonly seats: readonly Seat[]
  readonly mayWithdraw: boolean
}

/** What the members of a body have to do: for those who belong to it. */
export function TaskTable({ tasks, seats, mayWithdraw }: TaskTableProps) {
  const t = useWords(taskWords)
  const b = useWords(bodyWords)
  const { today } = useReader()
  if (tasks.length === 0)
    return (
      <Empty good>
        <p>{b('noTasks')}</p>
      </Empty>
    )
  const columns: Column<Task>[] = [
    { label: t('what'), rowHeader: true, cell: ({ text, note }) => (note ? `${text} (${note})` : text) },
    { label: t('who'), cell: ({ ownerId }) => <Owner seat={seats.find(({ id }) => id === ownerId)} /> },
    { label: t('when'), cell: ({ dueDay }) => <Time day={dueDay} /> },
    {
      label: t('state'),
      cell: (task) => {
        const { state, daysLate } = taskState(task, today)
        return <StateMark state={state} days={daysLate} {...(state === 'done' ? { label: t('doneOn') } : {})} />
      },
    },
  ]
  const withdraw: Column<Task> = {
    label: t('withdraw'),
    selfEvident: true,
    cell: ({ id, text, doneAt }) =>
      doneAt ? null : (
        <Form action={paths.taskEnd(id)} class="inline-form">
          <SubmitButton kind="secondary" small>
            {t('withdraw')}
            <span class="visually-hidden">: {text}</span>
          </SubmitButton>
        </Form>
      ),
  }
  return <Table caption={b('tasks')} captionHidden rows={tasks} columns={mayWithdraw ? [...columns, withdraw] : columns} />
}

function Owner({ seat }: { readonly seat: Seat | undefined }) {
  return seat ? <Who seat={seat} /> : <></>
}
