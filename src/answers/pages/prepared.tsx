import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { withdrawReply } from '../actions/replies.ts'
import { queueWords } from '../messages/queue.ts'
import type { Account } from '../rules/account.ts'
import { markOfOutcome } from '../rules/replies.ts'
import { accountOf } from '../store/account.ts'
import { listPrepared, type PreparedReply } from '../store/prepared.ts'
import { AccountBar } from './account-bar.tsx'
import { type Around, aroundConsultation, trailIn } from './around.tsx'

export const preparedPages = router()

preparedPages.get('/consultazioni/:id/risposte/preparate', preparedPage)

preparedPages.post('/consultazioni/:id/risposte/:reply/ritiro', async (c) => {
  const { id, reply } = c.req.param()
  const { place } = await aroundConsultation(c, id)
  mustBeAble(c.var.actor, 'answers.prepare', place)
  await withdrawReply(c.var, id, reply)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.answersPrepared(id), { fatto: 'ritirata' })), 303)
})

const Query = z.object({ da: z.string().max(500).optional(), fatto: z.string().max(30).optional().catch(undefined) })

async function preparedPage(c: Ctx) {
  const { db, actor, reader } = c.var
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'answers.prepare', around.place)
  const { da, fatto } = Query.parse(c.req.query())
  const { items, next } = await listPrepared(db, around.consultation.id, { cursor: da, limit: 30 })
  const account = await accountOf(db, around.consultation.id)
  const mayPublish = can(actor, 'answers.publish', around.place)
  return c.html(<PreparedPage {...{ reader, around, items, next, account, mayPublish, first: da === undefined, done: fatto }} />)
}

interface PreparedProps {
  readonly reader: Reader
  readonly around: Around
  readonly items: readonly PreparedReply[]
  readonly next: string | null
  readonly first: boolean
  readonly account: Account
  readonly mayPublish: boolean
  readonly done: string | undefined
}

function PreparedPage({ reader, around, items, next, first, account, mayPublish, done }: PreparedProps) {
  const t = wordsFor(reader, queueWords)
  const { id } = around.consultation
  const trail = trailIn(around, { label: t('title'), to: paths.answers(id) }, { label: t('preparedTitle') })
  return (
    <Page reader={reader} title={t('preparedTitle')} section="consultations" trail={trail} address={paths.answersPrepared(id)}>
      <div class="container">
        <Done words={queueWords} done={done} />
        <PageHead title={t('preparedTitle')} kicker={[around.ecosystem.name, around.title]} lead={t('preparedLead')} />
        <AccountBar account={account} />
        {items.length === 0 ? (
          <Empty>
            <p>{t('noPrepared')}</p>
            <p>
              <Link to={paths.answers(id)}>{t('back')}</Link>
            </p>
          </Empty>
        ) : (
          <>
            {mayPublish && (
              <p class="actions">
                <ButtonLink to={paths.answersPublication(id)} kind="primary">
                  {t('publish', { contributions: account.prepared })}
                </ButtonLink>
              </p>
            )}
            <ul class="plain prepared-list">
              {items.map((item) => (
                <PreparedItem item={item} consultationId={id} />
              ))}
            </ul>
            <Pager
              shown={items.length}
              next={next && withQuery(paths.answersPrepared(id), { da: next })}
              first={first ? null : paths.answersPrepared(id)}
            />
          </>
        )}
      </div>
    </Page>
  )
}

function PreparedItem({ item, consultationId }: { readonly item: PreparedReply; readonly consultationId: string }) {
  const t = useWords(queueWords)
  const { instant } = useFormats()
  const start = item.reasonIt.slice(0, 40)
  return (
    <li>
      <p>
        <StateMark state={markOfOutcome[item.outcome]} label={t(`outcome.${item.outcome}`)} />
      </p>
      <p lang="it">{item.reasonIt.length > 400 ? `${item.reasonIt.slice(0, 400).trimEnd()}…` : item.reasonIt}</p>
      <p class="quiet small">
        {t('answers', { count: item.contributions })} · {instant(item.preparedAt)}
      </p>
      <div class="actions">
        <ButtonLink to={paths.reply(consultationId, item.id)} small>
          {t('edit')}
        </ButtonLink>
        <Form action={paths.replyEnd(consultationId, item.id)}>
          <button type="submit" class="btn btn-outline-primary btn-sm" aria-label={t('withdrawNamed', { start })}>
            {t('withdraw')}
          </button>
        </Form>
      </div>
    </li>
  )
}
