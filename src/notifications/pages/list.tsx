import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { dayOf } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { signInFor } from '../../platform/sign-in-for.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice as Told } from '../../ui/notice.tsx'
import { NowList } from '../../ui/now-list.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { markRead, reader as ownerOf } from '../actions.ts'
import { kindName } from '../letters.ts'
import { pageWords } from '../messages/pages.ts'
import type { Notice } from '../rules.ts'
import { countUnread, getNotice, noticesOf } from '../store/notices.ts'

export const listPages = router()

const onOnePage = 30

listPages.get(paths.notices, async (c) => {
  if (!c.var.actor.id) return signInFor(c)
  const { id } = ownerOf(c.var)
  const cursor = c.req.query('da') ?? null
  const slice = await noticesOf(c.var.db, id, { cursor, limit: onOnePage })
  const unread = await countUnread(c.var.db, id)
  return c.html(<NoticesPage reader={c.var.reader} slice={slice} unread={unread} cursor={cursor} done={c.req.query('fatto') ?? null} />)
})

/** Opening a notice reads it, and goes where it happened. */
listPages.get('/avvisi/:id{[0-9a-f-]{36}}', async (c) => {
  if (!c.var.actor.id) return signInFor(c)
  const id = c.req.param('id')
  const notice = await getNotice(c.var.db, ownerOf(c.var).id, id)
  await markRead(c.var, id)
  return c.redirect(inLang(c.var.reader.lang, notice.address), 303)
})

listPages.post(paths.noticesRead, async (c) => {
  const { id } = await c.req.parseBody()
  if (id !== undefined && (typeof id !== 'string' || !isId(id))) throw new Problem(notFound)
  await markRead(c.var, id ?? null)
  return back(c, id ? 'letto' : 'letti')
})

function back(c: Ctx, done: string) {
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.notices, { fatto: done })), 303)
}

interface NoticesPageProps {
  readonly reader: Reader
  readonly slice: Slice<Notice>
  readonly unread: number
  readonly cursor: string | null
  readonly done: string | null
}

function NoticesPage({ reader, slice, unread, cursor, done }: NoticesPageProps) {
  const t = wordsFor(reader, pageWords)
  const { items, next } = slice
  const toRead = items.filter(({ readAt }) => readAt === null)
  const read = items.filter(({ readAt }) => readAt !== null)
  return (
    <Page reader={reader} title={t('title')} section="desk" trail={[{ label: t('desk'), to: paths.desk }, { label: t('title') }]}>
      <div class="container">
        {done === 'letti' && <Told kind="done" live title={t('allRead')} />}
        {done === 'letto' && <Told kind="done" live title={t('oneRead')} />}
        <PageHead title={t('title')} lead={unread > 99 ? t('unreadMany') : t('unread', { count: unread })}>
          <Ways />
        </PageHead>
        {toRead.length > 0 && (
          <Section id="da-leggere" title={t('toRead')}>
            <NowList
              items={toRead.map((notice) => ({
                title: <Title notice={notice} />,
                text: <Text notice={notice} />,
                action: <MarkRead notice={notice} />,
              }))}
            />
            <MarkAll />
          </Section>
        )}
        {read.length > 0 && (
          <Section id="letti" title={t('read')}>
            <DatedList
              items={read.map((notice) => ({
                day: dayOf(notice.at),
                title: notice.words[reader.lang].title,
                to: notice.address,
                text: kindName(reader.lang, notice.kind),
              }))}
            />
          </Section>
        )}
        {items.length === 0 && <Nothing />}
        {items.length > 0 && (
          <Pager next={next && withQuery(paths.notices, { da: next })} first={cursor ? paths.notices : null} shown={items.length} />
        )}
      </div>
    </Page>
  )
}

function Ways() {
  const { demo } = useReader()
  const t = useWords(pageWords)
  return (
    <p class="actions">
      <ButtonLink to={paths.noticePreferences}>{t('preferencesLink')}</ButtonLink>{' '}
      {demo && <ButtonLink to={paths.demoMails}>{t('mails')}</ButtonLink>}
    </p>
  )
}

function MarkAll() {
  const t = useWords(pageWords)
  return (
    <Form action={paths.noticesRead}>
      <FormEnd>
        <SubmitButton kind="secondary">{t('markAll')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

function Title({ notice }: { readonly notice: Notice }) {
  const { lang } = useReader()
  return <Link to={paths.notice(notice.id)}>{notice.words[lang].title}</Link>
}

function Text({ notice }: { readonly notice: Notice }) {
  const { lang } = useReader()
  const { instant } = useFormats()
  const { text } = notice.words[lang]
  return (
    <>
      {text && (
        <>
          {text}
          <br />
        </>
      )}
      <span class="quiet">
        {kindName(lang, notice.kind)}, <time datetime={notice.at.toISOString()}>{instant(notice.at)}</time>
      </span>
    </>
  )
}

function MarkRead({ notice }: { readonly notice: Notice }) {
  const { lang } = useReader()
  const t = useWords(pageWords)
  return (
    <Form action={paths.noticesRead}>
      <HiddenField name="id" value={notice.id} />
      <SubmitButton kind="secondary" small>
        {t('markRead')}
        <span class="visually-hidden">: {notice.words[lang].title}</span>
      </SubmitButton>
    </Form>
  )
}

function Nothing() {
  const t = useWords(pageWords)
  return (
    <Empty good>
      <p>{t('empty')}</p>
      <p>{t('emptyWhat')}</p>
      <p>
        <Link to={paths.ecosystems}>{t('emptyFollow')}</Link>
      </p>
    </Empty>
  )
}
