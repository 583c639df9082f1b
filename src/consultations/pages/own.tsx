import { paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { router } from '../../platform/http.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { ownPlace } from '../actions/contribute.ts'
import { contributionWords } from '../messages/contributions.ts'
import { ownWords } from '../messages/own.ts'
import { signaturesOf } from '../people.ts'
import { titleIn } from '../rules/consultation.ts'
import { consultationsById } from '../store/consultations.ts'
import { draftsOf } from '../store/drafts.ts'
import { ownContributions } from '../store/listing.ts'
import { ContributionItems } from './contribution-list.tsx'

export const ownPages = router()

ownPages.get(paths.ownContributions, async (c) => {
  const { db, actor, reader } = c.var
  mustBeAble(actor, 'consultations.contribute', ownPlace(c.var))
  const personId = actor.id as string
  const [contributions, drafts] = [await ownContributions(db, personId), await draftsOf(db, personId)]
  const consultations = await consultationsById(
    db,
    drafts.map(({ consultationId }) => consultationId),
  )
  const by = await signaturesOf(db, reader.lang, contributions)
  const t = wordsFor(reader, contributionWords)
  const o = wordsFor(reader, ownWords)
  const { day } = formatsFor(reader)
  return c.html(
    <Page reader={reader} title={t('own')} section="desk" trail={[{ label: t('own') }]}>
      <div class="container">
        {c.req.query('fatto') === 'bozza' && (
          <Notice kind="done" live title={o('draftSaved')}>
            <p>{o('draftSavedText')}</p>
          </Notice>
        )}
        <Done words={contributionWords} done={c.req.query('fatto')} />
        <PageHead title={t('own')} lead={o('ownLead')} />
        {drafts.length > 0 && (
          <Section id="bozze" title={o('drafts')}>
            <ul>
              {drafts.map(({ id, consultationId, savedAt, content }) => {
                const consultation = consultations.get(consultationId)
                return (
                  <li>
                    <b>{consultation ? titleIn(reader.lang, consultation) : ''}</b> · {o('draftOf', { day: day(dayOf(savedAt)) })}
                    <p class="quiet">{String(content.text ?? '').slice(0, 120)}</p>
                    <div class="actions">
                      <ButtonLink small to={withQuery(paths.takePart(consultationId), { bozza: id })}>
                        {o('goOn')}
                      </ButtonLink>
                      <Form action={paths.contributionDraft(consultationId, id)}>
                        <SubmitButton kind="secondary" small>
                          {o('discard')}
                        </SubmitButton>
                      </Form>
                    </div>
                  </li>
                )
              })}
            </ul>
          </Section>
        )}
        {contributions.length > 0 ? (
          <ContributionItems contributions={contributions} by={by} />
        ) : (
          <Empty>
            <p>{o('ownNone')}</p>
            <p>
              <Link to={paths.consultations}>{o('ownNoneHint')}</Link>
            </p>
          </Empty>
        )}
      </div>
    </Page>,
  )
})
