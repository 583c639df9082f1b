import type { NoticeKind } from '../../charter/notices.ts'
import { paths } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { readUnsubscription, unsubscribe } from '../actions.ts'
import { kindName } from '../letters.ts'
import { pageWords } from '../messages/pages.ts'

const address = '/avvisi/disiscrizione/:token'
/** The address says who may act: no cache keeps it, and no other site is told of it. */
const discreet = { 'cache-control': 'no-store', 'referrer-policy': 'same-origin' }

/**
 * What a mail program sends when its reader presses "unsubscribe" there (RFC 8058): no page of ours, no cookie and no form
 * token, so it is mounted before those are asked for. The token of the address alone says who, and for what.
 */
export const oneClick = router()

oneClick.post(address, async (c, next) => {
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  if (body['List-Unsubscribe'] !== 'One-Click') return next()
  await unsubscribe(c.var, readUnsubscription(c.var.config, c.req.param('token')))
  return c.text('ok', 200, discreet)
})

export const unsubscribePages = router()

/** Looking changes nothing: programs that look at every link of a mail must not unsubscribe its reader. */
unsubscribePages.get(address, (c) => {
  const token = c.req.param('token')
  const { kind } = readUnsubscription(c.var.config, token)
  return c.html(<AskPage reader={c.var.reader} token={token} kind={kind} />, 200, discreet)
})

unsubscribePages.post(address, async (c) => {
  const token = c.req.param('token')
  const wish = readUnsubscription(c.var.config, token)
  await unsubscribe(c.var, wish)
  return c.html(<DonePage reader={c.var.reader} token={token} kind={wish.kind} />, 200, discreet)
})

interface TokenProps {
  readonly reader: Reader
  readonly token: string
  readonly kind: NoticeKind
}

function AskPage({ reader, token, kind }: TokenProps) {
  const t = wordsFor(reader, pageWords)
  return (
    <Page reader={reader} title={t('unsubscribe')} trail={[{ label: t('preferences') }]}>
      <div class="container">
        <PageHead title={t('unsubscribe')} lead={t('unsubscribeLead', { kind: kindName(reader.lang, kind) })} />
        <Form action={paths.unsubscribe(token)} class="form">
          <FormEnd>
            <SubmitButton>{t('unsubscribeButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function DonePage({ reader, token, kind }: TokenProps) {
  const t = wordsFor(reader, pageWords)
  return (
    <Page reader={reader} title={t('unsubscribed')} trail={[{ label: t('preferences') }]} address={paths.unsubscribe(token)}>
      <div class="container">
        <Confirmation title={t('unsubscribed')} links={[{ label: t('toPreferences'), to: paths.noticePreferences }]}>
          <p>
            {t('unsubscribedText', { kind: kindName(reader.lang, kind) })} {t('unsubscribedAgain')}
          </p>
        </Confirmation>
      </div>
    </Page>
  )
}
