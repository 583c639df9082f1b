import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/http.ts'
import { Done } from '../../ui/done.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { discardWords } from '../messages/discard.ts'
import { setUpWords } from '../messages/set-up.ts'
import { type Around, mayDo, trailIn } from './around.tsx'

/** What stands where a preparation stood: that it was given up, why, and the way back. */
export function discardedPage(c: Ctx, whole: Around) {
  const { reader } = c.var
  const { consultation, title, ecosystem } = whole
  const t = wordsFor(reader, discardWords)
  const { day } = formatsFor(reader)
  const { discardedAt, discardReason } = consultation
  return c.html(
    <Page
      reader={reader}
      title={`${t('discarded')}: ${title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole)}
      address={paths.consultationSetUp(consultation.id)}
    >
      <div class="container">
        <Done words={discardWords} done={c.req.query('fatto')} />
        <PageHead
          title={title}
          kicker={[wordsFor(reader, setUpWords)('title'), ecosystem.name]}
          verdict={<StateMark state="blocked" label={t('discarded')} />}
          lead={t('discardedLead')}
        />
        {discardedAt && <p>{t('discardedOn', { day: day(dayOf(discardedAt)), reason: discardReason ?? '' })}</p>}
        {mayDo(c, 'consultations.take-up-again', consultation) && (
          <Form action={paths.consultationTakenUp(consultation.id)}>
            <SubmitButton>{t('takeUp')}</SubmitButton>
          </Form>
        )}
      </div>
    </Page>,
  )
}
