import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mailboxesOf, type PersonMailbox } from '../../identity/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { type Mailbox, unsubscribePath } from '../../platform/mail/compose.ts'
import { type Enclosures, withQuotes } from '../../platform/mail/enclosed.ts'
import { getKeptMail, type KeptMail, keptMails } from '../../platform/mail/kept.ts'
import { asPage, type LetterProps, plainText } from '../../platform/mail/letter.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { pageWords } from '../messages/pages.ts'

const onOnePage = 30
const unkept = { 'cache-control': 'no-store' }

/**
 * The mails of a demonstration, open to whoever visits it: its people are invented, and anybody can enter as any of them.
 * Elsewhere there is nothing here.
 */
export function demoMailPages(enclosures: Enclosures) {
  const pages = router()

  pages.use(`${paths.demoMails}/*`, async (c, next) => {
    if (!c.var.config.demo) throw new Problem(notFound)
    await next()
  })

  pages.get(paths.demoMails, async (c) => {
    const cursor = c.req.query('da') ?? null
    const slice = await keptMails(c.var.db, { cursor, limit: onOnePage })
    const mailboxes = await mailboxesOf(
      c.var.db,
      slice.items.flatMap(({ personId }) => personId ?? []),
    )
    return c.html(<MailsPage c={c} slice={slice} mailboxes={mailboxes} first={cursor === null} />, 200, unkept)
  })

  pages.get(`${paths.demoMails}/:id`, async (c) => {
    const { mail, props } = await readMail(c, enclosures, c.req.param('id'))
    return c.html(<MailPage c={c} mail={mail} props={props} />, 200, unkept)
  })

  /** The mail as its reader's program would draw it, walled off from the site. */
  pages.get(`${paths.demoMails}/:id/pagina`, async (c) => {
    const { props } = await readMail(c, enclosures, c.req.param('id'))
    // No script of the mail runs; those of who checks a page for accessibility may, or the check would wait for ever.
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-scripts allow-top-navigation-by-user-activation"
    const page = asPage(props).replace('<head>', '<head><base target="_top">')
    return c.html(page, 200, { ...unkept, 'content-security-policy': policy })
  })
  return pages
}

async function readMail(
  c: Ctx,
  enclosures: Enclosures,
  id: string,
): Promise<{ mail: KeptMail; props: LetterProps & { readonly mailbox: Mailbox | null } }> {
  const { db, config, reader } = c.var
  const mail = await getKeptMail(db, id)
  const mailbox = mailboxOf(mail, await mailboxesOf(db, mail.personId ? [mail.personId] : []))
  const lang = mailbox?.lang ?? reader.lang
  const props = {
    letter: await withQuotes(db, mail.letter[lang], lang, enclosures),
    lang,
    name: mailbox?.name ?? null,
    config,
    unsubscribe: unsubscribePath(config, mail),
    mailbox,
  }
  return { mail, props }
}

function mailboxOf({ address, lang, personId }: KeptMail, mailboxes: ReadonlyMap<string, PersonMailbox>): Mailbox | null {
  if (address) return { address, lang: lang ?? 'it', name: null }
  return mailboxes.get(personId ?? '') ?? null
}

interface MailsProps {
  readonly c: Ctx
  readonly slice: Slice<KeptMail>
  readonly mailboxes: ReadonlyMap<string, PersonMailbox>
  readonly first: boolean
}

function MailsPage({ c, slice: { items, next }, mailboxes, first }: MailsProps) {
  const { reader } = c.var
  const t = wordsFor(reader, pageWords)
  return (
    <Page reader={reader} title={t('mails')} trail={[{ label: t('mails') }]}>
      <div class="container">
        <PageHead title={t('mails')} lead={t('mailsLead')} />
        {items.length === 0 && (
          <Empty>
            <p>{t('mailsEmpty')}</p>
            <p>{t('mailsEmptyHow')}</p>
          </Empty>
        )}
        {items.length > 0 && <MailTable items={items} mailboxes={mailboxes} />}
        {items.length > 0 && (
          <Pager next={next && withQuery(paths.demoMails, { da: next })} first={first ? null : paths.demoMails} shown={items.length} />
        )}
      </div>
    </Page>
  )
}

function MailTable({ items, mailboxes }: Pick<MailsProps, 'mailboxes'> & { readonly items: readonly KeptMail[] }) {
  const { lang } = useReader()
  const t = useWords(pageWords)
  const { instant } = useFormats()
  const told = (mail: KeptMail) => mailboxOf(mail, mailboxes)
  return (
    <Table
      caption={t('mails')}
      captionHidden
      rows={items}
      columns={[
        {
          label: t('mailAt'),
          rowHeader: true,
          cell: ({ createdAt }) => <time datetime={createdAt.toISOString()}>{instant(createdAt)}</time>,
        },
        { label: t('mailTo'), cell: (mail) => told(mail)?.name ?? told(mail)?.address ?? t('mailGone') },
        {
          label: t('mailSubject'),
          cell: (mail) => <Link to={paths.demoMail(mail.id)}>{mail.letter[told(mail)?.lang ?? lang].subject}</Link>,
        },
      ]}
    />
  )
}

type MailProps = { readonly c: Ctx; readonly mail: KeptMail; readonly props: LetterProps & { readonly mailbox: Mailbox | null } }

function MailPage({ c, mail, props }: MailProps) {
  const { reader } = c.var
  const t = wordsFor(reader, pageWords)
  const { subject } = props.letter
  return (
    <Page reader={reader} title={subject} trail={[{ label: t('mails'), to: paths.demoMails }, { label: subject }]}>
      <div class="container">
        <PageHead title={subject} />
        <Heads mail={mail} props={props} />
        <Section id="pagina" title={t('mailAsPage')}>
          <iframe class="mail-page" src={inLang(reader.lang, paths.demoMailPage(mail.id))} title={subject} />
          <p>
            <Link to={paths.demoMailPage(mail.id)}>{t('mailWhole')}</Link>
          </p>
        </Section>
        <Section id="testo" title={t('mailAsText')}>
          <pre class="mail-text" tabindex={0} lang={props.lang}>
            {plainText(props)}
          </pre>
        </Section>
      </div>
    </Page>
  )
}

function Heads({ mail, props: { mailbox, unsubscribe } }: Omit<MailProps, 'c'>) {
  const t = useWords(pageWords)
  const { instant } = useFormats()
  const to = mailbox ? (mailbox.name ? `${mailbox.name} <${mailbox.address}>` : mailbox.address) : t('mailGone')
  return (
    <Facts
      items={[
        { term: t('mailTo'), details: to },
        { term: t('mailAt'), details: instant(mail.createdAt) },
        { term: t('mailStop'), details: t(unsubscribe ? 'yes' : 'no') },
        { term: t('mailCalendar'), details: mail.withCalendar ? t('yes') : null },
      ]}
    />
  )
}
