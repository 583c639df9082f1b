import { paths } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Secret } from '../../ui/secret.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { contributionWords } from '../messages/contributions.ts'
import { receiptWords } from '../messages/receipts.ts'
import { mustBeTheirs, receiptNumber } from '../rules/contributions.ts'
import { receiptToken } from '../secret-links.ts'
import { aroundOpened, trailIn } from './around.tsx'
import { contributionAt } from './shown.ts'

export const receiptPages = router()

receiptPages.get('/consultazioni/:id/osservazioni/:number{[0-9]+}/ricevuta', async (c) => {
  const { reader, actor, config } = c.var
  const whole = await aroundOpened(c)
  const contribution = await contributionAt(c)
  mustBeTheirs(contribution, actor.id)
  const t = wordsFor(reader, contributionWords)
  const r = wordsFor(reader, receiptWords)
  const { instant, day } = formatsFor(reader)
  const number = receiptNumber(contribution)
  const { target } = contribution
  const values = { number, instant: instant(contribution.receivedAt) }
  const secret = new URL(paths.contributionReceipt(receiptToken(config.secret, contribution)), reader.baseUrl).href
  return c.html(
    <Page reader={reader} title={r('receiptDone')} section="consultations" trail={trailIn(reader.lang, whole, { label: t('receipt') })}>
      <div class="container">
        <Confirmation
          title={r('receiptDone')}
          next={[r('nextRead'), r('nextAnswer'), r('nextChange', { day: day(whole.consultation.closesOn) })]}
          links={[
            { label: r('openOne'), to: paths.contribution(contribution.consultationId, contribution.number) },
            { label: t('own'), to: paths.ownContributions },
            ...(target.kind === 'whole'
              ? []
              : [{ label: r('backToText'), to: `${paths.consultationText(whole.consultation.id)}#b-${target.blockId}` }]),
            { label: r('toConsultation'), to: paths.consultation(contribution.consultationId) },
          ]}
        >
          <p>
            <Unbroken>{r('receiptText', values)}</Unbroken>
          </p>
          {c.req.query('ricevuta') === 'gia-arrivata' && <p>{r('receiptAgain')}</p>}
        </Confirmation>
        <Facts items={[{ term: t('hash'), details: <code class="wrap">{contribution.hash}</code> }]} />
        <p class="quiet">{r('hashHelp')}</p>
        <Secret label={r('followLink')} value={secret} note={r('followNote')} />
      </div>
    </Page>,
  )
})
