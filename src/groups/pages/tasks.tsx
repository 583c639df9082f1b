import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { daysBetween } from '../../kernel/day.ts'
import { Problem, signInFirst } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Tasks } from '../../ui/tasks.tsx'
import { FinishForm, finishTask, withdrawTask } from '../actions/tasks.ts'
import { type OwnTask, tasksOf } from '../duties.ts'
import { taskWords } from '../messages/tasks.ts'
import { taskState } from '../rules/tasks.ts'

export const taskPages = router()

taskPages.get('/compiti', async (c) => {
  const tasks = await ownTasks(c)
  return c.html(<TasksPage reader={c.var.reader} tasks={tasks} done={c.req.query('fatto')} />)
})

async function ownTasks(c: Ctx): Promise<OwnTask[]> {
  const { db, today, actor } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  return tasksOf(db, actor.id, today)
}

taskPages.get('/compiti/:id/fatto', (c) => donePage(c, { values: {}, errors: {} }))

taskPages.post('/compiti/:id/fatto', async (c) => {
  const form = await readForm(c, FinishForm)
  if (!form.data) return donePage(c, form)
  try {
    await finishTask(c.var, c.req.param('id'), form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.tasks, { fatto: 'fatto' })), 303)
  } catch (error) {
    return donePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function donePage(c: Ctx, filled: Filled) {
  const task = (await ownTasks(c)).find(({ id }) => id === c.req.param('id'))
  if (!task) return c.redirect(inLang(c.var.reader.lang, paths.tasks), 303)
  mustBeAble(c.var.actor, 'groups.finish-task', { kind: 'person', id: c.var.actor.id ?? '' })
  return c.html(<DonePage reader={c.var.reader} task={task} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

taskPages.post('/compiti/:id/ritiro', async (c) => {
  const { bodyId } = await withdrawTask(c.var, c.req.param('id'))
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.body(bodyId), { fatto: 'ritirato' })), 303)
})

interface TasksPageProps {
  readonly reader: Reader
  readonly tasks: readonly OwnTask[]
  readonly done: string | undefined
}

function TasksPage({ reader, tasks, done }: TasksPageProps) {
  const t = wordsFor(reader, taskWords)
  return (
    <Page reader={reader} title={t('title')} section="desk" trail={[{ label: t('title') }]} address={paths.tasks}>
      <div class="container">
        <Done words={taskWords} done={done} />
        <PageHead title={t('title')} lead={t('lead', { count: tasks.length })} />
        {tasks.length > 0 ? (
          <Section id="compiti" title={t('open')} quietTitle>
            <Tasks
              items={tasks.map((task) => {
                const { state, daysLate } = taskState(task, reader.today)
                return {
                  state,
                  days: daysLate,
                  ...(daysLate === null ? { label: t('daysLeft', { days: daysBetween(reader.today, task.dueDay) }) } : {}),
                  due: t('by', { day: formatDay(reader.lang, task.dueDay) }),
                  title: task.text,
                  text: <Link to={paths.body(task.bodyId)}>{task.bodyName}</Link>,
                  action: { to: paths.taskDone(task.id), label: t('done') },
                }
              })}
            />
          </Section>
        ) : (
          <Empty good>
            <p>{t('none')}</p>
          </Empty>
        )}
        <p class="more">
          <Link to={paths.calendars}>{t('calendarTitle')}</Link>
        </p>
      </div>
    </Page>
  )
}

interface DonePageProps extends Filled {
  readonly reader: Reader
  readonly task: OwnTask
}

function DonePage({ reader, task, ...filled }: DonePageProps) {
  const t = wordsFor(reader, taskWords)
  const address = paths.taskDone(task.id)
  const trail = [{ label: t('title'), to: paths.tasks }, { label: t('doneTitle') }]
  return (
    <FormPage
      reader={reader}
      title={t('doneTitle')}
      section="desk"
      trail={trail}
      kicker={[t('from', { body: task.bodyName })]}
      lead={task.text}
      address={address}
      cancel={paths.tasks}
      submit={t('finish')}
      labels={{ note: t('note') }}
      filled={filled}
    >
      <TextArea name="note" label={t('note')} help={t('noteHelp')} rows={4} optional maxlength={2000} {...filled} />
    </FormPage>
  )
}
