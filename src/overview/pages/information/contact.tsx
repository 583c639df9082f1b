import { paths } from '../../../charter/paths.ts'
import { router } from '../../../platform/http.ts'
import { ButtonLink, Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { contactWords } from '../../messages/information/contact.ts'

export const contactPages = router()

contactPages.get(paths.report, (c) => {
  const { reader, config } = c.var
  const t = wordsFor(reader, contactWords)
  const page = ownPage(c.req.query('pagina'))
  const subject = page ? t('reportSubject', { page: config.baseUrl + page }) : t('reportSubjectAnywhere')
  return c.html(
    <Page reader={reader} title={t('reportTitle')} trail={[{ label: t('reportTitle') }]}>
      <div class="container">
        <PageHead title={t('reportTitle')} lead={t('reportLead')} />
        <Section id="what" title={t('say')}>
          <ul class="prose">
            <li>{t('sayPage')}</li>
            <li>{t('sayWhat')}</li>
            <li>{t('sayHow')}</li>
          </ul>
        </Section>
        <Write email={config.contactEmail} subject={subject} />
        <p class="more">
          <Link to={paths.accessibility}>{t('statement')}</Link>
        </p>
      </div>
    </Page>,
  )
})

contactPages.get(paths.contact, (c) => {
  const { reader, config } = c.var
  const t = wordsFor(reader, contactWords)
  return c.html(
    <Page reader={reader} title={t('contactTitle')} trail={[{ label: t('contactTitle') }]}>
      <div class="container">
        <PageHead title={t('contactTitle')} lead={t('contactLead', { owner: config.ownerName })} />
        <Write email={config.contactEmail} subject={t('contactSubject')} />
        <Section id="before" title={t('before')}>
          <ul class="plain more">
            <li>
              <Link to={paths.howToReadStates}>{t('beforeStates')}</Link>
            </li>
            <li>
              <Link to={paths.search}>{t('beforeSearch')}</Link>
            </li>
            <li>
              <Link to={paths.report}>{t('beforeReport')}</Link>
            </li>
          </ul>
        </Section>
      </div>
    </Page>,
  )
})

/** Only an address of this site, and of a sane length, goes into the message. */
function ownPage(page: string | undefined): string | null {
  return page && /^\/(?!\/)[^\s]{0,300}$/.test(page) ? page : null
}

function Write({ email, subject }: { readonly email: string; readonly subject: string }) {
  const { demo } = useReader()
  const t = useWords(contactWords)
  return (
    <div class="prose">
      <p>
        <ButtonLink to={`mailto:${email}?subject=${encodeURIComponent(subject)}`} kind="primary">
          {t('write', { email })}
        </ButtonLink>
      </p>
      <p>{t('afterwards')}</p>
      {demo && (
        <Notice>
          <p>{t('demo')}</p>
        </Notice>
      )}
    </div>
  )
}
